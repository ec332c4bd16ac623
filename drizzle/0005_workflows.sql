CREATE TABLE "disclosure_notice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"notice_no" text NOT NULL,
	"kind" text NOT NULL,
	"record_no" text NOT NULL,
	"subject_name" text,
	"reason" text NOT NULL,
	"annulment_document_no" text,
	"noticed_on" date NOT NULL,
	"organization_id" uuid,
	CONSTRAINT "disclosure_notice_notice_no_unique" UNIQUE("notice_no")
);

--> statement-breakpoint
CREATE TABLE "publication_channel" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"dishonesty_record_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"url" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" text DEFAULT 'ONLINE' NOT NULL,
	"published_on" date NOT NULL,
	"taken_down_on" date,
	"take_down_by" date,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_by" text
);

--> statement-breakpoint
CREATE TABLE "publication_channel_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"dishonesty_record_id" uuid,
	"kind" text,
	"url" text,
	"organization_id" uuid,
	"state" text,
	"published_on" date,
	"taken_down_on" date,
	"take_down_by" date,
	"version" integer,
	"recorded_by" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "duty_crime_record" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"record_no" text NOT NULL,
	"source_organization_id" uuid,
	"source_system" text,
	"source_record_no" text,
	"document_no" text,
	"document_date" date,
	"valid_from" date,
	"valid_to" date,
	"submitted_by" text,
	"catalog_item_code" text NOT NULL,
	"severity" text NOT NULL,
	"disclosure_state" text DEFAULT 'NOT_PUBLIC' NOT NULL,
	"display_from" date,
	"stopped_on" date,
	"stop_reason" text,
	"disclosure_basis_id" uuid,
	"case_no" text NOT NULL,
	"court_name" text NOT NULL,
	"judgment_date" date NOT NULL,
	"effective_on" date NOT NULL,
	"charges" text[] NOT NULL,
	"sentence_kind" text NOT NULL,
	"sentence_months" integer,
	"is_suspended" boolean NOT NULL,
	"person_name" text NOT NULL,
	"post_at_offence" text,
	"organization_at_offence_id" uuid,
	"division_code" text NOT NULL,
	"official_id" uuid,
	"managing_organization_id" uuid,
	"id_number_digest" text,
	"delivery_id" uuid,
	"delivery_row" integer,
	"content_hash" text,
	CONSTRAINT "duty_crime_record_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "duty_crime_record_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"record_no" text,
	"source_organization_id" uuid,
	"source_system" text,
	"source_record_no" text,
	"document_no" text,
	"document_date" date,
	"valid_from" date,
	"valid_to" date,
	"submitted_by" text,
	"catalog_item_code" text,
	"severity" text,
	"disclosure_state" text,
	"display_from" date,
	"stopped_on" date,
	"stop_reason" text,
	"disclosure_basis_id" uuid,
	"case_no" text,
	"court_name" text,
	"judgment_date" date,
	"effective_on" date,
	"charges" text[],
	"sentence_kind" text,
	"sentence_months" integer,
	"is_suspended" boolean,
	"person_name" text,
	"post_at_offence" text,
	"organization_at_offence_id" uuid,
	"division_code" text,
	"official_id" uuid,
	"managing_organization_id" uuid,
	"id_number_digest" text,
	"delivery_id" uuid,
	"delivery_row" integer,
	"content_hash" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "duty_crime_record_restricted" (
	"id" uuid PRIMARY KEY NOT NULL,
	"id_number" "bytea"
);

--> statement-breakpoint
CREATE TABLE "duty_crime_record_restricted_history" (
	"id" uuid,
	"id_number" "bytea",
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "sharing_grant_step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sharing_grant_id" uuid NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"organization_id" uuid,
	"reason" text
);

--> statement-breakpoint
CREATE TABLE "sharing_grant_deadline" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sharing_grant_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"version_code" text NOT NULL,
	"division_code" text,
	"started_on" date NOT NULL,
	"due_on" date NOT NULL,
	"met_on" date,
	"settlement" text GENERATED ALWAYS AS (case when met_on is null then 'OUTSTANDING' when met_on <= due_on then 'IN_TIME' else 'LATE' end) STORED NOT NULL
);

--> statement-breakpoint
CREATE TABLE "sharing_grant_deadline_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"sharing_grant_id" uuid,
	"clock" text,
	"version_code" text,
	"division_code" text,
	"started_on" date,
	"due_on" date,
	"met_on" date,
	"settlement" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "dishonesty_record_step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"dishonesty_record_id" uuid NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"organization_id" uuid,
	"reason" text
);

--> statement-breakpoint
CREATE TABLE "dishonesty_record_deadline" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"dishonesty_record_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"version_code" text NOT NULL,
	"division_code" text,
	"started_on" date NOT NULL,
	"due_on" date NOT NULL,
	"met_on" date,
	"settlement" text GENERATED ALWAYS AS (case when met_on is null then 'OUTSTANDING' when met_on <= due_on then 'IN_TIME' else 'LATE' end) STORED NOT NULL
);

--> statement-breakpoint
CREATE TABLE "dishonesty_record_deadline_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"dishonesty_record_id" uuid,
	"clock" text,
	"version_code" text,
	"division_code" text,
	"started_on" date,
	"due_on" date,
	"met_on" date,
	"settlement" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "violation_record_step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"violation_record_id" uuid NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"organization_id" uuid,
	"reason" text
);

--> statement-breakpoint
CREATE TABLE "violation_record_deadline" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"violation_record_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"version_code" text NOT NULL,
	"division_code" text,
	"started_on" date NOT NULL,
	"due_on" date NOT NULL,
	"met_on" date,
	"settlement" text GENERATED ALWAYS AS (case when met_on is null then 'OUTSTANDING' when met_on <= due_on then 'IN_TIME' else 'LATE' end) STORED NOT NULL
);

--> statement-breakpoint
CREATE TABLE "violation_record_deadline_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"violation_record_id" uuid,
	"clock" text,
	"version_code" text,
	"division_code" text,
	"started_on" date,
	"due_on" date,
	"met_on" date,
	"settlement" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "policy_change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"change_no" text NOT NULL,
	"kind" text NOT NULL,
	"version_code" text NOT NULL,
	"catalog_item_code" text,
	"severity" text,
	"is_displayed" boolean,
	"min_months" integer,
	"max_months" integer,
	"threshold_code" text,
	"name" text,
	"value" numeric,
	"unit" text,
	"effective_from" date NOT NULL,
	"basis_citation" text NOT NULL,
	"confidence" text NOT NULL,
	"note" text,
	"division_code" text NOT NULL,
	"state" text DEFAULT 'PROPOSED' NOT NULL,
	"proposed_on" date NOT NULL,
	"decided_on" date,
	"proposed_by_id" uuid NOT NULL,
	"decision_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"proposed_by" text,
	"decided_by" text,
	CONSTRAINT "policy_change_change_no_unique" UNIQUE("change_no")
);

--> statement-breakpoint
CREATE TABLE "policy_change_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"change_no" text,
	"kind" text,
	"version_code" text,
	"catalog_item_code" text,
	"severity" text,
	"is_displayed" boolean,
	"min_months" integer,
	"max_months" integer,
	"threshold_code" text,
	"name" text,
	"value" numeric,
	"unit" text,
	"effective_from" date,
	"basis_citation" text,
	"confidence" text,
	"note" text,
	"division_code" text,
	"state" text,
	"proposed_on" date,
	"decided_on" date,
	"proposed_by_id" uuid,
	"decision_reason" text,
	"version" integer,
	"proposed_by" text,
	"decided_by" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "regulation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"regulation_no" text NOT NULL,
	"title" text NOT NULL,
	"doc_no" text,
	"level" text NOT NULL,
	"tags" text[] NOT NULL,
	"issuing_body_name" text NOT NULL,
	"drafting_body_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"state" text DEFAULT 'DRAFT' NOT NULL,
	"summary" text NOT NULL,
	"text_url" text,
	"consultation_from" date,
	"consultation_to" date,
	"adopted_on" date,
	"effective_from" date,
	"amended_on" date,
	"amended_by" text,
	"effective_to" date,
	"repealed_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"drafted_by" text,
	CONSTRAINT "regulation_regulation_no_unique" UNIQUE("regulation_no")
);

--> statement-breakpoint
CREATE TABLE "regulation_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"regulation_no" text,
	"title" text,
	"doc_no" text,
	"level" text,
	"tags" text[],
	"issuing_body_name" text,
	"drafting_body_id" uuid,
	"division_code" text,
	"state" text,
	"summary" text,
	"text_url" text,
	"consultation_from" date,
	"consultation_to" date,
	"adopted_on" date,
	"effective_from" date,
	"amended_on" date,
	"amended_by" text,
	"effective_to" date,
	"repealed_by" text,
	"version" integer,
	"drafted_by" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "subject_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"request_no" text NOT NULL,
	"official_id" uuid NOT NULL,
	"managing_organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about_type" text NOT NULL,
	"about_row" text,
	"statement" text NOT NULL,
	"state" text DEFAULT 'SUBMITTED' NOT NULL,
	"submitted_on" date NOT NULL,
	"accept_by" date,
	"answer_by" date,
	"accepted_on" date,
	"decided_on" date,
	"outcome" text,
	"answer" text,
	"refusal_reason" text,
	"basis_citation" text,
	"version" integer DEFAULT 1 NOT NULL,
	"handled_by" text,
	CONSTRAINT "subject_request_request_no_unique" UNIQUE("request_no")
);

--> statement-breakpoint
CREATE TABLE "subject_request_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"request_no" text,
	"official_id" uuid,
	"managing_organization_id" uuid,
	"kind" text,
	"about_type" text,
	"about_row" text,
	"statement" text,
	"state" text,
	"submitted_on" date,
	"accept_by" date,
	"answer_by" date,
	"accepted_on" date,
	"decided_on" date,
	"outcome" text,
	"answer" text,
	"refusal_reason" text,
	"basis_citation" text,
	"version" integer,
	"handled_by" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "privacy_impact_assessment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"assessment_no" text NOT NULL,
	"assessing_body_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"title" text NOT NULL,
	"occasion" text NOT NULL,
	"assessed_types" text[] NOT NULL,
	"legality" text NOT NULL,
	"risks" text NOT NULL,
	"measures" text NOT NULL,
	"conclusion" text NOT NULL,
	"state" text DEFAULT 'DRAFT' NOT NULL,
	"submitted_on" date,
	"approved_on" date,
	"decision_reason" text,
	"kept_until" date GENERATED ALWAYS AS ((approved_on + interval '3 years')::date) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	"assessed_by" text,
	"decided_by" text,
	CONSTRAINT "privacy_impact_assessment_assessment_no_unique" UNIQUE("assessment_no")
);

--> statement-breakpoint
CREATE TABLE "privacy_impact_assessment_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"assessment_no" text,
	"assessing_body_id" uuid,
	"division_code" text,
	"title" text,
	"occasion" text,
	"assessed_types" text[],
	"legality" text,
	"risks" text,
	"measures" text,
	"conclusion" text,
	"state" text,
	"submitted_on" date,
	"approved_on" date,
	"decision_reason" text,
	"kept_until" date,
	"version" integer,
	"assessed_by" text,
	"decided_by" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "security_incident" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"incident_no" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"kind" text NOT NULL,
	"found_on" date NOT NULL,
	"description" text NOT NULL,
	"data_categories" text[] NOT NULL,
	"persons_affected" text NOT NULL,
	"state" text DEFAULT 'FOUND' NOT NULL,
	"cause" text,
	"measures" text,
	"contained_on" date,
	"authority_notified_on" date,
	"notify_by" date,
	"persons_notified_on" date,
	"not_notified_reason" text,
	"closed_on" date,
	"lesson" text,
	"version" integer DEFAULT 1 NOT NULL,
	"reported_by" text,
	CONSTRAINT "security_incident_incident_no_unique" UNIQUE("incident_no")
);

--> statement-breakpoint
CREATE TABLE "security_incident_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"incident_no" text,
	"organization_id" uuid,
	"division_code" text,
	"kind" text,
	"found_on" date,
	"description" text,
	"data_categories" text[],
	"persons_affected" text,
	"state" text,
	"cause" text,
	"measures" text,
	"contained_on" date,
	"authority_notified_on" date,
	"notify_by" date,
	"persons_notified_on" date,
	"not_notified_reason" text,
	"closed_on" date,
	"lesson" text,
	"version" integer,
	"reported_by" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "retention_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version_code" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"type_name" text,
	"counts_from" text NOT NULL,
	"counts_from_field" text,
	"period" integer,
	"unit" text NOT NULL,
	"at_end" text NOT NULL,
	"basis_citation" text,
	"confidence" text NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"note" text,
	"delivery_id" uuid,
	"delivery_row" integer,
	"content_hash" text,
	CONSTRAINT "retention_rule_version_code_unique" UNIQUE("version_code")
);

--> statement-breakpoint
CREATE TABLE "retention_rule_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"version_code" text,
	"code" text,
	"name" text,
	"type_name" text,
	"counts_from" text,
	"counts_from_field" text,
	"period" integer,
	"unit" text,
	"at_end" text,
	"basis_citation" text,
	"confidence" text,
	"effective_from" date,
	"effective_to" date,
	"note" text,
	"delivery_id" uuid,
	"delivery_row" integer,
	"content_hash" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "retention_run" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"rule_version_code" text NOT NULL,
	"type_name" text NOT NULL,
	"due_count" integer NOT NULL,
	"done_count" integer NOT NULL,
	"held_back_count" integer NOT NULL
);

--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD COLUMN "annulled_on" date;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD COLUMN "annulment_document_no" text;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD COLUMN "reviewed_by" text;
--> statement-breakpoint
-- What is there already came to the province before there were steps on the way: it is accepted, and so are its earlier versions.
ALTER TABLE "dishonesty_record" ADD COLUMN "collection_state" text DEFAULT 'ACCEPTED' NOT NULL;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ALTER COLUMN "collection_state" SET DEFAULT 'REPORTED';
--> statement-breakpoint
ALTER TABLE "dishonesty_record_history" ADD COLUMN "annulled_on" date;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_history" ADD COLUMN "annulment_document_no" text;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_history" ADD COLUMN "version" integer DEFAULT 1;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_history" ALTER COLUMN "version" DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_history" ADD COLUMN "reviewed_by" text;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_history" ADD COLUMN "collection_state" text DEFAULT 'ACCEPTED';
--> statement-breakpoint
ALTER TABLE "dishonesty_record_history" ALTER COLUMN "collection_state" DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD COLUMN "annulled_on" date;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD COLUMN "annulment_document_no" text;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD COLUMN "reviewed_by" text;
--> statement-breakpoint
ALTER TABLE "violation_record_history" ADD COLUMN "annulled_on" date;
--> statement-breakpoint
ALTER TABLE "violation_record_history" ADD COLUMN "annulment_document_no" text;
--> statement-breakpoint
ALTER TABLE "violation_record_history" ADD COLUMN "version" integer DEFAULT 1;
--> statement-breakpoint
ALTER TABLE "violation_record_history" ALTER COLUMN "version" DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE "violation_record_history" ADD COLUMN "reviewed_by" text;
--> statement-breakpoint
ALTER TABLE "catalog_item" ADD COLUMN "provider_code" text;
--> statement-breakpoint
ALTER TABLE "catalog_item_history" ADD COLUMN "provider_code" text;
--> statement-breakpoint
ALTER TABLE "field_policy" ADD COLUMN "data_type" text;
--> statement-breakpoint
ALTER TABLE "field_policy_history" ADD COLUMN "data_type" text;
--> statement-breakpoint
ALTER TABLE "workflow_event" ADD COLUMN "position" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "workflow_event_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);
--> statement-breakpoint
ALTER TABLE "workflow_event" ADD COLUMN "transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL;
--> statement-breakpoint
ALTER TABLE "disclosure_notice" ADD CONSTRAINT "disclosure_notice_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "publication_channel" ADD CONSTRAINT "publication_channel_dishonesty_record_id_key" FOREIGN KEY ("dishonesty_record_id") REFERENCES "public"."dishonesty_record"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "publication_channel" ADD CONSTRAINT "publication_channel_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "duty_crime_record" ADD CONSTRAINT "duty_crime_record_official_id_key" FOREIGN KEY ("official_id") REFERENCES "public"."official"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "duty_crime_record" ADD CONSTRAINT "duty_crime_record_managing_organization_id_key" FOREIGN KEY ("managing_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "duty_crime_record" ADD CONSTRAINT "duty_crime_record_organization_at_offence_id_key" FOREIGN KEY ("organization_at_offence_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "duty_crime_record" ADD CONSTRAINT "duty_crime_record_disclosure_basis_id_key" FOREIGN KEY ("disclosure_basis_id") REFERENCES "public"."disclosure_basis"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "duty_crime_record" ADD CONSTRAINT "duty_crime_record_catalog_item_code_key" FOREIGN KEY ("catalog_item_code") REFERENCES "public"."catalog_item"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "duty_crime_record" ADD CONSTRAINT "duty_crime_record_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "duty_crime_record_restricted" ADD CONSTRAINT "duty_crime_record_restricted_id_duty_crime_record_id_fk" FOREIGN KEY ("id") REFERENCES "public"."duty_crime_record"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sharing_grant_step" ADD CONSTRAINT "sharing_grant_step_sharing_grant_id_key" FOREIGN KEY ("sharing_grant_id") REFERENCES "public"."sharing_grant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sharing_grant_step" ADD CONSTRAINT "sharing_grant_step_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sharing_grant_deadline" ADD CONSTRAINT "sharing_grant_deadline_sharing_grant_id_key" FOREIGN KEY ("sharing_grant_id") REFERENCES "public"."sharing_grant"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_step" ADD CONSTRAINT "dishonesty_record_step_dishonesty_record_id_key" FOREIGN KEY ("dishonesty_record_id") REFERENCES "public"."dishonesty_record"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_step" ADD CONSTRAINT "dishonesty_record_step_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_deadline" ADD CONSTRAINT "dishonesty_record_deadline_dishonesty_record_id_key" FOREIGN KEY ("dishonesty_record_id") REFERENCES "public"."dishonesty_record"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record_step" ADD CONSTRAINT "violation_record_step_violation_record_id_key" FOREIGN KEY ("violation_record_id") REFERENCES "public"."violation_record"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record_step" ADD CONSTRAINT "violation_record_step_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record_deadline" ADD CONSTRAINT "violation_record_deadline_violation_record_id_key" FOREIGN KEY ("violation_record_id") REFERENCES "public"."violation_record"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "policy_change" ADD CONSTRAINT "policy_change_proposed_by_id_key" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "regulation" ADD CONSTRAINT "regulation_drafting_body_id_key" FOREIGN KEY ("drafting_body_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "subject_request" ADD CONSTRAINT "subject_request_official_id_key" FOREIGN KEY ("official_id") REFERENCES "public"."official"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "subject_request" ADD CONSTRAINT "subject_request_managing_organization_id_key" FOREIGN KEY ("managing_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "privacy_impact_assessment" ADD CONSTRAINT "privacy_impact_assessment_assessing_body_id_key" FOREIGN KEY ("assessing_body_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "security_incident" ADD CONSTRAINT "security_incident_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "disclosure_notice_noticed_on_id" ON "disclosure_notice" USING btree ("noticed_on","id");
--> statement-breakpoint
CREATE INDEX "disclosure_notice_organization_id_noticed_on_id" ON "disclosure_notice" USING btree ("organization_id","noticed_on","id");
--> statement-breakpoint
CREATE INDEX "disclosure_notice_record_no" ON "disclosure_notice" USING btree ("record_no");
--> statement-breakpoint
CREATE INDEX "publication_channel_published_on_id" ON "publication_channel" USING btree ("published_on","id");
--> statement-breakpoint
CREATE INDEX "publication_channel_dishonesty_record_id_published_on_id" ON "publication_channel" USING btree ("dishonesty_record_id","published_on","id");
--> statement-breakpoint
CREATE INDEX "publication_channel_organization_id_published_on_id" ON "publication_channel" USING btree ("organization_id","published_on","id");
--> statement-breakpoint
CREATE INDEX "publication_channel_take_down_by_state" ON "publication_channel" USING btree ("take_down_by","state");
--> statement-breakpoint
CREATE INDEX "publication_channel_history_id" ON "publication_channel_history" USING btree ("id");
--> statement-breakpoint
CREATE UNIQUE INDEX "duty_crime_record_supply_key" ON "duty_crime_record" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE INDEX "duty_crime_record_record_no_id" ON "duty_crime_record" USING btree ("record_no","id");
--> statement-breakpoint
CREATE INDEX "duty_crime_record_official_id_record_no_id" ON "duty_crime_record" USING btree ("official_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "duty_crime_record_organization_at_offence_id_judgment_date" ON "duty_crime_record" USING btree ("organization_at_offence_id","judgment_date");
--> statement-breakpoint
CREATE INDEX "duty_crime_record_history_id" ON "duty_crime_record_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "duty_crime_record_restricted_history_id" ON "duty_crime_record_restricted_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "sharing_grant_step_recorded_at_id" ON "sharing_grant_step" USING btree ("recorded_at","id");
--> statement-breakpoint
CREATE INDEX "sharing_grant_step_sharing_grant_id_recorded_at_id" ON "sharing_grant_step" USING btree ("sharing_grant_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "sharing_grant_deadline_due_on_id" ON "sharing_grant_deadline" USING btree ("due_on","id");
--> statement-breakpoint
CREATE INDEX "sharing_grant_deadline_sharing_grant_id_due_on_id" ON "sharing_grant_deadline" USING btree ("sharing_grant_id","due_on","id");
--> statement-breakpoint
CREATE INDEX "sharing_grant_deadline_sharing_grant_id_clock" ON "sharing_grant_deadline" USING btree ("sharing_grant_id","clock");
--> statement-breakpoint
CREATE INDEX "sharing_grant_deadline_history_id" ON "sharing_grant_deadline_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_step_recorded_at_id" ON "dishonesty_record_step" USING btree ("recorded_at","id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_step_dishonesty_record_id_recorded_at_id" ON "dishonesty_record_step" USING btree ("dishonesty_record_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_deadline_due_on_id" ON "dishonesty_record_deadline" USING btree ("due_on","id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_deadline_dishonesty_record_id_due_on_id" ON "dishonesty_record_deadline" USING btree ("dishonesty_record_id","due_on","id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_deadline_dishonesty_record_id_clock" ON "dishonesty_record_deadline" USING btree ("dishonesty_record_id","clock");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_deadline_history_id" ON "dishonesty_record_deadline_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "violation_record_step_recorded_at_id" ON "violation_record_step" USING btree ("recorded_at","id");
--> statement-breakpoint
CREATE INDEX "violation_record_step_violation_record_id_recorded_at_id" ON "violation_record_step" USING btree ("violation_record_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "violation_record_deadline_due_on_id" ON "violation_record_deadline" USING btree ("due_on","id");
--> statement-breakpoint
CREATE INDEX "violation_record_deadline_violation_record_id_due_on_id" ON "violation_record_deadline" USING btree ("violation_record_id","due_on","id");
--> statement-breakpoint
CREATE INDEX "violation_record_deadline_violation_record_id_clock" ON "violation_record_deadline" USING btree ("violation_record_id","clock");
--> statement-breakpoint
CREATE INDEX "violation_record_deadline_history_id" ON "violation_record_deadline_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "policy_change_effective_from_id" ON "policy_change" USING btree ("effective_from","id");
--> statement-breakpoint
CREATE INDEX "policy_change_proposed_by_id_effective_from_id" ON "policy_change" USING btree ("proposed_by_id","effective_from","id");
--> statement-breakpoint
CREATE INDEX "policy_change_basis_citation_effective_from_id" ON "policy_change" USING btree ("basis_citation","effective_from","id");
--> statement-breakpoint
CREATE INDEX "policy_change_version_code" ON "policy_change" USING btree ("version_code");
--> statement-breakpoint
CREATE INDEX "policy_change_history_id" ON "policy_change_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "regulation_regulation_no_id" ON "regulation" USING btree ("regulation_no","id");
--> statement-breakpoint
CREATE INDEX "regulation_drafting_body_id_regulation_no_id" ON "regulation" USING btree ("drafting_body_id","regulation_no","id");
--> statement-breakpoint
CREATE INDEX "regulation_state_regulation_no" ON "regulation" USING btree ("state","regulation_no");
--> statement-breakpoint
CREATE INDEX "regulation_history_id" ON "regulation_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "subject_request_request_no_id" ON "subject_request" USING btree ("request_no","id");
--> statement-breakpoint
CREATE INDEX "subject_request_official_id_request_no_id" ON "subject_request" USING btree ("official_id","request_no","id");
--> statement-breakpoint
CREATE INDEX "subject_request_managing_organization_id_state" ON "subject_request" USING btree ("managing_organization_id","state");
--> statement-breakpoint
CREATE INDEX "subject_request_history_id" ON "subject_request_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "privacy_impact_assessment_assessment_no_id" ON "privacy_impact_assessment" USING btree ("assessment_no","id");
--> statement-breakpoint
CREATE INDEX "privacy_impact_assessment_assessing_body_id_state" ON "privacy_impact_assessment" USING btree ("assessing_body_id","state");
--> statement-breakpoint
CREATE INDEX "privacy_impact_assessment_history_id" ON "privacy_impact_assessment_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "security_incident_incident_no_id" ON "security_incident" USING btree ("incident_no","id");
--> statement-breakpoint
CREATE INDEX "security_incident_organization_id_state" ON "security_incident" USING btree ("organization_id","state");
--> statement-breakpoint
CREATE INDEX "security_incident_history_id" ON "security_incident_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "retention_rule_version_code_id" ON "retention_rule" USING btree ("version_code","id");
--> statement-breakpoint
CREATE INDEX "retention_rule_basis_citation_version_code_id" ON "retention_rule" USING btree ("basis_citation","version_code","id");
--> statement-breakpoint
CREATE INDEX "retention_rule_type_name_effective_from" ON "retention_rule" USING btree ("type_name","effective_from");
--> statement-breakpoint
CREATE INDEX "retention_rule_history_id" ON "retention_rule_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "retention_run_recorded_at_id" ON "retention_run" USING btree ("recorded_at","id");
--> statement-breakpoint
CREATE INDEX "field_policy_type_name_coordinate_id" ON "field_policy" USING btree ("type_name","coordinate","id");
--> statement-breakpoint
CREATE INDEX "workflow_event_position" ON "workflow_event" USING btree ("transaction","position");

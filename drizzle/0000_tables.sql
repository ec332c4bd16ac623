CREATE TABLE "organization" (
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
	"content_hash" text,
	"uscc" text NOT NULL,
	"name" text NOT NULL,
	"former_names" text[],
	"division_code" text NOT NULL,
	"level" text NOT NULL,
	"status" text DEFAULT 'ACTIVE' NOT NULL,
	"parent_id" uuid,
	"successor_id" uuid,
	"founded_on" date,
	"dissolved_on" date,
	"office_address" text,
	"phone" text,
	"credit_contact" text,
	"kind" text NOT NULL,
	"governed_code" text,
	"government_id" uuid,
	"duty" text,
	CONSTRAINT "organization_record_no_unique" UNIQUE("record_no"),
	CONSTRAINT "organization_uscc_unique" UNIQUE("uscc"),
	CONSTRAINT "organization_governed_code_unique" UNIQUE("governed_code")
);

--> statement-breakpoint
CREATE TABLE "organization_history" (
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
	"content_hash" text,
	"uscc" text,
	"name" text,
	"former_names" text[],
	"division_code" text,
	"level" text,
	"status" text,
	"parent_id" uuid,
	"successor_id" uuid,
	"founded_on" date,
	"dissolved_on" date,
	"office_address" text,
	"phone" text,
	"credit_contact" text,
	"kind" text,
	"governed_code" text,
	"government_id" uuid,
	"duty" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "organization_restricted" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bank_account" text
);

--> statement-breakpoint
CREATE TABLE "organization_restricted_history" (
	"id" uuid,
	"bank_account" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "administrative_division" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"parent_code" text,
	"valid_from" date,
	"valid_to" date,
	"successor_codes" text[],
	CONSTRAINT "administrative_division_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "administrative_division_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"code" text,
	"name" text,
	"level" text,
	"parent_code" text,
	"valid_from" date,
	"valid_to" date,
	"successor_codes" text[],
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "office_holder" (
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
	"content_hash" text,
	"name" text NOT NULL,
	"post_title" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"held_from" date NOT NULL,
	"held_to" date,
	"appointment_no" text,
	CONSTRAINT "office_holder_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "office_holder_history" (
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
	"content_hash" text,
	"name" text,
	"post_title" text,
	"organization_id" uuid,
	"held_from" date,
	"held_to" date,
	"appointment_no" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "office_holder_conditional" (
	"id" uuid PRIMARY KEY NOT NULL,
	"official_id" uuid
);

--> statement-breakpoint
CREATE TABLE "office_holder_conditional_history" (
	"id" uuid,
	"official_id" uuid,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "official" (
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
	"content_hash" text,
	"name" text NOT NULL,
	"gender" text,
	"birth_year" integer,
	"organization_id" uuid NOT NULL,
	"managing_organization_id" uuid NOT NULL,
	"post_title" text,
	"is_leading" boolean DEFAULT false NOT NULL,
	"id_number_digest" text NOT NULL,
	CONSTRAINT "official_record_no_unique" UNIQUE("record_no"),
	CONSTRAINT "official_id_number_digest_unique" UNIQUE("id_number_digest")
);

--> statement-breakpoint
CREATE TABLE "official_history" (
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
	"content_hash" text,
	"name" text,
	"gender" text,
	"birth_year" integer,
	"organization_id" uuid,
	"managing_organization_id" uuid,
	"post_title" text,
	"is_leading" boolean,
	"id_number_digest" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "official_restricted" (
	"id" uuid PRIMARY KEY NOT NULL,
	"birth_date" date,
	"id_number" "bytea",
	"phone" text,
	"home_address" text,
	"ethnicity" text,
	"political_status" text
);

--> statement-breakpoint
CREATE TABLE "official_restricted_history" (
	"id" uuid,
	"birth_date" date,
	"id_number" "bytea",
	"phone" text,
	"home_address" text,
	"ethnicity" text,
	"political_status" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "project" (
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
	"content_hash" text,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"stage" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"investment" numeric(18, 2),
	"approved_on" date,
	"plan_no" text,
	CONSTRAINT "project_record_no_unique" UNIQUE("record_no"),
	CONSTRAINT "project_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "project_history" (
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
	"content_hash" text,
	"code" text,
	"name" text,
	"kind" text,
	"stage" text,
	"owner_id" uuid,
	"division_code" text,
	"investment" numeric(18, 2),
	"approved_on" date,
	"plan_no" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "tender" (
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
	"content_hash" text,
	"tender_no" text NOT NULL,
	"title" text NOT NULL,
	"method" text NOT NULL,
	"status" text NOT NULL,
	"project_id" uuid NOT NULL,
	"tenderer_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"budget" numeric(18, 2),
	"ceiling_price" numeric(18, 2),
	"noticed_at" timestamp (3) with time zone NOT NULL,
	"bids_due_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	CONSTRAINT "tender_record_no_unique" UNIQUE("record_no"),
	CONSTRAINT "tender_tender_no_unique" UNIQUE("tender_no")
);

--> statement-breakpoint
CREATE TABLE "tender_history" (
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
	"content_hash" text,
	"tender_no" text,
	"title" text,
	"method" text,
	"status" text,
	"project_id" uuid,
	"tenderer_id" uuid,
	"division_code" text,
	"budget" numeric(18, 2),
	"ceiling_price" numeric(18, 2),
	"noticed_at" timestamp (3) with time zone,
	"bids_due_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "tender_opening" (
	"id" uuid PRIMARY KEY NOT NULL,
	"base_price" numeric(18, 2)
);

--> statement-breakpoint
CREATE TABLE "tender_opening_history" (
	"id" uuid,
	"base_price" numeric(18, 2),
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "bid" (
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
	"content_hash" text,
	"tender_id" uuid NOT NULL,
	"supplier_name" text NOT NULL,
	"supplier_uscc" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"reject_reason" text,
	"row_hash" text,
	CONSTRAINT "bid_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "bid_history" (
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
	"content_hash" text,
	"tender_id" uuid,
	"supplier_name" text,
	"supplier_uscc" text,
	"received_at" timestamp (3) with time zone,
	"status" text,
	"reject_reason" text,
	"row_hash" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "bid_price" (
	"id" uuid PRIMARY KEY NOT NULL,
	"price" numeric(18, 2)
);

--> statement-breakpoint
CREATE TABLE "bid_price_history" (
	"id" uuid,
	"price" numeric(18, 2),
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "bid_conditional" (
	"id" uuid PRIMARY KEY NOT NULL,
	"score" numeric(6, 2)
);

--> statement-breakpoint
CREATE TABLE "bid_conditional_history" (
	"id" uuid,
	"score" numeric(6, 2),
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "bid_restricted" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_name" text,
	"contact_phone" text
);

--> statement-breakpoint
CREATE TABLE "bid_restricted_history" (
	"id" uuid,
	"contact_name" text,
	"contact_phone" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "debt_limit" (
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
	"content_hash" text,
	"division_code" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	"approved_on" date,
	CONSTRAINT "debt_limit_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "debt_limit_history" (
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
	"content_hash" text,
	"division_code" text,
	"year" integer,
	"kind" text,
	"amount" numeric(18, 2),
	"approved_on" date,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "debt_balance" (
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
	"content_hash" text,
	"division_code" text NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	"as_of" date NOT NULL,
	CONSTRAINT "debt_balance_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "debt_balance_history" (
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
	"content_hash" text,
	"division_code" text,
	"year" integer,
	"kind" text,
	"amount" numeric(18, 2),
	"as_of" date,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "legal_basis" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"citation" text NOT NULL,
	"title" text NOT NULL,
	"document_no" text,
	"article" integer,
	"effective_from" date,
	"effective_to" date,
	"repealed_by" text,
	"summary" text,
	CONSTRAINT "legal_basis_citation_unique" UNIQUE("citation")
);

--> statement-breakpoint
CREATE TABLE "legal_basis_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"citation" text,
	"title" text,
	"document_no" text,
	"article" integer,
	"effective_from" date,
	"effective_to" date,
	"repealed_by" text,
	"summary" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "field_policy" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"coordinate" text NOT NULL,
	"type_name" text NOT NULL,
	"field_name" text NOT NULL,
	"disclosure_class" text NOT NULL,
	"to_subject" boolean NOT NULL,
	"basis_citation" text,
	"filterable" text NOT NULL,
	"audited" boolean NOT NULL,
	"row_rule" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "field_policy_coordinate_unique" UNIQUE("coordinate")
);

--> statement-breakpoint
CREATE TABLE "field_policy_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"coordinate" text,
	"type_name" text,
	"field_name" text,
	"disclosure_class" text,
	"to_subject" boolean,
	"basis_citation" text,
	"filterable" text,
	"audited" boolean,
	"row_rule" text,
	"description" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_parent_id_key" FOREIGN KEY ("parent_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_successor_id_key" FOREIGN KEY ("successor_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_governed_code_key" FOREIGN KEY ("governed_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_government_id_key" FOREIGN KEY ("government_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organization_restricted" ADD CONSTRAINT "organization_restricted_id_organization_id_fk" FOREIGN KEY ("id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "administrative_division" ADD CONSTRAINT "administrative_division_parent_code_key" FOREIGN KEY ("parent_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "office_holder" ADD CONSTRAINT "office_holder_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "office_holder" ADD CONSTRAINT "office_holder_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "office_holder_conditional" ADD CONSTRAINT "office_holder_conditional_id_office_holder_id_fk" FOREIGN KEY ("id") REFERENCES "public"."office_holder"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "office_holder_conditional" ADD CONSTRAINT "office_holder_conditional_official_id_key" FOREIGN KEY ("official_id") REFERENCES "public"."official"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "official" ADD CONSTRAINT "official_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "official" ADD CONSTRAINT "official_managing_organization_id_key" FOREIGN KEY ("managing_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "official" ADD CONSTRAINT "official_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "official_restricted" ADD CONSTRAINT "official_restricted_id_official_id_fk" FOREIGN KEY ("id") REFERENCES "public"."official"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_owner_id_key" FOREIGN KEY ("owner_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tender" ADD CONSTRAINT "tender_project_id_key" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tender" ADD CONSTRAINT "tender_tenderer_id_key" FOREIGN KEY ("tenderer_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tender" ADD CONSTRAINT "tender_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tender_opening" ADD CONSTRAINT "tender_opening_id_tender_id_fk" FOREIGN KEY ("id") REFERENCES "public"."tender"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bid" ADD CONSTRAINT "bid_tender_id_key" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bid" ADD CONSTRAINT "bid_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bid_price" ADD CONSTRAINT "bid_price_id_bid_id_fk" FOREIGN KEY ("id") REFERENCES "public"."bid"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bid_conditional" ADD CONSTRAINT "bid_conditional_id_bid_id_fk" FOREIGN KEY ("id") REFERENCES "public"."bid"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bid_restricted" ADD CONSTRAINT "bid_restricted_id_bid_id_fk" FOREIGN KEY ("id") REFERENCES "public"."bid"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "debt_limit" ADD CONSTRAINT "debt_limit_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "debt_limit" ADD CONSTRAINT "debt_limit_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "debt_balance" ADD CONSTRAINT "debt_balance_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "debt_balance" ADD CONSTRAINT "debt_balance_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "organization_uscc_id" ON "organization" USING btree ("uscc","id");
--> statement-breakpoint
CREATE INDEX "organization_division_code_uscc_id" ON "organization" USING btree ("division_code","uscc","id");
--> statement-breakpoint
CREATE INDEX "organization_parent_id_uscc_id" ON "organization" USING btree ("parent_id","uscc","id");
--> statement-breakpoint
CREATE INDEX "organization_successor_id_uscc_id" ON "organization" USING btree ("successor_id","uscc","id");
--> statement-breakpoint
CREATE INDEX "organization_governed_code_uscc_id" ON "organization" USING btree ("governed_code","uscc","id");
--> statement-breakpoint
CREATE INDEX "organization_government_id_uscc_id" ON "organization" USING btree ("government_id","uscc","id");
--> statement-breakpoint
CREATE INDEX "organization_kind_uscc_id" ON "organization" USING btree ("kind","uscc","id");
--> statement-breakpoint
CREATE INDEX "organization_history_id" ON "organization_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "organization_restricted_history_id" ON "organization_restricted_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "administrative_division_code_id" ON "administrative_division" USING btree ("code","id");
--> statement-breakpoint
CREATE INDEX "administrative_division_parent_code_code_id" ON "administrative_division" USING btree ("parent_code","code","id");
--> statement-breakpoint
CREATE INDEX "administrative_division_level_code" ON "administrative_division" USING btree ("level","code");
--> statement-breakpoint
CREATE INDEX "administrative_division_history_id" ON "administrative_division_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "office_holder_held_from_id" ON "office_holder" USING btree ("held_from","id");
--> statement-breakpoint
CREATE INDEX "office_holder_organization_id_held_from_id" ON "office_holder" USING btree ("organization_id","held_from","id");
--> statement-breakpoint
CREATE INDEX "office_holder_history_id" ON "office_holder_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "office_holder_conditional_official_id" ON "office_holder_conditional" USING btree ("official_id");
--> statement-breakpoint
CREATE INDEX "office_holder_conditional_history_id" ON "office_holder_conditional_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "official_record_no_id" ON "official" USING btree ("record_no","id");
--> statement-breakpoint
CREATE INDEX "official_organization_id_record_no_id" ON "official" USING btree ("organization_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "official_managing_organization_id_record_no_id" ON "official" USING btree ("managing_organization_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "official_history_id" ON "official_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "official_restricted_history_id" ON "official_restricted_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "project_code_id" ON "project" USING btree ("code","id");
--> statement-breakpoint
CREATE INDEX "project_owner_id_code_id" ON "project" USING btree ("owner_id","code","id");
--> statement-breakpoint
CREATE INDEX "project_division_code_code_id" ON "project" USING btree ("division_code","code","id");
--> statement-breakpoint
CREATE INDEX "project_history_id" ON "project_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "tender_noticed_at_id" ON "tender" USING btree ("noticed_at","id");
--> statement-breakpoint
CREATE INDEX "tender_project_id_noticed_at_id" ON "tender" USING btree ("project_id","noticed_at","id");
--> statement-breakpoint
CREATE INDEX "tender_tenderer_id_noticed_at_id" ON "tender" USING btree ("tenderer_id","noticed_at","id");
--> statement-breakpoint
CREATE INDEX "tender_history_id" ON "tender_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "tender_opening_history_id" ON "tender_opening_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "bid_received_at_id" ON "bid" USING btree ("received_at","id");
--> statement-breakpoint
CREATE INDEX "bid_tender_id_received_at_id" ON "bid" USING btree ("tender_id","received_at","id");
--> statement-breakpoint
CREATE INDEX "bid_supplier_uscc_received_at" ON "bid" USING btree ("supplier_uscc","received_at");
--> statement-breakpoint
CREATE INDEX "bid_history_id" ON "bid_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "bid_price_history_id" ON "bid_price_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "bid_conditional_history_id" ON "bid_conditional_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "bid_restricted_history_id" ON "bid_restricted_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "debt_limit_year_id" ON "debt_limit" USING btree ("year","id");
--> statement-breakpoint
CREATE INDEX "debt_limit_division_code_year_id" ON "debt_limit" USING btree ("division_code","year","id");
--> statement-breakpoint
CREATE INDEX "debt_limit_history_id" ON "debt_limit_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "debt_balance_year_id" ON "debt_balance" USING btree ("year","id");
--> statement-breakpoint
CREATE INDEX "debt_balance_division_code_year_id" ON "debt_balance" USING btree ("division_code","year","id");
--> statement-breakpoint
CREATE INDEX "debt_balance_history_id" ON "debt_balance_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "legal_basis_citation_id" ON "legal_basis" USING btree ("citation","id");
--> statement-breakpoint
CREATE INDEX "legal_basis_history_id" ON "legal_basis_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "field_policy_coordinate_id" ON "field_policy" USING btree ("coordinate","id");
--> statement-breakpoint
CREATE INDEX "field_policy_basis_citation_coordinate_id" ON "field_policy" USING btree ("basis_citation","coordinate","id");
--> statement-breakpoint
CREATE INDEX "field_policy_history_id" ON "field_policy_history" USING btree ("id");

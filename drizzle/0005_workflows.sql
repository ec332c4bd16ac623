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
CREATE INDEX "workflow_event_position" ON "workflow_event" USING btree ("transaction","position");

CREATE TABLE "former_identity" (
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
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"uscc" text,
	CONSTRAINT "former_identity_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "former_identity_history" (
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
	"organization_id" uuid,
	"name" text,
	"uscc" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "post" (
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
	"post_no" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"title" text NOT NULL,
	"is_leading" boolean NOT NULL,
	"managing_organization_id" uuid,
	CONSTRAINT "post_record_no_unique" UNIQUE("record_no"),
	CONSTRAINT "post_post_no_unique" UNIQUE("post_no")
);

--> statement-breakpoint
CREATE TABLE "post_history" (
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
	"post_no" text,
	"organization_id" uuid,
	"title" text,
	"is_leading" boolean,
	"managing_organization_id" uuid,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "tenure" (
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
	"official_id" uuid NOT NULL,
	"managing_organization_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"post_title" text NOT NULL,
	"held_from" date NOT NULL,
	"held_to" date,
	"appointment_no" text,
	CONSTRAINT "tenure_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "tenure_history" (
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
	"official_id" uuid,
	"managing_organization_id" uuid,
	"post_id" uuid,
	"organization_id" uuid,
	"post_title" text,
	"held_from" date,
	"held_to" date,
	"appointment_no" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "catalog_item" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"provider_name" text NOT NULL,
	"summary" text NOT NULL,
	"format" text NOT NULL,
	"disclosure_class" text NOT NULL,
	"sharing_condition" text,
	"sharing_method" text NOT NULL,
	"open_attribute" text NOT NULL,
	"update_cycle" text NOT NULL,
	"secrecy_attribute" text NOT NULL,
	"lowest_level" text NOT NULL,
	"published_on" date NOT NULL,
	"related_codes" text[],
	"basis_citation" text NOT NULL,
	"type_name" text,
	CONSTRAINT "catalog_item_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "catalog_item_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"code" text,
	"name" text,
	"category" text,
	"provider_name" text,
	"summary" text,
	"format" text,
	"disclosure_class" text,
	"sharing_condition" text,
	"sharing_method" text,
	"open_attribute" text,
	"update_cycle" text,
	"secrecy_attribute" text,
	"lowest_level" text,
	"published_on" date,
	"related_codes" text[],
	"basis_citation" text,
	"type_name" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "display_period" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version_code" text NOT NULL,
	"catalog_item_code" text NOT NULL,
	"severity" text NOT NULL,
	"is_displayed" boolean NOT NULL,
	"min_months" integer NOT NULL,
	"max_months" integer NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"basis_citation" text NOT NULL,
	"confidence" text NOT NULL,
	"note" text,
	CONSTRAINT "display_period_version_code_unique" UNIQUE("version_code")
);

--> statement-breakpoint
CREATE TABLE "display_period_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"version_code" text,
	"catalog_item_code" text,
	"severity" text,
	"is_displayed" boolean,
	"min_months" integer,
	"max_months" integer,
	"effective_from" date,
	"effective_to" date,
	"basis_citation" text,
	"confidence" text,
	"note" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"basis_citation" text NOT NULL,
	CONSTRAINT "calendar_day_day_unique" UNIQUE("day")
);

--> statement-breakpoint
CREATE TABLE "calendar_day_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"day" date,
	"kind" text,
	"name" text,
	"basis_citation" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "threshold" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version_code" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"value" numeric,
	"unit" text NOT NULL,
	"effective_from" date,
	"effective_to" date,
	"basis_citation" text,
	"confidence" text NOT NULL,
	"note" text,
	CONSTRAINT "threshold_version_code_unique" UNIQUE("version_code")
);

--> statement-breakpoint
CREATE TABLE "threshold_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"version_code" text,
	"code" text,
	"name" text,
	"value" numeric,
	"unit" text,
	"effective_from" date,
	"effective_to" date,
	"basis_citation" text,
	"confidence" text,
	"note" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "masking_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"applies_to" text NOT NULL,
	"rule" text NOT NULL,
	"example" text,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"basis_citation" text,
	"confidence" text NOT NULL,
	"note" text,
	CONSTRAINT "masking_rule_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "masking_rule_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"code" text,
	"applies_to" text,
	"rule" text,
	"example" text,
	"effective_from" date,
	"effective_to" date,
	"basis_citation" text,
	"confidence" text,
	"note" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
DROP INDEX "bid_supplier_uscc_received_at";
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "sponsor_id" uuid;
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "purpose" text;
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "legal_representative" text;
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "registered_capital" numeric(18, 2);
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "industry_code" text;
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "registered_on" date;
--> statement-breakpoint
ALTER TABLE "organization_history" ADD COLUMN "sponsor_id" uuid;
--> statement-breakpoint
ALTER TABLE "organization_history" ADD COLUMN "purpose" text;
--> statement-breakpoint
ALTER TABLE "organization_history" ADD COLUMN "legal_representative" text;
--> statement-breakpoint
ALTER TABLE "organization_history" ADD COLUMN "registered_capital" numeric(18, 2);
--> statement-breakpoint
ALTER TABLE "organization_history" ADD COLUMN "industry_code" text;
--> statement-breakpoint
ALTER TABLE "organization_history" ADD COLUMN "registered_on" date;
--> statement-breakpoint
ALTER TABLE "administrative_division" ADD COLUMN "successor_code" text;
--> statement-breakpoint
ALTER TABLE "administrative_division" ADD COLUMN "source_note" text;
--> statement-breakpoint
ALTER TABLE "administrative_division_history" ADD COLUMN "successor_code" text;
--> statement-breakpoint
ALTER TABLE "administrative_division_history" ADD COLUMN "source_note" text;
--> statement-breakpoint
ALTER TABLE "office_holder" ADD COLUMN "post_id" uuid;
--> statement-breakpoint
ALTER TABLE "office_holder_history" ADD COLUMN "post_id" uuid;
--> statement-breakpoint
ALTER TABLE "former_identity" ADD CONSTRAINT "former_identity_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "former_identity" ADD CONSTRAINT "former_identity_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_managing_organization_id_key" FOREIGN KEY ("managing_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_official_id_key" FOREIGN KEY ("official_id") REFERENCES "public"."official"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_managing_organization_id_key" FOREIGN KEY ("managing_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_post_id_key" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "display_period" ADD CONSTRAINT "display_period_catalog_item_code_key" FOREIGN KEY ("catalog_item_code") REFERENCES "public"."catalog_item"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "former_identity_name_id" ON "former_identity" USING btree ("name","id");
--> statement-breakpoint
CREATE INDEX "former_identity_organization_id_name_id" ON "former_identity" USING btree ("organization_id","name","id");
--> statement-breakpoint
CREATE INDEX "former_identity_uscc" ON "former_identity" USING btree ("uscc");
--> statement-breakpoint
CREATE INDEX "former_identity_history_id" ON "former_identity_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "post_post_no_id" ON "post" USING btree ("post_no","id");
--> statement-breakpoint
CREATE INDEX "post_organization_id_post_no_id" ON "post" USING btree ("organization_id","post_no","id");
--> statement-breakpoint
CREATE INDEX "post_managing_organization_id_post_no_id" ON "post" USING btree ("managing_organization_id","post_no","id");
--> statement-breakpoint
CREATE INDEX "post_history_id" ON "post_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "tenure_record_no_id" ON "tenure" USING btree ("record_no","id");
--> statement-breakpoint
CREATE INDEX "tenure_official_id_record_no_id" ON "tenure" USING btree ("official_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "tenure_managing_organization_id_record_no_id" ON "tenure" USING btree ("managing_organization_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "tenure_post_id_record_no_id" ON "tenure" USING btree ("post_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "tenure_organization_id_record_no_id" ON "tenure" USING btree ("organization_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "tenure_history_id" ON "tenure_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "catalog_item_code_id" ON "catalog_item" USING btree ("code","id");
--> statement-breakpoint
CREATE INDEX "catalog_item_basis_citation_code_id" ON "catalog_item" USING btree ("basis_citation","code","id");
--> statement-breakpoint
CREATE INDEX "catalog_item_history_id" ON "catalog_item_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "display_period_version_code_id" ON "display_period" USING btree ("version_code","id");
--> statement-breakpoint
CREATE INDEX "display_period_catalog_item_code_version_code_id" ON "display_period" USING btree ("catalog_item_code","version_code","id");
--> statement-breakpoint
CREATE INDEX "display_period_basis_citation_version_code_id" ON "display_period" USING btree ("basis_citation","version_code","id");
--> statement-breakpoint
CREATE INDEX "display_period_catalog_item_code_severity_effective_from" ON "display_period" USING btree ("catalog_item_code","severity","effective_from");
--> statement-breakpoint
CREATE INDEX "display_period_history_id" ON "display_period_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "calendar_day_day_id" ON "calendar_day" USING btree ("day","id");
--> statement-breakpoint
CREATE INDEX "calendar_day_basis_citation_day_id" ON "calendar_day" USING btree ("basis_citation","day","id");
--> statement-breakpoint
CREATE INDEX "calendar_day_kind_day" ON "calendar_day" USING btree ("kind","day");
--> statement-breakpoint
CREATE INDEX "calendar_day_history_id" ON "calendar_day_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "threshold_version_code_id" ON "threshold" USING btree ("version_code","id");
--> statement-breakpoint
CREATE INDEX "threshold_basis_citation_version_code_id" ON "threshold" USING btree ("basis_citation","version_code","id");
--> statement-breakpoint
CREATE INDEX "threshold_code_effective_from" ON "threshold" USING btree ("code","effective_from");
--> statement-breakpoint
CREATE INDEX "threshold_history_id" ON "threshold_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "masking_rule_code_id" ON "masking_rule" USING btree ("code","id");
--> statement-breakpoint
CREATE INDEX "masking_rule_basis_citation_code_id" ON "masking_rule" USING btree ("basis_citation","code","id");
--> statement-breakpoint
CREATE INDEX "masking_rule_history_id" ON "masking_rule_history" USING btree ("id");
--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_sponsor_id_key" FOREIGN KEY ("sponsor_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "office_holder" ADD CONSTRAINT "office_holder_post_id_key" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "organization_sponsor_id_uscc_id" ON "organization" USING btree ("sponsor_id","uscc","id");
--> statement-breakpoint
CREATE INDEX "administrative_division_successor_code_code_id" ON "administrative_division" USING btree ("successor_code","code","id");
--> statement-breakpoint
CREATE INDEX "office_holder_post_id_held_from_id" ON "office_holder" USING btree ("post_id","held_from","id");
--> statement-breakpoint
CREATE INDEX "bid_supplier_uscc_received_at_id" ON "bid" USING btree ("supplier_uscc","received_at","id");
--> statement-breakpoint
ALTER TABLE "organization" DROP COLUMN "former_names";
--> statement-breakpoint
ALTER TABLE "organization_history" DROP COLUMN "former_names";
--> statement-breakpoint
ALTER TABLE "administrative_division" DROP COLUMN "successor_codes";
--> statement-breakpoint
ALTER TABLE "administrative_division_history" DROP COLUMN "successor_codes";
--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_uscc_prefix" CHECK ("organization"."uscc" not like '92%');

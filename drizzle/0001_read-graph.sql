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
ALTER TABLE "display_period" ADD CONSTRAINT "display_period_catalog_item_code_key" FOREIGN KEY ("catalog_item_code") REFERENCES "public"."catalog_item"("code") ON DELETE no action ON UPDATE no action;
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

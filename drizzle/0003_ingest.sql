CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"receipt_no" text NOT NULL,
	"organization_id" uuid,
	"client_id" text NOT NULL,
	"audience" text,
	"dataset" text NOT NULL,
	"format" text NOT NULL,
	"encoding" text,
	"byte_count" numeric(15, 0) NOT NULL,
	"file_digest" text NOT NULL,
	"state" text DEFAULT 'RECEIVED' NOT NULL,
	"state_reason" text,
	"phase" text,
	"progress" integer,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"rows_taken" integer DEFAULT 0 NOT NULL,
	"rows_faulty" integer DEFAULT 0 NOT NULL,
	"rows_inserted" integer DEFAULT 0 NOT NULL,
	"rows_updated" integer DEFAULT 0 NOT NULL,
	"rows_unchanged" integer DEFAULT 0 NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"jurisdiction" text,
	CONSTRAINT "delivery_receipt_no_unique" UNIQUE("receipt_no")
);

--> statement-breakpoint
CREATE TABLE "delivery_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"receipt_no" text,
	"organization_id" uuid,
	"client_id" text,
	"audience" text,
	"dataset" text,
	"format" text,
	"encoding" text,
	"byte_count" numeric(15, 0),
	"file_digest" text,
	"state" text,
	"state_reason" text,
	"phase" text,
	"progress" integer,
	"rows_read" integer,
	"rows_taken" integer,
	"rows_faulty" integer,
	"rows_inserted" integer,
	"rows_updated" integer,
	"rows_unchanged" integer,
	"received_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"version" integer,
	"jurisdiction" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "delivery_fault" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"delivery_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"column" text,
	"code" text NOT NULL,
	"detail" text
);

--> statement-breakpoint
CREATE TABLE "delivery_waiting" (
	"dataset" text NOT NULL,
	"row_id" uuid NOT NULL,
	"organization_id" uuid,
	"delivery_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"columns" text[] NOT NULL,
	"content" "bytea" NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_waiting_dataset_row_id_pk" PRIMARY KEY("dataset","row_id")
);

--> statement-breakpoint
ALTER TABLE "post" DROP CONSTRAINT "post_post_no_unique";
--> statement-breakpoint
ALTER TABLE "official" DROP CONSTRAINT "official_id_number_digest_unique";
--> statement-breakpoint
ALTER TABLE "contract" DROP CONSTRAINT "contract_contract_no_unique";
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "organization_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "organization_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "administrative_division" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "administrative_division" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "administrative_division" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "administrative_division_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "administrative_division_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "administrative_division_history" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "former_identity" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "former_identity" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "former_identity_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "former_identity_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "post_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "post_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "office_holder" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "office_holder" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "office_holder_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "office_holder_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "official" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "official" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "official_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "official_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "tenure" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "tenure" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "tenure_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "tenure_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "project_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "project_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "tender_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "tender_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "lot" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "lot_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "lot_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "notice_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "notice_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "bid" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "bid" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "bid_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "bid_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "award" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "award" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "award_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "award_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "contract_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "contract_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "acceptance" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "acceptance_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "acceptance_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "payment_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "payment_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "debt_limit" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "debt_limit" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "debt_limit_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "debt_limit_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "debt_balance" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "debt_balance" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "debt_balance_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "debt_balance_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "arrears_record" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "arrears_record" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "arrears_record_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "arrears_record_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "arrears_total" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "arrears_total" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "arrears_total_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "arrears_total_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "bond" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "bond" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "bond_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "bond_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "bond_tranche" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "bond_tranche" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "bond_tranche_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "bond_tranche_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "debt_service_due" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "debt_service_due" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "debt_service_due_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "debt_service_due_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "fund_use" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "fund_use" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "fund_use_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "fund_use_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "disclosure_duty" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "disclosure_duty" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "disclosure_duty_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "disclosure_duty_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "government_credit_rating" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "government_credit_rating" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "government_credit_rating_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "government_credit_rating_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "debt_risk_assessment" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "debt_risk_assessment" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "debt_risk_assessment_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "debt_risk_assessment_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "violation_record_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "violation_record_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "disclosure_basis" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "disclosure_basis" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "disclosure_basis_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "disclosure_basis_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "official_dishonesty_record" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "official_dishonesty_record" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "official_dishonesty_record_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "official_dishonesty_record_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "record_responsibility" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "record_responsibility" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "record_responsibility_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "record_responsibility_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "attachment_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "attachment_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "measure" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "measure" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "measure" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "measure_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "measure_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "measure_history" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "legal_basis" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "legal_basis" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "legal_basis" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "legal_basis_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "legal_basis_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "legal_basis_history" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "catalog_item" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "catalog_item" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "catalog_item" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "catalog_item_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "catalog_item_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "catalog_item_history" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "display_period" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "display_period" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "display_period" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "display_period_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "display_period_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "display_period_history" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "calendar_day" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "calendar_day" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "calendar_day" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "calendar_day_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "calendar_day_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "calendar_day_history" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "threshold" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "threshold" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "threshold" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "threshold_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "threshold_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "threshold_history" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "masking_rule" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "masking_rule" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "masking_rule" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "masking_rule_history" ADD COLUMN "delivery_id" uuid;
--> statement-breakpoint
ALTER TABLE "masking_rule_history" ADD COLUMN "delivery_row" integer;
--> statement-breakpoint
ALTER TABLE "masking_rule_history" ADD COLUMN "content_hash" text;
--> statement-breakpoint
ALTER TABLE "delivery_fault" ADD CONSTRAINT "delivery_fault_delivery_id_key" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "delivery_received_at_id" ON "delivery" USING btree ("received_at","id");
--> statement-breakpoint
CREATE INDEX "delivery_dataset_organization_id_received_at" ON "delivery" USING btree ("dataset","organization_id","received_at");
--> statement-breakpoint
CREATE INDEX "delivery_state" ON "delivery" USING btree ("state");
--> statement-breakpoint
CREATE INDEX "delivery_history_id" ON "delivery_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "delivery_fault_row_id" ON "delivery_fault" USING btree ("row","id");
--> statement-breakpoint
CREATE INDEX "delivery_fault_delivery_id_row_id" ON "delivery_fault" USING btree ("delivery_id","row","id");
--> statement-breakpoint
CREATE INDEX "delivery_fault_delivery_id_row" ON "delivery_fault" USING btree ("delivery_id","row");
--> statement-breakpoint
CREATE INDEX "delivery_waiting_delivery" ON "delivery_waiting" USING btree ("dataset","delivery_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "former_identity_supply_key" ON "former_identity" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "post_supply_key" ON "post" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "post_post_no_supply" ON "post" USING btree ("post_no","source_organization_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "office_holder_supply_key" ON "office_holder" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "official_supply_key" ON "official" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "official_id_number_digest_supply" ON "official" USING btree ("id_number_digest","source_organization_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "tenure_supply_key" ON "tenure" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "lot_supply_key" ON "lot" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "notice_supply_key" ON "notice" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "bid_supply_key" ON "bid" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "award_supply_key" ON "award" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "contract_supply_key" ON "contract" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "contract_contract_no_supply" ON "contract" USING btree ("contract_no","source_organization_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "acceptance_supply_key" ON "acceptance" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "payment_supply_key" ON "payment" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "debt_limit_supply_key" ON "debt_limit" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "debt_balance_supply_key" ON "debt_balance" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "arrears_record_supply_key" ON "arrears_record" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "arrears_total_supply_key" ON "arrears_total" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "bond_tranche_supply_key" ON "bond_tranche" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "debt_service_due_supply_key" ON "debt_service_due" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "fund_use_supply_key" ON "fund_use" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_duty_supply_key" ON "disclosure_duty" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "government_credit_rating_supply_key" ON "government_credit_rating" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "debt_risk_assessment_supply_key" ON "debt_risk_assessment" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "dishonesty_record_supply_key" ON "dishonesty_record" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "violation_record_supply_key" ON "violation_record" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_basis_supply_key" ON "disclosure_basis" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "official_dishonesty_record_supply_key" ON "official_dishonesty_record" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "record_responsibility_supply_key" ON "record_responsibility" USING btree ("source_organization_id","source_record_no");
--> statement-breakpoint
CREATE UNIQUE INDEX "attachment_supply_key" ON "attachment" USING btree ("source_organization_id","source_record_no");

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
CREATE TABLE "tender_conditional" (
	"id" uuid PRIMARY KEY NOT NULL,
	"responsible_official_id" uuid
);

--> statement-breakpoint
CREATE TABLE "tender_conditional_history" (
	"id" uuid,
	"responsible_official_id" uuid,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "lot" (
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
	"lot_no" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"budget" numeric(18, 2),
	"status" text NOT NULL,
	CONSTRAINT "lot_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "lot_history" (
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
	"lot_no" text,
	"kind" text,
	"title" text,
	"budget" numeric(18, 2),
	"status" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "notice" (
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
	"lot_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"published_at" timestamp (3) with time zone,
	"media_url" text,
	"text" text,
	CONSTRAINT "notice_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "notice_history" (
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
	"lot_id" uuid,
	"kind" text,
	"title" text,
	"published_at" timestamp (3) with time zone,
	"media_url" text,
	"text" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "award" (
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
	"lot_id" uuid,
	"bid_id" uuid,
	"supplier_uscc" text NOT NULL,
	"supplier_name" text NOT NULL,
	"amount" numeric(18, 2),
	"rank" integer DEFAULT 1 NOT NULL,
	"awarded_on" date NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "award_record_no_unique" UNIQUE("record_no"),
	CONSTRAINT "award_bid_id_unique" UNIQUE("bid_id")
);

--> statement-breakpoint
CREATE TABLE "award_history" (
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
	"lot_id" uuid,
	"bid_id" uuid,
	"supplier_uscc" text,
	"supplier_name" text,
	"amount" numeric(18, 2),
	"rank" integer,
	"awarded_on" date,
	"published_at" timestamp (3) with time zone,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "contract" (
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
	"contract_no" text NOT NULL,
	"tender_id" uuid NOT NULL,
	"award_id" uuid,
	"project_code" text,
	"purchaser_id" uuid NOT NULL,
	"supplier_uscc" text NOT NULL,
	"supplier_name" text NOT NULL,
	"division_code" text NOT NULL,
	"title" text NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	"signed_on" date NOT NULL,
	"published_at" timestamp (3) with time zone,
	"ends_on" date,
	CONSTRAINT "contract_record_no_unique" UNIQUE("record_no"),
	CONSTRAINT "contract_contract_no_unique" UNIQUE("contract_no")
);

--> statement-breakpoint
CREATE TABLE "contract_history" (
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
	"contract_no" text,
	"tender_id" uuid,
	"award_id" uuid,
	"project_code" text,
	"purchaser_id" uuid,
	"supplier_uscc" text,
	"supplier_name" text,
	"division_code" text,
	"title" text,
	"amount" numeric(18, 2),
	"signed_on" date,
	"published_at" timestamp (3) with time zone,
	"ends_on" date,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "contract_conditional" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text" text
);

--> statement-breakpoint
CREATE TABLE "contract_conditional_history" (
	"id" uuid,
	"text" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "acceptance" (
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
	"contract_id" uuid NOT NULL,
	"accepted_on" date NOT NULL,
	"result" text NOT NULL,
	"is_public_service" boolean DEFAULT false NOT NULL,
	"note" text,
	CONSTRAINT "acceptance_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "acceptance_history" (
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
	"contract_id" uuid,
	"accepted_on" date,
	"result" text,
	"is_public_service" boolean,
	"note" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "payment" (
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
	"contract_id" uuid NOT NULL,
	"instalment" integer NOT NULL,
	"purchaser_id" uuid NOT NULL,
	"supplier_id" uuid,
	"supplier_uscc" text NOT NULL,
	"due_on" date NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	"paid_amount" numeric(18, 2) DEFAULT '0' NOT NULL,
	"paid_on" date,
	"settlement" text GENERATED ALWAYS AS (case when paid_on is null then 'OUTSTANDING' when paid_on <= due_on then 'IN_TIME' else 'LATE' end) STORED NOT NULL,
	CONSTRAINT "payment_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "payment_history" (
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
	"contract_id" uuid,
	"instalment" integer,
	"purchaser_id" uuid,
	"supplier_id" uuid,
	"supplier_uscc" text,
	"due_on" date,
	"amount" numeric(18, 2),
	"paid_amount" numeric(18, 2),
	"paid_on" date,
	"settlement" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "arrears_record" (
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
	"debtor_id" uuid NOT NULL,
	"creditor_id" uuid,
	"creditor_uscc" text NOT NULL,
	"contract_id" uuid,
	"division_code" text NOT NULL,
	"kind" text NOT NULL,
	"due_on" date NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	"paid_amount" numeric(18, 2) DEFAULT '0' NOT NULL,
	"daily_interest_rate" numeric(9, 7),
	"is_disputed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "arrears_record_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "arrears_record_history" (
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
	"debtor_id" uuid,
	"creditor_id" uuid,
	"creditor_uscc" text,
	"contract_id" uuid,
	"division_code" text,
	"kind" text,
	"due_on" date,
	"amount" numeric(18, 2),
	"paid_amount" numeric(18, 2),
	"daily_interest_rate" numeric(9, 7),
	"is_disputed" boolean,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "arrears_total" (
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
	"year" integer NOT NULL,
	"overdue_contracts" integer NOT NULL,
	"overdue_amount" numeric(18, 2) NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "arrears_total_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "arrears_total_history" (
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
	"year" integer,
	"overdue_contracts" integer,
	"overdue_amount" numeric(18, 2),
	"published_at" timestamp (3) with time zone,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "bond" (
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
	"code" text NOT NULL,
	"name" text NOT NULL,
	"issued_on" date NOT NULL,
	"term_years" integer NOT NULL,
	"rate" numeric(6, 4) NOT NULL,
	"matures_on" date NOT NULL,
	CONSTRAINT "bond_record_no_unique" UNIQUE("record_no"),
	CONSTRAINT "bond_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "bond_history" (
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
	"code" text,
	"name" text,
	"issued_on" date,
	"term_years" integer,
	"rate" numeric(6, 4),
	"matures_on" date,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "bond_tranche" (
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
	"bond_id" uuid NOT NULL,
	"tranche_no" integer NOT NULL,
	"purpose" text NOT NULL,
	"project_code" text,
	CONSTRAINT "bond_tranche_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "bond_tranche_history" (
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
	"bond_id" uuid,
	"tranche_no" integer,
	"purpose" text,
	"project_code" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "debt_service_due" (
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
	"bond_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"due_on" date NOT NULL,
	"principal" numeric(18, 2) NOT NULL,
	"interest" numeric(18, 2) NOT NULL,
	"paid_on" date,
	"paid_amount" numeric(18, 2),
	CONSTRAINT "debt_service_due_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "debt_service_due_history" (
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
	"bond_id" uuid,
	"division_code" text,
	"due_on" date,
	"principal" numeric(18, 2),
	"interest" numeric(18, 2),
	"paid_on" date,
	"paid_amount" numeric(18, 2),
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "fund_use" (
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
	"tranche_id" uuid NOT NULL,
	"project_code" text NOT NULL,
	"year" integer NOT NULL,
	"budget" numeric(18, 2) NOT NULL,
	"spent" numeric(18, 2) NOT NULL,
	CONSTRAINT "fund_use_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "fund_use_history" (
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
	"tranche_id" uuid,
	"project_code" text,
	"year" integer,
	"budget" numeric(18, 2),
	"spent" numeric(18, 2),
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "disclosure_duty" (
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
	"document" text NOT NULL,
	"year" integer NOT NULL,
	"approved_on" date NOT NULL,
	"due_on" date NOT NULL,
	"published_on" date,
	"url" text,
	"settlement" text GENERATED ALWAYS AS (case when published_on is null then 'OUTSTANDING' when published_on <= due_on then 'IN_TIME' else 'LATE' end) STORED NOT NULL,
	CONSTRAINT "disclosure_duty_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "disclosure_duty_history" (
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
	"document" text,
	"year" integer,
	"approved_on" date,
	"due_on" date,
	"published_on" date,
	"url" text,
	"settlement" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "government_credit_rating" (
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
	"agency" text NOT NULL,
	"grade" text NOT NULL,
	"outlook" text NOT NULL,
	"rated_on" date NOT NULL,
	CONSTRAINT "government_credit_rating_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "government_credit_rating_history" (
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
	"agency" text,
	"grade" text,
	"outlook" text,
	"rated_on" date,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "debt_risk_assessment" (
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
	"year" integer NOT NULL,
	"division_code" text NOT NULL,
	"government_id" uuid NOT NULL,
	"debt_ratio" numeric(7, 2) NOT NULL,
	"service_ratio" numeric(7, 2) NOT NULL,
	"overdue_ratio" numeric(7, 2) NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "debt_risk_assessment_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "debt_risk_assessment_history" (
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
	"year" integer,
	"division_code" text,
	"government_id" uuid,
	"debt_ratio" numeric(7, 2),
	"service_ratio" numeric(7, 2),
	"overdue_ratio" numeric(7, 2),
	"level" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "dishonesty_record" (
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
	"title" text NOT NULL,
	"subject_name" text NOT NULL,
	"subject_organization_id" uuid,
	"division_code" text NOT NULL,
	"issuing_organization_name" text NOT NULL,
	"issued_on" date NOT NULL,
	"catalog_item_code" text NOT NULL,
	"severity" text NOT NULL,
	"disclosure_state" text DEFAULT 'NOT_PUBLIC' NOT NULL,
	"display_from" date,
	"stopped_on" date,
	"stop_reason" text,
	"subject_kind" text NOT NULL,
	"subject_post" text,
	"source_kind" text NOT NULL,
	"field" text NOT NULL,
	"fact_summary" text NOT NULL,
	"disclosure_basis_id" uuid,
	"loss_amount" numeric(18, 2),
	CONSTRAINT "dishonesty_record_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "dishonesty_record_history" (
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
	"title" text,
	"subject_name" text,
	"subject_organization_id" uuid,
	"division_code" text,
	"issuing_organization_name" text,
	"issued_on" date,
	"catalog_item_code" text,
	"severity" text,
	"disclosure_state" text,
	"display_from" date,
	"stopped_on" date,
	"stop_reason" text,
	"subject_kind" text,
	"subject_post" text,
	"source_kind" text,
	"field" text,
	"fact_summary" text,
	"disclosure_basis_id" uuid,
	"loss_amount" numeric(18, 2),
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "dishonesty_record_conditional" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fact_full" text,
	"social_impact" text
);

--> statement-breakpoint
CREATE TABLE "dishonesty_record_conditional_history" (
	"id" uuid,
	"fact_full" text,
	"social_impact" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "violation_record" (
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
	"title" text NOT NULL,
	"subject_name" text NOT NULL,
	"subject_organization_id" uuid,
	"division_code" text NOT NULL,
	"issuing_organization_name" text NOT NULL,
	"issued_on" date NOT NULL,
	"catalog_item_code" text NOT NULL,
	"severity" text NOT NULL,
	"disclosure_state" text DEFAULT 'NOT_PUBLIC' NOT NULL,
	"display_from" date,
	"stopped_on" date,
	"stop_reason" text,
	"subject_kind" text NOT NULL,
	"subject_uscc" text,
	"conduct" text NOT NULL,
	"fact_summary" text NOT NULL,
	"penalty" text NOT NULL,
	"fine_amount" numeric(18, 2),
	"ban_from" date,
	"ban_to" date,
	"tender_id" uuid,
	"disclosure_basis_id" uuid,
	CONSTRAINT "violation_record_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "violation_record_history" (
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
	"title" text,
	"subject_name" text,
	"subject_organization_id" uuid,
	"division_code" text,
	"issuing_organization_name" text,
	"issued_on" date,
	"catalog_item_code" text,
	"severity" text,
	"disclosure_state" text,
	"display_from" date,
	"stopped_on" date,
	"stop_reason" text,
	"subject_kind" text,
	"subject_uscc" text,
	"conduct" text,
	"fact_summary" text,
	"penalty" text,
	"fine_amount" numeric(18, 2),
	"ban_from" date,
	"ban_to" date,
	"tender_id" uuid,
	"disclosure_basis_id" uuid,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "violation_record_conditional" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fact_full" text
);

--> statement-breakpoint
CREATE TABLE "violation_record_conditional_history" (
	"id" uuid,
	"fact_full" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "disclosure_basis" (
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
	"citation" text NOT NULL,
	"decided_by_organization_id" uuid NOT NULL,
	"decided_on" date NOT NULL,
	"reason" text NOT NULL,
	"expires_on" date,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "disclosure_basis_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "disclosure_basis_history" (
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
	"citation" text,
	"decided_by_organization_id" uuid,
	"decided_on" date,
	"reason" text,
	"expires_on" date,
	"published_at" timestamp (3) with time zone,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "official_dishonesty_record" (
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
	"division_code" text NOT NULL,
	"title" text NOT NULL,
	"source_kind" text NOT NULL,
	"field" text NOT NULL,
	"severity" text NOT NULL,
	"issuing_organization_name" text NOT NULL,
	"issued_on" date NOT NULL,
	"served_on" date,
	"fact_summary" text NOT NULL,
	"fact_full" text,
	"published_record_id" uuid,
	CONSTRAINT "official_dishonesty_record_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "official_dishonesty_record_history" (
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
	"division_code" text,
	"title" text,
	"source_kind" text,
	"field" text,
	"severity" text,
	"issuing_organization_name" text,
	"issued_on" date,
	"served_on" date,
	"fact_summary" text,
	"fact_full" text,
	"published_record_id" uuid,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "record_responsibility" (
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
	"dishonesty_record_id" uuid NOT NULL,
	"official_id" uuid NOT NULL,
	"role" text NOT NULL,
	"post_title" text,
	"held_from" date,
	"held_to" date,
	"managing_organization_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	CONSTRAINT "record_responsibility_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "record_responsibility_history" (
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
	"dishonesty_record_id" uuid,
	"official_id" uuid,
	"role" text,
	"post_title" text,
	"held_from" date,
	"held_to" date,
	"managing_organization_id" uuid,
	"division_code" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "attachment" (
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
	"dishonesty_record_id" uuid,
	"violation_record_id" uuid,
	"title" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"is_publishable" boolean DEFAULT false NOT NULL,
	"sha256" text,
	CONSTRAINT "attachment_record_no_unique" UNIQUE("record_no")
);

--> statement-breakpoint
CREATE TABLE "attachment_history" (
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
	"dishonesty_record_id" uuid,
	"violation_record_id" uuid,
	"title" text,
	"media_type" text,
	"bytes" integer,
	"is_publishable" boolean,
	"sha256" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "measure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"basis_citation" text NOT NULL,
	"applicable_severity" text,
	"applier" text NOT NULL,
	"target_kind" text NOT NULL,
	"effective_from" date,
	"effective_to" date,
	CONSTRAINT "measure_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "measure_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"code" text,
	"kind" text,
	"name" text,
	"basis_citation" text,
	"applicable_severity" text,
	"applier" text,
	"target_kind" text,
	"effective_from" date,
	"effective_to" date,
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
CREATE TABLE "search_entry" (
	"type" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"also" text[] NOT NULL,
	"name" text collate "C" NOT NULL,
	"size" integer NOT NULL,
	"codes" text NOT NULL,
	"pinyin" text collate "C" NOT NULL,
	"initials" text collate "C" NOT NULL,
	"grams" text[] NOT NULL,
	"form" integer NOT NULL,
	CONSTRAINT "search_entry_type_id_pk" PRIMARY KEY("type","id")
);

--> statement-breakpoint
CREATE TABLE "search_pending" (
	"type" text NOT NULL,
	"id" uuid NOT NULL
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
ALTER TABLE "tender" ADD COLUMN "regime" text;
--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "category" text;
--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "agency_uscc" text;
--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "agency_name" text;
--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "funding_source" text;
--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "is_mandatory" boolean;
--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "plan_no" text;
--> statement-breakpoint
ALTER TABLE "tender_history" ADD COLUMN "regime" text;
--> statement-breakpoint
ALTER TABLE "tender_history" ADD COLUMN "category" text;
--> statement-breakpoint
ALTER TABLE "tender_history" ADD COLUMN "agency_uscc" text;
--> statement-breakpoint
ALTER TABLE "tender_history" ADD COLUMN "agency_name" text;
--> statement-breakpoint
ALTER TABLE "tender_history" ADD COLUMN "funding_source" text;
--> statement-breakpoint
ALTER TABLE "tender_history" ADD COLUMN "is_mandatory" boolean;
--> statement-breakpoint
ALTER TABLE "tender_history" ADD COLUMN "plan_no" text;
--> statement-breakpoint
ALTER TABLE "bid" ADD COLUMN "lot_id" uuid;
--> statement-breakpoint
ALTER TABLE "bid_history" ADD COLUMN "lot_id" uuid;
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
ALTER TABLE "tender_conditional" ADD CONSTRAINT "tender_conditional_id_tender_id_fk" FOREIGN KEY ("id") REFERENCES "public"."tender"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tender_conditional" ADD CONSTRAINT "tender_conditional_responsible_official_id_key" FOREIGN KEY ("responsible_official_id") REFERENCES "public"."official"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_tender_id_key" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_tender_id_key" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_lot_id_key" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_tender_id_key" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_lot_id_key" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_bid_id_key" FOREIGN KEY ("bid_id") REFERENCES "public"."bid"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_tender_id_key" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_award_id_key" FOREIGN KEY ("award_id") REFERENCES "public"."award"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_project_code_key" FOREIGN KEY ("project_code") REFERENCES "public"."project"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_purchaser_id_key" FOREIGN KEY ("purchaser_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contract_conditional" ADD CONSTRAINT "contract_conditional_id_contract_id_fk" FOREIGN KEY ("id") REFERENCES "public"."contract"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_contract_id_key" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_contract_id_key" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_purchaser_id_key" FOREIGN KEY ("purchaser_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_supplier_id_key" FOREIGN KEY ("supplier_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "arrears_record" ADD CONSTRAINT "arrears_record_debtor_id_key" FOREIGN KEY ("debtor_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "arrears_record" ADD CONSTRAINT "arrears_record_creditor_id_key" FOREIGN KEY ("creditor_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "arrears_record" ADD CONSTRAINT "arrears_record_contract_id_key" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "arrears_record" ADD CONSTRAINT "arrears_record_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "arrears_record" ADD CONSTRAINT "arrears_record_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "arrears_total" ADD CONSTRAINT "arrears_total_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "arrears_total" ADD CONSTRAINT "arrears_total_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bond" ADD CONSTRAINT "bond_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bond" ADD CONSTRAINT "bond_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bond_tranche" ADD CONSTRAINT "bond_tranche_bond_id_key" FOREIGN KEY ("bond_id") REFERENCES "public"."bond"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bond_tranche" ADD CONSTRAINT "bond_tranche_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bond_tranche" ADD CONSTRAINT "bond_tranche_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "debt_service_due" ADD CONSTRAINT "debt_service_due_bond_id_key" FOREIGN KEY ("bond_id") REFERENCES "public"."bond"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "debt_service_due" ADD CONSTRAINT "debt_service_due_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "debt_service_due" ADD CONSTRAINT "debt_service_due_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "fund_use" ADD CONSTRAINT "fund_use_tranche_id_key" FOREIGN KEY ("tranche_id") REFERENCES "public"."bond_tranche"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "fund_use" ADD CONSTRAINT "fund_use_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disclosure_duty" ADD CONSTRAINT "disclosure_duty_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disclosure_duty" ADD CONSTRAINT "disclosure_duty_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "government_credit_rating" ADD CONSTRAINT "government_credit_rating_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "government_credit_rating" ADD CONSTRAINT "government_credit_rating_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "debt_risk_assessment" ADD CONSTRAINT "debt_risk_assessment_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "debt_risk_assessment" ADD CONSTRAINT "debt_risk_assessment_government_id_key" FOREIGN KEY ("government_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "debt_risk_assessment" ADD CONSTRAINT "debt_risk_assessment_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD CONSTRAINT "dishonesty_record_subject_organization_id_key" FOREIGN KEY ("subject_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD CONSTRAINT "dishonesty_record_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD CONSTRAINT "dishonesty_record_disclosure_basis_id_key" FOREIGN KEY ("disclosure_basis_id") REFERENCES "public"."disclosure_basis"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD CONSTRAINT "dishonesty_record_catalog_item_code_key" FOREIGN KEY ("catalog_item_code") REFERENCES "public"."catalog_item"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dishonesty_record" ADD CONSTRAINT "dishonesty_record_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_conditional" ADD CONSTRAINT "dishonesty_record_conditional_id_dishonesty_record_id_fk" FOREIGN KEY ("id") REFERENCES "public"."dishonesty_record"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD CONSTRAINT "violation_record_subject_organization_id_key" FOREIGN KEY ("subject_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD CONSTRAINT "violation_record_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD CONSTRAINT "violation_record_tender_id_key" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD CONSTRAINT "violation_record_disclosure_basis_id_key" FOREIGN KEY ("disclosure_basis_id") REFERENCES "public"."disclosure_basis"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD CONSTRAINT "violation_record_catalog_item_code_key" FOREIGN KEY ("catalog_item_code") REFERENCES "public"."catalog_item"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record" ADD CONSTRAINT "violation_record_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record_conditional" ADD CONSTRAINT "violation_record_conditional_id_violation_record_id_fk" FOREIGN KEY ("id") REFERENCES "public"."violation_record"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disclosure_basis" ADD CONSTRAINT "disclosure_basis_citation_key" FOREIGN KEY ("citation") REFERENCES "public"."legal_basis"("citation") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disclosure_basis" ADD CONSTRAINT "disclosure_basis_decided_by_organization_id_key" FOREIGN KEY ("decided_by_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "disclosure_basis" ADD CONSTRAINT "disclosure_basis_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "official_dishonesty_record" ADD CONSTRAINT "official_dishonesty_record_official_id_key" FOREIGN KEY ("official_id") REFERENCES "public"."official"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "official_dishonesty_record" ADD CONSTRAINT "official_dishonesty_record_managing_organization_id_key" FOREIGN KEY ("managing_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "official_dishonesty_record" ADD CONSTRAINT "official_dishonesty_record_published_record_id_key" FOREIGN KEY ("published_record_id") REFERENCES "public"."dishonesty_record"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "official_dishonesty_record" ADD CONSTRAINT "official_dishonesty_record_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "record_responsibility" ADD CONSTRAINT "record_responsibility_dishonesty_record_id_key" FOREIGN KEY ("dishonesty_record_id") REFERENCES "public"."dishonesty_record"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "record_responsibility" ADD CONSTRAINT "record_responsibility_official_id_key" FOREIGN KEY ("official_id") REFERENCES "public"."official"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "record_responsibility" ADD CONSTRAINT "record_responsibility_managing_organization_id_key" FOREIGN KEY ("managing_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "record_responsibility" ADD CONSTRAINT "record_responsibility_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_dishonesty_record_id_key" FOREIGN KEY ("dishonesty_record_id") REFERENCES "public"."dishonesty_record"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_violation_record_id_key" FOREIGN KEY ("violation_record_id") REFERENCES "public"."violation_record"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_source_organization_id_key" FOREIGN KEY ("source_organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_basis_citation_key" FOREIGN KEY ("basis_citation") REFERENCES "public"."legal_basis"("citation") ON DELETE no action ON UPDATE no action;
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
CREATE INDEX "tender_conditional_responsible_official_id" ON "tender_conditional" USING btree ("responsible_official_id");
--> statement-breakpoint
CREATE INDEX "tender_conditional_history_id" ON "tender_conditional_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "lot_lot_no_id" ON "lot" USING btree ("lot_no","id");
--> statement-breakpoint
CREATE INDEX "lot_tender_id_lot_no_id" ON "lot" USING btree ("tender_id","lot_no","id");
--> statement-breakpoint
CREATE INDEX "lot_history_id" ON "lot_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "notice_record_no_id" ON "notice" USING btree ("record_no","id");
--> statement-breakpoint
CREATE INDEX "notice_tender_id_record_no_id" ON "notice" USING btree ("tender_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "notice_lot_id_record_no_id" ON "notice" USING btree ("lot_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "notice_history_id" ON "notice_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "award_awarded_on_id" ON "award" USING btree ("awarded_on","id");
--> statement-breakpoint
CREATE INDEX "award_tender_id_awarded_on_id" ON "award" USING btree ("tender_id","awarded_on","id");
--> statement-breakpoint
CREATE INDEX "award_lot_id_awarded_on_id" ON "award" USING btree ("lot_id","awarded_on","id");
--> statement-breakpoint
CREATE INDEX "award_bid_id_awarded_on_id" ON "award" USING btree ("bid_id","awarded_on","id");
--> statement-breakpoint
CREATE INDEX "award_supplier_uscc_awarded_on_id" ON "award" USING btree ("supplier_uscc","awarded_on","id");
--> statement-breakpoint
CREATE INDEX "award_history_id" ON "award_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "contract_signed_on_id" ON "contract" USING btree ("signed_on","id");
--> statement-breakpoint
CREATE INDEX "contract_tender_id_signed_on_id" ON "contract" USING btree ("tender_id","signed_on","id");
--> statement-breakpoint
CREATE INDEX "contract_award_id_signed_on_id" ON "contract" USING btree ("award_id","signed_on","id");
--> statement-breakpoint
CREATE INDEX "contract_project_code_signed_on_id" ON "contract" USING btree ("project_code","signed_on","id");
--> statement-breakpoint
CREATE INDEX "contract_purchaser_id_signed_on_id" ON "contract" USING btree ("purchaser_id","signed_on","id");
--> statement-breakpoint
CREATE INDEX "contract_supplier_uscc_signed_on_id" ON "contract" USING btree ("supplier_uscc","signed_on","id");
--> statement-breakpoint
CREATE INDEX "contract_division_code_signed_on_id" ON "contract" USING btree ("division_code","signed_on","id");
--> statement-breakpoint
CREATE INDEX "contract_history_id" ON "contract_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "contract_conditional_history_id" ON "contract_conditional_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "acceptance_accepted_on_id" ON "acceptance" USING btree ("accepted_on","id");
--> statement-breakpoint
CREATE INDEX "acceptance_contract_id_accepted_on_id" ON "acceptance" USING btree ("contract_id","accepted_on","id");
--> statement-breakpoint
CREATE INDEX "acceptance_history_id" ON "acceptance_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "payment_due_on_id" ON "payment" USING btree ("due_on","id");
--> statement-breakpoint
CREATE INDEX "payment_contract_id_due_on_id" ON "payment" USING btree ("contract_id","due_on","id");
--> statement-breakpoint
CREATE INDEX "payment_purchaser_id_due_on_id" ON "payment" USING btree ("purchaser_id","due_on","id");
--> statement-breakpoint
CREATE INDEX "payment_supplier_id_due_on_id" ON "payment" USING btree ("supplier_id","due_on","id");
--> statement-breakpoint
CREATE INDEX "payment_supplier_uscc_due_on" ON "payment" USING btree ("supplier_uscc","due_on");
--> statement-breakpoint
CREATE INDEX "payment_history_id" ON "payment_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "arrears_record_record_no_id" ON "arrears_record" USING btree ("record_no","id");
--> statement-breakpoint
CREATE INDEX "arrears_record_debtor_id_record_no_id" ON "arrears_record" USING btree ("debtor_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "arrears_record_creditor_id_record_no_id" ON "arrears_record" USING btree ("creditor_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "arrears_record_contract_id_record_no_id" ON "arrears_record" USING btree ("contract_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "arrears_record_division_code_record_no_id" ON "arrears_record" USING btree ("division_code","record_no","id");
--> statement-breakpoint
CREATE INDEX "arrears_record_history_id" ON "arrears_record_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "arrears_total_year_id" ON "arrears_total" USING btree ("year","id");
--> statement-breakpoint
CREATE INDEX "arrears_total_organization_id_year_id" ON "arrears_total" USING btree ("organization_id","year","id");
--> statement-breakpoint
CREATE INDEX "arrears_total_history_id" ON "arrears_total_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "bond_year_id" ON "bond" USING btree ("year","id");
--> statement-breakpoint
CREATE INDEX "bond_division_code_year_id" ON "bond" USING btree ("division_code","year","id");
--> statement-breakpoint
CREATE INDEX "bond_history_id" ON "bond_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "bond_tranche_year_id" ON "bond_tranche" USING btree ("year","id");
--> statement-breakpoint
CREATE INDEX "bond_tranche_bond_id_year_id" ON "bond_tranche" USING btree ("bond_id","year","id");
--> statement-breakpoint
CREATE INDEX "bond_tranche_project_code_year_id" ON "bond_tranche" USING btree ("project_code","year","id");
--> statement-breakpoint
CREATE INDEX "bond_tranche_division_code_year_id" ON "bond_tranche" USING btree ("division_code","year","id");
--> statement-breakpoint
CREATE INDEX "bond_tranche_history_id" ON "bond_tranche_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "debt_service_due_due_on_id" ON "debt_service_due" USING btree ("due_on","id");
--> statement-breakpoint
CREATE INDEX "debt_service_due_bond_id_due_on_id" ON "debt_service_due" USING btree ("bond_id","due_on","id");
--> statement-breakpoint
CREATE INDEX "debt_service_due_division_code_due_on_id" ON "debt_service_due" USING btree ("division_code","due_on","id");
--> statement-breakpoint
CREATE INDEX "debt_service_due_history_id" ON "debt_service_due_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "fund_use_year_id" ON "fund_use" USING btree ("year","id");
--> statement-breakpoint
CREATE INDEX "fund_use_tranche_id_year_id" ON "fund_use" USING btree ("tranche_id","year","id");
--> statement-breakpoint
CREATE INDEX "fund_use_project_code_year_id" ON "fund_use" USING btree ("project_code","year","id");
--> statement-breakpoint
CREATE INDEX "fund_use_history_id" ON "fund_use_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "disclosure_duty_due_on_id" ON "disclosure_duty" USING btree ("due_on","id");
--> statement-breakpoint
CREATE INDEX "disclosure_duty_division_code_due_on_id" ON "disclosure_duty" USING btree ("division_code","due_on","id");
--> statement-breakpoint
CREATE INDEX "disclosure_duty_history_id" ON "disclosure_duty_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "government_credit_rating_rated_on_id" ON "government_credit_rating" USING btree ("rated_on","id");
--> statement-breakpoint
CREATE INDEX "government_credit_rating_division_code_rated_on_id" ON "government_credit_rating" USING btree ("division_code","rated_on","id");
--> statement-breakpoint
CREATE INDEX "government_credit_rating_history_id" ON "government_credit_rating_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "debt_risk_assessment_year_id" ON "debt_risk_assessment" USING btree ("year","id");
--> statement-breakpoint
CREATE INDEX "debt_risk_assessment_division_code_year_id" ON "debt_risk_assessment" USING btree ("division_code","year","id");
--> statement-breakpoint
CREATE INDEX "debt_risk_assessment_government_id_year_id" ON "debt_risk_assessment" USING btree ("government_id","year","id");
--> statement-breakpoint
CREATE INDEX "debt_risk_assessment_history_id" ON "debt_risk_assessment_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_issued_on_id" ON "dishonesty_record" USING btree ("issued_on","id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_subject_organization_id_issued_on_id" ON "dishonesty_record" USING btree ("subject_organization_id","issued_on","id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_division_code_issued_on_id" ON "dishonesty_record" USING btree ("division_code","issued_on","id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_disclosure_basis_id_issued_on_id" ON "dishonesty_record" USING btree ("disclosure_basis_id","issued_on","id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_field_issued_on" ON "dishonesty_record" USING btree ("field","issued_on");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_source_kind_issued_on" ON "dishonesty_record" USING btree ("source_kind","issued_on");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_history_id" ON "dishonesty_record_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "dishonesty_record_conditional_history_id" ON "dishonesty_record_conditional_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "violation_record_issued_on_id" ON "violation_record" USING btree ("issued_on","id");
--> statement-breakpoint
CREATE INDEX "violation_record_subject_organization_id_issued_on_id" ON "violation_record" USING btree ("subject_organization_id","issued_on","id");
--> statement-breakpoint
CREATE INDEX "violation_record_division_code_issued_on_id" ON "violation_record" USING btree ("division_code","issued_on","id");
--> statement-breakpoint
CREATE INDEX "violation_record_tender_id_issued_on_id" ON "violation_record" USING btree ("tender_id","issued_on","id");
--> statement-breakpoint
CREATE INDEX "violation_record_disclosure_basis_id_issued_on_id" ON "violation_record" USING btree ("disclosure_basis_id","issued_on","id");
--> statement-breakpoint
CREATE INDEX "violation_record_subject_uscc_issued_on" ON "violation_record" USING btree ("subject_uscc","issued_on");
--> statement-breakpoint
CREATE INDEX "violation_record_history_id" ON "violation_record_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "violation_record_conditional_history_id" ON "violation_record_conditional_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "disclosure_basis_decided_on_id" ON "disclosure_basis" USING btree ("decided_on","id");
--> statement-breakpoint
CREATE INDEX "disclosure_basis_citation_decided_on_id" ON "disclosure_basis" USING btree ("citation","decided_on","id");
--> statement-breakpoint
CREATE INDEX "disclosure_basis_decided_by_organization_id_decided_on_id" ON "disclosure_basis" USING btree ("decided_by_organization_id","decided_on","id");
--> statement-breakpoint
CREATE INDEX "disclosure_basis_history_id" ON "disclosure_basis_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "official_dishonesty_record_record_no_id" ON "official_dishonesty_record" USING btree ("record_no","id");
--> statement-breakpoint
CREATE INDEX "official_dishonesty_record_official_id_record_no_id" ON "official_dishonesty_record" USING btree ("official_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "official_dishonesty_record_history_id" ON "official_dishonesty_record_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "record_responsibility_record_no_id" ON "record_responsibility" USING btree ("record_no","id");
--> statement-breakpoint
CREATE INDEX "record_responsibility_dishonesty_record_id_record_no_id" ON "record_responsibility" USING btree ("dishonesty_record_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "record_responsibility_official_id_record_no_id" ON "record_responsibility" USING btree ("official_id","record_no","id");
--> statement-breakpoint
CREATE INDEX "record_responsibility_history_id" ON "record_responsibility_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "attachment_recorded_at_id" ON "attachment" USING btree ("recorded_at","id");
--> statement-breakpoint
CREATE INDEX "attachment_dishonesty_record_id_recorded_at_id" ON "attachment" USING btree ("dishonesty_record_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "attachment_violation_record_id_recorded_at_id" ON "attachment" USING btree ("violation_record_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "attachment_history_id" ON "attachment_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "measure_code_id" ON "measure" USING btree ("code","id");
--> statement-breakpoint
CREATE INDEX "measure_basis_citation_code_id" ON "measure" USING btree ("basis_citation","code","id");
--> statement-breakpoint
CREATE INDEX "measure_kind_code" ON "measure" USING btree ("kind","code");
--> statement-breakpoint
CREATE INDEX "measure_history_id" ON "measure_history" USING btree ("id");
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
CREATE INDEX "search_entry_grams" ON "search_entry" USING gin ("grams");
--> statement-breakpoint
CREATE INDEX "search_entry_order" ON "search_entry" USING btree ("size","name","type","id");
--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_sponsor_id_key" FOREIGN KEY ("sponsor_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "office_holder" ADD CONSTRAINT "office_holder_post_id_key" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bid" ADD CONSTRAINT "bid_lot_id_key" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "organization_sponsor_id_uscc_id" ON "organization" USING btree ("sponsor_id","uscc","id");
--> statement-breakpoint
CREATE INDEX "administrative_division_successor_code_code_id" ON "administrative_division" USING btree ("successor_code","code","id");
--> statement-breakpoint
CREATE INDEX "office_holder_post_id_held_from_id" ON "office_holder" USING btree ("post_id","held_from","id");
--> statement-breakpoint
CREATE INDEX "tender_agency_uscc_noticed_at_id" ON "tender" USING btree ("agency_uscc","noticed_at","id");
--> statement-breakpoint
CREATE INDEX "bid_lot_id_received_at_id" ON "bid" USING btree ("lot_id","received_at","id");
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

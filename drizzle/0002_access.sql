CREATE TABLE "client" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"client_id" text NOT NULL,
	"name" text NOT NULL,
	"organization_id" uuid,
	"audience" text NOT NULL,
	"jurisdiction_code" text,
	"state" text DEFAULT 'ACTIVE' NOT NULL,
	"state_reason" text,
	"may_hide" boolean DEFAULT false NOT NULL,
	"contact" text,
	"version" integer DEFAULT 1 NOT NULL,
	"registered_by" text,
	CONSTRAINT "client_client_id_unique" UNIQUE("client_id")
);

--> statement-breakpoint
CREATE TABLE "client_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"client_id" text,
	"name" text,
	"organization_id" uuid,
	"audience" text,
	"jurisdiction_code" text,
	"state" text,
	"state_reason" text,
	"may_hide" boolean,
	"contact" text,
	"version" integer,
	"registered_by" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "client_credential" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"client_row_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"networks" text[] DEFAULT '{}' NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"public_jwk" text,
	"secret_digest" text
);

--> statement-breakpoint
CREATE TABLE "client_credential_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"client_row_id" uuid,
	"kind" text,
	"label" text,
	"networks" text[],
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"public_jwk" text,
	"secret_digest" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "sharing_grant" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"grant_no" text NOT NULL,
	"requester_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"items" text[] NOT NULL,
	"basis_citation" text NOT NULL,
	"state" text DEFAULT 'REQUESTED' NOT NULL,
	"requested_on" date NOT NULL,
	"decided_on" date,
	"valid_from" date,
	"valid_to" date,
	"fields" text[] NOT NULL,
	"purpose" text NOT NULL,
	"purpose_note" text,
	"scope_division_code" text NOT NULL,
	"daily_quota" integer,
	"decision_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"requested_by" text,
	"decided_by" text,
	CONSTRAINT "sharing_grant_grant_no_unique" UNIQUE("grant_no")
);

--> statement-breakpoint
CREATE TABLE "sharing_grant_history" (
	"id" uuid,
	"recorded_at" timestamp (3) with time zone,
	"grant_no" text,
	"requester_id" uuid,
	"provider_id" uuid,
	"items" text[],
	"basis_citation" text,
	"state" text,
	"requested_on" date,
	"decided_on" date,
	"valid_from" date,
	"valid_to" date,
	"fields" text[],
	"purpose" text,
	"purpose_note" text,
	"scope_division_code" text,
	"daily_quota" integer,
	"decision_reason" text,
	"version" integer,
	"requested_by" text,
	"decided_by" text,
	"superseded_at" timestamp with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "access_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"request_id" text NOT NULL,
	"client_id" text,
	"audience" text NOT NULL,
	"organization_id" uuid,
	"purpose" text,
	"case_no" text,
	"operation_name" text,
	"coordinates" text[] NOT NULL,
	"refused_coordinates" text[] NOT NULL,
	"grant_nos" text[] NOT NULL,
	"outcome" text NOT NULL,
	"record_count" integer NOT NULL,
	"subject_count" integer NOT NULL,
	"hidden" boolean NOT NULL,
	"note" text,
	"salt" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "access_log_entry" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"access_event_id" uuid NOT NULL,
	"subject_pseudonym" text NOT NULL,
	"audience" text NOT NULL,
	"organization_id" uuid,
	"purpose" text,
	"coordinates" text[] NOT NULL,
	"hidden" boolean NOT NULL,
	"official_id" uuid NOT NULL
);

--> statement-breakpoint
CREATE TABLE "access_log_head" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"day" date NOT NULL,
	"commitment" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"salt" text NOT NULL,
	"chain_hash" text NOT NULL,
	"chain_length" bigint NOT NULL,
	CONSTRAINT "access_log_head_day_unique" UNIQUE("day")
);

--> statement-breakpoint
CREATE TABLE "access_seal" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"leaf" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "access_seal_event_id_unique" UNIQUE("event_id")
);

--> statement-breakpoint
CREATE TABLE "access_pending" (
	"event_id" uuid PRIMARY KEY NOT NULL
);

--> statement-breakpoint
CREATE TABLE "grant_use" (
	"grant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "grant_use_grant_id_day_pk" PRIMARY KEY("grant_id","day")
);

--> statement-breakpoint
CREATE TABLE "workflow_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"type" text NOT NULL,
	"row_id" uuid NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"version" integer NOT NULL,
	"client" text,
	"organization_id" uuid,
	"reason" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);

--> statement-breakpoint
CREATE TABLE "client_usage" (
	"client_id" text NOT NULL,
	"day" date NOT NULL,
	"questions" bigint NOT NULL,
	"units" bigint NOT NULL,
	"refused" bigint NOT NULL,
	CONSTRAINT "client_usage_client_id_day_pk" PRIMARY KEY("client_id","day")
);

--> statement-breakpoint
CREATE TABLE "used_assertion" (
	"digest" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "registry_state" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" bigint NOT NULL,
	"signing_generation" integer NOT NULL
);

--> statement-breakpoint
ALTER TABLE "client" ADD CONSTRAINT "client_organization_id_key" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "client_credential" ADD CONSTRAINT "client_credential_client_row_id_key" FOREIGN KEY ("client_row_id") REFERENCES "public"."client"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sharing_grant" ADD CONSTRAINT "sharing_grant_requester_id_key" FOREIGN KEY ("requester_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sharing_grant" ADD CONSTRAINT "sharing_grant_provider_id_key" FOREIGN KEY ("provider_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "client_recorded_at_id" ON "client" USING btree ("recorded_at","id");
--> statement-breakpoint
CREATE INDEX "client_organization_id_recorded_at_id" ON "client" USING btree ("organization_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "client_history_id" ON "client_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "client_credential_recorded_at_id" ON "client_credential" USING btree ("recorded_at","id");
--> statement-breakpoint
CREATE INDEX "client_credential_client_row_id_recorded_at_id" ON "client_credential" USING btree ("client_row_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "client_credential_history_id" ON "client_credential_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "sharing_grant_grant_no_id" ON "sharing_grant" USING btree ("grant_no","id");
--> statement-breakpoint
CREATE INDEX "sharing_grant_requester_id_grant_no_id" ON "sharing_grant" USING btree ("requester_id","grant_no","id");
--> statement-breakpoint
CREATE INDEX "sharing_grant_provider_id_grant_no_id" ON "sharing_grant" USING btree ("provider_id","grant_no","id");
--> statement-breakpoint
CREATE INDEX "sharing_grant_history_id" ON "sharing_grant_history" USING btree ("id");
--> statement-breakpoint
CREATE INDEX "access_event_recorded_at_id" ON "access_event" USING btree ("recorded_at","id");
--> statement-breakpoint
CREATE INDEX "access_log_entry_recorded_at_id" ON "access_log_entry" USING btree ("recorded_at","id");
--> statement-breakpoint
CREATE INDEX "access_log_entry_access_event_id_recorded_at_id" ON "access_log_entry" USING btree ("access_event_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "access_log_entry_official_id_recorded_at_id" ON "access_log_entry" USING btree ("official_id","recorded_at","id");
--> statement-breakpoint
CREATE INDEX "access_log_head_day_id" ON "access_log_head" USING btree ("day","id");
--> statement-breakpoint
CREATE INDEX "workflow_event_row" ON "workflow_event" USING btree ("type","row_id","version");
--> statement-breakpoint
CREATE INDEX "used_assertion_expires_at" ON "used_assertion" USING btree ("expires_at");

ALTER TABLE "policy_change" ADD COLUMN "follows" text;
--> statement-breakpoint
ALTER TABLE "policy_change_history" ADD COLUMN "follows" text;
--> statement-breakpoint
ALTER TABLE "regulation" ADD COLUMN "consultation_reason" text;
--> statement-breakpoint
ALTER TABLE "regulation_history" ADD COLUMN "consultation_reason" text;
--> statement-breakpoint
ALTER TABLE "policy_change" ADD CONSTRAINT "policy_change_follows_unique" UNIQUE("follows");
--> statement-breakpoint
-- A first day that never came is none: what was stopped before it was never shown to anybody.
UPDATE "dishonesty_record" SET "display_from" = NULL WHERE "disclosure_state" IN ('WITHDRAWN', 'REPAIRED') AND "stopped_on" < "display_from";
--> statement-breakpoint
UPDATE "violation_record" SET "display_from" = NULL WHERE "disclosure_state" IN ('WITHDRAWN', 'REPAIRED') AND "stopped_on" < "display_from";

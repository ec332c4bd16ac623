ALTER TABLE "sharing_grant_deadline" ADD CONSTRAINT "sharing_grant_deadline_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "dishonesty_record_deadline" ADD CONSTRAINT "dishonesty_record_deadline_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "violation_record_deadline" ADD CONSTRAINT "violation_record_deadline_division_code_key" FOREIGN KEY ("division_code") REFERENCES "public"."administrative_division"("code") ON DELETE no action ON UPDATE no action;

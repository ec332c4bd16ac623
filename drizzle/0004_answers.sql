CREATE INDEX "tender_opened_at" ON "tender" USING btree ("opened_at");
--> statement-breakpoint
CREATE INDEX "notice_published_at" ON "notice" USING btree ("published_at");
--> statement-breakpoint
CREATE INDEX "award_published_at" ON "award" USING btree ("published_at");
--> statement-breakpoint
CREATE INDEX "contract_published_at" ON "contract" USING btree ("published_at");
--> statement-breakpoint
CREATE INDEX "arrears_total_published_at" ON "arrears_total" USING btree ("published_at");
--> statement-breakpoint
CREATE INDEX "disclosure_basis_published_at" ON "disclosure_basis" USING btree ("published_at");

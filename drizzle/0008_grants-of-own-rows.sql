ALTER TABLE "sharing_grant" ADD COLUMN "covers_whole_scope" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE "sharing_grant_history" ADD COLUMN "covers_whole_scope" boolean;
--> statement-breakpoint
-- Grants of facts about civil servants were given by bodies that are in charge of their own alone; one that was meant wider is given anew, by the lead.
UPDATE "sharing_grant" SET "covers_whole_scope" = false WHERE EXISTS (SELECT FROM unnest("fields") f WHERE split_part(f, '.', 1) IN ('Official', 'Tenure', 'OfficialDishonestyRecord', 'RecordResponsibility'));

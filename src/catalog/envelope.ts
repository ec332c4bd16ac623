import { date, text, uuid } from "drizzle-orm/pg-core";
import { open, shared, withheld } from "./field.ts";

/**
 * What every record carries beyond its content: number, provenance, business validity. `id` and system time (`recordedAt`) come with
 * every entity; earlier versions are in the history tables. What shows edits of closed content (hash, submitter) is withheld.
 */
export const envelope = () => ({
  recordNo: open(text().notNull().unique(), "Number of the record in the hub (记录编号)."),
  sourceOrganizationId: open(uuid(), "Body that supplied the record (数据来源单位)."),
  sourceSystem: shared(text(), "Information system that the record came from (来源系统)."),
  sourceRecordNo: shared(text(), "Number of the record in its source system (来源系统记录编号)."),
  documentNo: open(text(), "Number of the official document behind the record (文号)."),
  documentDate: open(date(), "Date of the official document behind the record (文书日期)."),
  validFrom: open(date(), "First day on which the record is true in business terms (有效期起)."),
  validTo: open(date(), "Last day on which the record is true in business terms; absent while it lasts (有效期止)."),
  submittedBy: withheld(text(), "Client that submitted the record (提交者)."),
});

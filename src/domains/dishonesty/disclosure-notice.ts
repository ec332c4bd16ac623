import { date, text, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always } from "../../catalog/rule.ts";
import { organization } from "../reference/organization.ts";
import { disclosureNoticeKind } from "./codelists.ts";

/** A fact of its own, with its own identifier: the record that it speaks of is no longer to be seen, and it does not lead there. */
export const disclosureNotice = entity(
  "DisclosureNotice",
  "Why a record that was published is no longer to be seen, as the law has it said in public (公示撤回和删减说明).",
  {
    noticeNo: open(text().notNull().unique(), "Number of the notice (说明编号)."),
    kind: open(coded(disclosureNoticeKind).notNull(), "What became of the record (说明类型)."),
    recordNo: open(text().notNull(), "Number under which the record was published (原记录编号)."),
    subjectName: open(text(), "Body that the record was about, where it was withdrawn; never a person, and nobody where it was emptied (失信主体名称)."),
    reason: open(text().notNull(), "Why, as reviewed for publication (理由)."),
    annulmentDocumentNo: open(text(), "Number of the document that annulled or changed the decision (撤销变更文号)."),
    noticedOn: open(date().notNull(), "Day of the notice (说明日期)."),
    organizationId: open(uuid(), "Body that stopped the display (办理单位)."),
  },
  {
    kept: "workflow",
    rows: always,
    keys: { noticeNo: "noticeNo" },
    order: { by: "noticedOn", direction: "DESC" },
    appendOnly: true,
    relations: { organization: one(() => organization, "organizationId", "The body that stopped the display (办理单位).", { inverse: many("disclosureNotices", "Its notices of records that are no longer to be seen (公示撤回和删减说明).") }) },
    indexes: [["recordNo"]],
  },
);

import { date, integer, text } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { always, clearance } from "../../catalog/rule.ts";

export const legalBasis = entity(
  "LegalBasis",
  "A provision of a law, regulation or policy document that the hub relies on (法律依据).",
  {
    citation: open(text().notNull().unique(), "Title and article as they are cited (引用)."),
    title: open(text().notNull(), "Title of the law or document (名称)."),
    documentNo: open(text(), "Number under which it was issued (文号)."),
    article: open(integer(), "Number of the article; absent where the whole document is meant (条)."),
    effectiveFrom: open(date(), "Day on which it came into force (施行日期)."),
    effectiveTo: open(date(), "Last day on which it was in force; absent while it is (失效日期)."),
    repealedBy: open(text(), "What repealed it (废止依据)."),
    summary: open(text(), "What it says, in short (要旨)."),
  },
  {
    rows: always,
    supply: { by: clearance("operator"), key: "citation", takes: "ALL_ROWS", periods: [["effectiveFrom", "effectiveTo"]] }, // a law of the whole province is in no body's jurisdiction
    keys: { citation: "citation" },
    search: { title: "citation" },
    plural: "legalBases",
    order: { by: "citation", direction: "ASC" },
  },
);

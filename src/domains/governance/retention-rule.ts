import { date, integer, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance } from "../../catalog/rule.ts";
import { confidence } from "../policy/codelists.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { retentionEnd, retentionUnit } from "./codelists.ts";

/** How long something is kept is a property of the version of the rule, never a constant: a new rule is a new row. */
export const retentionRule = entity(
  "RetentionRule",
  "How long data of a kind is kept and what happens then, in one version of the rule (保存期限规则).",
  {
    versionCode: open(text().notNull().unique(), "Code and first day of the rule, for example assessment.keep@2021-11-01 (版本代码)."),
    code: open(text().notNull(), "Code of the rule, the same over all versions (规则代码)."),
    name: open(text().notNull(), "What is kept (保存对象)."),
    typeName: open(text(), "Type of the graph that it is about; absent where the hub holds none (数据类型)."),
    countsFrom: open(text().notNull(), "Event from which the period counts (起算点)."),
    countsFromField: open(text(), "Field of the type that holds the day of that event; absent where none does (起算字段)."),
    period: open(integer(), "How many units the period has; absent where it is the time on display, or nobody has found it yet (期限数值)."),
    unit: open(coded(retentionUnit).notNull(), "Unit of the period (期限单位)."),
    atEnd: open(coded(retentionEnd).notNull(), "What happens when the period is over (期满处理)."),
    basisCitation: open(text(), "Provision that sets it; absent where the hub does (依据)."),
    confidence: open(coded(confidence).notNull(), "How far the row has been checked (核实程度)."),
    effectiveFrom: open(date().notNull(), "First day on which the rule holds (施行日期)."),
    effectiveTo: open(date(), "Last day on which the rule holds; absent while it does (失效日期)."),
    note: open(text(), "What else is to be known (备注)."),
  },
  {
    rows: always,
    keys: { versionCode: "versionCode" },
    order: { by: "versionCode", direction: "ASC" },
    supply: { by: clearance("operator"), key: "versionCode", takes: "ALL_ROWS", periods: [["effectiveFrom", "effectiveTo"]] }, // a rule for the whole province is in no body's jurisdiction
    relations: {
      basis: one(() => legalBasis, "basisCitation", "The provision that sets it (期限依据).", {
        to: "citation",
        enforced: false, // the texts of the law are data, which may come later than what cites them
        inverse: many("retentionRules", "The retention periods that it sets (保存期限规则)."),
      }),
    },
    indexes: [["typeName", "effectiveFrom"]],
  },
);

import { date, numeric, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance, reached } from "../../catalog/rule.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { confidence, thresholdUnit } from "./codelists.ts";

export const threshold = entity(
  "Threshold",
  "A deadline, limit or rate that the law or the hub sets, in one version of the rule (政策阈值).",
  {
    versionCode: open(text().notNull().unique(), "Code and first day of the rule, for example budget.publish@2015-01-01 (版本代码)."),
    code: open(text().notNull(), "Code under which clocks and checks look it up, the same over all versions (阈值代码)."),
    name: open(text().notNull(), "What is limited (名称)."),
    value: open(numeric(), "The number; absent where nobody has found it yet (数值)."),
    unit: open(coded(thresholdUnit).notNull(), "Unit of the number (计量单位)."),
    effectiveFrom: open(date(), "First day on which the rule holds; absent where nobody has found it yet (施行日期)."),
    effectiveTo: open(date(), "Last day on which the rule holds; absent while it does (失效日期)."),
    basisCitation: open(text(), "Provision that sets it; absent where the hub does (依据)."),
    confidence: open(coded(confidence).notNull(), "How far the row has been checked (核实程度)."),
    note: open(text(), "From when it counts, and what else is to be known (备注)."),
  },
  {
    kept: "workflow",
    rows: always,
    keys: { versionCode: "versionCode" },
    order: { by: "versionCode", direction: "ASC" },
    supply: {
      by: clearance("operator"), // a rule for the whole province is in no body's jurisdiction
      key: "versionCode",
      takes: "ALL_ROWS",
      periods: [["effectiveFrom", "effectiveTo"]],
      fixedOnce: reached("effectiveFrom"), // a rule that has begun is never rewritten: it is followed by another, which the province's lead approves
    },
    relations: {
      basis: one(() => legalBasis, "basisCitation", "The provision that sets it (阈值依据).", {
        to: "citation",
        enforced: false, // the texts of the law are data, which may come later than what cites them
        inverse: many("thresholds", "The thresholds that it sets (政策阈值)."),
      }),
    },
    indexes: [["code", "effectiveFrom"]],
  },
);

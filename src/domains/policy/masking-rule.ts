import { date, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance } from "../../catalog/rule.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { confidence } from "./codelists.ts";

export const maskingRule = entity(
  "MaskingRule",
  "How a fact about a person is hidden before a text is published (脱敏规则).",
  {
    code: open(text().notNull().unique(), "Code of the rule, for example name.minority (规则代码)."),
    appliesTo: open(text().notNull(), "Kind of fact that it hides (适用对象)."),
    rule: open(text().notNull(), "What is done, in words (规则)."),
    example: open(text(), "Synthetic example, before and after (示例)."),
    effectiveFrom: open(date().notNull(), "First day on which the rule holds (施行日期)."),
    effectiveTo: open(date(), "Last day on which the rule holds; absent while it does (失效日期)."),
    basisCitation: open(text(), "Provision that sets it; absent where the hub does (依据)."),
    confidence: open(coded(confidence).notNull(), "How far the row has been checked (核实程度)."),
    note: open(text(), "What is to be known about the rule (备注)."),
  },
  {
    rows: always,
    keys: { code: "code" },
    order: { by: "code", direction: "ASC" },
    supply: { by: clearance("operator"), key: "code", takes: "ALL_ROWS", periods: [["effectiveFrom", "effectiveTo"]] }, // a rule for the whole province is in no body's jurisdiction
    relations: {
      basis: one(() => legalBasis, "basisCitation", "The provision that sets it (脱敏依据).", {
        to: "citation",
        enforced: false, // the texts of the law are data, which may come later than what cites them
        inverse: many("maskingRules", "The masking rules that it sets (脱敏规则)."),
      }),
    },
  },
);

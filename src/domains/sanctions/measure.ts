import { date, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { severity } from "../../catalog/display.ts";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance } from "../../catalog/rule.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { measureKind, measureTargetKind } from "./codelists.ts";

/** A measure that is not published may not be applied: the list is open to everybody, and what is applied names its code. */
export const measure = entity(
  "Measure",
  "A measure that may be taken for good faith or against bad faith, by a provision that it names (激励惩戒措施).",
  {
    code: open(text().notNull().unique(), "Code of the measure (措施代码)."),
    kind: open(coded(measureKind).notNull(), "Whether it is an incentive or a sanction (措施类型)."),
    name: open(text().notNull(), "What is done (措施名称)."),
    basisCitation: open(text().notNull(), "Provision that allows it (措施依据)."),
    applicableSeverity: open(coded(severity), "Least severity for which it may be applied; absent for an incentive (适用严重程度)."),
    applier: open(text().notNull(), "Kind of body that applies it (实施单位)."),
    targetKind: open(coded(measureTargetKind).notNull(), "To whom it may be applied (适用对象)."),
    effectiveFrom: open(date(), "First day on which it could be applied (施行日期)."),
    effectiveTo: open(date(), "Last day on which it could be applied; absent while it can (失效日期)."),
  },
  {
    rows: always,
    keys: { code: "code" },
    search: { title: "name", also: ["code"] },
    order: { by: "code", direction: "ASC" },
    supply: { by: clearance("operator"), key: "code", takes: "ALL_ROWS", periods: [["effectiveFrom", "effectiveTo"]] }, // a rule for the whole province is in no body's jurisdiction
    relations: {
      basis: one(() => legalBasis, "basisCitation", "The text that allows it (措施依据).", { to: "citation", inverse: many("measures", "The measures that the provision allows (激励惩戒措施).") }),
    },
    indexes: [["kind", "code"]],
  },
);

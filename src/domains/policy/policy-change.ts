import { boolean, date, integer, numeric, text, uuid } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { severity } from "../../catalog/display.ts";
import { entity } from "../../catalog/entity.ts";
import { open, shared, withheld } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyBody, anyOf, clearance, is, own } from "../../catalog/rule.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { organization } from "../reference/organization.ts";
import { confidence, policyChangeKind, policyChangeState, thresholdUnit } from "./codelists.ts";

/** A rule is never rewritten: a change is a new version from a day on, and the one before ends on the day before it. */
export const policyChange = entity(
  "PolicyChange",
  "A change of a policy row, from its proposal to the version that it makes (政策规则变更).",
  {
    changeNo: open(text().notNull().unique(), "Number of the change (变更编号)."),
    kind: open(coded(policyChangeKind).notNull(), "Which policy table it is about (变更类型)."),
    versionCode: open(text().notNull(), "Code of the version that it makes (版本代码)."),
    catalogItemCode: open(text(), "Dataset whose display it sets (目录代码)."),
    severity: open(coded(severity), "Severity of the records whose display it sets (失信严重程度)."),
    isDisplayed: open(boolean(), "Whether such records are displayed when nothing else is said (是否公示)."),
    minMonths: open(integer(), "Months before repair can be applied for (最短公示期)."),
    maxMonths: open(integer(), "Months after which the display ends by itself (最长公示期)."),
    thresholdCode: open(text(), "Code of the threshold that it sets (阈值代码)."),
    name: open(text(), "What the threshold limits (名称)."),
    value: open(numeric(), "The number (数值)."),
    unit: open(coded(thresholdUnit), "Unit of the number (计量单位)."),
    effectiveFrom: open(date().notNull(), "First day on which the new version holds (施行日期)."),
    basisCitation: open(text().notNull(), "Provision that sets it (依据)."),
    confidence: open(coded(confidence).notNull(), "How far it was checked against its source (核实程度)."),
    note: open(text(), "Why it is changed, and what is to be known (变更说明)."),
    divisionCode: open(text().notNull(), "Code of the division for which policy is made: the province (行政区划代码)."),
    state: open(coded(policyChangeState).notNull().default("PROPOSED"), "How far it has come (变更状态)."),
    proposedOn: open(date().notNull(), "Day of the proposal (提出日期)."),
    decidedOn: open(date(), "Day of the decision (决定日期)."),
    proposedById: open(uuid().notNull(), "Body that proposed it (提出单位)."),
    decisionReason: shared(text(), "Why it was approved or rejected (决定理由)."),
    version: shared(integer().notNull().default(1), "Number of the version, to be named by whoever changes it (版本号)."),
    // A version is followed by one other: of two changes that are approved at the same moment the database refuses the second.
    follows: withheld(text().unique(), "Version of the rule that was the last when it was approved, or the rule where there was none (所接续的版本)."),
    proposedBy: withheld(text(), "Client that proposed it (提出客户端)."),
    decidedBy: withheld(text(), "Client that decided (决定客户端)."),
  },
  {
    kept: "workflow",
    // What is decided is for everybody, before it is in force; what is only proposed binds nobody, and is for those who work on it.
    rows: anyOf(is("state", "APPROVED"), allOf(anyBody, own("proposedById")), clearance("creditLead")),
    keys: { changeNo: "changeNo" },
    order: { by: "effectiveFrom", direction: "DESC" },
    relations: {
      proposer: one(() => organization, "proposedById", "The body that proposed it (提出单位).", { inverse: many("policyChanges", "The changes of policy that it has proposed (政策规则变更).") }),
      basis: one(() => legalBasis, "basisCitation", "The provision that sets it (变更依据).", { to: "citation", enforced: false, inverse: many("policyChanges", "The changes of policy that it sets (政策规则变更).") }),
    },
    indexes: [["versionCode"]],
  },
);

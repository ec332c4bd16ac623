import { date, integer, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open, restricted, withheld } from "../../catalog/field.ts";
import { one } from "../../catalog/relation.ts";
import { allOf, anyBody, anyOf, clearance, own, within } from "../../catalog/rule.ts";
import { yearsAfter } from "../../catalog/years-after.ts";
import { organization } from "../reference/organization.ts";
import { assessmentOccasion, assessmentState } from "./codelists.ts";

const content = basis("个人信息保护法", 56);

/** What could go wrong with personal information is told to who assesses and who approves, and to nobody else: it would be a map for whoever looks for a way in. */
export const privacyImpactAssessment = entity(
  "PrivacyImpactAssessment",
  "What a body has found, before it handles personal information, about law, need, risks and protection (个人信息保护影响评估).",
  {
    assessmentNo: open(text().notNull().unique(), "Number of the assessment (评估编号)."),
    assessingBodyId: restricted(uuid().notNull(), "Body that assesses what it is about to do (评估单位).", content),
    divisionCode: restricted(text().notNull(), "Code of the division that the body serves (行政区划代码).", content),
    title: restricted(text().notNull(), "The handling that is assessed (评估对象).", content),
    occasion: restricted(coded(assessmentOccasion).notNull(), "Why the law asks for the assessment (评估情形).", basis("个人信息保护法", 55)),
    assessedTypes: restricted(text().array().notNull(), "Types of the graph whose rows are handled (所涉数据类型).", content),
    legality: restricted(text().notNull(), "Whether purpose and way of handling are lawful, proper and necessary (合法性、正当性、必要性).", content),
    risks: restricted(text().notNull(), "What the handling means for the persons, and what could go wrong (对个人权益的影响及安全风险).", content),
    measures: restricted(text().notNull(), "How the persons are protected, and whether that is lawful, works and is enough for the risk (保护措施).", content),
    conclusion: restricted(text().notNull(), "What follows from it (评估结论).", content),
    state: restricted(coded(assessmentState).notNull().default("DRAFT"), "How far it has come (评估状态).", content),
    submittedOn: restricted(date(), "Day on which it was submitted (提交日期).", content),
    approvedOn: restricted(date(), "Day on which it was approved (通过日期).", content),
    decisionReason: restricted(text(), "Why it was returned or approved (审核意见).", content),
    keptUntil: restricted(yearsAfter("approvedOn", 3), "Last day on which it must be kept, three years after its approval (保存至).", content),
    version: restricted(integer().notNull().default(1), "Number of the version, to be named by whoever changes it (版本号).", content),
    assessedBy: withheld(text(), "Client that wrote it (评估客户端)."),
    decidedBy: withheld(text(), "Client that approved or returned it (审核客户端)."),
  },
  {
    kept: "workflow",
    rows: anyOf(allOf(anyBody, own("assessingBodyId")), clearance("creditLead", within("divisionCode"))),
    restricted: "rows",
    keys: { assessmentNo: "assessmentNo" },
    order: { by: "assessmentNo", direction: "ASC" },
    relations: { assessingBody: one(() => organization, "assessingBodyId", "The body that assesses what it is about to do (评估单位).") },
    indexes: [["assessingBodyId", "state"]],
  },
);

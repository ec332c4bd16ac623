import { date, numeric, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { onDisplay } from "../../catalog/display.ts";
import { entity } from "../../catalog/entity.ts";
import { conditional, open } from "../../catalog/field.ts";
import { usccForm } from "../../catalog/form.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyOf, clearance, granted, is, own, within } from "../../catalog/rule.ts";
import { tender } from "../bidding/tender.ts";
import { source } from "../reference/source.ts";
import { violationConduct, violatorKind } from "./codelists.ts";
import { disclosureBasis, mayBePublished } from "./disclosure-basis.ts";
import { catalogItem, displayDecisions, divisionInCharge, emptiedBeside, integrityRecord, integrityRecordFields, onceUnderReview, onDisplayWhere, redaction, subjectOrganization } from "./integrity-record.ts";

/** Who checks the credit of bidders and suppliers, each in its own divisions. */
const inCharge = clearance(["creditLead", "tradingCentre", "finance"], within("divisionCode"));

/** The record of a sole trader says what a person did: it needs a decision to publish that still holds, as a person's does. */
const mayBeNamed = anyOf(is("subjectKind", "ENTERPRISE", "INSTITUTION"), mayBePublished);

/** What everybody may read today. */
export const violationDisplayed = allOf(onDisplay, mayBeNamed);

export const violationRecord = entity(
  "ViolationRecord",
  "A decision that a supplier, bidder or agency broke the rules of procurement or bidding (采购和招标投标违法违规记录).",
  {
    ...integrityRecordFields(),
    ...onDisplayWhere(violationDisplayed),
    subjectKind: open(coded(violatorKind).notNull(), "What kind of participant it was (违法主体类型)."),
    subjectUscc: open(text(), "Unified social credit code of the participant (违法主体统一社会信用代码)."),
    conduct: open(coded(violationConduct).notNull(), "How the rules were broken (违法违规行为)."),
    factSummary: open(text().notNull(), "The facts in a form that was reviewed for publication (违法事实摘要)."),
    penalty: open(text().notNull(), "What was imposed, in the words of the decision (处罚内容)."),
    fineAmount: open(numeric({ precision: 18, scale: 2 }), "Fine in 元 (罚款金额)."),
    banFrom: open(date(), "First day on which it may not take part (禁止参加起始日期)."),
    banTo: open(date(), "Last day on which it may not take part (禁止参加截止日期)."),
    tenderId: open(uuid(), "Tender in which it happened, where there was one (涉及招标)."),
    disclosureBasisId: open(uuid(), "Decision by which a record about a sole trader may be public (公开依据)."),
    factFull: conditional(text(), "The facts in full, as established (违法事实全文).", basis("政府信息公开条例", 15)),
  },
  {
    kept: "workflow",
    redaction: { ...redaction, marks: { ...redaction.marks, subjectUscc: null, tenderId: null, penalty: redaction.marks.factSummary, fineAmount: null }, beside: emptiedBeside("ViolationRecord", "violationRecordId") },
    implements: integrityRecord,
    rows: anyOf(violationDisplayed, own("sourceOrganizationId"), inCharge, own("subjectOrganizationId"), granted("ViolationRecord", "divisionCode")), // off display it is shared as what is conditional
    conditional: anyOf(inCharge, granted("ViolationRecord", "divisionCode")),
    search: { title: "title", also: ["recordNo"], rows: is("subjectKind", "ENTERPRISE", "INSTITUTION") },
    order: { by: "issuedOn", direction: "DESC" },
    supply: {
      // Finance penalises in procurement (政府采购法 77); in bidding the supervising departments do, housing and development and reform among them.
      by: clearance(["finance", "housing", "department", "creditLead"], within("divisionCode")),
      prefix: "VIO",
      forms: { subjectUscc: usccForm },
      periods: [["banFrom", "banTo"]],
      decided: displayDecisions,
      fixedOnce: onceUnderReview,
    },
    relations: {
      subjectOrganization: subjectOrganization("violationRecords", "Violation records about the organisation that may be seen (采购和招标投标违法违规记录)."),
      division: divisionInCharge("violationRecords", "Violation records in the charge of the division that may be seen (采购和招标投标违法违规记录)."),
      tender: one(() => tender, "tenderId", "The tender in which it happened (涉及招标).", {
        inverse: many("violationRecords", "Violations found in the tender, as far as they may be seen (采购和招标投标违法违规记录)."),
      }),
      disclosureBasis: one(() => disclosureBasis, "disclosureBasisId", "The decision by which a record about a sole trader may be public (公开依据).", {
        inverse: many("violationRecords", "The records about sole traders that are public by the decision (采购和招标投标违法违规记录)."),
      }),
      catalogItem,
      source,
    },
    indexes: [["subjectUscc", "issuedOn"]],
  },
);

/** Who reads the full facts of a violation record, where the row exists for them. */
export const readsFullViolation = inCharge;

/** Who takes part in a violation record's workflow: whoever supplied it, and those in charge. */
export const handlesViolation = anyOf(own("sourceOrganizationId"), inCharge);

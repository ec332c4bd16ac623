import { numeric, text, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { onDisplay } from "../../catalog/display.ts";
import { entity } from "../../catalog/entity.ts";
import { conditional, open, shared } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyOf, clearance, granted, is, own, within } from "../../catalog/rule.ts";
import { source } from "../reference/source.ts";
import { dishonestySource, integrityField, recordSubjectKind, socialImpact } from "./codelists.ts";
import { disclosureBasis, mayBePublished } from "./disclosure-basis.ts";
import { catalogItem, displayDecisions, divisionInCharge, integrityRecord, integrityRecordFields, namedByLaw, onceUnderReview, onDisplayWhere, subjectOrganization } from "./integrity-record.ts";

/** The lead in matters of credit and the supervisory commission, each in its own divisions. */
const inCharge = clearance(["creditLead", "supervision"], within("divisionCode"));

/** A body can be named; a person only by a decision to publish that the row names and that still holds (个人信息保护法 13, 25). */
const mayBeNamed = anyOf(is("subjectKind", "ORGANIZATION"), mayBePublished);

const displayed = allOf(onDisplay, mayBeNamed);

export const dishonestyRecord = entity(
  "DishonestyRecord",
  "A record that a government body broke faith, or that an official did where a law lets it be public (政务失信记录).",
  {
    ...integrityRecordFields(),
    ...onDisplayWhere(displayed),
    subjectKind: open(coded(recordSubjectKind).notNull(), "Whether the record is about a body or an official (失信主体类型)."),
    subjectPost: open(text(), "Body and post of an official at the time of the act; absent for a body (失信时任职).", namedByLaw),
    sourceKind: open(coded(dishonestySource).notNull(), "What kind of decision the record rests on (失信记录来源)."),
    field: open(coded(integrityField).notNull(), "Field of government work that it happened in (失信领域)."),
    factSummary: open(text().notNull(), "The facts in a form that was reviewed for publication (失信事实摘要)."),
    disclosureBasisId: open(uuid(), "Decision by which a record about a person may be public (公开依据)."),
    // What is shared with every body is no fact about a person: a record about an official has none.
    lossAmount: shared(numeric({ precision: 18, scale: 2 }), "Loss caused by the body in 元 (损失金额)."),
    factFull: conditional(text(), "The facts in full, as established (失信事实全文).", basis("政府信息公开条例", 15)),
    socialImpact: conditional(coded(socialImpact), "How far it was felt, in the judgement of those in charge (社会影响程度).", basis("政府信息公开条例", 16)),
  },
  {
    implements: integrityRecord,
    rows: anyOf(displayed, own("sourceOrganizationId"), inCharge, own("subjectOrganizationId"), granted("DishonestyRecord", "divisionCode")), // off display it is shared as what is conditional
    conditional: anyOf(inCharge, granted("DishonestyRecord", "divisionCode")),
    search: { title: "title", rows: is("subjectKind", "ORGANIZATION") },
    order: { by: "issuedOn", direction: "DESC" },
    supply: {
      // Who judges, penalises, disciplines or finds a breach, and the lead that collects what they decided (国发〔2016〕76号, 发改财金〔2023〕1103号).
      by: clearance(["court", "procuratorate", "supervision", "creditLead", "department", "finance", "housing", "investment"], within("divisionCode")),
      prefix: "DIS",
      referredBy: "recordNo", // the body that manages those who answer for it names it, and another decided
      decided: displayDecisions,
      fixedOnce: onceUnderReview,
    },
    relations: {
      subjectOrganization: subjectOrganization("dishonestyRecords", "Dishonesty records about the body that may be seen (政务失信记录)."),
      division: divisionInCharge("dishonestyRecords", "Dishonesty records in the charge of the division that may be seen (政务失信记录)."),
      disclosureBasis: one(() => disclosureBasis, "disclosureBasisId", "The decision by which a record about a person may be public (公开依据).", {
        inverse: many("dishonestyRecords", "The records that are public by the decision, as far as they may be seen (政务失信记录)."),
      }),
      catalogItem,
      source,
    },
    indexes: [["field", "issuedOn"], ["sourceKind", "issuedOn"]],
  },
);

/** Who reads the full facts of a dishonesty record, where the row exists for them. */
export const readsFullDishonesty = inCharge;

import { numeric, text, uuid } from "drizzle-orm/pg-core";
import type { BodyAudience } from "../../catalog/audience.ts";
import { basis } from "../../catalog/basis.ts";
import { coded } from "../../catalog/codelist.ts";
import { onDisplay } from "../../catalog/display.ts";
import { entity } from "../../catalog/entity.ts";
import { conditional, open, shared } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { allOf, anyOf, clearance, granted, is, own, within } from "../../catalog/rule.ts";
import { source } from "../reference/source.ts";
import { collectionState, dishonestySource, integrityField, recordSubjectKind, socialImpact } from "./codelists.ts";
import { disclosureBasis, mayBePublished } from "./disclosure-basis.ts";
import { catalogItem, displayDecisions, divisionInCharge, emptiedBeside, integrityRecord, integrityRecordFields, namedByLaw, onceUnderReview, onDisplayWhere, redaction, subjectOrganization } from "./integrity-record.ts";

/**
 * Which kinds of decisions a record rests on that a body supplies (国发〔2016〕76号: 司法判决、行政处罚、纪律处分、问责处理; 发改财金〔2023〕1103号: 违约失信、
 * 拖欠账款、被列失信被执行人): whoever judges, penalises, disciplines or finds a breach, and the lead that collects what they decided.
 */
export const suppliedKinds = {
  court: ["JUDGMENT", "ENFORCEMENT_DEFAULT"],
  procuratorate: ["JUDGMENT"],
  supervision: ["DISCIPLINE", "ACCOUNTABILITY"],
  department: ["PENALTY", "ACCOUNTABILITY", "CONTRACT_DEFAULT", "ARREARS"],
  finance: ["PENALTY", "ACCOUNTABILITY", "CONTRACT_DEFAULT", "ARREARS"],
  housing: ["PENALTY", "CONTRACT_DEFAULT", "ARREARS"],
  investment: ["CONTRACT_DEFAULT"],
  creditLead: dishonestySource.values,
} as const satisfies Partial<Record<BodyAudience, readonly (typeof dishonestySource.values)[number][]>>;

/** The lead in matters of credit and the supervisory commission, each in its own divisions. */
const inCharge = clearance(["creditLead", "supervision"], within("divisionCode"));

/** A body can be named; a person only by a decision to publish that the row names and that still holds (个人信息保护法 13, 25). */
const mayBeNamed = anyOf(is("subjectKind", "ORGANIZATION"), mayBePublished);

/** What everybody may read today. */
export const dishonestyDisplayed = allOf(onDisplay, mayBeNamed);

export const dishonestyRecord = entity(
  "DishonestyRecord",
  "A record that a government body broke faith, or that an official did where a law lets it be public (政务失信记录).",
  {
    ...integrityRecordFields(),
    ...onDisplayWhere(dishonestyDisplayed),
    subjectKind: open(coded(recordSubjectKind).notNull(), "Whether the record is about a body or an official (失信主体类型)."),
    subjectPost: open(text(), "Body and post of an official at the time of the act; absent for a body (失信时任职).", namedByLaw),
    collectionState: open(coded(collectionState).notNull().default("REPORTED"), "How far it has come on its way to the provincial platform (归集状态)."),
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
    kept: "workflow",
    redaction: {
      ...redaction,
      marks: { ...redaction.marks, subjectPost: null, lossAmount: null },
      // An address says what its page is called. As long as the page is up, whoever has to take it down needs it.
      beside: [...emptiedBeside("DishonestyRecord", "dishonestyRecordId"), { type: "PublicationChannel", by: { there: "dishonestyRecordId", here: "id" }, marks: { url: redaction.marks.title }, butFor: { field: "state", value: "ONLINE" } }],
    },
    implements: integrityRecord,
    rows: anyOf(dishonestyDisplayed, own("sourceOrganizationId"), inCharge, own("subjectOrganizationId"), granted("DishonestyRecord", "divisionCode")), // off display it is shared as what is conditional
    conditional: anyOf(inCharge, granted("DishonestyRecord", "divisionCode")),
    search: { title: "title", also: ["recordNo"], rows: is("subjectKind", "ORGANIZATION") },
    order: { by: "issuedOn", direction: "DESC" },
    supply: {
      by: anyOf(...Object.entries(suppliedKinds).map(([audience, kinds]) => clearance(audience as BodyAudience, within("divisionCode"), is("sourceKind", ...kinds)))),
      prefix: "DIS",
      needed: [{ key: "subjectOrganizationId", where: "subjectKind", is: ["ORGANIZATION"] }], // a name alone may be a person's
      referredBy: "recordNo", // the body that manages those who answer for it names it, and another decided
      decided: [...displayDecisions, "collectionState"],
      fixedOnce: anyOf(onceUnderReview, is("collectionState", "COUNTY_VERIFIED", "CITY_VERIFIED", "ACCEPTED")), // what was verified must not become another text
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

/** Who takes part in a dishonesty record's workflow: whoever reported it, and those in charge. */
export const handlesDishonesty = anyOf(own("sourceOrganizationId"), inCharge);

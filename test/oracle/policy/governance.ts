import { dayAfter, everyBody, everyone, isBody, isOwn, isPast, isSelf, isWithin, midnight, type Asking, type Policies, type Says, type Value } from "./vocabulary.ts";

/** Of a body's own; a firm has none. */
const isOwnOfBody = (id: Value | undefined, asking: Asking): boolean => isBody(asking.viewer) && isOwn(id, asking);

const isOver = (row: Parameters<Says>[0], asking: Asking, ...audiences: string[]): boolean => audiences.includes(asking.viewer.audience) && isWithin(row.values["divisionCode"], asking);

/** Drafts are the drafting body's and the lead's; whatever has been opened for comments is everybody's. */
const isKnownRegulation: Says = (regulation, asking) =>
  regulation.values["state"] !== "DRAFT" || isOwnOfBody(regulation.values["draftingBodyId"], asking) || isOver(regulation, asking, "creditLead");

const isPartyToRequest: Says = (request, asking) => isSelf(request.values["officialId"], asking) || (asking.viewer.audience === "personnel" && isOwn(request.values["managingOrganizationId"], asking));

const knowsAssessment: Says = (assessment, asking) => isOwnOfBody(assessment.values["assessingBodyId"], asking) || isOver(assessment, asking, "creditLead");

const knowsIncident: Says = (incident, asking) => asking.viewer.audience === "operator" || isOwnOfBody(incident.values["organizationId"], asking) || isOver(incident, asking, "creditLead", "supervision");

const seesRuns: Says = (_run, { viewer }) => viewer.audience === "operator" || viewer.audience === "auditor";

/** Task 13: regulations are P, drafts are not; requests are the person's and the managing body's; assessments and incidents R (2.8, 2.9). */
export const governance: Policies = {
  Regulation: {
    rows: isKnownRegulation,
    open: "id recordedAt regulationNo title docNo level issuingBodyName draftingBodyId divisionCode state summary textUrl consultationFrom consultationTo consultationReason adoptedOn effectiveFrom amendedOn amendedBy effectiveTo repealedBy",
    unfiltered: "tags",
    shared: "version",
    derived: { isOpenForComments: (row, asking) => row.values["state"] === "CONSULTATION" && !isPast(row.values["consultationTo"], asking) },
    order: ["regulationNo", "ASC"],
    relations: { draftingBody: ["draftingBodyId"] },
    edges: ({ values }) => (values["state"] === "CONSULTATION" && typeof values["consultationTo"] === "string" ? [midnight(dayAfter(values["consultationTo"]))] : []),
  },
  SubjectRequest: {
    rows: isPartyToRequest,
    person: "officialId",
    open: "id recordedAt requestNo",
    closed: [
      {
        fields: "officialId managingOrganizationId kind aboutType aboutRow statement state submittedOn acceptBy answerBy acceptedOn decidedOn outcome answer refusalReason basisCitation version",
        class: "restricted",
        readers: ["personnel", "subject"],
        where: everyone,
      },
    ],
    order: ["requestNo", "ASC"],
    relations: { basis: ["basisCitation", "citation"] },
  },
  PrivacyImpactAssessment: {
    rows: knowsAssessment,
    open: "id recordedAt assessmentNo",
    closed: [
      {
        fields: "assessingBodyId divisionCode title occasion assessedTypes legality risks measures conclusion state submittedOn approvedOn decisionReason keptUntil version",
        class: "restricted",
        readers: everyBody,
        where: everyone,
      },
    ],
    order: ["assessmentNo", "ASC"],
    relations: { assessingBody: ["assessingBodyId"] },
  },
  SecurityIncident: {
    rows: knowsIncident,
    open: "id recordedAt incidentNo",
    closed: [
      {
        fields: "organizationId divisionCode kind foundOn description dataCategories personsAffected state cause measures containedOn authorityNotifiedOn notifyBy personsNotifiedOn notNotifiedReason closedOn lesson version",
        class: "restricted",
        readers: [...everyBody, "operator"],
        where: everyone,
      },
    ],
    order: ["incidentNo", "ASC"],
  },
  RetentionRun: {
    rows: seesRuns,
    open: "id recordedAt",
    closed: [{ fields: "ruleVersionCode typeName dueCount doneCount heldBackCount", class: "restricted", readers: ["operator", "auditor"], where: everyone }],
    order: ["recordedAt", "DESC"],
    relations: { rule: ["ruleVersionCode", "versionCode"] },
  },
};

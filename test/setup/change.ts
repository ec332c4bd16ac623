import type { Answered, AnsweredError, PersonaOrPublic, TestHub } from "./hub.ts";

/** What a change was answered with, by the names that every change shares. */
export interface Changed {
  /** The row as it is now; null where there is none. */
  readonly row: Readonly<Record<string, unknown>> | null;
  /** `code field`, such as "INVALID input.fields.0". */
  readonly refused: readonly string[];
  readonly messages: readonly string[];
  /** The whole answer of the field; null where the change was denied as such. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly AnsweredError[];
  readonly answered: Answered;
}

/** What is asked for of the row, by its name in the answer. */
const selections = {
  sharingGrant: "id grantNo state version fields items scopeDivisionCode validFrom validTo dailyQuota decidedOn requestedOn decisionReason purpose requesterId providerId",
  client: "id clientId name audience state stateReason version mayHide jurisdictionCode organizationId",
  delivery: "id receiptNo state stateReason version",
  clientCredential: "id kind label networks expiresAt revokedAt client { clientId }",
  dishonestyRecord: "id recordNo title subjectName collectionState disclosureState version displayFrom displayUntil stoppedOn stopReason annulledOn annulmentDocumentNo factSummary lossAmount",
  violationRecord: "id recordNo title disclosureState version displayFrom stoppedOn stopReason annulledOn annulmentDocumentNo",
  policyChange: "id changeNo kind versionCode catalogItemCode severity isDisplayed minMonths maxMonths thresholdCode name value unit effectiveFrom basisCitation state proposedOn decidedOn decisionReason version",
  publicationChannel: "id kind url state publishedOn takenDownOn takeDownBy mustComeDown isOverdue version",
  regulation: "id regulationNo title docNo level tags issuingBodyName draftingBodyId state summary textUrl consultationFrom consultationTo isOpenForComments adoptedOn effectiveFrom amendedOn amendedBy effectiveTo repealedBy version",
  subjectRequest: "id requestNo officialId managingOrganizationId kind aboutType aboutRow statement state submittedOn acceptedOn decidedOn outcome answer refusalReason basisCitation version",
  privacyImpactAssessment: "id assessmentNo assessingBodyId divisionCode title occasion assessedTypes conclusion state submittedOn approvedOn decisionReason keptUntil version",
  securityIncident: "id incidentNo organizationId divisionCode kind foundOn dataCategories personsAffected state cause measures containedOn authorityNotifiedOn personsNotifiedOn notNotifiedReason closedOn lesson version",
} as const;

const rowOf: Readonly<Record<string, keyof typeof selections>> = {
  registerClient: "client", suspendClient: "client", resumeClient: "client", closeClient: "client",
  cancelDelivery: "delivery", resumeDelivery: "delivery",
  draftRegulation: "regulation", reviseRegulation: "regulation", openConsultation: "regulation", adoptRegulation: "regulation", enactRegulation: "regulation", amendRegulation: "regulation", repealRegulation: "regulation",
  submitSubjectRequest: "subjectRequest", acceptSubjectRequest: "subjectRequest", answerSubjectRequest: "subjectRequest", restrictProcessing: "subjectRequest", refuseSubjectRequest: "subjectRequest", withdrawSubjectRequest: "subjectRequest",
  draftAssessment: "privacyImpactAssessment", reviseAssessment: "privacyImpactAssessment", submitAssessment: "privacyImpactAssessment", approveAssessment: "privacyImpactAssessment", returnAssessment: "privacyImpactAssessment",
  reportIncident: "securityIncident", containIncident: "securityIncident", notifyIncident: "securityIncident", closeIncident: "securityIncident",
  addClientKey: "clientCredential", issueApiKey: "clientCredential", revokeCredential: "clientCredential",
};
/** Changes whose name ends so are of the row that it says. */
const rowByEnd: readonly (readonly [RegExp, keyof typeof selections])[] = [
  [/(Dishonesty(Disclosure|Unpublished|Annulment)?|DishonestyAt(County|City))$/, "dishonestyRecord"],
  [/Violation(Disclosure|Unpublished|Annulment)?$/, "violationRecord"],
  [/PolicyChange$/, "policyChange"],
  [/^record(Publication|TakeDown)$/, "publicationChannel"],
];
const rowNameOf = (name: string): keyof typeof selections => rowOf[name] ?? rowByEnd.find(([end]) => end.test(name))?.[1] ?? "sharingGrant";

const answersOf: Readonly<Record<string, string>> = { issueApiKey: "apiKey", rotateSigningKeys: "signingGeneration" };

/** The text of a change with one input, asking for all that it answers. */
export function changeText(name: string): string {
  const row = name === "rotateSigningKeys" ? null : rowNameOf(name);
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return `mutation ($input: ${input}) { ${name}(input: $input) { ${row ? `${row} { ${selections[row]} }` : ""} ${answersOf[name] ?? ""} userErrors { code field message } } }`;
}

/** Asks a hub for changes. */
export const changesOf = (hub: () => TestHub) =>
  async (persona: PersonaOrPublic, name: string, input: Readonly<Record<string, unknown>>): Promise<Changed> => {
    const answered = await hub().ask(persona, changeText(name), { input });
    const payload = (answered.body.data?.[name] ?? null) as Record<string, unknown> | null;
    const userErrors = (payload?.["userErrors"] ?? []) as { code: string; field: string[] | null; message: string }[];
    return {
      row: (payload?.[rowNameOf(name)] ?? null) as Changed["row"],
      refused: userErrors.map(({ code, field }) => (field ? `${code} ${field.join(".")}` : code)),
      messages: userErrors.map(({ message }) => message),
      payload,
      errors: answered.body.errors ?? [],
      answered,
    };
  };

import { uuidOf } from "./chance.ts";

/** Rows of RetentionRun: one run of each rule that deletes, of which one had something to do. */
export const retentionRunRows = () =>
  (
    [
      ["assessment.keep@2021-11-01", "PrivacyImpactAssessment", 0, 0],
      ["subjectRequest.keep@2026-04-01", "SubjectRequest", 2, 2],
      ["incident.keep@2026-04-01", "SecurityIncident", 0, 0],
    ] as const
  ).map(([ruleVersionCode, typeName, dueCount, doneCount], place) => ({
    id: uuidOf(`retention-run/${ruleVersionCode}`),
    ruleVersionCode,
    typeName,
    dueCount,
    doneCount,
    heldBackCount: dueCount - doneCount,
    recordedAt: new Date(Date.parse("2026-11-20T18:00:00Z") + place * 1000),
  }));

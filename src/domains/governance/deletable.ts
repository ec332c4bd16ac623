import type { Deletable } from "../../catalog/deletable.ts";
import { privacyImpactAssessment } from "./privacy-impact-assessment.ts";
import { securityIncident } from "./security-incident.ts";
import { subjectRequest } from "./subject-request.ts";

/**
 * The only types of which the hub ever deletes rows by a retention rule. Each has a day that is recorded when its case is closed, from which the
 * period counts: what is open has none, and stays. Where steps and deadlines are kept of a type, they go with it.
 */
export const deletable: readonly Deletable[] = Object.freeze([{ type: subjectRequest }, { type: privacyImpactAssessment }, { type: securityIncident }]);

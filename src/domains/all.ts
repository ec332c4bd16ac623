import type { NodeType } from "../catalog/node-type.ts";
import { workflowDeadline } from "./workflow/workflow-deadline.ts";
import { workflowStep } from "./workflow/workflow-step.ts";
import { accessEvent } from "./access/access-event.ts";
import { accessLogEntry } from "./access/access-log-entry.ts";
import { accessLogHead } from "./access/access-log-head.ts";
import { clientCredential } from "./access/client-credential.ts";
import { client } from "./access/client.ts";
import { sharingGrantDeadline } from "./access/sharing-grant-deadline.ts";
import { sharingGrantStep } from "./access/sharing-grant-step.ts";
import { sharingGrant } from "./access/sharing-grant.ts";
import { acceptance } from "./bidding/acceptance.ts";
import { award } from "./bidding/award.ts";
import { bid } from "./bidding/bid.ts";
import { contract } from "./bidding/contract.ts";
import { lot } from "./bidding/lot.ts";
import { notice } from "./bidding/notice.ts";
import { payment } from "./bidding/payment.ts";
import { tender } from "./bidding/tender.ts";
import { arrearsRecord } from "./debt/arrears-record.ts";
import { arrearsTotal } from "./debt/arrears-total.ts";
import { bond } from "./debt/bond.ts";
import { bondTranche } from "./debt/bond-tranche.ts";
import { debtBalance } from "./debt/debt-balance.ts";
import { debtLimit } from "./debt/debt-limit.ts";
import { debtRecord } from "./debt/debt-record.ts";
import { debtRiskAssessment } from "./debt/debt-risk-assessment.ts";
import { debtServiceDue } from "./debt/debt-service-due.ts";
import { disclosureDuty } from "./debt/disclosure-duty.ts";
import { fundUse } from "./debt/fund-use.ts";
import { governmentCreditRating } from "./debt/government-credit-rating.ts";
import { deliveryFault } from "./delivery/delivery-fault.ts";
import { delivery } from "./delivery/delivery.ts";
import { attachment } from "./dishonesty/attachment.ts";
import { disclosureBasis } from "./dishonesty/disclosure-basis.ts";
import { disclosureNotice } from "./dishonesty/disclosure-notice.ts";
import { dishonestyRecordDeadline } from "./dishonesty/dishonesty-record-deadline.ts";
import { dishonestyRecordStep } from "./dishonesty/dishonesty-record-step.ts";
import { dishonestyRecord } from "./dishonesty/dishonesty-record.ts";
import { dutyCrimeRecord } from "./dishonesty/duty-crime-record.ts";
import { integrityRecord } from "./dishonesty/integrity-record.ts";
import { officialDishonestyRecord } from "./dishonesty/official-dishonesty-record.ts";
import { publicationChannel } from "./dishonesty/publication-channel.ts";
import { recordResponsibility } from "./dishonesty/record-responsibility.ts";
import { violationRecordDeadline } from "./dishonesty/violation-record-deadline.ts";
import { violationRecordStep } from "./dishonesty/violation-record-step.ts";
import { violationRecord } from "./dishonesty/violation-record.ts";
import { privacyImpactAssessment } from "./governance/privacy-impact-assessment.ts";
import { regulation } from "./governance/regulation.ts";
import { retentionRule } from "./governance/retention-rule.ts";
import { retentionRun } from "./governance/retention-run.ts";
import { securityIncident } from "./governance/security-incident.ts";
import { subjectRequest } from "./governance/subject-request.ts";
import { calendarDay } from "./policy/calendar-day.ts";
import { catalogItem } from "./policy/catalog-item.ts";
import { displayPeriod } from "./policy/display-period.ts";
import { maskingRule } from "./policy/masking-rule.ts";
import { policyChange } from "./policy/policy-change.ts";
import { threshold } from "./policy/threshold.ts";
import { administrativeDivision } from "./reference/administrative-division.ts";
import { fieldPolicy } from "./reference/field-policy.ts";
import { formerIdentity } from "./reference/former-identity.ts";
import { legalBasis } from "./reference/legal-basis.ts";
import { officeHolder } from "./reference/office-holder.ts";
import { official } from "./reference/official.ts";
import { organization } from "./reference/organization.ts";
import { post } from "./reference/post.ts";
import { project } from "./reference/project.ts";
import { tenure } from "./reference/tenure.ts";
import { measure } from "./sanctions/measure.ts";

/** Types that belong together, and what they are about. */
export interface Domain {
  readonly en: string;
  readonly zh: string;
  readonly types: readonly NodeType[];
}

/** Everything that the hub holds by what it is about, in the order in which the graph and the ledger print it: what others refer to comes first. */
export const domains: readonly Domain[] = Object.freeze([
  { en: "Divisions, bodies, posts, people and projects", zh: "区划、机构、职务、人员和项目", types: [administrativeDivision, organization, formerIdentity, post, officeHolder, official, tenure, project] },
  { en: "Procurement, bidding, contracts and payments", zh: "采购、招标投标、合同和支付", types: [tender, lot, notice, bid, award, contract, acceptance, payment] },
  {
    en: "Government debt and arrears",
    zh: "政府债务和拖欠账款",
    types: [debtRecord, debtLimit, debtBalance, arrearsRecord, arrearsTotal, bond, bondTranche, debtServiceDue, fundUse, disclosureDuty, governmentCreditRating, debtRiskAssessment],
  },
  {
    en: "Dishonesty, incentives and sanctions",
    zh: "失信、激励和惩戒",
    types: [integrityRecord, dishonestyRecord, violationRecord, disclosureBasis, disclosureNotice, publicationChannel, officialDishonestyRecord, recordResponsibility, dutyCrimeRecord, attachment, measure],
  },
  { en: "Steps and deadlines of workflows", zh: "办理步骤和期限", types: [workflowStep, workflowDeadline, sharingGrantStep, sharingGrantDeadline, dishonestyRecordStep, dishonestyRecordDeadline, violationRecordStep, violationRecordDeadline] },
  { en: "Laws, catalogue and policy tables", zh: "法律依据、目录和政策规则", types: [legalBasis, catalogItem, displayPeriod, calendarDay, threshold, maskingRule, policyChange, fieldPolicy] },
  { en: "Law, security and privacy", zh: "法规、安全和隐私", types: [regulation, subjectRequest, privacyImpactAssessment, securityIncident, retentionRule, retentionRun] },
  { en: "Clients, sharing and deliveries", zh: "接入、共享和报送", types: [client, clientCredential, sharingGrant, delivery, deliveryFault] },
  { en: "The log of who looked", zh: "查阅留痕", types: [accessEvent, accessLogEntry, accessLogHead] },
]);

/** The same as one list. */
export const declared: readonly NodeType[] = Object.freeze(domains.flatMap(({ types }) => types));

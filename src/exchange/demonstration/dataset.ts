import { acceptanceRows } from "./acceptances.ts";
import { accessLogRows } from "./access-log.ts";
import { arrearsRows, arrearsTotalRows } from "./arrears.ts";
import { awardsOf } from "./awards.ts";
import { uuidOf } from "./chance.ts";
import { clientRows } from "./clients.ts";
import { contractsOf } from "./contracts.ts";
import { readCalendarDays } from "../reference/read-calendar-days.ts";
import { readCatalogItems } from "../reference/read-catalog-items.ts";
import { readDisplayPeriods } from "../reference/read-display-periods.ts";
import { readDivisions } from "../reference/read-divisions.ts";
import { readFormerDivisions } from "../reference/read-former-divisions.ts";
import { readLegalBases } from "../reference/read-legal-bases.ts";
import { readMaskingRules } from "../reference/read-masking-rules.ts";
import { readRetentionRules } from "../reference/read-retention-rules.ts";
import { readThresholds } from "../reference/read-thresholds.ts";
import { bidRows } from "./bids.ts";
import { bodiesOf } from "./bodies.ts";
import { bondRows, bondSpecs, bondTrancheRows } from "./bonds.ts";
import { creditRatingRows } from "./credit-ratings.ts";
import { debtRiskRows } from "./debt-risks.ts";
import { debtServiceRows, fundUseRows } from "./debt-service.ts";
import { debtRows } from "./debts.ts";
import { deliveryRows } from "./deliveries.ts";
import { disclosureDutyRows } from "./disclosure-duties.ts";
import { divisionRows } from "./divisions.ts";
import { enterpriseRows } from "./firms.ts";
import { formerIdentityRows } from "./former-identities.ts";
import { integrityRows } from "./integrity.ts";
import { debtRiskLevels, decidedPayments, dutyOutcomes, exceptions, formerOrdinaryPosts, formerPosts } from "./landmarks.ts";
import { lotRows } from "./lots.ts";
import { noticeRows } from "./notices.ts";
import { officeHolderRows } from "./office-holders.ts";
import { officialRows } from "./officials.ts";
import { organizationRows } from "./organizations.ts";
import { paymentRows } from "./payments.ts";
import { placesOf } from "./places.ts";
import { policyChangeRows } from "./policy-changes.ts";
import { postRows } from "./posts.ts";
import { privacyImpactAssessmentRows } from "./privacy-impact-assessments.ts";
import { projectRows, projectSpecs } from "./projects.ts";
import { regulationRows } from "./regulations.ts";
import { retentionRunRows } from "./retention-runs.ts";
import { securityIncidentRows } from "./security-incidents.ts";
import { sharingGrantRows } from "./sharing-grants.ts";
import { showcaseProjects } from "./showcase.ts";
import { subjectRequestRows } from "./subject-requests.ts";
import { tenderRows, tenderSpecs } from "./tenders.ts";
import { tenureRows } from "./tenures.ts";
import { workflowRows } from "./workflow-rows.ts";
import { thresholdFinder } from "./thresholds.ts";

export type Dataset = ReturnType<typeof dataset>;

/**
 * All rows of the demonstration data: Sichuan's real divisions, the laws and the policy tables; everything else is synthetic. The same rows come out each
 * time, whatever the day.
 */
export function dataset() {
  const places = placesOf(readDivisions());
  const formerDivisions = readFormerDivisions();
  const bodies = bodiesOf(places);
  const officials = officialRows(bodies, exceptions);
  const projects = projectSpecs(bodies, places);
  const tenders = tenderSpecs(projects);
  const bids = bidRows(tenders);
  const awards = awardsOf(tenders, bids);
  const contracts = contractsOf(awards);
  const acceptances = acceptanceRows(contracts);
  const payments = paymentRows(contracts);
  const debts = debtRows(places);
  const thresholds = readThresholds();
  const thresholdOn = thresholdFinder(thresholds);
  const showcased = new Set<string>(Object.values(showcaseProjects).map(({ code }) => code));
  const bonds = bondSpecs(projects, ({ code }) => showcased.has(code));
  return {
    divisions: divisionRows(places.all, formerDivisions),
    ...organizationRows(bodies),
    enterprises: enterpriseRows(),
    formerIdentities: formerIdentityRows(bodies, formerDivisions),
    officials,
    posts: postRows(bodies, officials),
    tenures: tenureRows(bodies, officials, [...formerPosts, ...formerOrdinaryPosts]),
    officeHolders: officeHolderRows(bodies, officials, formerPosts),
    projects: projectRows(projects),
    tenders: tenderRows(tenders),
    lots: lotRows(tenders),
    notices: noticeRows({ tenders, awards, contracts, acceptances }),
    bids,
    awards: awards.map(({ row }) => row),
    contracts: contracts.map(({ row }) => row),
    acceptances,
    payments,
    arrearsRecords: arrearsRows(contracts, payments),
    arrearsTotals: arrearsTotalRows(contracts, payments),
    debtLimits: debts.limits,
    debtBalances: debts.balances,
    bonds: bondRows(bonds),
    bondTranches: bondTrancheRows(bonds),
    debtServiceDues: debtServiceRows(bonds, decidedPayments),
    fundUses: fundUseRows(bonds),
    disclosureDuties: disclosureDutyRows(places, dutyOutcomes, thresholdOn),
    governmentCreditRatings: creditRatingRows(places),
    debtRiskAssessments: debtRiskRows(places, debtRiskLevels, thresholdOn),
    ...workflowRows(),
    policyChanges: policyChangeRows(),
    ...integrityRows(bodies, officials, bids),
    sharingGrants: sharingGrantRows(),
    ...accessLogRows(),
    clients: clientRows(),
    ...deliveryRows(),
    regulations: regulationRows(),
    subjectRequests: subjectRequestRows(),
    privacyImpactAssessments: privacyImpactAssessmentRows(),
    securityIncidents: securityIncidentRows(),
    retentionRuns: retentionRunRows(),
    legalBases: readLegalBases().map((row) => ({ id: uuidOf(`legal-basis/${row.citation}`), ...row })),
    catalogItems: readCatalogItems().map((row) => ({ id: uuidOf(`catalog-item/${row.code}`), ...row })),
    displayPeriods: readDisplayPeriods().map((row) => ({ id: uuidOf(`display-period/${row.versionCode}`), ...row })),
    calendarDays: readCalendarDays().map((row) => ({ id: uuidOf(`calendar-day/${row.day}`), ...row })),
    thresholds: thresholds.map((row) => ({ id: uuidOf(`threshold/${row.versionCode}`), ...row })),
    retentionRules: readRetentionRules().map((row) => ({ id: uuidOf(`retention-rule/${row.versionCode}`), ...row })),
    maskingRules: readMaskingRules().map((row) => ({ id: uuidOf(`masking-rule/${row.code}`), ...row })),
  };
}

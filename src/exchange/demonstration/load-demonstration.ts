import { createHmac } from "node:crypto";
import { getTableColumns, sql } from "drizzle-orm";
import type { Entity } from "../../catalog/node-type.ts";
import { mainPart, tableOf } from "../../catalog/storage.ts";
import { accessEvent } from "../../domains/access/access-event.ts";
import { accessLogEntry } from "../../domains/access/access-log-entry.ts";
import { sharingGrantDeadline } from "../../domains/access/sharing-grant-deadline.ts";
import { sharingGrantStep } from "../../domains/access/sharing-grant-step.ts";
import { sharingGrant } from "../../domains/access/sharing-grant.ts";
import { client } from "../../domains/access/client.ts";
import { acceptance } from "../../domains/bidding/acceptance.ts";
import { award } from "../../domains/bidding/award.ts";
import { bid } from "../../domains/bidding/bid.ts";
import { contract } from "../../domains/bidding/contract.ts";
import { lot } from "../../domains/bidding/lot.ts";
import { notice } from "../../domains/bidding/notice.ts";
import { payment } from "../../domains/bidding/payment.ts";
import { tender } from "../../domains/bidding/tender.ts";
import { arrearsRecord } from "../../domains/debt/arrears-record.ts";
import { arrearsTotal } from "../../domains/debt/arrears-total.ts";
import { bond } from "../../domains/debt/bond.ts";
import { bondTranche } from "../../domains/debt/bond-tranche.ts";
import { debtBalance } from "../../domains/debt/debt-balance.ts";
import { debtLimit } from "../../domains/debt/debt-limit.ts";
import { debtRiskAssessment } from "../../domains/debt/debt-risk-assessment.ts";
import { debtServiceDue } from "../../domains/debt/debt-service-due.ts";
import { disclosureDuty } from "../../domains/debt/disclosure-duty.ts";
import { fundUse } from "../../domains/debt/fund-use.ts";
import { governmentCreditRating } from "../../domains/debt/government-credit-rating.ts";
import { calendarDay } from "../../domains/policy/calendar-day.ts";
import { catalogItem } from "../../domains/policy/catalog-item.ts";
import { displayPeriod } from "../../domains/policy/display-period.ts";
import { maskingRule } from "../../domains/policy/masking-rule.ts";
import { policyChange } from "../../domains/policy/policy-change.ts";
import { threshold } from "../../domains/policy/threshold.ts";
import { deliveryFault } from "../../domains/delivery/delivery-fault.ts";
import { delivery } from "../../domains/delivery/delivery.ts";
import { attachment } from "../../domains/dishonesty/attachment.ts";
import { disclosureBasis } from "../../domains/dishonesty/disclosure-basis.ts";
import { disclosureNotice } from "../../domains/dishonesty/disclosure-notice.ts";
import { dishonestyRecordDeadline } from "../../domains/dishonesty/dishonesty-record-deadline.ts";
import { dishonestyRecordStep } from "../../domains/dishonesty/dishonesty-record-step.ts";
import { dishonestyRecord } from "../../domains/dishonesty/dishonesty-record.ts";
import { dutyCrimeRecord } from "../../domains/dishonesty/duty-crime-record.ts";
import { officialDishonestyRecord } from "../../domains/dishonesty/official-dishonesty-record.ts";
import { publicationChannel } from "../../domains/dishonesty/publication-channel.ts";
import { recordResponsibility } from "../../domains/dishonesty/record-responsibility.ts";
import { violationRecordDeadline } from "../../domains/dishonesty/violation-record-deadline.ts";
import { violationRecordStep } from "../../domains/dishonesty/violation-record-step.ts";
import { violationRecord } from "../../domains/dishonesty/violation-record.ts";
import { privacyImpactAssessment } from "../../domains/governance/privacy-impact-assessment.ts";
import { regulation } from "../../domains/governance/regulation.ts";
import { retentionRule } from "../../domains/governance/retention-rule.ts";
import { retentionRun } from "../../domains/governance/retention-run.ts";
import { securityIncident } from "../../domains/governance/security-incident.ts";
import { subjectRequest } from "../../domains/governance/subject-request.ts";
import { administrativeDivision } from "../../domains/reference/administrative-division.ts";
import { legalBasis } from "../../domains/reference/legal-basis.ts";
import { formerIdentity } from "../../domains/reference/former-identity.ts";
import { officeHolder } from "../../domains/reference/office-holder.ts";
import { official } from "../../domains/reference/official.ts";
import { department, enterprise, government, institution } from "../../domains/reference/organization.ts";
import { post } from "../../domains/reference/post.ts";
import { project } from "../../domains/reference/project.ts";
import { tenure } from "../../domains/reference/tenure.ts";
import { measure } from "../../domains/sanctions/measure.ts";
import { identifier } from "../../policy/rule-sql.ts";
import { accessPending } from "../../store/access-tables.ts";
import { insertRows, type Database, type NewRow } from "../../store/insert-rows.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import { clientRows } from "./clients.ts";
import { dataset, type Dataset } from "./dataset.ts";

/** Told after each kind of rows: its type, and how many rows of how many are in. */
export type Progress = (type: string, done: number, total: number) => void;

/** One kind of rows on its way into the database. */
interface Step {
  readonly entity: Entity;
  /** Inserts them; answers how many. */
  insert(database: Database, rows: Dataset, secrets: StoredSecrets): Promise<number>;
}

const step = <E extends Entity>(entity: E, rowsOf: (rows: Dataset, secrets: StoredSecrets) => readonly NewRow<E>[]): Step => ({
  entity,
  async insert(database, rows, secrets) {
    const list = rowsOf(rows, secrets);
    await insertRows(database, entity, list, secrets);
    return list.length;
  },
});

/** What is in the access log is sealed, or waits for it. */
const accessEvents: Step = {
  entity: accessEvent,
  async insert(database, { accessEvents: rows }, secrets) {
    await insertRows(database, accessEvent, rows, secrets);
    await database.insert(accessPending).values(rows.map(({ id }) => ({ eventId: id })));
    return rows.length;
  },
};

/** Everything that is loaded, what others refer to first. */
const steps: readonly Step[] = [
  step(administrativeDivision, ({ divisions }) => divisions),
  step(legalBasis, ({ legalBases }) => legalBases),
  step(catalogItem, ({ catalogItems }) => catalogItems),
  step(displayPeriod, ({ displayPeriods }) => displayPeriods),
  step(calendarDay, ({ calendarDays }) => calendarDays),
  step(threshold, ({ thresholds }) => thresholds),
  step(maskingRule, ({ maskingRules }) => maskingRules),
  step(retentionRule, ({ retentionRules }) => retentionRules),
  step(government, ({ governments }) => governments),
  step(department, ({ departments }) => departments),
  step(institution, ({ institutions }) => institutions),
  step(enterprise, ({ enterprises }) => enterprises),
  step(formerIdentity, ({ formerIdentities }) => formerIdentities),
  step(official, ({ officials }, { digest }) => officials.map((row) => ({ ...row, idNumberDigest: digest(row.idNumber) }))),
  step(post, ({ posts }) => posts),
  step(officeHolder, ({ officeHolders }) => officeHolders),
  step(tenure, ({ tenures }) => tenures),
  step(project, ({ projects }) => projects),
  step(tender, ({ tenders }) => tenders),
  step(lot, ({ lots }) => lots),
  step(notice, ({ notices }) => notices),
  step(bid, ({ bids }) => bids),
  step(award, ({ awards }) => awards),
  step(contract, ({ contracts }) => contracts),
  step(acceptance, ({ acceptances }) => acceptances),
  step(payment, ({ payments }) => payments),
  step(arrearsRecord, ({ arrearsRecords }) => arrearsRecords),
  step(arrearsTotal, ({ arrearsTotals }) => arrearsTotals),
  step(debtLimit, ({ debtLimits }) => debtLimits),
  step(debtBalance, ({ debtBalances }) => debtBalances),
  step(bond, ({ bonds }) => bonds),
  step(bondTranche, ({ bondTranches }) => bondTranches),
  step(debtServiceDue, ({ debtServiceDues }) => debtServiceDues),
  step(fundUse, ({ fundUses }) => fundUses),
  step(disclosureDuty, ({ disclosureDuties }) => disclosureDuties),
  step(governmentCreditRating, ({ governmentCreditRatings }) => governmentCreditRatings),
  step(debtRiskAssessment, ({ debtRiskAssessments }) => debtRiskAssessments),
  step(disclosureBasis, ({ disclosureBases }) => disclosureBases),
  step(dishonestyRecord, ({ dishonestyRecords }) => dishonestyRecords),
  step(policyChange, ({ policyChanges }) => policyChanges),
  step(dishonestyRecordStep, ({ dishonestyRecordSteps }) => dishonestyRecordSteps),
  step(dishonestyRecordDeadline, ({ dishonestyRecordDeadlines }) => dishonestyRecordDeadlines),
  step(publicationChannel, ({ publicationChannels }) => publicationChannels),
  step(disclosureNotice, ({ disclosureNotices }) => disclosureNotices),
  step(officialDishonestyRecord, ({ officialDishonestyRecords }) => officialDishonestyRecords),
  step(recordResponsibility, ({ recordResponsibilities }) => recordResponsibilities),
  step(dutyCrimeRecord, ({ dutyCrimeRecords }, { digest }) => dutyCrimeRecords.map((row) => ({ ...row, idNumberDigest: digest(row.idNumber) }))),
  step(violationRecord, ({ violationRecords }) => violationRecords),
  step(violationRecordStep, ({ violationRecordSteps }) => violationRecordSteps),
  step(violationRecordDeadline, ({ violationRecordDeadlines }) => violationRecordDeadlines),
  step(attachment, ({ attachments }) => attachments),
  step(measure, ({ measures }) => measures),
  step(sharingGrant, ({ sharingGrants }) => sharingGrants),
  step(sharingGrantStep, ({ sharingGrantSteps }) => sharingGrantSteps),
  step(sharingGrantDeadline, ({ sharingGrantDeadlines }) => sharingGrantDeadlines),
  step(regulation, ({ regulations }) => regulations),
  step(subjectRequest, ({ subjectRequests }) => subjectRequests),
  step(privacyImpactAssessment, ({ privacyImpactAssessments }) => privacyImpactAssessments),
  step(securityIncident, ({ securityIncidents }) => securityIncidents),
  step(retentionRun, ({ retentionRuns }) => retentionRuns),
  accessEvents,
  step(accessLogEntry, ({ accessLogEntries }, { pseudonym }) => accessLogEntries.map((row) => ({ ...row, subjectPseudonym: createHmac("sha256", pseudonym).update(row.officialId).digest("hex").slice(0, 32) }))),
  step(client, ({ clients }) => clients),
  step(delivery, ({ deliveries }) => deliveries),
  step(deliveryFault, ({ deliveryFaults }) => deliveryFaults),
];

const loaded: readonly Entity[] = steps.map(({ entity }) => entity);

/**
 * Loads the demonstration data into a database that holds none of these kinds of rows, all or nothing. Where there are any, nothing
 * happens: what bodies have delivered and what is made up never meet in one database.
 *
 * @param database as its owner
 * @returns whether it was loaded
 */
export const loadDemonstration = (database: Database, secrets: StoredSecrets, progress: Progress = () => {}): Promise<boolean> =>
  database.transaction(async (transaction) => {
    if (!(await isEmpty(transaction))) return false;
    const rows = dataset();
    const total = Object.values(rows).reduce((sum, list) => sum + list.length, 0);
    let done = 0;
    for (const { entity, insert } of steps) progress(entity.name, (done += await insert(transaction, rows, secrets)), total);
    for (const name of tableNames) await transaction.execute(sql.raw(`analyze ${name}`));
    return true;
  });

/** Registers the clients of personas that a database with the demonstration data lacks, since it was loaded before there were any. */
export async function registerPersonas(database: Database, secrets: StoredSecrets): Promise<void> {
  const table = client.storage.tables[mainPart]!;
  const present = new Set((await database.select({ id: getTableColumns(table)["id"]! }).from(table)).map(({ id }) => id));
  await insertRows(database, client, clientRows().filter(({ id }) => !present.has(id)), secrets);
}

const tableNames: readonly string[] = [...new Set(loaded.flatMap(({ storage }) => Object.keys(storage.tables).map((part) => identifier(tableOf(storage, part)))))];

/** Whether there are no such rows. The lock makes a second hub that starts at the same time wait for the first one's answer. */
async function isEmpty(transaction: Database): Promise<boolean> {
  const names = new Set(loaded.map(({ storage }) => identifier(storage.name)));
  await transaction.execute(sql.raw(`lock table ${[...names].join(", ")} in share row exclusive mode`));
  for (const { storage } of loaded) {
    const found = await transaction.select({ one: sql`1` }).from(storage.tables[mainPart]!).limit(1);
    if (found.length > 0) return false;
  }
  return true;
}

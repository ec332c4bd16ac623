import { sql } from "drizzle-orm";
import type { Entity } from "../../catalog/node-type.ts";
import { mainPart, tableOf } from "../../catalog/storage.ts";
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
import { threshold } from "../../domains/policy/threshold.ts";
import { attachment } from "../../domains/dishonesty/attachment.ts";
import { disclosureBasis } from "../../domains/dishonesty/disclosure-basis.ts";
import { dishonestyRecord } from "../../domains/dishonesty/dishonesty-record.ts";
import { officialDishonestyRecord } from "../../domains/dishonesty/official-dishonesty-record.ts";
import { recordResponsibility } from "../../domains/dishonesty/record-responsibility.ts";
import { violationRecord } from "../../domains/dishonesty/violation-record.ts";
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
import { insertRows, type Database, type NewRow } from "../../store/insert-rows.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import { dataset } from "./dataset.ts";

/** Told after each kind of rows: its type, and how many rows of how many are in. */
export type Progress = (type: string, done: number, total: number) => void;

/** Everything that is loaded, what others refer to first. */
const loaded: readonly Entity[] = [
  administrativeDivision, legalBasis, catalogItem, displayPeriod, calendarDay, threshold, maskingRule,
  government, department, institution, enterprise, formerIdentity, official, post, officeHolder, tenure, project, tender, bid, debtLimit, debtBalance,
  lot, notice, award, contract, acceptance, payment, arrearsRecord, arrearsTotal,
  bond, bondTranche, debtServiceDue, fundUse, disclosureDuty, governmentCreditRating, debtRiskAssessment,
  disclosureBasis, dishonestyRecord, officialDishonestyRecord, recordResponsibility, violationRecord, attachment, measure,
];

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
    const insert = async <E extends Entity>(entity: E, list: readonly NewRow<E>[]): Promise<void> => {
      await insertRows(transaction, entity, list, secrets);
      progress(entity.name, (done += list.length), total);
    };
    await insert(administrativeDivision, rows.divisions);
    await insert(legalBasis, rows.legalBases);
    await insert(catalogItem, rows.catalogItems);
    await insert(displayPeriod, rows.displayPeriods);
    await insert(calendarDay, rows.calendarDays);
    await insert(threshold, rows.thresholds);
    await insert(maskingRule, rows.maskingRules);
    await insert(government, rows.governments);
    await insert(department, rows.departments);
    await insert(institution, rows.institutions);
    await insert(enterprise, rows.enterprises);
    await insert(formerIdentity, rows.formerIdentities);
    await insert(official, rows.officials.map((row) => ({ ...row, idNumberDigest: secrets.digest(row.idNumber) })));
    await insert(post, rows.posts);
    await insert(officeHolder, rows.officeHolders);
    await insert(tenure, rows.tenures);
    await insert(project, rows.projects);
    await insert(tender, rows.tenders);
    await insert(lot, rows.lots);
    await insert(notice, rows.notices);
    await insert(bid, rows.bids);
    await insert(award, rows.awards);
    await insert(contract, rows.contracts);
    await insert(acceptance, rows.acceptances);
    await insert(payment, rows.payments);
    await insert(arrearsRecord, rows.arrearsRecords);
    await insert(arrearsTotal, rows.arrearsTotals);
    await insert(debtLimit, rows.debtLimits);
    await insert(debtBalance, rows.debtBalances);
    await insert(bond, rows.bonds);
    await insert(bondTranche, rows.bondTranches);
    await insert(debtServiceDue, rows.debtServiceDues);
    await insert(fundUse, rows.fundUses);
    await insert(disclosureDuty, rows.disclosureDuties);
    await insert(governmentCreditRating, rows.governmentCreditRatings);
    await insert(debtRiskAssessment, rows.debtRiskAssessments);
    await insert(disclosureBasis, rows.disclosureBases);
    await insert(dishonestyRecord, rows.dishonestyRecords);
    await insert(officialDishonestyRecord, rows.officialDishonestyRecords);
    await insert(recordResponsibility, rows.recordResponsibilities);
    await insert(violationRecord, rows.violationRecords);
    await insert(attachment, rows.attachments);
    await insert(measure, rows.measures);
    for (const name of tableNames) await transaction.execute(sql.raw(`analyze ${name}`));
    return true;
  });

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

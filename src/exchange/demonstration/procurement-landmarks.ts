import { acceptanceName } from "./acceptances.ts";
import { arrearsName, arrearsTotalName } from "./arrears.ts";
import { awardName } from "./awards.ts";
import { uuidOf } from "./chance.ts";
import { contractName } from "./contracts.ts";
import { bodies } from "./landmarks.ts";
import { noticeName } from "./notices.ts";
import { paymentId } from "./payments.ts";
import { showcaseTenders } from "./showcase.ts";

/** Rows with known properties of what follows on a tender: from the notice to the last payment. Identifiers are those of the database. */

const { awarded, invited, singleSource, consultation } = showcaseTenders;

export const notices = {
  /** Published: the result of the awarded tender. */
  result: { id: uuidOf(noticeName(awarded.tenderNo, "RESULT")) },
  /** Drafted and not published: the result of the invited tender. */
  unpublished: { id: uuidOf(noticeName(invited.tenderNo, "RESULT")) },
} as const;

export const awards = {
  published: { id: uuidOf(awardName(awarded.tenderNo)) },
  /** Of the invited tender, whose status does not say so. */
  unpublished: { id: uuidOf(awardName(invited.tenderNo)) },
} as const;

const contract = (tenderNo: string) => ({ id: uuidOf(contractName(tenderNo)), contractNo: `${tenderNo}-HT` });

export const contracts = {
  /** The whole chain: bought by countyHousing. */
  published: contract(awarded.tenderNo),
  /** Every instalment was paid in time; bought by countyPersonnel. */
  settled: contract(consultation.tenderNo),
  /** Signed and not published; bought by countyFinance. */
  unpublished: contract(singleSource.tenderNo),
} as const;

export const acceptances = {
  published: { id: uuidOf(acceptanceName(awarded.tenderNo)) },
  /** Of the contract that is not published. */
  unpublished: { id: uuidOf(acceptanceName(singleSource.tenderNo)) },
} as const;

export const payments = {
  paidInTime: { id: paymentId(awarded.tenderNo, 1) },
  paidLate: { id: paymentId(awarded.tenderNo, 2) },
  /** Due on the day before the day of the demonstration data, and paid in part. */
  overdue: { id: paymentId(awarded.tenderNo, 3) },
  /** Due on the day after it. */
  dueTomorrow: { id: paymentId(awarded.tenderNo, 4) },
  /** Retention money, due in years. */
  notYetDue: { id: paymentId(awarded.tenderNo, 5) },
  /** Overdue, of the contract that is not published. */
  ofUnpublished: { id: paymentId(singleSource.tenderNo, 1) },
} as const;

export const arrearsRecords = {
  /** What countyHousing owes. */
  overdue: { id: uuidOf(arrearsName(payments.overdue.id)) },
  /** Paid since. */
  paid: { id: uuidOf(arrearsName(payments.paidLate.id)) },
} as const;

export const arrearsTotals = {
  /** One contract of countyHousing at the end of 2025. */
  published: { id: uuidOf(arrearsTotalName(bodies.countyHousing.id, 2025)) },
  /** countyPersonnel has not published its figures of 2025. */
  unpublished: { id: uuidOf(arrearsTotalName(bodies.countyPersonnel.id, 2025)) },
} as const;

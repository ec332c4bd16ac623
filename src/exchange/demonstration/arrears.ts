import { bodyId } from "./bodies.ts";
import { at, chanceOf, yuan } from "./chance.ts";
import type { Contracted, ContractRow } from "./contracts.ts";
import { envelopeOf } from "./envelopes.ts";
import type { PaymentRow } from "./payments.ts";
import { showcaseCounty } from "./showcase.ts";
import { today } from "./specs.ts";

export const arrearsName = (paymentId: string): string => `arrears/${paymentId}`;
export const arrearsTotalName = (organizationId: string, year: number): string => `arrears-total/${organizationId}/${year}`;

/** The rate that holds where the contract has none, in the years of the demonstration data. */
const statutoryRate = "0.0005000";

const years = [2024, 2025] as const;

/** The body that has not published the figures of the last year: they are overdue since 31 March. */
const silent = bodyId(showcaseCounty, "personnel");

/** Rows of ArrearsRecord: what was not paid when due, also where it was paid since. */
export function arrearsRows(contracts: readonly Contracted[], payments: readonly PaymentRow[]) {
  const byId = new Map(contracts.map((each) => [each.row.id, each]));
  return payments
    .filter(({ dueOn, paidOn }) => dueOn < (paidOn ?? today))
    .map((payment) => {
      const { spec, row } = byId.get(payment.contractId)!;
      const name = arrearsName(payment.id);
      return {
        ...envelopeOf("ARR", name, { sourceOrganizationId: bodyId(row.divisionCode, "finance"), sourceSystem: "清理拖欠账款信息系统" }),
        debtorId: payment.purchaserId,
        creditorId: payment.supplierId,
        creditorUscc: payment.supplierUscc,
        contractId: payment.contractId,
        divisionCode: row.divisionCode,
        kind: spec.project.kind === "CONSTRUCTION" ? ("ENGINEERING" as const) : ("SME" as const),
        dueOn: payment.dueOn,
        amount: payment.amount,
        paidAmount: payment.paidAmount,
        dailyInterestRate: statutoryRate,
        isDisputed: chanceOf(name).percent(15),
      };
    });
}

/** Rows of ArrearsTotal: for each body that buys, what it owed past the due day at the end of each year, also where that is nothing. */
export function arrearsTotalRows(contracts: readonly Contracted[], payments: readonly PaymentRow[]) {
  const rows = contracts.map(({ row }) => row);
  return [...new Set(rows.map(({ purchaserId }) => purchaserId))].flatMap((organizationId) => years.map((year) => totalOf(organizationId, year, rows, payments)));
}

function totalOf(organizationId: string, year: number, contracts: readonly ContractRow[], payments: readonly PaymentRow[]) {
  const end = `${year}-12-31`;
  const own = new Set(contracts.filter((contract) => contract.purchaserId === organizationId).map(({ id }) => id));
  const overdue = payments.filter(({ contractId, dueOn, paidOn }) => own.has(contractId) && dueOn <= end && (paidOn === null || paidOn > end));
  const name = arrearsTotalName(organizationId, year);
  return {
    ...envelopeOf("ART", name, { sourceOrganizationId: organizationId, sourceSystem: "政府信息公开系统" }),
    organizationId,
    year,
    overdueContracts: new Set(overdue.map(({ contractId }) => contractId)).size,
    overdueAmount: yuan(overdue.reduce((sum, { amount, paidOn, paidAmount }) => sum + Number(amount) - (paidOn === null ? Number(paidAmount) : 0), 0)),
    publishedAt: organizationId === silent && year === 2025 ? null : at(chanceOf(name).day(`${year + 1}-03-03`, `${year + 1}-03-30`), "09:00"),
  };
}

import { describe, expect, it } from "vitest";
import { dataset } from "../../src/exchange/demonstration/dataset.ts";
import * as landmarks from "../../src/exchange/demonstration/procurement-landmarks.ts";
import { addDays } from "../../src/exchange/demonstration/chance.ts";
import { today } from "../../src/exchange/demonstration/specs.ts";

const rows = dataset();
const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((row) => [row.id, row]));
const tenders = byId(rows.tenders);
const lots = byId(rows.lots);
const bids = byId(rows.bids);
const awards = byId(rows.awards);
const contracts = byId(rows.contracts);
const payments = byId(rows.payments);
const dayOf = (time: Date): string => new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

describe("From tender to payment", () => {
  it("a bid for a part is for one of its tender's, and the second part of a divided tender finds no bidder", () => {
    for (const bid of rows.bids) if (bid.lotId !== null) expect(lots.get(bid.lotId)?.tenderId, bid.recordNo).toBe(bid.tenderId);
    const sought = new Set(rows.bids.map((bid) => bid.lotId));
    expect(rows.lots.filter((lot) => lot.lotNo.endsWith("-2") && sought.has(lot.id))).toEqual([]);
    expect(rows.lots.filter((lot) => lot.status === "AWARDED" && !rows.awards.some((award) => award.lotId === lot.id))).toEqual([]);
  });
  it("each awarded tender has one published result, for the bid that won, at its price", () => {
    const published = rows.awards.filter((award) => award.publishedAt !== null);
    expect(new Set(published.map((award) => award.tenderId))).toEqual(new Set(rows.tenders.filter((tender) => tender.status === "AWARDED").map((tender) => tender.id)));
    for (const award of published) {
      expect(bids.get(award.bidId)).toMatchObject({ status: "WON", tenderId: award.tenderId, lotId: award.lotId, supplierUscc: award.supplierUscc, supplierName: award.supplierName, price: award.amount });
      expect(dayOf(tenders.get(award.tenderId)!.openedAt!) < award.awardedOn && award.awardedOn < dayOf(award.publishedAt!), award.recordNo).toBe(true);
    }
  });
  it("a contract carries out a published result, with its supplier and amount, and is signed within thirty days", () => {
    expect(new Set(rows.contracts.map((contract) => contract.contractNo)).size).toBe(rows.contracts.length);
    for (const contract of rows.contracts) {
      const award = awards.get(contract.awardId)!;
      expect(contract).toMatchObject({ tenderId: award.tenderId, supplierUscc: award.supplierUscc, supplierName: award.supplierName, amount: award.amount });
      expect(contract.signedOn > dayOf(award.publishedAt!) && contract.signedOn <= addDays(award.awardedOn, 30) && contract.endsOn > contract.signedOn, contract.contractNo).toBe(true);
      expect(rows.projects.find((project) => project.code === contract.projectCode)).toMatchObject({ divisionCode: contract.divisionCode, ownerId: contract.purchaserId });
    }
  });
  it("the payments of a contract add up to its amount, and what is paid is paid by the day on which the data stands still", () => {
    const perContract = Map.groupBy(rows.payments, (payment) => payment.contractId);
    expect(new Set(perContract.keys())).toEqual(new Set(contracts.keys()));
    for (const [id, list] of perContract) {
      const { amount, purchaserId, supplierUscc } = contracts.get(id)!;
      expect(list.reduce((sum, payment) => sum + Number(payment.amount), 0)).toBe(Number(amount));
      for (const payment of list) {
        expect(payment).toMatchObject({ purchaserId, supplierUscc });
        expect(payment.paidOn === null ? Number(payment.paidAmount) < Number(payment.amount) : payment.paidAmount === payment.amount && payment.paidOn < today, payment.recordNo).toBe(true);
      }
    }
  });
  it("arrears are the payments that were not made when due, and the totals of a body count them", () => {
    const missed = rows.payments.filter((payment) => payment.dueOn < (payment.paidOn ?? today));
    expect(rows.arrearsRecords.map(({ contractId, dueOn, amount, debtorId, creditorUscc }) => [contractId, dueOn, amount, debtorId, creditorUscc])).toEqual(
      missed.map(({ contractId, dueOn, amount, purchaserId, supplierUscc }) => [contractId, dueOn, amount, purchaserId, supplierUscc]),
    );
    expect(rows.arrearsTotals.some((total) => total.overdueContracts > 0)).toBe(true);
    expect(rows.arrearsTotals.filter((total) => (total.overdueContracts === 0) !== (total.overdueAmount === "0.00"))).toEqual([]);
  });
  it("nothing is published after the day on which the data stands still, and money is written in decimals", () => {
    const published = [rows.notices, rows.awards, rows.contracts, rows.arrearsTotals].flat().flatMap((row) => (row.publishedAt === null ? [] : [row.publishedAt]));
    expect(published.filter((time) => dayOf(time) >= today)).toEqual([]);
    const money = [...rows.awards, ...rows.contracts, ...rows.payments, ...rows.arrearsRecords].map((row) => row.amount).concat(rows.lots.map((lot) => lot.budget), rows.payments.map((row) => row.paidAmount));
    expect(money.filter((amount) => !/^\d{1,16}\.\d\d$/.test(amount))).toEqual([]);
  });
});

describe("Landmarks of procurement", () => {
  it("are rows with their stated properties", () => {
    const { notices, awards: decided, contracts: signed, acceptances, payments: paid, arrearsRecords, arrearsTotals } = landmarks;
    const notice = byId(rows.notices);
    expect([notice.get(notices.result.id)?.publishedAt === null, notice.get(notices.unpublished.id)?.publishedAt]).toEqual([false, null]);
    expect([awards.get(decided.published.id)?.publishedAt === null, awards.get(decided.unpublished.id)?.publishedAt]).toEqual([false, null]);
    expect([signed.published, signed.settled, signed.unpublished].map(({ id }) => contracts.get(id)?.publishedAt === null)).toEqual([false, false, true]);
    for (const { id, contractNo } of Object.values(signed)) expect(contracts.get(id)?.contractNo).toBe(contractNo);
    expect(rows.payments.filter((payment) => payment.contractId === signed.settled.id && (payment.paidOn === null || payment.paidOn > payment.dueOn))).toEqual([]);
    const acceptance = byId(rows.acceptances);
    expect([acceptances.published, acceptances.unpublished].map(({ id }) => acceptance.get(id)?.contractId)).toEqual([signed.published.id, signed.unpublished.id]);
    expect(Object.values(paid).map(({ id }) => [payments.get(id)!.dueOn, payments.get(id)!.paidOn])).toEqual([
      ["2025-08-29", "2025-08-21"], ["2025-12-15", "2026-03-18"], ["2026-11-24", null], ["2026-11-26", null], ["2031-09-30", null], ["2026-07-31", null],
    ]);
    const arrears = byId(rows.arrearsRecords);
    expect([arrearsRecords.overdue, arrearsRecords.paid].map(({ id }) => arrears.get(id)?.paidAmount === arrears.get(id)?.amount)).toEqual([false, true]);
    const total = byId(rows.arrearsTotals);
    expect(total.get(arrearsTotals.published.id)).toMatchObject({ year: 2025, overdueContracts: 1 });
    expect(total.get(arrearsTotals.unpublished.id)).toMatchObject({ year: 2025, publishedAt: null });
  });
});

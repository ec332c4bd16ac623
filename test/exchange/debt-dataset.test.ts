import { describe, expect, it } from "vitest";
import { dataset } from "../../src/exchange/demonstration/dataset.ts";
import * as landmarks from "../../src/exchange/demonstration/landmarks.ts";
import { thresholdFinder } from "../../src/exchange/demonstration/thresholds.ts";
import { readThresholds } from "../../src/exchange/reference/read-thresholds.ts";

const rows = dataset();
const bonds = new Map(rows.bonds.map((row) => [row.id, row]));
const tranches = new Map(rows.bondTranches.map((row) => [row.id, row]));
const projects = new Map(rows.projects.map((row) => [row.code, row]));
const codes = new Set(rows.divisions.map(({ code }) => code));
const organizations = new Set([...rows.governments, ...rows.departments].map(({ id }) => id));
/** Cents (分) of decimal strings in 元: sums are exact. */
const sum = (amounts: readonly string[]): number => amounts.reduce((total, amount) => total + Number(amount.replace(".", "")), 0);
const all = [rows.bonds, rows.bondTranches, rows.debtServiceDues, rows.fundUses, rows.disclosureDuties, rows.governmentCreditRatings, rows.debtRiskAssessments].flat();

describe("Rows about debt", () => {
  it("refer to rows that are there", () => {
    expect(all.filter((row) => !organizations.has(row.sourceOrganizationId)).map(({ recordNo }) => recordNo)).toEqual([]);
    expect(all.filter((row) => "divisionCode" in row && !codes.has(row.divisionCode)).map(({ recordNo }) => recordNo)).toEqual([]);
    expect([...rows.bondTranches, ...rows.fundUses].filter(({ projectCode }) => projectCode !== null && !projects.has(projectCode))).toEqual([]);
    expect(rows.debtRiskAssessments.filter(({ governmentId }) => !organizations.has(governmentId))).toEqual([]);
  });
  it("have money as decimal strings", () => {
    const money = [...rows.bonds.map(({ amount }) => amount), ...rows.bondTranches.map(({ amount }) => amount), ...rows.debtServiceDues.flatMap((row) => [row.principal, row.interest, row.paidAmount ?? "0.00"]), ...rows.fundUses.flatMap((row) => [row.budget, row.spent])];
    expect(money.filter((amount) => !/^\d{1,16}\.\d\d$/.test(amount))).toEqual([]);
  });
});

describe("Bonds", () => {
  it("have codes, names and agencies that say that they are made up", () => {
    expect(rows.bonds.filter(({ code, name }) => !/^XXX\d{4}$/.test(code) || !name.includes("演示"))).toEqual([]);
    expect(rows.governmentCreditRatings.filter(({ agency }) => !agency.startsWith("示例"))).toEqual([]);
    expect(rows.disclosureDuties.filter(({ url }) => url !== null && !url.startsWith("https://demonstration.invalid/"))).toEqual([]);
  });
  it("of the four years to 2026 are issued by the province, and each is the sum of its tranches, numbered from one", () => {
    expect([...new Set(rows.bonds.map(({ year, divisionCode }) => `${divisionCode} ${year}`))]).toEqual(["510000 2023", "510000 2024", "510000 2025", "510000 2026"]);
    for (const bond of rows.bonds) {
      const own = rows.bondTranches.filter(({ bondId }) => bondId === bond.id);
      expect(sum(own.map(({ amount }) => amount)), bond.code).toBe(sum([bond.amount]));
      expect(own.map(({ trancheNo }) => trancheNo), bond.code).toEqual(own.map((_, place) => place + 1));
      expect(new Set(own.map(({ kind, year }) => `${kind} ${year}`)), bond.code).toEqual(new Set([`${bond.kind} ${bond.year}`]));
    }
  });
  it("every project of the showcase county is paid by one at least, issued after its approval, within its investment", () => {
    for (const { code, name } of Object.values(landmarks.projects)) expect(rows.bondTranches.filter(({ projectCode }) => projectCode === code).length, name).toBeGreaterThan(0);
    for (const tranche of rows.bondTranches.filter(({ projectCode }) => projectCode !== null)) {
      const project = projects.get(tranche.projectCode!)!;
      expect([tranche.divisionCode, bonds.get(tranche.bondId)!.issuedOn > project.approvedOn], tranche.recordNo).toEqual([project.divisionCode, true]);
    }
    for (const [code, own] of Map.groupBy(rows.bondTranches, ({ projectCode }) => projectCode)) if (code !== null) expect(sum(own.map(({ amount }) => amount)), code).toBeLessThan(sum([projects.get(code)!.investment]));
  });
  it("are repaid in full on their last day, by each division what it uses, and nothing of the future is paid", () => {
    for (const bond of rows.bonds) {
      const dues = rows.debtServiceDues.filter(({ bondId }) => bondId === bond.id);
      expect(sum(dues.filter(({ dueOn }) => dueOn === bond.maturesOn).map(({ principal }) => principal)), bond.code).toBe(sum([bond.amount]));
      expect(sum(dues.map(({ principal }) => principal)), bond.code).toBe(sum([bond.amount]));
      const expected = Math.round((sum([bond.amount]) * Number(bond.rate) * bond.termYears) / 100);
      expect(sum(dues.map(({ interest }) => interest)), bond.code).toBe(expected);
      expect(dues.filter(({ dueOn }) => dueOn <= bond.issuedOn || dueOn > bond.maturesOn)).toEqual([]);
    }
    expect(rows.debtServiceDues.filter(({ dueOn, paidOn }) => paidOn !== null && dueOn > "2026-11-24")).toEqual([]);
    expect(new Set(rows.debtServiceDues.map(({ bondId, dueOn, divisionCode }) => `${bondId} ${dueOn} ${divisionCode}`)).size).toBe(rows.debtServiceDues.length);
  });
  it("what a tranche was allotted and has spent never exceeds it, nor what it was allotted", () => {
    for (const [id, uses] of Map.groupBy(rows.fundUses, ({ trancheId }) => trancheId)) {
      expect(uses.every(({ projectCode }) => projectCode === tranches.get(id)!.projectCode)).toBe(true);
      expect(sum(uses.map(({ budget }) => budget))).toBeLessThanOrEqual(sum([tranches.get(id)!.amount]));
      expect(uses.filter(({ budget, spent }) => Number(spent) > Number(budget))).toEqual([]);
    }
  });
});

describe("Landmarks of debt", () => {
  it("are the rows that they say", () => {
    const { renewal, renewalAgain } = landmarks.bondTranches;
    for (const { id, bondCode, trancheNo } of [renewal, renewalAgain]) {
      const row = tranches.get(id)!;
      expect([row.trancheNo, row.projectCode, bonds.get(row.bondId)!.code]).toEqual([trancheNo, landmarks.projects.renewal.code, bondCode]);
    }
    for (const [name, { id, code }] of Object.entries(landmarks.bonds)) expect(bonds.get(id)!.code, name).toBe(code);
    const ofSpecial = rows.bondTranches.filter(({ bondId }) => bondId === landmarks.bonds.special.id);
    expect(new Set(ofSpecial.map(({ divisionCode }) => divisionCode)).size).toBeGreaterThan(2);
    expect(rows.bondTranches.filter(({ bondId }) => bondId === landmarks.bonds.refinancing.id).map(({ projectCode }) => projectCode)).toEqual([null, null, null, null]);
    const paid = Object.fromEntries(Object.entries(landmarks.payments).map(([name, { id }]) => [name, rows.debtServiceDues.find((row) => row.id === id)!]));
    expect(paid["inTime"]!.paidOn! <= paid["inTime"]!.dueOn).toBe(true);
    expect(paid["late"]!.paidOn! > paid["late"]!.dueOn).toBe(true);
    expect([paid["unpaid"]!.paidOn, paid["future"]!.paidOn]).toEqual([null, null]);
  });
  it("the policies that they follow are in the tables, by code and day, and what is not there is told", () => {
    const on = thresholdFinder(readThresholds());
    expect([on("budget.publish", "2026-01-01"), on("debt.ratio.red", "2025-12-31")]).toEqual([20, 300]);
    expect(() => on("budget.publish", "2000-01-01")).toThrow("budget.publish");
    expect(() => on("budget.unknown", "2026-01-01")).toThrow("budget.unknown");
  });
  it("a duty is due twenty days after approval, and each way to meet it or not is there", () => {
    expect(rows.disclosureDuties.filter(({ approvedOn, dueOn }) => Date.parse(dueOn) - Date.parse(approvedOn) !== 20 * 86_400_000)).toEqual([]);
    const at = (key: keyof typeof landmarks.duties) => rows.disclosureDuties.find(({ id }) => id === landmarks.duties[key].id)!;
    expect(at("inTime").publishedOn! < at("inTime").dueOn).toBe(true);
    expect(at("onLastDay").publishedOn).toBe(at("onLastDay").dueOn);
    expect(at("late").publishedOn! > at("late").dueOn).toBe(true);
    expect([at("unpublished").publishedOn, at("unpublished").dueOn, at("pending").publishedOn, at("pending").dueOn]).toEqual([null, "2026-08-26", null, "2026-12-10"]);
  });
  it("every prefecture and county is assessed in three years, by ratios that fit the level", () => {
    expect(rows.debtRiskAssessments.length).toBe(204 * 3);
    const ranges = { GREEN: [0, 120], YELLOW: [120, 200], ORANGE: [200, 300], RED: [300, 1_000] } as const; // by hand
    expect(rows.debtRiskAssessments.filter(({ level, debtRatio }) => Number(debtRatio) < ranges[level][0] || Number(debtRatio) >= ranges[level][1])).toEqual([]);
    expect(Object.entries(landmarks.debtRisks).map(([name, { id }]) => [name, rows.debtRiskAssessments.find((row) => row.id === id)!.level])).toEqual([["county", "YELLOW"], ["prefecture", "GREEN"], ["otherCounty", "ORANGE"]]);
  });
});

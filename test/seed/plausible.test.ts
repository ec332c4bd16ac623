import { beforeAll, describe, expect, it } from "vitest";
import { isOpened, today } from "../../src/exchange/demonstration/specs.ts";
import { biddersOf, pricesOf } from "../../src/exchange/seed/seed-bids.ts";
import { dealsOf } from "../../src/exchange/seed/seed-plans.ts";
import { sizesOf } from "../../src/exchange/seed/seed-scale.ts";
import type { SeedDeal } from "../../src/exchange/seed/seed-specs.ts";
import { seedTables } from "../../src/exchange/seed/seed-tables.ts";
import { shareOut } from "../../src/exchange/seed/seed-weights.ts";
import type { SeedWorld } from "../../src/exchange/seed/seed-world.ts";
import { worldOf } from "./seeded.ts";

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

let world: SeedWorld;
let deals: readonly SeedDeal[];
beforeAll(() => {
  world = worldOf(1);
  deals = [...dealsOf(world)];
});

const rowsOf = (dataset: string): readonly Readonly<Record<string, string | null>>[] => {
  const table = seedTables.find((each) => each.dataset === dataset)!;
  return [...table.rows(world)].map((cells) => Object.fromEntries(table.columns.map((column, place) => [column, cells[place]!])));
};

describe("The scale", () => {
  it("multiplies officials, projects, bids and records", () => {
    const { officials, projects, dishonestyRecords, violationRecords, officialRecords } = sizesOf(100);
    expect({ officials, projects, records: dishonestyRecords + violationRecords + officialRecords }).toEqual({ officials: 300_000, projects: 200_000, records: 500_000 });
    const { length } = rowsOf("bids");
    expect(length).toBeGreaterThan(9_500);
    expect(length).toBeLessThan(10_500);
  });
  it("parts a number so that the parts add up to it", () => {
    for (const total of [0, 1, 7, 1_000]) expect(shareOut(total, [0.2, 3, 11, 0.01]).reduce((sum, part) => sum + part, 0)).toBe(total);
  });
  it("lets more happen in 成都 than in 甘孜", () => {
    const of = (prefecture: string): number => world.projects.filter(({ division }) => division.code.startsWith(prefecture)).reduce((sum, { count }) => sum + count, 0);
    expect(of("5101")).toBeGreaterThan(10 * of("5133"));
    expect(of("5133")).toBeGreaterThan(0);
  });
});

describe("A tender", () => {
  it("gives twenty days for bids where it is open or invited", () => {
    expect(deals.filter(({ method, dueOn, noticedOn }) => (method === "OPEN" || method === "INVITED") && dueOn !== null && daysBetween(noticedOn, dueOn) < 20)).toEqual([]);
  });
  it("is as far as its days have come on 2026-11-25", () => {
    for (const { status, noticedOn, dueOn, awardedOn, signedOn, acceptedOn } of deals) {
      expect(noticedOn <= today).toBe(true);
      if (isOpened(status)) expect(dueOn! <= today).toBe(true);
      if (status === "BIDDING") expect(dueOn! > today).toBe(true);
      expect(awardedOn !== null).toBe(status === "AWARDED");
      for (const day of [awardedOn, signedOn, acceptedOn]) expect((day ?? "") <= today).toBe(true);
    }
  });
  it("leads to a contract within thirty days of its result", () => {
    expect(deals.filter(({ awardedOn, signedOn }) => signedOn !== null && daysBetween(awardedOn!, signedOn) > 30)).toEqual([]);
  });
  it("is opened with three bidders at least, each of them once, save where there is one supplier only", () => {
    for (const deal of deals.filter(({ status, method }) => isOpened(status) && method !== "SINGLE_SOURCE")) {
      const codes = biddersOf(world, deal).map(({ uscc }) => uscc);
      expect(codes.length).toBeGreaterThanOrEqual(3);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
  it("gets prices below its ceiling and near to each other", () => {
    for (const deal of deals.filter(({ bids }) => bids > 0)) {
      const prices = pricesOf(deal);
      expect(Math.max(...prices)).toBeLessThan(deal.ceiling);
      expect(Math.min(...prices) / Math.max(...prices)).toBeGreaterThan(0.9);
    }
  });
});

describe("Payments", () => {
  it("come late in two to five of a hundred cases", () => {
    const due = rowsOf("payments").filter(({ dueOn }) => dueOn! < today);
    const late = due.filter(({ dueOn, paidOn }) => (paidOn ?? today) > dueOn!).length / due.length;
    expect(late).toBeGreaterThan(0.02);
    expect(late).toBeLessThan(0.05);
  });
});

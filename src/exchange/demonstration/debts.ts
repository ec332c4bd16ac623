import { bodyId } from "./bodies.ts";
import { chanceOf } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import type { Places } from "./places.ts";
import type { Division } from "../reference/read-divisions.ts";

const years = [2023, 2024, 2025] as const;
const kinds = ["GENERAL", "SPECIAL"] as const;
type Year = (typeof years)[number];
type Kind = (typeof kinds)[number];

/** What a division's government itself may owe and owes, in 万元, without the divisions below. */
interface Own {
  readonly limit: number;
  readonly balance: number;
}

/** Limits grow from year to year; a balance never exceeds its limit (预算法 35). All figures are made up. */
function ownDebt(division: Division, kind: Kind): Readonly<Record<Year, Own>> {
  const chance = chanceOf(`debt/${division.code}/${kind}`);
  const size = division.level === "PROVINCE" ? 6_000_000 : division.level === "PREFECTURE" ? chance.whole(600_000, 2_400_000) : chance.whole(80_000, 600_000);
  let limit = kind === "SPECIAL" ? size * 2 : size;
  const figures = years.map((year): [Year, Own] => {
    limit = Math.round((limit * chance.whole(103, 112)) / 100);
    return [year, { limit, balance: Math.round((limit * chance.whole(8_600, 9_990)) / 10_000) }];
  });
  return Object.fromEntries(figures) as Record<Year, Own>;
}

/** Rows of DebtLimit and DebtBalance: a prefecture's figures include its counties', the province's include all (全省、全市口径). */
export function debtRows(places: Places) {
  const total = (division: Division, year: Year, kind: Kind): Own =>
    places
      .below(division.code)
      .filter((below) => below.level !== "TOWNSHIP")
      .map((below) => total(below, year, kind))
      .reduce((sum, each) => ({ limit: sum.limit + each.limit, balance: sum.balance + each.balance }), ownDebt(division, kind)[year]);
  const rows = places.all
    .filter((division) => division.level !== "TOWNSHIP")
    .flatMap((division) => years.flatMap((year) => kinds.map((kind) => rowsOf(division, year, kind, total(division, year, kind)))));
  return { limits: rows.map((row) => row.limit), balances: rows.map((row) => row.balance) };
}

/** 万元 as whole 元 with two decimals; the product of the largest sum stays far below 2^53. */
const yuanOf = (tenThousands: number): string => `${tenThousands}0000.00`;

function rowsOf(division: Division, year: Year, kind: Kind, figures: Own) {
  const common = { divisionCode: division.code, year, kind };
  const name = `${division.code}/${year}/${kind}`;
  const approvedOn = chanceOf(`debt-limit-approval/${division.code}/${year}`).day(`${year}-03-01`, `${year}-07-31`);
  const provenance = { sourceOrganizationId: bodyId("510000", "finance"), sourceSystem: "地方政府债务管理系统" };
  return {
    limit: {
      ...envelopeOf("DLM", `debt-limit/${name}`, { ...provenance, documentNo: `演示债〔${year}〕${division.code}号`, documentDate: approvedOn, validFrom: `${year}-01-01`, validTo: `${year}-12-31` }),
      ...common,
      amount: yuanOf(figures.limit),
      approvedOn,
    },
    balance: {
      ...envelopeOf("DBL", `debt-balance/${name}`, { ...provenance, validFrom: `${year}-12-31` }),
      ...common,
      amount: yuanOf(figures.balance),
      asOf: `${year}-12-31`,
    },
  };
}

import { chanceOf } from "../demonstration/chance.ts";
import type { Places } from "../demonstration/places.ts";
import type { Division } from "../reference/read-divisions.ts";
import { seedTable } from "./seed-table.ts";
import type { SeedWorld } from "./seed-world.ts";

/** The years before those that the demonstration data has. */
const years = [2017, 2018, 2019, 2020, 2021, 2022] as const;
const kinds = ["GENERAL", "SPECIAL"] as const;
type Kind = (typeof kinds)[number];

interface Figures {
  readonly division: Division;
  readonly kind: Kind;
  readonly year: number;
  /** In ten thousand 元. */
  readonly limit: number;
  readonly balance: number;
}

/** What a government itself may owe and owes, in ten thousand 元, by year: limits grow, and balances stay below them (预算法 35). */
function ownOf({ code, level }: Division, kind: Kind): readonly Pick<Figures, "limit" | "balance">[] {
  const chance = chanceOf(`seed/debt/${code}/${kind}`);
  let limit = (level === "PROVINCE" ? 4_000_000 : level === "PREFECTURE" ? chance.whole(400_000, 1_800_000) : chance.whole(50_000, 400_000)) * (kind === "SPECIAL" ? 2 : 1);
  return years.map(() => {
    limit = Math.round((limit * chance.whole(104, 112)) / 100);
    return { limit, balance: Math.round((limit * chance.whole(8_600, 9_990)) / 10_000) };
  });
}

/** The province, its prefectures and counties: townships have no figures of their own. */
const debtors = ({ all }: Places): readonly Division[] => all.filter(({ level }) => level !== "TOWNSHIP");

/** The figures of a prefecture include its counties', those of the province include all (全省、全市口径). */
function* figuresOf({ places }: SeedWorld): Iterable<Figures> {
  const within = ({ code }: Division): readonly Division[] => places.below(code).filter(({ level }) => level !== "TOWNSHIP");
  const totalOf = (division: Division, kind: Kind): ReturnType<typeof ownOf> =>
    within(division).map((below) => totalOf(below, kind)).reduce((sum, each) => sum.map(({ limit, balance }, place) => ({ limit: limit + each[place]!.limit, balance: balance + each[place]!.balance })), ownOf(division, kind));
  for (const division of debtors(places)) {
    for (const kind of kinds) {
      const totals = totalOf(division, kind);
      for (const [place, year] of years.entries()) yield { division, kind, year, ...totals[place]! };
    }
  }
}

const about = ({ places }: SeedWorld): number => debtors(places).length * years.length * kinds.length;
const columns = ["divisionCode", "year", "kind", "amount", "sourceSystem", "sourceRecordNo", "validFrom", "sourceOrganizationId"] as const;

const common = (world: SeedWorld, { division, kind, year }: Figures, amount: number, of: string) => ({
  divisionCode: division.code, kind, year: String(year), amount: `${amount}0000.00`,
  sourceSystem: "地方政府债务管理系统", sourceRecordNo: `${of}-${division.code}-${year}-${kind}`, sourceOrganizationId: world.bodyOf("510000", "finance").uscc,
});

/** Rows of DebtLimit. */
export const debtLimits = seedTable("debt-limits", [...columns, "approvedOn", "documentNo", "documentDate", "validTo"], {
  about,
  *rows(world) {
    for (const each of figuresOf(world)) {
      const { division, year, limit } = each;
      const approvedOn = chanceOf(`seed/debt-approval/${division.code}/${year}`).day(`${year}-03-01`, `${year}-07-31`);
      yield { ...common(world, each, limit, "XE"), approvedOn, documentNo: `演示债〔${year}〕${division.code}号`, documentDate: approvedOn, validFrom: `${year}-01-01`, validTo: `${year}-12-31` };
    }
  },
});

/** Rows of DebtBalance. */
export const debtBalances = seedTable("debt-balances", [...columns, "asOf"], {
  about,
  *rows(world) {
    for (const each of figuresOf(world)) yield { ...common(world, each, each.balance, "YE"), validFrom: `${each.year}-12-31`, asOf: `${each.year}-12-31` };
  },
});

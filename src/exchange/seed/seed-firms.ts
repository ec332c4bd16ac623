import { chanceOf, yuan } from "../demonstration/chance.ts";
import { agencyTrade, firmTrades } from "../demonstration/firms.ts";
import { landline, personName, termAt, terms } from "../demonstration/names.ts";
import { areaCodeOf, type Places } from "../demonstration/places.ts";
import type { Division } from "../reference/read-divisions.ts";
import { logNormal } from "./seed-chance.ts";
import { seedUscc } from "./seed-codes.ts";
import { seedTable } from "./seed-table.ts";
import { shareOut, weightedDivisions } from "./seed-weights.ts";
import { storyFirms } from "./story-firms.ts";

/** What firms do, and how many of a hundred do it. */
const trades = {
  building: { ...firmTrades["48"], share: 38 },
  software: { ...firmTrades["65"], share: 30 },
  water: { ...firmTrades["77"], share: 14 },
  park: { ...firmTrades["39"], share: 10 },
  agency: { ...agencyTrade, share: 8 },
};

export type Trade = keyof typeof trades;

export const tradeNames = Object.keys(trades) as readonly Trade[];

/** A firm; it does not exist. */
export interface SeedFirm {
  readonly number: number;
  readonly name: string;
  readonly uscc: string;
  readonly divisionCode: string;
  readonly industryCode: string;
}

/** The firms of one trade in one prefecture: their numbers among all. */
export interface FirmBlock {
  readonly trade: Trade;
  readonly prefecture: Division;
  readonly first: number;
  readonly count: number;
}

export function firmBlocks(places: Places, total: number): readonly FirmBlock[] {
  const all = weightedDivisions(places);
  const prefectures = all.filter(({ division }) => division.level === "PREFECTURE");
  const cells = tradeNames.flatMap((trade) => prefectures.map(({ division, weight }) => ({ trade, prefecture: division, weight: weight * trades[trade].share })));
  let first = 0;
  return shareOut(total, cells.map(({ weight }) => weight)).map((count, place) => {
    const { trade, prefecture } = cells[place]!;
    const block: FirmBlock = { trade, prefecture, first, count };
    first += count;
    return block;
  });
}

/** The firm at a place of a block. */
function firmAt({ trade, prefecture, first }: FirmBlock, place: number): SeedFirm {
  const { name, industryCode } = trades[trade];
  const rounds = Math.floor(place / (terms * terms));
  const own = `${termAt(Math.floor(place / terms) % terms)}${termAt(place % terms)}${rounds === 0 ? "" : termAt(rounds - 1)}`;
  const seat = prefecture.name.replace(/(市|藏族羌族自治州|藏族自治州|彝族自治州)$/, "");
  return { number: first + place, name: `${seat}示例${own}${name}有限公司`, uscc: seedUscc(prefecture.code, first + place), divisionCode: prefecture.code, industryCode };
}

/** The firms of a trade in a row, prefecture by prefecture. */
export interface Market {
  readonly count: number;
  at(place: number): SeedFirm;
}

function marketOf(blocks: readonly FirmBlock[]): Market {
  return {
    count: blocks.reduce((sum, { count }) => sum + count, 0),
    at(place) {
      let rest = place;
      for (const block of blocks) {
        if (rest < block.count) return firmAt(block, rest);
        rest -= block.count;
      }
      throw new Error(`There is no firm ${place}.`);
    },
  };
}

/** Finds whom a division has for a trade: the firms of its prefecture where they are so many, else those of the whole province. */
export type FindMarket = (trade: Trade, divisionCode: string, enough: number) => Market;

export function marketFinder(blocks: readonly FirmBlock[]): FindMarket {
  const known = new Map<string, Market>();
  return (trade, divisionCode, enough) => {
    const prefecture = divisionCode.slice(0, 4);
    const key = `${trade}/${prefecture}/${enough}`;
    let market = known.get(key);
    if (!market) {
      const ofTrade = blocks.filter((block) => block.trade === trade);
      const near = ofTrade.filter((block) => block.prefecture.code.startsWith(prefecture));
      known.set(key, (market = marketOf((near[0]?.count ?? 0) >= enough ? near : ofTrade)));
    }
    return market;
  };
}

/** Rows of Enterprise. */
export const enterprises = seedTable(
  "enterprises",
  ["uscc", "name", "divisionCode", "level", "status", "foundedOn", "officeAddress", "phone", "legalRepresentative", "registeredCapital", "industryCode", "registeredOn", "sourceSystem", "sourceRecordNo", "validFrom", "sourceOrganizationId"],
  {
    about: ({ sizes }) => sizes.firms,
    *rows(world) {
      const source = world.bodyOf("510000", "developmentReform").uscc;
      for (const firm of storyFirms) yield rowOf(firm, source);
      for (const block of world.firmBlocks) for (let place = 0; place < block.count; place += 1) yield rowOf(firmAt(block, place), source);
    },
  },
);

function rowOf({ number, name, uscc, divisionCode, industryCode }: SeedFirm, source: string) {
  const chance = chanceOf(`seed/firm/${uscc}`);
  const registeredOn = chance.day("2003-01-01", "2018-12-31");
  return {
    uscc, name, divisionCode, industryCode, registeredOn,
    level: "PREFECTURE", status: "ACTIVE", foundedOn: registeredOn, validFrom: registeredOn,
    officeAddress: `示例大道${chance.whole(1, 999)}号`,
    phone: landline(areaCodeOf(divisionCode), chance),
    legalRepresentative: personName(chance),
    registeredCapital: yuan(Math.max(50, Math.round(logNormal(chance, 1_000, 1.1))) * 10_000),
    sourceSystem: "四川省社会信用信息平台",
    sourceRecordNo: `QY-${number.toString().padStart(6, "0")}`,
    sourceOrganizationId: source,
  };
}

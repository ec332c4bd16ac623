import { rejectReasons } from "../demonstration/bids.ts";
import { addDays, chanceOf, yuan, type Chance } from "../demonstration/chance.ts";
import { mobile, personName } from "../demonstration/names.ts";
import { isOpened, today } from "../demonstration/specs.ts";
import type { SeedFirm } from "./seed-firms.ts";
import { dealsOf, mostBids } from "./seed-plans.ts";
import type { SeedDeal, ToldBidder } from "./seed-specs.ts";
import { seedTable } from "./seed-table.ts";
import { fromTradingCentre, lotOf } from "./seed-tenders.ts";
import type { SeedWorld } from "./seed-world.ts";

/** Number of a bid in the trading centre's system. */
export const bidRecordNo = (tenderNo: string, place: number): string => `TB-${tenderNo}-${(place + 1).toString().padStart(2, "0")}`;

/** The firms that bid for a tender, each once. */
export function biddersOf(world: SeedWorld, { project, tenderNo, bids, told }: SeedDeal): readonly SeedFirm[] {
  if (told) return told.bidders.map(({ firm }) => firm);
  const market = world.marketFor(project.trade, project.divisionCode, mostBids);
  const chance = chanceOf(`seed/bidders/${tenderNo}`);
  const first = chance.whole(0, market.count - 1);
  // Firms far apart in the row, so that the same ones do not meet each time; a step without a common divisor comes to each once.
  const step = coprime(chance.whole(1, market.count), market.count);
  return Array.from({ length: bids }, (_, place) => market.at((first + place * step) % market.count));
}

function coprime(from: number, to: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = from;
  while (divisor(step, to) !== 1) step += 1;
  return step;
}

/** The prices of a tender's bids, in whole 元: near to each other and below the ceiling; the winner's is seldom the lowest. */
export function pricesOf({ tenderNo, ceiling, bids, told }: SeedDeal): readonly number[] {
  if (told) return told.bidders.map(({ price }) => price);
  const chance = chanceOf(`seed/prices/${tenderNo}`);
  const level = chance.whole(8_700, 9_700);
  return Array.from({ length: bids }, () => Math.min(ceiling - 100, Math.round((ceiling * level * chance.whole(9_750, 10_200)) / 10_000_000_000) * 100));
}

const reasons = [...rejectReasons, "投标报价明显低于其他投标人且未合理说明"];

/** Rows of Bid: price and contact were in every one from the start; score and outcome come after the opening. */
export const bids = seedTable(
  "bids",
  ["tenderId", "lotId", "supplierName", "supplierUscc", "receivedAt", "status", "rejectReason", "price", "score", "contactName", "contactPhone", "sourceSystem", "sourceRecordNo", "sourceOrganizationId"],
  {
    about: ({ sizes }) => sizes.projects * 5,
    *rows(world) {
      for (const deal of dealsOf(world)) if (deal.dueOn !== null && deal.bids > 0) yield* bidsOf(world, deal, deal.dueOn);
    },
  },
);

function* bidsOf(world: SeedWorld, deal: SeedDeal, dueOn: string) {
  const { tenderNo, status, bids: count, winner, told } = deal;
  const source = fromTradingCentre(world, deal);
  const prices = pricesOf(deal);
  const chance = chanceOf(`seed/bids/${tenderNo}`);
  // The one after the winner falls out, now and then.
  const rejected = isOpened(status) && told === null && count >= 4 && chance.percent(15) ? (winner + 1) % count : null;
  for (const [place, firm] of biddersOf(world, deal).entries()) {
    const isRejected = place === rejected;
    yield {
      tenderId: tenderNo,
      lotId: lotOf(deal),
      supplierName: firm.name,
      supplierUscc: firm.uscc,
      receivedAt: receivedAt(deal, dueOn, chance),
      status: isRejected ? "DISQUALIFIED" : outcomeOf(deal, place),
      rejectReason: isRejected ? chance.pick(reasons) : null,
      price: yuan(prices[place]!),
      score: isOpened(status) && !isRejected ? ((place === winner ? 9_000 : 7_200) + chance.whole(0, 800)).toString().replace(/(..)$/, ".$1") : null,
      ...contactOf(told?.bidders[place], chance),
      ...source, sourceRecordNo: bidRecordNo(tenderNo, place),
    };
  }
}

const contactOf = (told: ToldBidder | undefined, chance: Chance) => ({ contactName: told?.contactName ?? personName(chance), contactPhone: told?.contactPhone ?? mobile(chance) });

function outcomeOf({ status, winner }: SeedDeal, place: number): string {
  if (!isOpened(status)) return "RECEIVED";
  if (status === "OPENED") return "QUALIFIED";
  return place === winner ? "WON" : "LOST";
}

/** In office hours before the deadline, and never in the future. */
function receivedAt({ noticedOn }: SeedDeal, dueOn: string, chance: Chance): string {
  const latest = [addDays(dueOn, -1), addDays(today, -1)].sort()[0]!;
  const minutes = chance.whole(9 * 60, 17 * 60);
  const clock = `${Math.floor(minutes / 60).toString().padStart(2, "0")}:${(minutes % 60).toString().padStart(2, "0")}`;
  return `${chance.day(addDays(noticedOn, 3), latest)} ${clock}`;
}

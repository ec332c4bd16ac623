import type { bidStatus } from "../../domains/bidding/codelists.ts";
import { bodyId } from "./bodies.ts";
import { at, addDays, chanceOf, uuidOf, yuan, type Chance } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import { suppliers, type Firm } from "./firms.ts";
import { lotIdOf } from "./lots.ts";
import { mobile, personName } from "./names.ts";
import { isOpened, type TenderSpec } from "./specs.ts";
import { tenderName } from "./tenders.ts";

type BidStatus = (typeof bidStatus.values)[number];

/** Why a bid falls out. */
export const rejectReasons = ["投标文件未按要求签章", "资格证明文件已过有效期", "未按时提交投标保证金"];

/** The firm that made the place-th bid, counted from 0; of an awarded tender, the first won. */
export function bidderOf({ tenderNo, project }: TenderSpec, place: number): Firm {
  const firms = suppliers[project.industry];
  const first = chanceOf(`bids/${tenderNo}`).whole(0, firms.length - 1);
  return firms[(first + place) % firms.length]!;
}

/** Rows of Bid: price and contact were in every one from the start; score and outcome come after the opening. */
export const bidRows = (specs: readonly TenderSpec[]) => specs.flatMap(bidsOf);

export type BidRow = ReturnType<typeof bidsOf>[number];

function bidsOf(spec: TenderSpec) {
  const { project, dueOn } = spec;
  if (dueOn === null) return [];
  const opened = isOpened(spec.status);
  // The last of four or more falls out; the first of the others has the highest score and wins.
  const rejected = opened && spec.bids >= 4 ? spec.bids - 1 : null;
  return Array.from({ length: spec.bids }, (_, place) => {
    const name = `bid/${spec.tenderNo}/${place}`;
    const own = chanceOf(name);
    const supplier = bidderOf(spec, place);
    const status = outcome(spec, place, rejected);
    return {
      ...envelopeOf("BID", name, { sourceOrganizationId: bodyId(project.divisionCode, "tradingCentre"), sourceSystem: "公共资源交易平台" }),
      tenderId: uuidOf(tenderName(spec.tenderNo)),
      lotId: lotIdOf(spec),
      supplierName: supplier.name,
      supplierUscc: supplier.uscc,
      receivedAt: receivedAt(spec.noticedOn, dueOn, own),
      status,
      rejectReason: status === "DISQUALIFIED" ? own.pick(rejectReasons) : null,
      price: yuan(Math.round((spec.budget * own.whole(8_200, 9_390)) / 10_000)),
      score: opened && status !== "DISQUALIFIED" ? (94 - place * 3.5 - own.whole(0, 30) / 10).toFixed(2) : null,
      contactName: personName(own),
      contactPhone: mobile(own),
      rowHash: null,
    };
  });
}

/** In office hours of the first weeks, before the deadline: a tender that still takes bids has some, none of them from the future. */
function receivedAt(noticedOn: string, dueOn: string, chance: Chance): Date {
  const latest = [addDays(dueOn, -1), addDays(noticedOn, 20)].sort()[0]!;
  const minutes = chance.whole(9 * 60, 17 * 60);
  return at(chance.day(addDays(noticedOn, 5), latest), `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`);
}

const twoDigits = (number: number): string => number.toString().padStart(2, "0");

function outcome({ status }: TenderSpec, place: number, rejected: number | null): BidStatus {
  if (!isOpened(status)) return "RECEIVED";
  if (place === rejected) return "DISQUALIFIED";
  if (status === "OPENED") return "QUALIFIED";
  return place === 0 ? "WON" : "LOST";
}

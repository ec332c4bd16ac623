import { bodyId } from "./bodies.ts";
import type { BidRow } from "./bids.ts";
import { addDays, at, chanceOf, uuidOf } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import { showcaseTenders } from "./showcase.ts";
import type { TenderSpec } from "./specs.ts";
import { tenderName } from "./tenders.ts";

/** An award with the tender that it decided. */
export interface Decided {
  readonly spec: TenderSpec;
  readonly row: AwardRow;
}

export const awardName = (tenderNo: string): string => `award/${tenderNo}`;

/** Decided, and its result not yet published: nothing that the public sees of the tender says so. */
const unpublished: TenderSpec = showcaseTenders.invited;

export type AwardRow = ReturnType<typeof awardOf>;

/** Awards: one for each awarded tender, to the first of its bids. */
export function awardsOf(specs: readonly TenderSpec[], bids: readonly BidRow[]): readonly Decided[] {
  const byId = new Map(bids.map((bid) => [bid.id, bid]));
  return specs
    .filter((spec) => spec.status === "AWARDED" || spec === unpublished)
    .map((spec) => {
      const bid = byId.get(uuidOf(`bid/${spec.tenderNo}/0`));
      if (!bid) throw new Error(`The tender ${spec.tenderNo} has no bid to award.`);
      return { spec, row: awardOf(spec, bid) };
    });
}

function awardOf(spec: TenderSpec, bid: BidRow) {
  const name = awardName(spec.tenderNo);
  const awardedOn = addDays(spec.dueOn!, chanceOf(name).whole(4, 8));
  return {
    ...envelopeOf("AWD", name, {
      sourceOrganizationId: bodyId(spec.project.divisionCode, "tradingCentre"), sourceSystem: "公共资源交易平台", documentNo: `${spec.tenderNo}-JG`, documentDate: awardedOn, validFrom: awardedOn,
    }),
    tenderId: uuidOf(tenderName(spec.tenderNo)),
    lotId: bid.lotId,
    bidId: bid.id,
    supplierUscc: bid.supplierUscc,
    supplierName: bid.supplierName,
    amount: bid.price,
    rank: 1,
    awardedOn,
    publishedAt: spec === unpublished ? null : at(addDays(awardedOn, 1), "16:00"),
  };
}

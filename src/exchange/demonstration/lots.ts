import type { lotStatus } from "../../domains/bidding/codelists.ts";
import { bodyId } from "./bodies.ts";
import { chanceOf, uuidOf, yuan } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import { showcaseTenders } from "./showcase.ts";
import type { TenderSpec } from "./specs.ts";
import { regimeOf, tenderName } from "./tenders.ts";

type LotStatus = (typeof lotStatus.values)[number];

/** The first part of a divided tender is the one that was bid for. */
const lotName = (tenderNo: string, place: number): string => `lot/${tenderNo}/${place}`;

/** Tenders of the showcase county that are divided, and about every third of the others. */
const divided: readonly TenderSpec[] = [showcaseTenders.awarded, showcaseTenders.receiving];
const isDivided = (spec: TenderSpec): boolean =>
  divided.includes(spec) || (spec.dueOn !== null && !Object.values<TenderSpec>(showcaseTenders).includes(spec) && chanceOf(`lots/${spec.tenderNo}`).percent(30));

/** The part of a tender that its bids are for; null where it is not divided. */
export const lotIdOf = (spec: TenderSpec): string | null => (isDivided(spec) ? uuidOf(lotName(spec.tenderNo, 0)) : null);

/** Rows of Lot: two for each divided tender; the second, smaller one finds no bidder. */
export const lotRows = (specs: readonly TenderSpec[]) => specs.filter(isDivided).flatMap((spec) => [0, 1].map((place) => lotOf(spec, place)));

function lotOf(spec: TenderSpec, place: number) {
  const isSection = regimeOf(spec) === "BIDDING";
  const second = Math.round((spec.budget * 15) / 1_000_000) * 10_000;
  return {
    ...envelopeOf("LOT", lotName(spec.tenderNo, place), { sourceOrganizationId: bodyId(spec.project.divisionCode, "tradingCentre"), sourceSystem: "公共资源交易平台", documentDate: spec.noticedOn }),
    tenderId: uuidOf(tenderName(spec.tenderNo)),
    lotNo: `${spec.tenderNo}-${place + 1}`,
    kind: isSection ? ("SECTION" as const) : ("PACKAGE" as const),
    title: isSection ? `第${place === 0 ? "一" : "二"}标段` : `采购包${place + 1}`,
    budget: yuan(place === 0 ? spec.budget - second : second),
    status: statusOf(spec, place),
  };
}

function statusOf({ status }: TenderSpec, place: number): LotStatus {
  if (status === "CANCELLED" || status === "FAILED") return status;
  if (status === "NOTICED" || status === "BIDDING") return "ACTIVE";
  if (place === 1) return "FAILED";
  return status === "AWARDED" ? "AWARDED" : "ACTIVE";
}

import type { violatorKind } from "../../domains/dishonesty/codelists.ts";
import { uuidOf } from "./chance.ts";
import { demonstrationUscc } from "./codes.ts";
import { published, type DisplaySpec } from "./display-specs.ts";
import { showcaseCounty, showcaseTenders } from "./showcase.ts";
import type { Conduct } from "./violation-texts.ts";

/** Whom a violation record is about; none of them exists. */
export interface Violator {
  readonly kind: (typeof violatorKind.values)[number];
  readonly name: string;
  readonly uscc: string;
}

/** What is decided about a violation record before chance fills in the rest. */
export interface ViolationSpec {
  /** The stable name, from which the identifier follows. */
  readonly name: string;
  /** Whom it is about: one, or whoever handed in that bid. */
  readonly violator: Violator | { readonly bidId: string };
  readonly divisionCode: string;
  readonly conduct: Conduct;
  readonly display: DisplaySpec;
  /** Number of the tender in which it happened; an opened one, since before the opening nobody may know who bids. */
  readonly tenderNo: string | null;
  /** Whether a decision lets a record about a sole trader be public. */
  readonly hasBasis: boolean;
}

const { awarded } = showcaseTenders;
const bidder = (place: number) => ({ bidId: uuidOf(`bid/${awarded.tenderNo}/${place}`) });

const soleTrader = (serial: string): Violator => ({
  kind: "SOLE_TRADER", name: `锦江区示例${serial}建材经营部`, uscc: demonstrationUscc("92", showcaseCounty, `sole-trader/${serial}`),
});

const story = (name: string, violator: ViolationSpec["violator"], conduct: Conduct, display: DisplaySpec, further: Partial<ViolationSpec> = {}): ViolationSpec => ({
  name: `violation/story/${name}`, violator, divisionCode: showcaseCounty, conduct, display, tenderNo: null, hasBasis: false, ...further,
});

/** One violation record for each question about who may see it when. */
export const violationStories = {
  /** A losing bidder of the showcase's awarded tender, for collusion in that tender: on display. */
  collusion: story("collusion", bidder(1), "COLLUSION", published("SERIOUS", "2026-03-16"), { tenderNo: awarded.tenderNo }),
  /** Another bidder of the same tender, for a collusion of years ago: its display is over. */
  collusionEnded: story("collusion-ended", bidder(2), "COLLUSION", published("SERIOUS", "2019-05-20")),
  /** The winner, whose record is being reviewed. */
  underReview: story("under-review", bidder(0), "NON_PERFORMANCE", { ...published("GENERAL", "2026-10-12"), state: "UNDER_DISCLOSURE_REVIEW" }),
  /** What a department of the province has decided and may report the annulment of; it is being reviewed. */
  ofProvince: story("of-province", bidder(1), "FRAUD", { ...published("GENERAL", "2026-10-19"), state: "UNDER_DISCLOSURE_REVIEW" }, { divisionCode: "510000" }),
  /** A sole trader is a person: without a decision to publish, nothing is public. */
  soleTrader: story("sole-trader", soleTrader("甲子"), "FRAUD", published("GENERAL", "2026-09-08")),
  soleTraderWithBasis: story("sole-trader-with-basis", soleTrader("乙丑"), "FRAUD", published("SERIOUS", "2026-09-08"), { hasBasis: true }),
  institution: story("institution", { kind: "INSTITUTION", name: "成都示例丙寅工程检测中心", uscc: demonstrationUscc("12", "510100", "institution/丙寅") }, "FRAUD", published("GENERAL", "2026-07-27")),
} as const satisfies Record<string, ViolationSpec>;

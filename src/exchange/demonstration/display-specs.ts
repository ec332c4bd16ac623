import type { disclosureState, severity } from "../../catalog/display.ts";
import type { collectionState } from "../../domains/dishonesty/codelists.ts";
import { addDays, type Chance } from "./chance.ts";
import { today } from "./specs.ts";

export type Severity = (typeof severity.values)[number];
export type DisclosureState = (typeof disclosureState.values)[number];
export type CollectionState = (typeof collectionState.values)[number];

/** Codes of the datasets in the catalogue of public credit information. */
export const catalogItems = { dishonesty: "SC-ZW-SX", procurementViolation: "SC-JY-CW", biddingViolation: "SC-JY-TW" } as const;

/** What is decided about a record's way to the public and back. */
export interface DisplaySpec {
  readonly severity: Severity;
  readonly state: DisclosureState;
  /** Day of the document, from which the display counts; null: not delivered. */
  readonly documentDate: string | null;
  readonly displayFrom: string | null;
  readonly stoppedOn?: string;
  readonly stopReason?: string;
}

/** How far a record has climbed that nobody has begun to review: as chance has it. */
export const collectionOf = ({ state }: DisplaySpec, chance: Chance): CollectionState => (state === "NOT_PUBLIC" ? chance.pick(["ACCEPTED", "ACCEPTED", "CITY_VERIFIED", "COUNTY_VERIFIED", "REPORTED", "RETURNED"]) : "ACCEPTED");

/** A record that goes to the public some days after its document. */
export const published = (grade: Severity, documentDate: string): DisplaySpec => ({
  severity: grade, state: "PUBLISHED", documentDate, displayFrom: addDays(documentDate, 7),
});

/** A record that nobody has begun to review. */
export const unpublished = (documentDate: string): DisplaySpec => ({ severity: "GENERAL", state: "NOT_PUBLIC", documentDate, displayFrom: null });

const states: readonly DisclosureState[] = ["PUBLISHED", "PUBLISHED", "PUBLISHED", "PUBLISHED", "PUBLISHED", "PUBLISHED", "REPAIRED", "WITHDRAWN", "UNDER_DISCLOSURE_REVIEW", "NOT_PUBLIC"];
const grades: readonly Severity[] = ["MINOR", "GENERAL", "GENERAL", "SERIOUS"];

/** A record as chance has it, by a document of the years 2023 to 2026. */
export function displayByChance(chance: Chance): DisplaySpec {
  const grade = chance.pick(grades);
  const state = chance.pick(states);
  const documentDate = chance.day("2023-02-01", "2026-11-10");
  const displayFrom = addDays(documentDate, chance.whole(3, 14));
  const repairedOn = addDays(documentDate, grade === "SERIOUS" ? chance.whole(380, 700) : chance.whole(95, 300));
  if (state === "REPAIRED" && grade !== "MINOR" && repairedOn <= today) return { severity: grade, state, documentDate, displayFrom, stoppedOn: repairedOn, stopReason: "已履行义务并作出信用承诺，经认定单位同意修复，停止公示。" };
  const withdrawnOn = addDays(displayFrom, chance.whole(10, 90));
  if (state === "WITHDRAWN" && withdrawnOn <= today) return { severity: grade, state, documentDate, displayFrom, stoppedOn: withdrawnOn, stopReason: "原决定被依法撤销，三日内撤回公示。" };
  if (state === "UNDER_DISCLOSURE_REVIEW" || state === "NOT_PUBLIC") return { severity: grade, state, documentDate, displayFrom: null };
  return { severity: grade, state: "PUBLISHED", documentDate, displayFrom };
}

/** The fields of a record that decide about its display. */
export const displayFields = (catalogItemCode: string, spec: DisplaySpec) => ({
  catalogItemCode,
  severity: spec.severity,
  disclosureState: spec.state,
  displayFrom: spec.displayFrom,
  stoppedOn: spec.stoppedOn ?? null,
  stopReason: spec.stopReason ?? null,
});

import { demonstrationUscc } from "../demonstration/codes.ts";
import { published } from "../demonstration/display-specs.ts";
import { contractNoOf } from "./seed-contracts.ts";
import type { SeedDishonesty } from "./seed-dishonesty.ts";
import type { SeedViolation } from "./seed-violations.ts";
import { bannedFirm } from "./story-firms.ts";
import { storyCounty, storyTenderNo } from "./story-plans.ts";

/** A body that was merged into another; records of before and after are there. */
export const mergedBody = {
  name: "成都市青羊区商务和外资服务局", uscc: demonstrationUscc("11", storyCounty, "merged"), divisionCode: storyCounty, successor: "investment", foundedOn: "2019-03-01", lastDay: "2024-12-31",
} as const;

const record = (serial: number, told: Omit<SeedDishonesty, "recordNo" | "divisionCode">): SeedDishonesty => ({ recordNo: `SX-${storyCounty}-T${serial.toString().padStart(5, "0")}`, divisionCode: storyCounty, ...told });

const promise = { title: "未兑现招商引资书面承诺", facts: "投资协议书面承诺的产业扶持资金到期未兑付，以负责人变动为由拒绝履行。" };
const owed = (place: string) => ({ title: `拖欠${place}道路工程款`, facts: "工程竣工结算后，逾期未支付中小企业账款。" });
const services = { title: "未按承诺兑付外资奖励", facts: "书面承诺的外资到位奖励到期未兑付。" };

/** Dishonesty records that stories tell of. */
export const storyDishonesty: readonly SeedDishonesty[] = [
  record(1, { duty: "investment", sourceKind: "CONTRACT_DEFAULT", field: "INVESTMENT", display: published("SERIOUS", "2026-09-15"), act: promise }),
  record(2, { duty: "housing", sourceKind: "ARREARS", field: "DEBT", display: published("GENERAL", "2025-11-25"), act: owed("文家片区") }),
  record(3, { duty: "housing", sourceKind: "ARREARS", field: "DEBT", display: published("GENERAL", "2025-11-24"), act: owed("蔡桥片区") }),
  record(4, { duty: "investment", sourceKind: "CONTRACT_DEFAULT", field: "INVESTMENT", display: published("SERIOUS", "2024-06-03"), act: services, isOfMerged: true }),
  record(5, { duty: "investment", sourceKind: "JUDGMENT", field: "INVESTMENT", display: published("SERIOUS", "2026-03-10"), act: services }),
];

/** Violation records that stories tell of. */
export const storyViolations: readonly SeedViolation[] = [
  { recordNo: `WF-${storyCounty}-T00001`, divisionCode: storyCounty, firm: bannedFirm, conduct: "FRAUD", display: published("SERIOUS", "2025-09-01"), tenderNo: null, banYears: 2 },
];

/** Something that people look for, and by which numbers they find it. */
export interface Story {
  readonly what: string;
  /** Numbers of tenders and contracts, codes of organisations, titles of records and the numbers that their source gave them, by which bodies find them. */
  readonly numbers: readonly string[];
}

/** By what a dishonesty record is found. */
const found = ({ recordNo, act, isOfMerged, duty }: SeedDishonesty): readonly string[] => [recordNo, `${isOfMerged ? mergedBody.name : duty === "housing" ? "成都市青羊区住房和城乡建设局" : "成都市青羊区投资促进局"}${act!.title}`];

/** By what the tender of a story and its contract are found. */
function dealt(serial: number): readonly [tenderNo: string, contractNo: string] {
  const tenderNo = storyTenderNo(2025, serial);
  return [tenderNo, contractNoOf({ tenderNo })];
}

/** What is to be found in every seeded database, at whatever scale. */
export const stories = {
  brokenPromise: { what: "A government's written promise to an investor that it broke, and the dishonesty record of it, on display", numbers: found(storyDishonesty[0]!) },
  lawfulChange: { what: "A contract that was changed lawfully: in the public interest, approved, by less than a tenth, with compensation", numbers: [...dealt(1), `${storyTenderNo(2025, 1)}-BC1`] },
  latePayment: { what: "A contract of which one payment came three months late and another is still owed in part: both are arrears", numbers: dealt(2) },
  collusion: { what: "Five tenders with the same four bidders, who win in turns, a fixed step between their prices, and one telephone for all", numbers: [3, 4, 5, 6, 7].map((serial) => storyTenderNo(2025, serial)) },
  bannedBidder: { what: "A firm that bids while it is kept out for false documents", numbers: [bannedFirm.uscc, storyTenderNo(2026, 8), storyViolations[0]!.recordNo] },
  keptCommitments: { what: "A contract that both sides kept: accepted as agreed, every payment in time", numbers: dealt(9) },
  lastDayOnDisplay: { what: "A record whose last day on display is 2026-11-25", numbers: found(storyDishonesty[1]!) },
  dayPastDisplay: { what: "The same of the day before: on 2026-11-25 its display is over", numbers: found(storyDishonesty[2]!) },
  mergedBody: { what: "A body that was merged into another, with a record of the one from before and of the other from after", numbers: [mergedBody.uscc, ...found(storyDishonesty[3]!), ...found(storyDishonesty[4]!)] },
  sealedBids: { what: "A tender that takes bids until 2026-12-15: it has five, which exist for nobody but the trading centre", numbers: [storyTenderNo(2026, 10)] },
} as const satisfies Record<string, Story>;

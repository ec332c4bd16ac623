import { addDays } from "../demonstration/chance.ts";
import type { ProjectStage, TenderStatus } from "../demonstration/specs.ts";
import type { SeedFirm } from "./seed-firms.ts";
import type { SeedDeal, SeedInstalment, SeedPlan, SeedProject, ToldBidder, ToldDeal } from "./seed-specs.ts";
import { bannedFirm, colluders, honestFirms } from "./story-firms.ts";

/** 成都市青羊区, where all stories happen; the demonstration data has no departments there. */
export const storyCounty = "510105";

/** Number of the tender of a story; no other one has a T in it. */
export const storyTenderNo = (year: number, serial: number): string => `${storyCounty}-${year}-GC-T${serial.toString().padStart(5, "0")}`;

interface Happening {
  readonly name: string;
  /** Days of approval, notice and opening, and what came after it; what is absent has not happened. */
  readonly days: readonly [approvedOn: string, noticedOn: string, dueOn: string, awardedOn?: string, signedOn?: string, endsOn?: string, acceptedOn?: string];
  readonly status: TenderStatus;
  readonly stage: ProjectStage;
  /** In whole 元. */
  readonly ceiling: number;
  readonly winner?: number;
  readonly told: ToldDeal;
}

function plan(serial: number, { name, days, status, stage, ceiling, winner = 0, told }: Happening): SeedPlan {
  const [approvedOn, noticedOn, dueOn, awardedOn = null, signedOn = null, endsOn = null, acceptedOn = null] = days;
  const year = Number(noticedOn.slice(0, 4));
  const project: SeedProject = {
    code: `${approvedOn.slice(0, 4)}-${storyCounty}-48-01-97${serial.toString().padStart(6, "0")}`, name: `青羊区${name}`, kind: "CONSTRUCTION", trade: "building", divisionCode: storyCounty, owner: "housing", investment: Math.round(ceiling * 1.2), approvedOn,
  };
  const deal: SeedDeal = {
    project, status, noticedOn, dueOn, ceiling, winner, awardedOn, signedOn, endsOn, acceptedOn, told,
    tenderNo: storyTenderNo(year, serial), title: `${project.name}施工招标`, method: "OPEN", category: "WORKS", budget: Math.round(ceiling * 1.03), isDivided: false, bids: told.bidders.length,
  };
  return { project, stage, deals: [deal] };
}

const bidder = (firm: SeedFirm, price: number, place = 0, phone?: string): ToldBidder => ({ firm, price, contactName: `王${"甲乙丙丁"[place]!}子`, contactPhone: phone ?? `10000${firm.number.toString().slice(-6)}` });

const honest = (...prices: readonly number[]): readonly ToldBidder[] => honestFirms.map((firm, place) => bidder(firm, prices[place]!, place));

const paid = (share: number, dueOn: string, paidOn: string): SeedInstalment => ({ share, dueOn, paidOn, paidPart: 100 });

/** The telephone that all colluders give; no network has the prefix 100. */
const sharedPhone = "10000005105";

/** What the colluders' prices differ by, in whole 元. */
const priceStep = 12_000;

/** Five tenders in which the same four firms bid, each wins in its turn, and the prices are a step apart from each other. */
const collusion = ["2025-02-10", "2025-04-14", "2025-06-16", "2025-08-18", "2025-10-13"].map((noticedOn, round) =>
  plan(3 + round, {
    name: `浣花片区道路整治工程（${"一二三四五"[round]!}期）`,
    days: [addDays(noticedOn, -30), noticedOn, addDays(noticedOn, 22), addDays(noticedOn, 28), addDays(noticedOn, 42), addDays(noticedOn, 350)],
    status: "AWARDED",
    stage: "UNDER_WAY",
    ceiling: 5_000_000 + round * 200_000,
    winner: round % colluders.length,
    told: { bidders: colluders.map((firm, place) => bidder(firm, 4_700_000 + round * 200_000 + ((place - round + 8) % colluders.length) * priceStep, place, sharedPhone)) },
  }),
);

const ofChange = storyTenderNo(2025, 1);

/** The projects of the stories; the calendar of each keeps to the law, save where the story is about that. */
export const storyPlans: readonly SeedPlan[] = [
  plan(1, {
    name: "光华片区雨污分流工程",
    days: ["2025-01-20", "2025-03-04", "2025-03-27", "2025-04-02", "2025-04-15", "2026-03-31", "2026-04-15"],
    status: "AWARDED", stage: "COMPLETED", ceiling: 8_000_000,
    told: {
      bidders: honest(7_450_000, 7_520_000, 7_610_000),
      instalments: [paid(50, "2025-06-30", "2025-06-20"), paid(45, "2026-05-30", "2026-05-22"), { share: 5, dueOn: "2027-04-30", paidOn: null, paidPart: 0 }],
      change: {
        contractNo: `${ofChange}-BC1`, title: "青羊区光华片区雨污分流工程施工招标补充合同", amount: 520_000, signedOn: "2025-10-20",
        text: "经本级人民政府批准，因公共利益需要增加管网长度，增加金额不超过原合同的百分之十，双方已就补偿达成一致",
      },
    },
  }),
  plan(2, {
    name: "草堂片区绿道工程",
    days: ["2024-11-11", "2025-01-06", "2025-02-06", "2025-02-13", "2025-02-24", "2025-12-31", "2026-01-14"],
    status: "AWARDED", stage: "COMPLETED", ceiling: 12_000_000,
    told: {
      bidders: honest(11_200_000, 11_350_000, 11_480_000),
      instalments: [paid(30, "2025-03-26", "2025-03-20"), paid(40, "2025-08-29", "2025-11-28"), { share: 25, dueOn: "2026-02-13", paidOn: null, paidPart: 40 }, { share: 5, dueOn: "2027-01-29", paidOn: null, paidPart: 0 }],
    },
  }),
  ...collusion,
  plan(8, {
    name: "文家片区停车场工程",
    days: ["2026-06-01", "2026-07-06", "2026-07-30", "2026-08-06", "2026-08-20", "2027-05-31"],
    status: "AWARDED", stage: "UNDER_WAY", ceiling: 3_600_000,
    told: { bidders: [...honest(3_310_000, 3_350_000, 3_420_000), bidder(bannedFirm, 3_290_000, 3)] },
  }),
  plan(9, {
    name: "金沙片区小学改造工程",
    days: ["2025-03-10", "2025-04-22", "2025-05-15", "2025-05-22", "2025-06-05", "2025-08-25", "2025-08-29"],
    status: "AWARDED", stage: "COMPLETED", ceiling: 6_200_000,
    told: { bidders: honest(5_820_000, 5_870_000, 5_930_000), instalments: [paid(30, "2025-07-04", "2025-06-27"), paid(65, "2025-09-28", "2025-09-19"), paid(5, "2026-08-31", "2026-08-26")] },
  }),
  plan(10, {
    name: "少城片区管线入地工程",
    days: ["2026-09-21", "2026-11-02", "2026-12-15"],
    status: "BIDDING", stage: "TENDERING", ceiling: 9_400_000,
    told: { bidders: [...honest(8_800_000, 8_850_000, 8_990_000), bidder(colluders[0]!, 8_720_000, 3), bidder(colluders[1]!, 8_930_000, 3)] },
  }),
];

import { projectCode, type Industry } from "./codes.ts";
import type { Duty } from "./bodies.ts";
import type { ProjectKind, ProjectSpec, ProjectStage, TenderMethod, TenderSpec, TenderStatus } from "./specs.ts";

/** 成都市锦江区, the county that documentation and tests walk through: government, departments, projects, tenders, bids, debt. */
export const showcaseCounty = "510104";

function project(serial: number, year: number, industry: Industry, kind: ProjectKind, stage: ProjectStage, owner: Duty, investment: number, name: string): ProjectSpec {
  return { code: projectCode(year, showcaseCounty, industry, serial), name, kind, stage, industry, divisionCode: showcaseCounty, owner, investment, approvedOn: `${year}-03-${10 + serial}` };
}

/** Projects of the showcase county beyond the generated ones. */
export const showcaseProjects = {
  renewal: project(1, 2025, "48", "CONSTRUCTION", "UNDER_WAY", "housing", 86_400_000, "锦江区春熙路街道老旧小区改造工程"),
  drainage: project(2, 2026, "48", "CONSTRUCTION", "TENDERING", "housing", 52_300_000, "锦江区沙河街道排水管网整治工程"),
  school: project(3, 2026, "48", "CONSTRUCTION", "TENDERING", "housing", 118_000_000, "锦江区三圣街道小学新建工程"),
  platform: project(4, 2025, "65", "PROCUREMENT", "TENDERING", "developmentReform", 6_800_000, "锦江区社会信用信息平台升级项目"),
  archive: project(5, 2025, "65", "PROCUREMENT", "COMPLETED", "personnel", 1_260_000, "锦江区人事档案数字化项目"),
  budgetSystem: project(6, 2026, "65", "PROCUREMENT", "TENDERING", "finance", 3_450_000, "锦江区预算管理信息系统运行维护项目"),
} as const satisfies Record<string, ProjectSpec>;

function tender(
  serial: number, of: ProjectSpec, method: TenderMethod, status: TenderStatus, dates: readonly [noticedOn: string, dueOn: string | null], budget: number, bids: number, title: string,
): TenderSpec {
  return { tenderNo: tenderNo(showcaseCounty, dates[0], of, serial), title: `${of.name}${title}`, project: of, method, status, noticedOn: dates[0], dueOn: dates[1], budget, bids };
}

/** Number of a tender: division, year, GC for works (工程) or CG for procurement (采购), running number. */
export const tenderNo = (divisionCode: string, noticedOn: string, { kind }: ProjectSpec, serial: number): string =>
  `${divisionCode}-${noticedOn.slice(0, 4)}-${kind === "PROCUREMENT" ? "CG" : "GC"}-${serial.toString().padStart(4, "0")}`;

const { renewal, drainage, school, platform, archive, budgetSystem } = showcaseProjects;

/** One tender for each question about who may see a bid when. */
export const showcaseTenders = {
  /** Opened and awarded; the public reads bids and prices. */
  awarded: tender(1, renewal, "OPEN", "AWARDED", ["2025-06-03", "2025-06-26"], 71_500_000, 6, "施工招标"),
  /** The planned time has passed and no opening is recorded: the bids stay sealed. */
  overdue: tender(2, drainage, "OPEN", "BIDDING", ["2026-04-20", "2026-05-20"], 44_800_000, 4, "施工招标"),
  /** Bids are being received. */
  receiving: tender(3, school, "OPEN", "BIDDING", ["2026-11-02", "2027-01-15"], 96_000_000, 3, "施工招标"),
  /** Failed with bids that were handed in and are never opened. */
  failed: tender(4, drainage, "OPEN", "FAILED", ["2026-02-10", "2026-03-10"], 44_800_000, 2, "第一次施工招标"),
  /** An invited one, opened: bids for all, prices for bodies. */
  invited: tender(5, renewal, "INVITED", "OPENED", ["2025-07-08", "2025-07-31"], 1_900_000, 3, "监理招标"),
  /** A negotiated one, opened: prices stay with the trading centre. */
  negotiation: tender(6, platform, "NEGOTIATION", "OPENED", ["2025-09-01", "2025-09-24"], 6_500_000, 3, "竞争性谈判"),
  /** Awarded after consultation. */
  consultation: tender(7, archive, "CONSULTATION", "AWARDED", ["2025-04-14", "2025-05-06"], 1_200_000, 4, "竞争性磋商"),
  /** One supplier only. */
  singleSource: tender(8, budgetSystem, "SINGLE_SOURCE", "AWARDED", ["2026-05-11", "2026-05-27"], 980_000, 1, "单一来源采购"),
  /** Called off before anybody offered. */
  cancelled: tender(9, budgetSystem, "INQUIRY", "CANCELLED", ["2026-06-15", "2026-07-01"], 640_000, 0, "询价采购"),
  /** Noticed; the time for bids is not yet fixed. */
  noticed: tender(10, school, "OPEN", "NOTICED", ["2026-11-18", null], 3_200_000, 0, "监理招标"),
} as const satisfies Record<string, TenderSpec>;

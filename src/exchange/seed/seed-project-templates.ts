import type { Duty } from "../demonstration/bodies.ts";
import type { Industry } from "../demonstration/codes.ts";
import type { ProjectKind } from "../demonstration/specs.ts";
import type { Trade } from "./seed-firms.ts";
import type { SeedDeal } from "./seed-specs.ts";

/** A sort of project that bodies everywhere have. */
export interface ProjectTemplate {
  /** How many of a hundred are of the sort. */
  readonly weight: number;
  readonly kind: ProjectKind;
  readonly industry: Industry;
  readonly trade: Trade;
  /** Bodies that may be responsible. */
  readonly owners: readonly Duty[];
  readonly name: string;
  /** What follows the name in the titles of its tenders, the main one first, and what each looks for. */
  readonly titles: readonly [string, string];
  readonly categories: readonly [SeedDeal["category"], SeedDeal["category"]];
  /** The investment that half of them do not reach, in ten thousand 元. */
  readonly median: number;
}

const works = { kind: "CONSTRUCTION", industry: "48", trade: "building", owners: ["housing"], titles: ["施工招标", "监理招标"], categories: ["WORKS", "SERVICES"] } as const;
const purchase = { kind: "PROCUREMENT", industry: "65", trade: "software" } as const;

export const projectTemplates: readonly ProjectTemplate[] = [
  { ...works, weight: 14, name: "老旧小区改造工程", median: 3_200 },
  { ...works, weight: 10, name: "市政道路整治工程", median: 4_500 },
  { ...works, weight: 6, name: "学校校舍新建工程", median: 6_000 },
  { ...works, weight: 6, name: "排水管网改造工程", median: 2_600 },
  { ...purchase, weight: 16, name: "信息系统运行维护项目", owners: ["finance", "personnel", "developmentReform", "audit"], titles: ["采购", "验收服务采购"], categories: ["SERVICES", "SERVICES"], median: 120 },
  { ...purchase, weight: 14, name: "办公设备项目", owners: ["government", "finance", "supervision", "audit"], titles: ["采购", "安装服务采购"], categories: ["GOODS", "SERVICES"], median: 70 },
  { ...purchase, weight: 12, name: "政务服务平台建设项目", owners: ["developmentReform", "personnel"], titles: ["采购", "测评服务采购"], categories: ["SERVICES", "SERVICES"], median: 260 },
  { weight: 10, kind: "PROCUREMENT", industry: "77", trade: "water", owners: ["housing"], name: "河道保洁服务项目", titles: ["采购", "监测服务采购"], categories: ["SERVICES", "SERVICES"], median: 180 },
  { weight: 4, kind: "PPP", industry: "77", trade: "water", owners: ["housing"], name: "城镇污水处理特许经营项目", titles: ["特许经营者招标", "咨询服务采购"], categories: ["SERVICES", "SERVICES"], median: 18_000 },
  { weight: 8, kind: "INVESTMENT", industry: "39", trade: "park", owners: ["investment"], name: "产业园招商合作项目", titles: ["招商服务采购", "规划咨询服务采购"], categories: ["SERVICES", "SERVICES"], median: 9_000 },
];

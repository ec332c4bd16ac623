import type { assessmentOccasion, assessmentState } from "../../domains/governance/codelists.ts";
import { bodyId, type Duty } from "./bodies.ts";
import { recordNoOf, uuidOf } from "./chance.ts";
import { showcaseCounty } from "./showcase.ts";

/** What is decided about an assessment. */
interface AssessmentSpec {
  /** The stable name, from which identifier and number follow. */
  readonly name: string;
  readonly body: readonly [divisionCode: string, duty: Duty];
  readonly title: string;
  readonly occasion: (typeof assessmentOccasion.values)[number];
  readonly assessedTypes: readonly string[];
  readonly state: (typeof assessmentState.values)[number];
  readonly submittedOn: string | null;
  readonly approvedOn: string | null;
  readonly decisionReason: string | null;
  readonly version: number;
}

const texts = {
  legality: "属于履行法定职责所必需；限于实现目的的最小范围。",
  risks: "批量查询可能超出用途；导出后难以控制。",
  measures: "逐次说明用途和事项，留痕，不提供批量导出；每次应答最多涉及一百人。",
  conclusion: "风险可控，可以实施。",
};

/** One assessment for each state, of several bodies. */
export const assessmentStories = {
  approved: {
    name: "assessment/approved",
    body: [showcaseCounty, "audit"],
    title: "经济责任审计查阅任职信息",
    occasion: "PROVISION",
    assessedTypes: ["Official", "Tenure"],
    state: "APPROVED",
    submittedOn: "2025-11-20",
    approvedOn: "2025-12-01",
    decisionReason: "同意。",
    version: 3,
  },
  submitted: {
    name: "assessment/submitted",
    body: [showcaseCounty, "personnel"],
    title: "干部诚信档案与任免系统对接",
    occasion: "SENSITIVE_INFORMATION",
    assessedTypes: ["Official", "OfficialDishonestyRecord"],
    state: "SUBMITTED",
    submittedOn: "2026-11-16",
    approvedOn: null,
    decisionReason: null,
    version: 2,
  },
  draft: { name: "assessment/draft", body: ["510703", "personnel"], title: "跨地区任职考察查阅", occasion: "PROVISION", assessedTypes: ["Official"], state: "DRAFT", submittedOn: null, approvedOn: null, decisionReason: null, version: 1 },
  returned: {
    name: "assessment/returned",
    body: ["510000", "housing"],
    title: "项目负责人任职经历自动核验",
    occasion: "AUTOMATED_DECISION",
    assessedTypes: ["Tenure"],
    state: "RETURNED",
    submittedOn: "2026-10-12",
    approvedOn: null,
    decisionReason: "未说明当事人如何要求解释和拒绝。",
    version: 3,
  },
  /** Of the lead body for social credit itself. */
  lead: { name: "assessment/lead", body: ["510000", "developmentReform"], title: "公示严重失信个人名单", occasion: "PROVISION", assessedTypes: ["DishonestyRecord"], state: "SUBMITTED", submittedOn: "2026-11-10", approvedOn: null, decisionReason: null, version: 2 },
} as const satisfies Record<string, AssessmentSpec>;

/** Rows of PrivacyImpactAssessment: the stories. */
export const privacyImpactAssessmentRows = () =>
  Object.values<AssessmentSpec>(assessmentStories).map(({ name, body, assessedTypes, ...told }) => ({
    id: uuidOf(name),
    assessmentNo: recordNoOf("PG", name),
    assessingBodyId: bodyId(...body),
    divisionCode: body[0],
    assessedTypes: [...assessedTypes],
    ...texts,
    ...told,
    assessedBy: "demonstration",
    decidedBy: told.decisionReason === null ? null : "demonstration",
  }));

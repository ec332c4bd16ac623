import type { regulationLevel, regulationState, regulationTag } from "../../domains/governance/codelists.ts";
import { bodyId, type Duty } from "./bodies.ts";
import { recordNoOf, uuidOf } from "./chance.ts";
import { showcaseCounty } from "./showcase.ts";

/** What is decided about a regulation. */
interface RegulationSpec {
  /** The stable name, from which identifier and number follow. */
  readonly name: string;
  readonly title: string;
  readonly docNo: string | null;
  readonly level: (typeof regulationLevel.values)[number];
  readonly tags: readonly (typeof regulationTag.values)[number][];
  readonly issuingBodyName: string;
  readonly draftingBody: readonly [divisionCode: string, duty: Duty];
  readonly state: (typeof regulationState.values)[number];
  readonly summary: string;
  readonly consultation: readonly [from: string, to: string] | null;
  readonly adoptedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly amended: readonly [on: string, by: string] | null;
  readonly repealed: readonly [on: string, by: string] | null;
  readonly version: number;
}

const province = "510000";
const none = { docNo: null, consultation: null, adoptedOn: null, effectiveFrom: null, amended: null, repealed: null } as const;

/** One regulation for each state, and a draft of the showcase county's; titles and numbers are made up. */
export const regulationStories = {
  /** Known to 省发展改革委 alone, which is also the lead body for social credit. */
  draft: {
    ...none,
    name: "regulation/draft",
    title: "四川省政务诚信信息应用管理办法（示例草案）",
    level: "GOVERNMENT_RULE",
    tags: ["ADMINISTRATION", "APPLICATION"],
    issuingBodyName: "四川省人民政府",
    draftingBody: [province, "developmentReform"],
    state: "DRAFT",
    summary: "规定政务诚信信息在评先评优、试点示范和资金安排中的应用。",
    version: 2,
  },
  /** Known to 锦江区人力资源和社会保障局 and to the lead. */
  countyDraft: {
    ...none,
    name: "regulation/county-draft",
    title: "锦江区干部诚信档案管理细则（示例草案）",
    level: "NORMATIVE_DOCUMENT",
    tags: ["RECORDING", "COLLECTION"],
    issuingBodyName: "成都市锦江区人民政府",
    draftingBody: [showcaseCounty, "personnel"],
    state: "DRAFT",
    summary: "规定干部诚信信息的采集、核对和归档。",
    version: 1,
  },
  /** Comments are taken until 2026-12-18. */
  consultation: {
    ...none,
    name: "regulation/consultation",
    title: "四川省政务诚信信息共享规范（示例征求意见稿）",
    level: "STANDARD",
    tags: ["SHARING"],
    issuingBodyName: "四川省发展和改革委员会",
    draftingBody: [province, "developmentReform"],
    state: "CONSULTATION",
    summary: "规定共享的申请、授权、用途限制和留痕。",
    consultation: ["2026-11-18", "2026-12-18"],
    version: 3,
  },
  /** The time for comments is over. */
  commented: {
    ...none,
    name: "regulation/commented",
    title: "四川省个人信息去标识化指南（示例征求意见稿）",
    level: "STANDARD",
    tags: ["DISCLOSURE", "DE_IDENTIFICATION"],
    issuingBodyName: "四川省发展和改革委员会",
    draftingBody: [province, "developmentReform"],
    state: "CONSULTATION",
    summary: "规定公布前隐名、删减和分组的方法。",
    consultation: ["2026-09-01", "2026-10-08"],
    version: 2,
  },
  adopted: {
    ...none,
    name: "regulation/adopted",
    title: "四川省政务诚信信息归集办法（示例）",
    docNo: "川示规〔2026〕3号",
    level: "NORMATIVE_DOCUMENT",
    tags: ["RECORDING", "COLLECTION"],
    issuingBodyName: "四川省人民政府",
    draftingBody: [province, "developmentReform"],
    state: "ADOPTED",
    summary: "规定归集的范围、程序、时限和质量。",
    consultation: ["2026-06-01", "2026-07-10"],
    adoptedOn: "2026-11-02",
    effectiveFrom: "2027-01-01",
    version: 4,
  },
  inForce: {
    ...none,
    name: "regulation/in-force",
    title: "成都市政务失信信息披露规定（示例）",
    docNo: "成示发〔2025〕8号",
    level: "NORMATIVE_DOCUMENT",
    tags: ["DISCLOSURE"],
    issuingBodyName: "成都市人民政府",
    draftingBody: ["510100", "developmentReform"],
    state: "IN_FORCE",
    summary: "规定公示的范围、期限、异议和撤回。",
    consultation: ["2025-03-03", "2025-04-10"],
    adoptedOn: "2025-06-20",
    effectiveFrom: "2025-08-01",
    version: 5,
  },
  amended: {
    ...none,
    name: "regulation/amended",
    title: "四川省公共信用信息管理规定（示例）",
    docNo: "川示令〔2021〕5号",
    level: "GOVERNMENT_RULE",
    tags: ["COLLECTION", "SHARING", "DISCLOSURE", "ADMINISTRATION"],
    issuingBodyName: "四川省人民政府",
    draftingBody: [province, "developmentReform"],
    state: "AMENDED",
    summary: "规定公共信用信息的目录、归集、共享、披露和权益保护。",
    consultation: ["2021-02-01", "2021-03-15"],
    adoptedOn: "2021-06-10",
    effectiveFrom: "2021-09-01",
    amended: ["2026-03-20", "川示令〔2026〕2号"],
    version: 6,
  },
  repealed: {
    ...none,
    name: "regulation/repealed",
    title: "四川省政务信用记录暂行办法（示例）",
    docNo: "川示发〔2018〕9号",
    level: "NORMATIVE_DOCUMENT",
    tags: ["RECORDING"],
    issuingBodyName: "四川省人民政府",
    draftingBody: [province, "developmentReform"],
    state: "REPEALED",
    summary: "规定政务信用记录的内容和报送。",
    consultation: ["2018-03-01", "2018-04-05"],
    adoptedOn: "2018-06-01",
    effectiveFrom: "2018-07-01",
    repealed: ["2021-08-31", "川示令〔2021〕5号"],
    version: 6,
  },
} as const satisfies Record<string, RegulationSpec>;

/** Rows of Regulation: the stories. */
export const regulationRows = () => Object.values<RegulationSpec>(regulationStories).map(rowOf);

function rowOf(spec: RegulationSpec) {
  return {
    id: uuidOf(spec.name),
    regulationNo: recordNoOf("ZD", spec.name),
    title: spec.title,
    docNo: spec.docNo,
    level: spec.level,
    tags: [...spec.tags],
    issuingBodyName: spec.issuingBodyName,
    draftingBodyId: bodyId(...spec.draftingBody),
    divisionCode: spec.draftingBody[0],
    state: spec.state,
    summary: spec.summary,
    consultationFrom: spec.consultation?.[0] ?? null,
    consultationTo: spec.consultation?.[1] ?? null,
    adoptedOn: spec.adoptedOn,
    effectiveFrom: spec.effectiveFrom,
    amendedOn: spec.amended?.[0] ?? null,
    amendedBy: spec.amended?.[1] ?? null,
    effectiveTo: spec.repealed?.[0] ?? null,
    repealedBy: spec.repealed?.[1] ?? null,
    version: spec.version,
    draftedBy: "demonstration",
  };
}

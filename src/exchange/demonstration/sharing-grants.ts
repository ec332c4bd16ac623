import type { sharingGrantState } from "../../domains/access/codelists.ts";
import { bodyId, type Duty } from "./bodies.ts";
import { recordNoOf, uuidOf } from "./chance.ts";
import { showcaseCounty } from "./showcase.ts";

type State = (typeof sharingGrantState.values)[number];

/** What is decided about a sharing grant. */
export interface SharingGrantSpec {
  /** The stable name, from which identifier and number follow. */
  readonly name: string;
  readonly requester: readonly [divisionCode: string, duty: Duty];
  readonly provider: readonly [divisionCode: string, duty: Duty];
  /** What it opens, as Type.field. */
  readonly fields: readonly string[];
  readonly purpose: string;
  readonly purposeNote: string;
  readonly basisCitation: string;
  readonly scopeDivisionCode: string;
  readonly state: State;
  readonly requestedOn: string;
  readonly decidedOn: string | null;
  /** First and last day; null until it is granted. */
  readonly valid: readonly [from: string, to: string] | null;
  readonly decisionReason: string | null;
  readonly dailyQuota: number | null;
}

const county = showcaseCounty;
const otherCounty = "510703";
const province = "510000";

const namesAndPosts = ["Official.name", "Official.postTitle", "Official.organizationId"];
const terms = ["Tenure.postTitle", "Tenure.officialId", "Tenure.heldFrom", "Tenure.heldTo"];

/** A request for facts about the showcase county's civil servants, as its personnel body has them. */
const ofPeople = (name: string, requester: SharingGrantSpec["requester"], told: Pick<SharingGrantSpec, "fields" | "purpose" | "purposeNote" | "state" | "requestedOn"> & Partial<SharingGrantSpec>): SharingGrantSpec => ({
  name: `sharing-grant/${name}`,
  requester,
  provider: [county, "personnel"],
  basisCitation: "个人信息保护法第34条",
  scopeDivisionCode: county,
  decidedOn: null,
  valid: null,
  decisionReason: null,
  dailyQuota: null,
  ...told,
});

/** One sharing grant for each way in which it can stand, those of the persona `department` first. */
export const sharingGrantStories = {
  /** In force: the county's 审计局 may know who holds and held which post. */
  audit: ofPeople("audit", [county, "audit"], {
    fields: [...namesAndPosts, ...terms],
    purpose: "AUDIT",
    purposeNote: "领导干部经济责任审计，核对任职人员和任职期间。",
    state: "ACTIVE",
    requestedOn: "2025-12-02",
    decidedOn: "2025-12-15",
    valid: ["2026-01-01", "2027-12-31"],
    decisionReason: "属于履行法定审计职责所必需。",
    dailyQuota: 1000,
  }),
  /** Of the same body for another purpose, and suspended. */
  suspended: ofPeople("suspended", [county, "audit"], {
    fields: [...namesAndPosts, "Official.birthYear"],
    purpose: "INSPECTION",
    purposeNote: "编外用工专项检查。",
    state: "SUSPENDED",
    requestedOn: "2026-03-09",
    decidedOn: "2026-09-18",
    valid: ["2026-04-01", "2027-03-31"],
    decisionReason: "查询范围超出检查名单，暂停授权并核查。",
    dailyQuota: 200,
  }),
  /** Of the same body for a third purpose: granted, and its last day is over. */
  expired: ofPeople("expired", [county, "audit"], {
    fields: [...namesAndPosts, "Official.gender"],
    purpose: "SPECIAL_AUDIT",
    purposeNote: "稳岗补贴资金专项审计。",
    state: "ACTIVE",
    requestedOn: "2025-11-20",
    decidedOn: "2025-12-01",
    valid: ["2026-01-01", "2026-06-30"],
    decisionReason: "同意，限专项审计期间使用。",
  }),
  refused: ofPeople("refused", [province, "investment"], {
    fields: [...namesAndPosts, "Official.birthYear"],
    purpose: "INVESTMENT_PROMOTION",
    purposeNote: "建立投资服务联络人名册。",
    state: "REFUSED",
    requestedOn: "2026-06-08",
    decidedOn: "2026-06-19",
    decisionReason: "联络人可由各单位自行指定，申请的个人信息与用途无关。",
  }),
  requested: ofPeople("requested", [province, "housing"], {
    fields: ["Official.name", ...terms],
    purpose: "QUALIFICATION",
    purposeNote: "核验项目负责人任职经历。",
    state: "REQUESTED",
    requestedOn: "2026-11-19",
  }),
  /** In force: another county's personnel body looks at whom it may appoint. */
  appointment: ofPeople("appointment", [otherCounty, "personnel"], {
    fields: [...namesAndPosts, "Official.isLeading"],
    purpose: "APPOINTMENT",
    purposeNote: "跨地区交流任职人选考察。",
    basisCitation: "公务员法",
    state: "ACTIVE",
    requestedOn: "2026-08-03",
    decidedOn: "2026-08-14",
    valid: ["2026-09-01", "2027-08-31"],
    decisionReason: "同意，限考察对象。",
    dailyQuota: 50,
  }),
  /** In force: the court asks what bodies owe whom, in its own division. */
  enforcement: {
    ...ofPeople("enforcement", [province, "highCourt"], {
      fields: ["debtorId", "creditorId", "divisionCode", "contractId", "dueOn", "amount", "paidAmount"].map((field) => `ArrearsRecord.${field}`),
      purpose: "ENFORCEMENT",
      purposeNote: "涉机关事业单位执行案件，核对到期债权。",
      basisCitation: "保障中小企业款项支付条例",
      state: "ACTIVE",
      requestedOn: "2026-02-25",
      decidedOn: "2026-03-10",
      valid: ["2026-03-16", "2028-03-15"],
      decisionReason: "同意，限执行案件所涉单位。",
      dailyQuota: 500,
    }),
    provider: [province, "finance"],
    scopeDivisionCode: province,
  },
} as const satisfies Record<string, SharingGrantSpec>;

export const grantNoOf = ({ name }: Pick<SharingGrantSpec, "name">): string => recordNoOf("SHG", name);

/** How often a grant was changed on the way to its state: requested, reviewed, decided, and then suspended. */
const versions: Partial<Readonly<Record<State, number>>> = { REQUESTED: 1, ACTIVE: 3, REFUSED: 3, SUSPENDED: 4 };

/** Rows of SharingGrant: the stories. */
export const sharingGrantRows = () => Object.values<SharingGrantSpec>(sharingGrantStories).map(rowOf);

function rowOf(spec: SharingGrantSpec) {
  const { name, requester, provider, fields, valid } = spec;
  return {
    id: uuidOf(name),
    grantNo: grantNoOf(spec),
    requesterId: bodyId(...requester),
    providerId: bodyId(...provider),
    items: [...new Set(fields.map((field) => field.split(".")[0]!))],
    basisCitation: spec.basisCitation,
    state: spec.state,
    requestedOn: spec.requestedOn,
    decidedOn: spec.decidedOn,
    validFrom: valid?.[0] ?? null,
    validTo: valid?.[1] ?? null,
    fields: [...fields],
    purpose: spec.purpose,
    purposeNote: spec.purposeNote,
    scopeDivisionCode: spec.scopeDivisionCode,
    coversWholeScope: spec.decidedOn === null || provider[1] !== "personnel", // who manages civil servants is in charge of those alone
    dailyQuota: spec.dailyQuota,
    decisionReason: spec.decisionReason,
    version: versions[spec.state]!,
    requestedBy: "demonstration",
    decidedBy: spec.decidedOn === null ? null : "demonstration",
  };
}

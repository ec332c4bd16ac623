import type { dataCategory, incidentKind, incidentState, personsBucket } from "../../domains/governance/codelists.ts";
import { bodyId, type Duty } from "./bodies.ts";
import { recordNoOf, uuidOf } from "./chance.ts";
import { showcaseCounty } from "./showcase.ts";

/** What is decided about an incident. */
interface IncidentSpec {
  /** The stable name, from which identifier and number follow. */
  readonly name: string;
  readonly body: readonly [divisionCode: string, duty: Duty];
  readonly kind: (typeof incidentKind.values)[number];
  readonly foundOn: string;
  readonly description: string;
  readonly dataCategories: readonly (typeof dataCategory.values)[number][];
  readonly personsAffected: (typeof personsBucket.values)[number];
  readonly state: (typeof incidentState.values)[number];
  readonly cause: string | null;
  readonly measures: string | null;
  readonly containedOn: string | null;
  readonly authorityNotifiedOn: string | null;
  readonly personsNotifiedOn: string | null;
  readonly notNotifiedReason: string | null;
  readonly closedOn: string | null;
  readonly lesson: string | null;
  readonly version: number;
}

const open = { cause: null, measures: null, containedOn: null, authorityNotifiedOn: null, personsNotifiedOn: null, notNotifiedReason: null, closedOn: null, lesson: null } as const;

/** One incident for each state, of bodies of two counties and of the province. */
export const incidentStories = {
  found: {
    ...open,
    name: "incident/found",
    body: [showcaseCounty, "audit"],
    kind: "MISUSE",
    foundOn: "2026-11-23",
    description: "一账户在非工作时间多次查询与审计事项无关的人员。",
    dataCategories: ["PERSONAL", "CONDITIONAL"],
    personsAffected: "UP_TO_100",
    state: "FOUND",
    version: 1,
  },
  contained: {
    ...open,
    name: "incident/contained",
    body: ["510000", "housing"],
    kind: "DISCLOSURE",
    foundOn: "2026-11-12",
    description: "一份含联系电话的导出文件误发至其他单位。",
    dataCategories: ["PERSONAL"],
    personsAffected: "UP_TO_10",
    state: "CONTAINED",
    cause: "收件单位选择错误。",
    measures: "收回并确认删除，停用导出功能。",
    containedOn: "2026-11-12",
    version: 2,
  },
  notified: {
    ...open,
    name: "incident/notified",
    body: ["510703", "personnel"],
    kind: "LOSS",
    foundOn: "2026-10-08",
    description: "一台备份设备损坏，未加密数据无法确认去向。",
    dataCategories: ["SENSITIVE_PERSONAL", "PERSONAL"],
    personsAffected: "UP_TO_1000",
    state: "NOTIFIED",
    cause: "设备报废未按规定交接。",
    measures: "冻结相关账户，核对设备台账；当事人可申请更换证件。",
    containedOn: "2026-10-09",
    authorityNotifiedOn: "2026-10-09",
    personsNotifiedOn: "2026-10-11",
    version: 3,
  },
  closed: {
    ...open,
    name: "incident/closed",
    body: ["510100", "tradingCentre"],
    kind: "UNAVAILABILITY",
    foundOn: "2026-05-06",
    description: "交易系统停止服务四小时，未发现数据外泄。",
    dataCategories: ["OPEN"],
    personsAffected: "NONE",
    state: "CLOSED",
    cause: "机房供电中断。",
    measures: "切换备用机房，恢复服务。",
    containedOn: "2026-05-06",
    authorityNotifiedOn: "2026-05-07",
    notNotifiedReason: "不涉及个人信息。",
    closedOn: "2026-06-01",
    lesson: "增加一路供电，每季度演练。",
    version: 4,
  },
} as const satisfies Record<string, IncidentSpec>;

/** Rows of SecurityIncident: the stories. */
export const securityIncidentRows = () =>
  Object.values<IncidentSpec>(incidentStories).map(({ name, body, dataCategories, ...told }) => ({
    id: uuidOf(name),
    incidentNo: recordNoOf("SJ", name),
    organizationId: bodyId(...body),
    divisionCode: body[0],
    dataCategories: [...dataCategories],
    ...told,
    reportedBy: "demonstration",
  }));

import type { subjectRequestKind, subjectRequestOutcome, subjectRequestState } from "../../domains/governance/codelists.ts";
import { bodyId } from "./bodies.ts";
import { recordNoOf, uuidOf } from "./chance.ts";
import { officialName } from "./officials.ts";
import { showcaseCounty } from "./showcase.ts";

/** What is decided about a request over personal information. */
interface SubjectRequestSpec {
  /** The stable name, from which identifier and number follow. */
  readonly name: string;
  /** Whose request it is: an official of a county's 财政局, by place; the county's personnel body handles it. */
  readonly person: readonly [divisionCode: string, place: number];
  readonly kind: (typeof subjectRequestKind.values)[number];
  readonly aboutType: string;
  readonly statement: string;
  readonly state: (typeof subjectRequestState.values)[number];
  readonly submittedOn: string;
  /** Worked by hand with the calendar of 2026. */
  readonly acceptBy: string;
  readonly answerBy: string;
  readonly acceptedOn: string | null;
  readonly decidedOn: string | null;
  readonly outcome: (typeof subjectRequestOutcome.values)[number] | null;
  readonly answer: string | null;
  readonly refusalReason: string | null;
  readonly basisCitation: string | null;
  readonly version: number;
}

const county = showcaseCounty;
const pending = { acceptedOn: null, decidedOn: null, outcome: null, answer: null, refusalReason: null, basisCitation: null } as const;

/** Two requests of the persona `subject`, one of a colleague, one of another county's official. */
export const subjectRequestStories = {
  /** Of the persona `subject`: done as asked. */
  corrected: {
    ...pending,
    name: "subject-request/corrected",
    person: [county, 1],
    kind: "CORRECTION",
    aboutType: "Tenure",
    statement: "任副局长的起始日期与任职文件不符，请核对更正。",
    state: "ANSWERED",
    submittedOn: "2026-09-07",
    acceptBy: "2026-09-16",
    answerBy: "2026-10-08",
    acceptedOn: "2026-09-09",
    decidedOn: "2026-09-21",
    outcome: "FULFILLED",
    answer: "已依任职文件更正。",
    version: 3,
  },
  /** Of the same person, submitted the week before. */
  submitted: { ...pending, name: "subject-request/submitted", person: [county, 1], kind: "EXPLANATION", aboutType: "OfficialDishonestyRecord", statement: "请说明记录的来源和使用规则。", state: "SUBMITTED", submittedOn: "2026-11-19", acceptBy: "2026-11-30", answerBy: "2026-12-21", version: 1 },
  /** Of a colleague: a statutory period keeps the record from being deleted. */
  restricted: {
    ...pending,
    name: "subject-request/restricted",
    person: [county, 4],
    kind: "DELETION",
    aboutType: "OfficialDishonestyRecord",
    statement: "处分期已满，请删除记录。",
    state: "ANSWERED",
    submittedOn: "2026-08-03",
    acceptBy: "2026-08-12",
    answerBy: "2026-09-02",
    acceptedOn: "2026-08-05",
    decidedOn: "2026-08-20",
    outcome: "RESTRICTED",
    answer: "决定书须存入本人档案，不能删除；已停止存储和必要安全保护之外的处理。",
    basisCitation: "公职人员政务处分法第54条",
    version: 3,
  },
  /** Of another county's official. */
  elsewhere: {
    ...pending,
    name: "subject-request/elsewhere",
    person: ["510703", 4],
    kind: "COPY",
    aboutType: "Official",
    statement: "请提供本人信息的复制件。",
    state: "REFUSED",
    submittedOn: "2026-07-01",
    acceptBy: "2026-07-10",
    answerBy: "2026-07-31",
    acceptedOn: "2026-07-03",
    decidedOn: "2026-07-15",
    refusalReason: "所请求的内容含他人信息，可以查阅，不能复制。",
    basisCitation: "个人信息保护法第45条",
    version: 3,
  },
} as const satisfies Record<string, SubjectRequestSpec>;

/** Rows of SubjectRequest: the stories. */
export const subjectRequestRows = () =>
  Object.values<SubjectRequestSpec>(subjectRequestStories).map(({ name, person: [divisionCode, place], ...told }) => ({
    id: uuidOf(name),
    requestNo: recordNoOf("QL", name),
    officialId: uuidOf(officialName(divisionCode, "finance", place)),
    managingOrganizationId: bodyId(divisionCode, "personnel"),
    ...told,
    handledBy: told.acceptedOn === null ? null : "demonstration",
  }));

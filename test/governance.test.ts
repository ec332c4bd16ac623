import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, officials, privacyImpactAssessments, regulations, securityIncidents, subjectRequests } from "../src/exchange/demonstration/landmarks.ts";
import { changesOf, type Changed } from "./setup/change.ts";
import { day } from "./setup/dishonesty.ts";
import { personas, testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** Law, security and privacy: how regulations, requests over personal information, impact assessments and incidents come about and end. */
let hub: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await hub?.close();
});
const change = changesOf(() => hub);

const organization = ({ id }: { readonly id: string }): string => `Organization_${id}`;
const uuidIn = (id: string): string => id.split("_")[1]!;

interface Case {
  readonly id: string;
  /** The row as the last change has left it. */
  row(): Readonly<Record<string, unknown>>;
  step(by: PersonaOrPublic, event: string, input?: object): Promise<Changed>;
}

/** A new row, and further events on it, each on the version that the one before has left. */
async function begun(by: PersonaOrPublic, event: string, input: object): Promise<Case> {
  const first = await change(by, event, input as Record<string, unknown>);
  if (!first.row) throw new Error(`${event} made nothing: ${JSON.stringify(first.answered.body)}`);
  let row = first.row;
  return {
    id: String(row["id"]),
    row: () => row,
    async step(who, what, further = {}) {
      const changed = await change(who, what, { id: row["id"], version: row["version"], ...further });
      if (changed.row && changed.row["version"] !== null) row = changed.row;
      return changed;
    },
  };
}

const eventsOf = async ({ id }: Case): Promise<unknown[]> => (await sql<Record<string, unknown>[]>`select event, from_state, to_state, version, client, reason from workflow_event where row_id = ${uuidIn(id)} order by version`).map((event) => Object.values(event));
/** The leads of the province, the city and the county that everything here happens in. */
const leads: readonly PersonaOrPublic[] = ["creditLead", "cityCreditLead", "countyCreditLead"];
const bodyPersonas = personas.filter((persona) => !["public", "enterprise", "subject", "auditor", "operator"].includes(persona));

/** Whether somebody is told of a row at all, by id, in a list and by its number. */
async function knows(persona: PersonaOrPublic, type: string, list: string, id: string): Promise<boolean> {
  const { body } = await hub.ask(persona, `query ($id: ID!) { node(id: $id) { id } ${list}(where: { id: { eq: $id } }) { totalCount } ${type}(id: $id) { id } }`, { id });
  const told = [body.data!["node"] !== null, (body.data![list] as { totalCount: number }).totalCount === 1, body.data![type] !== null];
  expect(new Set(told).size).toBe(1);
  return told[0]!;
}
const whoKnow = async (type: string, list: string, id: string): Promise<PersonaOrPublic[]> => {
  const known: PersonaOrPublic[] = [];
  for (const persona of personas) if (await knows(persona, type, list, id)) known.push(persona);
  return known;
};

describe("A regulation", () => {
  const content = { title: "某区政务诚信信息管理办法", level: "NORMATIVE_DOCUMENT", tags: ["SHARING", "RECORDING", "SHARING"], issuingBodyName: "某区人民政府", summary: "规定记录和共享。" };
  const draft = (further: object = {}): Promise<Case> => begun("department", "draftRegulation", { ...content, ...further });
  /** The time for comments is over, which no step can bring about on the day it begins. */
  const closeComments = ({ id }: Case): Promise<unknown> => sql`update regulation set consultation_from = ${day(-40)}, consultation_to = ${day(-1)} where id = ${uuidIn(id)}`;

  /** The last day of thirty from today: a working day. */
  const lastDay = async (): Promise<string> => (await sql<[{ due: string }]>`select min(d)::date::text as due from generate_series(${day(30)}::date, ${day(45)}::date, '1 day') d left join calendar_day c on c.day = d where coalesce(c.kind = 'MAKE_UP_WORKDAY', extract(isodow from d) < 6)`)[0].due;
  const early = { consultationTo: day(1), reason: "上位法即将施行。" };

  it("goes from draft to repeal, each step another version with its event", async () => {
    const regulation = await draft();
    expect(regulation.row()).toMatchObject({ regulationNo: expect.stringMatching(/^ZD-\d{4}-[0-9A-F]{8}$/), state: "DRAFT", version: 1, tags: ["RECORDING", "SHARING"], draftingBodyId: organization(bodies.countyAudit), docNo: null });
    expect((await regulation.step("department", "reviseRegulation", { title: "某区政务诚信信息办法" })).row).toMatchObject({ state: "DRAFT", version: 2, title: "某区政务诚信信息办法", summary: content.summary });
    expect((await regulation.step("department", "openConsultation", { consultationTo: await lastDay(), textUrl: "https://example.gov.cn/1" })).row).toMatchObject({ state: "CONSULTATION", consultationFrom: day(0), consultationTo: await lastDay(), isOpenForComments: true });
    await closeComments(regulation);
    expect((await regulation.step("department", "adoptRegulation", { docNo: "示〔2026〕1号", adoptedOn: day(0), effectiveFrom: day(0) })).row).toMatchObject({ state: "ADOPTED", adoptedOn: day(0), docNo: "示〔2026〕1号", isOpenForComments: false });
    expect((await regulation.step("department", "enactRegulation")).row).toMatchObject({ state: "IN_FORCE", version: 5 });
    for (const by of ["示〔2026〕2号", "示〔2026〕3号"]) expect((await regulation.step("department", "amendRegulation", { amendedBy: by, amendedOn: day(0) })).row).toMatchObject({ state: "AMENDED", amendedBy: by });
    expect((await regulation.step("department", "repealRegulation", { repealedBy: "示〔2026〕4号", effectiveTo: day(1), reason: "被新办法代替" })).row).toMatchObject({ state: "REPEALED", repealedBy: "示〔2026〕4号", effectiveTo: day(1), version: 8 });
    expect(await eventsOf(regulation)).toEqual([
      ["draftRegulation", null, "DRAFT", 1, "department", null],
      ["reviseRegulation", "DRAFT", "DRAFT", 2, "department", null],
      ["openConsultation", "DRAFT", "CONSULTATION", 3, "department", null],
      ["adoptRegulation", "CONSULTATION", "ADOPTED", 4, "department", null],
      ["enactRegulation", "ADOPTED", "IN_FORCE", 5, "department", null],
      ["amendRegulation", "IN_FORCE", "AMENDED", 6, "department", null],
      ["amendRegulation", "AMENDED", "AMENDED", 7, "department", null],
      ["repealRegulation", "AMENDED", "REPEALED", 8, "department", "被新办法代替"],
    ]);
    expect((await regulation.step("department", "amendRegulation", { amendedBy: "x", amendedOn: day(0) })).refused).toEqual(["FORBIDDEN_TRANSITION"]);
  });

  it("is the drafting body's and the lead body's while it is a draft, and everybody's from then on", async () => {
    const regulation = await draft();
    expect(await whoKnow("regulation", "regulations", regulation.id)).toEqual(["department", ...leads]);
    await regulation.step("department", "openConsultation", early);
    expect(await whoKnow("regulation", "regulations", regulation.id)).toEqual(personas);
    expect(await whoKnow("regulation", "regulations", `Regulation_${regulations.countyDraft.id}`)).toEqual(["personnel", ...leads]);
    expect(await whoKnow("regulation", "regulations", `Regulation_${regulations.draft.id}`)).toEqual(["creditLead"]);
    expect(await whoKnow("regulation", "regulations", `Regulation_${regulations.repealed.id}`)).toEqual(personas);
  });

  it("that is a draft is not found by its number, on its body's page, nor by a search, and moves no count", async () => {
    const question = (number: string) => `{ regulation(regulationNo: "${number}") { id } organization(code: "${bodies.countyAudit.uscc}") { regulationsDrafted { totalCount nodes { title } } } regulations { totalCount } search(text: "绝无仅有的草案") { totalCount } }`;
    const before = (await hub.ask("public", question("ZD-0000-00000000"))).text;
    const regulation = await draft({ title: "绝无仅有的草案" });
    expect((await hub.ask("public", question(String(regulation.row()["regulationNo"])))).text).toBe(before);
  });

  it.each<[string, object, string[]]>([
    ["has no tag", { tags: [] }, ["INVALID input.tags"]],
    ["has a tag that is none", { tags: ["SHARING", "NOTHING"] }, ["INVALID input.tags.1"]],
    ["has no title", { title: " " }, ["INVALID input.title"]],
    ["says nothing", { summary: "" }, ["INVALID input.summary"]],
  ])("that %s is refused, and nothing of it is kept", async (_what, further, refused) => {
    const before = await sql`select count(*) as n from regulation`;
    const answer = await change("department", "draftRegulation", { ...content, ...further });
    expect([answer.refused, answer.row, answer.errors]).toEqual([refused, null, []]);
    expect(await sql`select count(*) as n from regulation`).toEqual(before);
  });

  it("is opened for comments for thirty days where nobody says for how long, and for less with a reason alone, which everybody reads", async () => {
    const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
    const short = await draft();
    for (const reason of [undefined, " \n"]) {
      const { refused, messages, row } = await short.step("department", "openConsultation", { consultationTo: dayBefore(await lastDay()), reason });
      expect([refused, messages, row!["state"]]).toEqual([["REASON_REQUIRED input.reason"], ["consultationTo is before the last day of the time that the threshold regulation.consultation sets: the reason must be said."], "DRAFT"]);
    }
    expect((await short.step("department", "openConsultation", { consultationTo: dayBefore(await lastDay()), reason: "咨询电话13808123456" })).refused).toEqual(["PERSONAL_DATA input.reason"]);
    expect((await short.step("department", "openConsultation", { consultationTo: dayBefore(await lastDay()), reason: early.reason })).refused).toEqual([]);
    const reasonOf = async ({ id }: Case): Promise<unknown> => (await hub.ask("public", `query ($id: ID!) { regulation(id: $id) { consultationReason } }`, { id })).body.data!["regulation"];
    expect(await reasonOf(short)).toEqual({ consultationReason: early.reason });
    for (const input of [{}, { consultationTo: await lastDay() }]) {
      const whole = await draft();
      expect((await whole.step("department", "openConsultation", input)).row).toMatchObject({ consultationFrom: day(0), consultationTo: await lastDay() });
      expect(await reasonOf(whole)).toEqual({ consultationReason: null });
    }
  });

  it("is opened for comments for as long as the rule in force says, whatever it said before", async () => {
    const regulation = await draft();
    const ofDays = (value: number): Promise<unknown> => sql`update threshold set value = ${value} where version_code = 'regulation.consultation@2018-05-01'`;
    await ofDays(60);
    expect((await regulation.step("department", "openConsultation", { consultationTo: await lastDay() })).refused).toEqual(["REASON_REQUIRED input.reason"]);
    await ofDays(1);
    expect((await regulation.step("department", "openConsultation", { consultationTo: day(20) })).refused).toEqual([]);
    await ofDays(30);
  });

  it("is opened for comments until a day that is not over, and adopted when that day is over", async () => {
    const regulation = await draft();
    expect((await regulation.step("department", "openConsultation", { ...early, consultationTo: day(-1) })).refused).toEqual(["INVALID input.consultationTo"]);
    await regulation.step("department", "openConsultation");
    const tooEarly = await regulation.step("department", "adoptRegulation", { docNo: "x", adoptedOn: day(0), effectiveFrom: day(60) });
    expect([tooEarly.refused, tooEarly.row!["state"]]).toEqual([["FORBIDDEN_TRANSITION"], "CONSULTATION"]);
    await closeComments(regulation);
    expect((await regulation.step("department", "adoptRegulation", { docNo: "x", adoptedOn: day(0), effectiveFrom: day(-1) })).refused).toEqual(["INVALID input.effectiveFrom"]);
    for (const adoptedOn of [day(-2), day(1)]) expect((await regulation.step("department", "adoptRegulation", { docNo: "x", adoptedOn, effectiveFrom: day(60) })).refused).toEqual(["INVALID input.adoptedOn"]);
    expect((await regulation.step("department", "adoptRegulation", { docNo: " ", adoptedOn: day(0), effectiveFrom: day(60) })).refused).toEqual(["INVALID input.docNo"]);
    expect((await regulation.step("department", "adoptRegulation", { docNo: "x", adoptedOn: day(0), effectiveFrom: day(60) })).refused).toEqual([]);
    expect((await regulation.step("department", "repealRegulation", { repealedBy: "x", effectiveTo: day(59) })).refused).toEqual(["INVALID input.effectiveTo"]);
  });

  it("is looked through for personal data when it becomes public, and from then on whatever is said anew", async () => {
    const regulation = await draft({ summary: "联系电话13808123456", issuingBodyName: "由副县长赵甲签发" });
    const opened = await regulation.step("department", "openConsultation");
    expect([opened.refused, opened.messages]).toEqual([
      ["PERSONAL_DATA input.id", "PERSONAL_DATA input.id"],
      ["issuingBodyName seems to hold a person's name at characters 5 to 6. It cannot be rewritten here: say in reason why it is no personal data.", "summary seems to hold a telephone number at characters 5 to 15. It cannot be rewritten here, and must not become public."],
    ]);
    await regulation.step("department", "reviseRegulation", { summary: content.summary });
    expect((await regulation.step("department", "openConsultation", { reason: "为地名。" })).refused).toEqual([]);
    await closeComments(regulation);
    for (const [docNo, refused] of [["电话13808123456", ["PERSONAL_DATA input.docNo"]], ["示〔2026〕1号", []]] as const) expect((await regulation.step("department", "adoptRegulation", { docNo, adoptedOn: day(0), effectiveFrom: day(0) })).refused).toEqual(refused);
    expect((await regulation.step("department", "repealRegulation", { repealedBy: "电话13808123456", effectiveTo: day(1) })).refused).toEqual(["PERSONAL_DATA input.repealedBy"]);
    expect(regulation.row()).toMatchObject({ state: "ADOPTED", docNo: "示〔2026〕1号", repealedBy: null });
  });

  it("is changed by the body that drafts it and by no other, the lead body included; who knows of no draft is told of none", async () => {
    const regulation = await draft();
    for (const persona of bodyPersonas.filter((each) => each !== "department")) {
      expect((await change(persona, "reviseRegulation", { id: regulation.id, version: 1, title: "x" })).refused).toEqual([leads.includes(persona) ? "NOT_ALLOWED" : "NOT_FOUND input.id"]);
    }
    await regulation.step("department", "openConsultation", early);
    for (const persona of bodyPersonas.filter((each) => each !== "department")) expect((await change(persona, "adoptRegulation", { id: regulation.id, version: 2, docNo: "x", adoptedOn: day(0), effectiveFrom: day(9) })).refused).toEqual(["NOT_ALLOWED"]);
  });

  it("that was opened to everybody does not become a draft again, and names what can be done", async () => {
    const regulation = await draft();
    await regulation.step("department", "openConsultation", early);
    const back = await regulation.step("department", "reviseRegulation", { title: "x" });
    expect([back.refused, back.messages]).toEqual([["FORBIDDEN_TRANSITION"], ["reviseRegulation is not possible in the state CONSULTATION; possible are: nothing at present."]]);
    expect((await regulation.step("department", "adoptRegulation", { version: 1, docNo: "x", adoptedOn: day(0), effectiveFrom: day(9) })).refused).toEqual(["STALE_VERSION input.version"]);
  });
});

describe("A request over personal information", () => {
  const wish = { kind: "DELETION", aboutType: "OfficialDishonestyRecord", statement: "请删除本人记录。" };
  const submit = (further: object = {}): Promise<Case> => begun("subject", "submitSubjectRequest", { ...wish, ...further });
  const accepted = async (further: object = {}): Promise<Case> => {
    const request = await submit(further);
    await request.step("personnel", "acceptSubjectRequest");
    return request;
  };

  it("is the asking person's, and goes to the body that manages the person, whatever is said", async () => {
    const request = await submit({ aboutRow: `OfficialDishonestyRecord_${officials.subject.id}` });
    expect(request.row()).toMatchObject({ requestNo: expect.stringMatching(/^QL-\d{4}-[0-9A-F]{8}$/), officialId: `Official_${officials.subject.id}`, managingOrganizationId: organization(bodies.countyPersonnel), state: "SUBMITTED", version: 1, submittedOn: day(0), aboutRow: `OfficialDishonestyRecord_${officials.subject.id}` });
    const another = await hub.ask("subject", `mutation { submitSubjectRequest(input: { kind: ACCESS, aboutType: "Official", statement: "x", officialId: "Official_${officials.colleague.id}" }) { userErrors { code } } }`);
    expect(another.body.errors?.map(({ extensions }) => extensions["code"])).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    await sql`update official set managing_organization_id = ${bodies.otherCountyPersonnel.id} where id = ${officials.subject.id}`;
    try {
      expect((await submit()).row()).toMatchObject({ managingOrganizationId: organization(bodies.otherCountyPersonnel) });
    } finally {
      await sql`update official set managing_organization_id = ${bodies.countyPersonnel.id} where id = ${officials.subject.id}`;
    }
  });

  it("is known to the person and the managing body, and to nobody else", async () => {
    const request = await submit();
    expect(await whoKnow("subjectRequest", "subjectRequests", request.id)).toEqual(["personnel", "subject"]);
    expect(await whoKnow("subjectRequest", "subjectRequests", `SubjectRequest_${subjectRequests.restricted.id}`)).toEqual(["personnel"]);
    expect(await whoKnow("subjectRequest", "subjectRequests", `SubjectRequest_${subjectRequests.elsewhere.id}`)).toEqual(["otherPersonnel"]);
  });

  it("that the managing body looks at is written down for the person", async () => {
    const request = await submit();
    const answer = await hub.ask("personnel", `{ subjectRequest(id: "${request.id}") { statement } }`);
    const [entry] = await sql`select n.official_id, n.coordinates from access_log_entry n join access_event e on e.id = n.access_event_id where e.request_id = ${answer.headers.get("x-request-id")}`;
    expect(entry).toEqual({ official_id: officials.subject.id, coordinates: ["SubjectRequest.statement"] });
  });

  it("is accepted and answered, each step with its event", async () => {
    const request = await submit({ kind: "CORRECTION" });
    expect((await request.step("personnel", "acceptSubjectRequest")).row).toMatchObject({ state: "ACCEPTED", acceptedOn: day(0), version: 2 });
    expect((await request.step("personnel", "answerSubjectRequest", { outcome: "PARTLY_FULFILLED", answer: "已更正起始日期。" })).row).toMatchObject({ state: "ANSWERED", outcome: "PARTLY_FULFILLED", answer: "已更正起始日期。", decidedOn: day(0), version: 3 });
    expect((await hub.ask("subject", `{ subjectRequest(id: "${request.id}") { state answer } }`)).body.data).toEqual({ subjectRequest: { state: "ANSWERED", answer: "已更正起始日期。" } });
    expect(await eventsOf(request)).toEqual([
      ["submitSubjectRequest", null, "SUBMITTED", 1, "subject", null],
      ["acceptSubjectRequest", "SUBMITTED", "ACCEPTED", 2, "personnel", null],
      ["answerSubjectRequest", "ACCEPTED", "ANSWERED", 3, "personnel", null],
    ]);
    for (const event of ["withdrawSubjectRequest", "refuseSubjectRequest"]) expect((await request.step(event === "withdrawSubjectRequest" ? "subject" : "personnel", event, { reason: "x" })).refused).toEqual(["FORBIDDEN_TRANSITION"]);
  });

  it("for deletion is answered by a restriction where a statutory period runs, which must be named", async () => {
    const request = await accepted();
    expect((await request.step("personnel", "answerSubjectRequest", { outcome: "RESTRICTED", answer: "x" })).refused).toEqual(["INVALID input.outcome"]);
    expect((await request.step("personnel", "restrictProcessing", { answer: "x", basisCitation: " " })).refused).toEqual(["INVALID input.basisCitation"]);
    expect((await request.step("personnel", "restrictProcessing", { answer: "x", basisCitation: "没有这部法" })).refused).toEqual(["INVALID input.basisCitation"]);
    expect((await request.step("personnel", "restrictProcessing", { answer: "随档案保管，已停止其他处理。", basisCitation: "公职人员政务处分法第54条" })).row).toMatchObject({ state: "ANSWERED", outcome: "RESTRICTED", basisCitation: "公职人员政务处分法第54条", decidedOn: day(0) });
    const copy = await accepted({ kind: "COPY" });
    expect((await copy.step("personnel", "restrictProcessing", { answer: "x", basisCitation: "公职人员政务处分法第54条" })).refused).toEqual(["FORBIDDEN_TRANSITION"]);
  });

  it("is refused with the reason only, before or after it was accepted", async () => {
    for (const request of [await submit(), await accepted()]) {
      for (const reason of [undefined, " "]) expect((await request.step("personnel", "refuseSubjectRequest", { reason })).refused).toEqual(["REASON_REQUIRED input.reason"]);
      expect((await request.step("personnel", "refuseSubjectRequest", { reason: "含他人信息", basisCitation: "个人信息保护法第45条" })).row).toMatchObject({ state: "REFUSED", refusalReason: "含他人信息", basisCitation: "个人信息保护法第45条", decidedOn: day(0) });
      expect((await hub.ask("subject", `{ subjectRequest(id: "${request.id}") { refusalReason } }`)).body.data).toEqual({ subjectRequest: { refusalReason: "含他人信息" } });
    }
  });

  it("is taken back by the person until it is answered", async () => {
    for (const request of [await submit(), await accepted()]) expect((await request.step("subject", "withdrawSubjectRequest")).row).toMatchObject({ state: "WITHDRAWN", decidedOn: day(0) });
  });

  it("is handled by no other personnel body, and no other person takes it back", async () => {
    const request = await submit();
    for (const [event, input] of Object.entries({ acceptSubjectRequest: {}, refuseSubjectRequest: { reason: "x" }, answerSubjectRequest: { outcome: "FULFILLED", answer: "x" }, restrictProcessing: { answer: "x", basisCitation: "个人信息保护法第45条" } }))
      expect((await change("otherPersonnel", event, { id: request.id, version: 1, ...input })).refused).toEqual(["NOT_FOUND input.id"]);
    expect((await change("subject", "withdrawSubjectRequest", { id: `SubjectRequest_${subjectRequests.elsewhere.id}`, version: 3 })).refused).toEqual(["NOT_FOUND input.id"]);
    expect((await request.step("personnel", "answerSubjectRequest", { outcome: "FULFILLED", answer: "x" })).refused).toEqual(["FORBIDDEN_TRANSITION"]);
  });

  it.each<[string, object, string[]]>([
    ["is about no type", { aboutType: "Nothing" }, ["INVALID input.aboutType"]],
    ["is about a type that is not about persons", { aboutType: "Tender" }, ["INVALID input.aboutType"]],
    ["is about a row of another type", { aboutRow: `Official_${officials.subject.id}` }, ["INVALID input.aboutRow"]],
    ["is about no row", { aboutRow: "OfficialDishonestyRecord_1" }, ["INVALID input.aboutRow"]],
    ["says nothing", { statement: "" }, ["INVALID input.statement"]],
  ])("that %s is refused, and nothing of it is kept", async (_what, further, refused) => {
    const before = await sql`select count(*) as n from subject_request`;
    const answer = await change("subject", "submitSubjectRequest", { ...wish, ...further });
    expect([answer.refused, answer.row, answer.errors]).toEqual([refused, null, []]);
    expect(await sql`select count(*) as n from subject_request`).toEqual(before);
  });
});

describe("An impact assessment", () => {
  const content = { title: "查阅任职信息", occasion: "PROVISION", assessedTypes: ["Tenure", "Official", "Tenure"], legality: "法定职责所必需。", risks: "超出用途。", measures: "逐次留痕。", conclusion: "可以实施。" };
  const submitted = async (by: PersonaOrPublic = "department"): Promise<Case> => {
    const assessment = await begun(by, "draftAssessment", content);
    await assessment.step(by, "submitAssessment");
    return assessment;
  };

  it("is drafted, returned, mended and approved, and kept for three years from then", async () => {
    const assessment = await begun("department", "draftAssessment", content);
    expect(assessment.row()).toMatchObject({ assessmentNo: expect.stringMatching(/^PG-\d{4}-[0-9A-F]{8}$/), assessingBodyId: organization(bodies.countyAudit), divisionCode: "510104", assessedTypes: ["Official", "Tenure"], state: "DRAFT", keptUntil: null });
    expect((await assessment.step("department", "submitAssessment")).row).toMatchObject({ state: "SUBMITTED", submittedOn: day(0) });
    for (const reason of [undefined, ""]) expect((await assessment.step("creditLead", "returnAssessment", { reason })).refused).toEqual(["REASON_REQUIRED input.reason"]);
    expect((await assessment.step("creditLead", "returnAssessment", { reason: "未说明期限" })).row).toMatchObject({ state: "RETURNED", decisionReason: "未说明期限" });
    expect((await assessment.step("department", "submitAssessment")).refused).toEqual(["FORBIDDEN_TRANSITION"]);
    expect((await assessment.step("department", "reviseAssessment", { conclusion: "限一年内实施。" })).row).toMatchObject({ state: "DRAFT", conclusion: "限一年内实施。", title: content.title });
    await assessment.step("department", "submitAssessment");
    const approved = (await assessment.step("creditLead", "approveAssessment", { reason: "同意" })).row!;
    const inThreeYears = String((await sql`select (${day(0)}::date + interval '3 years')::date::text as day`)[0]!["day"]);
    expect(approved).toMatchObject({ state: "APPROVED", approvedOn: day(0), decisionReason: "同意", keptUntil: inThreeYears, version: 6 });
    for (const event of ["reviseAssessment", "submitAssessment"]) expect((await assessment.step("department", event)).refused).toEqual(["FORBIDDEN_TRANSITION"]);
  });

  it("is approved by nobody who has made it, not even by the lead body", async () => {
    const own = await submitted("creditLead");
    for (const [event, input] of [["approveAssessment", {}], ["returnAssessment", { reason: "x" }]] as const) expect((await own.step("creditLead", event, input)).refused).toEqual(["SELF_APPROVAL"]);
  });

  it("is known to the body that assesses and to the lead body, and to nobody else", async () => {
    expect(await whoKnow("privacyImpactAssessment", "privacyImpactAssessments", (await submitted()).id)).toEqual(["department", ...leads]);
    expect(await whoKnow("privacyImpactAssessment", "privacyImpactAssessments", `PrivacyImpactAssessment_${privacyImpactAssessments.returned.id}`)).toEqual(["creditLead", "housing"]);
  });

  it("is changed by the body that assesses and by no other", async () => {
    const assessment = await begun("department", "draftAssessment", content);
    for (const persona of bodyPersonas.filter((each) => each !== "department"))
      for (const event of ["reviseAssessment", "submitAssessment"]) expect((await change(persona, event, { id: assessment.id, version: 1 })).refused).toEqual([leads.includes(persona) ? "NOT_ALLOWED" : "NOT_FOUND input.id"]);
    expect((await assessment.step("creditLead", "approveAssessment")).refused).toEqual(["FORBIDDEN_TRANSITION"]);
  });

  it.each<[string, object, string[]]>([
    ["of nothing", { assessedTypes: [] }, ["INVALID input.assessedTypes"]],
    ["of a type that is not there", { assessedTypes: ["Official", "Nothing"] }, ["INVALID input.assessedTypes.1"]],
    ["without risks", { risks: " " }, ["INVALID input.risks"]],
  ])("%s is refused", async (_what, further, refused) => {
    expect((await change("department", "draftAssessment", { ...content, ...further })).refused).toEqual(refused);
  });
});

describe("A security incident", () => {
  const found = { kind: "DISCLOSURE", foundOn: day(-2), description: "误发导出文件。", dataCategories: ["OPEN", "PERSONAL", "PERSONAL"], personsAffected: "UNKNOWN" };
  const report = (): Promise<Case> => begun("department", "reportIncident", found);
  const contained = async (): Promise<Case> => {
    const incident = await report();
    await incident.step("department", "containIncident", { measures: "收回并确认删除。", personsAffected: "UP_TO_10", cause: "选错收件单位。" });
    return incident;
  };

  it("is found, contained, notified and closed with what was learnt", async () => {
    const incident = await report();
    expect(incident.row()).toMatchObject({ incidentNo: expect.stringMatching(/^SJ-\d{4}-[0-9A-F]{8}$/), organizationId: organization(bodies.countyAudit), divisionCode: "510104", state: "FOUND", dataCategories: ["PERSONAL", "OPEN"] });
    expect((await incident.step("department", "containIncident", { measures: "收回并确认删除。", personsAffected: "UP_TO_10" })).row).toMatchObject({ state: "CONTAINED", containedOn: day(0), personsAffected: "UP_TO_10", dataCategories: ["PERSONAL", "OPEN"] });
    expect((await incident.step("department", "notifyIncident", { authorityNotifiedOn: day(-2), personsNotifiedOn: day(-1) })).row).toMatchObject({ state: "NOTIFIED", authorityNotifiedOn: day(-2), personsNotifiedOn: day(-1), notNotifiedReason: null });
    for (const reason of [undefined, " "]) expect((await incident.step("department", "closeIncident", { reason })).refused).toEqual(["REASON_REQUIRED input.reason"]);
    expect((await incident.step("department", "closeIncident", { reason: "导出须双人复核。" })).row).toMatchObject({ state: "CLOSED", closedOn: day(0), lesson: "导出须双人复核。", version: 4 });
    expect((await incident.step("department", "containIncident", { measures: "x" })).refused).toEqual(["FORBIDDEN_TRANSITION"]);
  });

  it.each<[string, object, string[]]>([
    ["nobody", { authorityNotifiedOn: day(-1) }, ["INVALID input.personsNotifiedOn"]],
    ["the persons, and why they need not be", { authorityNotifiedOn: day(-1), personsNotifiedOn: day(-1), notNotifiedReason: "x" }, ["INVALID input.notNotifiedReason"]],
    ["the authority before it was found", { authorityNotifiedOn: day(-3), notNotifiedReason: "x" }, ["INVALID input.authorityNotifiedOn"]],
    ["the authority tomorrow", { authorityNotifiedOn: day(1), notNotifiedReason: "x" }, ["INVALID input.authorityNotifiedOn"]],
    ["the persons before it was found", { authorityNotifiedOn: day(-1), personsNotifiedOn: day(-3) }, ["INVALID input.personsNotifiedOn"]],
  ])("of which one has told %s is not notified", async (_what, input, refused) => {
    const incident = await contained();
    const answer = await incident.step("department", "notifyIncident", input);
    expect([answer.refused, answer.row!["state"]]).toEqual([refused, "CONTAINED"]);
  });

  it("of which the persons need not be told says why", async () => {
    expect((await (await contained()).step("department", "notifyIncident", { authorityNotifiedOn: day(-1), notNotifiedReason: "文件未被打开。" })).row).toMatchObject({ state: "NOTIFIED", personsNotifiedOn: null, notNotifiedReason: "文件未被打开。" });
  });

  it("is known to its body, to who supervises it and to the operator, and to nobody else", async () => {
    expect(await whoKnow("securityIncident", "securityIncidents", (await report()).id)).toEqual(["department", "supervision", ...leads, "operator"]);
    expect(await whoKnow("securityIncident", "securityIncidents", `SecurityIncident_${securityIncidents.notified.id}`)).toEqual(["otherPersonnel", "creditLead", "operator"]);
  });

  it("is handled by its own body and by no other", async () => {
    const incident = await report();
    for (const persona of bodyPersonas.filter((each) => each !== "department"))
      expect((await change(persona, "containIncident", { id: incident.id, version: 1, measures: "x" })).refused).toEqual([leads.includes(persona) || persona === "supervision" ? "NOT_ALLOWED" : "NOT_FOUND input.id"]);
    expect((await incident.step("department", "notifyIncident", { authorityNotifiedOn: day(0), notNotifiedReason: "x" })).refused).toEqual(["FORBIDDEN_TRANSITION"]);
  });

  it.each<[string, object, string[]]>([
    ["of no data", { dataCategories: [] }, ["INVALID input.dataCategories"]],
    ["of data of no category", { dataCategories: ["NOTHING"] }, ["INVALID input.dataCategories.0"]],
    ["without a description", { description: "" }, ["INVALID input.description"]],
    ["that is yet to be found", { foundOn: day(1) }, ["INVALID input.foundOn"]],
  ])("%s is refused", async (_what, further, refused) => {
    expect((await change("department", "reportIncident", { ...found, ...further })).refused).toEqual(refused);
  });
});

import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dutyCrimeStories } from "../src/exchange/demonstration/duty-crimes.ts";
import { bodies, dutyCrimes, officials } from "../src/exchange/demonstration/landmarks.ts";
import { roleOf, serviceRole } from "../src/store/roles.ts";
import { askedAt, stopClock } from "./setup/clock.ts";
import { testHub, type Answered, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** The register of crimes in office: rows for those in charge, and one question for everybody, which no provision opens as yet. */
let hub: TestHub;
let sql: postgres.Sql;

beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await hub.close();
});

const { former } = dutyCrimeStories;
interface Question {
  readonly name: string;
  readonly organizationCode: string;
  readonly year: number;
}
const exact: Question = { name: former.personName, organizationCode: bodies.countyFinance.uscc, year: 2026 };
const question = "query Register($name: String!, $organizationCode: String!, $year: Int!) { dutyCrimeSearch(name: $name, organizationCode: $organizationCode, year: $year) { isOpen notice answers { courtName caseNo charges sentenceKind sentenceMonths isSuspended judgmentDate postAtOffence } } }";
const search = (asked: Partial<Question> = {}, persona: PersonaOrPublic = "public"): Promise<Answered> => hub.ask(persona, question, { ...exact, ...asked });
const answersIn = ({ body }: Answered) => (body.data!["dutyCrimeSearch"] as { isOpen: boolean; answers: Record<string, unknown>[] }).answers;
const isOpen = ({ body }: Answered) => (body.data!["dutyCrimeSearch"] as { isOpen: boolean }).isOpen;

const versionCode = "SC-ZW-ZF/SERIOUS@2026-04-01";

/** That the change which makes the provision was approved, or how far it has come. */
const change = (state = "APPROVED") =>
  sql`insert into policy_change ${sql({ change_no: "ZB-TEST-1", kind: "DISPLAY_PERIOD", version_code: versionCode, effective_from: "2026-04-01", basis_citation: "个人信息保护法第13条", confidence: "VERIFIED", division_code: "510000", state, proposed_on: "2026-03-01", proposed_by_id: bodies.highCourt.id })} on conflict (change_no) do update set state = excluded.state`;

/** A provision that opens the register from a day on, and a decision to publish the record; both are data. */
const period = (further: Record<string, unknown> = {}) =>
  sql`insert into display_period ${sql({ version_code: versionCode, catalog_item_code: "SC-ZW-ZF", severity: "SERIOUS", is_displayed: true, min_months: 6, max_months: 12, effective_from: "2026-04-01", effective_to: null, basis_citation: "个人信息保护法第13条", confidence: "VERIFIED", note: null, ...further })}`;
const basisId = "0b5e0a3c-1d5e-4c1f-9d86-6f6f7a3f7a10";

async function publish(): Promise<void> {
  await sql`insert into disclosure_basis ${sql({ id: basisId, record_no: "DBS-TEST-1", citation: "个人信息保护法第13条", decided_by_organization_id: bodies.highCourt.id, source_organization_id: bodies.highCourt.id, decided_on: "2026-04-02", reason: "依法公开。", published_at: "2026-04-10T00:00:00+08:00" })} on conflict (id) do update set published_at = excluded.published_at, expires_on = null`;
  await sql`update duty_crime_record set disclosure_state = 'PUBLISHED', display_from = '2026-04-10', disclosure_basis_id = ${basisId} where id = ${dutyCrimes.former.id}`;
}

const close = async (): Promise<void> => {
  await sql`delete from display_period where catalog_item_code = 'SC-ZW-ZF'`;
  await change();
};

describe("While no provision opens the register", () => {
  beforeEach(async () => {
    await stopClock(sql, askedAt);
    await close();
  });
  it.each([["en", "no certificate"], ["zh-CN", "不构成无犯罪记录证明"]])("it is closed, says so and that no answer is a certificate, in the language of the request: %s", async (language, said) => {
    const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", "accept-language": language }, body: JSON.stringify({ query: question, variables: exact }) });
    expect(await response.json()).toEqual({ data: { dutyCrimeSearch: { isOpen: false, notice: expect.stringContaining(said) as unknown, answers: [] } } });
  });
  it.each<[string, Record<string, unknown>]>([
    ["whose period is believed, not read", { confidence: "SECONDARY" }],
    ["whose period is proposed", { confidence: "PROPOSED" }],
    ["by which nothing is displayed", { is_displayed: false }],
    ["that is not in force yet", { effective_from: "2026-12-01" }],
    ["that is in force no longer", { effective_to: "2026-11-24" }],
    ["of another dataset", { catalog_item_code: "SC-ZW-GS" }],
  ])("a rule %s does not open it, though a record is published", async (_what, further) => {
    await publish();
    await period(further);
    expect(isOpen(await search())).toBe(false);
    await sql`delete from display_period where version_code = 'SC-ZW-ZF/SERIOUS@2026-04-01'`;
  });
  it.each(["PROPOSED", "REJECTED", "WITHDRAWN", null])("a rule that no approved change has made does not open it: %s", async (state) => {
    await publish();
    await period();
    if (state === null) await sql`delete from policy_change where change_no = 'ZB-TEST-1'`;
    else await change(state);
    expect(isOpen(await search())).toBe(false);
  });
  it("its answer never depends on what it holds, in bytes", async () => {
    await publish();
    const texts = await Promise.all([search(), search({ name: "没有此人" }), search({ organizationCode: bodies.countyHousing.uscc }), search({ year: 1999 })].map(async (each) => (await each).text));
    expect(new Set(texts).size).toBe(1);
  });
});

describe("Once a provision opens the register", () => {
  beforeEach(async () => {
    await stopClock(sql, askedAt);
    await close();
    await period();
    await publish();
  });
  it("a whole name, the body and the year find the judgment, and nothing that tells more of the person", async () => {
    const answer = await search();
    expect(isOpen(answer)).toBe(true);
    expect(answersIn(answer)).toEqual([
      { courtName: expect.stringContaining("人民法院"), caseNo: expect.stringContaining("演示刑初"), charges: former.charges, sentenceKind: "IMPRISONMENT", sentenceMonths: former.months, isSuspended: false, judgmentDate: former.judgmentDate, postAtOffence: former.postAtOffence },
    ]);
  });
  it.each([" 赵甲子　", "赵 甲子", "赵·甲子"])("the name is compared without blanks and middle dots: %s", async (name) => expect(answersIn(await search({ name }))).toHaveLength(1));
  it("near misses find nothing, and answer alike in bytes whether there is such a body, such a name, or neither", async () => {
    const near: readonly Partial<Question>[] = [{ name: "赵甲" }, { name: "赵甲子丑" }, { name: "甲子" }, { name: "赵甲%" }, { name: "___" }, { year: 2025 }, { year: 2027 }, { organizationCode: bodies.countyHousing.uscc }, { organizationCode: "91350100M000100Y43" }];
    const texts = await Promise.all(near.map(async (asked) => (await search(asked)).text));
    expect(new Set(texts).size).toBe(1);
    expect(JSON.parse(texts[0]!)).toEqual({ data: { dutyCrimeSearch: { isOpen: true, notice: expect.stringContaining("no certificate"), answers: [] } } });
  });
  it.each([
    ["is under review", "update duty_crime_record set disclosure_state = 'UNDER_DISCLOSURE_REVIEW' where id = $1"],
    ["was withdrawn", "update duty_crime_record set disclosure_state = 'WITHDRAWN' where id = $1"],
    ["has no decision to publish", "update duty_crime_record set disclosure_basis_id = null where id = $1"],
    ["begins its display later", "update duty_crime_record set display_from = '2026-11-26' where id = $1"],
    ["is of a severity without a rule", "update duty_crime_record set severity = 'GENERAL' where id = $1"],
  ])("a record that %s is not found", async (_what, change) => {
    await sql.unsafe(change, [dutyCrimes.former.id]);
    expect(answersIn(await search())).toEqual([]);
    await sql`update duty_crime_record set severity = 'SERIOUS' where id = ${dutyCrimes.former.id}`;
  });
  it.each([["whose publication is taken back", "update disclosure_basis set published_at = null where id = $1"], ["that holds no longer", "update disclosure_basis set expires_on = '2026-11-24' where id = $1"]])("a decision %s ends the answer", async (_what, change) => {
    await sql.unsafe(change, [basisId]);
    expect(answersIn(await search())).toEqual([]);
  });
  it("the answer ends with the last day of the window", async () => {
    await stopClock(sql, "2027-03-12T23:59:59+08:00");
    expect(answersIn(await search())).toHaveLength(1);
    await stopClock(sql, "2027-03-13T00:00:00+08:00");
    expect(answersIn(await search())).toEqual([]);
  });
  it("no cache may keep an answer", async () => expect((await search()).headers.get("cache-control")).toBe("no-store"));
});

describe("The register's question", () => {
  it.each<[string, Partial<Question>]>([
    ["a name of one character", { name: " 赵 " }],
    ["a code with a wrong check character", { organizationCode: "91350100M000100Y4Z" }],
    ["a year that is none", { year: 20_026 }],
  ])("refuses %s, and repeats nothing of it", async (_what, asked) => {
    const { body, text } = await search(asked);
    expect(body.errors).toEqual([expect.objectContaining({ extensions: expect.objectContaining({ code: "BAD_USER_INPUT" }) })]);
    for (const value of Object.values(asked)) expect(text).not.toContain(String(value).trim() + '"');
  });
  it("costs a hundred units each time it is asked, all of which are kept", async () => {
    const counted = await testHub({ ownerUrl: hub.ownerUrl, budget: { public: 250, client: 0 } });
    try {
      const both = `{ a: dutyCrimeSearch(name: "赵甲子", organizationCode: "${exact.organizationCode}", year: 2026) { isOpen } b: dutyCrimeSearch(name: "赵乙丑", organizationCode: "${exact.organizationCode}", year: 2026) { isOpen } }`;
      const first = await counted.ask("public", both, {}, { extensions: { cost: true } });
      expect(first.body.extensions).toMatchObject({ cost: { asked: 200, used: 200 } });
      expect((await counted.ask("public", both)).body.errors![0]!.extensions["code"]).toBe("RATE_LIMITED");
    } finally {
      await counted.close();
    }
  });
  it("leaves nobody but the hub's own role to read the table in its name, and that one no identity number", async () => {
    const may = async (role: string, column: string): Promise<boolean> => (await sql<{ may: boolean }[]>`select has_column_privilege(${role}, ${`duty_crime_record${column === "id_number" ? "_restricted" : ""}`}, ${column}, 'select') may`)[0]!.may;
    expect(await may(roleOf("public"), "case_no")).toBe(false);
    expect(await may(roleOf("public"), "record_no")).toBe(false);
    expect(await may(serviceRole, "case_no")).toBe(true);
    expect(await may(serviceRole, "id_number")).toBe(false);
    expect(await may(serviceRole, "id_number_digest").catch(() => false)).toBe(false);
  });
  it("is held by the database as well: its own role is given no row that may not be answered", async () => {
    const rows = async (): Promise<number> => sql.begin(async (transaction) => {
      await transaction.unsafe(`set local role ${serviceRole}`);
      return (await transaction`select case_no from duty_crime_record`).length;
    });
    await close();
    expect(await rows()).toBe(0);
    await period();
    await publish();
    expect(await rows()).toBe(1);
  });
  it("is logged for whoever asks with a token, found or not, with the person where the hub knows who it is; not for the public", async () => {
    await stopClock(sql, askedAt);
    await close();
    await period();
    await publish();
    const events = async (answer: Answered) => [...(await sql`select audience, organization_id body, operation_name operation, coordinates, refused_coordinates refused, outcome, record_count records, subject_count subjects from access_event where request_id = ${answer.headers.get("x-request-id")}`)];
    const read = expect.arrayContaining(["DutyCrimeRecord.caseNo", "DutyCrimeRecord.charges"]) as unknown;
    const department = { audience: "DEPARTMENT", body: bodies.countyAudit.id, operation: "Register" };
    expect(await events(await search({}, "department"))).toEqual([{ ...department, coordinates: read, refused: [], outcome: "DELIVERED", records: 1, subjects: 0 }]);
    expect(await events(await search({ name: "没有此人" }, "department"))).toEqual([{ ...department, coordinates: read, refused: [], outcome: "EMPTY", records: 0, subjects: 0 }]);
    await sql`update duty_crime_record set official_id = ${officials.colleague.id} where id = ${dutyCrimes.former.id}`;
    const known = await search({}, "department");
    expect(await events(known)).toEqual([{ ...department, coordinates: read, refused: [], outcome: "DELIVERED", records: 1, subjects: 1 }]);
    expect([...(await sql`select n.official_id official from access_log_entry n join access_event e on e.id = n.access_event_id where e.request_id = ${known.headers.get("x-request-id")}`)]).toEqual([{ official: officials.colleague.id }]);
    expect(known.text).not.toContain(officials.colleague.id);
    await close();
    expect(await events(await search({}, "department"))).toEqual([{ ...department, coordinates: [], refused: read, outcome: "REFUSED", records: 0, subjects: 0 }]);
    expect(await events(await search())).toEqual([]);
    await sql`update duty_crime_record set official_id = null where id = ${dutyCrimes.former.id}`;
  });
});

describe("The records themselves", () => {
  const list = "{ dutyCrimeRecords { totalCount nodes { recordNo personName charges idNumber } } }";
  const numbers = async (persona: PersonaOrPublic) => ((await hub.ask(persona, list)).body.data!["dutyCrimeRecords"] as { nodes: { recordNo: string }[] }).nodes.map(({ recordNo }) => recordNo).sort();
  const all = [dutyCrimes.former.recordNo, dutyCrimes.known.recordNo, dutyCrimes.elsewhere.recordNo].sort();

  it.each<[PersonaOrPublic, readonly string[]]>([
    ["court", all],
    ["supervision", [dutyCrimes.former.recordNo, dutyCrimes.known.recordNo].sort()],
    ["personnel", [dutyCrimes.known.recordNo]],
    ["otherPersonnel", []],
    ["department", []],
    ["creditLead", []],
    ["enterprise", []],
    ["auditor", []],
    ["operator", []],
    ["subject", []],
    ["public", []],
  ])("exist for %s as far as it is in charge", async (persona, expected) => expect(await numbers(persona)).toEqual(expected));
  it("exist for the person whom they are about, in full", async () => {
    await sql`update duty_crime_record set official_id = ${officials.subject.id} where id = ${dutyCrimes.known.id}`;
    const { body } = await hub.ask("subject", list);
    expect(body).toEqual({ data: { dutyCrimeRecords: { totalCount: 1, nodes: [{ recordNo: dutyCrimes.known.recordNo, personName: expect.any(String), charges: [...dutyCrimeStories.known.charges], idNumber: expect.stringMatching(/^\d{17}[\dX]$/) }] } } });
  });
  it.each(["{ dutyCrimeRecords(where: { personName: { eq: \"赵甲子\" } }) { totalCount } }", "{ dutyCrimeRecords(orderBy: { field: PERSON_NAME, direction: ASC }) { totalCount } }", '{ search(text: "赵甲子", types: [DUTY_CRIME_RECORD]) { totalCount } }'])(
    "cannot be filtered, ordered or searched by name, by nobody: %s",
    async (query) => expect((await hub.ask("court", query)).body.errors).not.toBeUndefined(),
  );
  it("are none for the public, however they are published, by list, count, id or relation", async () => {
    await close();
    await period();
    await publish();
    const { body } = await hub.ask("public", `{ dutyCrimeRecords { totalCount nodes { id } } dutyCrimeRecord(id: "DutyCrimeRecord_${dutyCrimes.former.id}") { recordNo } node(id: "DutyCrimeRecord_${dutyCrimes.former.id}") { id } }`);
    expect(body).toEqual({ data: { dutyCrimeRecords: { totalCount: 0, nodes: [] }, dutyCrimeRecord: null, node: null } });
  });
});

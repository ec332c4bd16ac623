import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, officials } from "../src/exchange/demonstration/landmarks.ts";
import { bothPaths, personsOf, requestOf, type BothPaths } from "./setup/both-paths.ts";
import type { Answered, TestHub } from "./setup/hub.ts";

/** What leaves is logged where it leaves (design, principle 10): the events are read as the database's owner, over whom no row policy stands. */
let both: BothPaths;
let planned: TestHub;
let resolved: TestHub;
let sql: postgres.Sql;

beforeAll(async () => {
  both = await bothPaths();
  ({ planned, resolved, sql } = both);
});
afterAll(() => both.close());

interface Event {
  readonly client: string | null;
  readonly audience: string;
  readonly body: string | null;
  readonly purpose: string | null;
  readonly caseNo: string | null;
  readonly operation: string | null;
  readonly coordinates: readonly string[];
  readonly refused: readonly string[];
  readonly outcome: string;
  readonly records: number;
  readonly subjects: number;
  readonly hidden: boolean;
}

const eventsOf = async (answer: Answered): Promise<readonly Event[]> =>
  [...(await sql<Event[]>`select client_id client, audience, organization_id body, purpose, case_no "caseNo", operation_name operation, coordinates, refused_coordinates refused, outcome, record_count records, subject_count subjects, hidden from access_event where request_id = ${requestOf(answer)}`)];

const entriesOf = async (answer: Answered) =>
  [...(await sql<{ official: string; coordinates: string[]; pseudonym: string; hidden: boolean }[]>`select n.official_id official, n.coordinates, n.subject_pseudonym pseudonym, n.hidden from access_log_entry n join access_event e on e.id = n.access_event_id where e.request_id = ${requestOf(answer)} order by n.official_id`)];

const uuidIn = (globalId: unknown): string => String(globalId).split("_")[1]!;
const nodes = (answer: Answered, key: string) => (answer.body.data![key] as { nodes: Record<string, unknown>[] }).nodes;

describe.each([["by one statement", () => planned], ["by resolvers", () => resolved]] as const)("A look into closed data, answered %s,", (_path, hub) => {
  it("writes who asked, for what, what could be read, and an entry for each person of the answer", async () => {
    const answer = await hub().ask("personnel", "query Staff { officials(first: 3) { nodes { id name idNumber } } }", {}, { extensions: { access: { purpose: "APPOINTMENT", caseNo: "锦组〔2026〕8号", note: "晋升考察" } } });
    expect(await eventsOf(answer)).toEqual([
      { client: "personnel", audience: "PERSONNEL", body: bodies.countyPersonnel.id, purpose: "APPOINTMENT", caseNo: "锦组〔2026〕8号", operation: "Staff", coordinates: ["Official", "Official.name", "Official.idNumber"], refused: [], outcome: "DELIVERED", records: 3, subjects: 3, hidden: false },
    ]);
    const entries = await entriesOf(answer);
    expect(entries.map(({ official }) => official)).toEqual(nodes(answer, "officials").map(({ id }) => uuidIn(id)).sort());
    expect(entries[0]!.coordinates).toEqual(["Official.idNumber", "Official.name"]);
  });

  it("gives a person the same pseudonym each time, from which nobody comes back to the person", async () => {
    const ask = () => hub().ask("personnel", "query($id: ID) { official(id: $id) { name } }", { id: `Official_${officials.subject.id}` });
    const [first, second] = await Promise.all([ask(), ask()].map(async (answer) => entriesOf(await answer)));
    expect(first![0]!.pseudonym).toMatch(/^[0-9a-f]{32}$/);
    expect(second![0]!.pseudonym).toBe(first![0]!.pseudonym);
  });

  it("says of each person what was read about that person, not what else the question asked", async () => {
    const answer = await hub().ask("personnel", `{ a: officials(first: 1) { nodes { id name } } b: officials(last: 1) { nodes { id phone tenures(first: 1) { nodes { postTitle } } } } }`);
    const [a, b] = ["a", "b"].map((key) => uuidIn(nodes(answer, key)[0]!["id"]));
    const entries = new Map((await entriesOf(answer)).map(({ official, coordinates }) => [official, coordinates]));
    expect(entries.get(a!)).toEqual(["Official.name"]);
    expect(entries.get(b!)).toEqual(expect.arrayContaining(["Official.phone", "Official.tenures"]));
    expect(entries.size).toBe(2);
  });

  it("counts a person once, however often the person is in the answer", async () => {
    const answer = await hub().ask("personnel", "query($id: ID) { a: official(id: $id) { name } b: official(id: $id) { phone tenures(first: 5) { nodes { heldFrom } } } }", { id: `Official_${officials.subject.id}` });
    expect(await eventsOf(answer)).toMatchObject([{ subjects: 1 }]);
    expect((await entriesOf(answer)).map(({ official }) => official)).toEqual([officials.subject.id]);
  });

  it("is logged where nothing is found, without saying whether there is anything", async () => {
    const foreign = await hub().ask("otherPersonnel", "query($id: ID) { official(id: $id) { name } }", { id: `Official_${officials.subject.id}` });
    const nobody = await hub().ask("otherPersonnel", "query($id: ID) { official(id: $id) { name } }", { id: "Official_00000000-0000-4000-8000-000000000000" });
    expect(foreign.body).toEqual({ data: { official: null } });
    expect(await eventsOf(foreign)).toEqual(await eventsOf(nobody));
    expect(await eventsOf(foreign)).toMatchObject([{ outcome: "EMPTY", records: 0, subjects: 0, coordinates: ["Official", "Official.name"] }]);
  });

  it("is logged where only a count of persons is asked for", async () => {
    const answer = await hub().ask("personnel", "{ officials { totalCount } }");
    expect(await eventsOf(answer)).toMatchObject([{ coordinates: ["Official"], subjects: 0 }]);
  });

  it("is logged where it is refused", async () => {
    const answer = await hub().ask("department", "{ officials(first: 1) { nodes { name idNumber } } }");
    expect(await eventsOf(answer)).toMatchObject([{ outcome: "REFUSED", refused: ["Official.name", "Official.idNumber"], subjects: 0 }]);
    const byEnterprise = await hub().ask("enterprise", "{ tenders(first: 1) { nodes { title responsibleOfficialId } } }");
    expect(await eventsOf(byEnterprise)).toMatchObject([{ audience: "ENTERPRISE", outcome: "REFUSED", refused: ["Tender.responsibleOfficialId"] }]);
  });

  it("by the person concerned is an event, and no entry that tells the person of itself", async () => {
    const answer = await hub().ask("subject", "{ officials { nodes { name } } }");
    expect(nodes(answer, "officials")).toHaveLength(1);
    expect(await eventsOf(answer)).toMatchObject([{ audience: "SUBJECT", body: null, outcome: "DELIVERED", subjects: 1 }]);
    expect(await entriesOf(answer)).toEqual([]);
  });

  it("into closed data that is about nobody is an event without persons", async () => {
    const answer = await hub().ask("finance", "{ organizations(first: 2) { nodes { bankAccount } } }");
    expect(await eventsOf(answer)).toMatchObject([{ outcome: "DELIVERED", coordinates: ["Organization.bankAccount"], records: 2, subjects: 0 }]);
    expect(await entriesOf(answer)).toEqual([]);
  });

  it("through a relation names the person to whom the key leads", async () => {
    const answer = await hub().ask("supervision", "{ officeHolders(first: 5) { nodes { name officialId } } }");
    const known = nodes(answer, "officeHolders").flatMap(({ officialId }) => (officialId === null ? [] : [uuidIn(officialId)]));
    expect((await entriesOf(answer)).map(({ official }) => official)).toEqual([...new Set(known)].sort());
  });

  it("about more than a hundred persons is refused, and nothing of it is delivered", async () => {
    const [first, last] = await Promise.all([hub().ask("personnel", "{ officials(first: 101) { nodes { name } } }"), hub().ask("personnel", "{ officials(last: 200) { nodes { name } } }")]);
    for (const answer of [first, last]) expect(answer.body.errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED" } }]);
    const nested = await hub().ask("supervision", "{ organizations(first: 200, where: { divisionCode: { startsWith: \"5101\" } }) { nodes { officials(first: 20) { nodes { name } } } } }");
    expect(nested.body.data ?? null).toBeNull();
    expect(nested.body.errors).toMatchObject([{ message: expect.stringMatching(/at most 100 persons/), extensions: { code: "LIMIT_EXCEEDED" } }]);
    expect(await eventsOf(nested)).toMatchObject([{ outcome: "REFUSED" }]);
    expect(await entriesOf(nested)).toEqual([]);
  });
});

it("A mutation answers about at most a hundred persons in all, however many changes it makes", async () => {
  const managing = await sql<{ id: string; code: string }[]>`select m.id, m.division_code code from official o join organization m on m.id = o.managing_organization_id where m.division_code like '5101%' group by 1, 2 having count(*) > 34 order by 2 limit 3`;
  const changes = managing.map(({ id, code }, place) => `c${place}: requestSharing(input: { providerId: "Organization_${id}", fields: ["Official.name"], purpose: "AUDIT", basisCitation: "个人信息保护法第13条", scopeDivisionCode: "${code}", validFrom: "2099-01-01", validTo: "2099-02-01" }) { sharingGrant { provider { managedOfficials(first: 60) { nodes { id name } } } } }`);
  const answer = await planned.ask("supervision", `mutation { ${changes.join(" ")} }`);
  expect(answer.body.errors).toMatchObject([{ path: ["c2", "sharingGrant"], extensions: { code: "LIMIT_EXCEEDED" } }]);
  const persons = new Set(answer.text.match(/(?<=Official_)[0-9a-f-]{36}/g));
  expect(persons.size).toBeGreaterThan(68);
  expect((await entriesOf(answer)).map(({ official }) => official)).toEqual([...persons].sort());
  expect((await eventsOf(answer)).map(({ outcome }) => outcome).sort()).toEqual(["DELIVERED", "DELIVERED", "REFUSED"]);
});

it("What is asked beside `me` counts together with what is asked below it", async () => {
  const answer = await planned.ask("supervision", "{ officials(first: 100) { nodes { id name } } me { jurisdiction { government { departments(first: 50) { nodes { officials(first: 20) { nodes { id name } } } } } } } }");
  expect(answer.body.errors).toMatchObject([{ path: ["officials"], extensions: { code: "LIMIT_EXCEEDED" } }, { path: ["me", "jurisdiction"], extensions: { code: "LIMIT_EXCEEDED" } }]);
  expect(answer.text).not.toContain("Official_");
  expect(await personsOf(sql, answer)).toEqual([]);
});

it("What is open or shared is read without a log, and the public's questions never write", async () => {
  const shared = await planned.ask("department", "{ projects(first: 2) { nodes { name planNo sourceSystem } } officeHolders(first: 2) { nodes { name } } }");
  const open = await planned.ask("public", "{ officials { totalCount nodes { name idNumber } } bids(first: 2) { nodes { score } } }");
  expect(await eventsOf(shared)).toEqual([]);
  expect(await eventsOf(open)).toEqual([]);
});

it("A text in the data that looks like a mark stays as it is", async () => {
  const text = '"__s":"00093ad36f-5033-4946-afab-11a360196afb","x\\';
  await sql`update official set post_title = ${text} where id = ${officials.subject.id}`;
  const answer = await planned.ask("personnel", "query($id: ID) { official(id: $id) { postTitle name } }", { id: `Official_${officials.subject.id}` });
  expect(answer.body.data).toMatchObject({ official: { postTitle: text } });
  expect(await eventsOf(answer)).toMatchObject([{ subjects: 1, records: 1 }]);
});

it("Nobody but a body that the law allows keeps a look from the person, and not without a case", async () => {
  const ask = (persona: "personnel" | "supervision", access: object) => planned.ask(persona, "{ officials(first: 1) { nodes { name } } }", {}, { extensions: { access } });
  expect((await ask("personnel", { caseNo: "1", hidden: true })).body.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect((await ask("supervision", { hidden: true })).body.errors).toMatchObject([{ message: expect.stringMatching(/caseNo/), extensions: { code: "BAD_USER_INPUT" } }]);
});

it("A look that the law keeps from the person is in the log, for the auditor to see, and not in the person's window", async () => {
  const query = "query($id: ID) { official(id: $id) { name } }";
  const window = "{ me { accessLog(first: 100) { totalCount nodes { recordedAt } } } }";
  const seen = async (): Promise<number> => ((await planned.ask("subject", window)).body.data!["me"] as { accessLog: { totalCount: number } }).accessLog.totalCount;
  const before = await seen();
  const hidden = await planned.ask("supervision", query, { id: `Official_${officials.subject.id}` }, { extensions: { access: { purpose: "INVESTIGATION", caseNo: "成监〔2026〕3号", hidden: true } } });
  expect(hidden.body.errors).toBeUndefined();
  expect(await entriesOf(hidden)).toMatchObject([{ official: officials.subject.id, hidden: true }]);
  expect(await seen()).toBe(before);
  const told = await planned.ask("supervision", query, { id: `Official_${officials.subject.id}` });
  expect(await entriesOf(told)).toMatchObject([{ official: officials.subject.id, hidden: false }]);
  expect(await seen()).toBe(before + 1);
  const audited = await planned.ask("auditor", "{ accessLogEntries(first: 2) { nodes { hidden organization { name } subjectPseudonym } } accessLog(first: 3) { nodes { purpose hidden entries { totalCount } } } }");
  expect(audited.body.errors).toBeUndefined();
  expect(audited.body.data).toMatchObject({ accessLogEntries: { nodes: [{ hidden: false, organization: { name: "成都市监察委员会" } }, { hidden: true }] } });
  expect(audited.text).not.toContain(officials.subject.id);
});

describe("The log's tables", () => {
  const asPersonnel = (statement: string): Promise<unknown> =>
    sql.begin(async (transaction) => {
      await transaction.unsafe("set local role hub_personnel");
      await transaction.unsafe(`select set_config('hub.body', '${bodies.countyPersonnel.id}', true)`);
      await transaction.unsafe(statement);
      await transaction.unsafe("rollback and chain");
    });
  const event = ({ columns = "", values = "", audience = "PERSONNEL", body = bodies.countyPersonnel.id }) =>
    `insert into access_event (request_id, audience, organization_id, coordinates, refused_coordinates, grant_nos, outcome, record_count, subject_count, hidden, salt${columns}) values ('r', '${audience}', '${body}', '{}', '{}', '{}', 'EMPTY', 0, 0, false, 's'${values})`;

  it("take a line that a reader adds in its own name", async () => {
    await expect(asPersonnel(event({}))).resolves.toBeUndefined();
  });
  it.each([
    ["in the name of another audience", event({ audience: "SUPERVISION" })],
    ["in the name of another body", event({ body: bodies.countyFinance.id })],
    ["with a time of the reader's choice", event({ columns: ", recorded_at", values: ", '2020-01-01'" })],
    ["that a reader wants to read", "select 1 from access_event where true"],
    ["that a reader wants to take back", "delete from access_pending"],
  ])("refuse one %s", async (_what, statement) => {
    await expect(asPersonnel(statement)).rejects.toMatchObject({ code: "42501" });
  });

  const tables = ["access_event", "access_log_entry", "access_log_head"];
  it.each(tables)("%s takes no change, deletion or truncation, from the owner neither", async (table) => {
    await planned.ask("personnel", "{ officials(first: 1) { nodes { name } } }");
    if (table === "access_log_head") await sql`insert into access_log_head (day, commitment, published_at, salt, chain_hash, chain_length) values ('2020-01-01', 'c', now(), 's', 'h', 0) on conflict do nothing`;
    await expect(sql`update ${sql(table)} set id = id`).rejects.toMatchObject({ code: "42501" });
    await expect(sql`delete from ${sql(table)}`).rejects.toMatchObject({ code: "42501" });
    await expect(sql`truncate ${sql(table)} cascade`).rejects.toMatchObject({ code: "42501" });
  });
});

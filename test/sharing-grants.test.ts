import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bodies, divisions } from "../src/exchange/demonstration/landmarks.ts";
import { bothPaths, type BothPaths } from "./setup/both-paths.ts";
import { giveGrant, takeGrantsBack, testedPurpose, type TestGrant } from "./setup/give-grant.ts";
import { testHub, type Answered, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** A sharing grant opens the conditional fields that it names, for its body, its purpose, its scope and its time, and is looked up by the statement that reads. */
let both: BothPaths;
let hub: TestHub;
let other: TestHub;
let sql: postgres.Sql;

beforeAll(async () => {
  both = await bothPaths();
  ({ planned: hub, resolved: other, sql } = both);
});
afterAll(() => both.close());
beforeEach(() => takeGrantsBack(sql));

const give = (grant: TestGrant = {}): Promise<string> => giveGrant(sql, grant);

const staff = "{ officials(first: 100) { totalCount nodes { recordNo name postTitle birthYear managingOrganization { divisionCode } } } }";
const stated = { purpose: testedPurpose, caseNo: "锦审〔2026〕1号" };
const ask = (persona: PersonaOrPublic, query = staff, access: object | null = stated, of = hub): Promise<Answered> => of.ask(persona, query, {}, access ? { extensions: { access } } : {});

const officials = (answer: Answered) => answer.body.data!["officials"] as { totalCount: number; nodes: { recordNo: string; name: string | null; postTitle: string | null; birthYear: number | null }[] };
const denied = (answer: Answered): unknown[] => (answer.body.errors ?? []).map(({ extensions }) => extensions["coordinate"]);
const all = ["Official.name", "Official.postTitle", "Official.birthYear", "Official.managingOrganization"];

describe("A grant", () => {
  it("opens the rows in its scope, of their conditional fields the named ones, and denies the others as before", async () => {
    await give();
    for (const of of [hub, other]) {
      const answer = await ask("department", staff, stated, of);
      const [{ count }] = await sql<[{ count: number }]>`select count(*)::int from official o join organization m on m.id = o.managing_organization_id where starts_with(m.division_code, ${divisions.county})`;
      expect(officials(answer).totalCount).toBe(count);
      expect(officials(answer).nodes.every(({ name, postTitle, birthYear }) => name !== null && postTitle !== null && birthYear === null)).toBe(true);
      expect(denied(answer)).toEqual(["Official.birthYear", "Official.managingOrganization"]);
    }
  });

  it("opens nothing to a question that does not state its purpose and a case", async () => {
    await give();
    for (const access of [null, { purpose: testedPurpose }, { caseNo: "1" }, { ...stated, purpose: "ANOTHER" }]) {
      const answer = await ask("department", staff, access);
      expect(officials(answer).totalCount).toBe(0);
      expect(denied(answer)).toEqual(all);
    }
  });

  it("is stated in a header where extensions cannot be sent, and then lacks the case", async () => {
    await give();
    const token = await hub.tokenOf("department");
    const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${token!}`, "hub-purpose": testedPurpose }, body: JSON.stringify({ query: staff, extensions: { access: { caseNo: "1" } } }) });
    expect(((await response.json()) as Answered["body"]).data).toMatchObject({ officials: { totalCount: expect.any(Number) } });
  });

  it("opens nothing to another body, nor to whoever is no body", async () => {
    await give();
    for (const persona of ["finance", "housing", "enterprise", "auditor", "operator", "public"] as const) expect(officials(await ask(persona)).totalCount).toBe(0);
  });

  it.each([["suspended", { state: "SUSPENDED" }], ["revoked", { state: "REVOKED" }], ["refused", { state: "REFUSED" }], ["under review", { state: "REVIEWING" }], ["over", { from: "yesterday", to: "yesterday" }], ["yet to begin", { from: "tomorrow", to: "tomorrow" }]] as const)("that is %s opens nothing", async (_state, grant) => {
    await give(grant);
    const answer = await ask("department");
    expect(officials(answer).totalCount).toBe(0);
    expect(denied(answer)).toEqual(all);
  });

  it("that is revoked opens nothing from the next question on, in every hub on the database", async () => {
    const id = await give();
    expect(officials(await ask("department")).totalCount).toBeGreaterThan(0);
    expect(officials(await ask("department", staff, stated, other)).totalCount).toBeGreaterThan(0);
    await sql`update sharing_grant set state = 'REVOKED' where id = ${id}`;
    expect(officials(await ask("department")).totalCount).toBe(0);
    expect(officials(await ask("department", staff, stated, other)).totalCount).toBe(0);
  });

  it("covers its division's subtree and nothing beside it", async () => {
    await give({ scope: divisions.otherCounty });
    const elsewhere = officials(await ask("department")).nodes.map(({ recordNo }) => recordNo);
    const expected = await sql<{ no: string }[]>`select o.record_no no from official o join organization m on m.id = o.managing_organization_id where m.division_code = ${divisions.otherCounty} order by 1`;
    expect(elsewhere.sort()).toEqual(expected.map(({ no }) => no));
  });

  it("opens two grants' fields each in its own scope", async () => {
    await give({ fields: ["Official.name"] });
    await give({ fields: ["Official.postTitle"], scope: divisions.otherCounty });
    const rows = officials(await ask("department")).nodes;
    expect(rows.some(({ name }) => name !== null) && rows.some(({ postTitle }) => postTitle !== null)).toBe(true);
    expect(rows.filter(({ name, postTitle }) => name !== null && postTitle !== null)).toEqual([]);
  });

  it("opens no restricted field, whatever it names", async () => {
    await give({ fields: ["Official.name", "Official.idNumber", "Official.phone"] });
    const answer = await ask("department", "{ officials(first: 2) { nodes { name idNumber phone } } }");
    expect(denied(answer)).toEqual(["Official.idNumber", "Official.phone"]);
    expect(answer.body.data).toMatchObject({ officials: { nodes: [{ idNumber: null, phone: null }, { idNumber: null, phone: null }] } });
  });

  it("opens no bid before its opening is recorded, and its score after", async () => {
    await give({ fields: ["Bid.score"], scope: divisions.province });
    const query = "{ tenders(first: 200, where: { openedAt: { isNull: true } }) { nodes { bids { totalCount } } } }";
    const sealed = (await ask("department", query)).body.data!["tenders"] as { nodes: { bids: { totalCount: number } }[] };
    expect(sealed.nodes.length).toBeGreaterThan(0);
    expect(sealed.nodes.every(({ bids }) => bids.totalCount === 0)).toBe(true);
    const scored = await ask("department", "{ bids(first: 50) { nodes { score } } }");
    expect(scored.body.errors).toBeUndefined();
    expect((scored.body.data!["bids"] as { nodes: { score: string | null }[] }).nodes.some(({ score }) => score !== null)).toBe(true);
  });

  it("opens a relation with its key, in both directions", async () => {
    await give({ fields: ["Official.organizationId"] });
    const answer = await ask("department", `{ organizations(first: 30, where: { divisionCode: { eq: "${divisions.county}" } }) { nodes { id officials { totalCount nodes { organization { id } } } } } }`);
    expect(answer.body.errors).toBeUndefined();
    const nodes = (answer.body.data!["organizations"] as { nodes: { id: string; officials: { nodes: { organization: { id: string } }[] } }[] }).nodes;
    expect(nodes.some((node) => node.officials.nodes.length > 0)).toBe(true);
    for (const node of nodes) expect(node.officials.nodes.every(({ organization }) => organization.id === node.id)).toBe(true);
  });

  it("never narrows what the competent body reads by right", async () => {
    const own = await ask("personnel", staff, null);
    await give({ requester: bodies.countyPersonnel.id, fields: ["Official.name"], scope: divisions.otherCounty });
    const both = await ask("personnel");
    expect(both.body.errors).toBeUndefined();
    const rows = new Map(officials(both).nodes.map((row) => [row.recordNo, row]));
    for (const row of officials(own).nodes) expect(rows.get(row.recordNo)).toEqual(row);
    expect([...rows.values()].some(({ name, birthYear }) => name !== null && birthYear === null)).toBe(true);
  });

  it("is good for so many questions a day, exactly, however many are asked at once", async () => {
    const id = await give({ quota: 7 });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, place) => ask("department", staff, stated, place % 2 ? hub : other)));
    expect(answers.filter((answer) => officials(answer).totalCount > 0)).toHaveLength(7);
    const refused = answers.find((answer) => officials(answer).totalCount === 0)!;
    expect(refused.body.errors!.map(({ extensions }) => String(extensions["howToApply"])).filter((text) => text.includes('used up'))).toHaveLength(2);
    expect(await sql`select used from grant_use where grant_id = ${id}`).toEqual([{ used: 7 }]);
  });

  it("stands in the log with what it opened and what was refused all the same", async () => {
    const id = await give();
    const answer = await ask("department");
    const [event] = await sql`select e.coordinates, e.refused_coordinates, e.grant_nos = array[g.grant_no] as named, e.purpose, e.case_no, e.subject_count from access_event e, sharing_grant g where g.id = ${id} and e.request_id = ${answer.headers.get("x-request-id")}`;
    expect(event).toEqual({ coordinates: ["Official", "Official.name", "Official.postTitle"], refused_coordinates: ["Official.birthYear", "Official.managingOrganization"], named: true, purpose: "TESTED", case_no: stated.caseNo, subject_count: officials(answer).nodes.length });
  });
});

describe("Each lock alone keeps what no grant opens", () => {
  it("the shield", async () => {
    const shieldOnly = await testHub({ ownerUrl: hub.ownerUrl, resolversOnly: true, locks: { plan: false, shield: true, database: false } });
    const answer = await ask("department", "{ officials(first: 1) { nodes { name } } }", stated, shieldOnly);
    expect(JSON.stringify(answer.body.data)).toBe('{"officials":{"nodes":[{"name":null}]}}');
    await shieldOnly.close();
  });

  it("the database, which gives rows of granted items in their scope only", async () => {
    const databaseOnly = await testHub({ ownerUrl: hub.ownerUrl, locks: { plan: false, shield: false, database: true } });
    const query = "{ officials(first: 100) { nodes { recordNo name managingOrganization { divisionCode } } } }";
    expect((await ask("department", query, stated, databaseOnly)).body.data).toEqual({ officials: { nodes: [] } });
    await give();
    const rows = (await ask("department", query, stated, databaseOnly)).body.data!["officials"] as { nodes: { managingOrganization: { divisionCode: string } }[] };
    expect(rows.nodes.length).toBeGreaterThan(0);
    expect(rows.nodes.every(({ managingOrganization }) => managingOrganization.divisionCode === divisions.county)).toBe(true);
    expect((await ask("department", query, { ...stated, purpose: "ANOTHER" }, databaseOnly)).body.data).toEqual({ officials: { nodes: [] } });
    await databaseOnly.close();
  });
});

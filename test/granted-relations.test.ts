import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { divisions } from "../src/exchange/demonstration/landmarks.ts";
import { bothPaths, personsOf, requestOf, type BothPaths } from "./setup/both-paths.ts";
import { giveGrant, takeGrantsBack, testedPurpose, type TestGrant } from "./setup/give-grant.ts";
import type { Answered, PersonaOrPublic, TestHub } from "./setup/hub.ts";

/** What stands below a relation that only a sharing grant opens, and what the access log has of it; by one statement and by resolvers. */
let both: BothPaths;
let planned: TestHub;
let resolved: TestHub;
let sql: postgres.Sql;

beforeAll(async () => {
  both = await bothPaths();
  ({ planned, resolved, sql } = both);
});
afterAll(() => both.close());
beforeEach(() => takeGrantsBack(sql));

/** Gives the county's audit office a grant that is in force, in the whole province unless it is said otherwise. */
const give = (fields: readonly string[], further: Pick<TestGrant, "items" | "scope"> = {}): Promise<string> => giveGrant(sql, { fields, scope: divisions.province, ...further });

const access = { purpose: testedPurpose, caseNo: "锦审〔2026〕1号" };
const denied = ({ body }: Answered): unknown[] => (body.errors ?? []).map(({ extensions }) => extensions["coordinate"]);
const refusedOf = async (answer: Answered): Promise<unknown> => (await sql`select coordinates, refused_coordinates refused from access_event where request_id = ${requestOf(answer)}`)[0];
describe.each([["by one statement", () => planned], ["by resolvers", () => resolved]] as const)("Answered %s,", (_path, hub) => {
  const ask = (query: string, persona: PersonaOrPublic = "department"): Promise<Answered> => hub().ask(persona, query, {}, { extensions: { access } });
  const staff = `{ organizations(first: 1, where: { divisionCode: { eq: "${divisions.county}" } }) { nodes { name officials(first: 1) { totalCount nodes { birthYear idNumber } } } } }`;
  const firstOf = (answer: Answered): unknown => (answer.body.data!["organizations"] as { nodes: { officials: unknown }[] }).nodes[0]!.officials;

  it("a relation that no grant opens is denied once, with nothing below it, and so it is logged", async () => {
    const answer = await ask(staff);
    expect(firstOf(answer)).toBeNull();
    expect(denied(answer)).toEqual(["Organization.officials"]);
    expect(await refusedOf(answer)).toEqual({ coordinates: [], refused: ["Organization.officials"] });
  });

  it("what stands below one that a grant opens is denied where the grant does not name it", async () => {
    await give(["Official.organizationId"]);
    const answer = await ask(staff);
    expect(firstOf(answer)).toMatchObject({ totalCount: expect.any(Number) });
    expect(denied(answer)).toEqual(["Official.birthYear", "Official.idNumber"]);
    expect(await refusedOf(answer)).toEqual({ coordinates: ["Official", "Organization.officials"], refused: ["Official.idNumber", "Official.birthYear"] });
  });

  it("a field that is asked for below such a relation and elsewhere is denied all the same", async () => {
    const answer = await ask(`{ organizations(first: 1) { nodes { officials(first: 1) { nodes { ...F } } } } officials(first: 1) { nodes { ...F } } } fragment F on Official { name }`);
    expect(denied(answer)).toEqual(["Organization.officials", "Official.name"]);
  });

  it("a grant opens no field of a type that it is not about", async () => {
    await give(["Official.name", "Tenure.postTitle"], { items: ["Official"] });
    const answer = await ask("{ officials(first: 1) { nodes { name } } tenures(first: 1) { totalCount nodes { postTitle } } }");
    expect(denied(answer)).toEqual(["Tenure.postTitle"]);
    expect(answer.body.data).toMatchObject({ tenures: { totalCount: 0 } });
  });

  it("one grant may let in a record and another say who answers for it", async () => {
    const query = "{ recordResponsibilities(first: 100) { totalCount nodes { role dishonestyRecord { title } } } }";
    await give(["RecordResponsibility.role", "RecordResponsibility.dishonestyRecordId"]);
    const before = (await ask(query)).body.data!["recordResponsibilities"] as { totalCount: number };
    await give(["DishonestyRecord.factFull"]);
    const { totalCount, nodes } = (await ask(query)).body.data!["recordResponsibilities"] as { totalCount: number; nodes: { role: string | null; dishonestyRecord: unknown }[] };
    expect(totalCount).toBeGreaterThan(before.totalCount);
    expect(nodes.every(({ role, dishonestyRecord }) => role !== null && dishonestyRecord !== null)).toBe(true);
  });

  it("a relation that leads to nobody for the asker names nobody in the log", async () => {
    await give(["Tender.responsibleOfficialId"]);
    const answer = await ask("{ tenders(first: 50) { nodes { responsibleOfficial { id } } } }");
    expect((answer.body.data!["tenders"] as { nodes: { responsibleOfficial: unknown }[] }).nodes.every(({ responsibleOfficial }) => responsibleOfficial === null)).toBe(true);
    expect(await personsOf(sql, answer)).toEqual([]);
    await give(["Official.name"]);
    const known = await ask("{ tenders(first: 50) { nodes { responsibleOfficial { id } } } }");
    const ids = (known.body.data!["tenders"] as { nodes: { responsibleOfficial: { id: string } | null }[] }).nodes.flatMap(({ responsibleOfficial }) => (responsibleOfficial ? [responsibleOfficial.id.split("_")[1]!] : []));
    expect(ids.length).toBeGreaterThan(0);
    expect(await personsOf(sql, known)).toEqual([...new Set(ids)].sort());
  });

  it("a person of whom nothing but the being there is told is in the log as well", async () => {
    await give(["Official.name"]);
    const answer = await ask("{ officials(first: 3) { nodes { id @skip(if: true) } } }");
    expect(answer.body.data).toEqual({ officials: { nodes: [{}, {}, {}] } });
    expect(await personsOf(sql, answer)).toHaveLength(3);
  });
});

it("A case without a number is none", async () => {
  const ask = (caseNo: string, hidden: boolean) => planned.ask("supervision", "{ officials(first: 1) { nodes { name } } }", {}, { extensions: { access: { caseNo, hidden } } });
  for (const answer of [await ask("", false), await ask("  ", true)]) expect(answer.body.errors).toMatchObject([{ message: expect.stringMatching(/access\.caseNo/), extensions: { code: "BAD_USER_INPUT" } }]);
});

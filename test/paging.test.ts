import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
  readonly totalCount: number;
}

let hub: TestHub;
let resolvers: TestHub;
beforeAll(async () => {
  hub = await testHub();
  resolvers = await testHub({ ownerUrl: hub.ownerUrl, resolversOnly: true });
});
afterAll(async () => {
  await resolvers.close();
  await hub.close();
});

/** A page of a connection as both paths answer it. */
async function page(persona: PersonaOrPublic, connection: string, window: string, further = ""): Promise<Page> {
  const query = `{ page: ${connection}(${[window, further].filter(Boolean).join(", ")}) { totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const [answer, other] = [await hub.ask(persona, query), await resolvers.ask(persona, query)];
  expect(answer.body.errors).toBeUndefined();
  expect(other.body).toEqual(answer.body);
  return answer.body.data!["page"] as Page;
}
const ids = ({ nodes }: Page): string[] => nodes.map(({ id }) => id);

const connections = [
  ["public", "administrativeDivisions", 'where: { parentCode: { eq: "510100" } }'],
  ["public", "debtRecords", 'where: { divisionCode: { eq: "510104" } }'],
  ["public", "tenders", 'where: { divisionCode: { eq: "510104" } }, orderBy: { field: TENDER_NO, direction: DESC }'],
  ["personnel", "officials", ""],
] as const;

describe.each(connections)("As %s, %s(%s)", (persona, connection, further) => {
  it("read backwards, page by page, is what it is forwards", async () => {
    const all = await page(persona, connection, `first: ${persona === "personnel" ? 100 : 200}`, further);
    expect(ids(all).length).toBe(all.totalCount);
    const forwards: string[] = [];
    let at: Page | undefined;
    do forwards.push(...ids((at = await page(persona, connection, `first: 7${at ? `, after: "${at.pageInfo.endCursor!}"` : ""}`, further))));
    while (at.pageInfo.hasNextPage);
    expect(forwards).toEqual(ids(all));
    const backwards: string[] = [];
    at = undefined;
    do backwards.unshift(...ids((at = await page(persona, connection, `last: 7${at ? `, before: "${at.pageInfo.startCursor!}"` : ""}`, further))));
    while (at.pageInfo.hasPreviousPage);
    expect(backwards).toEqual(ids(all));
  });

  it("a page says where it stands, in both directions", async () => {
    const all = await page(persona, connection, `first: ${persona === "personnel" ? 100 : 200}`, further);
    const { edges } = all;
    const [second, fourth] = [edges[1]!.cursor, edges[4]!.cursor];
    const between = await page(persona, connection, `last: 2, before: "${fourth}"`, further);
    expect(ids(between)).toEqual([edges[2]!.node.id, edges[3]!.node.id]);
    expect(between.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true, startCursor: edges[2]!.cursor, endCursor: edges[3]!.cursor });
    const head = await page(persona, connection, `last: 7, before: "${second}"`, further);
    expect(ids(head)).toEqual([edges[0]!.node.id]);
    expect(head.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
    const tail = await page(persona, connection, "last: 3", further);
    expect(tail.edges).toEqual(edges.slice(-3));
    expect(tail.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    expect((await page(persona, connection, "last: 0", further)).pageInfo).toMatchObject({ startCursor: null, endCursor: null });
  });
});

describe("Windows that mean nothing are refused", () => {
  it.each([
    ["first: 2, last: 2", "BAD_USER_INPUT", /cannot be mixed/],
    ['first: 2, before: "x"', "BAD_USER_INPUT", /cannot be mixed/],
    ["last: -1", "BAD_USER_INPUT", /last cannot be negative/],
    ["last: 201", "LIMIT_EXCEEDED", /a page holds at most 200 rows, 201 were asked for/],
    ['before: "x"', "BAD_USER_INPUT", /cursor is damaged/],
  ])("%s", async (window, code, message) => {
    const { body } = await hub.ask("public", `{ tenders(${window}) { nodes { id } } }`);
    expect(body.errors![0]!.extensions["code"]).toBe(code);
    expect(body.errors![0]!.message).toMatch(message);
  });

  it("null is as if nothing were said", async () => {
    const { body } = await hub.ask("public", "query ($n: Int, $c: String) { tenders(first: $n, last: $n, after: $c, before: $c) { nodes { id } } }", { n: null, c: null });
    expect((body.data!["tenders"] as Page).nodes.length).toBe(20);
  });
});

describe("What changed since a moment", () => {
  it("is asked for by updatedAfter, at any connection, and is part of the question of a cursor", async () => {
    const { body } = await hub.ask("public", "{ tenders(first: 1) { nodes { recordedAt } } }");
    const { recordedAt } = (body.data!["tenders"] as { nodes: [{ recordedAt: string }] }).nodes[0];
    expect(ids(await page("public", "tenders", "first: 5", 'updatedAfter: "2020-01-01T00:00:00Z"')).length).toBe(5);
    expect(ids(await page("public", "debtRecords", "last: 5", `updatedAfter: "${recordedAt}"`)).length).toBe(0);
    const early = await page("public", "tenders", "first: 1", 'updatedAfter: "2020-01-01T00:00:00Z"');
    const { body: other } = await hub.ask("public", `{ tenders(first: 1, after: "${early.pageInfo.endCursor!}", updatedAfter: "2021-01-01T00:00:00Z") { nodes { id } } }`);
    expect(other.errors![0]!.message).toMatch(/belongs to another question/);
  });
});

describe("Operators", () => {
  const count = async (where: string): Promise<number> => ((await hub.ask("public", `{ organizations(where: ${where}) { totalCount } }`)).body.data!["organizations"] as Page).totalCount;

  it("ne and notIn are the opposites of eq and in, rows without a value included", async () => {
    const all = await count("{}");
    expect((await count("{ level: { eq: COUNTY } }")) + (await count("{ level: { ne: COUNTY } }"))).toBe(all);
    expect((await count("{ level: { in: [COUNTY, PROVINCE] } }")) + (await count("{ level: { notIn: [COUNTY, PROVINCE] } }"))).toBe(all);
    expect((await count('{ dissolvedOn: { eq: "2019-01-31" } }')) + (await count('{ dissolvedOn: { ne: "2019-01-31" } }'))).toBe(all);
    expect(await count('{ dissolvedOn: { notIn: ["2019-01-31"] } }')).toBe(all - 1);
  });
});

import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, officials, tenders } from "../src/exchange/demonstration/landmarks.ts";
import { testHub, type Answered, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** Hidden values are looked for wherever a question could meet them: filter, order, count, cursor, error, id, relation, log line. */
let hub: TestHub;
let sql: postgres.Sql;

const planted = { phone: "10077770001", account: "PLANTED-ACCOUNT-1", supplier: "PLANTED-SUPPLIER-1", contact: "10077770002" };
const sealed = tenders.overdue;
const absent = "00000000-0000-4000-8000-000000000000";

beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1 });
  await sql`update official_restricted set phone = ${planted.phone} where id = ${officials.subject.id}`;
  await sql`update organization_restricted set bank_account = ${planted.account} where id = ${bodies.countyHousing.id}`;
  await sql`update bid set supplier_name = ${planted.supplier} where tender_id = ${sealed.id}`;
  await sql`update bid_restricted set contact_phone = ${planted.contact}`;
});
afterAll(async () => {
  await sql.end();
  await hub.close();
});

const codes = ({ body }: Answered): unknown[] => (body.errors ?? []).map(({ extensions }) => extensions["code"]);
const bytes = ({ text }: Answered): string => text.replaceAll(/"requestId":"[^"]+"/g, "");
const holdsNothing = (answer: Answered): void => {
  for (const value of Object.values(planted)) expect(answer.text + JSON.stringify([...answer.headers])).not.toContain(value);
};

describe("Filter and order", () => {
  it.each([
    ['officials(where: { phone: { eq: "1" } })', "Official"],
    ['officials(where: { idNumberDigest: { eq: "1" } })', "Official"],
    ['officials(where: { name: { startsWith: "李" } })', "Official"],
    ['officials(orderBy: { field: BIRTH_YEAR })', "Official"],
    ['bids(where: { price: { gt: "1" } })', "Bid"],
    ['bids(where: { score: { gt: "1" } })', "Bid"],
    ['bids(orderBy: { field: PRICE })', "Bid"],
    ['tenders(where: { basePrice: { gt: "1" } })', "Tender"],
    ['organizations(where: { bankAccount: { startsWith: "P" } })', "Organization"],
  ])("by what is closed or is there row by row does not exist: %s", async (field) => {
    const answer = await hub.ask("personnel", `{ ${field} { totalCount } }`);
    expect(codes(answer)).toContain("GRAPHQL_VALIDATION_FAILED");
    expect(answer.body.data).toBeUndefined();
  });

  it.each(["public", "subject", "enterprise", "auditor", "operator"] as const)("by what is shared is refused to %s, by name of the field", async (persona) => {
    const answer = await hub.ask(persona, '{ organizations(where: { creditContact: { startsWith: "信" } }) { totalCount } }');
    expect(codes(answer)).toEqual(["FORBIDDEN"]);
    expect(answer.body.data).toBeUndefined();
    expect(answer.body.errors![0]!.extensions["coordinate"]).toBe("Organization.creditContact");
  });

  it("by what is shared is for bodies", async () => {
    const answer = await hub.ask("department", "query ($null: Boolean!) { organizations(where: { creditContact: { isNull: $null } }) { totalCount } }", { null: false });
    expect((answer.body.data as { organizations: { totalCount: number } }).organizations.totalCount).toBeGreaterThan(0);
  });

  it("a null operand is an error, never a filter that is ignored", async () => {
    const answer = await hub.ask("public", "query ($code: String) { organizations(where: { uscc: { eq: $code } }) { totalCount } }", { code: null });
    expect(codes(answer)).toEqual(["BAD_USER_INPUT"]);
    expect(answer.body.errors![0]!.message).toBe("uscc.eq cannot be null; use isNull.");
  });
});

describe("Absent and invisible answer alike", () => {
  const byId: readonly (readonly [string, string, string])[] = [
    ["bid", `Bid_${sealed.bids[0]!}`, "{ bid(id: ID) { supplierName price tender { title } } }"],
    ["official", `Official_${officials.elsewhere.id}`, "{ official(id: ID) { recordNo organization { name } } }"],
  ];
  const asPersona: readonly PersonaOrPublic[] = ["public", "department", "personnel", "subject"];
  it.each(asPersona.flatMap((persona) => byId.map(([what, id, query]) => [persona, what, id, query] as const)))("to %s, for a hidden %s by id", async (persona, what, id, query) => {
    const ask = (each: string) => hub.ask(persona, query.replace("ID", JSON.stringify(each)));
    const [hidden, missing] = [await ask(id), await ask(`${what === "bid" ? "Bid" : "Official"}_${absent}`)];
    expect(bytes(hidden)).toBe(bytes(missing));
    const [node, noNode] = await Promise.all([id, `${what === "bid" ? "Bid" : "Official"}_${absent}`].map((each) => hub.ask(persona, "query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { id } }", { id: each })));
    expect(bytes(node!)).toBe(bytes(noNode!));
    expect(node!.body).toEqual({ data: { node: null, nodes: [null] } });
  });

  it("a malformed id, and one of another type, are errors that say nothing of rows", async () => {
    for (const id of ["x", "Bid_1", `Tender_${absent}`, `Nothing_${absent}`, `BidConnection_${absent}`]) expect(codes(await hub.ask("public", "query ($id: ID!) { bid(id: $id) { id } }", { id }))).toEqual(["BAD_USER_INPUT"]);
    expect(codes(await hub.ask("public", "query ($id: ID!) { node(id: $id) { id } }", { id: `Government_${absent}` }))).toEqual(["BAD_USER_INPUT"]);
  });

  it("counts, lists and relations hold what the reader may know of and no more", async () => {
    const count = async (persona: PersonaOrPublic, query: string): Promise<number> => {
      const { data } = (await hub.ask(persona, query)).body as { data: Record<string, { totalCount: number }> };
      return Object.values(data)[0]!.totalCount;
    };
    const [{ n: open }] = await sql<[{ n: number }]>`select count(*)::int as n from bid b join tender t on t.id = b.tender_id where t.opened_at <= now()`;
    const [{ n: managed }] = await sql<[{ n: number }]>`select count(*)::int as n from official where managing_organization_id = ${bodies.countyPersonnel.id}`;
    expect(await count("public", "{ bids { totalCount } }")).toBe(open);
    expect(await count("personnel", "{ officials { totalCount } }")).toBe(managed);
    expect(await count("public", "{ officials { totalCount } }")).toBe(0);
    expect(await count("subject", "{ officials { totalCount } }")).toBe(1);
    const answer = await hub.ask("public", `{ tender(number: "${sealed.tenderNo}") { bids { totalCount pageInfo { startCursor hasNextPage } nodes { id } edges { cursor } } } }`);
    expect(answer.body.data).toEqual({ tender: { bids: { totalCount: 0, pageInfo: { startCursor: null, hasNextPage: false }, nodes: [], edges: [] } } });
  });

  it("a closed relation is denied both ways, once, and its rows are not told", async () => {
    const answer = await hub.ask("public", `{ organization(code: "${bodies.countyFinance.uscc}") { officials { totalCount } managedOfficials { totalCount } officeHolders { nodes { official { id } } } } }`);
    expect(answer.body.errors!.map(({ extensions }) => extensions["coordinate"])).toEqual(["Organization.officials", "Organization.managedOfficials", "OfficeHolder.official"]);
    expect(answer.body.data).toMatchObject({ organization: { officials: null, managedOfficials: null } });
  });
});

describe("A secret ends by a recorded event", () => {
  const bidsSeen = async (): Promise<number> => ((await hub.ask("public", `{ tender(number: "${sealed.tenderNo}") { bids { totalCount } } }`)).body.data as { tender: { bids: { totalCount: number } } }).tender.bids.totalCount;

  it("a planned time that has passed opens nothing; the recorded opening does; one in the future does not; taken back, it is sealed again", async () => {
    const [{ due }] = await sql<[{ due: Date }]>`select bids_due_at as due from tender where id = ${sealed.id}`;
    expect(due.getTime()).toBeLessThan(Date.now());
    expect(await bidsSeen()).toBe(0);
    await sql`update tender set opened_at = now() + interval '1 hour' where id = ${sealed.id}`;
    expect(await bidsSeen()).toBe(0);
    await sql`update tender set opened_at = now() where id = ${sealed.id}`;
    expect(await bidsSeen()).toBe(sealed.bids.length);
    await sql`update tender set opened_at = null where id = ${sealed.id}`;
    expect(await bidsSeen()).toBe(0);
  });
});

describe("Cursors", () => {
  const page = "query ($after: String, $level: DivisionLevel!) { administrativeDivisions(first: 2, after: $after, where: { level: { eq: $level } }) { pageInfo { endCursor hasNextPage hasPreviousPage } nodes { code } } }";
  const pageOf = async (after: string | null, level = "PREFECTURE") => hub.ask("public", page, { after, level });
  interface Page {
    readonly administrativeDivisions: { readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean }; readonly nodes: readonly { code: string }[] };
  }
  const dataOf = ({ body }: Answered) => (body.data as unknown as Page).administrativeDivisions;

  it("lead through all rows, each once, in order", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 20; pages++) {
      const { pageInfo, nodes } = dataOf(await pageOf(after));
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...nodes.map(({ code }) => code));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const all = await sql<{ code: string }[]>`select code from administrative_division where level = 'PREFECTURE' order by code`;
    expect(seen).toEqual(all.map(({ code }) => code));
  });

  it("of another question, or damaged, are errors", async () => {
    const { endCursor } = dataOf(await pageOf(null)).pageInfo;
    expect((await pageOf(endCursor, "COUNTY")).body.errors![0]!.message).toContain("belongs to another question");
    const [fingerprint, value, id] = JSON.parse(Buffer.from(endCursor, "base64").toString()) as [string, string, string];
    const forged = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString("base64");
    for (const cursor of ["", "x", endCursor.slice(3), forged([fingerprint, value]), forged([fingerprint, value, "1 or 1=1"]), forged({ fingerprint, value, id }), forged([fingerprint, 5, id])])
      expect(codes(await pageOf(cursor)), cursor).toEqual(["BAD_USER_INPUT"]);
  });

  it("made from a sealed bid's own values bring nothing of it", async () => {
    const query = "query ($after: String) { bids(first: 1, after: $after, orderBy: { field: RECEIVED_AT }) { pageInfo { endCursor } nodes { id } } }";
    const first = (await hub.ask("public", query)).body.data as { bids: { pageInfo: { endCursor: string } } };
    const [fingerprint] = JSON.parse(Buffer.from(first.bids.pageInfo.endCursor, "base64").toString()) as [string];
    const [hidden] = await sql<[{ id: string; at: string }]>`select id, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') || '+00' as at from bid where id = ${sealed.bids[0]!}`;
    const answer = await hub.ask("public", query, { after: Buffer.from(JSON.stringify([fingerprint, hidden.at, hidden.id])).toString("base64") });
    expect(answer.status).toBe(200);
    for (const bid of sealed.bids) expect(answer.text).not.toContain(bid);
    holdsNothing(answer);
  });
});

describe("Aliases, fragments and directives", () => {
  const closed = `official(id: "Official_${officials.subject.id}") { a: phone ...F ... on Official @include(if: $yes) { b: phone } c: phone @skip(if: $no) }`;
  it("bring a closed value under no name", async () => {
    const answer = await hub.ask("department", `query ($yes: Boolean!, $no: Boolean!) { x: ${closed} organization(code: "${bodies.countyHousing.uscc}") { name: bankAccount } } fragment F on Official { supplierName: phone }`, { yes: true, no: false });
    holdsNothing(answer);
    expect(answer.body.data).toEqual({ x: null, organization: { name: null } });
  });

  it("an alias that the database would cut, or that could be taken for introspection's, is refused", async () => {
    for (const alias of ["a".repeat(64), "__typename", "__x"]) expect(codes(await hub.ask("public", `{ administrativeDivision(code: "510000") { ${alias}: name } }`))).toEqual(["LIMIT_EXCEEDED"]);
    expect((await hub.ask("public", `{ administrativeDivision(code: "510000") { ${"a".repeat(63)}: name } }`)).body.errors).toBeUndefined();
  });
});

describe("Errors, the schema and the log", () => {
  it("a variable that does not fit is named, its value is not repeated", async () => {
    const answer = await hub.ask("public", "query ($first: Int!) { bids(first: $first) { totalCount } }", { first: planted.supplier });
    expect(codes(answer)).toEqual(["BAD_USER_INPUT"]);
    expect(answer.body.errors![0]!.message).toBe("The variable $first does not fit its type Int!.");
    holdsNothing(answer);
  });

  it("what nobody reads is not in the schema", async () => {
    const { text } = await hub.ask("personnel", "{ __schema { types { name fields { name } inputFields { name } enumValues { name } } } }");
    for (const name of ["idNumberDigest", "contentHash", "rowHash", "submittedBy", "ID_NUMBER_DIGEST"]) expect(text).not.toContain(`"${name}"`);
  });

  it("the log has a line for each request and no value of a question, an answer or a token", async () => {
    const token = (await hub.tokenOf("personnel"))!;
    await hub.ask("personnel", `query Named($id: ID!) { official(id: $id) { name phone } }`, { id: `Official_${officials.subject.id}` });
    await fetch(`${hub.url}/graphql?query=${encodeURIComponent(`{organization(code:"${planted.account}"){name}}`)}&variables=${encodeURIComponent(JSON.stringify({ x: planted.contact }))}`, { headers: { authorization: `Bearer ${token}` } });
    await fetch(`${hub.url}/graphql`, { headers: { authorization: `Bearer ${planted.account}.x.y` } });
    const log = hub.logged.join("");
    expect(log).toContain('"operationName":"Named"');
    expect(log).toContain('"audience":"personnel"');
    for (const value of [...Object.values(planted), officials.subject.id, token.split(".")[2]!, "Official_", "query="]) expect(log).not.toContain(value);
  });
});

import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, officeHolders, officials, posts, tenders, tenures } from "../src/exchange/demonstration/landmarks.ts";
import { storedSecrets } from "../src/store/secrets.ts";
import { freshDatabase, type FreshDatabase } from "./setup/database.ts";
import { personas, testHub, type Answered, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";
import { demonstrationTemplate, runKey } from "./setup/template.ts";

/** Hidden values are looked for wherever a question could meet them: filter, order, count, cursor, error, id, relation, log line. */
let database: FreshDatabase;
let hub: TestHub;
let sql: postgres.Sql;

/** Values that stand nowhere else; whoever asks in this file through `probe` may have none of them. */
const planted = {
  phone: "10077770001", idNumber: "11010119000307774X", address: "PLANTED-ADDRESS", ethnicity: "PLANTED-ETHNICITY", digest: "PLANTED-DIGEST", person: "PLANTED-PERSON", account: "PLANTED-ACCOUNT",
  supplier: "PLANTED-SUPPLIER", supplierUscc: "PLANTED-USCC", contact: "10077770002", price: "77775544.33", basePrice: "88775544.33", rowHash: "PLANTED-ROW-HASH", contentHash: "PLANTED-CONTENT-HASH", submitter: "PLANTED-SUBMITTER",
} as const;
const sealed = tenders.overdue;
const absent = "00000000-0000-4000-8000-000000000000";

beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  // Statements whose plan knows no values: what the database does then depends most on the rows that it meets.
  await sql.unsafe(`alter database "${new URL(database.url).pathname.slice(1)}" set plan_cache_mode = force_generic_plan`);
  await sql`update official_restricted set phone = ${planted.phone}, home_address = ${planted.address}, ethnicity = ${planted.ethnicity},
    id_number = pgp_sym_encrypt(${planted.idNumber}::text, ${storedSecrets(runKey).encryption}::text, 's2k-mode=1') where id = ${officials.elsewhere.id}`;
  await sql`update official set name = ${planted.person}, id_number_digest = ${planted.digest} where id = ${officials.elsewhere.id}`;
  await sql`update organization_restricted set bank_account = ${planted.account} where id = ${bodies.otherCountyGovernment.id}`;
  await sql`update bid set supplier_name = ${planted.supplier}, supplier_uscc = ${planted.supplierUscc} where id = any(${[...sealed.bids, ...tenders.failed.bids]})`;
  await sql`insert into bid_price (id, price) select unnest(${sealed.bids}::uuid[]), ${planted.price} on conflict (id) do update set price = excluded.price`;
  await sql`insert into tender_opening (id, base_price) values (${sealed.id}, ${planted.basePrice}) on conflict (id) do update set base_price = excluded.base_price`;
  await sql`update bid_restricted set contact_phone = ${planted.contact}`;
  await sql`update bid set row_hash = ${planted.rowHash}, content_hash = ${planted.contentHash}, submitted_by = ${planted.submitter}`;
  await sql`update tender set content_hash = ${planted.contentHash}, submitted_by = ${planted.submitter}`;
  hub = await testHub({ ownerUrl: database.url });
});
afterAll(async () => {
  await sql.end();
  await hub.close();
  await database.drop();
});

/** Asks as somebody who may have nothing of what is planted; it is searched for in every answer. */
async function probe(persona: PersonaOrPublic, query: string, variables?: Readonly<Record<string, unknown>>, further?: Readonly<Record<string, unknown>>): Promise<Answered> {
  const answer = await hub.ask(persona, query, variables, further);
  holdNothing(answer.text + JSON.stringify([...answer.headers]));
  return answer;
}
function holdNothing(text: string): void {
  for (const value of Object.values(planted)) expect(text).not.toContain(value);
}
const codes = ({ body }: Answered): unknown[] => (body.errors ?? []).map(({ extensions }) => extensions["code"]);
const seen = ({ status, headers, text }: Answered): unknown => ({
  status,
  headers: [...headers].filter(([name]) => name !== "x-request-id" && name !== "date"),
  text: text.replaceAll(/"requestId":"[^"]+"/g, ""),
});
const countIn = ({ body }: Answered): number => (Object.values(body.data!)[0] as { totalCount: number }).totalCount;
const others = (...entitled: PersonaOrPublic[]): PersonaOrPublic[] => personas.filter((persona) => !entitled.includes(persona));

describe("Filter and order", () => {
  it.each([
    ['officials(where: { phone: { eq: "1" } })', "Official.phone"],
    ['officials(where: { idNumberDigest: { eq: "1" } })', "Official.idNumberDigest"],
    ['officials(where: { name: { startsWith: "李" } })', "Official.name"],
    ["officials(where: { birthYear: { gt: 1 } })", "Official.birthYear"],
    ["officials(orderBy: { field: BIRTH_YEAR })", "Official.birthYear"],
    [`officials(where: { managingOrganizationId: { eq: "Organization_${absent}" } })`, "Official.managingOrganizationId"],
    [`officeHolders(where: { officialId: { eq: "Official_${absent}" } })`, "OfficeHolder.officialId"],
    ['tenures(where: { postTitle: { startsWith: "局" } })', "Tenure.postTitle"],
    [`tenures(where: { officialId: { eq: "Official_${absent}" } })`, "Tenure.officialId"],
    ['bids(where: { price: { gt: "1" } })', "Bid.price"],
    ['bids(where: { score: { gt: "1" } })', "Bid.score"],
    ['bids(where: { contactPhone: { eq: "1" } })', "Bid.contactPhone"],
    ['bids(where: { rowHash: { eq: "1" } })', "Bid.rowHash"],
    ["bids(orderBy: { field: PRICE })", "Bid.price"],
    ['tenders(where: { basePrice: { gt: "1" } })', "Tender.basePrice"],
    ["tenders(orderBy: { field: BASE_PRICE })", "Tender.basePrice"],
    ['tenders(where: { contentHash: { eq: "1" } })', "Tender.contentHash"],
    ['organizations(where: { bankAccount: { startsWith: "P" } })', "Organization.bankAccount"],
    ["organizations(orderBy: { field: CREDIT_CONTACT })", "Organization.creditContact"],
  ])("by what is closed or is there row by row does not exist for anybody: %s", async (field) => {
    for (const persona of ["public", "personnel", "tradingCentre"] as const) {
      const answer = await probe(persona, `{ ${field} { totalCount } }`);
      expect(codes(answer)).toContain("GRAPHQL_VALIDATION_FAILED");
      expect(answer.body.data).toBeUndefined();
    }
  });

  const byShared = '{ organizations(where: { creditContact: { startsWith: "信" } }) { totalCount } }';
  it.each(["public", "subject", "enterprise", "auditor", "operator"] as const)("by what is shared is refused to %s, by name of the field, nested or not", async (persona) => {
    for (const [query, coordinate] of [
      [byShared, "Organization.creditContact"],
      ["query ($no: Boolean!) { projects(where: { planNo: { isNull: $no } }) { totalCount } }", "Project.planNo"],
      ['query { administrativeDivision(code: "510104") { organizations(where: { sourceSystem: { eq: "x" } }) { totalCount } } }', "Organization.sourceSystem"],
    ] as const) {
      const answer = await probe(persona, query, { no: false });
      expect(codes(answer)).toEqual(["FORBIDDEN"]);
      expect(answer.body.data).toBeUndefined();
      expect(answer.body.errors![0]!.extensions["coordinate"]).toBe(coordinate);
    }
  });

  it.each(["department", "personnel", "court", "centralBank"] as const)("by what is shared is for bodies, such as %s", async (persona) => {
    const all = await sql<[{ n: number }]>`select count(*)::int as n from organization where credit_contact is not null`;
    expect(countIn(await probe(persona, "query ($null: Boolean!) { organizations(where: { creditContact: { isNull: $null } }) { totalCount } }", { null: false }))).toBe(all[0].n);
  });

  it("a null operand is an error, never a filter that is ignored", async () => {
    const answer = await probe("public", "query ($code: String) { organizations(where: { uscc: { eq: $code } }) { totalCount } }", { code: null });
    expect(codes(answer)).toEqual(["BAD_USER_INPUT"]);
    expect(answer.body.errors![0]!.message).toBe("uscc.eq cannot be null; use isNull.");
  });

  it("finds no hidden row by an open value of it", async () => {
    for (const where of [`{ supplierName: { eq: "${planted.supplier}" } }`, `{ supplierUscc: { startsWith: "PLANTED" } }`, `{ tenderId: { in: ["Tender_${sealed.id}"] } }`, `{ id: { in: ["Bid_${sealed.bids[0]!}", "Bid_${tenders.failed.bids[0]!}"] } }`])
      expect((await probe("public", `{ bids(where: ${where}) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`)).body.data).toEqual({ bids: { totalCount: 0, nodes: [], pageInfo: { endCursor: null, hasNextPage: false } } });
    for (const persona of others("personnel", "otherPersonnel", "supervision")) expect(countIn(await probe(persona, '{ posts(where: { isLeading: { eq: false } }) { totalCount } }')), persona).toBe(0);
    for (const persona of others("otherPersonnel"))
      expect(countIn(await probe(persona, `{ officials(where: { recordNo: { eq: "${officials.elsewhere.recordNo}" } }) { totalCount } }`))).toBe(0);
  });

  it("searches no hidden value, whole or in part", async () => {
    for (const persona of others("otherPersonnel", "tradingCentre"))
      for (const value of Object.values(planted)) {
        const { body } = await probe(persona, "query ($whole: String!, $part: String!) { whole: search(text: $whole) { totalCount nodes { title } } part: search(text: $part) { totalCount } suggest(text: $part) { title } }", { whole: value, part: value.slice(0, 9) });
        expect(body.data).toEqual({ whole: { totalCount: 0, nodes: [] }, part: { totalCount: 0 }, suggest: [] });
      }
  });

  // The database casts a value when it first compares it with a row: whether it fails must not tell that there is one.
  it.each(["0000-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])("a moment that no column holds (%s) is refused before any row is met, hidden or not", async (at) => {
    const byRecord = "query ($value: String!, $at: DateTime!) { officials(where: { recordNo: { eq: $value }, recordedAt: { gt: $at } }) { totalCount } }";
    const byTender = "query ($value: String!, $at: DateTime!) { tender(number: $value) { bids(where: { receivedAt: { in: [$at] } }) { totalCount } } }";
    for (const [query, hidden, missing] of [[byRecord, officials.elsewhere.recordNo, "NONE"], [byTender, sealed.tenderNo, tenders.cancelled.tenderNo]] as const)
      for (const persona of ["public", "personnel"] as const) {
        const [there, nowhere] = [await probe(persona, query, { value: hidden, at }), await probe(persona, query, { value: missing, at })];
        expect(seen(there)).toEqual(seen(nowhere));
        expect(codes(there)).toEqual(["BAD_USER_INPUT"]);
      }
  });
});

describe("Absent and invisible answer alike, in bytes and headers", () => {
  const hidden = [
    { what: "Bid", name: "a sealed bid", id: sealed.bids[0]!, query: "query ($id: ID!) { bid(id: $id) { supplierName price contactPhone tender { title bids { totalCount } } } }", entitled: ["tradingCentre"] },
    { what: "Bid", name: "a bid of a failed tender", id: tenders.failed.bids[0]!, query: "query ($id: ID!) { bid(id: $id) { supplierName price score } }", entitled: ["tradingCentre"] },
    { what: "Official", name: "another county's official", id: officials.elsewhere.id, query: "query ($id: ID!) { official(id: $id) { recordNo name idNumber organization { name } officeHoldings { totalCount } } }", entitled: ["otherPersonnel"] },
    { what: "Tenure", name: "another county's tenure", id: tenures.elsewhere.id, query: "query ($id: ID!) { tenure(id: $id) { postTitle heldFrom appointmentNo official { name } post { title } } }", entitled: ["otherPersonnel"] },
    { what: "Post", name: "another county's post that is not leading", id: posts.ordinaryElsewhere.id, query: "query ($id: ID!) { post(id: $id) { title postNo officeHolders { totalCount } tenures { totalCount } } }", entitled: ["otherPersonnel"] },
  ] as const;
  it.each(hidden.flatMap((each) => others(...each.entitled).map((persona) => [persona, each.name, each] as const)))("to %s, for %s", async (persona, _name, { what, id, query }) => {
    for (const question of [query, "query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { id ... on Bid { supplierName } ... on Official { name } } }", `query ($id: ID!) { ${what.toLowerCase()}s(where: { id: { eq: $id } }) { totalCount nodes { id } } }`]) {
      const [there, nowhere] = [await probe(persona, question, { id: `${what}_${id}` }), await probe(persona, question, { id: `${what}_${absent}` })];
      expect(seen(there)).toEqual(seen(nowhere));
      expect(there.text).not.toContain(id);
    }
  });

  it("a malformed id, and one of another type, are errors that say nothing of rows", async () => {
    for (const id of ["x", "Bid_1", `Tender_${absent}`, `Official_${officials.elsewhere.id}`, `Nothing_${absent}`, `BidConnection_${absent}`, `bid_${sealed.bids[0]!}`, `Bid_${sealed.bids[0]!.toUpperCase()}`, ` Bid_${sealed.bids[0]!}`])
      expect(codes(await probe("public", "query ($id: ID!) { bid(id: $id) { id } }", { id })), id).toEqual(["BAD_USER_INPUT"]);
    expect(codes(await probe("public", "query ($id: ID!) { node(id: $id) { id } }", { id: `Government_${absent}` }))).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("Counts, lists and relations hold what the reader may know of and no more", () => {
  it("counts", async () => {
    const [{ n: open }] = await sql<[{ n: number }]>`select count(*)::int as n from bid b join tender t on t.id = b.tender_id where t.opened_at <= now()`;
    const [{ n: managed }] = await sql<[{ n: number }]>`select count(*)::int as n from official where managing_organization_id = ${bodies.countyPersonnel.id}`;
    for (const persona of others("tradingCentre")) expect(countIn(await probe(persona, "{ bids { totalCount totalCountIsCapped } }")), persona).toBe(open);
    for (const persona of ["public", "department", "court", "creditLead", "enterprise", "auditor", "operator", "tradingCentre"] as const) expect(countIn(await hub.ask(persona, "{ officials { totalCount } }")), persona).toBe(0);
    expect(countIn(await probe("personnel", "{ officials { totalCount } }"))).toBe(managed);
    expect(countIn(await probe("subject", "{ officials { totalCount } }"))).toBe(1);
  });

  it("a sealed tender's relation to its bids, and every page of all bids", async () => {
    const answer = await probe("public", `{ tender(number: "${sealed.tenderNo}") { basePrice bids { totalCount pageInfo { startCursor hasNextPage } nodes { id } edges { cursor node { supplierName } } } } }`);
    expect(answer.body.data).toEqual({ tender: { basePrice: null, bids: { totalCount: 0, pageInfo: { startCursor: null, hasNextPage: false }, nodes: [], edges: [] } } });
    for (const order of ["RECEIVED_AT", "SUPPLIER_NAME", "RECORDED_AT", "STATUS"])
      for (const direction of ["ASC", "DESC"])
        for (const bid of sealed.bids) expect((await probe("public", `{ bids(first: 200, orderBy: { field: ${order}, direction: ${direction} }) { nodes { id supplierName tender { bids { nodes { id } } } } } }`)).text).not.toContain(bid);
  });

  it("a closed relation is denied both ways, once, and its rows are not told", async () => {
    const answer = await probe("public", `{ organization(code: "${bodies.otherCountyGovernment.uscc}") { officials { totalCount } managedOfficials { totalCount } officeHolders { nodes { official { id } officialId } } } }`);
    expect(answer.body.errors!.map(({ extensions }) => extensions["coordinate"])).toEqual(["Organization.officials", "Organization.managedOfficials", "OfficeHolder.official", "OfficeHolder.officialId"]);
    expect(answer.body.data).toMatchObject({ organization: { officials: null, managedOfficials: null } });
  });

  it("for a personnel body, those whom another manages are in no relation", async () => {
    const body = async (code: string) => (await probe("personnel", `{ organization(code: "${code}") { officials { totalCount nodes { name } } managedOfficials { totalCount } } }`)).body.data;
    for (const { uscc } of [bodies.otherCountyPersonnel, bodies.prefecturePersonnel, bodies.otherCountyGovernment]) expect(await body(uscc)).toEqual({ organization: { officials: { totalCount: 0, nodes: [] }, managedOfficials: { totalCount: 0 } } });
    const head = await probe("personnel", `{ node(id: "OfficeHolder_${officeHolders.countyHead.id}") { ... on OfficeHolder { name official { name } } } }`);
    expect(head.body).toEqual({ data: { node: { name: expect.any(String), official: null } } });
  });
});

describe("A secret ends by a recorded event", () => {
  const question = `{ tender(number: "${sealed.tenderNo}") { basePrice bids { totalCount nodes { supplierName price } } } bid(id: "Bid_${sealed.bids[0]!}") { supplierName } }`;
  const closed = { tender: { basePrice: null, bids: { totalCount: 0, nodes: [] } }, bid: null };
  const bid = { supplierName: planted.supplier, price: planted.price };
  const opened = { tender: { basePrice: planted.basePrice, bids: { totalCount: sealed.bids.length, nodes: sealed.bids.map(() => bid) } }, bid: { supplierName: planted.supplier } };

  it("a planned time that has passed opens nothing; the recorded opening does; one in the future does not; taken back, it is sealed again", async () => {
    const [{ due }] = await sql<[{ due: Date }]>`select bids_due_at as due from tender where id = ${sealed.id}`;
    expect(due.getTime()).toBeLessThan(Date.now());
    const now = async () => (await hub.ask("public", question)).body;
    expect(await now()).toEqual({ data: closed });
    await sql`update tender set opened_at = now() + interval '1 hour' where id = ${sealed.id}`;
    expect(await now()).toEqual({ data: closed });
    await sql`update tender set opened_at = now() where id = ${sealed.id}`;
    expect(await now()).toEqual({ data: opened });
    await sql`update tender set opened_at = null where id = ${sealed.id}`;
    expect(await now()).toEqual({ data: closed });
  });
});

describe("Cursors", () => {
  const page = "query ($after: String, $level: DivisionLevel!) { administrativeDivisions(first: 2, after: $after, where: { level: { eq: $level } }) { pageInfo { endCursor hasNextPage hasPreviousPage } nodes { code } } }";
  const pageOf = async (after: string | null, level = "PREFECTURE") => probe("public", page, { after, level });
  interface Page {
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
    readonly nodes: readonly { readonly code: string }[];
  }
  const pageIn = ({ body }: Answered): Page => Object.values(body.data!)[0] as Page;
  const parts = (cursor: string): [string, string, string] => JSON.parse(Buffer.from(cursor, "base64").toString()) as [string, string, string];
  const forged = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString("base64");

  it("lead through all rows, each once, in order", async () => {
    const codesSeen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 20; pages++) {
      const { pageInfo, nodes } = pageIn(await pageOf(after));
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      codesSeen.push(...nodes.map(({ code }) => code));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const all = await sql<{ code: string }[]>`select code from administrative_division where level = 'PREFECTURE' order by code`;
    expect(codesSeen).toEqual(all.map(({ code }) => code));
  });

  it("of another question, or damaged, are errors", async () => {
    const { endCursor } = pageIn(await pageOf(null)).pageInfo;
    const elsewhere = await probe("public", `query ($after: String) { organizations(first: 1, after: $after) { nodes { id } } }`, { after: endCursor });
    for (const answer of [await pageOf(endCursor, "COUNTY"), elsewhere]) expect(answer.body.errors![0]!.message).toContain("belongs to another question");
    const [fingerprint, value, id] = parts(endCursor);
    for (const cursor of ["", "x", endCursor.slice(3), forged([fingerprint, value]), forged([fingerprint, value, "1 or 1=1"]), forged({ fingerprint, value, id }), forged([fingerprint, 5, id])])
      expect(codes(await pageOf(cursor)), cursor).toEqual(["BAD_USER_INPUT"]);
  });

  const bidPage = "query ($after: String) { bids(first: 1, after: $after, orderBy: { field: RECEIVED_AT }) { pageInfo { endCursor hasNextPage } nodes { id } totalCount } }";

  it("with a moment that does not exist are damaged, whatever rows there are", async () => {
    const [fingerprint, , id] = parts(pageIn(await probe("public", bidPage)).pageInfo.endCursor);
    for (const at of ["2026-02-30 00:00:00+00", "2026-01-01 24:00:01+00", "0000-01-01 00:00:00+00", "infinity", "now"]) expect((await probe("public", bidPage, { after: forged([fingerprint, at, id]) })).body.errors![0]!.message).toContain("damaged");
  });

  it("made from a sealed bid's own time and id bring nothing of it, nor tell that there is one", async () => {
    const [fingerprint] = parts(pageIn(await probe("public", bidPage)).pageInfo.endCursor);
    for (const id of [sealed.bids[0]!, tenders.failed.bids[0]!]) {
      const [{ at }] = await sql<[{ at: string }]>`select to_char(received_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') || '+00' as at from bid where id = ${id}`;
      const [there, nowhere] = [await probe("public", bidPage, { after: forged([fingerprint, at, id]) }), await probe("public", bidPage, { after: forged([fingerprint, at, absent]) })];
      expect(there.body.data).toBeTruthy();
      expect(seen(there)).toEqual(seen(nowhere));
      for (const bid of [...sealed.bids, ...tenders.failed.bids]) expect(there.text).not.toContain(bid);
    }
  });

  it("that the trading centre was given for a sealed bid lead the public past it and no further", async () => {
    const query = `query ($after: String) { tender(number: "${sealed.tenderNo}") { bids(first: 1, after: $after) { pageInfo { endCursor } nodes { supplierName } totalCount } } }`;
    const given = (await hub.ask("tradingCentre", query)).body.data as { tender: { bids: Page } };
    expect(JSON.stringify(given)).toContain(planted.supplier);
    const answer = await probe("public", query, { after: given.tender.bids.pageInfo.endCursor });
    expect(answer.body.data).toEqual({ tender: { bids: { pageInfo: { endCursor: null }, nodes: [], totalCount: 0 } } });
  });
});

describe("Aliases, fragments and directives", () => {
  const closed = `official(id: "Official_${officials.elsewhere.id}") { a: phone ...F ... on Official @include(if: $yes) { b: phone } c: phone @skip(if: $no) }`;
  it("bring a closed value under no name", async () => {
    const answer = await probe("department", `query ($yes: Boolean!, $no: Boolean!) { x: ${closed} organization(code: "${bodies.otherCountyGovernment.uscc}") { name: bankAccount } } fragment F on Official { supplierName: phone recordNo: idNumber }`, { yes: true, no: false });
    expect(answer.body.data).toEqual({ x: null, organization: { name: null } });
    const place = await probe("public", `{ nodes(ids: ["Organization_${bodies.otherCountyGovernment.id}"]) { ...A ... on Organization { uscc: bankAccount } ... on Government { id: bankAccount } } } fragment A on Node { ... on Organization { a: bankAccount } }`);
    expect(place.body.data).toEqual({ nodes: [{ a: null, uscc: null, id: null }] });
  });

  it("that leave a closed field out leave nothing to deny; that take it in are denied, by variables of the same document", async () => {
    const document = `query ($ask: Boolean!) { organization(code: "${bodies.otherCountyGovernment.uscc}") { name ...F @include(if: $ask) creditContact @skip(if: $ask) } } fragment F on Organization { bankAccount }`;
    const denied = async (ask: boolean) => (await probe("public", document, { ask })).body.errors!.map(({ extensions }) => extensions["coordinate"]);
    for (const ask of [true, false, true]) expect(await denied(ask)).toEqual([ask ? "Organization.bankAccount" : "Organization.creditContact"]);
  });

  it.each(["o", "c", "x", "i", "n", "t0", "ctx", "object", "row", "select", "constructor", "toString", "ID", "Id"])("an alias may be what a statement calls something of its own: %s", async (name) => {
    const query = `{ ${name}: administrativeDivision(code: "510000") { ${name}: name id } list: administrativeDivisions(first: 1) { ${name}: nodes { ${name}: code } totalCount } page: administrativeDivisions(first: 1) { ${name}: pageInfo { ${name}: hasNextPage } edges { ${name}: node { ${name}: code } } } only: administrativeDivisions(first: 1) { ${name}: totalCountIsCapped } }`;
    const { data, errors } = (await probe("public", query)).body;
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ [name]: { [name]: "四川省" }, list: { [name]: [{ [name]: "510000" }] }, page: { [name]: { [name]: true }, edges: [{ [name]: { [name]: "510000" } }] }, only: { [name]: false } });
  });

  it("an alias that the database would cut, or that could be taken for introspection's, is refused", async () => {
    for (const alias of ["a".repeat(64), "__typename", "__x"]) expect(codes(await probe("public", `{ administrativeDivision(code: "510000") { ${alias}: name } }`))).toEqual(["LIMIT_EXCEEDED"]);
    expect((await probe("public", `{ administrativeDivision(code: "510000") { ${"a".repeat(63)}: name } }`)).body.errors).toBeUndefined();
  });
});

describe("Errors and the schema", () => {
  it.each([
    ["query ($v: Int!) { bids(first: $v) { totalCount } }", planted.supplier, "The variable $v does not fit its type Int!: a whole number, without quotation marks."],
    ["query ($v: ID!) { bid(id: $v) { id } }", { a: planted.idNumber }, "The variable $v does not fit its type ID!."],
    ["query ($v: DivisionLevel!) { administrativeDivisions(where: { level: { eq: $v } }) { totalCount } }", planted.person, "The variable $v does not fit its type DivisionLevel!: it is one of COUNTY, PREFECTURE, PROVINCE, TOWNSHIP."],
    ["query ($v: BidWhere) { bids(where: $v) { totalCount } }", { supplierName: { eq: [planted.supplier] } }, "The variable $v.supplierName.eq does not fit its type String."],
    ["query ($v: BidWhere) { bids(where: $v) { totalCount } }", { receivedAt: { gt: planted.phone } }, 'The variable $v.receivedAt.gt does not fit its type DateTime: a moment is written as "2026-04-01T09:30:00+08:00".'],
    ["query ($v: TenderWhere) { tenders(where: $v) { totalCount } }", { budget: { gt: planted.account } }, 'The variable $v.budget.gt does not fit its type Decimal: a number is written as a text such as "1250000.00", without separators.'],
  ])("a variable that does not fit is named, its value is not repeated: %s", async (query, v, message) => {
    const answer = await probe("public", query, { v });
    expect(codes(answer)).toEqual(["BAD_USER_INPUT"]);
    expect(answer.body.errors![0]!.message).toBe(message);
  });

  it("an enumeration's unknown code, text that the database cannot hold and a malformed id are errors of the question", async () => {
    expect(codes(await probe("public", "{ administrativeDivisions(where: { level: { eq: VILLAGE } }) { totalCount } }"))).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    for (const value of ["\0", `${planted.supplier}\0`]) expect(codes(await probe("public", "query ($v: String!) { bids(where: { supplierName: { eq: $v } }) { totalCount } }", { v: value }))).toEqual(["BAD_USER_INPUT"]);
    expect(codes(await probe("public", "query ($v: ID!) { bids(where: { tenderId: { eq: $v } }) { totalCount } }", { v: planted.supplier }))).toEqual(["BAD_USER_INPUT"]);
  });

  it("what is denied stands in the extensions for those who want it there, as bare of values as among the errors", async () => {
    const answer = await probe("public", `{ organization(code: "${bodies.otherCountyGovernment.uscc}") { bankAccount } }`, {}, { extensions: { denied: "EXTENSION" } });
    expect(answer.body).toMatchObject({ data: { organization: { bankAccount: null } }, extensions: { denied: [{ extensions: { code: "FORBIDDEN", coordinate: "Organization.bankAccount" } }] } });
  });

  it("what nobody reads is not in the schema", async () => {
    const { text } = await probe("personnel", "{ __schema { types { name fields { name args { name } } inputFields { name } enumValues { name } } } }");
    for (const name of ["idNumberDigest", "contentHash", "rowHash", "submittedBy", "ID_NUMBER_DIGEST", "CONTENT_HASH", "ROW_HASH", "SUBMITTED_BY"]) expect(text).not.toContain(`"${name}"`);
  });
});

describe("GET", () => {
  const get = async (query: string, variables: unknown, token: string | null = null) => {
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const response = await fetch(`${hub.url}/graphql?${search.toString()}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
    const text = await response.text();
    holdNothing(text + JSON.stringify([...response.headers]));
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as Answered["body"] };
  };
  const withoutClock = (answer: Answered): unknown => JSON.parse(JSON.stringify(seen(answer)).replace(/max-age=\d+/, "max-age"));

  it("tells a hidden bid from none as little as POST does, by its entity tag neither", async () => {
    const query = "query ($id: ID!) { bid(id: $id) { supplierName } }";
    const [there, nowhere] = [await get(query, { id: `Bid_${sealed.bids[0]!}` }), await get(query, { id: `Bid_${absent}` })];
    expect(withoutClock(there)).toEqual(withoutClock(nowhere));
    expect(there.headers.get("etag")).toMatch(/^"/);
  });

  it("lets nobody keep an answer that denies, or one that is a body's own", async () => {
    expect((await get(`{ organization(code: "${bodies.otherCountyGovernment.uscc}") { bankAccount } }`, {})).headers.get("cache-control")).toBe("no-store");
    expect((await get("{ officials { totalCount } }", {}, await hub.tokenOf("personnel"))).headers.get("cache-control")).toBe("no-store");
  });

  it("with variables that are no JSON repeats them nowhere", async () => {
    const response = await fetch(`${hub.url}/graphql?query=${encodeURIComponent("{ me { audience } }")}&variables=${planted.account}`);
    holdNothing(await response.text());
    expect(response.status).toBeGreaterThanOrEqual(400);
  });
});

describe("The log", () => {
  it("has a line for each request and no value of a question, an answer or a token, after all that was asked above", async () => {
    const token = (await hub.tokenOf("otherPersonnel"))!;
    const allowed = await hub.ask("otherPersonnel", "query Named($id: ID!) { official(id: $id) { name phone idNumber } }", { id: `Official_${officials.elsewhere.id}` });
    expect(allowed.body).toEqual({ data: { official: { name: planted.person, phone: planted.phone, idNumber: planted.idNumber } } });
    await hub.ask("public", `{ administrativeDivisions(where: { level: { eq: ${planted.supplier.replaceAll("-", "_")} } }) { totalCount } }`);
    await fetch(`${hub.url}/graphql?query=${encodeURIComponent(`{organization(code:"${planted.account}"){name}}`)}&variables=${encodeURIComponent(JSON.stringify({ x: planted.contact }))}`, { headers: { authorization: `Bearer ${token}` } });
    await fetch(`${hub.url}/graphql`, { headers: { authorization: `Bearer ${planted.account}.x.y` } });
    await fetch(`${hub.url}/${planted.account}`);
    await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: `{"query": "${planted.account}` });
    const log = hub.logged.join("");
    expect(log).toContain('"operationName":"Named"');
    expect(log).toContain('"audience":"personnel"');
    for (const value of [...Object.values(planted), planted.supplier.replaceAll("-", "_"), officials.elsewhere.id, sealed.bids[0]!, token.split(".")[2]!, "Official_", "query="]) expect(log).not.toContain(value);
  });
});

import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StartError } from "../../src/start-error.ts";
import { testHub, type Answered, type AnsweredError, type TestHub } from "../setup/hub.ts";

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

const plain = '{ administrativeDivision(code: "510104") { name } }';
const first = ({ body }: Answered): AnsweredError => body.errors![0]!;
const maskedOf = (answer: Answered): string | undefined => hub.logged.find((line) => line.includes("masked error") && line.includes(answer.headers.get("x-request-id")!));
const get = (query: string, headers: Record<string, string> = {}) => fetch(`${hub.url}/graphql?query=${encodeURIComponent(query)}`, { headers });

describe("Limits name what was asked and what is allowed", () => {
  const deep = (levels: number): string => `{ administrativeDivision(code: "510104") { ${"parent { ".repeat(levels)}name${" }".repeat(levels)} } }`;
  const cases: readonly (readonly [string, string, Record<string, unknown> | undefined, string, RegExp])[] = [
    ["depth", deep(20), undefined, "LIMIT_EXCEEDED", /nests at most 20 fields, this one nests 22/],
    ["aliases", `{ ${Array.from({ length: 101 }, (_, n) => `a${n}: __typename`).join(" ")} }`, undefined, "LIMIT_EXCEEDED", /at most 100 aliases, this one has 101/],
    ["bytes of an alias", `{ ${"a".repeat(64)}: __typename }`, undefined, "LIMIT_EXCEEDED", /at most 63 bytes, one has 64/],
    ["an alias like those of introspection", "{ __name: __typename }", undefined, "LIMIT_EXCEEDED", /cannot begin with two underscores/],
    ["an alias like Relay's for another field than the type", '{ administrativeDivision(code: "510104") { __isNode: name } }', undefined, "LIMIT_EXCEEDED", /cannot begin with two underscores/],
    ["tokens", `{ administrativeDivision(code: "510104") { ${"name ".repeat(4_001)} } }`, undefined, "LIMIT_EXCEEDED", /at most 4000 tokens, this one has more/],
    ["a page without variables", "{ bids(first: 201) { totalCount } }", undefined, "LIMIT_EXCEEDED", /at most 200 rows, 201 were asked for/],
    ["rows of a page", "query ($n: Int!) { bids(first: $n) { totalCount } }", { n: 201 }, "LIMIT_EXCEEDED", /at most 200 rows, 201 were asked for/],
    ["rows in all", "query ($n: Int!) { administrativeDivisions(first: $n) { nodes { organizations(first: $n) { nodes { name } } } } }", { n: 150 }, "LIMIT_EXCEEDED", /20000 rows, this one asks for up to 22500/],
    ["a negative page", "query ($n: Int!) { bids(first: $n) { totalCount } }", { n: -1 }, "BAD_USER_INPUT", /first cannot be negative/],
    ["keys of a batch", "query ($codes: [String!]!) { organizationsByCode(codes: $codes) { name } }", { codes: Array.from({ length: 201 }, String) }, "LIMIT_EXCEEDED", /codes takes at most 200, 201 were given/],
    ["ids of a batch", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: Array.from({ length: 201 }, () => "Bid_00000000-0000-4000-8000-000000000000") }, "LIMIT_EXCEEDED", /ids takes at most 200/],
    ["two keys of a look-up", '{ organization(id: "x", code: "y") { name } }', undefined, "BAD_USER_INPUT", /exactly one of: id, code/],
    ["no key of a look-up", "{ organization { name } }", undefined, "BAD_USER_INPUT", /exactly one of: id, code/],
  ];
  it.each(cases)("%s", async (_what, query, variables, code, message) => {
    const answer = await hub.ask("public", query, variables);
    expect(first(answer).extensions["code"]).toBe(code);
    expect(first(answer).message).toMatch(message);
    expect(answer.body.data).toBeUndefined();
  });

  it("within them a question is answered, a page of nothing too", async () => {
    expect((await hub.ask("public", deep(17))).body.errors).toBeUndefined();
    expect((await hub.ask("public", "{ bids(first: 0) { nodes { id } pageInfo { hasNextPage endCursor } } }")).body.data).toEqual({ bids: { nodes: [], pageInfo: { hasNextPage: true, endCursor: null } } });
  });

  it("the type of a row may have the alias that Relay gives to it, beside its own name", async () => {
    const query = '{ organization(code: "11510104XXXF24W185") { __typename ... on Organization { __isOrganization: __typename } } }';
    expect((await hub.ask("public", query)).body).toEqual({ data: { organization: { __typename: "Government", __isOrganization: "Government" } } });
  });

  it("nor is a limit one below itself", async () => {
    for (const query of [`{ ${Array.from({ length: 100 }, (_, n) => `a${n}: __typename`).join(" ")} }`, `{ ${"a".repeat(63)}: __typename }`, "{ bids(first: 200) { totalCount } }"]) expect((await hub.ask("public", query)).body.errors).toBeUndefined();
  });
});

describe("A value that no field can hold is the asker's error, whatever rows there are", () => {
  const lookup = "query ($v: String) { legalBasis(citation: $v) { title } }";
  const filtered = (type: string, condition: string): string => `query ($v: ${type}) { projects(where: { ${condition} }) { totalCount } }`;
  const odd: readonly (readonly [string, string, unknown])[] = [
    ["a key with a NUL", lookup, "a\0b"],
    ["keys of a batch with a NUL", "query ($v: [String!]!) { organizationsByCode(codes: $v) { name } }", ["a\0b"]],
    ["a filter with a NUL", filtered("String", "recordNo: { startsWith: $v }"), "\0"],
    ["a list with a NUL", filtered("[String!]", "recordNo: { in: $v }"), ["a", "\0"]],
    ["a month that is not", filtered("Date", "validFrom: { eq: $v }"), "0001-13-45"],
    ["a day that is not", filtered("Date", "validFrom: { eq: $v }"), "2023-02-29"],
    ["a year that is not", filtered("Date", "validFrom: { eq: $v }"), "0000-01-01"],
    ["a moment of a year that is not", filtered("DateTime", "recordedAt: { gt: $v }"), "0000-01-01T00:00:00Z"],
    ["a moment beyond the calendar", filtered("DateTime", "recordedAt: { gt: $v }"), "+099999-01-01T00:00:00Z"],
    ["a number beyond measure", filtered("Decimal", "investment: { gt: $v }"), "9".repeat(25)],
    ["no number", filtered("Decimal", "investment: { gt: $v }"), "1e5"],
    ["an integer of more than 32 bits", "query ($v: Int) { debtRecords(where: { year: { eq: $v } }) { totalCount } }", 2 ** 31],
    ["a cursor of nothing", "query ($v: String) { tenders(after: $v) { nodes { id } } }", "a\0b"],
    ["an id of nothing", "query ($v: ID!) { node(id: $v) { id } }", "Bid_x"],
  ];
  it.each(odd)("%s", async (_what, query, v) => {
    const answer = await hub.ask("public", query, { v });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toBeUndefined();
    expect(answer.body.errors!.map(({ extensions }) => extensions["code"])).toEqual(["BAD_USER_INPUT"]);
    expect(maskedOf(answer)).toBeUndefined();
  });

  it("a cursor that was tampered with", async () => {
    const { body } = await hub.ask("public", "{ tenders(first: 1) { pageInfo { endCursor } } }");
    const { endCursor } = (body.data as { tenders: { pageInfo: { endCursor: string } } }).tenders.pageInfo;
    const [fingerprint, at, id] = JSON.parse(Buffer.from(endCursor, "base64").toString()) as string[];
    const after = (parts: unknown) => hub.ask("public", "query ($after: String) { tenders(first: 1, after: $after) { pageInfo { endCursor } } }", { after: Buffer.from(JSON.stringify(parts)).toString("base64") });
    expect((await after([fingerprint, at, id])).body.errors).toBeUndefined();
    for (const parts of [[fingerprint, "2024-99-99 00:00:00+00", id], [fingerprint, at, "x"], [fingerprint, 5, id], [fingerprint, at], ["other", at, id], "x", null]) expect(first(await after(parts)).extensions["code"]).toBe("BAD_USER_INPUT");
  });

  it("but the largest that a field can hold is a value like any other", async () => {
    for (const [query, v] of [[filtered("Decimal", "investment: { gt: $v }"), `${"9".repeat(24)}.999999`], ["query ($v: Int) { debtRecords(where: { year: { eq: $v } }) { totalCount } }", 2 ** 31 - 1], [lookup, "\\'\"{},%_\ud800"]] as const)
      expect((await hub.ask("public", query, { v })).body.errors).toBeUndefined();
  });
});

describe("A question", () => {
  it("is answered by GET as by POST, as one's own too", async () => {
    const { text } = await hub.ask("public", plain);
    expect(await (await get(plain)).text()).toBe(text);
    const variables = encodeURIComponent(JSON.stringify({ c: "510104" }));
    const response = await fetch(`${hub.url}/graphql?query=${encodeURIComponent("query A($c: String) { administrativeDivision(code: $c) { name } } query B { me { audience } }")}&operationName=A&variables=${variables}`, { headers: { authorization: `Bearer ${(await hub.tokenOf("court"))!}` } });
    expect([response.status, await response.text(), response.headers.get("cache-control")]).toEqual([200, text, "no-store"]);
  });

  it("that is a subscription is refused in a sentence, by either method", async () => {
    const query = `subscription { administrativeDivision(code: "510104") { name } }`;
    const answer = await hub.ask("public", query);
    expect(first(answer)).toMatchObject({ message: "The hub has no subscription; it answers queries and mutations.", extensions: { code: "BAD_USER_INPUT" } });
    expect(answer.body.data).toBeUndefined();
    const byGet = await get(query);
    expect([byGet.status, byGet.headers.get("allow")]).toEqual([405, "POST"]);
    expect(maskedOf(answer)).toBeUndefined();
  });
});

describe("What a request says of itself", () => {
  it("its language", async () => {
    const ask = async (language: string) => ((await (await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", "accept-language": language }, body: JSON.stringify({ query: "{ officials { nodes { name } } }" }) })).json()) as Answered["body"]).errors![0]!;
    expect((await ask("zh-CN,zh;q=0.9,en;q=0.8")).message).toBe("Official.name 不对当前访问者公开：属于有条件共享。");
    expect((await ask("fr, en;q=0.5, zh;q=0.4")).message).toMatch(/^Official\.name is not disclosed/);
    expect((await ask("zh")).extensions["howToApply"]).toMatch(/有条件共享/);
  });

  it("where it wants denied fields reported", async () => {
    const answer = await hub.ask("public", "{ officials { nodes { name } } }", undefined, { extensions: { denied: "EXTENSION" } });
    expect(answer.body.errors).toBeUndefined();
    expect(answer.body.extensions!["denied"]).toMatchObject([{ extensions: { coordinate: "Official.name" } }]);
    const byResolvers = await hub.ask("public", "{ me { audience } officials { nodes { name } } }", undefined, { extensions: { denied: "EXTENSION" } });
    expect(byResolvers.body.errors).toBeUndefined();
    expect(byResolvers.body.extensions!["denied"]).toHaveLength(1);
  });

  it("its purpose, strictly", async () => {
    expect((await hub.ask("personnel", plain, undefined, { extensions: { access: { purpose: "APPOINTMENT", caseNo: "组〔2026〕1号", note: "晋升考察" } } })).body.errors).toBeUndefined();
    for (const [extensions, message] of [
      [{ access: { purposes: "X" } }, "extensions.access.purposes is unknown"],
      [{ access: { purpose: 5 } }, "extensions.access.purpose must be a text"],
      [{ access: { purpose: "晋升" } }, "extensions.access.purpose takes a code"],
      [{ access: "X" }, "extensions.access must be an object"],
      [{ denied: "NO" }, "extensions.denied must be"],
    ] as const) {
      const answer = await hub.ask("personnel", plain, undefined, { extensions });
      expect(first(answer).message).toContain(message);
      expect(first(answer).extensions["code"]).toBe("BAD_USER_INPUT");
    }
    const byHeader = async (purpose: string) => fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", "hub-purpose": purpose }, body: JSON.stringify({ query: plain }) });
    expect((await byHeader("APPOINTMENT")).status).toBe(200);
    for (const purpose of ["appointment", "A B", ""]) {
      const response = await byHeader(purpose);
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("The header Hub-Purpose takes a code in capital letters.")]);
    }
  });
});

describe("Headers", () => {
  it("every answer has its request's id, and errors repeat it", async () => {
    const answer = await hub.ask("public", "{ officials { nodes { name } } }");
    expect(first(answer).extensions["requestId"]).toBe(answer.headers.get("x-request-id"));
    expect((await fetch(`${hub.url}/nothing`)).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("a public answer without errors may be kept until the minute ends, and is not sent twice", async () => {
    const response = await get(plain);
    const [, age] = /^public, max-age=(\d+)$/.exec(response.headers.get("cache-control")!)!;
    expect(Number(age)).toBeGreaterThan(0);
    expect(Number(age)).toBeLessThanOrEqual(60);
    expect(response.headers.get("vary")).toBe("accept, accept-language, authorization");
    const again = await get(plain, { "if-none-match": response.headers.get("etag")! });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  it("nothing else is kept", async () => {
    expect((await hub.ask("department", plain)).headers.get("cache-control")).toBe("no-store");
    expect((await hub.ask("public", "{ officials { nodes { name } } }")).headers.get("cache-control")).toBe("no-store");
    expect((await hub.ask("public", "{ me { audience } }")).headers.get("cache-control")).toBe("no-store");
    expect((await get("{ nonsense }")).headers.get("cache-control")).toBe("no-store");
    expect((await fetch(`${hub.url}/readyz`)).headers.get("cache-control")).toBe("no-store");
  });
});

describe("Requests that are no questions", () => {
  it("are told what is wrong, in JSON", async () => {
    const post = (body: string, headers: Record<string, string>) => fetch(`${hub.url}/graphql`, { method: "POST", headers, body });
    const json = { "content-type": "application/json" };
    for (const [response, status, code] of [
      [await fetch(`${hub.url}/nothing?token=1`), 404, "BAD_USER_INPUT"],
      [await post("{", json), 400, "BAD_USER_INPUT"],
      [await post("x", { "content-type": "text/plain" }), 415, "BAD_USER_INPUT"],
      [await post(JSON.stringify({ query: `#${"x".repeat(1_100_000)}\n${plain}` }), json), 413, "LIMIT_EXCEEDED"],
      [await post(JSON.stringify({ query: plain }), { ...json, accept: "text/html" }), 406, "BAD_USER_INPUT"],
    ] as const) {
      expect(response.status).toBe(status);
      expect((((await response.json()) as Answered["body"]).errors![0]!).extensions["code"]).toBe(code);
    }
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const response = await fetch(`${hub.url}/graphql`, { method });
      expect([response.status, response.headers.get("allow"), response.headers.get("cache-control")]).toEqual([405, "GET, POST", "no-store"]);
      expect(((await response.json()) as Answered["body"]).errors![0]!.message).toBe("Questions come by GET or POST.");
    }
  });
});

describe("When the hub fails", () => {
  it("the asker learns the request's id and nothing else, the log where it was", async () => {
    await sql`alter table legal_basis rename to legal_basis_away`;
    try {
      const answer = await hub.ask("public", '{ legalBasis(citation: "SECRET-CITATION") { title } }');
      expect(answer.status).toBe(500);
      expect(answer.body).toEqual({ errors: [{ message: "Something went wrong in the hub; the request id finds it in the log.", extensions: { code: "INTERNAL_SERVER_ERROR", requestId: answer.headers.get("x-request-id"), documentationUrl: "/catalogue/errors#INTERNAL_SERVER_ERROR" } }] });
      const line = maskedOf(answer)!;
      expect(line).toContain('"code":"42P01"');
      expect(line).not.toMatch(/SECRET|legal_basis/);
      const byResolvers = await hub.ask("public", '{ me { audience } legalBasis(citation: "SECRET-CITATION") { title } }');
      expect(byResolvers.text).not.toMatch(/legal_basis|relation/);
    } finally {
      await sql`alter table legal_basis_away rename to legal_basis`;
    }
  });

  it("without its database it says so, is not ready, and comes back", async () => {
    const name = new URL(hub.ownerUrl).pathname.slice(1);
    const admin = postgres(hub.ownerUrl.replace(name, "postgres"), { max: 1, onnotice: () => {} });
    try {
      await admin.unsafe(`alter database ${name} allow_connections false`);
      await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
      const answer = await hub.ask("public", plain);
      expect(first(answer).extensions["code"]).toBe("UNAVAILABLE");
      expect(answer.status).toBe(503);
      expect(answer.text).not.toContain(name);
      expect(hub.logged.find((each) => each.includes("the database does not answer") && each.includes(answer.headers.get("x-request-id")!))).toMatch(/"code":"\w+"/);
      // Its pool has no connection yet, so it is turned away at the door; a second later nobody knows any more who asks.
      expect(first(await hub.ask("court", plain)).extensions["code"]).toBe("UNAVAILABLE");
      await expect.poll(() => hub.logged.find((each) => each.includes("The register of clients cannot be read"))).toMatch(/"code":"\w+"/);
      const ready = await fetch(`${hub.url}/readyz`);
      expect(ready.status).toBe(503);
      expect(await ready.json()).toEqual({ status: "unavailable", reasons: [expect.stringMatching(/^the database does not answer/)] });
      expect((await fetch(`${hub.url}/livez`)).status).toBe(200);
    } finally {
      await admin.unsafe(`alter database ${name} allow_connections true`);
      await admin.end();
    }
    await expect.poll(async () => (await hub.ask("public", plain)).body.errors).toBeUndefined();
    await expect.poll(async () => (await fetch(`${hub.url}/readyz`)).status).toBe(200);
  });

  it("an answer that takes too long is stopped, in the database as well", async () => {
    const locker = postgres(hub.ownerUrl, { max: 1 });
    try {
      await locker.begin(async (transaction) => {
        await transaction`lock table project in access exclusive mode`;
        const answer = await hub.ask("public", "{ projects { totalCount } }");
        expect(answer.status).toBe(503);
        expect(first(answer).extensions["code"]).toBe("TIMEOUT");
        expect(first(answer).message).toMatch(/longer than \d seconds/);
      });
    } finally {
      await locker.end();
    }
    expect((await hub.ask("public", "{ projects { totalCount } }")).body.errors).toBeUndefined();
  });
});

describe("Starting and stopping", () => {
  it("a busy port is one sentence", async () => {
    const { port } = new URL(hub.url);
    const { startHub, hubCatalogue } = await import("../../src/server.ts");
    const error: unknown = await startHub({ catalogue: hubCatalogue(), ownerUrl: hub.ownerUrl, embedded: true, key: Buffer.alloc(32, 7), demonstration: true, budget: { public: 0, client: 0 }, deliveries: null, host: "127.0.0.1", port: Number(port), log: (await import("pino")).pino({ level: "silent" }) }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StartError);
    expect((error as Error).message).toBe(`Port ${port} of 127.0.0.1 is in use: stop the program that listens there, or set PORT to another.`);
  });

  it("lets a request under way end and takes no new one", async () => {
    const other = await testHub();
    const owner = postgres(other.ownerUrl, { max: 1 });
    let release = (): void => {};
    const held = owner.begin(async (transaction) => {
      await transaction`lock table project in access exclusive mode`;
      await new Promise<void>((resolve) => (release = resolve));
    });
    const watcher = postgres(other.ownerUrl, { max: 1 });
    await expect.poll(async () => (await watcher`select 1 from pg_locks where mode = 'AccessExclusiveLock' and granted and relation = 'project'::regclass`).length).toBe(1);
    const underWay = other.ask("public", "{ projects { totalCount } }");
    await expect.poll(async () => (await watcher`select 1 from pg_locks where not granted`).length).toBe(1);
    const { url } = other;
    const closing = other.close();
    release();
    await held;
    await owner.end();
    await watcher.end();
    expect((await underWay).body.data).toMatchObject({ projects: { totalCount: expect.any(Number) } });
    await closing;
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
  });
});

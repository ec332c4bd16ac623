import { getIntrospectionQuery } from "graphql";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { HubError } from "../../src/errors.ts";
import { Budgets, bytesOfUnit, type BudgetSettings, type Cost } from "../../src/http/budget.ts";
import type { Answering } from "../../src/http/answering.ts";
import { networkOf } from "../../src/http/network-of.ts";
import { publicViewer } from "../../src/policy/viewer.ts";
import { testHub, type TestHub } from "../setup/hub.ts";
import { stubServer, type StubAnswer, type StubServer } from "./stub-server.ts";

const servers: StubServer[] = [];
let now = 0;
afterEach(async () => {
  now = 0;
  for (const server of servers.splice(0)) await server.close();
});

/** What is answered where nothing else is said: data of a few bytes, which cost one unit. */
const small: Buffer = Buffer.from('{"things":[]}');
const bytes = (data: Buffer): Answering["answer"] => () => Promise.resolve({ data, errors: [] });

async function serverWith(budget: BudgetSettings, parts: Parameters<typeof stubServer>[0] = {}): Promise<StubServer> {
  const server = await stubServer({ answer: bytes(small), ...parts, budget: { now: () => now, ...budget } });
  servers.push(server);
  return server;
}

const asks = (rows: number): string => `{ things(first: ${rows}) { name } }`;
const shown = { body: { extensions: { cost: true } } };
const costOf = ({ text }: StubAnswer): Cost => (JSON.parse(text) as { extensions: { cost: Cost } }).extensions.cost;
const codeOf = ({ status, errors }: StubAnswer) => [status, errors[0]?.extensions["code"]];
const remaining = async (server: StubServer, headers: Record<string, string> = {}): Promise<number> => costOf(await server.ask("{ thing { name } }", undefined, { headers, ...shown })).remaining!;
const bearer = async (server: StubServer, client: string, seconds = 60): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await server.tokenOf(client, seconds)}`,
});

/** Data that fills so many units. */
const filling = (units: number): Buffer => Buffer.from(JSON.stringify({ things: [{ name: "x".repeat(units * bytesOfUnit - 24) }] }));

describe("A budget", () => {
  it("that has run out says when it will do for this question, in either language and under either media type", async () => {
    const server = await serverWith({ public: 60, client: 0 }, { answer: bytes(filling(50)) });
    expect(codeOf(await server.ask(asks(50)))).toEqual([200, undefined]);
    const refused = await server.ask(asks(50));
    expect(codeOf(refused)).toEqual([429, "RATE_LIMITED"]);
    expect(refused.errors[0]!.message).toBe("Too many requests; try again in 40 seconds.");
    expect(refused.headers.get("retry-after")).toBe("40");
    expect(refused.headers.get("cache-control")).toBe("no-store");
    const inChinese = await server.ask(asks(21), undefined, { headers: { "accept-language": "zh", accept: "application/graphql-response+json" } });
    expect([inChinese.status, inChinese.headers.get("retry-after"), inChinese.errors[0]!.message]).toEqual([429, "11", "请求过于频繁，请在 11 秒后重试。"]);
    expect(codeOf(await server.ask(asks(10)))).toEqual([200, undefined]);
  });

  it("refills by the clock: enough after the seconds that were told, not a moment before the last of them", async () => {
    for (const perMinute of [7, 60, 100, 4_001]) {
      const server = await serverWith({ public: perMinute, client: 0 }, { answer: bytes(filling(perMinute)) });
      expect(codeOf(await server.ask(asks(perMinute)))).toEqual([200, undefined]);
      const seconds = Number((await server.ask(asks(perMinute))).headers.get("retry-after"));
      expect(seconds).toBe(60);
      now += seconds * 1000 - 1;
      expect((await server.ask(asks(perMinute))).headers.get("retry-after")).toBe("1");
      now += 1;
      expect(codeOf(await server.ask(asks(perMinute)))).toEqual([200, undefined]);
      now += 3_600_000;
      expect(await remaining(server)).toBe(perMinute - 1); // a minute's, however long nothing was asked
    }
  });

  it("that could never do is a limit, and says so instead of sending the asker away to wait", async () => {
    const server = await serverWith({ public: 100, client: 0 });
    const refused = await server.ask(asks(101));
    expect(codeOf(refused)).toEqual([200, "LIMIT_EXCEEDED"]);
    expect(refused.errors[0]!.message).toBe("The request goes beyond a limit: the budget is 100 units a minute, this question asks for up to 101; lower first, or ask in pieces.");
    expect(refused.headers.get("retry-after")).toBeNull();
    expect(codeOf(await server.ask(asks(99)))).toEqual([200, undefined]);
  });

  it("of nought is none", async () => {
    const server = await serverWith({ public: 0, client: 10 });
    for (let n = 0; n < 5; n++) expect(costOf(await server.ask(asks(20_000), undefined, shown))).toEqual({ asked: 20_000, used: 1, remaining: null });
  });

  it("is charged before the question runs, and gets back what was not used", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let reached = (): void => {};
    const begun = new Promise<void>((resolve) => (reached = resolve));
    let answer: Answering["answer"] = async () => {
      reached();
      await held;
      return { data: filling(7), errors: [] };
    };
    const server = await serverWith({ public: 100, client: 0 }, { answer: (question) => answer(question) });
    const first = server.ask(asks(90), undefined, shown);
    await begun;
    answer = bytes(small);
    expect(codeOf(await server.ask(asks(11)))).toEqual([429, "RATE_LIMITED"]);
    release();
    expect(costOf(await first)).toEqual({ asked: 90, used: 7, remaining: 93 });
    expect(codeOf(await server.ask(asks(11)))).toEqual([200, undefined]);
  });

  it("pays for bytes that were begun, never for more than was asked, and a unit at least", async () => {
    let data = small;
    const server = await serverWith({ public: 1_000, client: 0 }, { answer: (question) => bytes(data)(question) });
    const used = async (of: Buffer, rows: number) => {
      data = of;
      const { asked, used } = costOf(await server.ask(asks(rows), undefined, shown));
      return [asked, used];
    };
    expect(await used(small, 0)).toEqual([1, 1]);
    expect(await used(small, 20)).toEqual([20, 1]);
    expect(await used(Buffer.from(JSON.stringify({ a: "x".repeat(bytesOfUnit - 8) })), 20)).toEqual([20, 1]);
    expect(await used(Buffer.from(JSON.stringify({ a: "x".repeat(bytesOfUnit - 7) })), 20)).toEqual([20, 2]);
    expect(await used(filling(500), 20)).toEqual([20, 20]);
    now += 60_000;
    expect(await remaining(server)).toBe(999);
  });

  it("gets nothing back for a question that was stopped, all but a unit for one that the hub could not answer", async () => {
    let code: "TIMEOUT" | "UNAVAILABLE" = "TIMEOUT";
    const server = await serverWith({ public: 100, client: 0 }, { answer: () => Promise.reject(new HubError(code, { seconds: "5" })) });
    expect(costOf(await server.ask(asks(30), undefined, shown))).toEqual({ asked: 30, used: 30, remaining: 70 });
    code = "UNAVAILABLE";
    expect(costOf(await server.ask(asks(30), undefined, shown))).toEqual({ asked: 30, used: 1, remaining: 69 });
  });

  it("pays a unit for what is refused before it is counted, and who has none left is not listened to", async () => {
    const server = await serverWith({ public: 60, client: 0 });
    const post = (body: string): Promise<StubAnswer> => server.send("/graphql", { method: "POST", headers: { "content-type": "application/json" }, body });
    const refusals: (() => Promise<StubAnswer>)[] = [
      () => server.ask("{ thing {"),
      () => server.ask("{ nothing }"),
      () => server.ask("query ($n: Int) { things(first: $n) { name } }", { n: "x" }),
      () => server.ask(asks(20_001)),
      () => server.ask(asks(61)),
      () => server.ask("{ thing { name } }", undefined, { body: { extensions: { cost: "yes" } } }),
      () => server.ask("{ thing { name } }", undefined, { headers: { accept: "text/html" } }),
      () => post("[]"),
      () => server.send("/graphql?query=mutation{change}"),
    ];
    for (const [place, ask] of refusals.entries()) {
      expect((await ask()).errors).toHaveLength(1);
      expect(await remaining(server)).toBe(60 - 2 * (place + 1));
    }
    expect(costOf(await server.ask("{ thing {", undefined, shown))).toEqual({ asked: 1, used: 1, remaining: 41 });
    expect(costOf(await post('{"extensions":{"cost":true}}'))).toEqual({ asked: 1, used: 1, remaining: 40 });
    for (let n = 0; n < 41; n++) expect((await server.ask("{ nothing }")).errors[0]!.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
    const unheard = await server.ask("{ nothing }");
    expect([...codeOf(unheard), unheard.headers.get("retry-after")]).toEqual([429, "RATE_LIMITED", "2"]);
    now += 2_000;
    expect(await remaining(server)).toBe(0);
  });

  it("is not touched by a question that was sent away", async () => {
    const server = await serverWith({ public: 60, client: 0 }, { answer: bytes(filling(60)) });
    await server.ask(asks(50));
    for (let n = 0; n < 5; n++) expect(costOf(await server.ask(asks(20), undefined, shown))).toEqual({ asked: 20, used: 0, remaining: 10 });
  });

  it("is a client's, whichever token it comes with; another's and the public's are others", async () => {
    const server = await serverWith({ public: 30, client: 60 }, { answer: bytes(filling(60)) });
    const one = await bearer(server, "one");
    const again = await bearer(server, "one", 90);
    expect(again).not.toEqual(one);
    expect(codeOf(await server.ask(asks(60), undefined, { headers: one }))).toEqual([200, undefined]);
    expect(codeOf(await server.ask(asks(60), undefined, { headers: again }))).toEqual([429, "RATE_LIMITED"]);
    expect(codeOf(await server.ask(asks(60), undefined, { headers: await bearer(server, "another") }))).toEqual([200, undefined]);
    expect(codeOf(await server.ask(asks(60), undefined, { headers: await bearer(server, "127.0.0.1") }))).toEqual([200, undefined]);
    expect(codeOf(await server.ask(asks(30)))).toEqual([200, undefined]);
  });
});

describe("The public", () => {
  const from = (address: string): Record<string, string> => ({ "x-forwarded-for": address });

  it("has a budget for each address that a trusted proxy names, of IPv6 for each network of 64 bits", async () => {
    const server = await serverWith({ public: 100, client: 0 }, { trustedProxies: ["127.0.0.0/8", "10.1.1.1"] });
    const named: readonly (readonly [string, number])[] = [
      ["192.0.2.1", 99], ["192.0.2.1", 98], ["192.0.2.2", 99], ["::ffff:192.0.2.2", 98],
      ["2001:db8:0:1::1", 99], ["2001:DB8::1:a:b:c:d", 98], ["2001:db8:0:2::1", 99],
      ["198.51.100.1, 192.0.2.3", 99], ["198.51.100.2, 192.0.2.3", 98], // what the asker wrote himself is not looked at
      ["192.0.2.3, 10.1.1.1", 97], // one proxy behind the other
      ["nonsense", 99], ["nothing", 98],
    ];
    for (const [address, left] of named) expect([address, await remaining(server, from(address))]).toEqual([address, left]);
    expect(await remaining(server)).toBe(99);
  });

  it("has one budget behind a proxy that is not named, whatever is written there", async () => {
    for (const trustedProxies of [[], ["10.1.1.1"]]) {
      const server = await serverWith({ public: 100, client: 0 }, { trustedProxies });
      expect(await remaining(server, from("192.0.2.1"))).toBe(99);
      expect(await remaining(server, from("192.0.2.2"))).toBe(98);
    }
  });

  it("is not let in as a persona by a proxy, trusted or not", async () => {
    const server = await serverWith({ public: 0, client: 0 }, { trustedProxies: ["127.0.0.1"] });
    const persona = await bearer(server, "department");
    expect((await server.ask("{ thing { name } }", undefined, { headers: persona })).status).toBe(200);
    for (const address of ["127.0.0.1", "192.0.2.1"]) expect((await server.ask("{ thing { name } }", undefined, { headers: { ...persona, ...from(address) } })).status).toBe(401);
  });

  it.each([
    ["127.0.0.1", "127.0.0.1"], ["::ffff:10.0.0.1", "10.0.0.1"], ["::1", "0:0:0:0::/64"], ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"], ["2001:db8::", "2001:db8:0:0::/64"], ["", ""], ["10.0.0.1:80", ""],
  ])("comes with the address %j from the network %j", (address, network) => {
    expect([networkOf(address), networkOf(address)]).toEqual([network, network]);
  });

  it("takes a bounded number of budgets, and never that of a client", () => {
    const budgets = new Budgets({ public: 10, client: 10, now: () => 0 });
    const left = (client: string | null, address: string): number => {
      const charge = budgets.open({ ...publicViewer, client }, address);
      charge.take(1);
      charge.settle(0);
      return charge.cost.remaining!;
    };
    left("one", "192.0.2.1");
    left(null, "192.0.2.1");
    for (let n = 0; n < 50_000; n++) left(null, `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    expect(left("one", "192.0.2.1")).toBe(8);
    expect(left(null, "192.0.2.1")).toBe(9);
    expect(left(null, "10.0.195.79")).toBe(8);
  });
});

describe("An answer says what it cost", () => {
  let planned: TestHub;
  let resolved: TestHub;
  beforeAll(async () => {
    const budget = { public: 1_000, client: 100_000, now: () => 0 };
    planned = await testHub({ budget });
    resolved = await testHub({ ownerUrl: planned.ownerUrl, resolversOnly: true, budget });
  });
  afterAll(async () => {
    await resolved.close();
    await planned.close();
  });

  const county = '{ administrativeDivision(code: "510104") { name organizations(first: 30) { nodes { name } } } }';
  const withCost = { extensions: { cost: true } };
  const without = (text: string): string => text.replace(/,"extensions":\{"cost":\{[^}]*\}\}/, "");

  it("where it is asked to, and is else the same byte for byte, planned or resolved", async () => {
    for (const hub of [planned, resolved]) {
      for (const query of [county, "{ me { audience } }", '{ legalBasis(citation: "none") { title } }']) {
        const [plain, told] = [await hub.ask("public", query), await hub.ask("public", query, undefined, withCost)];
        expect(plain.text).not.toContain('"extensions"');
        expect(told.body.extensions).toEqual({ cost: { asked: expect.any(Number), used: expect.any(Number), remaining: expect.any(Number) } });
        expect(without(told.text)).toBe(plain.text);
        expect(told.headers.get("cache-control")).toBe("no-store");
        expect((await hub.ask("public", query, undefined, { extensions: { cost: false } })).text).toBe(plain.text);
        expect((await hub.ask("public", query, undefined, { extensions: { cost: null } })).text).toBe(plain.text);
      }
    }
    expect((await planned.ask("public", county)).headers.get("cache-control")).toMatch(/^public/);
  });

  it("and it is the same on both paths", async () => {
    for (const persona of ["personnel", "court"] as const) {
      const costs = await Promise.all([planned, resolved].map(async (hub) => (await hub.ask(persona, county, undefined, withCost)).body.extensions!["cost"] as Cost));
      expect(costs[0]!.asked).toBe(31);
      expect(costs[0]!.used).toBeGreaterThan(2);
      expect(costs[0]!.used).toBeLessThan(31);
      expect(costs[0]!.remaining).toBe(100_000 - costs[0]!.used);
      expect(Math.abs(costs[0]!.used - costs[1]!.used)).toBeLessThanOrEqual(1); // the database writes a space after a comma
    }
  });

  it("by GET as by POST, and no such answer is kept", async () => {
    const get = (extensions: object) => fetch(`${planned.url}/graphql?query=${encodeURIComponent(county)}&extensions=${encodeURIComponent(JSON.stringify(extensions))}`);
    const answer = await get({ cost: true });
    expect([answer.headers.get("cache-control"), answer.headers.get("etag")]).toEqual(["no-store", null]);
    expect(((await answer.json()) as { extensions: { cost: Cost } }).extensions.cost.asked).toBe(31);
    expect((await get({})).headers.get("cache-control")).toMatch(/^public/);
  });

  it("beside what was denied and what went wrong", async () => {
    for (const hub of [planned, resolved]) {
      const denied = "{ officials(first: 3) { nodes { name } } }";
      const among = await hub.ask("public", denied, undefined, withCost);
      expect(among.body.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
      expect(among.body.extensions).toMatchObject({ cost: { asked: 3, used: 1 } });
      const apart = await hub.ask("public", denied, undefined, { extensions: { cost: true, denied: "EXTENSION" } });
      expect(Object.keys(apart.body.extensions!)).toEqual(["denied", "cost"]);
      const wrong = await hub.ask("public", "{ bids(first: 201) { totalCount } }", undefined, withCost);
      expect(wrong.body).toMatchObject({ errors: [{ extensions: { code: "LIMIT_EXCEEDED" } }], extensions: { cost: { used: 1 } } });
    }
  });

  it("of the schema too, which is dear", async () => {
    const { body } = await planned.ask("court", getIntrospectionQuery(), undefined, withCost);
    expect(body.extensions).toMatchObject({ cost: { asked: 2_000, used: expect.any(Number) } });
    expect((body.extensions!["cost"] as Cost).used).toBeGreaterThan(500);
    expect((await planned.ask("public", "{ __schema { queryType { name } } }")).body.errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED" } }]);
    expect((await planned.ask("court", '{ __type(name: "Bid") { name } }', undefined, withCost)).body.extensions).toMatchObject({ cost: { asked: 50, used: 1 } });
  });

  it.each(["true", 1, "YES", {}, []])("and is not guessed from %j", async (cost) => {
    const answer = await planned.ask("court", county, undefined, { extensions: { cost } });
    expect([answer.status, answer.body.errors![0]!.message]).toEqual([400, "extensions.cost must be true or false."]);
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { exposition } from "../../src/http/exposition.ts";
import { RequestCounts } from "../../src/http/request-counts.ts";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import { testHub, type TestHub } from "../setup/hub.ts";

const metricsToken = "of-this-test-only-and-long-enough";

let hub: TestHub;
let closed: TestHub;
beforeAll(async () => {
  hub = await testHub({ metricsToken, budget: { public: 3, client: 1e9 } });
  closed = await testHub({ ownerUrl: hub.ownerUrl });
});
afterAll(async () => {
  await closed.close();
  await hub.close();
});

const get = (headers: Record<string, string> = {}, of: TestHub = hub) => fetch(`${of.url}/metrics`, { headers });

/** Every sample by its name and labels. */
async function told(): Promise<Map<string, number>> {
  const text = await (await get()).text();
  return new Map(text.split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]));
}

/** By how much each sample has grown meanwhile; what has not is left out. */
async function grown(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await told();
  await work();
  const after = await told();
  return Object.fromEntries([...after].map(([name, value]) => [name, value - (before.get(name) ?? 0)] as const).filter(([, difference]) => difference !== 0));
}

const plain = '{ administrativeDivision(code: "510104") { name } }';

describe("Metrics are given", () => {
  it("to the hub's own machine, as Prometheus reads them", async () => {
    const answer = await get({}, closed);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const lines = (await answer.text()).trimEnd().split("\n");
    for (const line of lines) expect(line).toMatch(/^(# (HELP|TYPE) hub_\w+ \S.*|# (HELP|TYPE) process_\w+ \S.*|(hub|process)_\w+(\{\w+="[^"\\]*"(,\w+="[^"\\]*")*\})? [\d.e+-]+)$/);
    const declared = lines.filter((line) => line.startsWith("# TYPE")).map((line) => line.split(" ")[2]!);
    expect(new Set(declared).size, "each metric once").toBe(declared.length);
    for (const line of lines.filter((each) => !each.startsWith("#"))) expect(declared).toContain(/^\w+?(?=(_bucket|_sum|_count)?[{ ])/.exec(line)![0]);
  });

  it.each(["forwarded", "x-forwarded-for", "x-real-ip", "via"])("not to a request that %s says was passed on", async (header) => {
    const answer = await get({ [header]: "127.0.0.1" }, closed);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain("metrics are for the hub's own machine, and for whoever bears the token of HUB_METRICS_TOKEN");
  });

  it("to whoever bears the token, passed on or not", async () => {
    expect((await get({ via: "1.1 proxy", authorization: `Bearer ${metricsToken}` })).status).toBe(200);
  });

  it.each([
    ["another token", `Bearer ${metricsToken}x`],
    ["the beginning of it", `Bearer ${metricsToken.slice(0, -1)}`],
    ["it without its scheme", metricsToken],
    ["nothing", "Bearer "],
  ])("not for %s", async (_, authorization) => {
    const answer = await get({ via: "1.1 proxy", authorization });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain(metricsToken);
  });

  it("not for a token of the graph, and not for any where none is set", async () => {
    expect((await get({ via: "1.1 proxy", authorization: `Bearer ${await hub.tokenOf("auditor")}` })).status).toBe(401);
    expect((await get({ via: "1.1 proxy", authorization: "Bearer null" }, closed)).status).toBe(401);
  });
});

describe("Metrics tell", () => {
  it("requests by route and class of status, and how long they took", async () => {
    const counted = await grown(async () => {
      await hub.ask("department", plain);
      await hub.ask("department", "{ nothing }");
      await fetch(`${hub.url}/no/such/path`);
    });
    expect(counted).toMatchObject({
      'hub_requests_total{route="/graphql",status="2xx"}': 2,
      'hub_requests_total{route="none",status="4xx"}': 1,
      'hub_request_duration_seconds_bucket{route="/graphql",le="+Inf"}': 2,
      'hub_request_duration_seconds_count{route="/graphql"}': 2,
    });
    expect(counted['hub_request_duration_seconds_sum{route="/graphql"}']).toBeGreaterThan(0);
  });

  it("whether a statement was there or had to be made", async () => {
    const question = '{ administrativeDivision(code: "510104") { name code level } }';
    const counted = await grown(async () => {
      await hub.ask("department", question);
      await hub.ask("department", question);
    });
    expect(counted).toMatchObject({ 'hub_plan_lookups_total{found="no"}': 1, 'hub_plan_lookups_total{found="yes"}': 1, hub_plans: 1 });
  });

  it("requests that were refused for want of budget", async () => {
    const counted = await grown(async () => {
      for (let time = 0; time < 12; time += 1) await hub.ask("public", plain);
    });
    expect(counted["hub_budget_refusals_total"]).toBeGreaterThan(0);
    expect(counted['hub_requests_total{route="/graphql",status="4xx"}']).toBe(counted["hub_budget_refusals_total"]);
  });

  it("events that are not sealed, deliveries, and what the search has yet to look at", async () => {
    const counted = await grown(() => hub.ask("personnel", "{ officials(first: 1) { nodes { name } } }"));
    expect(counted).toMatchObject({ hub_access_events_unsealed: 1 }); // no keeper runs here
    const now = await told();
    for (const name of ["hub_access_events_unsealed_age_seconds", 'hub_deliveries{state="waiting"}', 'hub_deliveries{state="processing"}', "hub_delivery_rows_waiting", "hub_search_pending"]) expect(now.get(name), name).toBeGreaterThanOrEqual(0);
  });

  it("the pools of the public, of all clients together and of the hub itself, and none of an audience", async () => {
    const now = await told();
    for (const pool of ["public", "clients", "service"]) expect(now.get(`hub_pool_connections{pool="${pool}"}`), pool).toBeGreaterThan(0);
    expect([...now.keys()].filter((name) => name.startsWith("hub_pool_running"))).toHaveLength(3);
  });

  it("its version, its memory, how late its loop is, and that the database answers", async () => {
    const now = await told();
    expect([...now.keys()].some((name) => /^hub_info\{version="\d+\.\d+\.\d+",node="\d+/.test(name))).toBe(true);
    expect(now.get("process_resident_memory_bytes")).toBeGreaterThan(10_000_000);
    expect(now.get('hub_event_loop_lateness_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0);
    expect(now.get("hub_database_up")).toBe(1);
  });

  it("nothing of who asked what: no audience, body, dataset, operation or address", async () => {
    await hub.ask("finance", "query WhoLooksAtWhat { officials(first: 1) { nodes { name } } }");
    await fetch(`${hub.url}/ingest/bids`, { method: "POST", headers: { authorization: `Bearer ${await hub.tokenOf("tradingCentre")}` }, body: "" });
    const text = await (await get()).text();
    expect(text).not.toMatch(/WhoLooksAtWhat|bids|officials|finance|trading|department|personnel|127\.0\.0\.1/i);
    for (const { subject, body } of Object.values(directory) as { subject?: string | null; body?: string | null }[]) for (const secret of [subject, body]) if (secret) expect(text).not.toContain(secret);
    expect([...text.matchAll(/(\w+)="/g)].every(([, label]) => ["route", "status", "le", "pool", "found", "quantile", "state", "version", "node"].includes(label!))).toBe(true);
  });
});

it("A database that does not answer is told as such, and of what only it knows nothing is told", async () => {
  const lost = await testHub({ ownerUrl: inject("ownerUrl").replace(/\/[^/]+$/, "/no_such_database"), registry: { current: () => Promise.reject(new Error()) } });
  try {
    const text = await (await get({}, lost)).text();
    expect(text).toContain("\nhub_database_up 0\n");
    expect(text).not.toContain("hub_search_pending");
  } finally {
    await lost.close();
  }
});

it("A label's quotes, backslashes and ends of lines are written as the format wants them", () => {
  expect(exposition([{ name: "n", help: "h", type: "gauge", samples: [{ labels: { of: 'a"b\\c\nd' }, value: 1 }] }])).toBe('# HELP n h\n# TYPE n gauge\nn{of="a\\"b\\\\c\\nd"} 1\n');
});

it("Counting a request takes less than a thousandth of the shortest question", () => {
  const counts = new RequestCounts();
  const requests = 100_000;
  let fastest = Infinity;
  for (let round = 0; round < 5; round += 1) {
    const begun = process.cpuUsage();
    for (let n = 0; n < requests; n += 1) counts.count("/graphql", 200, n % 100);
    fastest = Math.min(fastest, process.cpuUsage(begun).user / requests);
  }
  expect(fastest).toBeLessThan(0.17); // microseconds of a processor, whoever else is busy; a look-up takes 167
});

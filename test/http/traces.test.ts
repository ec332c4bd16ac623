import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTraces } from "../../src/http/open-traces.ts";
import type { Traces } from "../../src/http/traces.ts";
import { deliveringHub, ended, send, type DeliveringHub } from "../setup/deliver.ts";

interface ToldSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

/** A collector that keeps what it is sent. */
const told: ToldSpan[] = [];
const texts: string[] = [];
const collector = createServer((request, response) => {
  void json(request).then((body) => {
    texts.push(JSON.stringify(body));
    const { resourceSpans } = body as { resourceSpans: { scopeSpans: { spans: ToldSpan[] }[] }[] };
    for (const { scopeSpans } of resourceSpans) for (const { spans } of scopeSpans) told.push(...spans);
    response.setHeader("content-type", "application/json").end("{}");
  });
});

let traces: Traces;
let hub: DeliveringHub;
beforeAll(async () => {
  collector.listen(0, "127.0.0.1");
  await once(collector, "listening");
  traces = await openTraces(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/`, "1.2.3");
  hub = await deliveringHub({ traces });
});
afterAll(async () => {
  await hub.close();
  await traces.close();
  collector.close();
});

const traceId = "0123456789abcdef0123456789abcdef";
const caller = "fedcba9876543210";

const ask = (query: string, traceparent?: string, token?: string | null) =>
  fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...(traceparent ? { traceparent } : {}), ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify({ query }) });

/** The spans of a trace once its request has been told. */
async function spansOf(id: string): Promise<readonly ToldSpan[]> {
  await expect.poll(() => told.some(({ traceId: of, name }) => of === id && name === "request"), { interval: 20 }).toBe(true);
  return told.filter(({ traceId: of }) => of === id);
}

const attributesOf = ({ attributes }: ToldSpan): Record<string, unknown> => Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

describe("A request is told", () => {
  it("as a part of its caller's trace, with the plan and the statement that are its parts", async () => {
    expect((await ask('query Place { administrativeDivision(code: "510104") { name } }', `00-${traceId}-${caller}-01`)).status).toBe(200);
    const spans = await spansOf(traceId);
    expect(spans.map(({ name }) => name).sort()).toEqual(["plan", "request", "statement"]);
    const request = spans.find(({ name }) => name === "request")!;
    expect(request.parentSpanId).toBe(caller);
    expect(attributesOf(request)).toEqual({ "http.request.method": "POST", "http.route": "/graphql", "http.response.status_code": expect.anything(), "graphql.operation.name": "Place" });
    for (const part of spans.filter((span) => span !== request)) {
      expect(part.parentSpanId).toBe(request.spanId);
      expect(BigInt(part.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(request.startTimeUnixNano));
      expect(BigInt(part.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(request.endTimeUnixNano));
    }
    expect(attributesOf(spans.find(({ name }) => name === "statement")!)).toEqual({ "hub.statement": expect.stringMatching(/^[0-9a-f]{16}$/) });
  });

  it("without a value, a text of the question or of the statement, who asked, or as whom", async () => {
    const id = "1".repeat(32);
    await ask('{ officials(first: 1, where: { name: { eq: "SECRET-NAME" } }) { nodes { name } } }', `00-${id}-${caller}-01`, await hub.tokenOf("personnel"));
    await spansOf(id);
    const text = texts.join("\n");
    expect(text).not.toMatch(/SECRET-NAME|officials|510104|select |personnel/i);
  });

  it("not where its caller has it not sampled", async () => {
    const [without, after] = ["2".repeat(32), "3".repeat(32)];
    await ask("{ __typename }", `00-${without}-${caller}-00`);
    await ask("{ __typename }", `00-${after}-${caller}-01`);
    await spansOf(after);
    expect(told.filter(({ traceId: of }) => of === without)).toEqual([]);
  });

  it.each(["nonsense", `00-${"0".repeat(32)}-${caller}-01`, `00-${traceId}-${"0".repeat(16)}-01`, `ff-${traceId}-${caller}-01`])("in a trace of its own where the header is %s", async (traceparent) => {
    const before = new Set(told);
    await ask("{ __typename }", traceparent);
    await expect.poll(() => told.filter((span) => !before.has(span) && span.name === "request"), { interval: 20 }).toHaveLength(1);
    const [request] = told.filter((span) => !before.has(span) && span.name === "request");
    expect(request!.parentSpanId ?? "").toBe("");
    expect(request!.traceId).not.toMatch(/^0+$|^0123456789abcdef/);
  });
});

it("The phases of a delivery are told one after another, and nothing of what was delivered", async () => {
  const { body } = await send(hub, "operator", "administrative-divisions", "code,name,level,parent_code\n519901,SECRET-PLACE,COUNTY,510000\n");
  expect(await ended(hub, "operator", String(body["receiptNo"]))).toMatchObject({ state: "COMPLETED" });
  await expect.poll(() => told.filter(({ name }) => name.startsWith("delivery ")).map(({ name }) => name), { interval: 20 }).toEqual(["delivery reading", "delivery checking", "delivery merging"]);
  expect(texts.join("\n")).not.toMatch(/SECRET-PLACE|administrative-divisions/);
});

it("A hub without the setting loads none of the libraries", () => {
  const watch = `import { registerHooks } from "node:module"; registerHooks({ load(url, context, next) { if (url.includes("opentelemetry")) console.log(url); return next(url, context); } });`;
  const run = (program: string) => spawnSync(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(watch)}`, "--input-type=module", "-e", program], { cwd: fileURLToPath(new URL("../..", import.meta.url)), env: { PATH: process.env["PATH"] }, encoding: "utf8" });
  const hubAlone = run('import "./src/server.ts"; import "./src/http/open-traces.ts"; console.log("loaded")');
  expect([hubAlone.stdout, hubAlone.stderr]).toEqual(["loaded\n", ""]);
  expect(run('import { openTraces } from "./src/http/open-traces.ts"; const traces = await openTraces("http://127.0.0.1:1", "1"); await traces.close();').stdout).toContain("@opentelemetry/sdk-trace");
});

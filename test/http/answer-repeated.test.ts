import { once } from "node:events";
import { request as ask, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attributes, Traces } from "../../src/http/traces.ts";
import { stubServer, type StubServer } from "./stub-server.ts";

/** What ended spans were told, and the routes of those that began. */
const told: Attributes[] = [];
const begun: unknown[] = [];
const traces: Traces = {
  request: (traceparent, attributes) => {
    begun.push(attributes["http.route"]);
    return { run: (goOn) => goOn(), end: (further) => void told.push({ ...attributes, ...further, traceparent: String(traceparent) }) };
  },
  within: (_name, _attributes, work) => work(),
  begin: () => ({ end: () => {} }),
  close: () => Promise.resolve(),
};

const idle = { size: 0, running: 0, waiting: 0, stopped: 0, refused: 0 };
const metrics = { token: null, read: () => Promise.resolve({ version: "1", pools: { public: idle, clients: idle, service: idle }, plans: { kept: 0, hits: 0, misses: 0 }, database: null }) };

/** Milliseconds in which a request must have arrived. */
const arrival = 300;

let server: StubServer;
/** How often something was asked of what stands for the database, and what that answers. */
let asked: number;
let data: string;
let version: number | null;
/** Ends the wait of who asks whether the hub is ready, and whether anybody waits. */
let held: Promise<void>;
let isHeld: boolean;
beforeEach(async () => {
  [asked, data, version] = [0, '{"thing":{"name":"审计"}}', 1];
  told.length = begun.length = 0;
  [held, isHeld] = [Promise.resolve(), false];
  server = await stubServer({
    versions: { current: () => version }, metrics, traces, arrival, trustedProxies: ["127.0.0.1"], budget: { public: 40, client: 0, now: () => 0 },
    obstacles: () => ((isHeld = true), held.then(() => [])),
    answer: () => ((asked += 1), Promise.resolve({ data: Buffer.from(data), errors: [] })),
  });
});
afterEach(() => server.close());

const query = "query Again { thing { name } }";
const body = JSON.stringify({ query });
const json = { "content-type": "application/json" };
const byAddress = `/graphql?query=${encodeURIComponent(query)}`;

/** An answer as it came over the wire. */
interface Raw {
  readonly status: number;
  /** In their order; what is another for each request left out. */
  readonly headers: readonly (readonly [string, string])[];
  readonly id: string;
  readonly text: string;
}

async function send(method: "GET" | "POST", headers: Record<string, string> = {}, sent: string = body): Promise<Raw> {
  const request = ask({ host: "127.0.0.1", port: server.port, method, path: method === "GET" ? byAddress : "/graphql", headers: method === "GET" ? headers : { ...json, "content-length": Buffer.byteLength(sent), ...headers } });
  request.end(method === "GET" ? undefined : sent);
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const pairs = Array.from({ length: response.rawHeaders.length / 2 }, (_, n) => [response.rawHeaders[2 * n]!, response.rawHeaders[2 * n + 1]!] as const);
  return {
    status: response.statusCode!,
    headers: pairs.filter(([name]) => name !== "x-request-id" && name !== "Date").map(([name, value]) => [name, value.replace(/max-age=\d+/, "max-age=…")]),
    id: response.headers["x-request-id"] as string,
    text: await text(response),
  };
}

/** A connection, with all that was answered on it. */
async function open(): Promise<{ readonly socket: Socket; readonly answered: () => string; readonly closed: Promise<unknown> }> {
  const socket = connect(server.port, "127.0.0.1");
  await once(socket, "connect");
  let heard = "";
  socket.on("data", (piece) => (heard += String(piece)));
  return { socket, answered: () => heard, closed: once(socket, "close") };
}
const head = (length: number, further = ""): string => `POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${further}\r\n`;
const logged = (): Record<string, unknown>[] => server.logged.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === "request");

describe("An answer that is given again", () => {
  const long = JSON.stringify({ thing: { name: "审".repeat(6_000) } });
  it.each([
    ["a short one by POST", "POST", '{"thing":null}', {}],
    ["a long one by POST", "POST", long, {}],
    ["one by GET", "GET", '{"thing":null}', {}],
    ["a long one by GET", "GET", long, {}],
    ["one under the other media type, in Chinese", "POST", long, { accept: "application/graphql-response+json", "accept-language": "zh" }],
    ["one on a connection that ends with it", "POST", long, { connection: "close" }],
  ] as const)("is the first to the letter, every header and their order: %s", async (_what, method, answer, headers) => {
    data = answer;
    const first = await send(method, headers);
    expect(first.status).toBe(200);
    const again = await send(method, headers);
    expect(asked).toBe(1);
    expect({ ...again, id: "" }).toEqual({ ...first, id: "" });
    expect(again.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(again.id).not.toBe(first.id);
  });

  it("is no answer for a client that has it, as the first was none", async () => {
    const etag = new Map((await send("GET")).headers).get("etag")!;
    version = 2; // the next is asked for anew
    const first = await send("GET", { "if-none-match": etag });
    const again = await send("GET", { "if-none-match": etag });
    expect([asked, first.status, first.text]).toEqual([2, 304, ""]);
    expect({ ...again, id: "" }).toEqual({ ...first, id: "" });
    expect((await send("GET", { "if-none-match": '"another"' })).status).toBe(200);
  });

  it("is told to log, metrics and traces as the first was", async () => {
    const count = async (): Promise<string | undefined> => /^hub_requests_total\{route="\/graphql",status="2xx"\} (\d+)$/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1];
    const first = await send("POST");
    await send("POST", { traceparent: "of the caller" });
    await expect.poll(count).toBe("2");
    const [one, other] = logged();
    expect(Object.keys(other!)).toEqual(Object.keys(one!));
    expect(other).toMatchObject({ method: "POST", path: "/graphql", operationName: "Again", audience: "public", status: 200, ms: expect.any(Number), bytes: Buffer.byteLength(first.text) });
    expect(other!["bytes"]).toBe(one!["bytes"]);
    const [span, next] = told;
    expect(next).toEqual({ ...span, traceparent: "of the caller" });
  });

  it("costs whoever asks, by the address that a trusted proxy names, and is refused without budget", async () => {
    const from = (address: string) => send("POST", { "x-forwarded-for": address });
    const statuses: number[] = [];
    for (let times = 0; times < 41; times += 1) statuses.push((await from("192.0.2.1")).status);
    expect(statuses).toEqual([...Array.from({ length: 40 }, () => 200), 429]);
    expect((await from("192.0.2.2")).status).toBe(200);
    expect(asked).toBe(1);
  });
});

describe("Nothing is given again", () => {
  it.each([
    ["with a token", { authorization: "Bearer x.y.z" }, 401],
    ["with an API key", { authorization: "Bearer hub_x" }, 401],
    ["with an empty Authorization header", { authorization: "" }, 401],
    ["for a purpose", { "hub-purpose": "AUDIT" }, 200],
    ["to a client that takes no JSON", { accept: "text/html" }, 406],
  ])("to whoever asks %s", async (_what, headers, status) => {
    const { id } = await send("POST");
    await send("POST");
    expect(asked).toBe(1);
    for (const method of ["GET", "POST"] as const) expect((await send(method, headers)).status).toBe(status);
    expect(asked).toBe(status === 200 ? 3 : 1);
    expect(logged().at(-1)!["requestId"]).not.toBe(id);
  });

  it("of another version of the data, or when nobody can say which there is", async () => {
    await send("POST");
    data = '{"thing":null}';
    version = null;
    expect((await send("POST")).text).toContain("null");
    version = 2;
    await send("POST");
    expect(asked).toBe(3);
  });

  it("while the hub stops", async () => {
    let release = (): void => {};
    held = new Promise<void>((resolve) => (release = resolve));
    await send("POST");
    const { socket, answered, closed } = await open();
    socket.write("GET /readyz HTTP/1.1\r\nhost: hub\r\n\r\n"); // under way, so the connection stays
    await expect.poll(() => isHeld).toBe(true);
    const stopped = server.close();
    socket.write(head(body.length) + body + [byAddress, "/livez"].map((path) => `GET ${path} HTTP/1.1\r\nhost: hub\r\n\r\n`).join(""));
    await expect.poll(() => begun.at(-1)).toBe("/livez"); // then those before it have been looked at
    release();
    await Promise.all([stopped, closed]);
    expect(answered()).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(answered()).toMatch(/connection: close/i);
    expect(answered()).not.toContain('"name"');
    expect(begun).toEqual(["/graphql", "/readyz", "/livez"]); // neither of the two questions went beyond the door
  });
});

describe("A question whose answer is kept", () => {
  beforeEach(async () => {
    await send("POST");
    expect(asked).toBe(1);
  });
  const bodies = (heard: string): number => heard.split('"name":"审计"').length - 1;

  it("is answered in its turn among others on one connection, read together or byte by byte", async () => {
    const other = JSON.stringify({ query: "query Other { thing { name } }" });
    const sent = [body, other, body].map((each) => head(each.length) + each).join("");
    const { socket, answered } = await open();
    socket.setNoDelay(true);
    socket.write(sent);
    await expect.poll(() => bodies(answered())).toBe(3);
    for (const byte of sent) socket.write(byte);
    await expect.poll(() => bodies(answered())).toBe(6);
    expect(answered().match(/HTTP\/1\.1 200 OK/g)).toHaveLength(6);
    expect(logged().map(({ operationName }) => operationName)).toEqual(expect.arrayContaining(["Again", "Other"]));
    socket.destroy();
  });

  it("is read by the route where it comes in pieces", async () => {
    const { socket, answered } = await open();
    socket.write(head(0).replace("content-length: 0", "transfer-encoding: chunked") + `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
    await expect.poll(() => bodies(answered())).toBe(1);
    socket.destroy();
  });

  it("is ended with a status of its own where it does not arrive", async () => {
    const { socket, answered, closed } = await open();
    socket.write(head(body.length) + body.slice(0, -1));
    await closed;
    expect(answered()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("is nothing where whoever asks is gone before it has arrived", async () => {
    const before = logged().length;
    const { socket, closed } = await open();
    socket.write(head(body.length) + body.slice(0, -1));
    socket.end();
    await closed;
    expect((await send("POST")).status).toBe(200);
    expect(logged()).toHaveLength(before + 1);
  });

  it("is refused where its body is too long, and its connection closed", async () => {
    const { socket, answered, closed } = await open();
    socket.write(head(2 * 1024 * 1024) + body);
    await closed;
    expect(answered()).toMatch(/^HTTP\/1\.1 413 /);
    expect(answered()).toMatch(/connection: close/i);
  });
});

import { createHash } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brokenSecret, stubServer, type StubAnswer, type StubServer } from "./stub-server.ts";

let server: StubServer;
beforeAll(async () => {
  server = await stubServer();
});
afterAll(() => server.close());

/** What a server answers to bytes that no client library would send. */
const raw = (text: string, port = server.port): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on("data", (part) => {
      answer += part.toString();
      if (answer.includes("\r\n\r\n{")) socket.end();
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });

const post = (body: string): Promise<StubAnswer> => server.send("/graphql", { method: "POST", headers: { "content-type": "application/json" }, body });

describe("What is refused before it is a question", () => {
  const refusals: readonly (readonly [string, () => Promise<StubAnswer>, number])[] = [
    ["a batch", () => post('[{"query":"{ thing { name } }"}]'), 400],
    ["nothing", () => post("null"), 400],
    ["a question that is no text", () => post('{"query":5}'), 400],
    ["variables that are no object", () => post('{"query":"{ thing { name } }","variables":"PLANTED"}'), 400],
    ["extensions that are no JSON", () => server.send("/graphql?query={thing{name}}&extensions={PLANTED"), 400],
    ["extensions that are no object", () => post('{"query":"{ thing { name } }","extensions":[]}'), 400],
    ["a change by GET", () => server.send("/graphql?query=mutation{change}"), 405],
    ["a client that takes no JSON", () => server.ask("{ thing { name } }", undefined, { headers: { accept: "application/json;q=0" } }), 406],
    ["a hash that is none", () => post('{"query":"{ thing { name } }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"PLANTED"}}}'), 400],
    ["a hash of another question", () => post(`{"query":"{ thing { name } }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${"0".repeat(64)}"}}}`), 400],
    ["a hash of another version", () => post(`{"query":"{ thing { name } }","extensions":{"persistedQuery":{"version":2,"sha256Hash":"${"0".repeat(64)}"}}}`), 400],
    ["a persisted question that is no object", () => post('{"query":"{ thing { name } }","extensions":{"persistedQuery":"PLANTED"}}'), 400],
    ["a hash that nobody has sent the question of", () => server.send(`/graphql?extensions=${encodeURIComponent(`{"persistedQuery":{"version":1,"sha256Hash":"${"0".repeat(64)}"}}`)}`), 200],
    ["a persisted change by GET", async () => {
      const change = "mutation { change }";
      const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(change).digest("hex") } });
      await post(`{"query":"${change}","extensions":${extensions}}`);
      return server.send(`/graphql?extensions=${encodeURIComponent(extensions)}`);
    }, 405],
  ];
  it.each(refusals)("%s has a code, the request's id, and is kept by nobody", async (_what, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: expect.any(String), requestId: answer.headers.get("x-request-id"), documentationUrl: expect.stringMatching(/^\/catalogue\/errors#/) });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.text).not.toContain("PLANTED");
  });

  it.each([
    ["an address that cannot be decoded", "GET /graphql%ZZ?query=PLANTED HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["what is no HTTP", "GET / PLANTED\r\nAuthorization: Bearer PLANTED\r\n\r\n", 400],
    ["headers beyond measure", `GET / HTTP/1.1\r\nHost: x\r\nX-PLANTED: ${"a".repeat(20_000)}\r\n\r\n`, 431],
  ])("%s is told so, and not told back", async (_what, text, status) => {
    const answer = await raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/x-request-id: [0-9a-f-]{36}\r\n/i);
    expect(answer).toMatch(/cache-control: no-store\r\n/i);
    expect(answer).toContain('"code":"BAD_USER_INPUT"');
    expect(answer).not.toContain("PLANTED");
  });
});

it("The status follows the media type that the client prefers, not one that it mentions", async () => {
  const ask = async (accept: string) => {
    const { status, headers } = await server.ask("{ nonsense }", undefined, { headers: { accept } });
    return [status, headers.get("content-type")?.split(";")[0]];
  };
  expect(await ask("application/json, application/graphql-response+json;q=0.5")).toEqual([200, "application/json"]);
  expect(await ask("application/graphql-response+json, application/json;q=0.9")).toEqual([400, "application/graphql-response+json"]);
});

it("Nothing runs for a client that takes no JSON", async () => {
  let asked = 0;
  const watched = await stubServer({ answer: () => ((asked += 1), null) });
  await watched.ask("{ thing { name } }", undefined, { headers: { accept: "application/json;q=0" } });
  expect(asked).toBe(0);
  await watched.ask("{ thing { name } }");
  expect(asked).toBe(1);
  await watched.close();
});

it("The log, at its most talkative, holds nothing that a request carried or a row held", async () => {
  const token = await server.tokenOf("department");
  const planted = "PLANTED";
  await server.ask(`query Fine { things(where: { name: "${planted}" }) { name } }`, { [planted]: planted }, { headers: { authorization: `Bearer ${token}` } });
  await server.ask("{ thing { broken } }");
  await server.ask("query ($n: Int) { things(first: $n) { name } }", { n: planted });
  await server.ask(`{ things(first: "${planted}") { name } }`);
  await server.ask("{ thing { name } }", undefined, { headers: { authorization: `Bearer ${planted}.${planted}.${planted}`, "hub-purpose": planted } });
  await server.ask("{ thing { name } }", undefined, { body: { extensions: { access: { note: planted } } } });
  await server.send(`/graphql?query=${encodeURIComponent(`{ things(where: { name: "${planted}" }) { name } }`)}`);
  await server.send(`/${planted}?token=${planted}`);
  await raw(`GET /%ZZ${planted} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await raw(`GET / ${planted}\r\nAuthorization: Bearer ${planted}\r\n\r\n`);
  const log = server.logged.join("");
  for (const secret of [planted, token, brokenSecret]) {
    expect(log).not.toContain(secret);
    expect(log).not.toContain([...Buffer.from(secret)].join(",")); // as pino writes bytes
  }
  const line = server.logged.map((each) => JSON.parse(each) as Record<string, unknown>).find(({ operationName }) => operationName === "Fine");
  expect(line).toMatchObject({ requestId: expect.any(String), audience: "department", status: 200, ms: expect.any(Number), bytes: expect.any(Number) });
  expect(log).toMatch(/"at":\["resolve test\/http\/stub-server\.ts:\d+:\d+"/);
});

describe("Stopping", () => {
  it("waits for what is under way and no longer, although its connection is kept alive", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let reached = (): void => {};
    const begun = new Promise<void>((resolve) => (reached = resolve));
    const other = await stubServer({
      answer: async () => {
        reached();
        await held;
        return { data: Buffer.from('{"thing":null}'), errors: [] };
      },
    });
    const answer = other.ask("{ thing { name } }");
    await begun;
    const started = performance.now();
    const closed = other.close();
    setTimeout(release, 200);
    expect((await answer).text).toContain('"thing":null');
    await closed;
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it("takes no new question on a connection that is still open", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const other = await stubServer({ obstacles: () => held.then(() => []) });
    const open = connect(other.port, "127.0.0.1");
    let heard = "";
    open.on("data", (part) => (heard += part.toString()));
    const gone = new Promise((resolve) => open.on("close", resolve));
    open.write("GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n"); // under way, so the connection stays
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = other.close();
    open.write("GET /graphql?query={thing{name}} HTTP/1.1\r\nHost: x\r\n\r\n");
    setTimeout(release, 200);
    await Promise.all([closed, gone]);
    expect(heard).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(heard).toMatch(/connection: close/i);
    expect(heard).not.toContain('"thing":');
  });
});

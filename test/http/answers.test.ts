import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Answering } from "../../src/http/answering.ts";
import { HubError } from "../../src/errors.ts";
import { brokenSecret, stubServer, type StubAnswer, type StubServer } from "./stub-server.ts";

let answer: Answering["answer"] = () => null;
let look: () => Promise<readonly string[]> = () => Promise.resolve([]);
let server: StubServer;
beforeAll(async () => {
  server = await stubServer({ answer: (question) => answer(question), obstacles: () => look() });
});
afterEach(() => {
  answer = () => null;
  look = () => Promise.resolve([]);
});
afterAll(() => server.close());

const answering = (data: string, errors: readonly HubError[] = []): void => void (answer = () => Promise.resolve({ data: Buffer.from(data), errors }));
const json = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = {}): Promise<StubAnswer> => server.send("/graphql", { method: "POST", headers: { ...json, ...headers }, body });

describe("An error that no plugin of Apollo's has seen", () => {
  it("is in the asker's language as far as it is ours, and has our form", async () => {
    const { status, errors, headers } = await post('{"query":"query A { thing { name } }","operationName":"B"}', { accept: "application/graphql-response+json" });
    expect([status, errors[0]?.extensions]).toEqual([400, { code: "OPERATION_RESOLUTION_FAILURE", requestId: headers.get("x-request-id"), documentationUrl: "/catalogue/errors#OPERATION_RESOLUTION_FAILURE" }]);
  });

  it("a longer question than an address can hold is told of POST", async () => {
    const { status, errors } = await server.send(`/graphql?query=${"x".repeat(20_000)}`);
    expect([status, errors[0]?.message]).toEqual([431, "Address and headers have at most 16 KiB; send a longer question by POST."]);
  });
});

describe("What the answerer gives", () => {
  it.each([1, 2_000])("goes out byte for byte, small or large (%i)", async (times) => {
    const odd = `{"thing" :{"name":"${"政𠮷é\\u0000".repeat(times)}", "n":1.50}}`;
    answering(odd);
    const { text, headers } = await server.ask("{ thing { name } }");
    expect(text).toBe(`{"data":${odd}}\n`);
    expect(headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
    answering(odd, [new HubError("FORBIDDEN", { coordinate: "Thing.name", class: "shared", classZh: "无条件共享" })]);
    expect((await server.ask("{ thing { name } }")).text).toMatch(/\},"errors":\[\{"message":"Thing\.name is not disclosed.*\]\}\n$/);
    expect((await server.ask("{ thing { name } }", undefined, { body: { extensions: { denied: "EXTENSION" } } })).text).toMatch(/\},"extensions":\{"denied":\[.*\]\}\}\n$/);
  });

  it("if it is an error of ours, is told in the asker's language; anything else is masked, and no value reaches answer or log", async () => {
    answer = () => Promise.reject(new HubError("TIMEOUT", { seconds: "5" }));
    const timeout = await server.ask("{ thing { name } }", undefined, { headers: { "accept-language": "zh-CN" } });
    expect([timeout.status, timeout.errors[0]!.message]).toEqual([503, "查询超过 5 秒，已停止；请缩小查询范围或稍后再试。"]);
    for (const thrown of [new Error(`At ${brokenSecret}\n    at ${brokenSecret}`), brokenSecret, null, { message: brokenSecret, code: brokenSecret }, Object.assign(new Error(brokenSecret, { cause: new Error(brokenSecret) }), { code: "42P01", parameters: [brokenSecret] })]) {
      for (const fail of [() => Promise.resolve().then(() => { throw thrown as Error; }), () => { throw thrown as Error; }]) {
        answer = fail;
        const { status, errors, text, headers } = await server.ask("{ thing { name } }");
        expect([status, errors[0]!.extensions["code"]]).toEqual([500, "INTERNAL_SERVER_ERROR"]);
        expect(text).not.toContain(brokenSecret);
        expect(server.logged.filter((line) => line.includes(headers.get("x-request-id")!) && line.includes("masked error"))).toHaveLength(1);
      }
    }
    expect(server.logged.join("")).not.toContain(brokenSecret);
    expect(server.logged.join("")).toContain('"code":"42P01"');
  });

  it("null leaves it to the resolvers, whose errors are masked as well", async () => {
    const { status, text, errors } = await server.ask("{ thing { name broken } }");
    expect(status).toBe(200);
    expect(text).toContain('"name":"thing","broken":null');
    expect(errors).toMatchObject([{ extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
    expect(text + server.logged.join("")).not.toContain(brokenSecret);
      });
});

describe("A persona's token", () => {
  it("is refused where somebody passed the request on, whatever the header says", async () => {
    const token = await server.tokenOf("client");
    const ask = (headers: Record<string, string>) => post('{"query":"{ things { name } }"}', { authorization: `Bearer ${token}`, ...headers });
    expect((await ask({})).status).toBe(200);
    for (const name of ["x-forwarded-for", "forwarded", "x-real-ip", "via"]) expect((await ask({ [name]: "127.0.0.1" })).status).toBe(401);
  });
});

describe("What a request says of itself", () => {
  it("is refused where it could not be logged, or says two things", async () => {
    const ask = (access: Record<string, unknown>, headers: Record<string, string> = {}) => server.ask("{ things { name } }", undefined, { headers, body: { extensions: { access } } });
    for (const note of ["a\u0000b", "\ud800", "line\nline"]) expect((await ask({ note })).errors[0]?.message).toMatch(/extensions\.access\.note holds a control character/);
    expect((await ask({ purpose: "A" }, { "hub-purpose": "B" })).errors[0]?.message).toMatch(/name different purposes/);
    expect((await ask({ purpose: "A", note: "晋升考察 𠮷" }, { "hub-purpose": "A" })).errors).toEqual([]);
  });
});

describe("Readiness", () => {
  it("is looked at once, however many ask", async () => {
    let looks = 0;
    let found: (reasons: readonly string[]) => void = () => {};
    look = () => ((looks += 1), new Promise((resolve) => (found = resolve)));
    const asked = Array.from({ length: 20 }, () => server.send("/readyz"));
    await expect.poll(() => looks).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    found(["the database does not answer"]);
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 503));
    expect(looks).toBe(1);
    look = () => Promise.resolve([]);
    expect((await server.send("/readyz")).status).toBe(200);
  });

  it("is denied where nobody can say in two seconds", async () => {
    let found: (reasons: readonly string[]) => void = () => {};
    look = () => new Promise((resolve) => (found = resolve));
    const { status, text } = await server.send("/readyz");
    expect([status, JSON.parse(text)]).toEqual([503, { status: "unavailable", reasons: ["the database does not answer within 2 seconds"] }]);
    found([]);
    look = () => Promise.resolve([]);
    expect((await server.send("/readyz")).status).toBe(200);
  });
});

it("Apollo's own words about an error never reach the console", async () => {
  // Within a hook of Apollo's, where the hub's own masking does not reach.
  const broken = await stubServer({ denials: () => { throw new Error(brokenSecret); } });
  const said: unknown[] = [];
  const methods = ["log", "info", "warn", "error", "debug", "trace"] as const;
  const kept = methods.map((method) => console[method]);
  for (const method of methods) console[method] = (...words: unknown[]) => void said.push(words);
  try {
    const { status, text, errors, headers } = await broken.ask("{ thing { name } }");
    expect([status, errors[0]?.extensions]).toEqual([500, { code: "INTERNAL_SERVER_ERROR", requestId: headers.get("x-request-id"), documentationUrl: "/catalogue/errors#INTERNAL_SERVER_ERROR" }]);
    expect(text).not.toContain(brokenSecret);
  } finally {
    methods.forEach((method, place) => (console[method] = kept[place]!));
  }
  expect(said).toEqual([]);
  expect(broken.logged.join("")).not.toContain(brokenSecret);
  expect(broken.logged.join("")).toContain("masked error");
  await broken.close();
});

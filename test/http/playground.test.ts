import { readFileSync } from "node:fs";
import { request as ask, type IncomingHttpHeaders } from "node:http";
import { fileURLToPath } from "node:url";
import type { FastifyRequest } from "fastify";
import { getOperationAST, getVariableValues, parse, validate } from "graphql";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readExamples } from "../../src/exchange/demonstration/examples.ts";
import { directory, type PersonaName } from "../../src/exchange/demonstration/personas.ts";
import { firstOfPublic, playgroundPersonas } from "../../src/exchange/demonstration/playground-personas.ts";
import { commands } from "../../src/domains/commands.ts";
import { buildSchema } from "../../src/graph/schema.ts";
import { exampleOfAnyHub } from "../../src/http/playground/example-of-any-hub.ts";
import { mayHaveTokens } from "../../src/http/playground/may-have-tokens.ts";
import { hubCatalogue } from "../../src/server.ts";
import { examplesJson } from "../setup/examples-json.ts";
import { testHub, type TestHub } from "../setup/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub?.close());

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends what no client library would: any Host, any Origin, a path as it is written. */
const send = (path: string, { method = "GET", headers = {} }: Sent = {}, url = hub.url): Promise<Received> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    ask({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text: Buffer.concat(parts).toString() }));
    })
      .on("error", reject)
      .end();
  });

/** As a page of the hub asks that was opened under a name. */
const fromPageAt = (host: string, further: Readonly<Record<string, string>> = {}): Sent => ({ method: "POST", headers: { host, origin: `http://${host}`, ...further } });
const tokensFor = (sent: Sent, url = hub.url): Promise<Received> => send("/playground/tokens", sent, url);
const port = (url = hub.url): string => new URL(url).port;

const pages = ["/playground", "/playground/map"];
const addressesIn = (html: string): string[] => {
  const base = /<base href="([^"]*)"/.exec(html)?.[1] ?? "/";
  return [...html.matchAll(/(?:src|href)="([^"]+\.\w+)"/g)].map(([, path]) => new URL(path!, new URL(base, hub.url)).href.slice(hub.url.length));
};

describe("The pages of the playground", () => {
  it.each(pages)("%s opens for anybody, in the language that the browser asks for or the reader has chosen", async (path) => {
    const chinese = await send(path, { headers: { "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" } });
    const english = await send(path, { headers: { "accept-language": "de, en;q=0.7" } });
    const chosen = await send(`${path}?lang=en`, { headers: { "accept-language": "zh-CN" } });
    expect([chinese, english, chosen].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(chinese.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(chinese.text).toContain('<html lang="zh-CN">');
    expect(english.text).toContain('<html lang="en">');
    expect(chosen.text).toBe(english.text);
    expect(chinese.headers.vary).toContain("accept-language");
  });

  it.each(pages)("%s leads to the catalogue, in the same language", async (path) => {
    const [, address] = /href="(\/catalogue[^"]*)"/.exec((await send(`${path}?lang=zh`)).text)!;
    const { status, headers } = await send(address!);
    expect([status, headers["content-language"]]).toEqual([200, "zh-CN"]);
  });

  it.each(pages)("%s may run and load nothing of another host, and be framed by nobody", async (path) => {
    const policy = String((await send(path)).headers["content-security-policy"]);
    const directives = new Map(policy.split("; ").map((directive) => [directive.split(" ")[0]!, directive.split(" ").slice(1)]));
    expect(directives.get("default-src")).toEqual(["'none'"]);
    expect(directives.get("frame-ancestors")).toEqual(["'none'"]);
    expect(directives.get("script-src")).not.toContain("'unsafe-inline'");
    expect(directives.get("script-src")).not.toContain("'unsafe-eval'");
    expect([...directives.values()].flat().filter((source) => !/^'.*'$|^(data|blob):$/.test(source))).toEqual([]);
  });

  it.each(pages)("%s names files of the hub only, and each is there with its type, to be kept for ever", async (path) => {
    const addresses = addressesIn((await send(path)).text);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      const { status, headers, text } = await send(address);
      expect([address, status]).toEqual([address, 200]);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers["content-type"]).toMatch(address.endsWith(".js") ? /^text\/javascript/ : address.endsWith(".css") ? /^text\/css/ : /^image\//);
      expect(text.length).toBeGreaterThan(0);
    }
  });

  it("tell of a file without sending it, as HEAD asks", async () => {
    const [file] = addressesIn((await send("/playground")).text);
    const [told, sent] = [await send(file!, { method: "HEAD" }), await send(file!)];
    expect([told.status, told.text, told.headers["content-length"]]).toEqual([200, "", sent.headers["content-length"]]);
  });

  it("give no other site's page anything to read", async () => {
    const [, file] = addressesIn((await send("/playground/map")).text);
    for (const path of [...pages, "/playground/examples", file!]) {
      const { headers } = await send(path, { headers: { origin: "https://elsewhere.example" } });
      expect(headers["access-control-allow-origin"]).toBeUndefined();
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    }
  });
});

describe("Paths of files", () => {
  const own = async (): Promise<string> => /\/playground\/files\/hub-\w+/.exec((await send("/playground")).text)![0];
  it.each(["/../../../../package.json", "/%2e%2e/%2e%2e/package.json", "/..%2f..%2fpackage.json", "/..%5c..%5cpackage.json", "//etc/passwd", "/./playground.js", "/tsconfig.json", "/globals.d.ts", "/", ""])("lead to nothing but what is listed: %s", async (path) => {
    expect((await send((await own()) + path)).status).toBe(404);
  });
  it("lead to what is listed", async () => {
    expect((await send(`${await own()}/playground.js`)).text).toBe(readFileSync(new URL("../../src/browser/playground.js", import.meta.url), "utf8"));
  });
});

describe("The personas' tokens", () => {
  it.each(["127.0.0.1", "localhost", "[::1]"])("go to a page of the hub in a browser on its machine, opened as %s, and are kept by nobody on the way", async (name) => {
    const { status, headers, text } = await tokensFor(fromPageAt(`${name}:${port()}`));
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(Object.keys((JSON.parse(text) as { tokens: object }).tokens)).toEqual(Object.keys(directory));
  });

  it("are good, each for its persona", async () => {
    const { tokens } = JSON.parse((await tokensFor(fromPageAt(`127.0.0.1:${port()}`))).text) as { tokens: Record<PersonaName, string> };
    for (const [name, token] of Object.entries(tokens)) {
      const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${token}` }, body: '{"query":"{ me { client } }"}' });
      expect(await response.json()).toEqual({ data: { me: { client: name } } });
    }
    expect(hub.logged.join("")).not.toContain(tokens.personnel);
  });

  const refusals: readonly (readonly [string, () => Sent])[] = [
    ["who does not say whose page asks", () => ({ method: "POST" })],
    ["another site's page", () => fromPageAt(`127.0.0.1:${port()}`, { origin: "https://elsewhere.example" })],
    ["another page of this machine", () => fromPageAt(`127.0.0.1:${port()}`, { origin: "http://127.0.0.1:1" })],
    ["a page of no site", () => fromPageAt(`127.0.0.1:${port()}`, { origin: "null" })],
    ["a page of the hub under another's name, which leads to this machine", () => fromPageAt(`elsewhere.example:${port()}`)],
    ["a name that only begins like this machine's", () => fromPageAt(`127.0.0.1.elsewhere.example:${port()}`)],
    ["a page behind a proxy that rewrites the name and says nothing", () => fromPageAt(`127.0.0.1:${port()}`, { origin: "https://hub.example.gov.cn" })],
    ...["forwarded", "x-forwarded-for", "x-real-ip", "via"].map((name) => [`whoever is passed on, as ${name} says`, () => fromPageAt(`127.0.0.1:${port()}`, { [name]: "203.0.113.7" })] as const),
  ];
  it.each(refusals)("do not go to %s", async (_who, sent) => {
    const { status, text } = await tokensFor(sent());
    expect(status).toBe(403);
    expect(text).toContain("in a browser on the hub's own machine");
    expect(text).not.toContain("eyJ");
  });

  it("do not go to another machine", () => {
    const from = (remoteAddress: string) => mayHaveTokens({ headers: { host: "127.0.0.1:4000", origin: "http://127.0.0.1:4000" }, socket: { remoteAddress } } as unknown as FastifyRequest);
    expect(["127.0.0.1", "::1", "::ffff:127.0.0.1"].map(from)).toEqual([true, true, true]);
    expect(["192.0.2.1", "::ffff:192.0.2.1", "2001:db8::1", ""].map(from)).toEqual([false, false, false, false]);
  });

  it.each([
    ["holds no demonstration data", { demonstration: false }],
    ["trusts a proxy", { trustedProxies: ["127.0.0.1"] }],
    ["is known by an address of its own", { publicUrl: "https://hub.example.gov.cn" }],
  ])("are not handed out by a hub that %s", async (_what, options) => {
    const other = await testHub(options);
    try {
      expect((await tokensFor(fromPageAt(`127.0.0.1:${port(other.url)}`), other.url)).status).toBe(403);
      const { askers } = JSON.parse((await send("/playground/examples", {}, other.url)).text) as { askers: { name: string }[] };
      expect(askers.map(({ name }) => name)).toEqual(["public"]);
    } finally {
      await other.close();
    }
  });

  it("are offered to nobody who will not get them", async () => {
    const names = async (sent: Sent): Promise<string[]> => (JSON.parse((await send("/playground/examples", sent)).text) as { askers: { name: string }[] }).askers.map(({ name }) => name);
    expect(await names({})).toEqual(["public", ...Object.keys(directory)]);
    expect(await names({ headers: { via: "1.1 proxy" } })).toEqual(["public"]);
    expect(await names({ headers: { host: "elsewhere.example" } })).toEqual(["public"]);
  });
});

describe("The examples", () => {
  const { schema } = buildSchema(hubCatalogue(), commands);
  const examples = readExamples();

  it("are printed as they stand in test/requests: npm run print", () => {
    expect(readFileSync(new URL("../../schema/examples.json", import.meta.url), "utf8")).toBe(examplesJson());
  });

  it.each([...examples, exampleOfAnyHub].map((example) => [`${example.domain}/${example.name}`, example] as const))("%s is a question of this schema, with variables that fit", (_name, { question, variables }) => {
    const document = parse(question);
    expect(validate(schema, document)).toEqual([]);
    expect(getVariableValues(schema, getOperationAST(document)!.variableDefinitions ?? [], variables).errors).toBeUndefined();
  });

  it("have a first one for everybody, which the persona is answered otherwise than the public", () => {
    const named = (first: string) => examples.find(({ domain, name }) => `${domain}/${name}` === first);
    expect(named(firstOfPublic)).toBeDefined();
    expect(playgroundPersonas.filter(({ name, first }) => !named(first)?.personas.includes(name))).toEqual([]);
  });

  it("have a title in Chinese and in English", () => {
    expect(examples.filter(({ title }) => !/^\p{Script=Han}/u.test(title.zh) || !/^[A-Z]/.test(title.en))).toEqual([]);
  });
});

describe("What runs in the reader's browser", () => {
  it("keeps to its types", () => {
    const file = fileURLToPath(new URL("../../src/browser/tsconfig.json", import.meta.url));
    const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as { config: object };
    const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, fileURLToPath(new URL("../../src/browser", import.meta.url)));
    expect(fileNames.length).toBeGreaterThan(3);
    const program = ts.createProgram(fileNames, options);
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
  });
});

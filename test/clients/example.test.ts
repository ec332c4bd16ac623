import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JWK } from "jose";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { HubError } from "../../scripts/examples/client/src/answer.ts";
import { askerOf } from "../../scripts/examples/client/src/ask.ts";
import { bearer, clientAssertion, type Credentials } from "../../scripts/examples/client/src/credentials.ts";
import { runDepartment } from "../../scripts/examples/client/src/department.ts";
import { inBatches } from "../../scripts/examples/client/src/in-batches.ts";
import { made, NotMade } from "../../scripts/examples/client/src/made.ts";
import { sumOf } from "../../scripts/examples/client/src/money.ts";
import { rowsOf } from "../../scripts/examples/client/src/rows-of.ts";
import { TypedDocumentString } from "../../scripts/examples/client/src/generated/graphql.ts";
import { bodies } from "../../src/exchange/demonstration/landmarks.ts";
import { changesOf } from "../setup/change.ts";
import { testHub, type TestHub } from "../setup/hub.ts";

const example = fileURLToPath(new URL("../../scripts/examples/client", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hub-example-"));
const keyFile = join(folder, "key.json");
const system = "jinjiang-audit-example";

/** Runs a command of the example's own, such as `npm start`. */
function npm(command: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number | null; readonly told: string; readonly lines: readonly string[] }> {
  const child = spawn("npm", [...command], { cwd: example, env: { PATH: process.env["PATH"], ...environment } });
  const [told, lines] = [[] as string[], [] as string[]];
  child.stdout.on("data", (text: Buffer) => lines.push(text.toString()));
  child.stderr.on("data", (text: Buffer) => told.push(text.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (status) => resolve({ status, told: told.join(""), lines: lines.join("").trimEnd().split("\n") }));
  });
}

let hub: TestHub;
let sql: postgres.Sql;
let url: string;
let privateJwk: JWK;
beforeAll(async () => {
  hub = await testHub();
  url = `${hub.url}/graphql`;
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
  const operate = changesOf(() => hub);
  const { lines } = await npm(["run", "-s", "make-key", "--", keyFile]);
  const { row } = await operate("operator", "registerClient", { clientId: system, name: "锦江区审计系统", organizationId: `Organization_${bodies.countyAudit.id}`, audience: "DEPARTMENT", jurisdictionCode: "510104" });
  const { refused } = await operate("operator", "addClientKey", { clientRowId: row!["id"], publicJwk: lines.join("") });
  expect(refused).toEqual([]);
  privateJwk = JSON.parse(readFileSync(keyFile, "utf8")) as JWK;
});
afterEach(() => void vi.useRealTimers());
afterAll(async () => {
  await sql.end();
  await hub.close();
  rmSync(folder, { recursive: true });
});

const question = <Data, Variables = Record<string, never>>(text: string): TypedDocumentString<Data, Variables> => new TypedDocumentString<Data, Variables>(text);
const tokenRequests = (): number => hub.logged.filter((line) => line.includes('"path":"/oauth/token"')).length;
const registered = (): Credentials => clientAssertion({ clientId: system, privateJwk, hub: hub.url });

describe("npm start of the example", () => {
  const asPublic = [expect.stringMatching(/^Search 锦江区: \d+ found$/), "Debt limits of 锦江区 in 2025: GENERAL 4381040000.00 元, SPECIAL 11078410000.00 元; together 15459450000.00 元", expect.stringMatching(/^Records on display, read page by page: \d\d+$/)];

  it("shows what a public site shows", async () => {
    const { status, told, lines } = await npm(["start", "-s", "--", url]);
    expect([status, told]).toEqual([0, ""]);
    expect(lines).toEqual(expect.arrayContaining([...asPublic, "For what a department sees, set HUB_TOKEN, or HUB_CLIENT_ID and HUB_PRIVATE_KEY_FILE."]));
  });
  it.each<readonly [string, () => Promise<Record<string, string>>]>([
    ["with somebody's token", async () => ({ HUB_TOKEN: (await hub.tokenOf("department"))! })],
    ["with a registered key", () => Promise.resolve({ HUB_CLIENT_ID: system, HUB_PRIVATE_KEY_FILE: keyFile })],
  ])("does %s what a department's system does", async (_how, environment) => {
    const { status, told, lines } = await npm(["start", "-s", "--", url], await environment());
    expect([status, told]).toEqual([0, ""]);
    expect(lines).toEqual(expect.arrayContaining([
      ...asPublic,
      "Asking as DEPARTMENT, 成都市锦江区审计局",
      expect.stringMatching(/^Checked \d\d+ codes: \d+ with records on display, unknown: 000000000000000000$/),
      expect.stringMatching(/^Civil servants that this client may know of: [1-9]\d* \(request [\w-]{36}\)$/),
      expect.stringMatching(/^ {2}Official\.gender is denied \(conditional\)\. The competent body reads it/),
      expect.stringMatching(/^Asked 成都市锦江区人力资源和社会保障局 for a sharing grant: GX-[\w-]+ is REQUESTED$/),
    ]));
  });
  it.each([
    [[], "Say where the hub is: npm start -- http://127.0.0.1:4000/graphql"],
    [["http://127.0.0.1:9/graphql"], "fetch failed"],
  ])("with %j says what is wrong, with status 1", async (addresses, sentence) => {
    const { status, told } = await npm(["start", "-s", "--", ...addresses]);
    expect([status, told]).toEqual([1, expect.stringContaining(sentence)]);
  });
  it("keeps a private key that it has made for its user alone, and makes no other in its place", async () => {
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(await npm(["run", "-s", "make-key", "--", keyFile])).toMatchObject({ status: 1, told: expect.stringContaining("is there already") });
  });
});

describe("A client with a key", () => {
  const who = question<{ me: { client: string } }>("{ me { client } }");

  it("gets one token for its questions, also for those that it asks at once", async () => {
    const before = tokenRequests();
    const ask = askerOf({ url, credentials: registered() });
    const answers = await Promise.all([ask(who, {}), ask(who, {}), ask(who, {})]);
    expect([...answers, await ask(who, {})].map(({ data }) => data.me.client)).toEqual(Array(4).fill(system));
    expect(tokenRequests() - before).toBe(1);
  });
  it("gets the next one before the last ends", async () => {
    const ask = askerOf({ url, credentials: registered() });
    await ask(who, {});
    const before = tokenRequests();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 269_000 });
    await ask(who, {});
    expect(tokenRequests() - before).toBe(0);
    vi.setSystemTime(Date.now() + 2_000);
    await ask(who, {});
    expect(tokenRequests() - before).toBe(1);
  });
  it("gets another where the hub refuses the last, and asks again", async () => {
    const ask = askerOf({ url, credentials: registered() });
    await ask(who, {});
    const { payload } = await changesOf(() => hub)("operator", "rotateSigningKeys", { reason: "演练" });
    expect(payload).toMatchObject({ userErrors: [] });
    expect((await ask(who, {})).data.me.client).toBe(system);
  });
  it("is told why it gets none", async () => {
    const stranger = clientAssertion({ clientId: "nobody", privateJwk, hub: hub.url });
    await expect(askerOf({ url, credentials: stranger })(who, {})).rejects.toThrow(/\/oauth\/token answered 401: invalid_client client authentication failed/);
  });
  it("is told why its token is not good, where it has no other", async () => {
    const error = await askerOf({ url, credentials: bearer("x.y.z") })(who, {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "HubError", code: "UNAUTHENTICATED", status: 401, requestId: expect.any(String) });
  });
});

describe("Where the budget has run out", () => {
  const many = question("{ bids(first: 50) { totalCount } }");

  it("the client waits as long as Retry-After says, and asks again", async () => {
    let now = 0;
    const waited: number[] = [];
    const poor = await testHub({ ownerUrl: hub.ownerUrl, budget: { public: 60, client: 0, now: () => now } });
    const ask = askerOf({ url: `${poor.url}/graphql`, wait: (seconds) => (waited.push(seconds), (now += seconds * 1000), Promise.resolve()) });
    for (let n = 0; n < 12; n++) await ask(many, {});
    const impatient = askerOf({ url: `${poor.url}/graphql`, patience: 0 });
    const error = await (async () => { for (;;) await impatient(many, {}); })().catch((thrown: unknown) => thrown);
    await poor.close();
    expect(waited.length).toBeGreaterThan(0);
    expect(Math.min(...waited)).toBeGreaterThan(0);
    expect(error).toMatchObject({ code: "RATE_LIMITED", status: 429 });
  });
  it("the client does not wait for what is too large for any budget", async () => {
    const poor = await testHub({ ownerUrl: hub.ownerUrl, budget: { public: 10, client: 0, now: () => 0 } });
    const error = await askerOf({ url: `${poor.url}/graphql`, wait: () => Promise.reject(new Error("waited")) })(many, {}).catch((thrown: unknown) => thrown);
    await poor.close();
    expect(error).toMatchObject({ name: "HubError", code: "LIMIT_EXCEEDED" });
  });
});

describe("The example's parts", () => {
  const asDepartment = async () => askerOf({ url, credentials: bearer((await hub.tokenOf("department"))!) });

  it("hand on what was denied beside the data, with what opens it", async () => {
    const officials = question<{ officials: { nodes: { name: string | null; gender: string | null }[] } }>("{ officials(first: 2) { nodes { name gender } } }");
    const ask = await asDepartment();
    const { data, denied } = await ask(officials, {}, { purpose: "AUDIT", caseNo: "锦审〔2026〕12号" });
    expect(data.officials.nodes).toEqual(Array(2).fill({ name: expect.any(String), gender: null }));
    expect(denied).toMatchObject([{ coordinate: "Official.gender", class: "conditional", basis: expect.stringContaining("个人信息保护法"), howToApply: expect.any(String) }]);
    expect((await ask(officials, {})).data.officials.nodes).toEqual([]);
  });
  it("say in either language what is wrong with a question", async () => {
    const wrong = question("{ bids(first: 1000) { totalCount } }");
    await expect(askerOf({ url, language: "zh" })(wrong, {})).rejects.toThrow(/请求超出限制/);
    await expect(askerOf({ url })(wrong, {})).rejects.toBeInstanceOf(HubError);
    await expect(askerOf({ url: `${hub.url}/nothing` })(wrong, {})).rejects.toThrow("There is nothing at this path");
  });
  it("read a connection to its end, each row once", async () => {
    const divisions = question<{ administrativeDivisions: { totalCount: number; nodes: { code: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }, { after: string | null }>(
      "query ($after: String) { administrativeDivisions(first: 200, after: $after, where: { code: { startsWith: \"5101\" } }) { totalCount nodes { code } pageInfo { hasNextPage endCursor } } }",
    );
    const ask = askerOf({ url });
    const codes = await Array.fromAsync(rowsOf(async (after) => (await ask(divisions, { after })).data.administrativeDivisions), ({ code }) => code);
    expect(codes.length).toBeGreaterThan(200);
    expect(new Set(codes).size).toBe((await ask(divisions, { after: null })).data.administrativeDivisions.totalCount);
    expect(codes).toHaveLength(new Set(codes).size);
  });
  it("look up any number of codes, 200 at a time, in their order", async () => {
    const check = question<{ organizationsByCode: ({ uscc: string } | null)[] }, { codes: string[] }>("query ($codes: [String!]!) { organizationsByCode(codes: $codes) { uscc } }");
    const ask = askerOf({ url });
    const known = (await sql<{ uscc: string }[]>`select uscc from organization order by id limit 250`).map(({ uscc }) => uscc);
    const codes = known.flatMap((code) => [code, "000000000000000000"]);
    const sizes: number[] = [];
    const found = await inBatches(codes, async (batch) => (sizes.push(batch.length), (await ask(check, { codes: batch })).data.organizationsByCode));
    expect(sizes).toEqual([200, 200, 100]);
    expect(found).toEqual(known.flatMap((uscc) => [{ uscc }, null]));
  });
  it("tell why a change was not made, of a grant that is asked for twice over too", async () => {
    const change = question<{ requestSharing: { userErrors: { code: string; field: string[] | null; message: string }[] } | null }, { input: object }>(
      "mutation ($input: RequestSharingInput!) { requestSharing(input: $input) { userErrors { code field message } } }",
    );
    const input = { providerId: `Organization_${bodies.countyPersonnel.id}`, fields: ["Official.shoeSize"], purpose: "AUDIT", basisCitation: "政务数据共享条例", scopeDivisionCode: "510104", validFrom: "2026-12-01", validTo: "2028-11-30" };
    const ask = await asDepartment();
    const { data } = await ask(change, { input });
    expect(() => made(data.requestSharing)).toThrow(NotMade);
    expect(() => made(data.requestSharing)).toThrow(/^input\.fields\.0: /);
    const { data: ofPublic, denied } = await askerOf({ url })(change, { input });
    expect(denied).toMatchObject([{ coordinate: "Mutation.requestSharing" }]);
    expect(() => made(ofPublic.requestSharing)).toThrow("may not ask for the change");
    const printed: string[] = [];
    await runDepartment(ask, (line) => printed.push(line));
    await runDepartment(ask, (line) => printed.push(line));
    expect(new Set(printed.filter((line) => line.startsWith("Asked"))).size).toBe(1);
  });
  it.each([
    [["4381040000.00", "11078410000.00"], "15459450000.00"],
    [["0.1", "0.2"], "0.3"],
    [["-0.05", "0.01"], "-0.04"],
    [["90071992547409930.01", "0.02"], "90071992547409930.03"],
    [["7", "8"], "15"],
    [[], "0"],
  ])("add %j to %s, exactly", (amounts, sum) => {
    expect(sumOf(amounts)).toBe(sum);
  });
});

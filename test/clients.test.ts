import { generateKeyPairSync } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, enterprises } from "../src/exchange/demonstration/landmarks.ts";
import { readApiKey } from "../src/policy/api-key.ts";
import { changesOf, type Changed } from "./setup/change.ts";
import { runTokens, testHub, type Answered, type TestHub } from "./setup/hub.ts";

/** The platform's operator keeps the register of clients; everybody else is refused (see changes.test.ts). */
let hub: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await hub?.close();
});
const change = changesOf(() => hub);
const operate = (name: string, input: object): Promise<Changed> => change("operator", name, input as Record<string, unknown>);

const organization = ({ id }: { readonly id: string }): string => `Organization_${id}`;
const uuidIn = (row: Changed["row"]): string => String(row!["id"]).split("_")[1]!;
let made = 0;
const registration = { name: "审计系统", organizationId: organization(bodies.countyAudit), audience: "DEPARTMENT", jurisdictionCode: "510104", contact: "信息中心" };
const register = (further: object = {}): Promise<Changed> => operate("registerClient", { clientId: `audit-${++made}`, ...registration, ...further });
const soon = (): string => new Date(Date.now() + 86_400_000).toISOString();

describe("A client", () => {
  it("is registered for one body, with one audience and its jurisdiction", async () => {
    const { row, refused } = await register({ clientId: "audit-of-jinjiang" });
    expect(refused).toEqual([]);
    expect(row).toEqual({ id: expect.stringMatching(/^Client_/), clientId: "audit-of-jinjiang", name: "审计系统", audience: "DEPARTMENT", state: "ACTIVE", stateReason: null, version: 1, mayHide: false, jurisdictionCode: "510104", organizationId: registration.organizationId });
    expect(await sql`select registered_by from client where id = ${uuidIn(row)}`).toEqual([{ registered_by: "operator" }]);
    expect((await register({ clientId: "audit-of-jinjiang" })).refused).toEqual(["INVALID input.clientId"]);
  });

  it("is seen by its own body, and by no other", async () => {
    const { row } = await register();
    const asked = `{ client(id: "${String(row!["id"])}") { clientId state } }`;
    expect((await hub.ask("department", asked)).body.data).toEqual({ client: { clientId: row!["clientId"], state: "ACTIVE" } });
    expect((await hub.ask("finance", asked)).body.data).toEqual({ client: null });
  });

  it.each<[string, object, string[]]>([
    ["an identifier that is no name", { clientId: "a b" }, ["INVALID input.clientId"]],
    ["no name", { name: " " }, ["INVALID input.name"]],
    ["no body, as a department", { organizationId: null }, ["INVALID input.organizationId"]],
    ["a firm, as a department", { organizationId: organization(enterprises.winner) }, ["INVALID input.organizationId"]],
    ["a body, as an enterprise", { audience: "ENTERPRISE", jurisdictionCode: null }, ["INVALID input.organizationId"]],
    ["a body, as an auditor", { audience: "AUDITOR", jurisdictionCode: null }, ["INVALID input.organizationId"]],
    ["a body that is not there", { organizationId: "Organization_00000000-0000-4000-8000-000000000000" }, ["INVALID input.organizationId"]],
    ["no jurisdiction, as a department", { jurisdictionCode: null }, ["INVALID input.jurisdictionCode"]],
    ["a jurisdiction that is not there", { jurisdictionCode: "519999" }, ["INVALID input.jurisdictionCode"]],
    ["a jurisdiction beyond its body's", { jurisdictionCode: "510000" }, ["INVALID input.jurisdictionCode"]],
    ["a jurisdiction, as an operator", { audience: "OPERATOR", organizationId: null }, ["INVALID input.jurisdictionCode"]],
    ["looks that are kept from the person, as a department", { mayHide: true }, ["INVALID input.mayHide"]],
  ])("is not registered with %s", async (_what, further, refused) => {
    const answer = await register(further);
    expect([answer.refused, answer.row, answer.errors]).toEqual([refused, null, []]);
  });

  it.each<[string, object]>([
    ["a court, which may keep looks from the person", { audience: "COURT", organizationId: organization(bodies.highCourt), jurisdictionCode: "510000", mayHide: true }],
    ["a firm", { audience: "ENTERPRISE", organizationId: organization(enterprises.winner), jurisdictionCode: null }],
    ["a window in which officials ask", { audience: "SUBJECT", organizationId: null, jurisdictionCode: null }],
    ["a developer", { audience: "PUBLIC", organizationId: null, jurisdictionCode: null }],
    ["an auditor", { audience: "AUDITOR", organizationId: null, jurisdictionCode: null }],
    ["a body's township", { jurisdictionCode: "510104022" }],
  ])("is registered for %s", async (_what, further) => {
    expect((await register(further)).refused).toEqual([]);
  });

  it("is suspended, resumed and closed, each with its event, and closed for good", async () => {
    const { row } = await register();
    const step = (event: string, version: number, further: object = {}) => operate(event, { id: row!["id"], version, ...further });
    expect((await step("suspendClient", 1)).refused).toEqual(["REASON_REQUIRED input.reason"]);
    expect((await step("suspendClient", 1, { reason: "密钥疑似泄露" })).row).toMatchObject({ state: "SUSPENDED", stateReason: "密钥疑似泄露", version: 2 });
    expect((await step("suspendClient", 2, { reason: "x" })).messages).toEqual(["suspendClient is not possible in the state SUSPENDED; possible are: resumeClient, closeClient."]);
    expect((await step("resumeClient", 1)).refused).toEqual(["STALE_VERSION input.version"]);
    expect((await step("resumeClient", 2)).row).toMatchObject({ state: "ACTIVE", version: 3 });
    expect((await step("closeClient", 3)).refused).toEqual(["REASON_REQUIRED input.reason"]);
    expect((await step("closeClient", 3, { reason: "系统下线" })).row).toMatchObject({ state: "CLOSED", version: 4 });
    expect((await step("resumeClient", 4)).messages).toEqual(["resumeClient is not possible in the state CLOSED; possible are: nothing at present."]);
    const events = await sql`select event from workflow_event where row_id = ${uuidIn(row)} order by version`;
    expect(events.map(({ event }) => String(event))).toEqual(["registerClient", "suspendClient", "resumeClient", "closeClient"]);
  });

  it("that is not there is not found", async () => {
    const id = "Client_00000000-0000-4000-8000-000000000000";
    expect((await operate("suspendClient", { id, version: 1, reason: "x" })).refused).toEqual(["NOT_FOUND input.id"]);
    expect((await operate("issueApiKey", { clientRowId: id, networks: ["10.0.0.1"], expiresAt: soon() })).refused).toEqual(["NOT_FOUND input.clientRowId"]);
  });
});

describe("A public key", () => {
  const clientOf = async (): Promise<string> => String((await register()).row!["id"]);

  it.each(["EdDSA", "ES256", "RS256"])("for %s is kept by its thumbprint, without anything private", async (algorithm) => {
    const clientRowId = await clientOf();
    const jwk = await exportJWK((await generateKeyPair(algorithm, { extractable: true })).publicKey);
    const { row, refused } = await operate("addClientKey", { clientRowId, publicJwk: JSON.stringify({ ...jwk, alg: algorithm, "x-note": "PLANTED" }) });
    expect(refused).toEqual([]);
    expect(row).toMatchObject({ kind: "PUBLIC_KEY", label: await calculateJwkThumbprint(jwk), networks: [], expiresAt: null, revokedAt: null });
    const [kept] = await sql`select public_jwk, secret_digest from client_credential where id = ${uuidIn(row)}`;
    expect(JSON.parse(String(kept!["public_jwk"]))).toEqual({ ...jwk, alg: algorithm, use: "sig", kid: row!["label"] });
    expect(kept!["secret_digest"]).toBeNull();
  });

  it("is there once, and does not come back when it was revoked", async () => {
    const clientRowId = await clientOf();
    const publicJwk = JSON.stringify(await exportJWK((await generateKeyPair("ES256", { extractable: true })).publicKey));
    const { row } = await operate("addClientKey", { clientRowId, publicJwk, expiresAt: soon() });
    expect(row!["expiresAt"]).not.toBeNull();
    expect((await operate("addClientKey", { clientRowId, publicJwk })).refused).toEqual(["INVALID input.publicJwk"]);
    expect((await operate("revokeCredential", { id: row!["id"], reason: "更换" })).row).toMatchObject({ revokedAt: expect.any(String) });
    expect((await operate("addClientKey", { clientRowId, publicJwk })).refused).toEqual(["INVALID input.publicJwk"]);
    expect((await operate("revokeCredential", { id: row!["id"] })).messages).toEqual(["revokeCredential is not possible in the state REVOKED; possible are: nothing at present."]);
    expect((await operate("addClientKey", { clientRowId: await clientOf(), publicJwk })).refused).toEqual([]);
    const events = await sql`select event, version, reason from workflow_event where type = 'ClientCredential' and row_id = ${uuidIn(row)} order by version`;
    expect(events).toEqual([{ event: "addClientKey", version: 1, reason: null }, { event: "revokeCredential", version: 2, reason: "更换" }]);
  });

  it.each<[string, () => unknown, RegExp]>([
    ["a private one", () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" }), /holds the private part/],
    ["a private one of another kind", () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), /holds the private part/],
    ["a secret", () => ({ kty: "oct", k: "c2VjcmV0" }), /holds the private part/],
    ["an RSA key of 1024 bits", () => generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey.export({ format: "jwk" }), /2048 bits/],
    ["an RSA key with a small exponent", () => generateKeyPairSync("rsa", { modulusLength: 2048, publicExponent: 3 }).publicKey.export({ format: "jwk" }), /exponent 65537/],
    ["one for encryption", () => generateKeyPairSync("x25519").publicKey.export({ format: "jwk" }), /must be a key for signatures/],
    ["one of another curve", () => generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey.export({ format: "jwk" }), /must be a key for signatures/],
    ["one for another algorithm", () => ({ ...generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ format: "jwk" }), alg: "none" }), /must be a key for signatures/],
    ["a point that is on no curve", () => ({ kty: "EC", crv: "P-256", x: "AAAA", y: "AAAA" }), /no valid key/],
    ["an object of nothing", () => ({}), /must be a key for signatures/],
    ["a list", () => [], /no JSON Web Key/],
  ])("is not %s", async (_what, key, said) => {
    const { refused, messages, answered } = await operate("addClientKey", { clientRowId: await clientOf(), publicJwk: JSON.stringify(key()) });
    expect(refused).toEqual(["INVALID input.publicJwk"]);
    expect(messages[0]).toMatch(said);
    expect(answered.body.errors).toBeUndefined();
  });

  it("is not what is no JSON", async () => {
    expect((await operate("addClientKey", { clientRowId: await clientOf(), publicJwk: "-----BEGIN PUBLIC KEY-----" })).messages).toEqual(["publicJwk is no JSON Web Key."]);
  });

  it("is not added to a client that is closed", async () => {
    const { row } = await register();
    await operate("closeClient", { id: row!["id"], version: 1, reason: "x" });
    const { refused, messages } = await operate("issueApiKey", { clientRowId: row!["id"], networks: ["10.0.0.1"], expiresAt: soon() });
    expect(refused).toEqual(["FORBIDDEN_TRANSITION input.clientRowId"]);
    expect(messages).toEqual(["issueApiKey is not possible in the state CLOSED; possible are: nothing at present."]);
  });
});

describe("An API key", () => {
  it("is told once, and only its digest is kept", async () => {
    const { row } = await register();
    const networks = ["10.1.0.0/16", "2001:db8::/32", "192.0.2.7"];
    const { payload, row: credential } = await operate("issueApiKey", { clientRowId: row!["id"], networks, expiresAt: soon() });
    const text = String(payload!["apiKey"]);
    expect(text).toMatch(/^hub_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}$/);
    expect(credential).toMatchObject({ kind: "API_KEY", label: text.split("_")[1], networks, client: { clientId: row!["clientId"] } });
    const kept = await sql`select row_to_json(c)::text as row from client_credential c where id = ${uuidIn(credential)}`;
    expect(JSON.parse(String(kept[0]!["row"]))).toMatchObject({ secret_digest: readApiKey(text)!.digest, public_jwk: null });
    expect(String(kept[0]!["row"])).not.toContain(text.split("_")[2]);
    expect(hub.logged.join("")).not.toContain(text.split("_")[2]);
    expect((await operate("revokeCredential", { id: credential!["id"] })).row!["revokedAt"]).not.toBeNull();
  });

  it.each<[string, object, string[]]>([
    ["without a network", { networks: [] }, ["INVALID input.networks"]],
    ["for all networks", { networks: ["10.0.0.1", "0.0.0.0/0"] }, ["INVALID input.networks.1"]],
    ["for all networks of IPv6", { networks: ["::/0"] }, ["INVALID input.networks.0"]],
    ["for what is no network", { networks: ["10.0.0.1/33", "localhost", "fe80::1%eth0"] }, ["INVALID input.networks.0", "INVALID input.networks.1", "INVALID input.networks.2"]],
    ["that is over", { expiresAt: "2020-01-01T00:00:00Z" }, ["INVALID input.expiresAt"]],
  ])("is not issued %s, and then none is told", async (_what, further, refused) => {
    const { row } = await register();
    const answer = await operate("issueApiKey", { clientRowId: row!["id"], networks: ["10.0.0.1"], expiresAt: soon(), ...further });
    expect([answer.refused, answer.payload!["apiKey"]]).toEqual([refused, null]);
    expect(await sql`select 1 from client_credential where client_row_id = ${uuidIn(row)}`).toEqual([]);
  });
});

/** What a hub answers to somebody with a token or an API key: the client, or why it is refused. */
async function askWith(token: string): Promise<unknown> {
  const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${token}` }, body: JSON.stringify({ query: "{ me { client } }" }) });
  const { data, errors } = (await response.json()) as Answered["body"];
  return data ? (data["me"] as { client: string }).client : errors![0]!.message;
}

describe("What the operator decides", () => {
  it("is in force in the hub that answers it: of a client and an API key", async () => {
    const { row } = await register();
    const [id, clientId] = [row!["id"], row!["clientId"]];
    const { payload, row: credential } = await operate("issueApiKey", { clientRowId: id, networks: ["127.0.0.1"], expiresAt: soon() });
    const key = String(payload!["apiKey"]);
    expect(await askWith(key)).toBe(clientId);
    await operate("suspendClient", { id, version: 1, reason: "x" });
    expect(await askWith(key)).toBe("The token was refused: its client is suspended.");
    await operate("resumeClient", { id, version: 2, reason: "x" });
    expect(await askWith(key)).toBe(clientId);
    await operate("revokeCredential", { id: credential!["id"] });
    expect(await askWith(key)).toBe("The token was refused: the API key was revoked.");
  });

  it("is in force in the hub that answers it: of a client's key, and of the keys with which the hub signs", async () => {
    const { row } = await register();
    const { row: credential } = await operate("addClientKey", { clientRowId: row!["id"], publicJwk: JSON.stringify(await exportJWK((await generateKeyPair("EdDSA", { extractable: true })).publicKey)) });
    const generation = Number((await sql`select signing_generation from registry_state`)[0]!["signing_generation"]);
    const token = await runTokens.sign({ client: String(row!["clientId"]), credential: String(credential!["label"]), subject: null }, generation);
    expect(await askWith(token)).toBe(row!["clientId"]);
    await operate("rotateSigningKeys", { reason: "x" });
    expect(await askWith(token)).toBe("The token was refused: the key that has signed it is none of this hub's, or no longer good.");
  });

  it("makes the register's number grow, by which every other hub finds it", async () => {
    const version = async (): Promise<number> => Number((await sql`select version from registry_state`)[0]!["version"]);
    const before = await version();
    const { row } = await register();
    await operate("suspendClient", { id: row!["id"], version: 1, reason: "x" });
    expect(await version()).toBeGreaterThanOrEqual(before + 2);
  });
});

describe("The keys with which the hub signs", () => {
  it("are of another generation after each rotation, which says why", async () => {
    const [before] = await sql`select signing_generation, version from registry_state`;
    expect((await operate("rotateSigningKeys", {})).refused).toEqual(["REASON_REQUIRED input.reason"]);
    const { payload } = await operate("rotateSigningKeys", { reason: "年度轮换" });
    expect(payload).toEqual({ signingGeneration: Number(before!["signing_generation"]) + 1, userErrors: [] });
    const [after] = await sql`select signing_generation, version from registry_state`;
    expect([Number(after!["signing_generation"]), Number(after!["version"])]).toEqual([Number(before!["signing_generation"]) + 1, Number(before!["version"]) + 1]);
    expect(await sql`select event, version, client, reason from workflow_event where type = 'SigningKeys' and version > ${Number(before!["signing_generation"])}`).toEqual([{ event: "rotateSigningKeys", version: payload!["signingGeneration"], client: "operator", reason: "年度轮换" }]);
  });
});

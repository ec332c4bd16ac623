import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { createLocalJWKSet, jwtVerify, SignJWT, UnsecuredJWT, type JSONWebKeySet, type JWTHeaderParameters, type JWTPayload } from "jose";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { officials } from "../../src/exchange/demonstration/landmarks.ts";
import { Identity } from "../../src/http/identity.ts";
import { signingKeyFrom, type SigningKey } from "../../src/http/keys.ts";
import { SigningKeys } from "../../src/http/signing-keys.ts";
import { Tokens } from "../../src/http/tokens.ts";
import { signingSeed } from "../../src/store/secrets.ts";
import { anybody } from "../setup/anybody.ts";
import { runTokens, testHub, type TestHub } from "../setup/hub.ts";
import { runKey } from "../setup/template.ts";
import { askWith, registerClient, registerKey, second, setState, type KeyPair } from "./clients.ts";

let hub: TestHub;
let real: TestHub;
let sql: postgres.Sql;
let keys: SigningKeys;
let key: SigningKey;
let demonstrationKey: SigningKey;
let foreign: SigningKey;
let client: string;
let credential: KeyPair;
beforeAll(async () => {
  hub = await testHub();
  real = await testHub({ ownerUrl: hub.ownerUrl, demonstration: false });
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
  keys = new SigningKeys(signingSeed(runKey));
  [key, demonstrationKey, foreign] = await Promise.all([keys.current(1), keys.demonstration(), signingKeyFrom(randomBytes(32))]);
  client = await registerClient(sql);
  credential = await registerKey(sql, client);
  await vi.waitFor(async () => expect((await askWith(hub.url, `Bearer ${await signed(claims())}`)).status).toBe(200), second);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await sql.end();
  await real.close();
  await hub.close();
});

const now = (): number => Math.floor(Date.now() / 1000);
const claims = (): JWTPayload => ({ iss: "integrity-hub", aud: "integrity-hub", sub: client, iat: now(), exp: now() + 60, credential: credential.label });
const signed = (payload: JWTPayload, by: SigningKey = key, header: JWTHeaderParameters = { alg: "EdDSA", kid: by.kid }): Promise<string> => new SignJWT(payload).setProtectedHeader(header).sign(by.privateKey);
const without = (name: string): JWTPayload => Object.fromEntries(Object.entries(claims()).filter(([each]) => each !== name));

describe("A token that is not good is refused with its reason, never answered as the public", () => {
  const bad: readonly (readonly [string, () => Promise<string> | string, string])[] = [
    ["expired", () => signed({ ...claims(), iat: now() - 100, exp: now() - 50 }), "it has expired"],
    ["older than any token gets, whatever end it names", () => signed({ ...claims(), iat: now() - 1_000, exp: now() + 1_000 }), "it has expired"],
    ["of another issuer", () => signed({ ...claims(), iss: "elsewhere" }), "its claim iss does not fit this hub"],
    ["for another service", () => signed({ ...claims(), aud: "elsewhere" }), "its claim aud does not fit this hub"],
    ["not yet good", () => signed({ ...claims(), nbf: now() + 100 }), "its claim nbf does not fit this hub"],
    ["from the future", () => signed({ ...claims(), iat: now() + 100, exp: now() + 200 }), "it is from the future"],
    ["without an end", () => signed(without("exp")), "its claim exp does not fit this hub"],
    ["without a beginning", () => signed(without("iat")), "its claim iat does not fit this hub"],
    ["of nobody", () => signed(without("sub")), "its claim sub does not fit this hub"],
    ["of a client without a name", () => signed({ ...claims(), sub: "" }), "it names no client"],
    ["of a client that is not registered", () => signed({ ...claims(), sub: "nobody" }), "its client is not registered here"],
    ["of a window's person, by a client that is no window", () => signed({ ...claims(), subject: officials.subject.id }), "it names a person, and its client is no window for persons"],
    ["of a person that is no identifier", () => signed({ ...claims(), subject: "' or 1=1" }), "its claim subject is malformed"],
    ["for no credential", () => signed(without("credential")), "it does not say for which credential it was given"],
    ["for a credential of nobody", () => signed({ ...claims(), credential: "another" }), "the key for which it was given is no longer good"],
    ["signed by another key", () => signed(claims(), foreign), "the key that has signed it is none of this hub's, or no longer good"],
    ["signed by another key in the name of the hub's", () => signed(claims(), foreign, { alg: "EdDSA", kid: key.kid }), "its signature is not this hub's"],
    ["signed by a key that it does not name", () => signed(claims(), key, { alg: "EdDSA" }), "it does not name the key that has signed it"],
    ["unsigned", () => new UnsecuredJWT(claims()).encode(), "it is not signed as this hub signs"],
    ["unsigned in the name of the hub's key", async () => `${Buffer.from(JSON.stringify({ alg: "none", kid: key.kid })).toString("base64url")}.${(await signed(claims())).split(".")[1]!}.`, "it is not signed as this hub signs"],
    ["with the signature taken off", async () => (await signed(claims())).replace(/[^.]+$/, ""), "its signature is not this hub's"],
    ["signed with the public key as a secret", () => new SignJWT(claims()).setProtectedHeader({ alg: "HS256", kid: key.kid }).sign(Buffer.from(key.publicJwk.x!, "base64url")), "it is not signed as this hub signs"],
    ["cut off", async () => (await signed(claims())).slice(0, -8), "its signature is not this hub's"],
    ["changed", async () => (await signed(claims())).replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify({ ...claims(), sub: "supervision" })).toString("base64url")}.`), "its signature is not this hub's"],
    ["of no content", () => "a.b.c", "it is no token of this hub"],
  ];
  it.each(bad)("%s", async (_what, make, reason) => {
    const token = await make();
    const answer = await askWith(hub.url, `Bearer ${token}`);
    expect(answer).toMatchObject({ status: 401, code: "UNAUTHENTICATED", challenge: 'Bearer error="invalid_token"', message: `The token was refused: ${reason}.` });
    expect(answer.text).not.toContain("data");
    expect((await askWith(hub.url, `Bearer ${token}`, { "accept-language": "zh" })).message).toMatch(/^令牌无效：\P{ASCII}/u);
  });

  it.each(["", "Bearer", "Bearer x", "Basic dXNlcjpwYXNz", "bearer a.b"])("nor is the header %j anybody", async (header) => {
    expect(await askWith(hub.url, header)).toMatchObject({ status: 401, code: "UNAUTHENTICATED", challenge: 'Bearer error="invalid_token"', message: "The token was refused: the Authorization header is not “Bearer” and a token." });
  });

  it("of a client that is suspended or closed", async () => {
    const other = await registerClient(sql);
    const { label } = await registerKey(sql, other);
    const token = `Bearer ${await signed({ ...claims(), sub: other, credential: label })}`;
    await expect.poll(async () => (await askWith(hub.url, token)).status).toBe(200);
    for (const [state, reason] of [["SUSPENDED", "its client is suspended"], ["CLOSED", "its client is closed"]] as const) {
      await setState(sql, other, state);
      await expect.poll(async () => (await askWith(hub.url, token)).message).toBe(`The token was refused: ${reason}.`);
    }
  });
});

describe("A good token", () => {
  it("is its client's, whom the register knows: what it says of itself beyond that is not believed", async () => {
    const token = await signed({ ...claims(), audience: "supervision", body: "x", jurisdiction: "y", client: "z", state: "ACTIVE", demo: true });
    expect(await askWith(hub.url, `Bearer ${token}`)).toMatchObject({ status: 200, me: { audience: "DEPARTMENT", client } });
  });

  it("of a window is the person's whom it names", async () => {
    const window = await registerClient(sql, { audience: "SUBJECT" });
    const { label } = await registerKey(sql, window);
    const token = await signed({ ...claims(), sub: window, credential: label, subject: officials.subject.id });
    const ask = async (): Promise<unknown> => {
      const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${token}` }, body: '{"query":"{ me { audience official { id } } }"}' });
      return response.json();
    };
    await expect.poll(ask).toEqual({ data: { me: { audience: "SUBJECT", official: { id: `Official_${officials.subject.id}` } } } });
  });

  it("of a developer is answered as the public, and has a name", async () => {
    const token = await runTokens.signDemonstration("developer", null, 60);
    expect(await askWith(hub.url, `Bearer ${token}`)).toMatchObject({ status: 200, me: { audience: "PUBLIC", client: "developer" } });
    const response = await fetch(`${hub.url}/graphql?query={legalBasis(citation:"x"){title}}`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("What was verified once", () => {
  const registry = anybody();
  registry.add("court", { audience: "court" });
  registry.add("department", { audience: "department" });
  const near = { connection: "127.0.0.1", address: "127.0.0.1" };
  const identityOf = (seconds = 0) => new Identity(new Tokens(keys, () => Date.now() + seconds * 1000), registry, { demonstration: true });

  it("is not verified again", async () => {
    const identity = identityOf();
    const header = `Bearer ${await runTokens.signDemonstration("court", null, 60)}`;
    const viewer = await identity.viewerOf(header, near);
    const verified = vi.spyOn(crypto.subtle, "verify");
    expect(await identity.viewerOf(header, near)).toEqual(viewer);
    expect(verified).not.toHaveBeenCalled();
    await identityOf().viewerOf(header, near);
    expect(verified).toHaveBeenCalledOnce();
  });

  it("is good until it expires and no longer", async () => {
    let ahead = 0;
    const identity = new Identity(new Tokens(keys, () => Date.now() + ahead), registry, { demonstration: true });
    const header = `Bearer ${await runTokens.signDemonstration("court", null, 60)}`;
    const ask = () => identity.viewerOf(header, near);
    expect(await ask()).toMatchObject({ audience: "court", client: "court" });
    ahead = 59_000;
    expect(await ask()).toMatchObject({ audience: "court" });
    ahead = 66_000; // beyond what clocks may differ by
    await expect(ask()).rejects.toMatchObject({ code: "UNAUTHENTICATED", message: "The token was refused: it has expired." });
    await expect(ask()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is never another's, although both are remembered", async () => {
    const identity = identityOf();
    const headers = await Promise.all(["department", "court"].map(async (name) => `Bearer ${await runTokens.signDemonstration(name, null, 60)}`));
    for (let round = 0; round < 2; round++) expect(await Promise.all(headers.map(async (header) => (await identity.viewerOf(header, near)).client))).toEqual(["department", "court"]);
  });
});

describe("A persona's token", () => {
  it("is good on the hub's own machine only", async () => {
    const registry = anybody();
    registry.add("department", { audience: "department" });
    const identity = new Identity(runTokens, registry, { demonstration: true });
    const token = `Bearer ${await runTokens.signDemonstration("department", null, 60)}`;
    for (const connection of ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.8.9.1"]) expect((await identity.viewerOf(token, { connection, address: connection })).audience).toBe("department");
    for (const connection of ["10.0.0.1", "::ffff:10.0.0.1", "192.168.1.1", "128.0.0.1", ""])
      await expect(identity.viewerOf(token, { connection, address: "127.0.0.1" })).rejects.toMatchObject({ code: "UNAUTHENTICATED", message: "The token was refused: demonstration tokens are good on the hub's own machine only." });
  });

  it("is not good where somebody has passed it on, though it be from this machine", async () => {
    const token = (await hub.tokenOf("department"))!;
    expect(await askWith(hub.url, `Bearer ${token}`, { "x-forwarded-for": "127.0.0.1" })).toMatchObject({ status: 401, message: "The token was refused: demonstration tokens are good on the hub's own machine only." });
  });

  it("is nobody's where there is no demonstration data", async () => {
    const token = (await hub.tokenOf("department"))!;
    expect(await askWith(real.url, `Bearer ${token}`)).toMatchObject({ status: 401, message: "The token was refused: this hub holds no demonstration data, so its personas are nobody." });
    expect((await askWith(real.url, `Bearer ${await signed(claims())}`)).status).toBe(200);
  });

  it("is known by its key, not by what it says", async () => {
    expect(await askWith(real.url, `Bearer ${await signed(claims(), demonstrationKey)}`)).toMatchObject({ status: 401, message: "The token was refused: this hub holds no demonstration data, so its personas are nobody." });
  });
});

describe("The keys that anybody may have", () => {
  const published = async (): Promise<JSONWebKeySet> => (await (await fetch(`${hub.url}/.well-known/jwks.json`)).json()) as JSONWebKeySet;
  it("verify the hub's tokens and hold no private part", async () => {
    const jwks = await published();
    expect(JSON.stringify(jwks)).not.toContain('"d"');
    const token = await runTokens.sign({ client, credential: credential.label, subject: null }, 1);
    const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), { issuer: "integrity-hub", audience: "integrity-hub" });
    expect(payload).toMatchObject({ sub: client, credential: credential.label });
    expect(payload.exp! - payload.iat!).toBe(300);
  });

  it("do not verify a persona's: nobody who trusts them takes it for more than it is", async () => {
    await expect(jwtVerify((await hub.tokenOf("court"))!, createLocalJWKSet(await published()))).rejects.toMatchObject({ code: "ERR_JWKS_NO_MATCHING_KEY" });
  });
});

describe("The token command", () => {
  const run = promisify(execFile);
  const token = (...args: string[]) => run(process.execPath, ["scripts/token.ts", ...args], { env: { PATH: process.env["PATH"], HUB_KEY: runKey.toString("hex") } });
  it.each([["supervision", "SUPERVISION"], ["subject", "SUBJECT"], ["developer", "PUBLIC"]])("prints a token of %s that the hub takes", async (persona, audience) => {
    const { stdout } = await token(persona);
    expect(await askWith(hub.url, `Bearer ${stdout.trim()}`)).toMatchObject({ status: 200, me: { audience, client: persona } });
  });
  it.each([[[]], [["emperor"]]])("lists the personas where none of them is named (%j)", async (args) => {
    await expect(token(...args)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("department, finance, personnel, otherPersonnel") });
  });
});

it("No token and no key stands in the log", async () => {
  const token = await signed(claims());
  await askWith(hub.url, `Bearer ${token}`);
  await askWith(hub.url, `Bearer ${token}x`);
  for (const secret of [token, createHash("sha256").update(token).digest("base64")]) expect(hub.logged.join("")).not.toContain(secret);
});

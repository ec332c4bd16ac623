import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { createLocalJWKSet, jwtVerify, SignJWT, UnsecuredJWT, type JSONWebKeySet, type JWTPayload } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import { Identity } from "../../src/http/identity.ts";
import { signingKeyFrom, type SigningKey } from "../../src/http/keys.ts";
import { signingSeed } from "../../src/store/secrets.ts";
import { testHub, type TestHub } from "../setup/hub.ts";
import { runKey } from "../setup/template.ts";

let hub: TestHub;
let key: SigningKey;
let foreign: SigningKey;
beforeAll(async () => {
  hub = await testHub();
  key = await signingKeyFrom(signingSeed(runKey));
  foreign = await signingKeyFrom(randomBytes(32));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
afterAll(() => hub.close());

const now = (): number => Math.floor(Date.now() / 1000);
const claims = (): JWTPayload => ({ iss: "integrity-hub", aud: "integrity-hub", sub: "test", iat: now(), exp: now() + 60, audience: "department", body: null, jurisdiction: null, subject: null });
const signed = (payload: JWTPayload, by: SigningKey = key): Promise<string> => new SignJWT(payload).setProtectedHeader({ alg: "EdDSA" }).sign(by.privateKey);

async function askWith(authorization: string): Promise<{ status: number; challenge: string | null; message: string; code: unknown; text: string }> {
  const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization }, body: JSON.stringify({ query: "{ me { audience } }" }) });
  const text = await response.text();
  const [error] = (JSON.parse(text) as { errors?: { message: string; extensions: { code: string } }[] }).errors ?? [];
  return { status: response.status, challenge: response.headers.get("www-authenticate"), message: error?.message ?? "", code: error?.extensions.code, text };
}

describe("A token that is not good is refused with its reason, never answered as the public", () => {
  const bad: readonly (readonly [string, () => Promise<string> | string, RegExp])[] = [
    ["expired", () => signed({ ...claims(), iat: now() - 100, exp: now() - 50 }), /it has expired/],
    ["of another issuer", () => signed({ ...claims(), iss: "elsewhere" }), /its claim iss does not fit/],
    ["for another service", () => signed({ ...claims(), aud: "elsewhere" }), /its claim aud does not fit/],
    ["signed by another key", () => signed(claims(), foreign), /its signature is not this hub's/],
    ["not yet good", () => signed({ ...claims(), nbf: now() + 100 }), /its claim nbf does not fit/],
    ["from the future", () => signed({ ...claims(), iat: now() + 100, exp: now() + 200 }), /it is from the future/],
    ["without an end", () => signed(Object.fromEntries(Object.entries(claims()).filter(([name]) => name !== "exp"))), /its claim exp does not fit/],
    ["of an unknown audience", () => signed({ ...claims(), audience: "emperor" }), /its audience is unknown/],
    ["of the public", () => signed({ ...claims(), audience: "public" }), /its audience is unknown/],
    ["with a body that is no identifier", () => signed({ ...claims(), body: "' or 1=1" }), /its claim body is malformed/],
    ["unsigned", () => new UnsecuredJWT(claims()).encode(), /not signed as this hub signs/],
    ["signed with the public key as a secret", () => new SignJWT(claims()).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from(key.publicJwk.x!, "base64url")), /not signed as this hub signs/],
    ["cut off", async () => (await signed(claims())).slice(0, -8), /its signature is not this hub's/],
    ["changed", async () => (await signed(claims())).replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify({ ...claims(), audience: "supervision" })).toString("base64url")}.`), /its signature is not this hub's/],
  ];
  it.each(bad)("%s", async (_what, make, reason) => {
    const answer = await askWith(`Bearer ${await make()}`);
    expect(answer).toMatchObject({ status: 401, code: "UNAUTHENTICATED", challenge: 'Bearer error="invalid_token"' });
    expect(answer.message).toMatch(reason);
    expect(answer.text).not.toContain("data");
  });

  it.each(["", "Bearer", "Bearer x", "Basic dXNlcjpwYXNz", "bearer a.b"])("nor is the header %j anybody", async (header) => {
    expect(await askWith(header)).toMatchObject({ status: 401, code: "UNAUTHENTICATED", challenge: 'Bearer error="invalid_token"', message: "The token was refused: the Authorization header is not “Bearer” and a token." });
  });
});

describe("A good token", () => {
  it("is its bearer's", async () => {
    expect((await askWith(`Bearer ${await signed(claims())}`)).text).toContain('"audience":"DEPARTMENT"');
  });

  it("that was verified once is not verified again", async () => {
    const identity = new Identity(key, { demonstration: false });
    const header = `Bearer ${await signed(claims())}`;
    const viewer = await identity.viewerOf(header, "10.0.0.1");
    const verified = vi.spyOn(crypto.subtle, "verify");
    expect(await identity.viewerOf(header, "10.0.0.1")).toBe(viewer);
    expect(verified).not.toHaveBeenCalled();
    await new Identity(key, { demonstration: false }).viewerOf(header, "10.0.0.1");
    expect(verified).toHaveBeenCalledOnce();
  });

  it("is good until it expires and no longer, although it was verified before", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const identity = new Identity(key, { demonstration: false });
    const header = `Bearer ${await signed({ ...claims(), exp: now() + 60 })}`;
    const ask = () => identity.viewerOf(header, "10.0.0.1");
    expect(await ask()).toMatchObject({ audience: "department", client: "test" });
    vi.setSystemTime(Date.now() + 59_000);
    expect(await ask()).toMatchObject({ audience: "department" });
    vi.setSystemTime(Date.now() + 7_000); // beyond what clocks may differ by
    await expect(ask()).rejects.toMatchObject({ code: "UNAUTHENTICATED", message: "The token was refused: it has expired." });
    await expect(ask()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("of one bearer is never another's, although both are remembered", async () => {
    const identity = new Identity(key, { demonstration: false });
    const headers = await Promise.all(["department", "court"].map(async (audience) => `Bearer ${await signed({ ...claims(), audience, sub: audience })}`));
    for (let round = 0; round < 2; round++) expect(await Promise.all(headers.map(async (header) => (await identity.viewerOf(header, "10.0.0.1")).client))).toEqual(["department", "court"]);
  });

  it("of a persona is for the hub's own machine and for the demonstration data", async () => {
    const identity = new Identity(key, { demonstration: true });
    const token = `Bearer ${await identity.sign("department", directory.department, { seconds: 60, demonstration: true })}`;
    for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.8.9.1"]) expect((await identity.viewerOf(token, address)).audience).toBe("department");
    for (const address of ["10.0.0.1", "::ffff:10.0.0.1", "192.168.1.1", "128.0.0.1", ""]) await expect(identity.viewerOf(token, address)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(new Identity(key, { demonstration: false }).viewerOf(token, "127.0.0.1")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

describe("The keys", () => {
  it("that anybody may have verify the hub's tokens and hold no private part", async () => {
    const jwks = (await (await fetch(`${hub.url}/.well-known/jwks.json`)).json()) as JSONWebKeySet;
    expect(JSON.stringify(jwks)).not.toContain('"d"');
    const { payload } = await jwtVerify((await hub.tokenOf("court"))!, createLocalJWKSet(jwks), { issuer: "integrity-hub", audience: "integrity-hub" });
    expect(payload).toMatchObject({ sub: "court", audience: "court", demo: true });
  });
});

describe("The token command", () => {
  const run = promisify(execFile);
  const token = (...args: string[]) => run(process.execPath, ["scripts/token.ts", ...args], { env: { PATH: process.env["PATH"], HUB_KEY: runKey.toString("hex") } });
  it("prints a token that the hub takes", async () => {
    const { stdout } = await token("supervision");
    expect((await askWith(`Bearer ${stdout.trim()}`)).text).toContain('"audience":"SUPERVISION"');
  });
  it.each([[[]], [["emperor"]]])("lists the personas where none of them is named (%j)", async (args) => {
    await expect(token(...args)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("department, finance, personnel, otherPersonnel") });
  });
});

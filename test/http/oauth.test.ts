import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from "jose";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { bodies, officials } from "../../src/exchange/demonstration/landmarks.ts";
import { changesOf } from "../setup/change.ts";
import { testHub, type TestHub } from "../setup/hub.ts";
import { askForToken, askWith, assertionClaims, assertionOf, registerClient, registerKey, revoke, second, tokenFor, type Granted, type KeyPair } from "./clients.ts";

let hub: TestHub;
let replica: TestHub;
let sql: postgres.Sql;
let client: string;
let key: KeyPair;
beforeAll(async () => {
  hub = await testHub({ trustedProxies: ["127.0.0.1"] });
  replica = await testHub({ ownerUrl: hub.ownerUrl, publicUrl: hub.url });
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
  client = await registerClient(sql, { audience: "FINANCE" });
  key = await registerKey(sql, client);
  await vi.waitFor(() => tokenFor(hub.url, client, key), second);
});
afterAll(async () => {
  await sql.end();
  await replica.close();
  await hub.close();
});

const now = (): number => Math.floor(Date.now() / 1000);
const endpoint = (): string => `${hub.url}/oauth/token`;
const claims = (): JWTPayload => assertionClaims(client, endpoint());
const without = (name: string): JWTPayload => Object.fromEntries(Object.entries(claims()).filter(([each]) => each !== name));

/** Asks from an address of its own, so that no test uses up another's share. */
let askers = 0;
const post = async (body: Readonly<Record<string, string>> | string, headers: Readonly<Record<string, string>> = {}): Promise<Granted> => {
  const response = await fetch(endpoint(), { method: "POST", headers: { "x-forwarded-for": `192.0.2.${++askers}`, ...headers }, body: typeof body === "string" ? body : new URLSearchParams(body) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Granted["body"] };
};
const request = { grant_type: "client_credentials", client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" };
const grant = async (assertion: Promise<string> | string, further: Readonly<Record<string, string>> = {}): Promise<Granted> => post({ ...request, client_assertion: await assertion, ...further });

/** What is said alike whatever was wrong with an assertion that nobody with a registered key has signed. */
const generic = expect.stringMatching(/^client authentication failed: the assertion must be signed by a key that is registered/);

describe("A department's engineer", () => {
  it("makes a pair of keys, has the public one registered, and asks in the department's name until it is suspended", async () => {
    // The engineer.
    const { publicKey, privateKey } = await generateKeyPair("ES256");
    // The operator.
    const operate = changesOf(() => hub);
    const system = `housing-${randomUUID()}`;
    const { row } = await operate("operator", "registerClient", { clientId: system, name: "建筑市场系统", audience: "HOUSING", organizationId: `Organization_${bodies.provinceHousing.id}`, jurisdictionCode: "510000" });
    const { refused } = await operate("operator", "addClientKey", { clientRowId: row!["id"], publicJwk: JSON.stringify(await exportJWK(publicKey)) });
    expect(refused).toEqual([]);
    // The engineer's system: where are tokens, and how does one ask?
    const metadata = (await (await fetch(`${hub.url}/.well-known/oauth-authorization-server`)).json()) as { issuer: string; token_endpoint: string; token_endpoint_auth_signing_alg_values_supported: string[] };
    expect(metadata.token_endpoint_auth_signing_alg_values_supported).toContain("ES256");
    const token = async (): Promise<Granted> => {
      const assertion = await new SignJWT({ jti: randomUUID() })
        .setProtectedHeader({ alg: "ES256" })
        .setIssuer(system).setSubject(system).setAudience(metadata.token_endpoint).setIssuedAt().setExpirationTime("1 minute")
        .sign(privateKey);
      const response = await fetch(metadata.token_endpoint, { method: "POST", body: new URLSearchParams({ ...request, client_assertion: assertion }) });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Granted["body"] };
    };
    const first = await token();
    expect(first.body).toEqual({ access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), token_type: "Bearer", expires_in: 300 });
    expect([first.status, first.headers.get("cache-control"), first.headers.get("content-type")]).toEqual([200, "no-store", "application/json; charset=utf-8"]);
    expect(await askWith(hub.url, `Bearer ${first.body.access_token!}`)).toMatchObject({ status: 200, me: { audience: "HOUSING", client: system } });
    // Before it expires, the next one.
    const next = await token();
    expect(next.body.access_token).not.toBe(first.body.access_token);
    // The operator suspends the system, whose tokens are then none, at once where it was done and within a second elsewhere, and resumes it.
    await operate("operator", "suspendClient", { id: row!["id"], version: 1, reason: "核查中" });
    const suspended = "The token was refused: its client is suspended.";
    for (const { body } of [first, next]) expect((await askWith(hub.url, `Bearer ${body.access_token!}`)).message).toBe(suspended);
    await expect.poll(async () => (await askWith(replica.url, `Bearer ${first.body.access_token!}`)).message, second).toBe(suspended);
    expect(await token()).toMatchObject({ status: 401, body: { error: "invalid_client", error_description: "the client is suspended" } });
    await operate("operator", "resumeClient", { id: row!["id"], version: 2, reason: "核查完毕" });
    expect((await askWith(hub.url, `Bearer ${first.body.access_token!}`)).status).toBe(200);
    // A key of the hub's may have been lost: the operator begins a new generation.
    expect((await operate("operator", "rotateSigningKeys", { reason: "演练" })).refused).toEqual([]);
    expect((await askWith(hub.url, `Bearer ${first.body.access_token!}`)).status).toBe(401);
    expect((await askWith(hub.url, `Bearer ${(await token()).body.access_token!}`)).status).toBe(200);
  });

  it.each(["EdDSA", "ES256", "PS256", "RS256"])("may sign in %s", async (alg) => {
    const pair = await registerKey(sql, client, { alg });
    await expect.poll(async () => (await grant(assertionOf(claims(), pair, { alg }))).status).toBe(200);
    await revoke(sql, pair.label);
  });

  it("may name the issuer in place of the endpoint, and the key or not", async () => {
    expect((await grant(assertionOf({ ...claims(), aud: hub.url }, key))).status).toBe(200);
    expect((await grant(assertionOf({ ...claims(), aud: ["elsewhere", hub.url] }, key, { kid: key.label }))).status).toBe(200);
  });

  it("puts a new key beside the old one, and takes that away: its tokens go with it", async () => {
    const system = await registerClient(sql);
    const old = await registerKey(sql, system);
    await vi.waitFor(() => tokenFor(hub.url, system, old), second);
    const fresh = await registerKey(sql, system);
    await vi.waitFor(() => tokenFor(hub.url, system, fresh), second);
    const [before, after] = await Promise.all([old, fresh].map((pair) => tokenFor(hub.url, system, pair)));
    for (const token of [before, after]) expect((await askWith(hub.url, `Bearer ${token!}`)).status).toBe(200);
    await revoke(sql, old.label);
    await expect.poll(async () => (await askWith(hub.url, `Bearer ${before!}`)).message, second).toBe("The token was refused: the key for which it was given is no longer good.");
    expect(await grant(assertionOf(assertionClaims(system, endpoint()), old))).toMatchObject({ status: 401, body: { error: "invalid_client", error_description: generic } });
    expect((await askWith(hub.url, `Bearer ${after!}`)).status).toBe(200);
    expect((await grant(assertionOf(assertionClaims(system, endpoint()), fresh))).status).toBe(200);
  });

  it("cannot go on with a key beyond its end", async () => {
    const system = await registerClient(sql);
    await registerKey(sql, system, { expiresAt: new Date(Date.now() - 1_000) });
    const pair = await registerKey(sql, system, { expiresAt: new Date(Date.now() + 3_600_000) });
    const token = await vi.waitFor(() => tokenFor(hub.url, system, pair), second);
    await sql`update client_credential set expires_at = now() - interval '1 second' where label = ${pair.label}`;
    await expect.poll(async () => (await askWith(hub.url, `Bearer ${token}`)).message, second).toBe("The token was refused: the key for which it was given is no longer good.");
    expect(await grant(assertionOf(assertionClaims(system, endpoint()), pair))).toMatchObject({ status: 401, body: { error_description: generic } });
  });
});

describe("A window in which officials ask", () => {
  it("asks for a token for the person whom it has authenticated, and for nobody else", async () => {
    const window = await registerClient(sql, { audience: "SUBJECT" });
    const pair = await registerKey(sql, window);
    const ask = (further: Readonly<Record<string, string>>) => assertionOf(assertionClaims(window, endpoint()), pair).then((assertion) => grant(assertion, further));
    const subject = officials.subject.id;
    await expect.poll(async () => (await ask({ subject })).status).toBe(200);
    expect(await askWith(hub.url, `Bearer ${(await ask({ subject })).body.access_token!}`)).toMatchObject({ me: { audience: "SUBJECT", client: window } });
    for (const further of [{}, { subject: "somebody" }])
      expect(await ask(further as Record<string, string>)).toMatchObject({ status: 400, body: { error: "invalid_request", error_description: "the parameter subject must name the person whom the window has authenticated, by the identifier of the official" } });
    expect(await grant(assertionOf(claims(), key), { subject })).toMatchObject({ status: 400, body: { error: "invalid_request", error_description: "the parameter subject is for windows in which persons ask; this client is none" } });
  });
});

describe("An assertion", () => {
  it("is taken once, by whichever process of the hub", async () => {
    const assertion = await assertionOf(claims(), key);
    expect((await askForToken(replica.url, assertion)).status).toBe(200);
    const used = { status: 401, body: { error: "invalid_client", error_description: "the assertion was used before: make a new one, with another jti, for each token" } };
    expect(await grant(assertion)).toMatchObject(used);
    expect(await askForToken(replica.url, assertion)).toMatchObject(used);
  });

  it("is taken once of however many that come at the same time", async () => {
    const assertion = await assertionOf(claims(), key);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? grant(assertion) : askForToken(replica.url, assertion))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(401)]);
  });

  it("is forgotten once it has expired", async () => {
    await sql`insert into used_assertion (digest, expires_at) values ('long gone', now() - interval '1 hour'), ('just gone', now() - interval '10 seconds')`;
    expect((await grant(assertionOf(claims(), key))).status).toBe(200);
    expect((await sql<{ digest: string }[]>`select digest from used_assertion where digest like '% gone'`).map(({ digest }) => digest)).toEqual(["just gone"]);
  });

  const bad: readonly (readonly [string, () => Promise<string> | string])[] = [
    ["of a client that is not registered", () => assertionOf({ ...claims(), iss: "nobody", sub: "nobody" }, key)],
    ["of another client", async () => assertionOf(assertionClaims(await registerClient(sql), endpoint()), key)],
    ["that two clients stand in", () => assertionOf({ ...claims(), iss: "another" }, key)],
    ["signed by another key", async () => assertionOf(claims(), await generateKeyPair("EdDSA"))],
    ["that names a key of nobody", () => assertionOf(claims(), key, { kid: "another" })],
    ["for another service", () => assertionOf({ ...claims(), aud: "https://elsewhere.example/oauth/token" }, key)],
    ["for nobody", () => assertionOf(without("aud"), key)],
    ["that has expired", () => assertionOf({ ...claims(), iat: now() - 100, exp: now() - 40 }, key)],
    ["that does not end", () => assertionOf(without("exp"), key)],
    ["that is not good yet", () => assertionOf({ ...claims(), nbf: now() + 60 }, key)],
    ["without a number", () => assertionOf(without("jti"), key)],
    ["in a secret's name", () => new SignJWT(claims()).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from(key.label))],
    ["unsigned", () => new UnsecuredJWT(claims()).encode()],
  ];
  it.each(bad)("%s gets no token", async (_what, make) => {
    const { status, headers, body } = await grant(make());
    expect([status, body, headers.get("cache-control")]).toEqual([401, { error: "invalid_client", error_description: generic }, "no-store"]);
  });

  it("that is good for long, or from the future, is told so: only whoever has the key is", async () => {
    expect(await grant(assertionOf({ ...claims(), exp: now() + 3_600 }, key))).toMatchObject({ status: 401, body: { error: "invalid_client", error_description: "the assertion is good for too long: it must end (exp) within 300 seconds" } });
    expect(await grant(assertionOf({ ...claims(), iat: now() + 60 }, key))).toMatchObject({ status: 401, body: { error: "invalid_client", error_description: "the assertion is from the future: iat is later than now" } });
  });

  it("is for the hub that the operator has named, whatever the request says of its host", async () => {
    const assertion = assertionOf({ ...claims(), aud: "http://elsewhere.example/oauth/token" }, key);
    expect(await post({ ...request, client_assertion: await assertion }, { "x-forwarded-host": "elsewhere.example" })).toMatchObject({ status: 401, body: { error_description: generic } });
    expect((await askForToken(replica.url, await assertionOf({ ...claims(), aud: `${replica.url}/oauth/token` }, key))).status).toBe(401);
  });
});

describe("A hub below a path of its operator's", () => {
  it("takes assertions for its address there", async () => {
    const publicUrl = "https://hub.example/integrity";
    const below = await testHub({ ownerUrl: hub.ownerUrl, publicUrl });
    const ask = async (aud: string) => (await askForToken(below.url, await assertionOf({ ...claims(), aud }, key))).status;
    expect(await Promise.all([ask(publicUrl), ask(`${publicUrl}/oauth/token`), ask(`${below.url}/oauth/token`), ask("https://hub.example/oauth/token")])).toEqual([200, 200, 401, 401]);
    await below.close();
  });
});

describe("What goes wrong in the hub", () => {
  it("with a key that is none in the register is no client's, and is told to nobody", async () => {
    const system = await registerClient(sql);
    const pair = await registerKey(sql, system);
    await vi.waitFor(() => tokenFor(hub.url, system, pair), second);
    await sql`insert into client_credential (client_row_id, kind, label, public_jwk) select id, 'PUBLIC_KEY', 'no curve', ${JSON.stringify({ kty: "OKP", x: "AAAA", secretOfMine: 1 })} from client where client_id = ${system}`;
    const ask = () => assertionOf(assertionClaims(system, endpoint()), pair).then((assertion) => grant(assertion));
    await expect.poll(ask).toMatchObject({ status: 401, body: { error: "invalid_client", error_description: generic } });
    await sql`update client_credential set public_jwk = 'no JSON' where label = 'no curve'`;
    await expect.poll(ask).toMatchObject({ status: 500, body: { error: "server_error", error_description: "Something went wrong in the hub; the request id finds it in the log." } });
    const { headers } = await ask();
    expect(hub.logged.filter((line) => line.includes("masked error") && line.includes(headers.get("x-request-id")!))).toHaveLength(1);
    expect(hub.logged.join("")).not.toContain("no JSON");
  });
});

describe("A request for a token that is none is told what is wrong", () => {
  const wrong: readonly (readonly [string, () => Promise<Granted>, number, string, RegExp])[] = [
    ["without an assertion", () => post({ grant_type: "client_credentials" }), 400, "invalid_request", /no client authentication mechanism provided/],
    ["with what is no assertion", () => grant("nonsense"), 400, "invalid_request", /invalid client_assertion format/],
    ["with a secret", () => post({ grant_type: "client_credentials", client_id: client, client_secret: "secret" }), 401, "invalid_client", /client authentication failed/],
    ["with a password", () => post({ grant_type: "client_credentials" }, { authorization: `Basic ${Buffer.from(`${client}:secret`).toString("base64")}` }), 401, "invalid_client", /client authentication failed/],
    ["without its kind", () => assertionOf(claims(), key).then((client_assertion) => post({ grant_type: "client_credentials", client_assertion })), 400, "invalid_request", /client_assertion_type must be provided/],
    ["without a grant", () => assertionOf(claims(), key).then((client_assertion) => post({ client_assertion, client_assertion_type: request.client_assertion_type })), 400, "invalid_request", /grant_type/],
    ["for another grant", () => grant(assertionOf(claims(), key), { grant_type: "authorization_code", code: "x" }), 400, "unsupported_grant_type", /unsupported grant_type/],
    ["for a grant of nobody", () => grant(assertionOf(claims(), key), { grant_type: "wish" }), 400, "unsupported_grant_type", /unsupported grant_type/],
    ["for a scope", () => grant(assertionOf(claims(), key), { scope: "everything" }), 400, "invalid_scope", /this hub has no scopes/],
    ["in the name of another", () => grant(assertionOf(claims(), key), { client_id: "another" }), 400, "invalid_request", /client_id mismatch/],
    ["said twice", () => assertionOf(claims(), key).then((assertion) => post(`${new URLSearchParams({ ...request, client_assertion: assertion }).toString()}&grant_type=client_credentials`, { "content-type": "application/x-www-form-urlencoded" })), 400, "invalid_request", /'grant_type' parameter must not be provided twice/],
    ["as JSON", () => post(JSON.stringify(request), { "content-type": "application/json" }), 400, "invalid_request", /only application\/x-www-form-urlencoded content-type bodies are supported/],
    ["of nothing", () => post("", { "content-type": "application/x-www-form-urlencoded" }), 400, "invalid_request", /no client authentication mechanism provided/],
    ["of too much", () => post({ ...request, client_assertion: "x".repeat(100_000) }), 400, "invalid_request", /failed to parse the request body/],
  ];
  it.each(wrong)("%s", async (_what, ask, status, error, description) => {
    const answer = await ask();
    expect([answer.status, answer.body.error]).toEqual([status, error]);
    expect(answer.body.error_description).toMatch(description);
    expect([answer.headers.get("cache-control"), answer.headers.get("x-content-type-options"), answer.headers.get("x-request-id")]).toEqual(["no-store", "nosniff", expect.any(String)]);
  });

  it("by another method", async () => {
    const response = await fetch(endpoint());
    expect([response.status, response.headers.get("allow"), ((await response.json()) as Granted["body"]).error]).toEqual([405, "POST", "invalid_request"]);
  });

  it("from whoever asks too often", async () => {
    const ask = () => post({ grant_type: "client_credentials" }, { "x-forwarded-for": "198.51.100.1" });
    const begun = performance.now();
    let asked = 0;
    let answer = await ask();
    for (; answer.status === 400; answer = await ask()) asked += 1;
    expect(asked).toBeGreaterThanOrEqual(120);
    expect(asked).toBeLessThanOrEqual(120 + Math.ceil(((performance.now() - begun) / 60_000) * 120)); // what is refilled meanwhile
    const { status, headers, body } = answer;
    expect([status, body.error, headers.get("cache-control")]).toEqual([429, "temporarily_unavailable", "no-store"]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await grant(assertionOf(claims(), key))).status).toBe(200);
  });
});

describe("Of the authorization server there is", () => {
  it("its metadata, of the address that the operator has given", async () => {
    const metadata = await (await fetch(`${replica.url}/.well-known/oauth-authorization-server`)).json();
    expect(metadata).toEqual({
      issuer: hub.url,
      token_endpoint: `${hub.url}/oauth/token`,
      jwks_uri: `${hub.url}/.well-known/jwks.json`,
      response_types_supported: [],
      grant_types_supported: ["client_credentials"],
      token_endpoint_auth_methods_supported: ["private_key_jwt"],
      token_endpoint_auth_signing_alg_values_supported: ["EdDSA", "ES256", "PS256", "RS256"],
    });
  });

  it.each(["/auth", "/oauth/auth", "/token", "/jwks", "/me", "/reg", "/session/end", "/interaction/x", "/.well-known/openid-configuration", "/oauth/token/"])("nothing at %s", async (path) => {
    expect((await fetch(hub.url + path)).status).toBe(404);
  });

  it("nothing in the log that a request for a token carried", async () => {
    const assertion = await assertionOf(claims(), key);
    const { body } = await grant(assertion);
    await grant(assertion);
    for (const secret of [assertion, body.access_token!]) expect(hub.logged.join("")).not.toContain(secret);
    expect(hub.logged.filter((line) => line.includes("/oauth/token")).map((line) => JSON.parse(line) as object)).toContainEqual(expect.objectContaining({ path: "/oauth/token", status: 200, audience: null }));
  });
});

import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApiKey } from "../../src/policy/api-key.ts";
import { isWithin } from "../../src/http/network-of.ts";
import { testHub, type TestHub } from "../setup/hub.ts";
import { askWith, registerApiKey, registerClient, revoke, second, setState, type Asked } from "./clients.ts";

let hub: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub({ trustedProxies: ["127.0.0.1"] });
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await hub.close();
});

const office = ["192.0.2.0/24", "2001:db8::/32", "198.51.100.7"];
const ask = (key: string, from = "192.0.2.10"): Promise<Asked> => askWith(hub.url, `Bearer ${key}`, { "x-forwarded-for": from });
const refused = (reason: string) => ({ status: 401, code: "UNAUTHENTICATED", challenge: 'Bearer error="invalid_token"', message: `The token was refused: ${reason}.`, me: undefined });

describe("An API key", () => {
  it("is its client's, from the networks that it is registered for", async () => {
    const client = await registerClient(sql, { audience: "TRADING_CENTRE" });
    const { text } = await registerApiKey(sql, client, office);
    await expect.poll(() => ask(text)).toMatchObject({ status: 200, me: { audience: "TRADING_CENTRE", client } });
    for (const address of ["192.0.2.255", "2001:db8:1::1", "198.51.100.7", "::ffff:192.0.2.1"]) expect((await ask(text, address)).status).toBe(200);
    for (const address of ["192.0.3.1", "198.51.100.8", "2001:db9::1", "nonsense", "127.0.0.1"]) expect(await ask(text, address)).toMatchObject(refused("the API key is not taken from this address"));
    expect(await ask(text, "192.0.2.1, 203.0.113.1")).toMatchObject(refused("the API key is not taken from this address")); // what the asker wrote himself is not looked at
  });

  it("of a government body without networks is taken from nowhere, a developer's from anywhere", async () => {
    const [body, developer] = [await registerClient(sql), await registerClient(sql, { audience: "PUBLIC" })];
    const [ofBody, ofDeveloper] = [await registerApiKey(sql, body, []), await registerApiKey(sql, developer, [])];
    await expect.poll(() => ask(ofDeveloper.text, "203.0.113.9")).toMatchObject({ status: 200, me: { audience: "PUBLIC", client: developer } });
    expect(await ask(ofBody.text)).toMatchObject(refused("the API key is not taken from this address"));
  });

  it("that is wrong in a character, or unknown, or none, is told the same", async () => {
    const { text } = await registerApiKey(sql, await registerClient(sql), office);
    await expect.poll(async () => (await ask(text)).status).toBe(200);
    const wrong = text.slice(0, -1) + (text.endsWith("a") ? "b" : "a");
    for (const key of [wrong, makeApiKey().text, "hub_x", `${text}a`]) expect(await ask(key)).toMatchObject(refused("it is no API key that is registered here"));
  });

  it("that has expired, was revoked, or whose client may not ask, is told so, within a second", async () => {
    const client = await registerClient(sql);
    const [expiring, revoked, kept] = await Promise.all([registerApiKey(sql, client, office, new Date(Date.now() + 3_600_000)), registerApiKey(sql, client, office), registerApiKey(sql, client, office)]);
    for (const { text } of [expiring, revoked, kept]) await expect.poll(async () => (await ask(text)).status).toBe(200);
    await sql`update client_credential set expires_at = now() - interval '1 second' where label = ${expiring.label}`;
    await revoke(sql, revoked.label);
    await expect.poll(() => ask(expiring.text), second).toMatchObject(refused("the API key has expired"));
    await expect.poll(() => ask(revoked.text), second).toMatchObject(refused("the API key was revoked"));
    await setState(sql, client, "SUSPENDED");
    await expect.poll(() => ask(kept.text), second).toMatchObject(refused("its client is suspended"));
    await setState(sql, client, "CLOSED");
    await expect.poll(() => ask(kept.text), second).toMatchObject(refused("its client is closed"));
  });

  it("is kept nowhere", async () => {
    const { text } = await registerApiKey(sql, await registerClient(sql), office);
    const secret = text.split("_")[2]!;
    await expect.poll(async () => (await ask(text)).status).toBe(200);
    expect(JSON.stringify(await sql`select * from client_credential`)).not.toContain(secret);
    expect(hub.logged.join("")).not.toContain(secret);
  });
});

describe("An address", () => {
  it.each([
    ["10.1.2.3", "10.0.0.0/8", true], ["10.1.2.3", "10.1.2.3", true], ["10.1.2.3", "10.1.2.4", false], ["::1", "::1", true], ["::ffff:10.1.2.3", "10.0.0.0/8", true],
    ["2001:db8::1", "2001:db8::/64", true], ["2001:db8:0:1::1", "2001:db8::/64", false], ["10.1.2.3", "::/0", false], ["", "10.0.0.0/8", false], ["10.1.2.3", "nonsense", false], ["10.1.2.3", "", false],
  ])("%j is of the network %j: %s", (address, network, expected) => {
    expect([isWithin(address, network), isWithin(address, network)]).toEqual([expected, expected]);
  });
});

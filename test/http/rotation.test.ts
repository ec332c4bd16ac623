import type { JSONWebKeySet } from "jose";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { SigningKeys } from "../../src/http/signing-keys.ts";
import { Tokens } from "../../src/http/tokens.ts";
import { signingSeed } from "../../src/store/secrets.ts";
import { testHub, type TestHub } from "../setup/hub.ts";
import { runKey } from "../setup/template.ts";
import { askWith, registerClient, registerKey, second, tokenFor } from "./clients.ts";

const day = 86_400_000;
const period = 30 * day;
const begin = 700 * period;

let now = begin;
let hub: TestHub;
let sql: postgres.Sql;
let claims: { readonly client: string; readonly credential: string; readonly subject: null };
/** Signs and verifies as the hub does, by the same clock. */
const tokens = new Tokens(new SigningKeys(signingSeed(runKey), () => now), () => now);

beforeAll(async () => {
  hub = await testHub({ now: () => now });
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
  const client = await registerClient(sql);
  claims = { client, credential: (await registerKey(sql, client)).label, subject: null };
});
afterEach(() => void (now = begin));
afterAll(async () => {
  await sql.end();
  await hub.close();
});

const generation = async (): Promise<number> => (await sql<[{ generation: number }]>`select signing_generation as generation from registry_state`)[0].generation;
const published = async (): Promise<readonly string[]> => ((await (await fetch(`${hub.url}/.well-known/jwks.json`)).json()) as JSONWebKeySet).keys.map(({ kid }) => kid!);
const kidOf = (token: string): string => (JSON.parse(Buffer.from(token.split(".")[0]!, "base64url").toString()) as { kid: string }).kid;
const ask = async (token: string) => (await askWith(hub.url, `Bearer ${token}`)).message;
const unknown = "The token was refused: the key that has signed it is none of this hub's, or no longer good.";

describe("Every thirty days the hub signs with another key", () => {
  it("which has been published for thirty days then, and stays for thirty more", async () => {
    const kids: string[] = [];
    for (const step of [0, 1, 2, 3]) {
      now = begin + step * period;
      kids.push(kidOf(await tokens.sign(claims, await generation())));
    }
    expect(new Set(kids).size).toBe(4);
    for (const [step, places] of [[0, [0, 1]], [1, [0, 1, 2]], [2, [1, 2, 3]], [3, [2, 3]]] as const) {
      now = begin + step * period;
      const keys = await published();
      expect(keys).toHaveLength(3);
      expect(kids.filter((kid) => keys.includes(kid))).toEqual(places.map((place) => kids[place]));
    }
  });

  it("and nobody notices: a token of the last minute is good in the next one", async () => {
    now = begin + period - 60_000;
    const token = await tokens.sign(claims, await generation());
    await expect.poll(() => ask(token)).toBe("");
    now = begin + period + 60_000;
    expect(await ask(token)).toBe("");
    expect(kidOf(await tokens.sign(claims, await generation()))).not.toBe(kidOf(token));
  });

  it("and one that a clock ahead has signed is taken already, one of a key that is gone is not, though it was verified before", async () => {
    const signedIn = async (ahead: number): Promise<string> => {
      const clock = now + ahead * period;
      return new Tokens(new SigningKeys(signingSeed(runKey), () => clock), () => now).sign(claims, await generation());
    };
    await expect.poll(async () => ask(await signedIn(0))).toBe("");
    expect(await ask(await signedIn(1))).toBe("");
    expect(await ask(await signedIn(-1))).toBe("");
    expect(await ask(await signedIn(2))).toBe(unknown);
    expect(await ask(await signedIn(-2))).toBe(unknown);
  });

  it("by the master key and the clock alone", async () => {
    const others = new SigningKeys(signingSeed(Buffer.alloc(32, 8)), () => now);
    expect((await others.published(1)).map(({ kid }) => kid)).not.toEqual(await published());
    expect((await new SigningKeys(signingSeed(runKey), () => now).published(await generation())).map(({ kid }) => kid)).toEqual(await published());
  });
});

describe("A new generation of keys", () => {
  it("ends every token of the last one within a second, those of the demonstration aside", async () => {
    now = Date.now();
    const key = await registerKey(sql, claims.client);
    const persona = await tokens.signDemonstration("court", null, 600);
    const tokenOf = () => tokenFor(hub.url, claims.client, key);
    await expect.poll(async () => ask(await tokenOf())).toBe("");
    const before = await tokenOf();
    const keys = await published();
    expect([await ask(before), await ask(persona)]).toEqual(["", ""]);
    await sql`update registry_state set signing_generation = signing_generation + 1`;
    await expect.poll(() => ask(before), second).toBe(unknown);
    expect((await published()).filter((kid) => keys.includes(kid))).toEqual([]);
    expect([await ask(await tokenOf()), await ask(persona)]).toEqual(["", ""]);
  });
});

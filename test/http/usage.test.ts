import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testHub, type TestHub } from "../setup/hub.ts";
import { askWith, registerApiKey, registerClient } from "./clients.ts";

let hub: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub({ budget: { public: 0, client: 100, now: () => 0 } });
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await hub.close();
});

interface Day {
  readonly day: string;
  readonly questions: number;
  readonly units: number;
  readonly refused: number;
}

async function ask(url: string, key: string | null, query: string): Promise<{ readonly status: number; readonly data?: { readonly me: { readonly usage: readonly Day[] } }; readonly errors?: readonly { readonly message: string }[] }> {
  const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...(key === null ? {} : { authorization: `Bearer ${key}` }) }, body: JSON.stringify({ query }) });
  return { status: response.status, ...((await response.json()) as object) };
}

/** A client with a key that is good from this machine. */
async function newClient(): Promise<{ readonly client: string; readonly key: string }> {
  const client = await registerClient(sql);
  const { text } = await registerApiKey(sql, client, ["127.0.0.0/8"]);
  await expect.poll(async () => (await askWith(hub.url, `Bearer ${text}`)).status).toBe(200);
  return { client, key: text };
}

const usage = "{ me { usage { day questions units refused } } }";
const usageBy = async (url: string, key: string): Promise<readonly Day[]> => (await ask(url, key, usage)).data!.me.usage;
const today = async (): Promise<string> => (await sql<[{ day: string }]>`select hub_today()::text as day`)[0].day;

describe("What a client has used", () => {
  it("is told to it by day: questions, units, and what was turned away", async () => {
    const { key } = await newClient(); // one question, of one unit
    const county = '{ administrativeDivision(code: "510104") { name organizations(first: 30) { nodes { name } } } }';
    await ask(hub.url, key, county);
    const [first] = await usageBy(hub.url, key);
    expect(first).toEqual({ day: await today(), questions: 2, units: expect.any(Number), refused: 0 });
    expect(first!.units).toBeGreaterThan(3);
    expect(first!.units).toBeLessThan(32);
    await ask(hub.url, key, "{ nothing }"); // refused before it was a question, for a unit
    expect((await ask(hub.url, key, "{ bids(first: 100) { nodes { recordNo } } }")).status).toBe(429); // for want of budget, for nothing
    expect(await usageBy(hub.url, key)).toEqual([{ day: await today(), questions: 3, units: first!.units + 2, refused: 2 }]);
    expect((await ask(hub.url, key, "{ me { lately: usage(days: 1) { asked: questions } } }")).data).toEqual({ me: { lately: [{ asked: 4 }] } });
  });

  it("is another's of another, and nobody's of the public", async () => {
    const [one, other] = [await newClient(), await newClient()];
    await ask(hub.url, one.key, "{ me { audience } }");
    expect(await usageBy(hub.url, other.key)).toMatchObject([{ questions: 1 }]);
    expect(await usageBy(hub.url, one.key)).toMatchObject([{ questions: 2 }]);
    expect((await ask(hub.url, null, usage)).data).toEqual({ me: { usage: [] } });
  });

  it("is kept: written every other second and at the end, and added up over all processes of the hub", async () => {
    const { client, key } = await newClient();
    const stored = async () => (await sql<{ questions: string }[]>`select questions from client_usage where client_id = ${client}`).map(({ questions }) => Number(questions));
    await expect.poll(stored).toEqual([1]);
    const replica = await testHub({ ownerUrl: hub.ownerUrl });
    for (let n = 0; n < 3; n++) await ask(replica.url, key, "{ me { audience } }");
    await replica.close();
    expect(await stored()).toEqual([4]);
    expect(await usageBy(hub.url, key)).toMatchObject([{ questions: 4 }]);
  });

  it("of earlier days is told as far back as is asked", async () => {
    const { client, key } = await newClient();
    await sql`insert into client_usage (client_id, day, questions, units, refused) values (${client}, hub_today() - 1, 5, 6, 7), (${client}, hub_today() - 40, 8, 9, 10)`;
    const days = async (args: string) => (await ask(hub.url, key, `{ me { usage${args} { questions } } }`)).data!.me.usage.map(({ questions }) => questions).slice(1);
    expect(await days("")).toEqual([5]);
    expect(await days("(days: 1)")).toEqual([]);
    expect(await days("(days: 41)")).toEqual([5, 8]);
    for (const wrong of [0, -1, 367]) expect((await ask(hub.url, key, `{ me { usage(days: ${wrong}) { day } } }`)).errors).toMatchObject([{ message: "days is from 1 to 366." }]);
  });
});

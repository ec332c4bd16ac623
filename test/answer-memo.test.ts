import { createHash } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bodies, dishonestyRecords, tenders } from "../src/exchange/demonstration/landmarks.ts";
import { askedAt, stopClock } from "./setup/clock.ts";
import { freshDatabase, type FreshDatabase } from "./setup/database.ts";
import { testHub, type Answered, type TestHub } from "./setup/hub.ts";
import { demonstrationTemplate } from "./setup/template.ts";

/** What the public is answered again without the database, and that it is never anything but what the database would answer. */
let database: FreshDatabase;
let sql: postgres.Sql;
/** One hub that remembers its answers and one that asks for each. */
let hub: TestHub;
let plain: TestHub;

beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 2, onnotice: () => {} });
  [hub, plain] = await Promise.all([testHub({ ownerUrl: database.url, remembering: true }), testHub({ ownerUrl: database.url })]);
});
beforeEach(() => stopClock(sql, askedAt));
afterAll(async () => {
  await sql.end();
  await Promise.all([hub.close(), plain.close()]);
  await database.drop();
});

const body = bodies.countyAudit;
const nameOfBody = `{ department(code: "${body.uscc}") { name } }`;
const rename = (name: string): string => `update organization set name = '${name}' where id = '${body.id}'`;
/** In a moment, and in five seconds where the machine is busy with other tests. */
const moment = { interval: 1, timeout: 5_000 };
/** Changes something so that no trigger tells of it: only who asks the database knows. */
const secretly = (change: string): Promise<unknown> => sql.begin((transaction) => transaction.unsafe(`set local session_replication_role = replica; ${change}`));

/** Makes a hub remember the answer to a question: asks until the database is not asked any more. */
async function remember(ask: () => Promise<unknown>): Promise<void> {
  await ask();
  await expect.poll(async () => {
    const [{ now }] = (await sql`select clock_timestamp()::text as now`) as unknown as [{ now: string }];
    await ask();
    return sql`select 1 from pg_stat_activity where application_name = 'hub-public' and datname = current_database() and query_start > ${now}::timestamptz`;
  }, { interval: 5 }).toEqual([]);
}
const told = ({ headers }: Answered): Record<string, string> => Object.fromEntries([...headers].filter(([name]) => name !== "x-request-id" && name !== "date" && name !== "cache-control"));

describe("A question that the public asks again", () => {
  it("is answered by the same bytes and headers, with a request id of its own and until the minute ends", async () => {
    const first = await hub.ask("public", nameOfBody);
    await remember(() => hub.ask("public", nameOfBody));
    const again = await hub.ask("public", nameOfBody);
    expect(again.text).toBe(first.text);
    expect(told(again)).toEqual(told(first));
    expect(again.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
    expect(again.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/);
  });

  it("is answered from memory, which only what the database tells can change", async () => {
    await remember(() => hub.ask("public", nameOfBody));
    const { text } = await hub.ask("public", nameOfBody);
    await secretly(rename("无人知晓的名称"));
    expect((await hub.ask("public", nameOfBody)).text).toBe(text);
    expect((await plain.ask("public", nameOfBody)).text).toContain("无人知晓的名称");
    await sql.unsafe(rename("众所周知的名称"));
    await expect.poll(async () => (await hub.ask("public", nameOfBody)).text, moment).toContain("众所周知的名称");
  });

  it("is another question with other variables, another operation, another language or another media type", async () => {
    const two = `query A($code: String!) { department(code: $code) { name } } query B { department(code: "${bodies.countyFinance.uscc}") { uscc } }`;
    const send = (variables: object, operationName: string, headers: Record<string, string> = {}) =>
      fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ query: two, variables, operationName }) });
    const a = { code: body.uscc };
    for (let times = 0; times < 3; times += 1) {
      expect(await (await send(a, "A")).json()).toEqual((await plain.ask("public", two, a, { operationName: "A" })).body);
      expect(await (await send({ code: bodies.countyFinance.uscc }, "A")).json()).toMatchObject({ data: { department: { name: expect.stringContaining("财政") } } });
      expect(await (await send(a, "B")).json()).toEqual({ data: { department: { uscc: bodies.countyFinance.uscc } } });
      const other = await send(a, "A", { accept: "application/graphql-response+json", "accept-language": "zh" });
      expect(other.headers.get("content-type")).toMatch(/^application\/graphql-response\+json/);
    }
  });

  it("costs what it cost the first time, and is refused alike where the budget is used up", async () => {
    const budget = await testHub({ ownerUrl: database.url, remembering: true, budget: { public: 60, client: 0, now: () => 0 } });
    const page = "{ departments(first: 25) { nodes { id } } }";
    const statuses: number[] = [];
    const answers: Answered[] = [];
    for (let times = 0; times < 40 && statuses.at(-1) !== 429; times += 1) {
      answers.push(await budget.ask("public", page));
      statuses.push(answers.at(-1)!.status);
    }
    const { asked, used } = (await plain.ask("public", page, undefined, { extensions: { cost: true } })).body.extensions?.["cost"] as { asked: number; used: number };
    expect(statuses.filter((status) => status === 200)).toHaveLength(Math.floor((60 - asked) / used) + 1);
    expect(answers.at(-1)!.body.errors?.[0]?.extensions).toMatchObject({ code: "RATE_LIMITED" });
    expect(answers.at(-1)!.headers.get("retry-after")).not.toBeNull();
    await budget.close();
  });

  it("is in the log like any other, with its operation", async () => {
    const named = `query Named { department(code: "${body.uscc}") { uscc } }`;
    await remember(() => hub.ask("public", named));
    const id = (await hub.ask("public", named)).headers.get("x-request-id")!;
    expect(hub.logged.filter((line) => line.includes(id)).map((line) => JSON.parse(line) as unknown)).toMatchObject([{ msg: "request", path: "/graphql", operationName: "Named", audience: "public", status: 200 }]);
  });

  it("is asked of the database by whoever has a token, and what he is answered is nobody else's", async () => {
    await remember(() => hub.ask("public", nameOfBody));
    await secretly(rename("只在库中的名称"));
    for (const persona of ["department", "operator"] as const) {
      const { text, headers } = await hub.ask(persona, nameOfBody);
      expect(text).toContain("只在库中的名称");
      expect(headers.get("cache-control")).toBe("no-store");
    }
    expect((await hub.ask("public", nameOfBody)).text).not.toContain("只在库中的名称");
    await sql.unsafe(rename("锦江区审计局"));
  });

  it("is not kept where something of it was denied or its cost is told", async () => {
    const denied = `{ department(code: "${body.uscc}") { name contactPhone: id } officials(first: 1) { nodes { idNumber } } }`;
    for (const [question, further] of [[denied, {}], [nameOfBody, { extensions: { cost: true } }]] as const) {
      const answers = [await hub.ask("public", question, undefined, further), await hub.ask("public", question, undefined, further)];
      for (const { headers } of answers) expect(headers.get("cache-control")).toBe("no-store");
    }
  });
});

describe("What is remembered is what the database would answer", () => {
  const moments = (name: keyof typeof dishonestyRecords): string => `{ dishonestyRecord(id: "DishonestyRecord_${dishonestyRecords[name].id}") { title onDisplay displayUntil } dishonestyRecords { totalCount } }`;
  const seen = (moment: string): string => `{ tender(id: "Tender_${tenders.receiving.id}") { openedAt basePrice bids { totalCount } } violationRecords { totalCount } }${moment}`;

  /** Lets the database's clock run from a moment on, and asks until it has passed the next; at every instant both hubs agree. */
  async function across(start: string, edge: string, question: string): Promise<void> {
    await sql.unsafe(`create or replace function public.hub_now() returns timestamptz language sql stable parallel safe as 'select timestamptz ''${start}'' + (clock_timestamp() - timestamptz ''${new Date().toISOString()}'')'; select pg_notify('hub_data', '')`);
    const answers: string[] = [];
    let isPast = false;
    for (let times = 0; !isPast || times < 20; times = isPast ? times + 1 : 0) {
      const before = await plain.ask("public", question);
      const answer = await hub.ask("public", question);
      const after = await plain.ask("public", question);
      if (before.text === after.text) expect(answer.text).toBe(before.text);
      answers.push(answer.text);
      [{ isPast }] = (await sql`select hub_now() > ${edge}::timestamptz as "isPast"`) as unknown as [{ isPast: boolean }];
    }
    expect(new Set(answers).size).toBe(2);
  }

  it("when the day turns in Asia/Shanghai, and with it a record leaves display", () =>
    across("2026-11-25T23:59:58.9+08:00", "2026-11-26T00:00:00+08:00", moments("lastDay")));

  it("when a moment comes that was recorded before", async () => {
    await sql`update tender set opened_at = '2026-11-25T15:00:00+08:00' where id = ${tenders.receiving.id}`;
    await across("2026-11-25T14:59:59+08:00", "2026-11-25T15:00:00+08:00", seen(""));
    await sql`update tender set opened_at = null where id = ${tenders.receiving.id}`;
  });

  it("when a record is withdrawn, published, redacted or deleted", async () => {
    const question = moments("displayed");
    const { id } = dishonestyRecords.displayed;
    for (const change of [
      `update dishonesty_record set disclosure_state = 'WITHDRAWN' where id = '${id}'`,
      `update dishonesty_record set disclosure_state = 'PUBLISHED' where id = '${id}'`,
      `update dishonesty_record set title = '（已隐去）' where id = '${id}'`,
      `update display_period set is_displayed = not is_displayed`,
      `update display_period set is_displayed = not is_displayed`,
    ]) {
      await remember(() => hub.ask("public", question));
      await sql.unsafe(change);
      await expect.poll(async () => (await hub.ask("public", question)).text, moment).toBe((await plain.ask("public", question)).text);
    }
  });

  it("never goes back to what it was, however many ask while it changes", async () => {
    const count = async (): Promise<number> => Number(((await hub.ask("public", nameOfBody)).body.data?.["department"] as { name: string }).name);
    await sql.unsafe(rename("0"));
    await expect.poll(count, moment).toBe(0);
    let isWriting = true;
    const readers = Array.from({ length: 4 }, async () => {
      for (let last = 0; isWriting; ) {
        const now = await count();
        expect(now).toBeGreaterThanOrEqual(last);
        last = now;
      }
    });
    for (let version = 1; version <= 150; version += 1) await sql.unsafe(rename(String(version)));
    isWriting = false;
    await Promise.all(readers);
    await expect.poll(count, moment).toBe(150);
    await sql.unsafe(rename("锦江区审计局"));
  });

  it("when the connection on which the database tells of changes is lost", async () => {
    for (let times = 0; times < 3; times += 1) {
      await remember(() => hub.ask("public", nameOfBody));
      await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'hub-data-version' and datname = current_database()`;
      await sql.unsafe(rename(`第${times}次`));
      await expect.poll(async () => (await hub.ask("public", nameOfBody)).text, moment).toContain(`第${times}次`);
    }
    await sql.unsafe(rename("锦江区审计局"));
  });
});

describe("A question that is named by its hash", () => {
  const hashOf = (query: string): string => createHash("sha256").update(query).digest("hex");
  const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) => fetch(`${hub.url}/graphql?${new URLSearchParams(parameters).toString()}`, { headers });
  const query = "query ($code: String!) { department(code: $code) { uscc name } }";
  const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });
  const variables = JSON.stringify({ code: body.uscc });

  it("is asked for once, and from then on answered by a short GET that caches may keep", async () => {
    const unknown = await get({ extensions, variables });
    expect((await unknown.json() as Answered["body"]).errors).toMatchObject([{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }]);
    expect(unknown.headers.get("cache-control")).toBe("no-store");
    const first = await get({ query, extensions, variables });
    const expected = await first.text();
    expect(expected).toBe((await plain.ask("public", query, { code: body.uscc })).text);
    await remember(() => get({ extensions, variables }));
    const again = await get({ extensions, variables });
    expect(await again.text()).toBe(expected);
    expect(again.headers.get("cache-control")).toMatch(/^public/);
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    const unchanged = await get({ extensions, variables }, { "if-none-match": again.headers.get("etag")! });
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ""]);
  });

  it("takes the other variables, and whoever asks with a token is answered as himself", async () => {
    const other = await get({ extensions, variables: JSON.stringify({ code: bodies.countyFinance.uscc }) });
    expect(await other.json()).toMatchObject({ data: { department: { uscc: bodies.countyFinance.uscc } } });
    const mine = await get({ extensions, variables }, { authorization: `Bearer ${await hub.tokenOf("department")}` });
    expect([mine.headers.get("cache-control"), await mine.text()]).toEqual(["no-store", (await plain.ask("department", query, { code: body.uscc })).text]);
  });
});

describe("What the public reads", () => {
  it("has a trigger that tells of changes on every table, whoever writes", async () => {
    const silent = await sql`
      select relname, array(select tgname from pg_trigger t where t.tgrelid = c.oid) from pg_class c
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_any_column_privilege('hub_public', oid, 'select')
        and not exists (select from pg_trigger t where t.tgrelid = c.oid and tgname = 'hub_data_changed' and tgenabled = 'O'
          and tgtype & 56 = 56 and (tgtype & 4 = 4 or relname ~ '_history$'))`;
    expect(silent).toEqual([]);
  });
});

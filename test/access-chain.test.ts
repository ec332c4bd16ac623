import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { advanceChain } from "../src/store/access-chain/advance-chain.ts";
import { entryKeys, eventKeys } from "../src/store/access-chain/canonical-event.ts";
import { readCanonicalForms, readLeaves } from "../src/store/access-chain/read-events.ts";
import { openLogVerifier } from "../src/store/access-chain/verify-log.ts";
import { keepAccessLog } from "../src/store/keep-access-log.ts";
import { openOwnerSession } from "../src/store/owner-session.ts";
import { hubCatalogue } from "../src/server.ts";
import { databaseWithoutLog, plantEvents, settle } from "./setup/access-log.ts";
import { stopClock } from "./setup/clock.ts";
import { freshDatabase, type FreshDatabase } from "./setup/database.ts";
import { testHub } from "./setup/hub.ts";
import { demonstrationTemplate } from "./setup/template.ts";

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");

/** As the README has it: the fixed text before the first event. */
const genesis = sha256("integrity-hub access log, v1");

let database: FreshDatabase;
let sql: postgres.Sql;
beforeEach(async () => {
  database = await databaseWithoutLog();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterEach(async () => {
  await sql.end();
  await database.drop();
});

interface Seal {
  readonly seq: string;
  readonly event_id: string;
  readonly leaf: string;
  readonly hash: string;
}

const seals = (): Promise<Seal[]> => sql<Seal[]>`select * from access_seal order by seq`;
const pendingCount = async (): Promise<number> => Number((await sql`select count(*) from access_pending`)[0]!["count"]);

/** That the chain is one, without gap or fork, over exactly these events. */
async function expectSealedOnce(events: readonly string[]): Promise<void> {
  const chain = await seals();
  expect(chain.map(({ seq }) => Number(seq))).toEqual(events.map((_event, place) => place + 1));
  expect(new Set(chain.map(({ event_id: id }) => id))).toEqual(new Set(events));
  let hash = genesis;
  for (const seal of chain) expect(seal.hash).toBe((hash = sha256(Buffer.from(hash + seal.leaf, "hex"))));
  const [{ from, to }] = await sql<[{ from: string; to: string }]>`
    select (min(recorded_at) at time zone 'Asia/Shanghai')::date::text as from, (max(recorded_at) at time zone 'Asia/Shanghai')::date::text as to from access_event`;
  expect(await openLogVerifier(database.url).verify(from, to)).toMatchObject({ sealed: events.length, pending: 0, faultCount: 0 });
}

describe("The canonical form of an event", () => {
  it("names every column of the event and of its entries, save the salt and what its place says", () => {
    const columnsOf = (type: string): string[] => Object.keys((hubCatalogue().types.get(type) as { fields: object }).fields);
    expect([...eventKeys, "salt"].sort()).toEqual(columnsOf("AccessEvent").sort());
    expect([...entryKeys, "accessEventId"].sort()).toEqual(columnsOf("AccessLogEntry").sort());
  });

  it("is these bytes, whatever the session's settings, entries by civil servant, and its leaf is the digest of salt, line feed and them", async () => {
    const [id, body, first, second] = ["00000000-0000-4000-8000-0000000000aa", "00000000-0000-4000-8000-0000000000bb", "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
    await sql.begin(async (transaction) => {
      await transaction`insert into access_event (id, recorded_at, request_id, client_id, audience, organization_id, purpose, case_no, operation_name, coordinates, refused_coordinates, grant_nos, outcome, record_count, subject_count, hidden, note, salt)
        values (${id}, '2026-03-01T16:30:00.5Z', 'r-1', null, 'COURT', ${body}, 'ENFORCEMENT', '（2026）川01执1号', null, '{Official.idNumber,Official.phone}', '{}', '{}', 'DELIVERED', 2, 2, true, ${'第一行\n"第二行"\\\u0001'}, 'salt')`;
      for (const official of [second, first])
        await transaction`insert into access_log_entry (id, recorded_at, access_event_id, subject_pseudonym, audience, organization_id, purpose, coordinates, hidden, official_id)
          values (${official.replace("8000-0", "8000-f")}, '2026-03-01T16:30:00.5Z', ${id}, ${`p${official.at(-1)!}`}, 'COURT', ${body}, null, '{Official.phone}', true, ${official})`;
    });
    const entry = (n: 1 | 2): string =>
      `{"id":"00000000-0000-4000-8000-f0000000000${n}","recordedAt":"2026-03-01T16:30:00.500Z","subjectPseudonym":"p${n}","audience":"COURT","organizationId":"${body}","purpose":null,"coordinates":["Official.phone"],"hidden":true,"officialId":"00000000-0000-4000-8000-00000000000${n}"}`;
    const canonical =
      `{"v":1,"id":"${id}","recordedAt":"2026-03-01T16:30:00.500Z","requestId":"r-1","clientId":null,"audience":"COURT","organizationId":"${body}","purpose":"ENFORCEMENT","caseNo":"（2026）川01执1号","operationName":null,` +
      `"coordinates":["Official.idNumber","Official.phone"],"refusedCoordinates":[],"grantNos":[],"outcome":"DELIVERED","recordCount":2,"subjectCount":2,"hidden":true,"note":"第一行\\n\\"第二行\\"\\\\\\u0001","entries":[${entry(1)},${entry(2)}]}`;
    for (const setting of ["datestyle to 'SQL, DMY'", "timezone to 'America/St_Johns'"]) await sql.unsafe(`alter database ${new URL(database.url).pathname.slice(1)} set ${setting}`);
    const session = openOwnerSession(database.url, "test");
    expect((await readCanonicalForms(session.ask, [id])).get(id)).toEqual({ salt: "salt", day: "2026-03-02", form: canonical });
    expect((await readLeaves(session.ask, [id])).get(id)!.form).toBe(sha256(`salt\n${canonical}`));
    await session.close();
  });

  it("is digested as it comes, however many persons an event is about", async () => {
    const [id] = await plantEvents(sql, { entries: 3_000 });
    const session = openOwnerSession(database.url, "test");
    const { salt, form } = (await readCanonicalForms(session.ask, [id!])).get(id!)!;
    const officials = (JSON.parse(form) as { entries: { officialId: string }[] }).entries.map(({ officialId }) => officialId);
    expect(officials).toHaveLength(3_000);
    expect(officials).toEqual(officials.toSorted());
    expect((await readLeaves(session.ask, [id!])).get(id!)!.form).toBe(sha256(`${salt}\n${form}`));
    await session.close();
  });
});

describe("Events are sealed", () => {
  it("each once, by the times at which they were recorded, and nothing of them stays pending", async () => {
    const later = await plantEvents(sql, { count: 3, at: "2026-11-20T12:00:00+08:00" });
    const earlier = await plantEvents(sql, { count: 3, at: "2026-11-20T11:00:00+08:00" });
    await stopClock(sql, "2026-11-20T13:00:00+08:00");
    await settle(database.url);
    expect((await seals()).map(({ event_id: id }) => id)).toEqual([...earlier, ...later]);
    expect(await pendingCount()).toBe(0);
    await expectSealedOnce([...earlier, ...later]);
  });

  it("in as many batches as it takes", async () => {
    const events = await plantEvents(sql, { count: 5_000 });
    await settle(database.url);
    await expectSealedOnce(events);
  });

  it("that the statements of whoever asks have written, who can then neither read nor change what was made of them", async () => {
    const hub = await testHub({ ownerUrl: database.url });
    for (const persona of ["personnel", "supervision", "subject", "department"] as const) await hub.ask(persona, "{ officials(first: 3) { nodes { name idNumber } } }", {}, { extensions: { access: { purpose: "PERSONNEL_REVIEW", note: "年度考核" } } });
    const events = await sql<{ id: string }[]>`select id from access_event`;
    expect(events.length).toBeGreaterThanOrEqual(4);
    expect(await pendingCount()).toBe(events.length);
    await settle(database.url);
    await expectSealedOnce(events.map(({ id }) => id));
    const { body } = await hub.ask("auditor", "query ($on: Date!) { verifyLog(from: $on, to: $on) { events sealed pending isIntact } }", { on: new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" }) });
    await hub.close();
    expect(body).toEqual({ data: { verifyLog: { events: events.length, sealed: events.length, pending: 0, isIntact: true } } });
    const asReader = (statement: string) =>
      sql.begin(async (transaction) => {
        await transaction`set local role hub_personnel`;
        await transaction.unsafe(statement);
      });
    for (const statement of ["select * from access_seal", "delete from access_seal", "select salt from access_log_head", "select chain_hash from access_log_head", "select chain_length from access_log_head", "insert into access_log_head (day) values (now())", "delete from access_pending", "select * from access_pending"])
      await expect(asReader(statement), statement).rejects.toMatchObject({ code: "42501" });
  });

  it("also those of the demonstration", async () => {
    const own = await freshDatabase(await demonstrationTemplate());
    await settle(own.url);
    const reader = postgres(own.url, { max: 1, onnotice: () => {} });
    const [{ from, to, count }] = await reader<[{ from: string; to: string; count: string }]>`
      select (min(recorded_at) at time zone 'Asia/Shanghai')::date::text as from, (max(recorded_at) at time zone 'Asia/Shanghai')::date::text as to, count(*) as count from access_event`;
    expect(Number(count)).toBeGreaterThan(0);
    expect(await openLogVerifier(own.url).verify(from, to)).toMatchObject({ events: Number(count), sealed: Number(count), pending: 0, faultCount: 0 });
    await reader.end();
    await own.drop();
  });

  it("and nobody changes a seal, a head, an event or an entry, their owner included", async () => {
    await plantEvents(sql, { at: "2026-11-20T12:00:00+08:00" });
    await settle(database.url);
    for (const table of ["access_seal", "access_log_head", "access_event", "access_log_entry"])
      for (const statement of [`delete from ${table}`, `truncate ${table}`]) await expect(sql.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
    await expect(sql`update access_seal set leaf = hash`).rejects.toMatchObject({ code: "42501" });
  });

  it("although somebody notes one that is sealed, one that never was, and one of no time", async () => {
    const events = await plantEvents(sql, { count: 2 });
    await settle(database.url);
    await sql`insert into access_pending values (${events[0]!}), (gen_random_uuid())`;
    const endless = await plantEvents(sql, { at: "infinity" });
    const more = await plantEvents(sql);
    await settle(database.url);
    expect(await seals()).toHaveLength(4);
    expect((await seals()).map(({ event_id: id }) => id)).toEqual(expect.arrayContaining([...events, ...endless, ...more]));
    expect(await pendingCount()).toBe(1); // the one that never was: it stays for whoever verifies
  });
});

const silent = { warn: () => {} };

describe("The keeper", () => {
  it("seals what is written while the hub runs", async () => {
    const keeper = keepAccessLog(database.url, silent, { every: 20 });
    const events = await plantEvents(sql, { count: 3 });
    await expect.poll(pendingCount).toBe(0);
    const more = await plantEvents(sql, { count: 3 });
    await expect.poll(pendingCount).toBe(0);
    await keeper.close();
    await expectSealedOnce([...events, ...more]);
  });

  it("is one of several, and the chain never forks", async () => {
    const keepers = [1, 2, 3].map(() => keepAccessLog(database.url, silent, { every: 1 }));
    const events: string[] = [];
    for (let n = 0; n < 30; n++) events.push(...(await plantEvents(sql, { count: 100 })));
    await expect.poll(pendingCount, { timeout: 30_000 }).toBe(0);
    await Promise.all(keepers.map((keeper) => keeper.close()));
    await expectSealedOnce(events);
  });

  it("loses and doubles nothing where its connection is cut again and again, and says no more of it than a code", async () => {
    const warned: [object, string][] = [];
    const events = await plantEvents(sql, { count: 5_000 });
    const keeper = keepAccessLog(database.url, { warn: (details, message) => void warned.push([details, message]) }, { every: 1 });
    const cut = () => sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub-access-log' and datname = current_database() and xact_start is not null`;
    for (let cuts = 0; cuts < 3; ) {
      cuts += (await cut()).length;
      if ((await pendingCount()) === 0) events.push(...(await plantEvents(sql, { count: 5_000 })));
    }
    await expect.poll(pendingCount, { timeout: 30_000 }).toBe(0);
    await keeper.close();
    await expectSealedOnce(events);
    expect(warned.length).toBeGreaterThan(0);
    for (const [details, message] of warned) {
      expect(Object.keys(details)).toEqual(["error", "code"]);
      expect(message).toBe("The access log could not be sealed; it is tried again.");
    }
  });

  it("loses and doubles nothing where its process is killed in the midst", async () => {
    const events = await plantEvents(sql, { count: 10_000 });
    for (let kills = 0; kills < 2; kills++) {
      const before = (await seals()).length;
      const child = spawn(process.execPath, [fileURLToPath(new URL("store/log-keeper-process.ts", import.meta.url)), database.url], { stdio: "ignore" });
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await expect.poll(async () => (await seals()).length > before, { interval: 1 }).toBe(true);
      child.kill("SIGKILL");
      await ended;
    }
    await settle(database.url);
    await expectSealedOnce(events);
  });
});

interface Head {
  readonly day: string;
  readonly commitment: string;
  readonly salt: string;
  readonly chain_hash: string;
  readonly chain_length: string;
}

const heads = (): Promise<Head[]> => sql<Head[]>`select day::text, commitment, salt, chain_hash, chain_length from access_log_head order by day`;
const days = async (): Promise<string[]> => (await heads()).map(({ day }) => day);
const at = (time: string) => stopClock(sql, time);

describe("A head", () => {
  it("is published for each day, the one before the first and those without events included, all of one form", async () => {
    await plantEvents(sql, { count: 40, at: "2026-03-01T10:00:00+08:00" });
    await plantEvents(sql, { at: "2026-03-03T23:59:59.999+08:00" });
    await plantEvents(sql, { at: "2026-03-04T00:00:00+08:00" });
    await at("2026-03-04T12:00:00+08:00");
    await settle(database.url);
    const published = await heads();
    expect(published.map(({ day, chain_length: length }) => [day, Number(length)])).toEqual([["2026-02-28", 0], ["2026-03-01", 40], ["2026-03-02", 40], ["2026-03-03", 41]]);
    const chain = await seals();
    for (const { day, commitment, salt, chain_hash: hash, chain_length: length } of published) {
      expect(hash).toBe(Number(length) === 0 ? genesis : chain[Number(length) - 1]!.hash);
      expect(commitment).toBe(sha256(`${salt}\n${day}\n${hash}`));
      expect(salt).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(new Set(published.map(({ commitment }) => commitment)).size).toBe(4);
    const hub = await testHub({ ownerUrl: database.url });
    const { body } = await hub.ask("public", "{ accessLogHeads { totalCount nodes { day commitment publishedAt } } }");
    await hub.close();
    expect(body).toEqual({ data: { accessLogHeads: { totalCount: 4, nodes: published.map(({ day, commitment }) => ({ day, commitment, publishedAt: "2026-03-04T04:00:00.000Z" })).reverse() } } });
  });

  it("is published for days without any event from the day on which the hub was first started", async () => {
    await at("2026-03-01T12:00:00+08:00");
    await settle(database.url);
    expect(await days()).toEqual(["2026-02-28"]);
    await at("2026-03-03T00:00:59+08:00");
    await settle(database.url);
    expect(await days()).toEqual(["2026-02-28", "2026-03-01"]);
    await at("2026-03-03T00:01:00+08:00");
    await settle(database.url);
    expect(await days()).toEqual(["2026-02-28", "2026-03-01", "2026-03-02"]);
  });

  it("is not written before everything that began on its day has ended, and what began on the next waits for it", async () => {
    const today = new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Shanghai" });
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    await settle(database.url);
    const reader = postgres(database.url, { max: 1, onnotice: () => {} });
    let mayEnd!: () => void;
    const held = new Promise<void>((resolve) => (mayEnd = resolve));
    let hasBegun!: (events: string[]) => void;
    const begun = new Promise<string[]>((resolve) => (hasBegun = resolve));
    const slow = reader.begin(async (transaction) => {
      hasBegun(await plantEvents(transaction as never, { at: `${today}T23:59:59+08:00` }));
      await held;
    });
    const late = await begun;
    const next = await plantEvents(sql, { at: `${tomorrow}T00:00:01+08:00` });
    await at(`${tomorrow}T00:05:00+08:00`);
    await settle(database.url);
    expect(await seals()).toEqual([]);
    expect(await days()).not.toContain(today);
    mayEnd();
    await slow;
    await settle(database.url);
    expect((await heads()).find(({ day }) => day === today)).toMatchObject({ chain_length: "1" });
    expect((await seals()).map(({ event_id: id }) => id)).toEqual([...late, ...next]);
    await reader.end();
  });

  it("comes for every day that was missed, in steps that can be interrupted anywhere", async () => {
    await plantEvents(sql, { at: "2026-03-01T10:00:00+08:00" });
    await at("2026-03-01T12:00:00+08:00");
    await settle(database.url);
    await plantEvents(sql, { at: "2026-03-05T10:00:00+08:00" });
    await at("2026-03-06T12:00:00+08:00");
    const session = openOwnerSession(database.url, "test");
    await advanceChain(session);
    await advanceChain(session);
    await session.close();
    await settle(database.url);
    expect((await heads()).map(({ day, chain_length: length }) => [day, Number(length)])).toEqual([["2026-02-28", 0], ["2026-03-01", 1], ["2026-03-02", 1], ["2026-03-03", 1], ["2026-03-04", 1], ["2026-03-05", 2]]);
  });
});

import { createHash } from "node:crypto";
import postgres from "postgres";
import { beforeEach, describe, expect, it } from "vitest";
import type { Locks } from "../src/server.ts";
import { databaseWithLog, plantEvents, settle, tamper } from "./setup/access-log.ts";
import { stopClock } from "./setup/clock.ts";
import { databaseUrl } from "./setup/database.ts";
import { personas, testHub, type Answered, type TestHub } from "./setup/hub.ts";

type Log = Awaited<ReturnType<typeof databaseWithLog>>;

const query = `query ($from: Date!, $to: Date!) {
  verifyLog(from: $from, to: $to) { from to events sealed pending headsChecked isIntact faultCount firstFault { day kind eventId } }
}`;
const all = { from: "2026-03-01", to: "2026-03-04" };

let log: Log;
let hub: TestHub;
beforeEach(async () => {
  log = await databaseWithLog();
  hub = await testHub({ ownerUrl: log.url });
  return async () => {
    await hub.close();
    await log.close();
  };
});

const ask = (range: { readonly from: string; readonly to: string } = all): Promise<Answered> => hub.ask("auditor", query, range);
const verified = async (range = all): Promise<Record<string, unknown>> => {
  const { body } = await ask(range);
  expect(body.errors).toBeUndefined();
  return body.data!["verifyLog"] as Record<string, unknown>;
};

describe("An auditor verifies the access log", () => {
  it("of a range of days, of which it says what is sealed, what is pending and that nothing is wrong", async () => {
    expect(await verified()).toEqual({ ...all, events: 7, sealed: 6, pending: 1, headsChecked: 3, isIntact: true, faultCount: 0, firstFault: null });
  });

  it.each([
    ["the first day", { from: "2026-03-01", to: "2026-03-01" }, { events: 3, sealed: 3, headsChecked: 1 }],
    ["a day without events", { from: "2026-03-02", to: "2026-03-02" }, { events: 0, sealed: 0, headsChecked: 1 }],
    ["a day as it is in Asia/Shanghai", { from: "2026-03-03", to: "2026-03-03" }, { events: 2, sealed: 2, headsChecked: 1 }],
    ["today, which has no head yet", { from: "2026-03-04", to: "2026-03-04" }, { events: 2, sealed: 1, pending: 1, headsChecked: 0 }],
    ["days before there was a log", { from: "2025-12-01", to: "2026-02-28" }, { events: 0, sealed: 0, headsChecked: 1 }],
    ["days to come", { from: "2026-03-05", to: "2026-12-31" }, { events: 0, sealed: 0, headsChecked: 0 }],
  ])("%s", async (_name, range, found) => {
    expect(await verified(range)).toMatchObject({ ...range, pending: 0, isIntact: true, faultCount: 0, firstFault: null, ...found });
  });

  it("under names of the question's own, and several ranges one after the other", async () => {
    const { body } = await hub.ask("auditor", `{ all: verifyLog(from: "2026-03-01", to: "2026-03-04") { whole: isIntact __typename } }`);
    expect(body).toEqual({ data: { all: { whole: true, __typename: "LogVerification" } } });
    for (let n = 0; n < 3; n++) expect(await verified()).toMatchObject({ isIntact: true });
  });

  it("one verification at a time, while other questions are answered", async () => {
    await plantEvents(log.sql, { count: 20_000, at: "2026-03-04T10:00:00+08:00" });
    const holding = postgres(log.url, { max: 1, onnotice: () => {} });
    const [held, released] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    const hold = holding.begin(async (transaction) => {
      await transaction`lock table access_seal in access exclusive mode`; // the verification cannot end meanwhile
      held.resolve(null);
      await released.promise;
    });
    await held.promise;
    const first = ask();
    await expect.poll(async () => (await log.sql`select 1 from pg_stat_activity where application_name = 'hub-verify-log' and datname = current_database() and wait_event_type = 'Lock'`).length).toBe(1);
    const [second, other] = await Promise.all([ask(), hub.ask("public", "{ __typename accessLogHeads { totalCount } }")]);
    expect(other.body.data).toEqual({ __typename: "Query", accessLogHeads: { totalCount: 4 } });
    released.resolve(null);
    await hold;
    await holding.end();
    expect(second.body).toMatchObject({ data: { verifyLog: null }, errors: [{ message: "Query.verifyLog: another verification is under way; ask again when it has ended.", extensions: { code: "CONFLICT" } }] });
    expect((await first).body.data).toMatchObject({ verifyLog: { events: 20_007, isIntact: true } });
  });

  it("of at most 400 days, the first not after the last, and of days that there are", async () => {
    expect(await verified({ from: "2025-01-29", to: "2026-03-04" })).toMatchObject({ events: 7, isIntact: true });
    const refused = async (from: string, to: string): Promise<unknown> => (await ask({ from, to })).body.errors!.map(({ message, extensions }) => [extensions["code"], message]);
    expect(await refused("2025-01-28", "2026-03-04")).toEqual([["BAD_USER_INPUT", "Query.verifyLog: a verification spans at most 400 days; ask in pieces."]]);
    const backwards = [["BAD_USER_INPUT", "Query.verifyLog: the range ends before it begins, or begins before the year 1."]];
    expect(await refused("2026-03-04", "2026-03-03")).toEqual(backwards);
    expect(await refused("0000-01-01", "0000-01-02")).toEqual(backwards);
    expect(await refused("2026-02-30", "2026-03-03")).toEqual([["BAD_USER_INPUT", 'The variable $from does not fit its type Date!: a day is written as "2026-04-01".']]);
    expect(await verified({ from: "9999-01-01", to: "9999-12-31" })).toMatchObject({ events: 0 });
    const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", "accept-language": "zh", authorization: `Bearer ${(await hub.tokenOf("auditor"))!}` }, body: JSON.stringify({ query, variables: { from: "2024-01-01", to: "2026-01-01" } }) });
    expect(await response.json()).toMatchObject({ errors: [{ message: "Query.verifyLog：一次核验最多 400 天，请分段核验。" }] });
  });
});

describe("Where the database goes away", () => {
  it("the auditor is told so, in the midst of a verification and before it, and verifies again when it is back", async () => {
    const name = new URL(log.url).pathname.slice(1);
    const unavailable = { data: { verifyLog: null }, errors: [{ message: "The hub cannot answer now; try again later.", extensions: { code: "UNAVAILABLE" } }] };
    await plantEvents(log.sql, { count: 20_000, at: "2026-03-04T10:00:00+08:00" });
    const cut = ask();
    await expect.poll(async () => (await log.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub-verify-log' and datname = ${name} and xact_start is not null`).length, { interval: 5 }).toBe(1);
    expect((await cut).body).toMatchObject(unavailable);
    const admin = postgres(databaseUrl("postgres"), { max: 1, onnotice: () => {} });
    await admin.unsafe(`alter database ${name} allow_connections false`);
    expect((await ask()).body).toMatchObject(unavailable);
    await admin.unsafe(`alter database ${name} allow_connections true`);
    await admin.end();
    expect(await verified()).toMatchObject({ isIntact: true });
  });
});

describe("Nobody else does", () => {
  const others = personas.filter((persona) => persona !== "auditor");
  it.each<[string, Locks]>([
    ["by all three locks", { plan: true, shield: true, database: true }],
    ["by the shield alone", { plan: false, shield: true, database: false }],
    ["by the resolver alone", { plan: false, shield: false, database: false }],
  ])("%s", async (_name, locks) => {
    const other = await testHub({ ownerUrl: log.url, locks });
    for (const persona of others) {
      const { body } = await other.ask(persona, query, all);
      expect(body.data, persona).toEqual({ verifyLog: null });
      expect(body.errors, persona).toMatchObject([
        {
          message: "Query.verifyLog is not disclosed to this reader: it is restricted, kept to the source body and the competent authority (不予共享).",
          path: ["verifyLog"],
          extensions: { code: "FORBIDDEN", coordinate: "Query.verifyLog", responsePath: ["verifyLog"], class: "restricted", basis: "个人信息保护法第51条" },
        },
      ]);
    }
    expect((await other.ask("auditor", query, all)).body.data).toMatchObject({ verifyLog: { isIntact: true } });
    await other.close();
  });
});

describe("What was tampered with is found, on its day", () => {
  const event = (place: number): string => log.events[place]!;
  const globalId = (place: number): string => `AccessEvent_${event(place)}`;
  const expectFault = async (day: string, kind: string, eventId: string | null, count = 1): Promise<void> => {
    expect(await verified()).toMatchObject({ isIntact: false, faultCount: count, firstFault: { day, kind, eventId } });
    expect(await verified({ from: day, to: day })).toMatchObject({ isIntact: false, firstFault: { day, kind, eventId } });
    for (const other of ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"].filter((each) => each < day)) expect(await verified({ from: other, to: other }), other).toMatchObject({ isIntact: true });
  };

  it("a purpose that was changed", async () => {
    await tamper(log.sql, "access_event", `update access_event set purpose = 'ANOTHER' where id = '${event(1)}'`);
    await expectFault("2026-03-01", "EVENT_CHANGED", globalId(1));
  });

  /** Tampers with rows, looks, and puts them back. */
  async function meanwhile(table: string, rows: string, change: string, look: () => Promise<void>): Promise<void> {
    await log.sql.unsafe(`create table kept as select * from ${table} where ${rows}`);
    await tamper(log.sql, table, `update ${table} set ${change} where ${rows}`);
    await look();
    await tamper(log.sql, table, `delete from ${table} where ${rows}`);
    await log.sql.unsafe(`insert into ${table} select * from kept; drop table kept`);
    expect(await verified()).toMatchObject({ isIntact: true });
  }

  it("any column of an event or of an entry", async () => {
    const changed = (name: string, type: string): string =>
      type === "boolean" ? `not ${name}` : type === "integer" ? `${name} + 1` : type === "uuid" ? "gen_random_uuid()" : type.startsWith("timestamp") ? `${name} + interval '1 millisecond'` : type === "ARRAY" ? `${name} || '{x}'` : name === "audience" ? "'COURT'" : name === "outcome" ? "'REFUSED'" : `coalesce(${name}, '') || 'x'`;
    for (const [table, key] of [["access_event", "id"], ["access_log_entry", "access_event_id"]] as const) {
      const columns = await log.sql<{ name: string; type: string }[]>`select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = ${table} and column_name <> ${key}`;
      expect(columns.length).toBeGreaterThan(5);
      for (const { name, type } of columns)
        await meanwhile(table, `${key} = '${event(3)}'`, `${name} = ${changed(name, type)}`, async () => {
          expect(await verified(), `${table}.${name}`).toMatchObject({ faultCount: 1, firstFault: { day: "2026-03-03", kind: "EVENT_CHANGED", eventId: globalId(3) } });
        });
    }
  });

  it("an entry that was deleted, that was given to another person, and one that was added", async () => {
    const entry = `(select id from access_log_entry where access_event_id = '${event(0)}' limit 1)`;
    await tamper(log.sql, "access_log_entry", `delete from access_log_entry where id = ${entry}`);
    await expectFault("2026-03-01", "EVENT_CHANGED", globalId(0));
    await tamper(log.sql, "access_log_entry", `update access_log_entry set official_id = gen_random_uuid() where access_event_id = '${event(3)}'`);
    await log.sql`insert into access_log_entry (access_event_id, subject_pseudonym, audience, coordinates, hidden, official_id) values (${event(5)}, 'p', 'COURT', '{}', true, gen_random_uuid())`;
    expect(await verified()).toMatchObject({ faultCount: 3 });
    expect(await verified({ from: "2026-03-04", to: "2026-03-04" })).toMatchObject({ faultCount: 1, firstFault: { day: "2026-03-04", kind: "EVENT_CHANGED", eventId: globalId(5) } });
  });

  it("an event that was deleted", async () => {
    await tamper(log.sql, "access_event", `delete from access_event where id = '${event(4)}'`);
    await expectFault("2026-03-03", "EVENT_MISSING", globalId(4));
  });

  it("an event that was deleted with its seal", async () => {
    await tamper(log.sql, "access_event", `delete from access_event where id = '${event(3)}'`);
    await tamper(log.sql, "access_seal", `delete from access_seal where event_id = '${event(3)}'`);
    await expectFault("2026-03-03", "SEAL_MISSING", globalId(4));
  });

  it("the last event of a day that was deleted with its seal", async () => {
    await tamper(log.sql, "access_event", `delete from access_event where id = '${event(4)}'`);
    await tamper(log.sql, "access_seal", `delete from access_seal where event_id = '${event(4)}'`);
    await expectFault("2026-03-03", "SEAL_MISSING", null, 2); // the first of the next day does not follow either
  });

  it("an event that was deleted before it was sealed", async () => {
    await tamper(log.sql, "access_event", `delete from access_event where id = '${event(6)}'`);
    await expectFault("2026-03-04", "EVENT_MISSING", globalId(6));
  });

  it("two seals that were exchanged", async () => {
    await tamper(log.sql, "access_seal", "update access_seal set seq = -seq where seq in (4, 5)");
    await tamper(log.sql, "access_seal", "update access_seal set seq = 9 + seq where seq in (-4, -5)");
    await expectFault("2026-03-03", "LINK_BROKEN", globalId(4), 4);
  });

  it("two leaves that were exchanged, and a seal that was given to another event", async () => {
    await tamper(log.sql, "access_seal", "update access_seal s set leaf = o.leaf from access_seal o where s.seq in (4, 5) and o.seq = 9 - s.seq");
    await expectFault("2026-03-03", "EVENT_CHANGED", globalId(3), 4);
    await tamper(log.sql, "access_seal", "update access_seal set event_id = gen_random_uuid() where seq = 1");
    expect(await verified()).toMatchObject({ firstFault: { day: "2026-03-01", kind: "EVENT_MISSING" } });
  });

  it("an event that was put in without being noted", async () => {
    const [id] = await plantEvents(log.sql, { at: "2026-03-02T12:00:00+08:00", noted: false });
    await log.sql`delete from access_pending where event_id = ${event(6)}`;
    await expectFault("2026-03-02", "EVENT_UNSEALED", `AccessEvent_${id!}`, 2);
    expect(await verified({ from: "2026-03-04", to: "2026-03-04" })).toMatchObject({ events: 2, sealed: 1, pending: 0, firstFault: { kind: "EVENT_UNSEALED", eventId: globalId(6) } });
  });

  it("an event that was put into a day that is over, also once it is sealed", async () => {
    const [id] = await plantEvents(log.sql, { at: "2026-03-02T12:00:00+08:00" });
    await expectFault("2026-03-02", "EVENT_LATE", `AccessEvent_${id!}`);
    await settle(log.url);
    await expectFault("2026-03-02", "EVENT_LATE", `AccessEvent_${id!}`);
    expect(await verified({ from: "2026-03-03", to: "2026-03-04" })).toMatchObject({ isIntact: true, events: 4, sealed: 4 });
  });

  it("anything of a head", async () => {
    for (const change of ["commitment = md5(commitment) || md5(salt)", "salt = 'another'", "chain_hash = commitment", "chain_length = chain_length - 1", "chain_length = chain_length + 1"])
      await meanwhile("access_log_head", "day = '2026-03-03'", change, async () => {
        expect(await verified(), change).toMatchObject({ isIntact: false, firstFault: { day: "2026-03-03", kind: "HEAD_CHANGED", eventId: null } });
      });
  });

  it("a head that was deleted, and the last one that never came", async () => {
    await tamper(log.sql, "access_log_head", "delete from access_log_head where day = '2026-03-02'");
    await expectFault("2026-03-02", "HEAD_MISSING", null);
    await stopClock(log.sql, "2026-03-06T00:59:59+08:00");
    expect(await verified({ from: "2026-03-03", to: "2026-03-31" })).toMatchObject({ faultCount: 1, firstFault: { day: "2026-03-04", kind: "HEAD_MISSING" } });
    await stopClock(log.sql, "2026-03-06T01:00:00+08:00");
    expect(await verified({ from: "2026-03-03", to: "2026-03-31" })).toMatchObject({ faultCount: 2, firstFault: { day: "2026-03-04", kind: "HEAD_MISSING" } });
  });

  it("the chain from a change on, made anew, by the head of the day", async () => {
    await tamper(log.sql, "access_event", `delete from access_event where id = '${event(4)}'`);
    await tamper(log.sql, "access_seal", "delete from access_seal where seq = 5");
    const [previous, following] = await log.sql<{ seq: string; leaf: string; hash: string }[]>`select * from access_seal where seq in (4, 6) order by seq`;
    const hash = createHash("sha256").update(Buffer.from(previous!.hash + following!.leaf, "hex")).digest("hex");
    await tamper(log.sql, "access_seal", `update access_seal set seq = 5, hash = '${hash}' where seq = 6`);
    expect(await verified()).toMatchObject({ isIntact: false, firstFault: { day: "2026-03-03", kind: "HEAD_CHANGED" } });
  });
});

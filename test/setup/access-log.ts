import postgres from "postgres";
import { advanceChain } from "../../src/store/access-chain/advance-chain.ts";
import { openOwnerSession } from "../../src/store/owner-session.ts";
import { stopClock } from "./clock.ts";
import { freshDatabase, type FreshDatabase } from "./database.ts";
import { demonstrationTemplate } from "./template.ts";

export interface PlantedEvents {
  /** How many. */
  readonly count?: number;
  /** When they were recorded; one after the other, a millisecond apart. */
  readonly at?: string;
  /** Persons about whom each of them gave something. */
  readonly entries?: number;
  /** Whether they are noted to be sealed, as every statement that writes an event does. */
  readonly noted?: boolean;
}

/** Looks into closed data, written as statements of readers write them: event, entries and note in one. Answers their ids, in the order of their times. */
export async function plantEvents(sql: postgres.Sql, { count = 1, at = new Date().toISOString(), entries = 1, noted = true }: PlantedEvents = {}): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    with event as (
      insert into access_event (recorded_at, request_id, client_id, audience, organization_id, purpose, case_no, operation_name, coordinates, refused_coordinates, grant_nos, outcome, record_count, subject_count, hidden, note, salt)
      select ${at}::text::timestamptz + n * interval '1 millisecond', 'request ' || n, 'client', 'PERSONNEL', gen_random_uuid(), 'PERSONNEL_REVIEW', null, '查"人"', '{Official.idNumber,Official.phone}', '{}', '{}', 'DELIVERED', ${entries}::int, ${entries}::int, false, e'行一\n行二', encode(gen_random_bytes(16), 'hex')
      from generate_series(0, ${count}::int - 1) n
      returning id, recorded_at
    ), entry as (
      insert into access_log_entry (recorded_at, access_event_id, subject_pseudonym, audience, organization_id, purpose, coordinates, hidden, official_id)
      select recorded_at, id, 'person ' || n, 'PERSONNEL', null, 'PERSONNEL_REVIEW', '{Official.idNumber}', false, gen_random_uuid() from event, generate_series(1, ${entries}::int) n
    ), note as (insert into access_pending (event_id) select id from event where ${noted})
    select id from event order by recorded_at, id`;
  return rows.map(({ id }) => id);
}

/** Lets the keeper's steps run until there is nothing left to do. */
export async function settle(ownerUrl: string): Promise<void> {
  const session = openOwnerSession(ownerUrl, "test");
  while (await advanceChain(session));
  await session.close();
}

/** Does what no trigger of the tables lets anybody do, as somebody could who owns them. */
export async function tamper(sql: postgres.Sql, table: string, change: string): Promise<void> {
  await sql.unsafe(`alter table ${table} disable trigger user`);
  const { count } = await sql.unsafe(change);
  await sql.unsafe(`alter table ${table} enable trigger user`);
  if (count === 0) throw new Error(`Nothing was tampered with: ${change}`);
}

/** A database with the demonstration data in whose log there is nothing yet. */
export async function databaseWithoutLog(): Promise<FreshDatabase> {
  const database = await freshDatabase(await demonstrationTemplate());
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  for (const table of ["access_event", "access_log_entry"]) await tamper(sql, table, `delete from ${table}`);
  await sql`delete from access_pending`;
  await sql.end();
  return database;
}

/** A database whose log has three days behind it, the second without events, and a fourth on which one event is sealed and one is pending. */
export async function databaseWithLog(): Promise<{ readonly url: string; readonly sql: postgres.Sql; readonly events: readonly string[]; close(): Promise<void> }> {
  const database = await databaseWithoutLog();
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  const first = await plantEvents(sql, { count: 3, at: "2026-03-01T10:00:00+08:00", entries: 2 });
  const third = await plantEvents(sql, { count: 2, at: "2026-03-02T16:00:00Z" }); // midnight in Asia/Shanghai
  const fourth = await plantEvents(sql, { at: "2026-03-04T09:00:00+08:00" });
  await stopClock(sql, "2026-03-04T12:00:00+08:00");
  await settle(database.url);
  const pending = await plantEvents(sql, { at: "2026-03-04T11:59:59+08:00" });
  return {
    url: database.url,
    sql,
    events: [...first, ...third, ...fourth, ...pending],
    async close() {
      await sql.end();
      await database.drop();
    },
  };
}

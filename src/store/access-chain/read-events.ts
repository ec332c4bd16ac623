import { snakeCase } from "../../catalog/snake-case.ts";
import { arrayOf, type Ask } from "../owner-session.ts";
import { LeafDigest } from "./chain.ts";
import { entryKeys, entryPiece, eventBeginning, eventEnd, eventKeys, type EntryValues, type EventValues } from "./canonical-event.ts";

/** An event as it is in the table, with what does not go into its canonical form. */
interface StoredEvent {
  readonly id: string;
  readonly salt: string;
  /** The day in Asia/Shanghai in which it was recorded. */
  readonly day: string;
  readonly values: EventValues;
}

interface StoredEntry {
  readonly eventId: string;
  readonly values: EntryValues;
}

/** Takes the canonical form of an event piece by piece, and answers what it has made of it. */
interface Taker<Result> {
  add(piece: string): void;
  end(): Result;
}

/** An event that was read, with what was made of its canonical form. */
export interface ReadEvent<Result> {
  readonly salt: string;
  readonly day: string;
  readonly form: Result;
}

/** Entries that are fetched at a time. */
const entriesAtOnce = 1_000;

/** A moment as the canonical form has it; PostgreSQL formats none that is infinite. */
const momentSql = (column: string): string => `coalesce(to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ${column}::text)`;

/** Columns as one JSON object: the driver would take as long for each value as for all of them. */
const valuesSql = (alias: string, keys: readonly string[]): string =>
  `(select row_to_json(v) from (select ${keys.map((key) => `${key === "recordedAt" ? momentSql(`${alias}."recorded_at"`) : `${alias}."${snakeCase(key)}"`} as "${key}"`).join(", ")}) v) as "values"`;

const eventsSql = `select e."id", e."salt", (e."recorded_at" at time zone 'Asia/Shanghai')::date::text as "day", ${valuesSql("e", eventKeys)} from public.access_event e where e."id" = any($1::uuid[])`;

const place = ["access_event_id", "official_id", "id"].map((column) => `l."${column}"`).join(", ");

/** The entries after a place in their order; the events before it need not be looked at again. */
const entriesSql = `select l."access_event_id" as "eventId", ${valuesSql("l", entryKeys)} from public.access_log_entry l where l."access_event_id" = any($1::uuid[]) and l."access_event_id" >= $2::uuid and (${place}) > ($2::uuid, $3::uuid, $4::uuid) order by ${place} limit ${entriesAtOnce}`;

/** Before every id. */
const nil = "00000000-0000-0000-0000-000000000000";

/** The entries of events, by event and civil servant, some at a time: an event may be about any number of persons. */
async function* readEntries(ask: Ask, ids: readonly string[]): AsyncGenerator<StoredEntry> {
  let after = [nil, nil, nil];
  for (;;) {
    const entries = await ask<StoredEntry>(entriesSql, [arrayOf(ids), ...after]);
    yield* entries;
    const last = entries.at(-1);
    if (!last || entries.length < entriesAtOnce) return;
    after = [last.eventId, String(last.values.officialId), String(last.values.id)];
  }
}

/** Reads events by their ids, each with its entries; of an id without an event there is none in the answer. Entries pass by and are not kept. */
async function readEvents<Result>(ask: Ask, ids: readonly string[], takerOf: (salt: string) => Taker<Result>): Promise<ReadonlyMap<string, ReadEvent<Result>>> {
  const events = await ask<StoredEvent>(eventsSql, [arrayOf(ids)]);
  const takers = new Map<string, Taker<Result>>();
  for (const event of events) {
    const taker = takerOf(event.salt);
    taker.add(eventBeginning(event.values));
    takers.set(event.id, taker);
  }
  let last: string | null = null;
  for await (const { eventId, values } of readEntries(ask, ids)) {
    takers.get(eventId)?.add(entryPiece(values, eventId !== last));
    last = eventId;
  }
  return new Map(
    events.map(({ id, salt, day }) => {
      const taker = takers.get(id)!;
      taker.add(eventEnd);
      return [id, { salt, day, form: taker.end() }];
    }),
  );
}

/** The leaves of events, computed from their rows as they are. */
export const readLeaves = (ask: Ask, ids: readonly string[]): Promise<ReadonlyMap<string, ReadEvent<string>>> => readEvents(ask, ids, (salt) => new LeafDigest(salt));

/** The canonical forms of events. */
export const readCanonicalForms = (ask: Ask, ids: readonly string[]): Promise<ReadonlyMap<string, ReadEvent<string>>> =>
  readEvents(ask, ids, () => {
    const pieces: string[] = [];
    return { add: (piece) => void pieces.push(piece), end: () => pieces.join("") };
  });

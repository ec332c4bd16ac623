import { randomBytes } from "node:crypto";
import { arrayOf, type Ask, type OwnerSession } from "../owner-session.ts";
import { chainStart, type ChainPlace } from "./chain-walk.ts";
import { commitmentOf, linked } from "./chain.ts";
import { readLeaves } from "./read-events.ts";

/**
 * The chain goes on day by day, and a head is what it came to at the end of one: while the head of a day that is over is not written, events of
 * the next wait. It is written once whatever began on that day has ended and nothing of it is pending, so that an event can be late only if
 * somebody has given it a day that it was not recorded on. When it is written, and that there is one for each day, does not depend on the events.
 */

/** Any number that nothing else of the hub locks; of several processes one at a time adds to the chain, so that it never forks. */
const chainLock = 4_180_203;

/** Events that are sealed in one transaction. */
const batch = 2_000;

/** Events that are read at a time: between two times the process does other work. */
const slice = 250;

/** How long after a day its head is written at the earliest: longer than any statement that reads is let run. */
const grace = "1 minute";

/** Days of earlier events for which heads are written when the chain begins. */
const earlierDays = 400;

/** Whether there is anything to do; one look at two small tables. */
export async function isChainBehind(ask: Ask): Promise<boolean> {
  const [found] = await ask<{ behind: boolean }>("select exists (select 1 from access_pending) or coalesce((select max(day) + 1 from access_log_head) < hub_today(), true) as behind");
  return found!.behind;
}

/**
 * One step: seals a batch of events, or writes the head of one day. All of it or nothing, however it is interrupted.
 *
 * @returns whether there may be more to do at once
 */
export const advanceChain = (session: OwnerSession): Promise<boolean> =>
  session.transaction("isolation level read committed", async (ask) => {
    await ask(`select pg_advisory_xact_lock(${chainLock})`);
    const open = await openDay(ask);
    if (!open) {
      await beginChain(ask);
      return true;
    }
    const pending = await pendingEvents(ask, open.isPast ? open.ends : null);
    if (pending.length > 0) {
      await seal(ask, pending.filter(({ isSealed }) => !isSealed).map(({ id }) => id));
      await ask("delete from access_pending where event_id = any($1::uuid[])", [arrayOf(pending.map(({ id }) => id))]);
      return true;
    }
    if (!open.isOver) return false;
    await writeHead(ask, open.day, await endOf(ask));
    return true;
  });

/** The first day without a head. */
interface OpenDay {
  readonly day: string;
  /** The moment at which it ends. */
  readonly ends: string;
  readonly isPast: boolean;
  /** Whether nothing that began on it can still add an event. */
  readonly isOver: boolean;
}

/**
 * The first day without a head; null before there is any head. Looked at before the pending events are: what has ended by then, they show.
 * A transaction that has added an event holds its lock on the table until others see the event.
 */
async function openDay(ask: Ask): Promise<OpenDay | null> {
  const [open] = await ask<OpenDay>(`
    with last as (select max(day) + 1 as day from access_log_head),
      open as (select day, (day + 1)::timestamp at time zone 'Asia/Shanghai' as ends from last where day is not null)
    select day::text, ends::text, ends <= hub_now() as "isPast",
      ends + interval '${grace}' <= hub_now() and not exists (
        select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.database = (select oid from pg_database where datname = current_database()) and l.relation = 'public.access_event'::regclass
          and l.mode = 'RowExclusiveLock' and a.xact_start < ends) as "isOver"
    from open`);
  return open ?? null;
}

/** The head of the day before the first: it says that nothing was in the log before. */
async function beginChain(ask: Ask): Promise<void> {
  const [first] = await ask<{ day: string }>(
    `select (least(hub_today(), greatest(hub_today() - ${earlierDays}, coalesce((select (min(recorded_at) at time zone 'Asia/Shanghai')::date from access_event), hub_today()))) - 1)::text as day`,
  );
  await writeHead(ask, first!.day, await endOf(ask));
}

/**
 * Some of the pending events, of those before a moment where one is given, in the order in which they are sealed. They are looked up one by
 * one: by its statistics, which are never of the moment, PostgreSQL would now and then look through all events that there are for the few that
 * are pending.
 */
const pendingEvents = (ask: Ask, before: string | null): Promise<{ readonly id: string; readonly isSealed: boolean }[]> =>
  ask(
    `select id, "isSealed" from (
      select p.event_id as id, e.recorded_at, s.seq is not null as "isSealed"
      from access_pending p
        cross join lateral (select recorded_at from access_event where id = p.event_id offset 0) e
        left join lateral (select seq from access_seal where event_id = p.event_id offset 0) s on true
      where $1::text is null or e.recorded_at < $1::text::timestamptz
      limit ${batch}) noted
    order by recorded_at, id`,
    [before],
  );

async function endOf(ask: Ask): Promise<ChainPlace> {
  const [last] = await ask<{ seq: string; hash: string }>("select seq, hash from access_seal order by seq desc limit 1");
  return last ? { seq: Number(last.seq), hash: last.hash } : chainStart;
}

async function writeHead(ask: Ask, day: string, { seq, hash: chainHash }: ChainPlace): Promise<void> {
  const salt = randomBytes(32).toString("hex");
  await ask("insert into access_log_head (day, commitment, published_at, salt, chain_hash, chain_length) values ($1::text::date, $2, hub_now(), $3, $4, $5)", [
    day,
    commitmentOf({ salt, day, chainHash }),
    salt,
    chainHash,
    seq,
  ]);
}

async function seal(ask: Ask, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return; // all of them had been sealed before: somebody has noted them once more
  const end = await endOf(ask);
  const leaves: string[] = [];
  for (let first = 0; first < ids.length; first += slice) {
    const some = ids.slice(first, first + slice);
    const read = await readLeaves(ask, some);
    leaves.push(...some.map((id) => read.get(id)!.form));
  }
  let { hash } = end;
  const hashes = leaves.map((leaf) => (hash = linked(hash, leaf)));
  await ask(
    "insert into access_seal (seq, event_id, leaf, hash) select $1::bigint + place, id, leaf, hash from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality as t(id, leaf, hash, place)",
    [end.seq, arrayOf(ids), arrayOf(leaves), arrayOf(hashes)],
  );
}

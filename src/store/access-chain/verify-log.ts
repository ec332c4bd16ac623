import { HubError } from "../../errors.ts";
import { codeOf } from "../has-code.ts";
import { isOutage } from "../is-outage.ts";
import { openOwnerSession, type Ask, type OwnerSession } from "../owner-session.ts";
import { ChainWalk, type Head } from "./chain-walk.ts";
import type { LogFaultKind } from "./log-fault-kind.ts";
import { chainRange, readChain, type ChainRange } from "./read-chain.ts";
import { readLeaves } from "./read-events.ts";

/** What a verification of the access log has come to. */
export interface LogVerification {
  readonly from: string;
  readonly to: string;
  /** Events that bear a day of the range; how many of them are in the chain, and how many are noted to be put into it. */
  readonly events: number;
  readonly sealed: number;
  readonly pending: number;
  readonly headsChecked: number;
  readonly faultCount: number;
  /** The fault of the earliest day. */
  readonly firstFault: LogFault | null;
}

export interface LogFault {
  readonly day: string;
  readonly kind: LogFaultKind;
  readonly eventId: string | null;
}

/** Verifies the access log in the database; one verification at a time. */
export interface LogVerifier {
  /**
   * Computes everything again from the rows of a range of days, the last included.
   *
   * @throws HubError BAD_USER_INPUT for a range that is none or too long, CONFLICT while another verification is under way
   */
  verify(from: string, to: string): Promise<LogVerification>;
  close(): Promise<void>;
}

/** Days that a verification spans at most. */
export const mostDays = 400;

/** Milliseconds. */
const day = 86_400_000;

/** The first day of which the database knows. */
const firstDay = "0001-01-01";

/** How long after a day its head has to be there. */
const patience = "1 hour";

/** @param ownerUrl address of the database as its owner: nobody else reads the events whole */
export function openLogVerifier(ownerUrl: string): LogVerifier {
  let busy: OwnerSession | null = null;
  return {
    async verify(from, to) {
      assertRange(from, to);
      if (busy) throw new HubError("CONFLICT", { "reason.en": "Query.verifyLog: another verification is under way; ask again when it has ended.", "reason.zh": "Query.verifyLog：另一项日志核验正在进行，请在其结束后再试。" });
      const session = (busy = openOwnerSession(ownerUrl, "hub-verify-log"));
      try {
        // One snapshot: what is sealed meanwhile is as it was at the beginning.
        return await session.transaction("isolation level repeatable read read only", (ask) => verifyRange(ask, from, to));
      } catch (error) {
        throw isOutage(codeOf(error)) ? new HubError("UNAVAILABLE", {}, { originalError: error as Error }) : error;
      } finally {
        await session.close();
        busy = null;
      }
    },
    close: async () => void (await busy?.close()),
  };
}

function assertRange(from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / day + 1;
  if (days >= 1 && days <= mostDays && from >= firstDay) return;
  throw new HubError("BAD_USER_INPUT", {
    "reason.en": days > mostDays ? `Query.verifyLog: a verification spans at most ${mostDays} days; ask in pieces.` : "Query.verifyLog: the range ends before it begins, or begins before the year 1.",
    "reason.zh": days > mostDays ? `Query.verifyLog：一次核验最多 ${mostDays} 天，请分段核验。` : "Query.verifyLog：截止日期早于起始日期，或起始日期早于公元 1 年。",
  });
}

/** The faults of a range: how many, and the one of the earliest day; of one day the first that was found. */
class Faults {
  readonly #range: Pick<ChainRange, "from" | "to">;
  count = 0;
  first: LogFault | null = null;

  constructor(range: Pick<ChainRange, "from" | "to">) {
    this.#range = range;
  }

  add(fault: LogFault, count = 1): void {
    if (fault.day < this.#range.from || fault.day > this.#range.to) return;
    this.count += count;
    if (this.first === null || fault.day < this.first.day) this.first = fault;
  }
}

async function verifyRange(ask: Ask, from: string, to: string): Promise<LogVerification> {
  const range = await chainRange(ask, from, to);
  const faults = new Faults(range);
  const today = await todayOf(ask);
  const headsChecked = await walkChain(ask, range, today, faults);
  await missHeads(ask, range, faults);
  const counts = await countEvents(ask, range, faults);
  if (to >= today) await missNotedEvents(ask, today, faults);
  return { from, to, ...counts, headsChecked, faultCount: faults.count, firstFault: faults.first };
}

async function todayOf(ask: Ask): Promise<string> {
  const [found] = await ask<{ today: string }>("select hub_today()::text as today");
  return found!.today;
}

/** Follows the chain over the range, and answers how many heads it has met. */
async function walkChain(ask: Ask, range: ChainRange, today: string, faults: Faults): Promise<number> {
  const walk = new ChainWalk(range.start);
  let heads = 0;
  for await (const part of readChain(ask, range)) {
    if ("head" in part) {
      heads += 1;
      for (const kind of walk.head(part.head)) faults.add({ day: part.head.day, kind, eventId: null });
      continue;
    }
    const events = await readLeaves(ask, part.seals.map(({ eventId }) => eventId));
    for (const seal of part.seals) {
      const event = events.get(seal.eventId);
      for (const kind of walk.link(seal, event?.form ?? null)) faults.add({ day: dayWithin(part, event?.day ?? null, today), kind, eventId: seal.eventId });
    }
  }
  return heads;
}

/** The day of a link: that of its event, as far as it fits between the heads around it. */
function dayWithin({ before, until }: { readonly before: Head | null; readonly until: Head | null }, own: string | null, today: string): string {
  const isWithin = own !== null && (before === null || own > before.day) && (until === null || own <= until.day);
  return isWithin ? own : (until?.day ?? today);
}

/** Each day after the first that has a head has one, up to the last that has had the time for it. */
async function missHeads(ask: Ask, { from, to }: ChainRange, faults: Faults): Promise<void> {
  const missing = await ask<{ day: string }>(
    `select d::date::text as day
    from (select min(day) as first, max(day) as last from access_log_head) h
    cross join generate_series(greatest($1::text::date, h.first), least($2::text::date, greatest(h.last, ((hub_now() - interval '${patience}') at time zone 'Asia/Shanghai')::date - 1)), interval '1 day') as d
    where not exists (select 1 from access_log_head l where l.day = d::date) order by d`,
    [from, to],
  );
  for (const { day: without } of missing) faults.add({ day: without, kind: "HEAD_MISSING", eventId: null });
}

const eventFaults = ["EVENT_UNSEALED", "EVENT_LATE"] as const satisfies readonly LogFaultKind[];

/** Counts the events that bear a day of the range, and finds those that the chain leaves out or has too late. */
async function countEvents(ask: Ask, { from, to }: ChainRange, faults: Faults): Promise<Pick<LogVerification, "events" | "sealed" | "pending">> {
  const looked = `
    select e.id, e.recorded_at, (e.recorded_at at time zone 'Asia/Shanghai')::date::text as day, s.seq is not null as sealed, s.seq is null and p.event_id is not null as pending,
      case when s.seq is null and p.event_id is null then 'EVENT_UNSEALED' when h.day is not null and (s.seq is null or s.seq > h.chain_length) then 'EVENT_LATE' end as fault
    from access_event e
      left join access_seal s on s.event_id = e.id
      left join access_pending p on p.event_id = e.id
      left join access_log_head h on h.day = (e.recorded_at at time zone 'Asia/Shanghai')::date
    where e.recorded_at >= $1::text::date::timestamp at time zone 'Asia/Shanghai' and e.recorded_at < ($2::text::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
  const counted = eventFaults.map((kind) => `count(*) filter (where fault = '${kind}') as "${kind}"`).join(", ");
  const [row] = await ask<Readonly<Record<string, string>>>(
    `select count(*) as events, count(*) filter (where sealed) as sealed, count(*) filter (where pending) as pending, ${counted} from (${looked}) l`,
    [from, to],
  );
  for (const kind of eventFaults) {
    const count = Number(row![kind]);
    if (count === 0) continue;
    const [first] = await ask<{ readonly id: string; readonly day: string }>(`select id, day from (${looked}) l where fault = '${kind}' order by recorded_at, id limit 1`, [from, to]);
    faults.add({ day: first!.day, kind, eventId: first!.id }, count);
  }
  return { events: Number(row!["events"]), sealed: Number(row!["sealed"]), pending: Number(row!["pending"]) };
}

/** Events that are noted to be sealed and are gone: of which day they were, nobody knows any more. */
async function missNotedEvents(ask: Ask, today: string, faults: Faults): Promise<void> {
  const [gone] = await ask<{ id: string; count: string }>(
    "select p.event_id as id, count(*) over () as count from access_pending p where not exists (select 1 from access_event e where e.id = p.event_id) order by p.event_id limit 1",
  );
  if (gone) faults.add({ day: today, kind: "EVENT_MISSING", eventId: gone.id }, Number(gone.count));
}

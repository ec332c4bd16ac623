import type { Ask } from "../owner-session.ts";
import { chainStart, type ChainPlace, type Head, type Seal } from "./chain-walk.ts";

/** Links that are read at a time: between two batches the process does other work. */
const linksAtOnce = 250;

/** A link of the chain with the event that it seals. */
export interface SealOfEvent extends Seal {
  readonly eventId: string;
}

/** What a range of days holds: the heads of its days, after the one with which the day before it ended, and where in the chain that was. */
export interface ChainRange {
  readonly from: string;
  readonly to: string;
  readonly start: ChainPlace;
  /** The last head before the range; null where the chain begins within it. */
  readonly anchor: Head | null;
  /** By day. Where the last day has none, the next one that there is. */
  readonly heads: readonly Head[];
}

/** A stretch of the chain: some links, or the head behind them. */
export type ChainPart = { readonly seals: readonly SealOfEvent[]; readonly before: Head | null; readonly until: Head | null } | { readonly head: Head };

const headColumns = 'day::text as day, salt, commitment, chain_hash as "chainHash", chain_length::float8 as "chainLength"';

/** Finds where in the chain a range of days is. */
export async function chainRange(ask: Ask, from: string, to: string): Promise<ChainRange> {
  const heads = await ask<Head>(
    `select ${headColumns} from access_log_head
     where day >= (select coalesce(max(day), '-infinity') from access_log_head where day < $1::text::date) and day <= (select coalesce(min(day), 'infinity') from access_log_head where day >= $2::text::date)
     order by day`,
    [from, to],
  );
  const anchor = heads[0] && heads[0].day < from ? heads[0] : null;
  return { from, to, anchor, start: anchor ? { seq: anchor.chainLength, hash: anchor.chainHash } : chainStart, heads: anchor ? heads.slice(1) : heads };
}

/** Reads a range of the chain in its order: the links of each day, a batch at a time, then its head. */
export async function* readChain(ask: Ask, { start, anchor, heads, to }: ChainRange): AsyncGenerator<ChainPart> {
  let { seq } = start;
  let before = anchor;
  for (const until of [...heads, null]) {
    if (until === null && heads.length > 0 && heads.at(-1)!.day >= to) return;
    for (;;) {
      const seals = await sealsAfter(ask, seq, until?.chainLength ?? null);
      if (seals.length === 0) break;
      yield { seals, before, until };
      seq = seals.at(-1)!.seq;
    }
    if (until) yield { head: (before = until) };
  }
}

async function sealsAfter(ask: Ask, seq: number, last: number | null): Promise<SealOfEvent[]> {
  const seals = await ask<Omit<SealOfEvent, "seq"> & { readonly seq: string }>(
    `select seq, event_id as "eventId", leaf, hash from access_seal where seq > $1 and ($2::bigint is null or seq <= $2::bigint) order by seq limit ${linksAtOnce}`,
    [seq, last],
  );
  return seals.map((seal) => ({ ...seal, seq: Number(seal.seq) }));
}

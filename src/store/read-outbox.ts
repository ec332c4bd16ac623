import type { Ask } from "./owner-session.ts";

/** The place of an event in the outbox; whoever follows it keeps that of the last event which it is done with. */
export interface OutboxPlace {
  /** Number of the transaction that wrote the event: 64 bits in decimal digits. */
  readonly transaction: string;
  readonly position: number;
}

/** A transition of a row through its workflow. */
export interface OutboxEvent extends OutboxPlace {
  readonly id: string;
  readonly type: string;
  readonly rowId: string;
  readonly event: string;
  /** Null where the event made the row. */
  readonly fromState: string | null;
  readonly toState: string;
  /** Of the row after the event: the order of events of one row. */
  readonly version: number;
  readonly client: string | null;
  readonly organizationId: string | null;
  readonly reason: string | null;
  readonly at: Date;
}

/** Before the first event. */
export const outboxStart: OutboxPlace = Object.freeze({ transaction: "0", position: 0 });

const statement = `
  select "id", "type", "row_id" as "rowId", "event", "from_state" as "fromState", "to_state" as "toState", "version", "client", "organization_id" as "organizationId", "reason", "at",
    "transaction"::text as "transaction", "position"::float8 as "position"
  from "workflow_event"
  where ("transaction", "position") > ($1::xid8, $2::bigint) and "transaction" < pg_snapshot_xmin(pg_current_snapshot())
  order by workflow_event."transaction", workflow_event."position"
  limit $3`;

/**
 * Reads the events after a place, in order. A transaction that commits late would be skipped by whoever went by its events' numbers alone:
 * hence only what was written by transactions older than every one that is still under way is read, and among those in the order in which
 * they began to write. What is read is final: no later reading finds an event before a place that was given.
 *
 * Events so wait for the longest transaction that writes anywhere on the database server. A database that was restored from a dump numbers
 * its transactions anew: there the number of the events that it brought is set to 0, and who follows them begins again.
 *
 * @param ask as the owner, or as the hub's own role
 * @param limit events at most; fewer are all that there are by now
 */
export const readOutbox = (ask: Ask, after: OutboxPlace, limit: number): Promise<readonly OutboxEvent[]> => ask<OutboxEvent>(statement, [after.transaction, after.position, limit]);

import { openOwnerSession } from "./owner-session.ts";

/** What the database knows of the work that the hub does beside answering. */
export interface Operations {
  /** Events of the access log that are not sealed yet, and the age in seconds of the oldest. */
  readonly unsealed: number;
  readonly oldestUnsealed: number;
  readonly deliveriesWaiting: number;
  readonly deliveriesUnderWay: number;
  /** Rows of deliveries that wait for what they refer to. */
  readonly rowsWaiting: number;
  /** Notes of changed rows that the search has not looked at yet. */
  readonly searchPending: number;
}

/** Milliseconds that the statement may take. */
const patience = 2_000;

const statement = `
  select (select count(*) from access_pending)::float8 as "unsealed",
    coalesce((select extract(epoch from clock_timestamp() - min(e.recorded_at)) from access_pending p join access_event e on e.id = p.event_id), 0)::float8 as "oldestUnsealed",
    (select count(*) from delivery where state = 'RECEIVED')::float8 as "deliveriesWaiting",
    (select count(*) from delivery where state = 'PROCESSING')::float8 as "deliveriesUnderWay",
    (select count(*) from delivery_waiting)::float8 as "rowsWaiting",
    (select count(*) from search_pending)::float8 as "searchPending"`;

/**
 * Asks the database, on a connection of its own: metrics are wanted most when the others are taken.
 *
 * @returns null where it does not answer in time
 */
export async function readOperations(ownerUrl: string): Promise<Operations | null> {
  const session = openOwnerSession(ownerUrl, "hub-metrics");
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, patience, null)));
  try {
    return await Promise.race([session.ask<Operations>(statement).then(([row]) => row ?? null, () => null), late]);
  } finally {
    clearTimeout(timer);
    await session.close();
  }
}

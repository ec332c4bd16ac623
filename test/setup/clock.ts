import postgres from "postgres";
import { dataChannel } from "../../src/store/data-locks.ts";

/**
 * When the example questions are asked: what is on display or overdue changes with the day, and the committed answers must not. Only tests and
 * the command that writes the answers set a database's clock; a hub that starts on such a database sets it right again.
 */
export const askedAt = "2026-11-25T12:00:00+08:00";

/** Stops the clock by which a database decides, from the next statement on; who keeps answers is told, as no table shows it. */
export const stopClock = (sql: postgres.Sql, at: string): Promise<unknown> =>
  sql.unsafe(`create or replace function public.hub_now() returns timestamptz language sql stable parallel safe as 'select timestamptz ''${at}'''; select pg_notify('${dataChannel}', '')`);

/** Stops the clock of a database for good. */
export async function stopClockOf(ownerUrl: string, at: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await stopClock(sql, at);
  } finally {
    await sql.end();
  }
}

import type postgres from "postgres";

/** Where a delivery of bids can be kept: by what, and the statement that it is then at, as a pattern. */
export const points = {
  read: ["select 1", "copy staged%"],
  checked: ["lock table tender in access exclusive mode", "create temporary table resolved%"],
  merged: ["lock table bid in share mode", "insert into public%"],
} as const satisfies Readonly<Record<string, readonly [hold: string, statement: string]>>;

/** How many deliveries are at a statement. */
export const deliveriesAt = async (sql: postgres.Sql, statement: string): Promise<number> =>
  (await sql`select from pg_stat_activity where datname = current_database() and application_name = 'hub-delivery' and state = 'active' and query like ${statement}`).length;

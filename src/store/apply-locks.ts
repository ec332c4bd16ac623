import type postgres from "postgres";
import { StartError } from "../start-error.ts";
import { hasCode } from "./has-code.ts";
import { digestOfLocks, lockState } from "./lock-state.ts";

/** How often the script is begun where it and statements under way wait for each other, and the database ends it. */
const tries = 5;

/**
 * Applies the third lock where it is not in force: the script is another one, or the database is not as the script left it. A grant by
 * hand, a copy that was restored without its privileges and a role that was made anew all leave the script's digest as it was.
 *
 * @param sql a connection of the owner with the search path `public`
 * @throws StartError where pgcrypto is missing or out of reach
 */
export async function applyLocks(sql: postgres.Sql, script: string): Promise<void> {
  const digest = digestOfLocks(script);
  await sql`create table if not exists drizzle.locks (digest text primary key, applied_at timestamptz not null default now())`;
  const [inForce] = await sql<{ digest: string }[]>`select digest from drizzle.locks order by applied_at desc limit 1`;
  if (inForce?.digest === `${digest} ${await stateOf(sql)}`) return;
  await assertCrypto(sql);
  for (let attempt = 1; ; attempt++) {
    try {
      await sql.begin(async (transaction) => {
        await transaction.unsafe(script);
        await transaction`delete from drizzle.locks`;
        await transaction`insert into drizzle.locks (digest) values (${`${digest} ${await stateOf(transaction)}`})`;
      });
      return;
    } catch (error) {
      // The script takes table after table from hubs that run meanwhile, whose statements take theirs in other orders.
      if (attempt >= tries || !hasCode(error, "40P01")) throw error;
    }
  }
}

/** The extension must be where the statements look for it. */
async function assertCrypto(sql: postgres.Sql): Promise<void> {
  const [found] = await sql<{ schema: string }[]>`select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pgcrypto'`;
  if (found?.schema === "public") return;
  if (found) throw new StartError(`The extension pgcrypto is in the schema ${found.schema} of the database: move it with ALTER EXTENSION pgcrypto SET SCHEMA public.`);
  const [available] = await sql`select 1 from pg_available_extensions where name = 'pgcrypto'`;
  if (!available) throw new StartError("The database server lacks the extension pgcrypto: install PostgreSQL's contrib modules on it.");
}

async function stateOf(sql: postgres.Sql | postgres.TransactionSql): Promise<string> {
  const [row] = await sql.unsafe<[{ state: string }]>(lockState);
  return row.state;
}

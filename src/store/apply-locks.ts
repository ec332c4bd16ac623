import { createHash } from "node:crypto";
import type postgres from "postgres";
import { StartError } from "../start-error.ts";
import { literal } from "../policy/rule-sql.ts";
import { roles } from "./roles.ts";

/**
 * Applies the third lock where it is not in force: the script is another one, or the database is not as the script left it. A grant by
 * hand, a copy that was restored without its privileges and a role that was made anew all leave the script's digest as it was.
 *
 * @param sql a connection of the owner with the search path `public`
 * @throws StartError where pgcrypto is missing or out of reach
 */
export async function applyLocks(sql: postgres.Sql, script: string): Promise<void> {
  const digest = createHash("sha256").update(script).digest("hex");
  await sql`create table if not exists drizzle.locks (digest text primary key, applied_at timestamptz not null default now())`;
  const [inForce] = await sql<{ digest: string }[]>`select digest from drizzle.locks order by applied_at desc limit 1`;
  if (inForce?.digest === `${digest} ${await stateOf(sql)}`) return;
  await assertCrypto(sql);
  await sql.begin(async (transaction) => {
    await transaction.unsafe(script);
    await transaction`delete from drizzle.locks`;
    await transaction`insert into drizzle.locks (digest) values (${`${digest} ${await stateOf(transaction)}`})`;
  });
}

/** The extension must be where the statements look for it. */
async function assertCrypto(sql: postgres.Sql): Promise<void> {
  const [found] = await sql<{ schema: string }[]>`select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pgcrypto'`;
  if (found?.schema === "public") return;
  if (found) throw new StartError(`The extension pgcrypto is in the schema ${found.schema} of the database: move it with ALTER EXTENSION pgcrypto SET SCHEMA public.`);
  const [available] = await sql`select 1 from pg_available_extensions where name = 'pgcrypto'`;
  if (!available) throw new StartError("The database server lacks the extension pgcrypto: install PostgreSQL's contrib modules on it.");
}

/** Digest of everything that the script decides, read from the database by names, as numbers change with a restore. */
async function stateOf(sql: postgres.Sql | postgres.TransactionSql): Promise<string> {
  const [row] = await sql.unsafe<[{ state: string }]>(readState);
  return row.state;
}

const inPublic = "= 'public'::regnamespace";

const readState = `
  select md5(string_agg(line, e'\\n' order by line collate "C")) as state from (
    select concat_ws(' ', 'database', datacl) from pg_database where datname = current_database()
    union all select concat_ws(' ', 'schema', nspowner::regrole, nspacl) from pg_namespace where nspname in ('public', 'drizzle')
    union all select concat_ws(' ', 'default', defaclrole::regrole, defaclnamespace, defaclobjtype, defaclacl) from pg_default_acl
    union all select concat_ws(' ', relkind, relname, relowner::regrole, relrowsecurity, relforcerowsecurity, relacl) from pg_class where relnamespace ${inPublic} and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    union all select concat_ws(' ', 'column', c.relname, attname, attacl) from pg_attribute a join pg_class c on c.oid = attrelid where c.relnamespace ${inPublic} and attacl is not null
    union all select concat_ws(' ', 'policy', c.relname, polname, polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy p join pg_class c on c.oid = polrelid where c.relnamespace ${inPublic}
    union all select concat_ws(' ', 'trigger', c.relname, tgname, tgenabled, pg_get_triggerdef(t.oid)) from pg_trigger t join pg_class c on c.oid = tgrelid where c.relnamespace ${inPublic} and not tgisinternal
    union all select concat_ws(' ', 'function', oid::regprocedure, proowner::regrole, prosecdef, proconfig, proacl, prosrc) from pg_proc where pronamespace ${inPublic}
    union all select concat_ws(' ', 'member', member::regrole, roleid::regrole) from pg_auth_members where member::regrole::text in (${roles.map(literal).join(", ")})
  ) of(line)`;

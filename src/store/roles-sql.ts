import { audiences } from "../catalog/audience.ts";
import { identifier, literal } from "../policy/rule-sql.ts";
import { roleOf, roles, serviceRole, verifierOf } from "./roles.ts";
import { silentLogSettings } from "./silent-log-settings.ts";
import { sessionSettings } from "./session-settings.ts";
import { statementTimeout } from "./statement-timeout.ts";

export interface RolesSqlOptions {
  /** The hub's own login, which owns its database and has no right beyond it. */
  readonly login: string;
  readonly database: string;
  /** Passwords of the roles, where they are to log in themselves, as behind a pooler; null where the hub's login takes them on. */
  readonly passwordOf: ((role: string) => string) | null;
}

/**
 * What a database administrator runs once, so that the hub needs neither SUPERUSER nor CREATEROLE: a script for psql that can be run again. It
 * makes what is missing and changes nothing else; what the hub gives to the roles it gives itself, at its start.
 */
export function rolesSql({ login, database, passwordOf }: RolesSqlOptions): string {
  return `-- Made by: npm run -s roles${passwordOf ? " -- --logins" : ""}. For psql, connected to any database of the server as a role with CREATEROLE and CREATEDB,
-- or as a superuser: psql -X -v ON_ERROR_STOP=1 -f roles.sql. It can be run again.

-- 1. The hub's own login, which will own the hub's database. Give it its password afterwards: \\password ${login}
${create(login, "login")}
-- 2. A role for each audience and one for the hub itself. None has a right of its own here: the hub grants them what the declarations say.
${roles.map((role) => create(role, "nologin noinherit")).join("\n")}
-- 3. The hub takes them on: that is all of its power over them.
do $$
declare
  granted text;
begin
  foreach granted in array array[${roles.map(literal).join(", ")}] loop
    if current_setting('server_version_num')::int >= 160000 then
      execute format('grant %I to %I with inherit false, set true', granted, ${literal(login)});
    else
      execute format('grant %I to %I', granted, ${literal(login)});
    end if;
  end loop;
end $$;

-- 4. Its database. Who is no superuser makes it for another by being a member of that other for the while.
select rolsuper or pg_has_role(rolname, ${literal(login)}, 'member') as is_member from pg_roles where rolname = current_user \\gset
\\if :is_member
\\else
grant ${identifier(login)} to current_user;
\\endif
select format('create database %I owner %I encoding ''UTF8'' template template0', ${literal(database)}, ${literal(login)}) where not exists (select from pg_database where datname = ${literal(database)}) \\gexec
${passwordOf ? loginsSql(database, passwordOf) : ""}
-- 5. In the database: pgcrypto, which PostgreSQL's contrib modules bring. It is a trusted extension, so its owner would make it as well.
\\connect ${identifier(database)}
set role ${identifier(login)};
create extension if not exists pgcrypto with schema public;
reset role;
\\if :is_member
\\else
revoke ${identifier(login)} from current_user;
\\endif

-- 6. Only a superuser can do this, and the hub runs without it: what PUBLIC may do without any table is taken, so that an audience's role has nothing
-- but what the hub gives it. The hub's login keeps it, and may pass on the functions of pgcrypto. And the server's log is told to hold no values of
-- this database: its messages below LOG do, and so do statements, parameters and details.
do $$
declare
  writer regprocedure;
  setting text[];
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    foreach setting slice 1 in array array[${Object.entries(silentLogSettings).map(([name, value]) => `[${literal(name)}, ${literal(value)}]`).join(", ")}] loop
      execute format('alter database %I set %I = %L', current_database(), setting[1], setting[2]);
    end loop;
    for writer in
      select p.oid from pg_proc p where pronamespace = 'pg_catalog'::regnamespace
        and (proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'pg_logical_emit_message') or proname ~ '^pg_(try_)?advisory_(xact_)?lock')
      union all
      select p.oid from pg_proc p join pg_depend d on d.objid = p.oid and d.deptype = 'e' join pg_extension e on e.oid = d.refobjid where e.extname = 'pgcrypto'
    loop
      execute format('revoke execute on function %s from public', writer);
      execute format('grant execute on function %s to %I with grant option', writer, ${literal(login)});
    end loop;
  end if;
end $$;
`;
}

const create = (role: string, how: string): string =>
  `select 'create role ${identifier(role).replaceAll("'", "''")} ${how} nosuperuser nocreatedb nocreaterole nobypassrls' where not exists (select from pg_roles where rolname = ${literal(role)}) \\gexec`;

/** Behind a pooler a connection is nobody's in particular: so each role logs in itself, and what a session needs belongs to the role. */
function loginsSql(database: string, passwordOf: (role: string) => string): string {
  const settings = [
    ...audiences.map((audience) => [roleOf(audience), sessionSettings({ readOnly: audience === "public", statementTimeout })] as const),
    [serviceRole, sessionSettings({ readOnly: false, statementTimeout })] as const,
  ];
  return `
-- For a pooler: each role logs in itself, by what PostgreSQL keeps of a password (SCRAM-SHA-256); the passwords follow from the hub's key and stand nowhere.
-- Run it again after a change of that key.
${settings.map(([role, session]) => [
    `alter role ${identifier(role)} login password ${literal(verifierOf(role, passwordOf(role)))};`,
    ...Object.entries(session).map(([name, value]) => `alter role ${identifier(role)} in database ${identifier(database)} set ${identifier(name)} = ${literal(value)};`),
  ].join("\n")).join("\n")}
`;
}

/** The lines of PgBouncer's auth_file for the roles: their names, and what PostgreSQL keeps of their passwords. */
export const poolerUsers = (passwordOf: (role: string) => string): string => roles.map((role) => `"${role}" "${verifierOf(role, passwordOf(role))}"\n`).join("");

import type { Ask } from "../owner-session.ts";
import { roles } from "../roles.ts";
import { doubtful, good, some, wrong, type Finding } from "./finding.ts";

/** Looks at who could go around the hub's locks: by a power of a role, by being a member of one, by a function or a view. */
export async function examineRoles(ask: Ask, { embedded, poolerUrl }: { readonly embedded: boolean; readonly poolerUrl: string | null }): Promise<readonly Finding[]> {
  return [...(await powerFindings(ask, embedded, poolerUrl)), ...(await memberFindings(ask)), ...(await detourFindings(ask))];
}

const list = roles.join(",");

async function powerFindings(ask: Ask, embedded: boolean, poolerUrl: string | null): Promise<readonly Finding[]> {
  const about = "roles";
  const found = await ask<{ name: string; power: boolean; login: boolean }>("select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as power, rolcanlogin as login from pg_roles where rolname = any(string_to_array($1::text, ',')) order by 1", [list]);
  const missing = roles.filter((role) => !found.some(({ name }) => name === role));
  if (missing.length > 0) return [wrong(about, `${missing.length} of ${roles.length} are missing: ${some(missing)}.`, "Let an administrator run what npm run -s roles prints.")];
  const powerful = found.filter(({ power }) => power).map(({ name }) => name);
  const logins = found.filter(({ login }) => login).map(({ name }) => name);
  const [owner] = await ask<{ name: string; power: boolean; roles: boolean }>("select rolname as name, rolsuper or rolbypassrls as power, rolcreaterole or rolcreatedb or rolreplication as roles from pg_roles where rolname = current_user");
  return [
    powerful.length > 0 ? wrong(about, `Some go around row security: ${some(powerful)}.`, "Take SUPERUSER, BYPASSRLS, CREATEROLE, CREATEDB and REPLICATION from them with ALTER ROLE.") : good(about, `All ${roles.length} are there, and none goes around row security.`),
    ...(!embedded && poolerUrl === null && logins.length > 0 ? [doubtful(about, `Some may log in, and no pooler is set: ${some(logins)}.`, "Take LOGIN from them with ALTER ROLE … NOLOGIN, or set HUB_POOLER_URL.")] : []),
    ...(!embedded && owner!.power ? [doubtful("login", `${owner!.name} is a superuser or goes around row security.`, "Let the hub log in as the owner of its database and nothing more: npm run -s roles prints how.")] : []),
    ...(!embedded && !owner!.power && owner!.roles ? [doubtful("login", `${owner!.name} may make roles or databases, which the hub does not need.`, "Take that from it with ALTER ROLE … NOCREATEROLE NOCREATEDB NOREPLICATION.")] : []),
  ];
}

/** Who is a member of a role reads what it reads, and nothing logs it; from version 16 on a membership may be worth nothing. */
async function memberFindings(ask: Ask): Promise<readonly Finding[]> {
  const [server] = await ask<{ number: number }>("select current_setting('server_version_num')::int as number");
  const counts = server!.number >= 160_000 ? "and (m.inherit_option or m.set_option)" : "";
  const found = await ask<{ says: string }>(
    `select m.member::regrole || ' is a member of ' || m.roleid::regrole as says from pg_auth_members m join pg_roles r on r.oid = m.member
     where (m.roleid::regrole::text = any(string_to_array($1::text, ',')) and not r.rolsuper and r.rolname <> current_user ${counts}) or m.member::regrole::text = any(string_to_array($1::text, ',')) order by 1`,
    [list],
  );
  if (found.length === 0) return [good("members", "Nobody but the hub takes on its roles.")];
  return [wrong("members", `Others take on the hub's roles, or the hub's theirs: ${some(found.map(({ says }) => says))}.`, "Revoke that: it is past the hub's log.")];
}

async function detourFindings(ask: Ask): Promise<readonly Finding[]> {
  const functions = await ask<{ name: string }>(
    "select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_' order by 1",
  );
  const views = await ask<{ name: string }>(`
    select distinct v.oid::regclass::text as name from pg_rewrite r join pg_class v on v.oid = r.ev_class join pg_depend d on d.objid = r.oid and d.refclassid = 'pg_class'::regclass join pg_class t on t.oid = d.refobjid
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and v.relkind in ('v', 'm') and not coalesce('security_invoker=true' = any(v.reloptions) or 'security_invoker=on' = any(v.reloptions), false) order by 1`);
  const says = [
    ...(functions.length > 0 ? [`SECURITY DEFINER functions: ${some(functions.map(({ name }) => name))}`] : []),
    ...(views.length > 0 ? [`views that answer with their owner's rights: ${some(views.map(({ name }) => name))}`] : []),
  ];
  if (says.length === 0) return [good("detours", "No function and no view answers with another's rights.")];
  return [wrong("detours", `There are ${says.join("; ")}.`, "Drop them, or make functions SECURITY INVOKER and views security_invoker.")];
}

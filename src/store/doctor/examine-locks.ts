import { digestOfLocks, lockState } from "../lock-state.ts";
import type { Ask } from "../owner-session.ts";
import { roles } from "../roles.ts";
import { declaredLocks, type DeclaredLocks } from "./declared-locks.ts";
import { good, note, some, wrong, type Finding } from "./finding.ts";

const putRight = "Restart the hub, which puts it right, and find out who has changed it.";

/** Compares what the database lets each role do with what the declarations say, whole. */
export async function examineLocks(ask: Ask, script: string): Promise<readonly Finding[]> {
  const declared = declaredLocks(script);
  const findings = [...(await grantFindings(ask, declared)), ...(await policyFindings(ask, declared))];
  const found = findings.some(({ state }) => state === "wrong") ? findings : [...findings, await digestFinding(ask, script)];
  return [...found, ...(await extensionFinding(ask))];
}

interface Grant {
  readonly role: string;
  readonly privilege: string;
  readonly object: string;
  /** Whether the object is an extension's. */
  readonly extension: boolean;
}

/** What is given beside the owner's own; PUBLIC has the number 0. */
const grantsGiven = `
  select case g.grantee when 0 then 'PUBLIC' else g.grantee::regrole::text end as role, lower(g.privilege_type) as privilege, g.object, g.extension from (
    select a.grantee, a.privilege_type, c.relname::text as object, false as extension from pg_class c cross join lateral aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
    union all
    select a.grantee, a.privilege_type, c.relname || '.' || t.attname, false from pg_attribute t join pg_class c on c.oid = t.attrelid cross join lateral aclexplode(t.attacl) a where c.relnamespace = 'public'::regnamespace and not t.attisdropped and a.grantee <> c.relowner
    union all
    select a.grantee, a.privilege_type, p.oid::regprocedure::text, exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where p.pronamespace = 'public'::regnamespace and a.grantee <> p.proowner and a.grantee <> current_user::regrole
  ) g`;

async function grantFindings(ask: Ask, { grants }: DeclaredLocks): Promise<readonly Finding[]> {
  const given = await ask<Grant>(grantsGiven);
  const all = new Set(given.map(textOf));
  const ours = new Set([...roles, "PUBLIC"]);
  const beyond = given.filter((grant) => !grants.has(textOf(grant)) && !(grant.extension && grant.role === "PUBLIC"));
  const extra = beyond.filter(({ role }) => ours.has(role)).map(textOf).sort();
  const foreign = beyond.filter(({ role }) => !ours.has(role)).map(textOf).sort();
  // What PUBLIC may call and the hub cannot take from it, it cannot give to one role either, which has it anyway.
  const missing = [...grants].filter((grant) => !all.has(grant) && !all.has(grant.replace(/^\w+ execute /, "PUBLIC execute "))).sort();
  return [
    extra.length > 0 ? wrong("grants", `${extra.length} are not declared: ${some(extra)}.`, putRight) : good("grants", "No role has more than what is declared."),
    ...(missing.length > 0 ? [wrong("grants", `${missing.length} of ${grants.size} are missing: ${some(missing)}.`, putRight)] : []),
    ...(foreign.length > 0 ? [wrong("grants", `Others than the hub's roles have rights on its tables, past its rules and its log: ${some(foreign)}.`, "Revoke them; whoever needs the data asks the hub.")] : []),
  ];
}

const textOf = ({ role, privilege, object }: Pick<Grant, "role" | "privilege" | "object">): string => `${role} ${privilege} ${object}`;

async function policyFindings(ask: Ask, { policies, forced }: DeclaredLocks): Promise<readonly Finding[]> {
  const found = await ask<{ policy: string }>(
    `select concat_ws(' ', tablename, policyname, lower(cmd), 'to', (select string_agg(case when role = current_user::text then 'owner' else role end, ', ' order by role collate "C") from unnest(roles) role)) as policy
     from pg_policies where schemaname = 'public' and tablename = any(string_to_array($1::text, ','))`,
    [[...forced].join(",")],
  );
  const there = new Set(found.map(({ policy }) => policy));
  const open = await ask<{ name: string }>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relname = any(string_to_array($1::text, ',')) and not (relrowsecurity and relforcerowsecurity) order by 1", [[...forced].join(",")]);
  const missing = [...policies].filter((policy) => !there.has(policy)).sort();
  const extra = [...there].filter((policy) => !policies.has(policy)).sort();
  const says = [
    ...(open.length > 0 ? [`row security is not forced on ${some(open.map(({ name }) => name))}`] : []),
    ...(missing.length > 0 ? [`${missing.length} are missing: ${some(missing, 3)}`] : []),
    ...(extra.length > 0 ? [`${extra.length} are not declared: ${some(extra, 3)}`] : []),
  ];
  return [says.length > 0 ? wrong("row policies", `${says.join("; ")}.`, putRight) : good("row policies", `All ${policies.size} are in force on ${forced.size} tables.`)];
}

/** What no list tells: the text of policies, triggers and functions, rights on the database and its schemas. */
async function digestFinding(ask: Ask, script: string): Promise<Finding> {
  const about = "locks";
  const [found] = await ask<{ present: boolean }>("select to_regclass('drizzle.locks') is not null as present");
  const [noted] = found!.present ? await ask<{ digest: string }>("select digest from drizzle.locks order by applied_at desc limit 1") : [];
  const [now] = await ask<{ state: string }>(lockState);
  const [inForce, state] = noted?.digest.split(" ") ?? [];
  if (inForce !== digestOfLocks(script)) return wrong(about, "Those in force are of another version of the hub.", "Start this version, which applies its own.");
  if (state !== now!.state) return wrong(about, "A policy, a trigger, a function, or a right on the database or a schema is not as the hub has left it.", putRight);
  return good(about, "Policies, triggers and functions are word by word as the hub has left them.");
}

/** Of an extension that belongs to the superuser, the hub can take nothing from PUBLIC. */
async function extensionFinding(ask: Ask): Promise<readonly Finding[]> {
  const [found] = await ask<{ open: boolean }>(`select exists (select from (${grantsGiven}) f where f.extension and f.role = 'PUBLIC') as open`);
  return found!.open ? [note("pgcrypto", "Every role of the server may call its functions; they tell nothing without the hub's key.", "Let a superuser run what npm run -s roles prints.")] : [];
}

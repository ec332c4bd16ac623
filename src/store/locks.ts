import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { audiences, type Audience } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import { isEncrypted } from "../catalog/encrypted.ts";
import type { Entity, Family } from "../catalog/node-type.ts";
import { fold, pathsOf } from "../catalog/rule.ts";
import { mainPart } from "../catalog/storage.ts";
import { mayRead, ruleOfPart } from "../policy/may-read.ts";
import { identifier, literal, rowByRow, ruleSql, sessionViewer } from "../policy/rule-sql.ts";
import { accessSeal } from "./access-tables.ts";
import { clockFunctions, clockSql } from "./clock-sql.ts";
import { dataLocksSql } from "./data-locks.ts";
import { dutyCrimeLocksSql } from "./duty-crime-locks.ts";
import { roleOf, roles } from "./roles.ts";
import { searchLocksSql } from "./search-locks.ts";
import { serviceLocksSql } from "./service-locks.ts";
import { emptiedBesideSql, guardSql } from "./emptied-beside-sql.ts";
import { redactionSql } from "./redaction-sql.ts";
import { storedTables, type StoredTable } from "./tables.ts";

const heading = "-- Made from the catalogue by: npm run print. Read what changes in it, never edit it.";

/**
 * The third lock as one idempotent script: functions, history triggers, grants column by column, row policies. It is the whole truth, so
 * it begins by taking everything back. Nothing in it runs with more rights than its caller's.
 *
 * A policy's own columns need no grant (PostgreSQL checks the privileges of the question's columns only), but a policy that looks into
 * another table does so with the reader's rights, columns and row policies alike: without the grant the reader's whole question fails
 * with 42501 (ran on 18). The catalogue sees to it that such paths run over open fields, which have their grants.
 *
 * What an owner that is no superuser cannot take from PUBLIC: the functions of pgcrypto, which a trusted extension leaves with the
 * superuser and which tell nothing without the hub's key, and those of PostgreSQL that write without a table. REVOKE only warns there.
 */
export function locksSql(catalogue: Catalogue): string {
  const tables = storedTables(catalogue);
  return [
    heading,
    preamble,
    ...tables.map((table) => historySql(catalogue, table)),
    takeBack(tables),
    ...tables.map((table) => [grantsSql(catalogue, table), policiesSql(catalogue, table)].filter(Boolean).join("\n")),
    ...decryptionSql(catalogue),
    searchLocksSql(catalogue),
    serviceLocksSql(catalogue),
    emptiedBesideSql(catalogue),
    dutyCrimeLocksSql(catalogue),
    dataLocksSql(),
    `-- A seal stays as it is, like what it seals.\n${unchangeableSql(getTableName(accessSeal))}`,
  ].join("\n\n") + "\n";
}

const everyRole = roles.map(identifier).join(", ");

const preamble = `create extension if not exists pgcrypto with schema public;

-- The time that authorises. Never a parameter: a question that could set it would open sealed bids.
create or replace function public.hub_now() returns timestamptz language sql stable parallel safe as 'select now()';
-- The day turns in Asia/Shanghai, whatever the settings of a session say.
create or replace function public.hub_today() returns date language sql stable parallel safe as 'select (public.hub_now() at time zone ''Asia/Shanghai'')::date';
${clockSql}
-- The prefix that all codes of a division's subtree share (GB/T 2260).
create or replace function public.hub_jurisdiction(code text) returns text language sql immutable parallel safe as 'select case when length(code) = 6 then regexp_replace(code, ''(00){1,2}$'', '''') else code end';
create or replace function public.hub_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed nor deleted.', tg_table_name using errcode = '42501';
end $$;`;

function takeBack(tables: readonly StoredTable[]): string {
  const names = tables.flatMap(({ name, history }) => [name, ...(history ? [`${name}_history`] : [])]);
  const ours = names.map(literal).join(", ");
  return `-- Everything is taken back first; what follows is all that is given.
do $$
declare
  policy record;
  writer regprocedure;
begin
  for policy in select tablename, policyname from pg_policies where schemaname = 'public' and tablename in (${ours}) loop
    execute format('drop policy %I on public.%I', policy.policyname, policy.tablename);
  end loop;
  -- What writes without any table (large objects, messages into the log of changes), and the locks that a starting hub waits for.
  if (select rolsuper from pg_roles where rolname = current_user) then
    for writer in
      select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace
        and (proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'pg_logical_emit_message') or proname ~ '^pg_(try_)?advisory_(xact_)?lock')
    loop
      execute format('revoke execute on function %s from public', writer);
    end loop;
  end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to ${everyRole}', current_database());
end $$;
revoke all on schema public from public, ${everyRole};
revoke all on all tables in schema public from public, ${everyRole};
revoke all on all sequences in schema public from public, ${everyRole};
revoke all on all functions in schema public from public, ${everyRole};
alter default privileges revoke execute on functions from public;
grant usage on schema public to ${everyRole};
grant execute on function public.hub_now(), public.hub_today(), public.hub_jurisdiction(text), ${clockFunctions.join(", ")} to ${everyRole};
${names.map((name) => `alter table public.${identifier(name)} disable row level security, no force row level security;`).join("\n")}`;
}

/**
 * Every version of a row that is changed or deleted is kept. What whoever gets the row sees change is a new recording; a change of what is
 * shared or withheld is not, as the time of recording is open, and would tell everybody of it. What the database computes is empty in NEW
 * as yet, and every update would look like a change: it follows from what is compared anyway.
 */
function historySql(catalogue: Catalogue, stored: StoredTable): string {
  const { name, table, part } = stored;
  if (!stored.history) {
    const guard = stored.type.kind === "entity" ? guardSql(catalogue, stored.type) : null;
    return guard ? `${guard.sql}\n${unchangeableSql(name, guard.name)}` : unchangeableSql(name);
  }
  const columns = columnsOf(table).map((column) => identifier(column.name));
  // What PostgreSQL computes it computes after this trigger: in the new row it is still null.
  const given = columnsOf(table).filter((column) => !column.generated).map((column) => identifier(column.name));
  const keeper = identifier(`${name}_keep_history`);
  const told = part === mainPart ? toldColumns(catalogue, stored).map(identifier).filter((column) => given.includes(column)) : [];
  const row = (version: string, names: readonly string[]): string => `row(${names.map((column) => `${version}.${column}`).join(", ")})`;
  const isSame = given.length === columns.length ? "new is not distinct from old" : `${row("new", given)} is not distinct from ${row("old", given)}`;
  const redacted = part === mainPart && stored.type.kind === "entity" ? redactionSql(stored.type) : null;
  const kept = (column: string): string => (redacted?.earlier.has(column) ? `case when ${redacted.condition} then ${redacted.earlier.get(column)!} else old.${column} end` : `old.${column}`);
  const stamp = told.length > 0 ? `\n  if ${row("new", told)} is distinct from ${row("old", told)} then\n    new."recorded_at" := now();\n  end if;` : "";
  return `create or replace function public.${keeper}() returns trigger language plpgsql as $$
begin${redacted ? `\n${redacted.statements}` : ""}
  if tg_op = 'UPDATE' and ${isSame} then
    return new;
  end if;
  insert into public.${identifier(`${name}_history`)} (${columns.join(", ")}, "superseded_at")
  values (${columns.map(kept).join(", ")}, clock_timestamp());
  if tg_op = 'DELETE' then
    return old;
  end if;${stamp}
  return new;
end $$;
create or replace trigger ${keeper} before update or delete on public.${identifier(name)} for each row execute function public.${keeper}();`;
}

/** Whoever writes, the owner included, what was written stays: a log that could be changed would be none. */
const unchangeableSql = (name: string, guard = "hub_refuse_change"): string => `create or replace trigger ${identifier(`${name}_unchangeable`)} before update or delete on public.${identifier(name)} for each row execute function public.${guard}();
create or replace trigger ${identifier(`${name}_untruncatable`)} before truncate on public.${identifier(name)} for each statement execute function public.hub_refuse_change();`;

const columnsOf = (table: PgTable): readonly PgColumn[] => Object.values(getTableColumns(table));

/** The types that keep their rows in a table: the family and its members, or the entity. */
const sharersOf = (catalogue: Catalogue, type: Entity | Family): readonly (Entity | Family)[] => [
  ...new Set([type, ...[...catalogue.families, ...catalogue.entities].filter((each) => each.storage === type.storage)]),
];

/**
 * Columns of a table that an audience may read: those of fields that it may, and those that decide which of the rows are there for it.
 * The plan asks for the latter in its own words, and what they say of such a row follows from its being there.
 */
export function readableColumns(catalogue: Catalogue, { type, part }: StoredTable, audience: Audience): readonly string[] {
  const names = new Set<string>();
  for (const sharer of sharersOf(catalogue, type)) {
    const rule = fold(ruleOfPart(sharer, part), audience);
    if (rule.rule === "never") continue;
    const decides = new Set(pathsOf(rule).map((path) => catalogue.pathOf(sharer, path).edges[0]?.fromKey ?? path));
    for (const [key, field] of Object.entries(sharer.fields)) {
      const place = sharer.storage.places[key]!;
      if (place.part === part && (mayRead(audience, sharer, field) || decides.has(key))) names.add(place.column.name);
    }
  }
  if (part !== mainPart && names.size > 0) names.add("id");
  return [...names];
}

function grantsSql(catalogue: Catalogue, table: StoredTable): string {
  const byColumns = new Map<string, Audience[]>();
  for (const audience of audiences) {
    const columns = readableColumns(catalogue, table, audience).map(identifier).join(", ");
    if (columns) byColumns.set(columns, [...(byColumns.get(columns) ?? []), audience]);
  }
  return [...byColumns]
    .flatMap(([columns, readers]) => [table.name, ...(table.history ? [`${table.name}_history`] : [])].map((name) => `grant select (${columns}) on public.${identifier(name)} to ${readers.map(roleOf).map(identifier).join(", ")};`))
    .join("\n");
}

/**
 * The row policies of a table and of its history. A table whose rows exist for everybody needs none, but its history does: a row that was
 * deleted is in the past only, and the past never admits a row that the present refuses.
 */
function policiesSql(catalogue: Catalogue, { type, part, name, history: past }: StoredTable): string {
  const folded = audiences.map((audience) => [audience, fold(ruleOfPart(type, part), audience)] as const);
  const isClosable = part !== mainPart || folded.some(([, rule]) => rule.rule !== "always");
  const { places } = type.storage;
  const own = identifier(name);
  const history = identifier(`${name}_history`);
  const lines = [...(isClosable ? [own] : []), ...(past ? [history] : [])].flatMap((table) => [
    `alter table public.${table} enable row level security, force row level security;`,
    `create policy "hub_owner" on public.${table} to current_user using (true) with check (true);`,
  ]);
  const column = (key: string): string => {
    const place = places[key]!;
    return `${place.part === part ? own : "m"}.${identifier(place.column.name)}`;
  };
  const readersOf = new Map<string, Audience[]>();
  for (const [audience, rule] of folded) {
    if (rule.rule === "never") continue;
    const predicate = ruleSql(rule, { catalogue, type, column, viewer: sessionViewer });
    const using = part === mainPart ? predicate : `exists (select 1 from public.${identifier(type.storage.name)} m where m."id" = ${own}."id" and ${predicate}${rowByRow})`;
    readersOf.set(using, [...(readersOf.get(using) ?? []), audience]);
  }
  for (const [using, readers] of readersOf) {
    const to = readers.map(roleOf).map(identifier).join(", ");
    const policy = identifier(`hub_read_${readers[0]!}`);
    if (isClosable) lines.push(`create policy ${policy} on public.${own} for select to ${to} using (${using});`);
    if (past) lines.push(`create policy ${policy} on public.${history} for select to ${to} using (exists (select 1 from public.${own} c where c."id" = ${history}."id"));`);
  }
  return lines.join("\n");
}

/** Columns of a main table that everybody reads who gets the row, the time of recording itself aside. */
const toldColumns = (catalogue: Catalogue, { type }: StoredTable): readonly string[] => [
  ...new Set(
    sharersOf(catalogue, type).flatMap((sharer) =>
      Object.entries(sharer.fields).flatMap(([key, { class: cls }]) => {
        const { part, column } = sharer.storage.places[key]!;
        return part === mainPart && key !== "recordedAt" && cls !== "shared" && cls !== "withheld" ? [column.name] : [];
      }),
    ),
  ),
];

/** Decryption is for those who may read something encrypted. */
function decryptionSql(catalogue: Catalogue): string[] {
  const readers = audiences.filter((audience) =>
    catalogue.entities.some((type) => Object.entries(type.fields).some(([key, field]) => isEncrypted(type.storage.places[key]!.column) && mayRead(audience, type, field))),
  );
  return readers.length === 0 ? [] : [`grant execute on function public.pgp_sym_decrypt(bytea, text) to ${readers.map(roleOf).map(identifier).join(", ")};`];
}


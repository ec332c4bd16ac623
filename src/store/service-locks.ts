import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { audiences, isBody } from "../catalog/audience.ts";
import { audienceCode } from "../catalog/audience-code.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import { displayPeriodKeys, displayPeriodType } from "../catalog/display.ts";
import type { Entity, Family, NodeType } from "../catalog/node-type.ts";
import { fold, pathsOf } from "../catalog/rule.ts";
import { mainPart } from "../catalog/storage.ts";
import { identifier, literal } from "../policy/rule-sql.ts";
import { accessPending, clientUsage, grantUse, registryState, usedAssertion, workflowEvent } from "./access-tables.ts";
import { emptiedBesideGrants } from "./emptied-beside-sql.ts";
import { redactionGrants } from "./redaction-sql.ts";
import { roleOf, serviceRole } from "./roles.ts";
import { storedTables } from "./tables.ts";

/** The types that the register of clients in memory is made of: a change of theirs raises its number. */
const registered: readonly string[] = ["Client", "ClientCredential"];

/** The columns of a log that its statement gives: when it was, the database says. */
const givenColumns = (table: PgTable): string =>
  Object.values(getTableColumns(table)).filter(({ name }) => name !== "recorded_at").map(({ name }) => identifier(name)).join(", ");

/** The columns of an event that its statement gives: its place in the outbox is the database's to say. */
const eventColumns = Object.values(getTableColumns(workflowEvent)).filter((column) => column !== workflowEvent.position && column !== workflowEvent.transaction).map(({ name }) => identifier(name)).join(", ");

/** The types of the access log, which every statement that reads something closed writes. */
const logged: readonly string[] = ["AccessEvent", "AccessLogEntry"];

/**
 * What is written through the hub: the access log, to which whoever asks with a token can add and nothing else, the counters of sharing
 * grants, which only grow, and what the hub's own role decides and keeps.
 */
export function serviceLocksSql(catalogue: Catalogue): string {
  const tables = storedTables(catalogue).filter(({ type }) => type.kind === "entity");
  const namesOf = (types: readonly string[]) => tables.filter(({ type }) => types.includes(type.name));
  const events = namesOf(logged).filter(({ part }) => part === mainPart);
  if (events.length === 0) return "-- This catalogue has no access log.";
  const askers = audiences.filter((audience) => audience !== "public");
  const askersRoles = askers.map(roleOf).map(identifier).join(", ");
  const bodies = audiences.filter(isBody).map(roleOf).map(identifier).join(", ");
  const own = `"organization_id" is not distinct from nullif(current_setting('hub.body', true), '')::uuid`;
  return [
    "-- The access log: whoever asks with a token adds to it, in its own name, and can neither read, change nor delete what it has added.",
    ...events.flatMap(({ name, table }) => [
      `grant insert (${givenColumns(table)}) on public.${identifier(name)} to ${askersRoles};`,
      ...askers.map((audience) => `create policy "hub_log_${audience}" on public.${identifier(name)} for insert to ${identifier(roleOf(audience))} with check ("audience" = ${literal(audienceCode(audience))} and ${own});`),
    ]),
    `grant insert ("event_id") on public.${getTableName(accessPending)} to ${askersRoles};`,
    `grant execute on function public.hmac(text, text, text) to ${askersRoles};`,
    "-- Counters of sharing grants: a body counts its own questions, upwards only.",
    `create or replace function public.hub_count_up() returns trigger language plpgsql as $$
begin
  if new."grant_id" <> old."grant_id" or new."day" <> old."day" or new."used" <= old."used" then
    raise exception 'A counter only grows.' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger "grant_use_counts_up" before update on public."grant_use" for each row execute function public.hub_count_up();`,
    `alter table public.${getTableName(grantUse)} enable row level security, force row level security;
drop policy if exists "hub_owner" on public.${getTableName(grantUse)};
drop policy if exists "hub_count" on public.${getTableName(grantUse)};
create policy "hub_owner" on public.${getTableName(grantUse)} to current_user using (true) with check (true);
create policy "hub_count" on public.${getTableName(grantUse)} to ${bodies} using (exists (select 1 from "sharing_grant" g where g."id" = "grant_id" and g."requester_id" = nullif(current_setting('hub.body', true), '')::uuid));`,
    `grant select ("grant_id", "day", "used"), insert ("grant_id", "day", "used"), update ("used") on public.${getTableName(grantUse)} to ${bodies};`,
    "-- The hub's own role.",
    ...tables.filter(({ type, part }) => type.kind === "entity" && type.kept === "workflow" && part === mainPart).flatMap(({ type, name, history }) => [
      `grant select, insert${history ? ", update" : ""} on public.${identifier(name)} to ${serviceRole};`,
      ...(history ? [`grant insert on public.${identifier(`${name}_history`)} to ${serviceRole};`] : []),
      ...(audiences.some((audience) => fold(type.rows, audience).rule !== "always") ? [`create policy "hub_service" on public.${identifier(name)} to ${serviceRole} using (true) with check (true);`] : []),
      ...(history ? [`create policy "hub_service" on public.${identifier(`${name}_history`)} for insert to ${serviceRole} with check (true);`] : []),
    ]),
    ...catalogue.entities.filter(({ kept }) => kept === "workflow").flatMap(redactionGrants),
    ...emptiedBesideGrants(catalogue),
    ...lookedAt(catalogue).flatMap(({ table, columns, isClosable }) => [
      `grant select (${columns.map(identifier).join(", ")}) on public.${identifier(table)} to ${serviceRole};`,
      ...(isClosable ? [`create policy "hub_service" on public.${identifier(table)} for select to ${serviceRole} using (true);`] : []),
    ]),
    `grant select ("day", "kind") on public."calendar_day" to ${serviceRole};`,
    `grant select, insert (${eventColumns}) on public.${getTableName(workflowEvent)} to ${serviceRole};`,
    `grant select, insert, update on public.${getTableName(clientUsage)}, public.${getTableName(registryState)} to ${serviceRole};`,
    `grant select, insert, delete on public.${getTableName(usedAssertion)} to ${serviceRole};`,
    `insert into public.registry_state ("one", "version", "signing_generation") values (true, 1, 1) on conflict do nothing;`,
    `create or replace function public.hub_registry_changed() returns trigger language plpgsql as $$
begin
  update public.registry_state set "version" = "version" + 1;
  return null;
end $$;`,
    ...namesOf(registered).map(({ name }) => `create or replace trigger "registry_changed" after insert or update or delete on public.${identifier(name)} for each statement execute function public.hub_registry_changed();`),
  ].join("\n");
}

/** What a workflow looks at to judge for whom a row of its exists: open fields of the rows along the paths of its row rule, and the display periods. */
function lookedAt(catalogue: Catalogue): readonly { readonly table: string; readonly columns: readonly string[]; readonly isClosable: boolean }[] {
  const columns = new Map<Entity | Family, Set<string>>();
  const look = (type: NodeType, key: string): void => {
    if (type.kind === "union" || (type.kind === "entity" && type.kept === "workflow")) return;
    const known = columns.get(type) ?? new Set();
    columns.set(type, known.add(type.storage.places[key]!.column.name));
  };
  for (const type of catalogue.entities.filter(({ kept }) => kept === "workflow"))
    for (const path of pathsOf(type.rows)) {
      const { edges, end, key } = catalogue.pathOf(type, path);
      for (const [place, edge] of edges.entries()) {
        look(edge.to, edge.toKey);
        if (edges[place + 1]) look(edge.to, edges[place + 1]!.fromKey);
      }
      if (edges.length > 0) look(end, key);
    }
  const period = catalogue.types.get(displayPeriodType);
  if (period?.kind === "entity") for (const key of displayPeriodKeys) look(period, key);
  return [...columns].map(([type, names]) => ({ table: type.storage.name, columns: [...names], isClosable: audiences.some((audience) => fold(type.rows, audience).rule !== "always") }));
}

import { getTableName } from "drizzle-orm";
import { audiences } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { EmptiedBeside, Entity, Redaction } from "../catalog/node-type.ts";
import { fold } from "../catalog/rule.ts";
import { mainPart } from "../catalog/storage.ts";
import { identifier, literal } from "../policy/rule-sql.ts";
import { workflowEvent } from "./access-tables.ts";
import { serviceRole } from "./roles.ts";

/** A type whose rows are emptied, and another in which words about them stand. */
interface Pair {
  readonly emptied: Entity & { readonly redaction: Redaction };
  readonly beside: EmptiedBeside;
  readonly type: Entity;
}

const columnIn = ({ storage }: Entity) => (key: string): string => identifier(storage.places[key]!.column.name);
const markSql = (mark: string | null): string => (mark === null ? "null" : literal(mark));
const isEmptiable = (type: Entity): type is Entity & { readonly redaction: Redaction } => type.redaction !== null;

function pairsOf(catalogue: Catalogue): readonly Pair[] {
  return catalogue.entities.filter(isEmptiable).flatMap((emptied) =>
    (emptied.redaction.beside ?? []).flatMap((beside): Pair[] => {
      const type = catalogue.types.get(beside.type);
      return type?.kind === "entity" ? [{ emptied, beside, type }] : [];
    }),
  );
}

/** Which rows of the other type belong to the emptied one, the new row of a trigger. */
const belongSql = ({ emptied, beside: { by }, type }: Pair): string => `${columnIn(type)(by.there)} = new.${columnIn(emptied)(by.here)}`;

/** The same, of those that neither tell of the emptying itself nor are needed yet. */
const wordsSql = (pair: Pair): string => `${belongSql(pair)}${pair.beside.butFor ? ` and ${columnIn(pair.type)(pair.beside.butFor.field)} <> ${literal(pair.beside.butFor.value)}` : ""}`;

/** Whether rows of the other type go through a workflow of their own: then words stand in the reasons of their events as well, and a row may be words later only. */
const hasWorkflow = ({ type: { kept, appendOnly } }: Pair): boolean => kept === "workflow" && !appendOnly;

/**
 * What empties the words about a row that stand elsewhere, once the row is emptied: the reasons of its events, and rows of other types with their
 * history. It comes after the statement, so that the tables that otherwise never change see for themselves that the row is empty; what tells of the
 * emptying itself is there by then, and stays. Rows that were emptied before are gone through whenever the locks are applied.
 */
export function emptiedBesideSql(catalogue: Catalogue): string {
  const pairs = pairsOf(catalogue);
  return catalogue.entities.filter(isEmptiable).flatMap((emptied) => {
    const { name } = emptied.storage;
    const { field, code } = emptied.redaction;
    const column = columnIn(emptied)(field);
    const trigger = identifier(`${name}_empty_beside`);
    const lines = [
      `update public.${getTableName(workflowEvent)} set "reason" = null where "type" = ${literal(emptied.name)} and "row_id" = new."id" and "to_state" <> ${literal(code)} and "reason" is not null;`,
      ...pairs.filter((pair) => pair.emptied === emptied).flatMap(besideLines),
    ];
    return [
      `create or replace function public.${trigger}() returns trigger language plpgsql as $$
begin
${lines.map((line) => `  ${line}`).join("\n")}
  return null;
end $$;
create or replace trigger ${trigger} after update on public.${identifier(name)} for each row when (new.${column} = ${literal(code)}) execute function public.${trigger}();
update public.${identifier(name)} set ${column} = ${column} where ${column} = ${literal(code)};`,
    ];
  }).concat(pairs.filter(hasWorkflow).map(laterSql)).join("\n");
}

/** What is done with the rows of another type, their events and their earlier versions: these are words where the row as it is now is. */
function besideLines(pair: Pair): string[] {
  const { beside: { marks, butFor }, type } = pair;
  const { name, history } = type.storage;
  const sets = Object.entries(marks).map(([key, mark]) => `${columnIn(type)(key)} = ${markSql(mark)}`).join(", ");
  const words = `select "id" from public.${identifier(name)} where ${wordsSql(pair)}`;
  return [
    ...(hasWorkflow(pair) ? [`update public.${getTableName(workflowEvent)} set "reason" = null where "type" = ${literal(type.name)} and "reason" is not null and "row_id" in (${words});`] : []),
    `update public.${identifier(name)} set ${sets} where ${wordsSql(pair)};`,
    ...(history[mainPart] ? [`update public.${identifier(`${name}_history`)} set ${sets} where ${belongSql(pair)}${butFor ? ` and "id" in (${words})` : ""};`] : []),
  ];
}

/** Has a row of another type emptied that changes after the one that it belongs to was: that is emptied again, and everything beside it. */
function laterSql({ emptied, beside: { by }, type }: Pair): string {
  const { field, code } = emptied.redaction;
  const of = columnIn(emptied);
  const trigger = identifier(`${type.storage.name}_empty_with_${emptied.storage.name}`);
  return `create or replace function public.${trigger}() returns trigger language plpgsql as $$
begin
  update public.${identifier(emptied.storage.name)} set ${of(field)} = ${of(field)} where ${of(by.here)} = new.${columnIn(type)(by.there)} and ${of(field)} = ${literal(code)};
  return null;
end $$;
create or replace trigger ${trigger} after update on public.${identifier(type.storage.name)} for each row when (pg_trigger_depth() = 0) execute function public.${trigger}();`;
}

/**
 * The guard of a table whose rows never change, where words about rows of other types stand in it: those words may be emptied, and nothing else may be,
 * once the row that they are about is emptied. Null for a table without such words.
 */
export function guardSql(catalogue: Catalogue, type: Entity): { readonly name: string; readonly sql: string } | null {
  const pairs = pairsOf(catalogue).filter((pair) => pair.type === type);
  if (pairs.length === 0) return null;
  const of = columnIn(type);
  const lawful = pairs.map(({ emptied, beside: { by, marks, butFor } }) => {
    const names = Object.keys(marks).map((key) => literal(type.storage.places[key]!.column.name));
    const there = columnIn(emptied);
    return [
      `to_jsonb(new) - array[${names.join(", ")}] = to_jsonb(old) - array[${names.join(", ")}]`,
      ...Object.entries(marks).map(([key, mark]) => `new.${of(key)} is not distinct from ${markSql(mark)}`),
      ...(butFor ? [`old.${of(butFor.field)} <> ${literal(butFor.value)}`] : []),
      `exists (select from public.${identifier(emptied.storage.name)} e where e.${there(by.here)} = old.${of(by.there)} and e.${there(emptied.redaction.field)} = ${literal(emptied.redaction.code)})`,
    ].join("\n    and ");
  });
  const name = identifier(`${type.storage.name}_refuse_change`);
  return {
    name,
    sql: `create or replace function public.${name}() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (${lawful.join("\n    or ")}) then
    return new;
  end if;
  raise exception 'Rows of % are never changed nor deleted.', tg_table_name using errcode = '42501';
end $$;`,
  };
}

/** What the hub's own role needs for it, beside what it needs for rows that workflows keep: to find the rows, to empty their words, and to look at what is open of them. */
export function emptiedBesideGrants(catalogue: Catalogue): string[] {
  const marked = new Map<Entity, Set<string>>();
  const found = new Map<Entity, Set<string>>();
  for (const { type, beside: { by, marks, butFor } } of pairsOf(catalogue)) {
    marked.set(type, new Set([...(marked.get(type) ?? []), ...Object.keys(marks)]));
    found.set(type, new Set([...(found.get(type) ?? []), by.there, ...(butFor ? [butFor.field] : [])]));
  }
  return [
    ...(marked.size > 0 ? [`grant update ("reason") on public.${getTableName(workflowEvent)} to ${serviceRole};`] : []),
    ...[...marked].flatMap(([type, keys]) => {
      const { storage, kept } = type;
      const columns = (of: Iterable<string>): string => [...of].map(columnIn(type)).join(", ");
      const isOpen = Object.keys(type.fields).filter((key) => type.fields[key]!.class === "open" && storage.places[key]!.part === mainPart);
      const main = identifier(storage.name);
      const history = identifier(`${storage.name}_history`);
      const policy = (table: string, right: string): string => `create policy "hub_service_${right}" on public.${table} for ${right} to ${serviceRole} ${right === "insert" ? "with check (true)" : "using (true)"};`;
      const isClosable = audiences.some((audience) => fold(type.rows, audience).rule !== "always");
      return [
        `grant update (${columns(keys)}) on public.${main} to ${serviceRole};`,
        ...(kept === "workflow" ? [] : [`grant select (${columns(isOpen)}) on public.${main} to ${serviceRole};`, ...(isClosable ? [policy(main, "select"), policy(main, "update")] : [])]),
        ...(storage.history[mainPart]
          ? [
              `grant select ("id", ${columns(found.get(type)!)}), update (${columns(keys)}) on public.${history} to ${serviceRole};`,
              ...["select", "update"].map((right) => policy(history, right)),
              ...(kept === "workflow" ? [] : [`grant insert on public.${history} to ${serviceRole};`, policy(history, "insert")]),
            ]
          : []),
      ];
    }),
  ];
}

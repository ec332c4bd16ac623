import type { Entity } from "../catalog/node-type.ts";
import { mainPart, tableOf } from "../catalog/storage.ts";
import { identifier, literal } from "../policy/rule-sql.ts";
import { serviceRole } from "./roles.ts";

/** How the trigger that keeps the history of a type empties a row and all that was kept of it. */
export interface RedactionSql {
  /** Whether the row is being emptied, or is empty already. */
  readonly condition: string;
  /** Column → SQL of what stands in it in earlier versions from then on. */
  readonly earlier: ReadonlyMap<string, string>;
  /** What the trigger does before it compares: it empties the new version and the earlier ones, and the parts with theirs. */
  readonly statements: string;
}

/** Null where rows of the type are never emptied. */
export function redactionSql({ redaction, storage }: Entity): RedactionSql | null {
  if (!redaction) return null;
  const columnOf = (key: string): string => identifier(storage.places[key]!.column.name);
  const marks = new Map(Object.entries(redaction.marks).map(([key, mark]) => [columnOf(key), mark === null ? "null" : literal(mark)]));
  const earlier = new Map([...marks, ...Object.keys(redaction.earlier ?? {}).map((key) => [columnOf(key), "null"] as const)]);
  // Of a row that is deleted there is no new version: the condition is unknown then, and nothing is emptied.
  const condition = `new.${columnOf(redaction.field)} = ${literal(redaction.code)}`;
  const history = identifier(`${storage.name}_history`);
  const lines = [
    ...[...marks].map(([column, mark]) => `new.${column} := ${mark};`),
    `update public.${history} set ${[...earlier].map(([column, mark]) => `${column} = ${mark}`).join(", ")} where "id" = old."id";`,
    ...partsOf(storage).flatMap((table) => [`delete from public.${identifier(table)} where "id" = old."id";`, `delete from public.${identifier(`${table}_history`)} where "id" = old."id";`]),
  ];
  return { condition, earlier, statements: `  if tg_op = 'UPDATE' and ${condition} then\n${lines.map((line) => `    ${line}`).join("\n")}\n  end if;` };
}

/** What the hub's own role needs for it, beside what it needs to change the row. */
export function redactionGrants({ redaction, storage }: Entity): string[] {
  if (!redaction) return [];
  const history = identifier(`${storage.name}_history`);
  const marked = Object.keys({ ...redaction.marks, ...redaction.earlier }).map((key) => identifier(storage.places[key]!.column.name)).join(", ");
  return [
    `grant select ("id"), update (${marked}) on public.${history} to ${serviceRole};`,
    ...["select", "update"].map((right) => `create policy "hub_service_${right}" on public.${history} for ${right} to ${serviceRole} using (true);`),
    ...partsOf(storage).flatMap((part) => [
      ...[part, `${part}_history`].flatMap((table) => [
        `grant select ("id"), delete on public.${identifier(table)} to ${serviceRole};`,
        ...["select", "delete"].map((right) => `create policy "hub_service_${right}" on public.${identifier(table)} for ${right} to ${serviceRole} using (true);`),
      ]),
      `grant insert on public.${identifier(`${part}_history`)} to ${serviceRole};`,
      `create policy "hub_service_insert" on public.${identifier(`${part}_history`)} for insert to ${serviceRole} with check (true);`,
    ]),
  ];
}

const partsOf = (storage: Entity["storage"]): readonly string[] => Object.keys(storage.tables).filter((part) => part !== mainPart).map((part) => tableOf(storage, part));

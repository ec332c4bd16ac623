import { getTableColumns, sql } from "drizzle-orm";
import { check, customType, foreignKey, index, pgTable, timestamp, uniqueIndex, uuid, type PgColumn, type PgColumnBuilderBase, type PgTable } from "drizzle-orm/pg-core";
import { codelistOf } from "./codelist.ts";
import type { Field, Fields } from "./field.ts";
import type { ClosedRules } from "./node-type.ts";
import type { Relation } from "./relation.ts";
import { snakeCase } from "./snake-case.ts";
import { sourceField, type Supply } from "./supply.ts";

/** The part of a type that holds what is not set apart: its rows are admitted by the type's own row rule. */
export const mainPart = "main";

/** Stands for a part in the place of a field that has no column: what follows from others is in no table. */
export const derivedPart = "derived";

/** A column of a table, for those who read what it is and build no statements. */
export type Column = PgColumn;

/** Where a field lives: the part, hence the table, and the column in it. The column of a derived field says its type and nothing else. */
export interface Place {
  readonly part: string;
  readonly column: PgColumn;
}

/**
 * The tables of a type. The main one holds what follows the row rule; each part whose rule is narrower has a side table with the same
 * `id`, so that the database can hold the same lock row by row as the plan does: a column grant cannot tell one county from another.
 */
export interface Storage {
  /** Name of the main table in the database. */
  readonly name: string;
  readonly tables: Readonly<Record<string, PgTable>>;
  /** Rows as they were before a change, one table for each of `tables`, under the same part names; none where rows never change. */
  readonly history: Readonly<Record<string, PgTable>>;
  readonly places: Readonly<Record<string, Place>>;
}

/** The part that a field belongs to. */
export function partOf(field: Field, closed: ClosedRules): string {
  if (field.part !== null) return field.part;
  if (field.class === "conditional" || field.class === "restricted") return closed[field.class] === "rows" ? mainPart : field.class;
  return mainPart;
}

/** Name of the table that holds a part. */
const tableName = (name: string, part: string): string => (part === mainPart ? name : `${name}_${snakeCase(part)}`);

interface Named {
  setName(name: string): void;
}

/** Gives the column its name in the database, where the declaration leaves it to the key (the setter is public at run time only). */
const named = (builder: PgColumnBuilderBase, key: string): PgColumnBuilderBase => {
  (builder as unknown as Named).setName(snakeCase(key));
  return builder;
};

/** Name of the table in which a type keeps a part. */
export const tableOf = (storage: Pick<Storage, "name">, part: string): string => tableName(storage.name, part);

export interface StorageOptions {
  /** Lists of fields; each becomes an index on the table of its first field. */
  readonly indexes: readonly (readonly string[])[];
  /** Each becomes a foreign key, unless it leads to an interface that has no table of its own. */
  readonly relations: Readonly<Record<string, Relation>>;
  /** What the database refuses, whoever writes: text fields of the main table, each with the beginning that no value may have. */
  readonly refusedPrefixes?: Readonly<Record<string, string>> | undefined;
  /** Whether rows never change, so that there is no history. */
  readonly appendOnly?: boolean;
  /** By which key deliveries recognise a row; a number of the source's own system is unique within the source. */
  readonly supply?: Supply | null;
}

/** Builds the tables of a type from its fields. */
export function storageOf(typeName: string, fields: Fields, closed: ClosedRules, { indexes, relations, refusedPrefixes = {}, appendOnly = false, supply = null }: StorageOptions): Storage {
  const name = snakeCase(typeName);
  const keysByPart = new Map<string, string[]>([[mainPart, []]]);
  for (const [key, field] of Object.entries(fields)) {
    // Types promise this; a declaration that was forced past them ends here, by name.
    if (!("class" in field && "column" in field)) throw new Error(`${typeName}.${key} has no class: declare it with open, shared, conditional, restricted or withheld.`);
    const part = field.derived ? derivedPart : partOf(field, closed);
    keysByPart.set(part, [...(keysByPart.get(part) ?? []), key]);
  }
  const tables: Record<string, PgTable> = {};
  const history: Record<string, PgTable> = {};
  const places: Record<string, Place> = {};
  for (const [part, keys] of keysByPart) {
    const builders = Object.fromEntries(keys.map((key) => [key, named(fields[key]!.column, key)]));
    if (part === derivedPart) {
      const columns = getTableColumns(pgTable(tableName(name, part), builders as Record<string, never>)) as Record<string, PgColumn>;
      for (const key of keys) places[key] = { part, column: columns[key]! };
      continue;
    }
    const own = indexes.filter(([first]) => keys.includes(first!)).map((list) => list.filter((key) => keys.includes(key)));
    const references = Object.values(relations).filter((relation) => relation.enforced && keys.includes(relation.key));
    const table = partTable(tableName(name, part), part, builders, tables, { indexes: own, references, ...(part === mainPart ? { refusedPrefixes, supply } : { refusedPrefixes: {}, supply: null }) });
    tables[part] = table;
    if (!appendOnly) history[part] = historyTable(tableName(name, part), table);
    const columns = getTableColumns(table);
    for (const key of keys) places[key] = { part, column: columns[key]! };
  }
  return { name, tables, history, places };
}

function partTable(
  name: string,
  part: string,
  builders: Record<string, PgColumnBuilderBase>,
  tables: Readonly<Record<string, PgTable>>,
  { indexes, references, refusedPrefixes, supply }: Pick<StorageOptions, "indexes" | "refusedPrefixes" | "supply"> & { readonly references: readonly Relation[] },
): PgTable {
  const columns = part === mainPart ? builders : { id: uuid("id").primaryKey().references(() => getTableColumns(tables[mainPart]!).id!, { onDelete: "cascade" }), ...builders };
  return pgTable(name, columns as Record<string, never>, (self: Record<string, PgColumn>) => [
    ...Object.values(self).flatMap((column) => {
      const list = codelistOf(column.enumValues);
      return list ? [check(`${name}_${column.name}_code`, sql`${column} in (${sql.raw(list.values.map((code) => `'${code}'`).join(", "))})`)] : [];
    }),
    ...Object.entries(refusedPrefixes ?? {}).map(([key, prefix]) => check(`${name}_${snakeCase(key)}_prefix`, sql`${self[key]!} not like ${sql.raw(`'${prefix}%'`)}`)),
    ...references.flatMap((relation) => {
      // A target by name is declared in the same file, so it shares the table: an organisation's parent, a department's government.
      const target = typeof relation.to === "string" ? null : relation.to();
      if (target?.kind === "union") return [];
      const column = target ? target.storage.places[relation.toKey]!.column : getTableColumns(tables[mainPart]!)[relation.toKey]!;
      return [foreignKey({ name: `${name}_${snakeCase(relation.key)}_key`.slice(0, 63), columns: [self[relation.key]!], foreignColumns: [column] })];
    }),
    // Uniqueness includes the source: that a number is taken must not tell one body of another's rows.
    // A key or a source that is not there is told of where the catalogue is put together.
    ...(supply && self[sourceField] && self[supply.key]?.isUnique === false ? [uniqueIndex(`${name}_supply_key`).on(self[sourceField], self[supply.key]!)] : []),
    ...(supply?.uniqueInSource ?? []).flatMap((key) => (self[sourceField] && self[key] ? [uniqueIndex(`${name}_${snakeCase(key)}_supply`).on(self[key], self[sourceField])] : [])),
    ...indexes.map((keys) => {
      const [first, ...rest] = keys.map((key) => self[key]!);
      return index(`${name}_${keys.map(snakeCase).join("_")}`.slice(0, 63)).on(first!, ...rest);
    }),
  ]);
}

/** A table with the same columns and none of the constraints, in which a trigger keeps every row version that was changed or deleted. */
function historyTable(name: string, of: PgTable): PgTable {
  const columns = Object.fromEntries(
    Object.entries(getTableColumns(of) as Record<string, PgColumn>).map(([key, column]) => [
      key,
      customType<{ data: unknown }>({ dataType: () => column.getSQLType() })(column.name),
    ]),
  );
  return pgTable(
    `${name}_history`,
    { ...columns, supersededAt: timestamp("superseded_at", { withTimezone: true }).notNull() } as unknown as Record<string, never>,
    (self: Record<string, PgColumn>) => [index(`${name}_history_id`.slice(0, 63)).on(self["id"]!)],
  );
}

import { getTableColumns, sql, type SQL, type SQLChunk } from "drizzle-orm";
import type { PgColumn, PgColumnBuilderBase, PgDatabase, PgQueryResultHKT, PgTable } from "drizzle-orm/pg-core";
import { isEncrypted } from "../catalog/encrypted.ts";
import type { DisclosureClass } from "../catalog/disclosure-class.ts";
import type { Field, Fields } from "../catalog/field.ts";
import type { Entity } from "../catalog/node-type.ts";
import { mainPart } from "../catalog/storage.ts";
import { encryption } from "./encrypt-sql.ts";
import type { StoredSecrets } from "./secrets.ts";

type DataOf<F> = F extends Field<DisclosureClass, infer B extends PgColumnBuilderBase> ? B["_"]["data"] : never;
type IsRequired<F> = F extends Field<DisclosureClass, infer B extends PgColumnBuilderBase> ? (B["_"]["notNull"] extends true ? (B["_"]["hasDefault"] extends true ? false : true) : false) : false;
type RequiredKeys<F extends Fields> = { [K in keyof F]: IsRequired<F[K]> extends true ? K : never }[keyof F];

/** A row to be inserted, flat over all parts: what is never null and has no default must be given. */
export type NewRow<E> = E extends Entity<infer F>
  ? { readonly [K in RequiredKeys<F>]: DataOf<F[K]> } & { readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: DataOf<F[K]> | null }
  : never;

/** Any database of drizzle's for PostgreSQL, a transaction included. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** What is sent in one statement stays within some megabytes. */
const rowsPerStatement = 5_000;

/** A column of a table, with the field whose value it takes. */
type KeyedColumn = readonly [key: string, column: PgColumn];
/** A flat record, checked. */
type Given = Readonly<Record<string, unknown>>;

/**
 * Inserts rows of an entity into its main table and the side tables of its parts, all or nothing.
 *
 * @param rows flat records; a row of a side table is written where any of its fields is given
 * @throws Error where a record has a value for a field that the entity does not have: dropped in silence, it would be lost
 */
export async function insertRows<E extends Entity>(database: Database, entity: E, rows: readonly NewRow<E>[], secrets: Pick<StoredSecrets, "encryption">): Promise<void> {
  const records = rows.map((row): Record<string, unknown> => ({ ...(row as Record<string, unknown>), id: (row as { id?: string }).id ?? crypto.randomUUID(), ...(entity.discriminator ? { kind: entity.discriminator } : {}) }));
  for (const record of records)
    for (const key in record) {
      if ((record[key] ?? null) === null) continue;
      if (!entity.fields[key]) throw new Error(`${entity.name} has no field ${key}.`);
      if (entity.fields[key].derived) throw new Error(`${entity.name}.${key} follows from other fields; it cannot be given.`);
    }
  const parts = Object.entries(entity.storage.tables).sort(([a], [b]) => Number(b === mainPart) - Number(a === mainPart));
  await database.transaction(async (transaction) => {
    for (const [part, table] of parts) {
      const columns: readonly KeyedColumn[] = Object.entries(getTableColumns(table));
      const isGiven = (record: Given): boolean => part === mainPart || columns.some(([key]) => key !== "id" && record[key] !== undefined && record[key] !== null);
      await insertInto(transaction, table, columns, records.filter(isGiven), secrets);
    }
  });
}

/** A default takes effect where its column is not named, so that rows that leave defaults to different columns go in different statements. */
async function insertInto(database: Database, table: PgTable, columns: readonly KeyedColumn[], records: readonly Given[], { encryption: key }: Pick<StoredSecrets, "encryption">): Promise<void> {
  const withDefault = columns.filter(([, { hasDefault }]) => hasDefault).map(([key]) => key);
  for (const alike of Map.groupBy(records, (record) => withDefault.filter((key) => record[key] !== undefined).join()).values()) {
    const given = columns.filter(([key]) => alike.some((record) => record[key] !== undefined));
    for (let from = 0; from < alike.length; from += rowsPerStatement) await database.execute(insertStatement(table, given, alike.slice(from, from + rowsPerStatement), key));
  }
}

/** The rows go as one value of JSON: a parameter for each cell takes the driver and the database several times as long. */
function insertStatement(table: PgTable, columns: readonly KeyedColumn[], records: readonly Given[], key: string): SQL {
  const list = (parts: readonly SQLChunk[]): SQL => sql.join([...parts], sql`, `);
  const values = columns.map(([name, column]) => (isEncrypted(column) ? sql`pgp_sym_encrypt(${sql.identifier(name)}, ${key}::text, ${encryption}::text)` : sql`${sql.identifier(name)}`));
  const types = columns.map(([name, column]) => sql`${sql.identifier(name)} ${sql.raw(isEncrypted(column) ? "text" : column.getSQLType())}`);
  const json = JSON.stringify(records, columns.map(([name]) => name)); // of each row what the table has: no value goes where it is not stored
  return sql`insert into ${table} (${list(columns.map(([, { name }]) => sql.identifier(name)))}) select ${list(values)} from json_to_recordset(${json}::text::json) as given (${list(types)})`;
}

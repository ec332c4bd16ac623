import { getTableColumns, sql, type SQL } from "drizzle-orm";
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

/** PostgreSQL takes 65,535 parameters in a statement; half of that leaves the planner of the driver some room. */
const parametersPerStatement = 30_000;

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
      const columns = getTableColumns(table) as Record<string, PgColumn>;
      const given = (record: Record<string, unknown>): boolean => part === mainPart || Object.keys(columns).some((key) => key !== "id" && record[key] !== undefined && record[key] !== null);
      const values = records.filter(given).map((record) => valuesOf(record, columns, secrets));
      await insertInChunks(transaction, table, values, Object.keys(columns).length);
    }
  });
}

function valuesOf(record: Record<string, unknown>, columns: Record<string, PgColumn>, { encryption: key }: Pick<StoredSecrets, "encryption">): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]): [string, unknown][] => {
      const value = record[name];
      if (value === undefined) return [];
      return [[name, isEncrypted(column) && value !== null ? encrypted(value as string, key) : value]];
    }),
  );
}

const encrypted = (value: string, key: string): SQL => sql`pgp_sym_encrypt(${value}::text, ${key}::text, ${encryption}::text)`;

async function insertInChunks(database: Database, table: PgTable, values: readonly Record<string, unknown>[], width: number): Promise<void> {
  const size = Math.max(1, Math.floor(parametersPerStatement / (width + 2)));
  for (let from = 0; from < values.length; from += size) await database.insert(table).values(values.slice(from, from + size));
}

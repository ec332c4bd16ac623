import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Catalogue } from "../catalog/catalogue.ts";
import { accessTables } from "./access-tables.ts";
import { deliveryWaiting } from "./delivery-tables.ts";
import { searchEntry, searchPending } from "./search-table.ts";
import { storedTables } from "./tables.ts";

/** Tables that the hub keeps for itself, beside what it holds: no types of the graph, without history. */
export const ownTables: readonly PgTable[] = Object.freeze([searchEntry, searchPending, ...accessTables, deliveryWaiting]);

/** Every table that migrations make, by name: those of the catalogue with their history, and the hub's own. */
export const migratedTables = (catalogue: Catalogue): Readonly<Record<string, PgTable>> =>
  Object.fromEntries([
    ...storedTables(catalogue).flatMap(({ name, table, history }) => [[name, table] as const, ...(history ? [[`${name}_history`, history] as const] : [])]),
    ...ownTables.map((table) => [getTableName(table), table] as const),
  ]);

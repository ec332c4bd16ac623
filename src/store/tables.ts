import type { PgTable } from "drizzle-orm/pg-core";
import type { Catalogue } from "../catalog/catalogue.ts";
import { mainPart, tableOf, type Storage } from "../catalog/storage.ts";
import type { Entity, Family } from "../catalog/node-type.ts";

/** A table of the hub: of which type and part it is, and the table that keeps its earlier versions. */
export interface StoredTable {
  readonly type: Entity | Family;
  readonly part: string;
  readonly name: string;
  readonly table: PgTable;
  /** Null where rows never change. */
  readonly history: PgTable | null;
}

/** Every table, each once, main parts first: a side table refers to its main one. */
export function storedTables(catalogue: Catalogue): readonly StoredTable[] {
  const owners = new Map<Storage, Entity | Family>();
  for (const type of [...catalogue.families, ...catalogue.entities]) if (!owners.has(type.storage)) owners.set(type.storage, type);
  return [...owners.values()].flatMap((type) =>
    Object.entries(type.storage.tables)
      .sort(([a], [b]) => Number(b === mainPart) - Number(a === mainPart))
      .map(([part, table]) => ({ type, part, name: tableOf(type.storage, part), table, history: type.storage.history[part] ?? null })),
  );
}

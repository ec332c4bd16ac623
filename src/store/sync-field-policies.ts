import { createHash } from "node:crypto";
import { getTableColumns, sql } from "drizzle-orm";
import type { Catalogue } from "../catalog/catalogue.ts";
import { dataTypeOf } from "../catalog/data-type.ts";
import { ledgerOf } from "../catalog/ledger.ts";
import { mainPart } from "../catalog/storage.ts";
import { filterableBy } from "../policy/may-filter.ts";
import type { Database } from "./insert-rows.ts";

/** The name of the entity that shows the catalogue's own policy in the graph. */
const projection = "FieldPolicy";

/** Makes the rows of FieldPolicy what the catalogue declares; rows that are right already are left alone, so that their history says what changed when. */
export async function syncFieldPolicies(database: Database, catalogue: Catalogue): Promise<void> {
  const entity = catalogue.entities.find(({ name }) => name === projection);
  if (!entity) return;
  const table = entity.storage.tables[mainPart]!;
  const rows = ledgerOf(catalogue, filterableBy)
    .filter((line) => line.class !== "withheld")
    .map((line) => ({
      id: idOf(`${line.type}.${line.field}`),
      coordinate: `${line.type}.${line.field}`,
      typeName: line.type,
      fieldName: line.field,
      dataType: dataTypeOf(catalogue, line.type, line.field),
      disclosureClass: line.class.toUpperCase(),
      toSubject: line.toSubject,
      basisCitation: line.basis,
      filterable: line.filterable,
      audited: line.audited,
      rowRule: line.rowRule,
      description: line.description,
    }));
  const columns = getTableColumns(table);
  const written = Object.keys(rows[0]!).filter((key) => key !== "id" && key !== "coordinate");
  const excluded = (key: string) => sql.raw(`excluded."${columns[key]!.name}"`);
  // Reading the rows costs a tenth of offering them all again, and nearly every start finds them right.
  const present = await database.select().from(table);
  const shape = (row: Record<string, unknown>): string => JSON.stringify(["coordinate", ...written].map((key) => row[key]));
  const wanted = new Set(rows.map(shape));
  if (present.length === rows.length && present.every((row) => wanted.has(shape(row)))) return;
  await database.transaction(async (transaction) => {
    await transaction
      .insert(table)
      .values(rows)
      .onConflictDoUpdate({
        target: columns["coordinate"]!,
        set: Object.fromEntries(written.map((key) => [key, excluded(key)])),
        setWhere: sql.join(written.map((key) => sql`${columns[key]!} is distinct from ${excluded(key)}`), sql` or `),
      });
    await transaction.delete(table).where(sql`${columns["coordinate"]!} <> all(${sql.param(rows.map(({ coordinate }) => coordinate))})`);
  });
}

/** The same coordinate has the same id in every hub: links to a field's policy survive a new database. */
function idOf(coordinate: string): string {
  const hex = createHash("sha256").update(`field policy ${coordinate}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

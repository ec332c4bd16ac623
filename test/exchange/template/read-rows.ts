import { openTable } from "../../../src/exchange/table/open-table.ts";
import type { TableFormat, TableRow } from "../../../src/exchange/table/table.ts";
import { takenColumns } from "../../../src/exchange/template/faults-column.ts";
import { things } from "./small-catalogue.ts";

/** A file as the hub reads it when it is delivered. */
export async function readRows(file: string, format: TableFormat): Promise<{ readonly columns: readonly string[]; readonly rows: readonly TableRow[] }> {
  const table = await openTable(file, takenColumns(things), { format, encoding: null });
  try {
    const rows: TableRow[] = [];
    for await (const group of table.rows()) rows.push(...group);
    return { columns: table.columns, rows };
  } finally {
    await table.close();
  }
}

/** The columns of a file that has no rows yet. */
export async function readColumns(file: string, format: TableFormat): Promise<readonly string[]> {
  const table = await openTable(file, takenColumns(things), { format, encoding: null });
  await table.close();
  return table.columns;
}

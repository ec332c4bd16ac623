import { openCsv } from "./open-csv.ts";
import { openNdjson } from "./open-ndjson.ts";
import { openXlsx } from "./open-xlsx.ts";
import { workbookLimits, type WorkbookLimits } from "./table-limits.ts";
import type { KnownColumns, Table, TableEncoding, TableFormat } from "./table.ts";

/**
 * Opens a delivered file and reads as far as its line of column names. Memory is bounded whatever the file: nothing but the row in hand,
 * some hundreds read before it and the texts that cells of a workbook share is held. `encoding` null: told by the file's first bytes.
 * Throws FileFault for what is wrong with the file, FileFaults where its header is wrong in several places. Types are not looked at, nor
 * whether columns are missing. `limits` of a workbook are for tests. Whoever opens a table closes it.
 */
export async function openTable(file: string, known: KnownColumns, { format, encoding, limits = {} }: { format: TableFormat; encoding: TableEncoding | null; limits?: Partial<WorkbookLimits> }): Promise<Table> {
  switch (format) {
    case "CSV":
      return await openCsv(file, known, encoding);
    case "NDJSON":
      return await openNdjson(file, known, encoding);
    case "XLSX":
      return await openXlsx(file, known, { ...workbookLimits, ...limits });
  }
}

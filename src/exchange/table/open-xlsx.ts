import { stat } from "node:fs/promises";
import { headedTable, type RawRow } from "./headed-table.ts";
import type { WorkbookLimits } from "./table-limits.ts";
import type { KnownColumns, Table } from "./table.ts";
import { openArchive, type Archive } from "./xlsx/archive.ts";
import { readDateFormats } from "./xlsx/date-formats.ts";
import { noStrings, readSharedStrings } from "./xlsx/shared-strings.ts";
import { sheetRows } from "./xlsx/sheet-rows.ts";
import { readWorkbook } from "./xlsx/workbook.ts";

/** Opens an .xlsx workbook (ECMA-376), of which one sheet is read: the one named 数据, else the first that is not hidden. See `openTable`. */
export async function openXlsx(file: string, known: KnownColumns, limits: WorkbookLimits): Promise<Table> {
  const { size } = await stat(file);
  const archive = await openArchive(file, limits);
  let isRead = false;
  const rows = async function* (nameAt: (place: number) => string | null): AsyncGenerator<readonly RawRow[], void, undefined> {
    yield* workbookRows(archive, limits, nameAt);
    isRead = true;
  };
  return await headedTable({ format: "XLSX", encoding: "UTF-8", isSparse: true, bytesRead: () => (isRead ? size : archive.bytesRead()), rows, close: () => Promise.resolve(archive.close()) }, known);
}

async function* workbookRows(archive: Archive, limits: WorkbookLimits, nameAt: (place: number) => string | null): AsyncGenerator<readonly RawRow[], void, undefined> {
  const { sheet, sharedStrings, styles, isFrom1904 } = await readWorkbook(archive);
  const isDate = styles === null ? () => false : await readDateFormats(archive.read(styles));
  const strings = sharedStrings === null ? noStrings : await readSharedStrings(archive.read(sharedStrings), limits.sharedBytes);
  yield* sheetRows(archive.read(sheet), { strings, isDate, isFrom1904 }, nameAt);
}

import { FileFault, FileFaults } from "../ingest/file-fault.ts";
import { columnLimit } from "./table-limits.ts";
import type { KnownColumns } from "./table.ts";
import { trimCell } from "./trim-cell.ts";

/** The line of column names, understood. */
export interface Header {
  /** Keys of the columns, in the order of the file. */
  readonly columns: readonly string[];
  /** The names as they stand in the file, cut to a length that can be shown. */
  readonly names: readonly string[];
  /** Cells that the line has, those after the last name included. */
  readonly width: number;
}

/** A name of the file as it is told to people and kept: its beginning, without what cannot be seen, of which the database does not take all. */
export const shownName = (name: string): string => name.slice(0, 40).replace(/\p{C}/gu, "");

/**
 * Finds the column that each name stands for. Empty cells after the last name are no columns: spreadsheets leave them. Throws all faults
 * at once (FileFaults where there are several): UNKNOWN_COLUMN, REPEATED_COLUMN; NO_HEADER alone where no name is known, since what stands
 * there is then the first row of data, which is not to be told.
 */
export function matchHeader(cells: readonly (string | null)[], row: number, known: KnownColumns): Header {
  const texts = cells.map((cell) => trimCell(cell ?? ""));
  const names = texts.slice(0, texts.findLastIndex((text) => text !== null) + 1);
  if (names.length > columnLimit) throw new FileFault("UNREADABLE", { row, detail: { en: `The line of column names has more than ${columnLimit} columns.`, zh: `表头超过 ${columnLimit} 列。` } });
  const keys = names.map((name) => (name === null ? undefined : known.keyOf(name)));
  if (keys.every((key) => key === undefined)) {
    throw new FileFault("NO_HEADER", { row, detail: { en: "No cell of the first line that is not empty is the name of a column of the dataset.", zh: "第一个非空行中没有任何数据集的列名。" } });
  }
  const faults = names.flatMap((name, place) => {
    const key = keys[place];
    if (name === null) return [new FileFault("UNKNOWN_COLUMN", { row, detail: { en: `Column ${place + 1} has no name.`, zh: `第 ${place + 1} 列没有列名。` } })];
    if (key === undefined) return [new FileFault("UNKNOWN_COLUMN", { row, column: shownName(name) })];
    return keys.indexOf(key) < place ? [new FileFault("REPEATED_COLUMN", { row, column: shownName(name) })] : [];
  });
  if (faults.length > 1) throw new FileFaults(faults);
  if (faults[0]) throw faults[0];
  return { columns: keys as readonly string[], names: (names as readonly string[]).map(shownName), width: cells.length };
}

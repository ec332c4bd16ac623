import { csvCell, quotedCell } from "../../catalog/csv.ts";
import { csvBeginning, csvRecords, type CsvRecord } from "./csv-records.ts";
import { encoded } from "./encoded.ts";
import type { FaultsByRow } from "./faults-by-row.ts";
import { faultsColumn, isFaultsHeader } from "./faults-column.ts";
import { faultsCell, type Marking } from "./marking.ts";

/**
 * A CSV file with the column of faults. Every record stays byte for byte as it was delivered, and its cell is put before its line end; a
 * column of faults that is there already is left out, and columns without a name after the last one. Empty lines stay, so that whoever
 * opens the file finds the rows by their numbers. A record with too few cells is not filled up: it stays faulty until somebody mends it.
 */
export async function* markCsv(file: string, faults: FaultsByRow, marking: Marking): AsyncGenerator<Buffer> {
  const { mark, separator } = await csvBeginning(file, marking.encoding);
  if (mark.length > 0) yield mark;
  let header: Header | null = null;
  for await (const record of csvRecords(file, { from: mark.length, separator })) {
    if (!header) {
      header = headerIn(record, marking);
      yield header ? withCell(record, header, separator, encoded(faultsColumn.header[marking.language], marking.encoding)) : record.bytes;
      continue;
    }
    const found = await faults.of(record.number);
    if (found.length === 0 && marking.onlyFaulty) continue;
    const isEmptyLine = record.cells.length === 1 && record.cells[0] === "";
    if (found.length === 0 && isEmptyLine) yield record.bytes;
    else yield withCell(record, header, separator, encoded(csvCell(faultsCell(found, marking), separator), marking.encoding));
  }
}

interface Header {
  /** Cells of the record, named or not. */
  readonly width: number;
  /** Cells up to the last that has a name. */
  readonly named: number;
  /** Places of columns of faults. */
  readonly earlier: readonly number[];
}

/** What the line of column names, which is the first record with any text, tells; null of a record before it. */
function headerIn({ cells }: CsvRecord, { encoding }: Marking): Header | null {
  const decoder = new TextDecoder(encoding);
  const names = cells.map((cell) => decoder.decode(Buffer.from(cell, "latin1")).trim());
  const named = names.findLastIndex((name) => name !== "") + 1;
  return named === 0 ? null : { width: cells.length, named, earlier: names.flatMap((name, place) => (isFaultsHeader(name) ? [place] : [])) };
}

const lineEnd = (text: string): string => /\r?\n$|\r$/.exec(text)?.[0] ?? "";

function withCell(record: CsvRecord, header: Header, separator: string, cell: Buffer): Buffer {
  const text = record.bytes.toString("latin1");
  const end = lineEnd(text);
  return Buffer.concat([Buffer.from(keptText(text.slice(0, text.length - end.length), record.cells, header, separator) + separator, "latin1"), cell, Buffer.from(end, "latin1")]);
}

/** The record as it stands; without the columns that are left out where it has as many cells as the header, and nothing after the last name. */
function keptText(text: string, cells: readonly string[], { width, named, earlier }: Header, separator: string): string {
  if ((earlier.length === 0 && named === width) || cells.length !== width || cells.slice(named).join("") !== "") return text;
  return rawCells(text, cells).filter((_, place) => place < named && !earlier.includes(place)).join(separator);
}

/** The cells of a record with the quotation marks that they have in the file. */
function rawCells(text: string, cells: readonly string[]): string[] {
  let place = 0;
  return cells.map((cell) => {
    const raw = text[place] === '"' ? quotedCell(cell) : cell;
    place += raw.length + 1;
    return raw;
  });
}

import { FileFault, type RowFault } from "../ingest/fault-code.ts";
import { matchHeader, type Header } from "./match-header.ts";
import { rowGroup } from "./row-groups.ts";
import type { KnownColumns, Table, TableEncoding, TableFormat, TableRow } from "./table.ts";
import { trimCell } from "./trim-cell.ts";

/** A row as its format has it, before the columns are known. */
export interface RawRow {
  readonly number: number;
  readonly cells: readonly (string | null)[];
}

/** A file in which a line of column names stands above the rows. */
export interface RowSource {
  readonly format: TableFormat;
  readonly encoding: TableEncoding;
  /** Whether the format leaves out empty cells at the end of a row. */
  readonly isSparse: boolean;
  bytesRead(): number;
  /** All rows of the file, the header among them. `nameAt` says the name of the column at a place, once the rows yielded before have been taken. */
  rows(nameAt: (place: number) => string | null): AsyncGenerator<readonly RawRow[], void, undefined>;
  close(): Promise<void>;
}

/** Reads the line of column names, which is the first row with any text, and makes a table of the rest. Closes the source where that fails. */
export async function headedTable(source: RowSource, known: KnownColumns): Promise<Table> {
  let header: Header | undefined;
  const groups = source.rows((place) => header?.names[place] ?? null);
  const close = async (): Promise<void> => {
    try {
      await groups.return();
    } finally {
      await source.close();
    }
  };
  try {
    const first = await readFirst(groups);
    header = matchHeader(first.head.cells, first.head.number, known);
    const rest = tableRows(header, first.others, groups, source.isSparse);
    return {
      format: source.format,
      encoding: source.encoding,
      columns: header.columns,
      get bytesRead() {
        return source.bytesRead();
      },
      rows: () => rest,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const isBlank = ({ cells }: RawRow): boolean => cells.every((cell) => cell === null || trimCell(cell) === null);

async function readFirst(groups: AsyncGenerator<readonly RawRow[], void, undefined>): Promise<{ head: RawRow; others: readonly RawRow[] }> {
  for (let group = await nextOf(groups); group !== null; group = await nextOf(groups)) {
    const place = group.findIndex((row) => !isBlank(row));
    if (place >= 0) return { head: group[place]!, others: group.slice(place + 1) };
  }
  throw new FileFault("NO_HEADER");
}

async function* tableRows(header: Header, others: readonly RawRow[], groups: AsyncGenerator<readonly RawRow[], void, undefined>, isSparse: boolean): AsyncGenerator<readonly TableRow[], void, undefined> {
  const gathered = rowGroup();
  for (let group: readonly RawRow[] | null = others; group !== null; group = await nextOf(groups)) {
    for (const raw of group) {
      const row = tableRow(header, raw, isSparse);
      const full = row && gathered.add(row);
      if (full) yield full;
    }
  }
  const rest = gathered.rest();
  if (rest) yield rest;
  if (!gathered.hasRows()) throw new FileFault("NO_ROWS");
}

async function nextOf(groups: AsyncGenerator<readonly RawRow[], void, undefined>): Promise<readonly RawRow[] | null> {
  const next = await groups.next();
  return next.done ? null : next.value;
}

const none: readonly RowFault[] = [];
const wrongCount: readonly RowFault[] = [{ code: "CELL_COUNT", column: null }];

/** Null where the row has no text at all. */
function tableRow({ columns, width }: Header, raw: RawRow, isSparse: boolean): TableRow | null {
  const cells: (string | null)[] = [];
  let isEmpty = true;
  for (let place = 0; place < columns.length; place++) {
    const cell = trimCell(raw.cells[place] ?? "");
    cells.push(cell);
    isEmpty &&= cell === null;
  }
  const hasMore = raw.cells.length > columns.length && raw.cells.some((cell, place) => place >= columns.length && cell !== null && trimCell(cell) !== null);
  if (isEmpty && !hasMore) return null;
  return { number: raw.number, cells, faults: hasMore || (!isSparse && raw.cells.length !== width) ? wrongCount : none };
}

import type { RowFault } from "../../catalog/fault-code.ts";
import { FileFault } from "../ingest/file-fault.ts";
import { nested, readFlatObject } from "./flat-object.ts";
import { lineCutter } from "./line-cutter.ts";
import { shownName } from "./match-header.ts";
import { openText, type TextFile } from "./open-text.ts";
import { rowGroup } from "./row-groups.ts";
import { isTooLong, longCell, rowLimit } from "./table-limits.ts";
import type { KnownColumns, Table, TableEncoding, TableRow } from "./table.ts";
import { trimCell } from "./trim-cell.ts";

/**
 * Opens a file with one JSON object in each line, whose properties are keys or Chinese headers of columns; every known column is one of
 * the table. What is wrong with a line is a fault of its row: UNREADABLE where it is no object, or at a column whose value is nested,
 * UNKNOWN_COLUMN, REPEATED_COLUMN. See `openTable`.
 */
export async function openNdjson(file: string, known: KnownColumns, encoding: TableEncoding | null): Promise<Table> {
  const text = await openText(file, encoding);
  const rows = ndjsonRows(text, rowReader(known));
  return {
    format: "NDJSON",
    encoding: text.encoding,
    columns: known.keys,
    get bytesRead() {
      return text.bytesRead();
    },
    rows: () => rows,
    async close() {
      await rows.return();
      await text.close();
    },
  };
}

async function* ndjsonRows(text: TextFile, readRow: (line: Buffer, number: number) => TableRow): AsyncGenerator<readonly TableRow[], void, undefined> {
  const gathered = rowGroup();
  for await (const lines of linesOf(text)) {
    for (const { line, number } of lines) {
      if (!gathered.hasRows() && line[0] === openBracket) throw new FileFault("UNREADABLE", { row: number, detail: { en: "The file is one array of JSON; write each object on a line of its own, without brackets and commas around it (NDJSON).", zh: "文件是一个 JSON 数组；请改为每行一个对象，不加方括号和逗号（NDJSON）。" } });
      const full = line.every((byte) => byte <= 0x20) ? null : gathered.add(readRow(line, number));
      if (full) yield full;
    }
  }
  const rest = gathered.rest();
  if (rest) yield rest;
  if (!gathered.hasRows()) throw new FileFault("NO_ROWS");
}

interface Line {
  readonly number: number;
  readonly line: Buffer;
}

/** Lines that end in a piece of the file, by pieces; the piece holds several hundred, which need not be waited for each. */
async function* linesOf(text: TextFile): AsyncGenerator<readonly Line[], void, undefined> {
  let number = 1;
  const cutter = lineCutter();
  const assertShort = (length: number): void => {
    if (length > rowLimit) throw new FileFault("UNREADABLE", { row: number, detail: { en: "The line is longer than 4 MiB.", zh: "该行超过 4 MiB。" } });
  };
  const numbered = (line: Buffer): Line => {
    assertShort(line.length);
    return { number: number++, line };
  };
  for await (const piece of text.pieces(() => number)) {
    yield cutter.add(piece).map(numbered);
    assertShort(cutter.held());
  }
  const rest = cutter.rest();
  if (rest) yield [numbered(rest)];
}

const openBracket = 0x5b;

const namesKept = 10_000;

function rowReader(known: KnownColumns): (line: Buffer, number: number) => TableRow {
  const places = new Map(known.keys.map((key, place) => [key, place]));
  const found = new Map<string, number>();
  const placeOf = (name: string): number | undefined => {
    const before = found.get(name);
    if (before !== undefined) return before;
    const key = known.keyOf(name);
    const place = key === undefined ? undefined : places.get(key);
    if (place !== undefined && found.size < namesKept) found.set(name, place);
    return place;
  };
  return (line, number) => {
    const cells = Array<string | null>(known.keys.length).fill(null);
    const faults: RowFault[] = [];
    const seen = new Set<number>();
    const isObject = readFlatObject(line, (name, value) => {
      const place = placeOf(name);
      if (place === undefined) return void faults.push({ code: "UNKNOWN_COLUMN", column: shownName(name) });
      const column = known.keys[place]!;
      if (seen.has(place)) return void faults.push({ code: "REPEATED_COLUMN", column });
      seen.add(place);
      if (column === known.passedOver) return;
      if (value === nested) return void faults.push({ code: "UNREADABLE", column });
      if (value !== null && isTooLong(value)) throw new FileFault("UNREADABLE", { row: number, column, detail: longCell });
      cells[place] = value === null ? null : trimCell(value);
    });
    if (!isObject) return { number, cells: cells.fill(null), faults: [{ code: "UNREADABLE", column: null }] };
    return { number, cells, faults };
  };
}

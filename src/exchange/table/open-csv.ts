import { csvParser, type CsvParser } from "./csv-parser.ts";
import { csvSeparator } from "./csv-separator.ts";
import { headedTable, type RawRow } from "./headed-table.ts";
import { openText, type TextFile } from "./open-text.ts";
import { cellLimit } from "./table-limits.ts";
import type { KnownColumns, Table, TableEncoding } from "./table.ts";

/** Opens a CSV (RFC 4180; separated by commas, semicolons or tabs, whichever its header has). See `openTable`. */
export async function openCsv(file: string, known: KnownColumns, encoding: TableEncoding | null): Promise<Table> {
  const text = await openText(file, encoding);
  return await headedTable({ format: "CSV", encoding: text.encoding, isSparse: false, bytesRead: text.bytesRead, rows: () => csvRows(text), close: text.close }, known);
}

async function* csvRows(text: TextFile): AsyncGenerator<readonly RawRow[], void, undefined> {
  let parser: CsvParser | null = null;
  let head: Buffer = Buffer.alloc(0);
  try {
    for await (const piece of text.pieces(() => parser?.rowInHand() ?? 1)) {
      if (parser) {
        yield await parser.write(piece);
        continue;
      }
      head = Buffer.concat([head, piece]);
      const separator = csvSeparator(head.toString(), head.length > cellLimit);
      if (separator === null) continue;
      parser = csvParser(separator);
      yield await parser.write(head);
    }
    if (!parser) {
      parser = csvParser(csvSeparator(head.toString(), true)!);
      yield await parser.write(head);
    }
    yield await parser.end();
  } finally {
    parser?.close();
  }
}

import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Parser } from "csv-parse";
import { csvForm } from "../table/csv-form.ts";
import { csvSeparator, type CsvSeparator } from "../table/csv-separator.ts";
import { encodingMark, readBytes } from "../table/first-bytes.ts";
import { cellLimit, rowLimit } from "../table/table-limits.ts";
import type { TableEncoding } from "../table/table.ts";

/** A record of a CSV file as it stands there. */
export interface CsvRecord {
  /** The header being 1; records of empty lines are counted. */
  readonly number: number;
  /** Its bytes, with the line end. */
  readonly bytes: Buffer;
  /** Its cells without their quotation marks, each byte as one character, so that text of every encoding stays as it is. */
  readonly cells: readonly string[];
}

/** The bytes of a file that were handed to the parser and are not yet in a record. */
class Pending {
  private chunks: Buffer[] = [];
  private beginning = 0;

  add(chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  /** Everything up to a place of the file. */
  until(end: number): Buffer {
    const taken: Buffer[] = [];
    while (this.beginning < end && this.chunks.length > 0) {
      const first = this.chunks[0]!;
      const part = first.subarray(0, end - this.beginning);
      taken.push(part);
      this.beginning += part.length;
      if (part.length === first.length) this.chunks.shift();
      else this.chunks[0] = first.subarray(part.length);
    }
    return taken.length === 1 ? taken[0]! : Buffer.concat(taken);
  }
}

/**
 * The records of a CSV file from a place on, past its byte order mark. Quotation marks, separators and line ends are single bytes
 * that no character of UTF-8 or GB18030 contains, so that the bytes need not be decoded to be parted.
 */
export async function* csvRecords(file: string, { from, separator }: { readonly from: number; readonly separator: CsvSeparator }): AsyncGenerator<CsvRecord> {
  const pending = new Pending();
  const bytes = createReadStream(file, { start: from });
  bytes.on("data", (chunk) => pending.add(chunk as Buffer));
  const parser = new Parser({ ...csvForm(separator), encoding: "latin1", max_record_size: recordBytes, info: true });
  bytes.on("error", (error) => parser.destroy(error));
  let number = 0;
  try {
    for await (const { record, info } of bytes.pipe(parser) as AsyncIterable<{ record: string[]; info: { bytes: number } }>) {
      number += 1;
      yield { number, bytes: pending.until(info.bytes), cells: record };
    }
  } finally {
    bytes.destroy();
    parser.destroy();
  }
}

/** A row was read within its limit of characters, each of which has at most four bytes. */
const recordBytes = 4 * rowLimit;

/** What the beginning of a CSV file tells of the rest: its byte order mark, empty where it has none, and what stands between its cells. */
export async function csvBeginning(file: string, encoding: TableEncoding): Promise<{ readonly mark: Buffer; readonly separator: CsvSeparator }> {
  const first = await firstBytes(file, cellLimit);
  const mark = first.subarray(0, encodingMark(first)?.length ?? 0);
  return { mark, separator: csvSeparator(new TextDecoder(encoding).decode(first), true)! };
}

async function firstBytes(file: string, length: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    return await readBytes(handle, length);
  } finally {
    await handle.close();
  }
}

import { CsvError, parse } from "csv-parse";
import { FileFault } from "../ingest/file-fault.ts";
import { csvForm } from "./csv-form.ts";
import type { CsvSeparator } from "./csv-separator.ts";
import type { RawRow } from "./headed-table.ts";
import { isTooLong } from "./table-limits.ts";

/** Makes records of bytes of UTF-8 that come in pieces. */
export interface CsvParser {
  /** The records that are complete with this piece. Throws UNREADABLE at the row that breaks the form of a CSV. */
  write(piece: Buffer): Promise<readonly RawRow[]>;
  /** The last record, where no line break follows it. */
  end(): Promise<readonly RawRow[]>;
  /** Number of the record that is not complete yet. */
  rowInHand(): number;
  close(): void;
}

const details: Readonly<Record<string, { en: string; zh: string }>> = {
  CSV_QUOTE_NOT_CLOSED: { en: "A quote that begins in this row is never closed.", zh: "该行有未闭合的双引号。" },
  CSV_INVALID_CLOSING_QUOTE: { en: 'Text follows a closing quote in this row; a quote within a quoted cell is written twice: "".', zh: '该行的闭合双引号后还有内容；单元格内的双引号应写成两个：""。' },
  INVALID_OPENING_QUOTE: { en: 'A quote stands within a cell that is not quoted; such a cell is put in quotes, and the quote written twice: "".', zh: '该行未加引号的单元格中出现双引号；应给该单元格加引号，并将其中的双引号写成两个：""。' },
  CSV_MAX_RECORD_SIZE: { en: "The row is longer than 4 MiB; perhaps a quote in it is never closed.", zh: "该行超过 4 MiB，可能有未闭合的双引号。" },
};
const tooLong = { en: "A cell of the row is longer than 1 MiB; perhaps a quote in it is never closed.", zh: "该行有单元格超过 1 MiB，可能有未闭合的双引号。" };

/** A parser of one file. */
export function csvParser(separator: CsvSeparator): CsvParser {
  let records = 0;
  let rows: RawRow[] = [];
  const parser = parse({
    ...csvForm(separator),
    on_record: (cells: string[]) => {
      rows.push({ number: ++records, cells });
      if (cells.some(isTooLong)) throw new FileFault("UNREADABLE", { row: records, detail: tooLong });
      return null; // taken here, so that no stream of objects is kept
    },
  });
  parser.on("error", () => {}); // told to whoever wrote

  const taken = (): readonly RawRow[] => {
    const complete = rows;
    rows = [];
    return complete;
  };
  const carry = (act: (done: (error?: Error | null) => void) => void): Promise<readonly RawRow[]> =>
    new Promise((resolve, reject) => {
      act((error) => {
        if (error) reject(faultOf(error, records + 1));
        else resolve(taken());
      });
    });
  return {
    write: (piece) => carry((done) => parser.write(piece, done)),
    end: () => carry((done) => parser.end(done)),
    rowInHand() {
      // The parser looks some bytes ahead: separators push through what it holds back, wherever it stands.
      parser.write(separator.repeat(4));
      return records + 1;
    },
    close: () => parser.destroy(),
  };
}

const faultOf = (error: Error, row: number): Error => (error instanceof CsvError && details[error.code] ? new FileFault("UNREADABLE", { row, detail: details[error.code]! }) : error);

import type { RowFault } from "../../catalog/fault-code.ts";

/** Formats in which a table is delivered and given back. */
export type TableFormat = "CSV" | "NDJSON" | "XLSX";
export type TableEncoding = "UTF-8" | "GB18030";

/** A row as it stands in a file. */
export interface TableRow {
  /** Where people find it: line of the spreadsheet or of the NDJSON; in CSV the number of the record, empty lines counted, the header being 1 where nothing stands above it. */
  readonly number: number;
  /** Text of the cells, trimmed, in the order of `Table.columns`; null where empty or absent. */
  readonly cells: readonly (string | null)[];
  /** What is wrong with the row as such; its cells are then as far as they could be read. */
  readonly faults: readonly RowFault[];
}

/** A table that is being read from a file, from its beginning to its end, once. */
export interface Table {
  readonly format: TableFormat;
  readonly encoding: TableEncoding;
  /** Keys of the columns that the file has, in the order of `TableRow.cells`. */
  readonly columns: readonly string[];
  /** Bytes of the file that have been read so far, for progress. */
  readonly bytesRead: number;
  /** Rows in groups of some hundreds, so that whoever reads them is not called for each; rows without any text are left out. Throws FileFault where the file ends being readable, and NO_ROWS at its end. */
  rows(): AsyncIterable<readonly TableRow[]>;
  /** Lets go of the file, read to the end or not. */
  close(): Promise<void>;
}

/** Which columns a file may have, and which of them a header stands for. */
export interface KnownColumns {
  /** Every column's key, in a fixed order: the columns of an NDJSON, whose lines name their own. */
  readonly keys: readonly string[];
  /** Key of the column that the text names, by its Chinese header or its key; undefined where the dataset has none. */
  keyOf(header: string): string | undefined;
  /** Key of a column whose cells are read by nobody, whatever they hold; absent where there is none. */
  readonly passedOver?: string;
}

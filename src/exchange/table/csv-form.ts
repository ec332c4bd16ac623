import type { Options } from "csv-parse";
import type { CsvSeparator } from "./csv-separator.ts";
import { rowLimit } from "./table-limits.ts";

/** What a CSV is to whoever parses one: line breaks of all systems, in one file too; quotes are doubled within quotes; records of any number of cells, those without any are kept, as they count. */
export const csvForm = (separator: CsvSeparator) => ({ delimiter: separator, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true, max_record_size: rowLimit }) satisfies Options;

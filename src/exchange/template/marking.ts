import type { FaultCode, RowFault } from "../../catalog/fault-code.ts";
import { offeredCodes } from "../ingest/codes-by-title.ts";
import type { Dataset, DatasetColumn } from "../ingest/dataset.ts";
import { faultSentence, type FaultLanguage } from "../ingest/fault-sentence.ts";
import type { TableEncoding } from "../table/table.ts";
import { columnGuide } from "./column-guide.ts";

/** A fault with the row of the file where it was found, numbered as `TableRow.number` is. */
export interface MarkedFault extends RowFault {
  readonly row: number;
}

/** How a delivered file is given back. */
export interface Marking {
  readonly dataset: Dataset;
  readonly encoding: TableEncoding;
  readonly language: FaultLanguage;
  /** Whether rows without faults are left out, so that what is given back can be mended and delivered again. */
  readonly onlyFaulty: boolean;
}

/** What a column is called in a sentence: its header; in quotation marks what stands in the file and is no field. */
export function headerOf({ columns }: Dataset, column: string | null): string | null {
  if (column === null) return null;
  return columns.find(({ key }) => key === column)?.header ?? `“${column}”`;
}

/** Faults whose code does not say what the column takes. */
const unsaid: ReadonlySet<FaultCode> = new Set<FaultCode>(["FORM", "NOT_IN_CODELIST", "NO_SUCH_ROW", "OUT_OF_RANGE"]);

const takenBy = new WeakMap<DatasetColumn, Readonly<Record<FaultLanguage, string>>>();

/** What a column takes, as its template says it; a codelist by its codes. Made once for each column, as a file may have a million faults. */
function takes(column: DatasetColumn): Readonly<Record<FaultLanguage, string>> {
  let words = takenBy.get(column);
  if (!words) {
    const codes = column.codelist && offeredCodes(column.codelist);
    const { zh, en } = columnGuide(column).how;
    words = codes ? { zh: codes.join("、"), en: codes.join(", ") } : { zh, en: `${en.charAt(0).toLowerCase()}${en.slice(1)}` };
    takenBy.set(column, words);
  }
  return words;
}

/** A fault as whoever mends it reads it: what is wrong, and what the column takes where that does not say it. */
export function sentenceOf({ code, column }: RowFault, { dataset, language }: Pick<Marking, "dataset" | "language">): string {
  const sentence = faultSentence(code, headerOf(dataset, column), language);
  const declared = unsaid.has(code) ? dataset.columns.find(({ key }) => key === column) : undefined;
  if (!declared) return sentence;
  return language === "zh" ? `${sentence}（应填：${takes(declared).zh}）` : `${sentence} (fill in: ${takes(declared).en})`;
}

/** The faults of one row as one cell, none as an empty one. */
export const faultsCell = (faults: readonly MarkedFault[], marking: Marking): string => faults.map((fault) => sentenceOf(fault, marking)).join(marking.language === "zh" ? "；" : "; ");

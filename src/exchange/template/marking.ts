import type { Dataset } from "../ingest/dataset.ts";
import type { RowFault } from "../../catalog/fault-code.ts";
import { faultSentence, type FaultLanguage } from "../ingest/fault-sentence.ts";
import type { TableEncoding } from "../table/table.ts";

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

/** A fault as it is told in a marked file. */
export const sentenceOf = ({ code, column }: RowFault, { dataset, language }: Marking): string => faultSentence(code, headerOf(dataset, column), language);

/** The faults of one row as one cell, none as an empty one. */
export const faultsCell = (faults: readonly MarkedFault[], marking: Marking): string => faults.map((fault) => sentenceOf(fault, marking)).join(marking.language === "zh" ? "；" : "; ");

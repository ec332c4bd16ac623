import type { DatasetColumn } from "../ingest/dataset.ts";
import type { FaultLanguage } from "../ingest/fault-sentence.ts";
import { knownColumns } from "../table/known-columns.ts";
import type { KnownColumns } from "../table/table.ts";

/** What a marked file has beyond the delivered one: a last column of its own, in NDJSON a property. It is no field of any dataset, and is passed over where a mended file is delivered with it. */
export const faultsColumn: { readonly key: string; readonly header: Readonly<Record<FaultLanguage, string>> } = { key: "faults", header: { zh: "差错", en: "Faults" } };

/** As the reader of headers knows it: by its key, which the English header is but for its case, or by its Chinese header. */
const known = { key: faultsColumn.key, header: faultsColumn.header.zh };
const alone = knownColumns([known]);

/** Whether the header of a delivered file is that of the column of faults, in either language. */
export const isFaultsHeader = (header: string): boolean => alone.keyOf(header) !== undefined;

/** What a file may have: the columns that are taken, and the column of faults, whose cells are passed over. */
export const takenColumns = (columns: readonly Pick<DatasetColumn, "key" | "header">[]): KnownColumns => ({ ...knownColumns([...columns, known]), passedOver: faultsColumn.key });

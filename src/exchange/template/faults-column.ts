import { deliveredColumns, type Dataset } from "../ingest/dataset.ts";
import type { FaultLanguage } from "../ingest/fault-sentence.ts";
import { knownColumns } from "../table/known-columns.ts";
import type { KnownColumns } from "../table/table.ts";

/** What a marked file has beyond the delivered one: a last column of its own, in NDJSON a property. It is no field of any dataset, and is passed over where a mended file is delivered with it. */
export const faultsColumn: { readonly key: string; readonly header: Readonly<Record<FaultLanguage, string>> } = { key: "faults", header: { zh: "差错", en: "Faults" } };

/** Whether the header of a delivered file is that of the column of faults, in either language. */
export const isFaultsHeader = (header: string): boolean => Object.values(faultsColumn.header).some((own) => own.toLowerCase() === header.trim().toLowerCase());

/** What a file of the dataset may have: the columns that bodies deliver, and the column of faults, whose cells are passed over. */
export const takenColumns = (dataset: Dataset): KnownColumns => knownColumns([...deliveredColumns(dataset), { key: faultsColumn.key, header: faultsColumn.header.zh }]);

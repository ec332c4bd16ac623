import { deliveredColumns, type Dataset, type DatasetColumn } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { FileFault } from "./file-fault.ts";

/** The columns that somebody may deliver: a body all but those that the hub decides, and who runs its own commands also these. */
export const columnsFor = (dataset: Dataset, { audience }: Pick<Deliverer, "audience">): readonly DatasetColumn[] => (audience === null ? dataset.columns : deliveredColumns(dataset));

/** What must be in the file and is not: of who may say the source of each row, the source too. */
export function missingColumns(columns: readonly DatasetColumn[], present: readonly string[]): readonly FileFault[] {
  const there = new Set(present);
  return columns.filter(({ key, isRequired }) => isRequired && !there.has(key)).map(({ key }) => new FileFault("MISSING_COLUMN", { column: key }));
}

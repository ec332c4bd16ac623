import { fileURLToPath } from "node:url";

/** A table of the repository that is taken in as a delivered file is. */
export interface ReferenceFile {
  readonly dataset: string;
  readonly file: string;
}

const file = (dataset: string, name = dataset): ReferenceFile => ({ dataset, file: fileURLToPath(new URL(`../../../scripts/data/${name}.csv`, import.meta.url)) });

/** Divisions and policy tables, what others refer to first. */
export const referenceFiles: readonly ReferenceFile[] = [
  file("administrative-divisions", "sichuan-regions"), file("legal-bases"), file("catalog-items"), file("display-periods"), file("calendar-days"), file("thresholds"), file("masking-rules"), file("measures"), file("retention-rules"),
];

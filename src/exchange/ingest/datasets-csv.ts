import type { Catalogue } from "../../catalog/catalogue.ts";
import { csvOf } from "../../catalog/csv.ts";
import { datasetsOf, deliveredColumns, type Reference } from "./dataset.ts";

const referenceText = ({ to, by, isOwn }: Reference): string => `${to.name}.${by}${isOwn ? " of the same source" : ""}`;

/** Everything that bodies deliver, a line for each column of each dataset, as CSV for engineers; headers are those of the templates. */
export const datasetsCsv = (catalogue: Catalogue): string =>
  csvOf(
    ["dataset", "column", "header", "kind", "required", "reference", "codelist", "form"],
    [...datasetsOf(catalogue).values()].flatMap((dataset) =>
      deliveredColumns(dataset).map(({ key, header, kind, isRequired, reference, codelist, form }) => ({
        dataset: dataset.name,
        column: key,
        header,
        kind,
        required: isRequired,
        reference: reference && referenceText(reference),
        codelist: codelist && codelist.name,
        form: form && form.en,
      })),
    ),
  );

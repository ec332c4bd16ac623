import { chineseTerm } from "../../catalog/doc-words.ts";
import type { Reference } from "../ingest/dataset.ts";

/** The Chinese term of that by which a cell names a row of another type. */
export const referredTerm = ({ targets, by }: Reference): string => chineseTerm(targets[0]!.fields[by]!.doc);

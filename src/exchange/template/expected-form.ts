import type { Form } from "../../catalog/form.ts";
import type { DatasetColumn } from "../ingest/dataset.ts";

/** What a text of the column must look like: its own form, or that of the field by which it names a row of another type; null where it may be any. */
export const expectedForm = ({ form, reference }: DatasetColumn): Form | null => form ?? reference?.targets[0]?.supply?.forms[reference.by] ?? null;

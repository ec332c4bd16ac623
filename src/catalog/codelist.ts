import { text, type PgTextBuilderInitial } from "drizzle-orm/pg-core";

/** One code with what it means; `retired` says since when and why it is no longer used, for codes that older records still carry. */
export interface Code {
  readonly en: string;
  readonly zh: string;
  readonly retired?: string;
}

/** A closed list of codes: an enumeration of the graph, a check of the database, the drop-down of a template. */
export interface Codelist<C extends string = string> {
  readonly name: string;
  readonly doc: string;
  readonly codes: Readonly<Record<C, Code>>;
  readonly values: readonly [C, ...C[]];
}

const byValues = new WeakMap<readonly string[], Codelist>();

/** Declares a codelist. The codes are in UPPER_CASE, as GraphQL enumerations are. */
export function codelist<const C extends Record<string, Code>>(name: string, doc: string, codes: C): Codelist<keyof C & string> {
  const values = Object.keys(codes) as [keyof C & string, ...(keyof C & string)[]];
  const list: Codelist<keyof C & string> = { name, doc, codes, values };
  byValues.set(values, list);
  return list;
}

/** A text column that takes the codes of one list and nothing else. */
export const coded = <C extends string>(list: Codelist<C>): PgTextBuilderInitial<"", [C, ...C[]]> =>
  text({ enum: list.values as unknown as [C, ...C[]] });

/** The codelist behind a column made by `coded`; null for any other column. */
export const codelistOf = (enumValues: readonly string[] | undefined): Codelist | null => (enumValues && byValues.get(enumValues)) ?? null;

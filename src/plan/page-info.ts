import { literal } from "../policy/rule-sql.ts";
import { collectFields, type Collected } from "./collect-fields.ts";
import type { Compilation } from "./compilation.ts";
import { selectionsBelow } from "./selections.ts";

/** A page that is aggregated from rows numbered `i` as they were read, `n` of them: one more than the page holds, where there are more. */
export interface NumberedPage {
  readonly alias: string;
  readonly size: number;
  /** Whether the rows were read from the end. */
  readonly isBackward: boolean;
  readonly hasCursor: boolean;
  readonly cursor: () => string;
}

/** SQL of a page's PageInfo, as an aggregate over its rows. */
export function pageInfoSql(compilation: Compilation, field: Collected, path: readonly string[], { alias, size, isBackward, hasCursor, cursor }: NumberedPage): string {
  const parts = [...collectFields(compilation.document, "PageInfo", selectionsBelow(field, "PageInfo", path).parts).values()];
  const ends = [`${alias}.i = 1 and ${size} > 0`, `${alias}.i = least(${alias}.n, ${size})`];
  const [start, end] = isBackward ? ends.toReversed() : ends;
  const [beyond, behind] = [`count(*) > ${size}`, String(hasCursor)];
  const of: Readonly<Record<string, () => string>> = {
    __typename: () => literal("PageInfo"),
    hasNextPage: () => (isBackward ? behind : beyond),
    hasPreviousPage: () => (isBackward ? beyond : behind),
    startCursor: () => `max(${cursor()}) filter (where ${start})`,
    endCursor: () => `max(${cursor()}) filter (where ${end})`,
  };
  return `json_build_object(${parts.map((part) => `${literal(part.responseKey)}, ${of[part.name]!()}`).join(", ")})`;
}

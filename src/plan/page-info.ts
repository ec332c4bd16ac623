import { literal } from "../policy/rule-sql.ts";
import { collectFields, type Collected } from "./collect-fields.ts";
import type { Compilation } from "./compilation.ts";
import { selectionsBelow } from "./selections.ts";

/** A page that is aggregated from rows numbered `i`, of which `n` were read: one more than it holds, where there are more. */
export interface NumberedPage {
  readonly alias: string;
  readonly first: number;
  readonly isAfterCursor: boolean;
  readonly cursor: () => string;
}

/** SQL of a page's PageInfo, as an aggregate over its rows. */
export function pageInfoSql(compilation: Compilation, field: Collected, path: readonly string[], { alias, first, isAfterCursor, cursor }: NumberedPage): string {
  const parts = [...collectFields(compilation.document, "PageInfo", selectionsBelow(field, "PageInfo", path).parts).values()];
  const of: Readonly<Record<string, () => string>> = {
    __typename: () => literal("PageInfo"),
    hasNextPage: () => `count(*) > ${first}`,
    hasPreviousPage: () => String(isAfterCursor),
    startCursor: () => `max(${cursor()}) filter (where ${alias}.i = 1 and ${first} > 0)`,
    endCursor: () => `max(${cursor()}) filter (where ${alias}.i = least(${alias}.n, ${first}))`,
  };
  return `json_build_object(${parts.map((part) => `${literal(part.responseKey)}, ${of[part.name]!()}`).join(", ")})`;
}

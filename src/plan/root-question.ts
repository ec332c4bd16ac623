import type { Audience } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity, Family, Formerly, NodeType } from "../catalog/node-type.ts";
import type { Viewer } from "../policy/viewer.ts";

/** What a field of Query asks of the catalogue. */
export type RootQuestion =
  /** One row by its id or by a natural key; exactly one of the arguments is given. */
  | { readonly kind: "lookup"; readonly type: Entity | Family; readonly keys: Readonly<Record<string, string>> }
  /** Rows by a list of natural keys, in the list's order, null where there is none. */
  | { readonly kind: "batch"; readonly type: Entity | Family; readonly argument: string; readonly key: string }
  /** Rows that bore a name or code, today or before, on a day or at any time. */
  | { readonly kind: "knownAs"; readonly type: Family; readonly formerly: Formerly }
  /** The row whose key the viewer carries: its own body, its own person. */
  | { readonly kind: "row"; readonly type: Entity | Family; readonly key: string; readonly read: (asked: { readonly viewer: Viewer }) => string | null }
  /** A connection over all rows; where it is said, over those of one audience, which are about whoever asks, and nobody else has any. */
  | { readonly kind: "list"; readonly type: NodeType; readonly whose?: Audience }
  /** Any row by its global id, and rows by a list of ids. */
  | { readonly kind: "node" }
  | { readonly kind: "nodes" }
  /** Rows of any searchable type by a few characters, and what somebody who types may mean. */
  | { readonly kind: "search" }
  | { readonly kind: "suggest" };

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The fields of Query that the catalogue gives rise to, by name, in the catalogue's order. */
export function rootQuestions(catalogue: Catalogue): ReadonlyMap<string, RootQuestion> {
  const questions = new Map<string, RootQuestion>([
    ["node", { kind: "node" }],
    ["nodes", { kind: "nodes" }],
    ...(catalogue.searchable.length > 0 ? ([["search", { kind: "search" }], ["suggest", { kind: "suggest" }]] as const) : []),
  ]);
  for (const type of catalogue.types.values()) {
    const { singular, plural, keys } = type.questions;
    if (type.kind !== "union") {
      questions.set(singular, { kind: "lookup", type, keys });
      for (const [argument, key] of Object.entries(keys)) questions.set(`${plural}By${capitalised(argument)}`, { kind: "batch", type, argument: `${argument}s`, key });
    }
    questions.set(plural, { kind: "list", type });
    if (type.kind === "family" && type.formerly) questions.set(`${plural}KnownAs`, { kind: "knownAs", type, formerly: type.formerly });
  }
  return questions;
}

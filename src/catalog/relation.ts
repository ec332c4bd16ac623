import type { NodeType } from "./node-type.ts";

/** The other direction of a relation, under the name that it has on the target. */
export interface Inverse {
  readonly name: string;
  readonly doc: string;
  /** many: a connection; false: at most one, by a key that is unique. */
  readonly many: boolean;
}

/** A reference from a key of this type to a unique field of another. Declared once, on the side that holds the key. */
export interface Relation {
  /** The target; by name where it is declared in the same file, such as an organisation's parent. */
  readonly to: (() => NodeType) | string;
  /** The field here that holds the key; the relation, both ways, has its class. */
  readonly key: string;
  /** The field there that the key names. */
  readonly toKey: string;
  readonly doc: string;
  readonly inverse: Inverse | null;
  /** For a relation of a type to itself: a further relation to the end of its chain, the row itself where the chain ends at once. */
  readonly last: { readonly name: string; readonly doc: string } | null;
  /** Whether the database refuses a key without its row. */
  readonly enforced: boolean;
  /** Whether several rows there may have the value of the key: from here no one row is to be had, and the inverse alone is in the graph. */
  readonly isShared: boolean;
}

interface Options {
  /** True where several rows of the target may have the value of the key. */
  readonly isShared?: boolean;
  /** False where the row may come later than the key: no foreign key. */
  readonly enforced?: boolean;
  /** The unique field of the target that the key names; its `id` unless said otherwise. */
  readonly to?: string;
  readonly inverse?: Inverse;
  /** Name and doc of a relation to where following this one again and again leads: today's body, after mergers and successions. */
  readonly last?: { readonly name: string; readonly doc: string };
}

/** A relation to at most one row of another type, by a key that this type holds. */
export const one = (to: (() => NodeType) | string, key: string, doc: string, options: Options = {}): Relation => ({
  to,
  key,
  toKey: options.to ?? "id",
  doc,
  inverse: options.inverse ?? null,
  last: options.last ?? null,
  enforced: options.enforced ?? true,
  isShared: options.isShared ?? false,
});

/** The inverse as a connection, with paging, filter and order of its own. */
export const many = (name: string, doc: string): Inverse => ({ name, doc, many: true });

/** The inverse as at most one row; the key must be unique. */
export const single = (name: string, doc: string): Inverse => ({ name, doc, many: false });

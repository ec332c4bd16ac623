import type { PgColumnBuilderBase } from "drizzle-orm/pg-core";
import type { Basis } from "./basis.ts";
import type { Derivation } from "./derivation.ts";
import type { DisclosureClass } from "./disclosure-class.ts";

/** A field as it is declared once, by the word that says who may read it: column, class, sentence and legal basis. */
export interface Field<C extends DisclosureClass = DisclosureClass, B extends PgColumnBuilderBase = PgColumnBuilderBase> {
  readonly class: C;
  readonly column: B;
  /** One sentence for the citizen in English, with the Chinese term in parentheses. */
  readonly doc: string;
  /** Why the field is closed, or why a fact about a person is opened; null for what is open anyway. */
  readonly basis: Basis | null;
  /** Whether the person concerned reads it as well. */
  readonly toSubject: boolean;
  /** Name of the part whose row rule decides, row by row, whether the value is there; null: the rule of its class. */
  readonly part: string | null;
  /** How the value follows from other fields; such a field has no column of its own, and its column here only says its type. */
  readonly derived: Derivation | null;
  /** Since when and why nobody should ask for it any more, and what to ask for instead; null for what is in use. */
  readonly deprecated: string | null;
}

export type Fields = Readonly<Record<string, Field>>;

interface Options {
  /** The part of the entity that holds the field: its own table and row rule (see `parts` of `entity`). */
  readonly part?: string;
  /** For facts about a person: the law that opens them. */
  readonly basis?: Basis;
  /** For what is not stored: how it follows from other fields, which must be at least as open. */
  readonly derived?: Derivation;
}

const declare = <C extends DisclosureClass, B extends PgColumnBuilderBase>(cls: C, column: B, doc: string, { basis = null, part = null, derived = null }: Partial<Pick<Field, "basis" | "part" | "derived">>): Field<C, B> => ({
  class: cls, column, doc, basis, toSubject: false, part, derived, deprecated: null,
});

/** Everybody reads it (社会公开). */
export const open = <B extends PgColumnBuilderBase>(column: B, doc: string, options: Options = {}): Field<"open", B> =>
  declare("open", column, doc, options);

/** Every authenticated government body reads it (无条件共享). Not for facts about persons. */
export const shared = <B extends PgColumnBuilderBase>(column: B, doc: string, options: Options = {}): Field<"shared", B> =>
  declare("shared", column, doc, options);

/** A body reads it that the entity's conditional rule admits (有条件共享). Closing needs a written legal basis. */
export const conditional = <B extends PgColumnBuilderBase>(column: B, doc: string, basis: Basis): Field<"conditional", B> =>
  declare("conditional", column, doc, { basis });

/** The source body and the competent authority read it, as the entity's restricted rule says (不予共享). */
export const restricted = <B extends PgColumnBuilderBase>(column: B, doc: string, basis: Basis): Field<"restricted", B> =>
  declare("restricted", column, doc, { basis });

/** Nobody reads it: bookkeeping, hashes, keys for matching. It is in the database and nowhere else. */
export const withheld = <B extends PgColumnBuilderBase>(column: B, doc: string): Field<"withheld", B> => declare("withheld", column, doc, {});

/** The person concerned reads the field as well, in the own window. */
export const toSubject = <C extends "conditional" | "restricted", B extends PgColumnBuilderBase>(field: Field<C, B>): Field<C, B> => ({ ...field, toSubject: true });

/** The field is on its way out: it is answered as before until it is removed, and the graph says `since 2026-12-01: ask amount instead (请查询 amount)` of it. */
export const deprecated = <C extends DisclosureClass, B extends PgColumnBuilderBase>(field: Field<C, B>, reason: string): Field<C, B> => ({ ...field, deprecated: reason });

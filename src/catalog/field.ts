import type { PgColumnBuilderBase } from "drizzle-orm/pg-core";
import type { Basis } from "./basis.ts";
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
}

export type Fields = Readonly<Record<string, Field>>;

interface Options {
  /** The part of the entity that holds the field: its own table and row rule (see `parts` of `entity`). */
  readonly part?: string;
  /** For facts about a person: the law that opens them. */
  readonly basis?: Basis;
}

const declare = <C extends DisclosureClass, B extends PgColumnBuilderBase>(cls: C, column: B, doc: string, basis: Basis | null, part: string | null): Field<C, B> => ({
  class: cls, column, doc, basis, toSubject: false, part,
});

/** Everybody reads it (社会公开). */
export const open = <B extends PgColumnBuilderBase>(column: B, doc: string, options: Options = {}): Field<"open", B> =>
  declare("open", column, doc, options.basis ?? null, options.part ?? null);

/** Every authenticated government body reads it (无条件共享). Not for facts about persons. */
export const shared = <B extends PgColumnBuilderBase>(column: B, doc: string, options: Options = {}): Field<"shared", B> =>
  declare("shared", column, doc, options.basis ?? null, options.part ?? null);

/** A body reads it that the entity's conditional rule admits (有条件共享). Closing needs a written legal basis. */
export const conditional = <B extends PgColumnBuilderBase>(column: B, doc: string, basis: Basis): Field<"conditional", B> =>
  declare("conditional", column, doc, basis, null);

/** The source body and the competent authority read it, as the entity's restricted rule says (不予共享). */
export const restricted = <B extends PgColumnBuilderBase>(column: B, doc: string, basis: Basis): Field<"restricted", B> =>
  declare("restricted", column, doc, basis, null);

/** Nobody reads it: bookkeeping, hashes, keys for matching. It is in the database and nowhere else. */
export const withheld = <B extends PgColumnBuilderBase>(column: B, doc: string): Field<"withheld", B> => declare("withheld", column, doc, null, null);

/** The person concerned reads the field as well, in the own window. */
export const toSubject = <C extends "conditional" | "restricted", B extends PgColumnBuilderBase>(field: Field<C, B>): Field<C, B> => ({ ...field, toSubject: true });

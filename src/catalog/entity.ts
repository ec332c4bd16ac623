import { timestamp, uuid } from "drizzle-orm/pg-core";
import type { DisclosureClass } from "./disclosure-class.ts";
import { open, type Field, type Fields } from "./field.ts";
import type { ClosedRules, Entity, Questions, Redaction, Union } from "./node-type.ts";
import type { Relation } from "./relation.ts";
import { always, momentsIn, type Rule } from "./rule.ts";
import { storageOf } from "./storage.ts";
import { provenance, supplyOf, type SupplyOptions } from "./supply.ts";

/** What every entity has without being told. */
export const identity = () => ({
  id: open(uuid().primaryKey().defaultRandom(), "Stable, opaque identifier (标识)."),
  recordedAt: open(
    timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
    "When the hub recorded the row as it is now, by system time (入库时间).",
  ),
});

type Identity = ReturnType<typeof identity>;

type ClassesOf<F extends Fields> = F[keyof F]["class"];

/** A rule is compulsory for every closed class that the fields use, and refused for one that they do not. */
export type ClosedOption<F extends Fields, C extends DisclosureClass & ("conditional" | "restricted")> = C extends ClassesOf<F>
  ? Readonly<Record<C, Rule | "rows">>
  : Readonly<Partial<Record<C, never>>>;

export interface NamingOptions {
  /** Natural keys: argument name → unique open field. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Name of the connection where it is not the name with an s. */
  readonly plural?: string;
  /** Order when nobody says: an open field that is never null. */
  readonly order?: { readonly by: string; readonly direction: "ASC" | "DESC" };
  /** What the rows are searched by: a title that is never null, and codes; open fields of the main part. `rows` leaves out those about persons. */
  readonly search?: { readonly title: string; readonly also?: readonly string[]; readonly rows?: Rule };
}

export type EntityOptions<F extends Fields> = NamingOptions & {
  /** Which rows exist for whom. */
  readonly rows: Rule;
  /** Row rules of the parts that fields are assigned to with `{ part }`. */
  readonly parts?: Readonly<Record<string, Rule>>;
  readonly relations?: Readonly<Record<string, Relation>>;
  readonly implements?: Union;
  /** The key by which a row names the civil servant whom it is about; compulsory where a row exists for the person concerned, null where it is about nobody all the same. */
  readonly concerns?: string | null;
  /** Rows, once written, are never changed nor deleted, and have no history. */
  readonly appendOnly?: true;
  /** How a row is emptied for good, with its history (see `Redaction`). */
  readonly redaction?: Redaction;
  /** Rows that workflows make and change: the hub's own role may write them, and nothing else that serves questions may. */
  readonly kept?: "workflow";
  /** How rows come in from the bodies that are in charge of them; without it none do. */
  readonly supply?: SupplyOptions;
  /** Further indexes, as lists of fields; keys of relations and the order have theirs already. */
  readonly indexes?: readonly (readonly string[])[];
} & ClosedOption<F, "conditional"> &
  ClosedOption<F, "restricted">;

/** Names of the root questions and the order, from the type's name and what the declaration says. */
export const questionsOf = (name: string, options: NamingOptions): Questions => {
  const singular = name.charAt(0).toLowerCase() + name.slice(1);
  return {
    singular,
    plural: options.plural ?? `${singular}s`,
    keys: options.keys ?? {},
    order: options.order ?? { by: "recordedAt", direction: "ASC" },
    search: options.search ? { title: options.search.title, also: options.search.also ?? [], rows: options.search.rows ?? always } : null,
  };
};

/**
 * The indexes that the hub relies on: each relation's key followed by the order, and the order itself, each made total by the id; and the
 * moments of the rules, by which the next one is found whenever something has changed (a rule that is missing is refused by its name, elsewhere).
 */
export function indexesOf(relations: Readonly<Record<string, Relation>>, order: Questions["order"], rules: readonly (Rule | undefined)[], further: readonly (readonly string[])[] = []): string[][] {
  const tail = order.by === "id" ? ["id"] : [order.by, "id"];
  const lists = [tail, ...Object.values(relations).flatMap((relation) => (relation.inverse ? [[relation.key, ...tail]] : [])), ...further.map((list) => [...list])]
    .map((list) => list.filter((key, place) => list.indexOf(key) === place));
  const moments = rules.flatMap((rule) => (rule ? momentsIn(rule) : [])).filter((path) => !path.includes(".") && !lists.some(([first]) => first === path));
  return [...new Map([...lists, ...moments.map((key) => [key])].filter((list) => list.join() !== "id").map((list) => [list.join(), list])).values()];
}

/** The closed rules among a declaration's options; null where no field needs one. */
export function closedRules(options: object): ClosedRules {
  const { conditional = null, restricted = null } = options as { conditional?: Rule | "rows"; restricted?: Rule | "rows" };
  return { conditional, restricted };
}

/**
 * Declares an entity: its table and migration, its type, inputs and questions in the graph, its permission rules, grants and row
 * policies, its lines in the ledger and its columns in the ingest template all come from this one record.
 *
 * @param name the type's name in the graph, in the singular
 * @param doc one or two sentences, with the Chinese term in parentheses
 * @param fields each declared by the word of its class
 * @param options row rules (compulsory), relations, natural keys, order
 */
export function entity<F extends Readonly<Record<string, Field>>>(name: string, doc: string, fields: F, options: EntityOptions<F>): Entity<Identity & F> {
  const all = { ...identity(), ...fields, ...(options.supply ? provenance() : {}) };
  const supply = options.supply ? supplyOf(all, options.supply) : null;
  const closed = closedRules(options);
  const questions = questionsOf(name, options);
  const relations = options.relations ?? {};
  return {
    kind: "entity",
    name,
    doc,
    fields: all,
    relations,
    questions,
    storage: storageOf(name, all, closed, { indexes: indexesOf(relations, questions.order, [options.rows, ...Object.values(options.parts ?? {})], options.indexes), relations, appendOnly: options.appendOnly ?? false, supply }),
    rows: options.rows,
    closed,
    parts: options.parts ?? {},
    discriminator: null,
    family: null,
    supply,
    appendOnly: options.appendOnly ?? false,
    kept: options.kept ?? null,
    redaction: options.redaction ?? null,
    concerns: options.concerns,
    implements: options.implements ?? null,
  };
}


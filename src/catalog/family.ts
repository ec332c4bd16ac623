import { coded, codelist } from "./codelist.ts";
import { closedRules, identity, indexesOf, questionsOf, type ClosedOption, type NamingOptions } from "./entity.ts";
import { open, type Field, type Fields } from "./field.ts";
import type { Entity, Family, Formerly } from "./node-type.ts";
import type { Relation } from "./relation.ts";
import type { Rule } from "./rule.ts";
import { storageOf } from "./storage.ts";
import { provenance, supplyOf, type SupplyOptions } from "./supply.ts";

/** What a member of a family has beyond the common fields. */
export interface Member {
  readonly doc: string;
  /** The Chinese term for the kind, for the codelist. */
  readonly zh: string;
  readonly fields?: Fields;
  readonly relations?: Readonly<Record<string, Relation>>;
  /** Name of the member's connection where it is not the name with an s. */
  readonly plural?: string;
}

type FamilyOptions<F extends Fields, M extends Readonly<Record<string, Member>>> = NamingOptions & {
  readonly rows: Rule;
  readonly relations?: Readonly<Record<string, Relation>>;
  readonly indexes?: readonly (readonly string[])[];
  /** What the database refuses, whoever writes: text fields, each with the beginning that no value may have. */
  readonly refusedPrefixes?: Readonly<Record<string, string>>;
  readonly members: M;
  readonly formerly?: Formerly;
  /** How rows of all members come in; what a member demands beyond is in its own fields. */
  readonly supply?: SupplyOptions;
} & ClosedOption<F, "conditional"> &
  ClosedOption<F, "restricted">;

/** `Government` → `GOVERNMENT`, the value of `kind` in the table. */
const kindCode = (name: string): string => name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/**
 * Declares an interface of the graph whose members share one table: they are the same thing in the law (an organisation with a
 * 统一社会信用代码) and are listed, searched and referred to together. Members inherit fields, rules, relations and keys.
 */
export function family<F extends Readonly<Record<string, Field>>, const M extends Readonly<Record<string, Member>>>(
  name: string,
  doc: string,
  fields: F,
  options: FamilyOptions<F, M>,
): Family & { readonly members: { readonly [K in keyof M]: Entity } } {
  const kinds = codelist(
    `${name}Kind`,
    `Kinds of ${name} (类型).`,
    Object.fromEntries(Object.entries(options.members).map(([member, { zh }]) => [kindCode(member), { en: member, zh }])),
  );
  const common: Fields = { ...identity(), ...fields, ...(options.supply ? provenance() : {}), kind: open(coded(kinds).notNull(), `What kind of ${name} it is (类型).`) };
  const closed = closedRules(options);
  const questions = questionsOf(name, options);
  const relations = options.relations ?? {};
  const memberFields = Object.assign({}, ...Object.values(options.members).map((member) => member.fields ?? {})) as Fields;
  const memberRelations = Object.assign({}, ...Object.values(options.members).map((member) => member.relations ?? {})) as Record<string, Relation>;
  const all = { ...relations, ...memberRelations };
  const supply = options.supply ? supplyOf(common, options.supply) : null;
  const indexes = indexesOf(all, questions.order, [options.rows], [["kind", questions.order.by, "id"], ...(options.indexes ?? [])]);
  const storage = storageOf(name, { ...common, ...memberFields }, closed, { indexes, relations: all, refusedPrefixes: options.refusedPrefixes, supply });
  const members = Object.fromEntries(
    Object.entries(options.members).map(([member, spec]): [string, Entity] => [
      member,
      {
        kind: "entity",
        name: member,
        doc: spec.doc,
        fields: { ...common, ...spec.fields },
        relations: { ...relations, ...spec.relations },
        questions: { ...questionsOf(member, spec.plural ? { plural: spec.plural } : {}), keys: questions.keys, order: questions.order, search: questions.search },
        storage,
        rows: options.rows,
        closed,
        parts: {},
        discriminator: kindCode(member),
        family: name,
        supply,
        appendOnly: false,
        kept: null,
        redaction: null,
        concerns: undefined,
        implements: null,
      },
    ]),
  ) as { [K in keyof M]: Entity };
  return { kind: "family", name, doc, fields: common, relations, questions, storage, rows: options.rows, closed, parts: {}, members, supply, formerly: options.formerly ?? null };
}

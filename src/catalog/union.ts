import { identity, questionsOf, type NamingOptions } from "./entity.ts";
import type { Fields } from "./field.ts";
import type { Union } from "./node-type.ts";
import type { Relation } from "./relation.ts";

/**
 * Declares an interface of the graph whose members have tables of their own, because the law keeps them apart (a debt limit is decided,
 * a balance is measured). Members name it in `implements` and spread its fields; a relation here has its inverse over all members.
 */
export const union = (
  name: string,
  doc: string,
  fields: Fields,
  options: NamingOptions & { readonly relations?: Readonly<Record<string, Relation>> } = {},
): Union => ({ kind: "union", name, doc, fields: { ...identity(), ...fields }, relations: options.relations ?? {}, questions: questionsOf(name, options) });

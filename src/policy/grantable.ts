import { bodyAudiences, type Audience } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import { fold, never, partsOf, type Rule } from "../catalog/rule.ts";
import { partOf } from "../catalog/storage.ts";
import { ruleOfPart } from "./may-read.ts";

/** A field that a sharing grant can open. */
export interface Grantable {
  readonly coordinate: string;
  /** The type, which the grant must name as well: rules ask for it. */
  readonly item: string;
  /** Whether bodies of the audience are in charge of such data, and may give it to others. */
  readonly isSuppliedBy: (audience: Audience) => boolean;
  /** Whether they are in charge of all such data of a division, and not of their own rows alone. */
  readonly isSuppliedWholeBy: (audience: Audience) => boolean;
}

/** The fields that sharing grants can open, by coordinate: the conditional ones, as the catalogue sees to it that their rules know grants of their type. */
export function grantableFields(catalogue: Catalogue): ReadonlyMap<string, Grantable> {
  return new Map(
    catalogue.entities.flatMap((type) =>
      Object.entries(type.fields).flatMap(([key, field]): [string, Grantable][] => {
        if (field.class !== "conditional") return [];
        const coordinate = `${type.name}.${key}`;
        const rule = ruleOfPart(type, partOf(field, type.closed));
        return [[coordinate, { coordinate, item: type.name, isSuppliedBy: (audience) => hasCharge(rule, audience), isSuppliedWholeBy: (audience) => hasCharge(withoutOwn(rule), audience) }]];
      }),
    ),
  );
}

/**
 * Whether a rule gives an audience something for its duty. What any body gets of rows that name it, as the one that owes or buys, it gets as a party: a
 * grant is of a division, and would give away what others are parties to.
 */
const hasCharge = (rule: Rule, audience: Audience): boolean => JSON.stringify(fold(rule, audience, false)) !== JSON.stringify(fold(asParty(rule), audience, false));

/** What is left of a rule without what a body gets of its own rows. */
function withoutOwn(rule: Rule): Rule {
  if (rule.rule === "own") return never;
  return rule.rule === "anyOf" || rule.rule === "allOf" ? { rule: rule.rule, rules: partsOf(rule).map(withoutOwn) } : rule;
}

/** What is left of a rule for a body without any duty. */
function asParty(rule: Rule): Rule {
  if (rule.rule === "audience") return bodyAudiences.every((body) => rule.audiences.includes(body)) ? rule : never;
  return rule.rule === "anyOf" || rule.rule === "allOf" ? { rule: rule.rule, rules: partsOf(rule).map(asParty) } : rule;
}

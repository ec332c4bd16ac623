import type { Audience } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Rule } from "../catalog/rule.ts";
import { partOf } from "../catalog/storage.ts";
import { readingOf, ruleOfPart } from "./may-read.ts";

/** The items that a sharing grant must name for the rule to open by it. */
const itemsOf = (rule: Rule): readonly string[] => (rule.rule === "granted" ? [rule.item] : rule.rule === "anyOf" || rule.rule === "allOf" ? rule.rules.flatMap(itemsOf) : []);

/**
 * The fields that a sharing grant can open: conditional ones whose rule, or whose row's, knows grants. By coordinate, with the items that
 * the grant must name beside it.
 */
export function grantableFields(catalogue: Catalogue): ReadonlyMap<string, readonly string[]> {
  return new Map(
    catalogue.entities.flatMap((type) =>
      Object.entries(type.fields).flatMap(([key, field]): [string, readonly string[]][] => {
        if (field.class !== "conditional") return [];
        const items = [...new Set([type.rows, ruleOfPart(type, partOf(field, type.closed))].flatMap(itemsOf))];
        return items.length === 0 ? [] : [[`${type.name}.${key}`, items]];
      }),
    ),
  );
}

/** Of these, the ones that an audience reads without a grant: nobody grants what he may not read himself. */
export function readWithoutGrant(catalogue: Catalogue, audience: Audience): readonly string[] {
  return [...grantableFields(catalogue).keys()].filter((coordinate) => {
    const [name, key] = coordinate.split(".") as [string, string];
    const type = catalogue.types.get(name);
    return type?.kind === "entity" && readingOf({ audience, grants: false }, type, type.fields[key]!) === "yes";
  });
}

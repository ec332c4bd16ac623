import type { Entity, Family } from "./node-type.ts";
import { grantsIn, usesGrants } from "./rule.ts";

/**
 * What is conditional is what sharing grants open (有条件共享), and nothing else is: a type with conditional fields says which division of a
 * row a grant has to cover, and its other closed fields stay out of every grant's reach.
 */
export function grantFaults(type: Entity | Family, names: ReadonlySet<string>): string[] {
  const { conditional, restricted } = type.closed;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- a type without a row rule is told of elsewhere
  if (!type.rows) return [];
  const rule = conditional === "rows" ? type.rows : conditional;
  const grants = grantsIn(type.rows).concat(rule ? grantsIn(rule) : []);
  const isShareable = Object.values(type.fields).some((field) => field.class === "conditional");
  return [
    ...(isShareable && rule && !grantsIn(rule).includes(type.name) ? [`: has conditional fields, and no grant opens them: granted("${type.name}", …)`] : []),
    ...(grants.filter((item) => !names.has(item)).map((item) => `: a grant of ${item}, which is not declared`)),
    ...(restricted && usesGrants(restricted === "rows" ? type.rows : restricted) ? [": a grant opens conditional fields, and its restricted rule has one"] : []),
    ...Object.entries(type.parts).flatMap(([part, each]) => (usesGrants(each) ? [`: a grant opens conditional fields, and its part ${part} has one`] : [])),
  ];
}

import type { Catalogue } from "../catalog/catalogue.ts";
import { fold, momentsIn, type Rule } from "../catalog/rule.ts";
import { tableOf } from "../catalog/storage.ts";

/** A column of moments at which rows or fields begin to be there for the public by themselves. */
export interface Moment {
  readonly table: string;
  readonly column: string;
}

/** Every column that a rule for the public compares with the time. Days are not among them: they turn for all rows at once. */
export function publicMoments(catalogue: Catalogue): readonly Moment[] {
  const found = new Map<string, Moment>();
  for (const type of [...catalogue.families, ...catalogue.entities]) {
    const derived = Object.values(type.fields).flatMap(({ derived: each }): Rule[] => (each?.derivation === "holds" ? [each.rule] : []));
    const rules = [type.rows, ...Object.values(type.parts), ...(type.questions.search ? [type.questions.search.rows] : []), ...derived];
    for (const path of rules.flatMap((rule) => momentsIn(fold(rule, "public")))) {
      const { end, key } = catalogue.pathOf(type, path);
      if (end.kind === "union") throw new Error(`${type.name}: the path ${path} ends at ${end.name}, which has no table of its own`);
      const { part, column } = end.storage.places[key]!;
      const moment = { table: tableOf(end.storage, part), column: column.name };
      found.set(`${moment.table}.${moment.column}`, moment);
    }
  }
  return [...found.values()];
}

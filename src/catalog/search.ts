import type { Entity, Family } from "./node-type.ts";
import { asksViewer, fold } from "./rule.ts";
import { mainPart } from "./storage.ts";

/**
 * The types that are searched, each table once: a member of a family is found as one of the family.
 *
 * Persons are not among them, office-holders and parties who are natural persons included. That a body must publish who heads it does not make
 * a register of persons by name, which is what a search over all bodies would be (个人信息保护法第6、25条); they are found on the body's page.
 */
export const searchableOf = (types: readonly (Entity | Family)[]): readonly (Entity | Family)[] =>
  types.filter((type) => type.questions.search !== null && (type.kind === "family" || type.family === null));

/** What is wrong with a type's search: only what everybody may read of rows that the public may get is searched, and no fact about a person. */
export function searchFaults({ questions, fields, storage, rows }: Entity | Family): string[] {
  const { search } = questions;
  if (!search) return [];
  const faults = [search.title, ...search.also].flatMap((key) => {
    const [field, place] = [fields[key], storage.places[key]];
    if (field?.class !== "open" || place?.part !== mainPart || place.column.getSQLType() !== "text") return [`: searched by ${key}, which must be an open text of the main part`];
    return field.basis ? [`: searched by ${key}, which is a fact about a person: nobody looks persons up by name`] : [];
  });
  if (!storage.places[search.title]?.column.notNull) faults.push(`: its title in the search, ${search.title}, may be null`);
  if (asksViewer(search.rows)) faults.push(": which of its rows are searched depends on who asks");
  if (fold(rows, "public").rule === "never") faults.push(" is searched, and the public gets none of its rows");
  return faults;
}

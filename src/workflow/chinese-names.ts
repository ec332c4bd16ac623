import { codelistOf } from "../catalog/codelist.ts";
import { chineseTerm } from "../catalog/doc-words.ts";
import type { Entity, Family, NodeType } from "../catalog/node-type.ts";
import { reasonName, transitionOf, type Machine } from "./machine.ts";

/** What is spoken of in a Chinese sentence, by its term, and by the name that whoever asks has to write. */
const named = (term: string, name: string): string => `“${term}”（${name}）`;

/** An event: `“县级核实并上报市级”（verifyDishonestyAtCounty）`. */
export const eventName = (machine: Machine, event: string): string => named(chineseTerm(transitionOf(machine, event).doc).split("，")[0]!, event);

/** A state by the title of its code: `“已上报”（REPORTED）`; one that is no code by its name alone. */
export function stateName({ type, state: holder }: Machine, state: string): string {
  const list = "field" in holder ? codelistOf(type.storage.places[holder.field]?.column.enumValues) : null;
  const code = list?.codes[state];
  return code ? named(code.zh, state) : state;
}

/** A field at the end of a path, by the terms on the way: `“管辖行政区划代码”（divisionCode）`; what has no term there by its path alone. */
export function fieldName(type: Entity | Family, path: string): string {
  if (path === reasonName) return named("理由", path);
  const terms: string[] = [];
  let at: NodeType | undefined = type;
  for (const step of path.split(".")) {
    const relation: (Entity | Family)["relations"][string] | undefined = at && "relations" in at ? at.relations[step] : undefined;
    const doc: string | undefined = relation?.doc ?? (at && "fields" in at ? at.fields[step]?.doc : undefined);
    if (doc === undefined) return path;
    terms.push(chineseTerm(doc));
    at = relation && typeof relation.to !== "string" ? relation.to() : undefined;
  }
  return named(terms.join("的"), path);
}

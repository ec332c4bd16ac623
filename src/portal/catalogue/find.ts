import { chineseTerm } from "../../catalog/doc-words.ts";
import type { DisclosureClass } from "../../catalog/disclosure-class.ts";
import type { Code } from "../../catalog/codelist.ts";
import type { Contents } from "./contents.ts";
import { errorMeanings } from "./error-meanings.ts";

/** Something that the catalogue has an entry of. */
export interface Entry {
  readonly kind: "type" | "field" | "codelist" | "change" | "error";
  /** What it is called: a type, or type and field. */
  readonly name: string;
  /** Its doc; null for a code of an error. */
  readonly doc: string | null;
  readonly class: DisclosureClass | null;
  readonly path: string;
  readonly anchor: string | undefined;
  /** What is searched besides the name, in small letters. */
  readonly text: string;
}

/** Everything that can be found, in the order of the catalogue. */
export function entriesOf({ types, catalogue, commands }: Contents): readonly Entry[] {
  const entry = (kind: Entry["kind"], name: string, doc: string | null, path: string, anchor?: string, cls: DisclosureClass | null = null, further = ""): Entry => ({
    kind, name, doc, class: cls, path, anchor, text: `${name} ${doc ?? ""} ${further}`.toLowerCase(),
  });
  return [
    ...[...types.values()].map(({ type, strictest }) => entry("type", type.name, type.doc, type.name, undefined, strictest)),
    ...catalogue.codelists.map((list) => entry("codelist", list.name, list.doc, `codelists/${list.name}`, undefined, null, Object.entries<Code>(list.codes).map(([code, { zh }]) => `${code} ${zh}`).join(" "))),
    ...commands.map((command) => entry("change", command.name, command.doc, "changes", command.name)),
    ...Object.keys(errorMeanings).map((code) => entry("error", code, null, "errors", code)),
    ...[...types.values()].flatMap(({ fields, relations, withheld }) => [...fields, ...relations, ...withheld].map((line) => entry("field", `${line.type}.${line.field}`, line.description, line.type, line.field, line.class))),
  ];
}

/** Entries that hold every word of a question, those whose name fits best first. */
export function find(entries: readonly Entry[], question: string): readonly Entry[] {
  const words = question.toLowerCase().split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  return entries
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((entry) => ({ entry, distance: distance(entry, words.join(" ")) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ entry }) => entry);
}

/** How far what an entry is called is from what was asked for; an equal distance leaves the order of the catalogue. */
function distance({ name, doc }: Entry, question: string): number {
  const own = name.toLowerCase();
  const names = [own, own.split(".").at(-1)!, ...(doc === null ? [] : [chineseTerm(doc).toLowerCase()])];
  if (names.includes(question)) return 0;
  if (names.some((each) => each.startsWith(question))) return 1;
  return names.some((each) => each.includes(question)) ? 2 : 3;
}

const pairs = (name: string): ReadonlySet<string> => new Set(Array.from({ length: Math.max(name.length - 1, 0) }, (_, place) => name.toLowerCase().slice(place, place + 2)));

/** Names that resemble one that is not there: by the pairs of letters that they share, most first. */
export function similar(names: readonly string[], asked: string): readonly string[] {
  const wanted = pairs(asked);
  return names
    .map((name) => {
      const own = pairs(name);
      return { name, likeness: (2 * [...own].filter((pair) => wanted.has(pair)).length) / (own.size + wanted.size || 1) };
    })
    .filter(({ likeness }) => likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
    .map(({ name }) => name);
}

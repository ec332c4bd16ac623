import type { Entity } from "../catalog/node-type.ts";
import { fold, type Rule } from "../catalog/rule.ts";
import { mainPart } from "../catalog/storage.ts";
import { reasonName, transitionOf, type Machine } from "./machine.ts";
import type { Source } from "./source.ts";

/**
 * The fields of a type in whose words somebody can say what he likes, and which are everybody's who gets the row: what is open and a text, and
 * neither a code of a list, nor a number that is unique, nor the key of another row, nor of a form of its own. It follows from the declaration, so
 * that a text which is declared tomorrow is among them.
 */
export function openWordsOf({ fields, relations, storage, supply }: Entity): readonly string[] {
  const keys = new Set(Object.values(relations).map(({ key }) => key));
  return Object.entries(fields).flatMap(([key, field]) => {
    const { part, column } = storage.places[key]!;
    const isText = ["text", "text[]"].includes(column.getSQLType()) && column.enumValues === undefined;
    const isCode = column.isUnique || keys.has(key) || supply?.forms[key] !== undefined;
    return field.class === "open" && part === mainPart && isText && !isCode ? [key] : [];
  });
}

/** The words that an event brings before everybody: fields of the row, as they are given or as they stand, and whether the reason is among them. */
export interface PublicWords {
  readonly fields: readonly string[];
  readonly reason: boolean;
}

/**
 * What an event makes public. Where the row becomes everybody's with it, all its words; where it is everybody's already, those that are given; and
 * at any time those that are given and that an event of the machine writes into a row which is everybody's, so that they are judged while
 * they can still be said otherwise.
 */
export function publicWordsOf(machine: Machine, event: string): PublicWords {
  const { type, transitions } = machine;
  const { from, to, takes = [], sets = {}, effects = [] } = transitionOf(machine, event);
  const own = openWordsOf(type);
  const isShown = isPublicIn(machine, to);
  const wasShown = from.length > 0 && from.every((state) => isPublicIn(machine, state));
  const shown = !isShown ? [] : wasShown ? own.filter((key) => takes.includes(key)) : own;
  const copied = Object.values(transitions).flatMap((each) => each.effects ?? []).flatMap((effect) => wordsWritten(effect.of, effect.sets)).flatMap((source) => (source.from === "row" && takes.includes(source.key) ? [source.key] : []));
  const said = [...(isShown ? wordsWritten(type, sets) : []), ...effects.flatMap((effect) => wordsWritten(effect.of, effect.sets))];
  return { fields: [...new Set([...shown, ...copied])], reason: said.some(({ from: source }) => source === reasonName) };
}

/** Where the words come from that are written into fields which are everybody's. */
function wordsWritten(type: Entity, sets: Readonly<Record<string, Source>>): readonly Source[] {
  if (fold(type.rows, "public").rule === "never") return [];
  const words = openWordsOf(type);
  return Object.entries(sets).flatMap(([key, source]) => (words.includes(key) ? [source] : []));
}

/** Whether everybody may get a row that is in a state, as far as the state alone tells. What another machine of the type decides, its own events bring before the public. */
function isPublicIn({ type, state }: Machine, at: string): boolean {
  const field = "field" in state ? state.field : null;
  const may = (rule: Rule): boolean => {
    if (rule.rule === "anyOf") return rule.rules.some(may);
    if (rule.rule === "allOf") return rule.rules.every(may);
    if (rule.rule === "coded") return rule.path !== field || rule.values.includes(at);
    if (rule.rule === "displayed") return rule.relation !== "" || (field === "disclosureState" && at === "PUBLISHED");
    return rule.rule !== "never";
  };
  return may(fold(type.rows, "public"));
}

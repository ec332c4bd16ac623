import type { Audience } from "../catalog/audience.ts";
import type { Entity } from "../catalog/node-type.ts";
import { allOf, asksViewer, partsOf, pathsOf, type Rule } from "../catalog/rule.ts";
import { mainPart } from "../catalog/storage.ts";
import { mayRead } from "../policy/may-read.ts";
import { transitionOf, type Machine } from "./machine.ts";

/** One of the ways in which a rule admits somebody to an event: what the row must be, and who asks. */
export interface Turn {
  /** What is said of the row alone; always where nothing is. */
  readonly row: Rule;
  /** What is said of whoever asks. */
  readonly asker: readonly Rule[];
}

const conjuncts = (rule: Rule): readonly Rule[] => (rule.rule === "allOf" ? rule.rules.flatMap(conjuncts) : [rule]);
const alternatives = (rule: Rule): readonly Rule[] => (rule.rule === "anyOf" ? rule.rules.flatMap(alternatives) : [rule]);
const isAboutAsker = (rule: Rule): boolean => asksViewer(rule) || rule.rule === "audience" || partsOf(rule).some(isAboutAsker);

/** The turns of an event, in the order in which its rule names them. */
export function turnsOf(machine: Machine, event: string): readonly Turn[] {
  return alternatives(transitionOf(machine, event).by).map((each) => {
    const parts = conjuncts(each);
    return { row: allOf(...parts.filter((part) => !isAboutAsker(part))), asker: parts.filter(isAboutAsker) };
  });
}

/** Whether an audience reads a field of every row that it gets. */
function reads(audience: Audience, type: Entity, key: string): boolean {
  const field = type.fields[key];
  return field !== undefined && type.storage.places[key]?.part === mainPart && mayRead(audience, type, field);
}

const readsAll = (audience: Audience, type: Entity, rules: readonly Rule[]): boolean => rules.flatMap(pathsOf).every((key) => reads(audience, type, key));

/** Whether whoever gets a row of the machine's may be told whose turn an event is: it follows from what he reads of the row anyway. */
export const mayKnowTurn = (audience: Audience, machine: Machine, event: string): boolean => readsAll(audience, machine.type, turnsOf(machine, event).map(({ row }) => row));

/** Whether whoever gets a row of the machine's may be told its state and which events are possible, whether or not they are for him. */
export function mayKnowState(audience: Audience, { type, state, transitions }: Machine): boolean {
  return reads(audience, type, "field" in state ? state.field : state.moment) && readsAll(audience, type, Object.values(transitions).flatMap(({ where }) => (where ? [where] : [])));
}

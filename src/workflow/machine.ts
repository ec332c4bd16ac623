import { audiences, type Audience } from "../catalog/audience.ts";
import type { Entity } from "../catalog/node-type.ts";
import { admitted, fold, pathsOf, type Rule } from "../catalog/rule.ts";
import { mainPart } from "../catalog/storage.ts";
import type { Demand } from "./demand.ts";

/**
 * Workflows as data: the states of a type's rows, and which event leads from which to which, by whom, with what. What carries a transition
 * out, declares its mutation, draws it and checks it all read this one record.
 */
export interface Machine {
  /** The type whose rows go through it. */
  readonly type: Entity;
  readonly states: readonly string[];
  readonly state: StateHolder;
  /** The field that counts the versions of a row, by which whoever changes it says what it was that he saw; null where there is none. */
  readonly version: string | null;
  /** By event; each is also the name of its mutation. */
  readonly transitions: Readonly<Record<string, Transition>>;
}

/** Where a row's state stands: in a coded field, or in whether the moment has been recorded that ends the first of two states. */
export type StateHolder = { readonly field: string } | { readonly moment: string };

export interface Transition {
  /** One sentence with the Chinese term in parentheses: it describes the mutation. */
  readonly doc: string;
  /** States that it leads from; none where it makes the row. */
  readonly from: readonly string[];
  readonly to: string;
  /** Who may, said of the row as a row rule is; of a row that is yet to be made only the audience can be asked. */
  readonly by: Rule;
  /** Nobody decides on what he has asked for: fields that name the body and the client who may not, although the rule admits them. */
  readonly notBy?: { readonly body?: string; readonly client?: string };
  /** For a row that belongs to another: the key that names that one, its machine, and in which states it takes a further row. */
  readonly under?: { readonly key: string; readonly machine: Machine; readonly states: readonly string[] };
  /** Fields of the type whose values whoever asks may give; what is not given stays as it is. */
  readonly takes?: readonly string[];
  /** Of these, and of `reason`, what must be given. */
  readonly needs?: readonly string[];
  /** Fields that are set beside those, each from where it says. */
  readonly sets?: Readonly<Record<string, Source>>;
  /** What the values that are given must be, by field. */
  readonly demands?: Readonly<Record<string, readonly Demand[]>>;
}

/** Where a value comes from that a transition sets. */
export type Source =
  /** The command has made it of what was given; where it has not, the row keeps what it has. */
  | { readonly from: "command" }
  /** Why it happens, in the words of whoever asks. */
  | { readonly from: "reason" }
  | { readonly from: "asker"; readonly what: "body" | "client" }
  /** The day or the moment, by the database's clock. */
  | { readonly from: "today" }
  | { readonly from: "now" }
  /** A new number: prefix, year, eight random hexadecimal digits. It tells neither how many there are nor which was first. */
  | { readonly from: "number"; readonly prefix: string };

export const byCommand: Source = { from: "command" };
export const reason: Source = { from: "reason" };
export const asker = (what: "body" | "client"): Source => ({ from: "asker", what });
export const today: Source = { from: "today" };
export const now: Source = { from: "now" };
export const number = (prefix: string): Source => ({ from: "number", prefix });

/** What `needs` calls the reason, which is no field of the type: the event has it. */
export const reasonName = "reason";

/**
 * Declares a machine.
 *
 * @throws Error naming every fault at once; the hub refuses to start
 */
export function machine(declared: Machine): Machine {
  const faults = Object.entries(declared.transitions).flatMap(([event, transition]) => faultsOf(declared, event, transition));
  const { type, states, state, transitions } = declared;
  if ("field" in state && states.join() !== type.storage.places[state.field]?.column.enumValues?.join()) faults.push(`its states are not the codes of ${type.name}.${state.field}`);
  if ("moment" in state && states.length !== 2) faults.push("a moment tells two states apart");
  for (const each of states) if (!Object.values(transitions).some(({ to }) => to === each)) faults.push(`nothing leads to the state ${each}`);
  if (faults.length > 0) throw new Error(`The machine of ${type.name} does not hold together:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  return Object.freeze(declared);
}

function faultsOf({ type, states, version }: Machine, event: string, { doc, from, to, by, notBy = {}, under, takes = [], needs = [], sets = {}, demands = {} }: Transition): string[] {
  const settable = [...takes, ...Object.keys(sets)];
  const fields = [...settable, ...Object.values(notBy), ...pathsOf(by), ...(under ? [under.key] : []), ...(version === null ? [] : [version])];
  const strange = fields.filter((key) => type.storage.places[key]?.part !== mainPart).map((key) => `${event}: ${type.name}.${key} is no field of the main part`);
  const unknown = [...from, to].filter((state) => !states.includes(state)).map((state) => `${event}: ${state} is no state`);
  const unasked = needs.filter((key) => key !== reasonName && !takes.includes(key)).map((key) => `${event} needs ${key}, which it does not take`);
  const unset = Object.keys(demands).filter((key) => !settable.includes(key)).map((key) => `${event} demands something of ${key}, which it does not set`);
  const isDoc = /\(.*\p{Script=Han}.*\)\.$/u.test(doc) ? [] : [`${event}: its doc must be a sentence that ends with the Chinese term in parentheses and a full stop`];
  // A row that is yet to be made has no columns to ask.
  const looking = from.length > 0 || audiences.every((audience) => ["always", "never"].includes(fold(by, audience).rule)) ? [] : [`${event} makes the row that its rule looks at`];
  return [...strange, ...unknown, ...unasked, ...unset, ...isDoc, ...looking];
}

/** The transition of an event. */
export function transitionOf(machine: Machine, event: string): Transition {
  const transition = machine.transitions[event];
  if (!transition) throw new Error(`${machine.type.name} has no event ${event}`);
  return transition;
}

/** Audiences that may cause an event at all, of whichever row. */
export const audiencesOf = (transition: Transition): readonly Audience[] => admitted(transition.by);

/** The events by which somebody can lead on from a state, in the order in which they are declared; not those that only the hub itself causes. */
export const eventsFrom = (machine: Machine, state: string): readonly string[] =>
  Object.entries(machine.transitions).flatMap(([event, transition]) => (transition.from.includes(state) && audiencesOf(transition).length > 0 ? [event] : []));

import type { Audience } from "../catalog/audience.ts";
import type { Entity } from "../catalog/node-type.ts";
import { admitted, type Rule } from "../catalog/rule.ts";
import type { Demand } from "./demand.ts";
import type { Source } from "./source.ts";

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
  /** The types that keep the steps and the times of the rows for those who take part (see `stepsOf`, `deadlinesOf`). */
  readonly steps?: Entity;
  readonly deadlines?: Entity;
  /** Times that run between events, by the code of the threshold that sets them. */
  readonly clocks?: Readonly<Record<string, Clock>>;
  /** The event that a row has gone through which a delivery has brought. */
  readonly arrival?: string;
}

/** A time that the law or the hub sets for something: how long it is, the threshold says that is in force on the day from which it counts. */
export interface Clock {
  /** Events that begin it; whatever ran of it before is over then. */
  readonly starts: readonly string[];
  /** Events by which what was due is done. */
  readonly stops: readonly string[];
  /** Field of the day from which it counts; the day of the event where none is named. */
  readonly from?: string;
  /** What the row must be, after the event, for it to begin at all. */
  readonly when?: Rule;
}

/** Where a row's state stands: in a coded field, or in whether the moment has been recorded that ends the first of two states. */
export type StateHolder = { readonly field: string } | { readonly moment: string };

export interface Transition {
  /** One sentence with the Chinese term in parentheses: it describes the mutation. */
  readonly doc: string;
  /** States that it leads from; none where it makes the row. */
  readonly from: readonly string[];
  readonly to: string;
  /** What the row must be beside its state; where it is not, the event is as impossible as in a state that it does not lead from. */
  readonly where?: Rule;
  /** Who may, said of the row as a row rule is; of a row that is yet to be made only the audience can be asked. */
  readonly by: Rule;
  /** Nobody decides on what he has asked for: fields that name the body and the client who may not, although the rule admits them. */
  readonly notBy?: { readonly body?: string; readonly client?: string };
  /** For a row that belongs to another: the key that names that one, its machine, and in which states it takes a further row. */
  readonly under?: { readonly key: string; readonly machine: Machine; readonly states: readonly string[] };
  /** Fields of the type whose values whoever asks may give; what is not given stays as it is. */
  readonly takes?: readonly string[];
  /** Where what is taken and not given comes from, of fields that should not stay as they are. */
  readonly defaults?: Readonly<Record<string, Source>>;
  /** Of these, and of `reason`, what must be given. */
  readonly needs?: readonly string[];
  /** Fields that are set beside those, each from where it says. */
  readonly sets?: Readonly<Record<string, Source>>;
  /** What the values that are given must be, by field. */
  readonly demands?: Readonly<Record<string, readonly Demand[]>>;
  /** What happens to other rows with it, in the same statement. */
  readonly effects?: readonly Effect[];
}

/** What a transition does to rows of another type, which must be one that workflows keep. */
export type Effect = {
  readonly of: Entity;
  readonly sets: Readonly<Record<string, Source>>;
  /** What the row must be, after the transition, for it to happen at all. */
  readonly when?: Rule;
} & (
  | { readonly effect: "make" }
  /** Every row whose fields say this; `absent`: that have no value. */
  | { readonly effect: "change"; readonly where: Readonly<Record<string, Source | "absent">> }
);

/** What `needs` calls the reason, which is no field of the type: the event has it. */
export const reasonName = "reason";

/** The transition of an event. */
export function transitionOf(machine: Machine, event: string): Transition {
  const transition = machine.transitions[event];
  if (!transition) throw new Error(`${machine.type.name} has no event ${event}`);
  return transition;
}

/** Audiences that may cause an event at all, of whichever row. */
export const audiencesOf = (transition: Transition): readonly Audience[] => admitted(transition.by);

import type { Audience } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity } from "../catalog/node-type.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { Pool } from "../store/pool.ts";
import { personalDataIn } from "./find-personal-data.ts";
import type { KnownNames } from "./known-names.ts";
import type { LookUp } from "./look-up.ts";
import { audiencesOf, reasonName, transitionOf, type Machine } from "./machine.ts";
import type { NamedId } from "./named-id.ts";
import type { OwnRow } from "./own-row.ts";
import { publicWordsOf } from "./public-words.ts";
import type { UserError } from "./user-error.ts";
import { faultsOf, userErrorsOf } from "./user-errors-of.ts";
import type { Values, Workflow } from "./workflow.ts";

/** What a command works with. */
export interface Tools {
  readonly catalogue: Catalogue;
  readonly workflow: Workflow;
  readonly lookUp: LookUp;
  readonly ownRow: OwnRow;
  readonly knownNames: KnownNames;
  readonly namedId: NamedId;
  /** The pool of the hub's own role, for what has no row of its own. */
  readonly service: Pick<Pool, "ask">;
  /** Told what has changed, where no transition tells it. */
  readonly changed?: (type: string) => void | Promise<void>;
}

/** A value that a command takes: of a field of a type, a global id of a type, or a text. */
export interface CommandInput {
  readonly name: string;
  readonly doc: string;
  readonly of: { readonly field: string; readonly type: Entity } | { readonly idOf: Entity } | "text" | "number";
  /** Whether the schema itself wants it. */
  readonly isNeeded: boolean;
}

/** A further value that a command answers with, beside the row. */
export interface CommandAnswer {
  readonly name: string;
  readonly doc: string;
  readonly of: "text" | "number";
}

/** What a command has done, or why nothing was done. */
export interface CommandResult {
  /** Database identifier of the row that it is about, changed or not; null where none was made. Whether whoever asks may know of it is for the reading of it to find. */
  readonly id: string | null;
  readonly userErrors: readonly UserError[];
  readonly answers?: Values;
}

/** A change that somebody may ask for: a field of Mutation. */
export interface Command {
  readonly name: string;
  readonly doc: string;
  /** Who may ask for it at all. */
  readonly audiences: readonly Audience[];
  readonly input: readonly CommandInput[];
  /** Of which the answer holds the row; null where there is none. */
  readonly type: Entity | null;
  readonly answers: readonly CommandAnswer[];
  /** Ids of the input are database identifiers here. */
  run(tools: Tools, viewer: Viewer, input: Values): Promise<CommandResult>;
}

/** What is made of the input before the transition: further values, or why it cannot be. */
export interface Prepared {
  readonly values?: Values;
  readonly userErrors?: readonly UserError[];
  /** Identifier of the row to be made, where the same question must not make another. */
  readonly id?: string;
  /** What is answered once it is done. */
  readonly answers?: Values;
  /** What is told where the row was there before; nothing where that is as good. */
  readonly wasThere?: UserError;
}

export interface TransitionOptions {
  /** Values that are taken beside those of the type's fields. */
  readonly input?: readonly CommandInput[];
  readonly answers?: readonly CommandAnswer[];
  readonly prepare?: (tools: Tools, viewer: Viewer, input: Values) => Promise<Prepared> | Prepared;
}

/** The command that causes an event of a machine. Nothing that it makes public holds what seems to be personal data. */
export function transitionCommand(machine: Machine, event: string, { input: further = [], answers = [], prepare }: TransitionOptions = {}): Command {
  const transition = transitionOf(machine, event);
  const { type, version } = machine;
  const needs = transition.needs ?? [];
  /** What no row is without may be left as it is, and not be emptied. */
  const kept = (transition.takes ?? []).filter((key) => !needs.includes(key) && type.storage.places[key]?.column.notNull);
  const isMade = transition.from.length === 0;
  const looked = { type, words: publicWordsOf(machine, event), takes: transition.takes ?? [], isExplainable: !isMade };
  const isPublic = looked.words.fields.length > 0 || looked.words.reason;
  return {
    name: event,
    doc: transition.doc,
    audiences: audiencesOf(transition),
    input: [...inputOf(machine, event), ...further],
    type,
    answers,
    async run(tools, viewer, input) {
      const id = isMade ? null : String(input["id"]);
      const faults = faultsOf(type, [...needs, ...kept.filter((key) => input[key] !== undefined)], input);
      if (faults.length > 0) return { id, userErrors: faults };
      const prepared = (await prepare?.(tools, viewer, input)) ?? {};
      const values = { ...input, ...prepared.values };
      // Of a row that is not there for whoever asks nothing is looked at: the transition says so.
      const standing = !isPublic ? null : id === null ? {} : await tools.workflow.see(type, viewer, id);
      const userErrors = [...(prepared.userErrors ?? []), ...(standing === null ? [] : await personalDataIn(tools, looked, values, standing))];
      if (userErrors.length > 0) return { id, userErrors };
      const outcome = id === null ? await tools.workflow.make(machine, event, viewer, values, prepared.id) : await tools.workflow.move(machine, event, viewer, { id, version: version === null ? null : Number(input["version"]) }, values);
      if (outcome.outcome === "wasThere" && prepared.wasThere) return { id, userErrors: [prepared.wasThere] };
      return { id: "id" in outcome ? outcome.id : id, userErrors: userErrorsOf(machine, event, outcome), ...(outcome.outcome === "done" && prepared.answers ? { answers: prepared.answers } : {}) };
    },
  };
}

/** What an event is given: of which row and version, the values that it takes, and the reason. */
function inputOf(machine: Machine, event: string): CommandInput[] {
  const { type, version } = machine;
  const { from, takes = [], needs = [], under } = transitionOf(machine, event);
  const field = (name: string, isNeeded: boolean): CommandInput => ({ name, doc: type.fields[name]!.doc, of: { field: name, type }, isNeeded });
  const reasonDoc = needs.includes(reasonName) ? "Why; it must be said (理由，必填)." : "Why (理由).";
  return [
    ...(from.length === 0 ? [] : [{ name: "id", doc: "Which row (标识).", of: { idOf: type }, isNeeded: true } as const]),
    ...(from.length === 0 || version === null ? [] : [{ ...field(version, true), name: "version", doc: "The version that whoever asks has seen (版本号)." }]),
    ...(under && !takes.includes(under.key) ? [field(under.key, true)] : []),
    ...takes.map((key) => field(key, needs.includes(key))),
    ...(from.length === 0 ? [] : [{ name: reasonName, doc: reasonDoc, of: "text", isNeeded: false } as const]),
  ];
}

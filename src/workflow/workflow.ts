import { randomUUID } from "node:crypto";
import type { Audience } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity } from "../catalog/node-type.ts";
import { always, type Rule } from "../catalog/rule.ts";
import { jurisdictionPrefix } from "../policy/jurisdiction.ts";
import type { Viewer } from "../policy/viewer.ts";
import { hasCode } from "../store/has-code.ts";
import type { Pool } from "../store/pool.ts";
import type { Machine } from "./machine.ts";
import type { Transit } from "./transit.ts";
import { mayKnowState, mayKnowTurn, turnsOf, type Turn } from "./turn.ts";
import { seeSql } from "./see-sql.ts";
import { makeSql, moveSql } from "./transition-sql.ts";

/** PostgreSQL's code for a value that only one row may have. */
const uniqueViolation = "23505";

/** Values that are given to a transition, by field; `reason` is among them. What is absent or null is not given. */
export type Values = Readonly<Record<string, unknown>>;

/** The state of a row, and the events that are possible in it. */
export interface Stands {
  readonly state: string;
  readonly possible: readonly string[];
}

/** What became of an event. */
export type Outcome =
  | { readonly outcome: "done"; readonly id: string }
  /** There was a row of that id before, and it is as it was. */
  | { readonly outcome: "wasThere"; readonly id: string }
  /** Another row has a value that none may share. */
  | { readonly outcome: "taken" }
  /** Another change was made at the same moment that leaves no place for this one: the database has refused it. */
  | { readonly outcome: "outrun" }
  /** There is no such row for whoever asks; "parentAbsent": none that the new one could belong to. */
  | { readonly outcome: "absent" | "parentAbsent" }
  | { readonly outcome: "self" }
  /** It is not for whoever asks: whose turn it is, and how the row stands, as far as that follows from what he reads of it; null where it does not. */
  | { readonly outcome: "notAllowed"; readonly turns: readonly Turn[]; readonly stands: Stands | null }
  | { readonly outcome: "stale"; readonly version: number }
  /** The state does not allow it, and these events are possible; "parentState": those of the row that the new one would belong to. */
  | ({ readonly outcome: "state" | "parentState" } & Stands)
  /** Values do not meet what is demanded of them: the field, and the place among its demands. */
  | { readonly outcome: "invalid"; readonly failed: readonly (readonly [field: string, place: number])[] };

/** What a statement tells. */
interface Told {
  readonly refusal: Exclude<Outcome["outcome"], "done" | "wasThere" | "taken" | "outrun"> | null;
  readonly state: string | null;
  readonly version?: number;
  readonly failed: readonly string[] | null;
  readonly possible: readonly string[] | null;
  /** Of an event on a row that is there: the places of the turns that the row is ready for. */
  readonly turns?: readonly number[] | null;
  readonly isDone: boolean;
  readonly wasThere?: boolean;
}

export interface WorkflowParts {
  readonly catalogue: Catalogue;
  /** The pool of the hub's own role. */
  readonly service: Pick<Pool, "ask">;
  /** Told the type of which a row has changed, before whoever changed it is answered. */
  readonly changed?: (type: string) => void | Promise<void>;
}

/** Carries out transitions: the only way in which rows of a type that has a machine are changed. */
export class Workflow {
  readonly #parts: WorkflowParts;
  readonly #texts = new Map<string, string>();

  constructor(parts: WorkflowParts) {
    this.#parts = parts;
  }

  /**
   * Moves a row from its state to another.
   *
   * @param of the row, and the version of it that whoever asks has seen
   * @throws HubError for deadlines, for a database that does not answer
   */
  async move(machine: Machine, event: string, viewer: Viewer, of: { readonly id: string; readonly version: number | null }, values: Values): Promise<Outcome> {
    const told = await this.#ask(moveSql, machine, event, viewer, of, values);
    if (told === null) return { outcome: "outrun" };
    if (!told.isDone) return refused(told, machine, event, viewer.audience);
    await this.#parts.changed?.(machine.type.name);
    return { outcome: "done", id: of.id };
  }

  /**
   * Makes a row.
   *
   * @param id of the row where whoever asks must be able to ask again without making another
   * @throws HubError as `move` does
   */
  async make(machine: Machine, event: string, viewer: Viewer, values: Values, id: string = randomUUID()): Promise<Outcome> {
    // A number that is taken is drawn again; and a row that another statement has made meanwhile is seen by the next one only.
    for (const attempt of [1, 2]) {
      const told = await this.#ask(makeSql, machine, event, viewer, { id, version: null }, values);
      if (told === null) return { outcome: "outrun" };
      if (told.isDone) {
        await this.#parts.changed?.(machine.type.name);
        return { outcome: "done", id };
      }
      if (told.refusal !== null) return refused(told, machine, event, viewer.audience);
      if (told.wasThere) return { outcome: "wasThere", id };
      if (attempt === 2) break;
    }
    return { outcome: "taken" };
  }

  /**
   * A row as it is for whoever asks, by the fields of its main part and what follows from them; null where there is none for him.
   *
   * @throws HubError as `move` does
   */
  see(type: Entity, viewer: Viewer, id: string): Promise<Values | null> {
    return this.#see(type, viewer, id, type.rows);
  }

  /**
   * The same, of a row that one names which is there for whoever asks, whether or not it is there for him itself.
   *
   * @throws HubError as `move` does
   */
  seeNamed(type: Entity, viewer: Viewer, id: string): Promise<Values | null> {
    return this.#see(type, viewer, id, always);
  }

  async #see(type: Entity, viewer: Viewer, id: string, rows: Rule): Promise<Values | null> {
    const { catalogue, service } = this.#parts;
    const text = this.#text(`see ${type.name} ${rows.rule} ${viewer.audience}`, () => seeSql({ catalogue, audience: viewer.audience }, type, rows));
    const answer = await service.ask(text, [askerOf(viewer, { id, version: null })], { prepare: true });
    return answer === null ? null : (JSON.parse(answer.toString("utf8")) as Values);
  }

  #text(key: string, write: () => string): string {
    let text = this.#texts.get(key);
    if (text === undefined) this.#texts.set(key, (text = write()));
    return text;
  }

  /** What the statement tells; null where the database has refused it, as it would have made twice what there is once. */
  async #ask(write: (transit: Transit) => string, machine: Machine, event: string, viewer: Viewer, of: { readonly id: string; readonly version: number | null }, values: Values): Promise<Told | null> {
    const { catalogue, service } = this.#parts;
    const text = this.#text(`${write.name} ${machine.type.name} ${event} ${viewer.audience}`, () => write({ catalogue, machine, event, audience: viewer.audience }));
    try {
      const answer = await service.ask(text, [askerOf(viewer, of), JSON.stringify(values)], { prepare: true });
      if (answer === null) throw new Error("A transition yielded no answer.");
      return JSON.parse(answer.toString("utf8")) as Told;
    } catch (error) {
      if (hasCode(error, uniqueViolation)) return null;
      throw error;
    }
  }
}

/** Who asks and of which row, as the statements take it. */
const askerOf = ({ body, client, subject, jurisdiction }: Viewer, of: { readonly id: string; readonly version: number | null }): string =>
  JSON.stringify({ ...of, body, client, subject, jurisdiction: jurisdiction && jurisdictionPrefix(jurisdiction) });

function refused({ refusal, state, version, failed, possible, turns }: Told, machine: Machine, event: string, audience: Audience): Outcome {
  switch (refusal) {
    case null:
      throw new Error("A transition was neither made nor refused.");
    case "absent":
    case "parentAbsent":
    case "self":
      return { outcome: refusal };
    case "notAllowed": {
      const all = turnsOf(machine, event);
      return {
        outcome: refusal,
        turns: turns && mayKnowTurn(audience, machine, event) ? turns.map((place) => all[place]!) : all,
        stands: turns && mayKnowState(audience, machine) ? { state: state!, possible: possible! } : null,
      };
    }
    case "stale":
      return { outcome: refusal, version: version! };
    case "state":
    case "parentState":
      return { outcome: refusal, state: state!, possible: possible! };
    case "invalid":
      return { outcome: refusal, failed: failed!.map((each) => [each.split(":")[0]!, Number(each.split(":")[1])] as const) };
  }
}

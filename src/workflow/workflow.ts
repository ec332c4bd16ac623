import { randomUUID } from "node:crypto";
import type { Catalogue } from "../catalog/catalogue.ts";
import { jurisdictionPrefix } from "../policy/jurisdiction.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { Pool } from "../store/pool.ts";
import type { Machine } from "./machine.ts";
import { makeSql, moveSql, type Transit } from "./transition-sql.ts";

/** Values that are given to a transition, by field; `reason` is among them. What is absent or null is not given. */
export type Values = Readonly<Record<string, unknown>>;

/** What became of an event. */
export type Outcome =
  | { readonly outcome: "done"; readonly id: string }
  /** There was a row of that id before, and it is as it was. */
  | { readonly outcome: "wasThere"; readonly id: string }
  /** Another row has a value that none may share. */
  | { readonly outcome: "taken" }
  /** There is no such row for whoever asks; "parentAbsent": none that the new one could belong to. */
  | { readonly outcome: "absent" | "parentAbsent" }
  | { readonly outcome: "self" | "notAllowed" }
  | { readonly outcome: "stale"; readonly version: number }
  /** The state does not allow it; "parentState": that of the row that the new one would belong to. */
  | { readonly outcome: "state" | "parentState"; readonly state: string }
  /** Values do not meet what is demanded of them: the field, and the place among its demands. */
  | { readonly outcome: "invalid"; readonly failed: readonly (readonly [field: string, place: number])[] };

/** What a statement tells. */
interface Told {
  readonly refusal: Exclude<Outcome["outcome"], "done" | "wasThere" | "taken"> | null;
  readonly state: string | null;
  readonly version?: number;
  readonly failed: readonly string[] | null;
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
    if (!told.isDone) return refused(told);
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
      if (told.isDone) {
        await this.#parts.changed?.(machine.type.name);
        return { outcome: "done", id };
      }
      if (told.refusal !== null) return refused(told);
      if (told.wasThere) return { outcome: "wasThere", id };
      if (attempt === 2) break;
    }
    return { outcome: "taken" };
  }

  async #ask(write: (transit: Transit) => string, machine: Machine, event: string, viewer: Viewer, of: { readonly id: string; readonly version: number | null }, values: Values): Promise<Told> {
    const { catalogue, service } = this.#parts;
    const key = `${write.name} ${machine.type.name} ${event} ${viewer.audience}`;
    let text = this.#texts.get(key);
    if (text === undefined) this.#texts.set(key, (text = write({ catalogue, machine, event, audience: viewer.audience })));
    const { body, client, jurisdiction, subject } = viewer;
    const asker = { ...of, body, client, subject, jurisdiction: jurisdiction && jurisdictionPrefix(jurisdiction) };
    const answer = await service.ask(text, [JSON.stringify(asker), JSON.stringify(values)], { prepare: true });
    if (answer === null) throw new Error("A transition yielded no answer.");
    return JSON.parse(answer.toString("utf8")) as Told;
  }
}

function refused({ refusal, state, version, failed }: Told): Outcome {
  switch (refusal) {
    case null:
      throw new Error("A transition was neither made nor refused.");
    case "absent":
    case "parentAbsent":
    case "self":
    case "notAllowed":
      return { outcome: refusal };
    case "stale":
      return { outcome: refusal, version: version! };
    case "state":
    case "parentState":
      return { outcome: refusal, state: state! };
    case "invalid":
      return { outcome: refusal, failed: failed!.map((each) => [each.split(":")[0]!, Number(each.split(":")[1])] as const) };
  }
}

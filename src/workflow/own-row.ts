import type { Entity } from "../catalog/node-type.ts";
import { mainPart } from "../catalog/storage.ts";
import { identifier } from "../policy/rule-sql.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { Asking } from "../store/reader.ts";

/** Finds values of the row that is the asking person: what nobody may say of himself; null where there is none, or no person asks. */
export type OwnRow = (viewer: Viewer, type: Entity, keys: readonly string[]) => Promise<Readonly<Record<string, unknown>> | null>;

/**
 * Looks the row up on the asker's own pool, as that person: columns and rows that the database does not show to the person are not found, and
 * fail the look-up. Nothing of it leaves the hub; what the change puts into its row is read again, and logged, as any row is.
 */
export function ownRowIn(asking: Asking): OwnRow {
  return async ({ audience, subject }, type, keys) => {
    if (type.concerns !== "id") throw new Error(`${type.name} has no rows that are a person`);
    if (subject === null) return null;
    const columns = keys.map((key) => {
      const { part, column } = type.storage.places[key]!;
      if (part !== mainPart) throw new Error(`${type.name}.${key} is no field of the main part`);
      return `${identifier(column.name)} as ${identifier(key)}`;
    });
    // The row policies see who asks by a setting; the reference from inside makes the row wait for it.
    const text = `with ctx as materialized (select set_config('hub.subject', $1::text, true) as made)
select (select row_to_json(r)::text from (select ${columns.join(", ")} from ${identifier(type.storage.name)} where "id" = $1::text::uuid) r where ctx.made is not null) from ctx`;
    const answer = await asking.ask(audience, text, [subject], true);
    return answer === null ? null : (JSON.parse(answer.toString("utf8")) as Record<string, unknown>);
  };
}

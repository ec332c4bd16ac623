import type { Entity, Family } from "../catalog/node-type.ts";
import { mainPart } from "../catalog/storage.ts";
import { identifier } from "../policy/rule-sql.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { Asking } from "../store/reader.ts";

/** Finds a row that a change refers to, as whoever asks finds it: its open fields, by a unique one of them; null where there is none. */
export type LookUp = (viewer: Viewer, type: Entity | Family, key: string, value: string) => Promise<Readonly<Record<string, unknown>> | null>;

/** Looks rows up on the asker's own pool: what the database does not show him, he cannot refer to. */
export function lookUpIn(asking: Asking): LookUp {
  return async (viewer, type, key, value) => {
    if (type.rows.rule !== "always") throw new Error(`${type.name} has rows that are not for everybody: a look-up would tell of them`);
    const columns = Object.entries(type.fields).flatMap(([name, field]) => {
      const { part, column } = type.storage.places[name]!;
      return field.class === "open" && part === mainPart ? [`${identifier(column.name)} as ${identifier(name)}`] : [];
    });
    const { column } = type.storage.places[key]!;
    const answer = await asking.ask(viewer.audience, `select row_to_json(r)::text from (select ${columns.join(", ")} from ${identifier(type.storage.name)} where ${identifier(column.name)} = $1::text::${column.getSQLType()}) r`, [value], true);
    return answer === null ? null : (JSON.parse(answer.toString("utf8")) as Record<string, unknown>);
  };
}

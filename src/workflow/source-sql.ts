import { identifier, literal } from "../policy/rule-sql.ts";
import { reasonName } from "./machine.ts";
import type { Source } from "./source.ts";

/** SQL of what whoever asks has given of a field. */
export const given = (key: string): string => `input.${identifier(key)}`;

/**
 * SQL of what a source gives; null for what the command has not made.
 *
 * @param key field of the type that is written
 * @param row SQL of a field of the row that goes through the workflow
 */
export function sourceSql(source: Source, key: string, row: (key: string) => string): string {
  switch (source.from) {
    case "command":
      return source.otherwise ? `coalesce(${given(key)}, ${sourceSql(source.otherwise, key, row)})` : given(key);
    case "reason":
      return given(reasonName);
    case "asker":
      return `asker.${identifier(source.what)}`;
    case "today":
      return "hub_today()";
    case "now":
      return "hub_now()";
    case "number":
      return `${literal(`${source.prefix}-`)} || to_char(hub_today(), 'YYYY') || '-' || upper(left(gen_random_uuid()::text, 8))`;
    case "row":
      return row(source.key);
    case "dayBefore":
      return `${row(source.key)} - 1`;
    case "reached":
      return `case when ${row(source.key)} <= hub_today() then ${row(source.key)} end`;
    case "constant":
      return literal(source.value);
    case "due":
      return `hub_due(${literal(source.threshold)}, ${source.since === undefined ? "hub_today()" : row(source.since)})`;
  }
}

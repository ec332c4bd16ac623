import type { Entity } from "../catalog/node-type.ts";
import type { Rule } from "../catalog/rule.ts";
import { mainPart } from "../catalog/storage.ts";
import { derivationSql, identifier } from "../policy/rule-sql.ts";
import { admits, askerSql } from "./transition-sql.ts";
import type { Transit } from "./transit.ts";

/**
 * The statement that shows a row to a command, as it is for whoever asks: null where there is none for him. What it holds is for the
 * command to judge by, and never for an answer; `today` is the day by the database's clock.
 *
 * @param rows for whom the row is: as its type says, or whoever asks, where the command has been led to it by a row that he sees
 */
export function seeSql({ catalogue, audience }: Pick<Transit, "catalogue" | "audience">, type: Entity, rows: Rule): string {
  const fields = Object.entries(type.fields).flatMap(([key, field]) => {
    const { part, column } = type.storage.places[key]!;
    if (field.derived) return [`${derivationSql(field.derived, { catalogue, type, column: (each) => `r.${identifier(type.storage.places[each]!.column.name)}` })} as ${identifier(key)}`];
    return part === mainPart ? [`r.${identifier(column.name)} as ${identifier(key)}`] : [];
  });
  return `with ${askerSql} select row_to_json(s)::text from (select hub_today() as "today", ${fields.join(", ")} from ${identifier(type.storage.name)} r, asker where r."id" = asker."id" and ${admits({ catalogue, audience }, rows, type, "r")}) s`;
}

import { identifier } from "../policy/rule-sql.ts";
import type { Collected } from "./collect-fields.ts";
import type { Compilation } from "./compilation.ts";
import type { RootQuestion } from "./root-question.ts";
import { Row } from "./row.ts";
import { objectsFrom } from "./select.ts";
import { argumentOf, selectionsBelow } from "./selections.ts";
import { oneOf } from "./one-of.ts";
import { asText, castable } from "./values.ts";

/** Rows at most: a name that more bodies have borne in turn names none of them. */
export const knownAsMost = 20;

/**
 * SQL of the rows that bore a name or code, today or before, on a day or at any time. A row bears its own unless it was not there on the
 * day, or was called otherwise then; it bears a former one for as long as that was in use.
 *
 * @throws HubError BAD_USER_INPUT unless exactly one name or code is given
 */
export function knownAsSql(compilation: Compilation, question: Extract<RootQuestion, { kind: "knownAs" }>, field: Collected, path: readonly string[]): string {
  const { type, formerly } = question;
  const argument = (name: string) => argumentOf(compilation, "Query", field, name);
  const [name, given] = oneOf(field.name, Object.keys(formerly.arguments), argument);
  const key = formerly.arguments[name]!;
  const text = compilation.bind("text", ({ variables }) => castable("text", asText(given.read(variables))));
  const on = argument("on");
  const day = compilation.bind("date", ({ variables }) => castable("date", asText(on?.read(variables) ?? null)));

  const former = compilation.world.catalogue.types.get(formerly.type);
  if (former?.kind !== "entity") throw new Error(`${type.name} was formerly known by ${formerly.type}, which is no entity`);
  const [from, to] = ["validFrom", "validTo"] as const;
  const inUse = (row: Row, begins: string, ends: string): string =>
    `(${day} is null or ((${row.column(begins)} is null or ${row.column(begins)} <= ${day}) and (${row.column(ends)} is null or ${row.column(ends)} >= ${day})))`;
  const own = new Row(compilation, type);
  const then = new Row(compilation, former);
  const before = new Row(compilation, former);
  const otherwise = `exists (select 1 from ${then.from} where ${then.equals(formerly.key, own.column("id"))} and ${then.column(key)} is not null and ${then.column(to)} >= ${day} and ${then.admits()})`;
  const bearers = `select ${own.column("id")} from ${own.from} where ${own.equals(key, text)} and ${inUse(own, formerly.begins, formerly.ends)} and not ${otherwise} and ${own.admits()}
    union select ${before.column(formerly.key)} from ${before.from} where ${before.equals(key, text)} and ${inUse(before, from, to)} and ${before.admits()}`;
  const row = new Row(compilation, type);
  const objects = objectsFrom(compilation, row, selectionsBelow(field, type, path), () => `${row.from} where ${row.alias}.${identifier("id")} in (${bearers}) and ${row.admits()} order by ${row.column(type.questions.order.by)}, ${row.column("id")} limit ${knownAsMost}`);
  return `(select coalesce(json_agg(x.object), '[]'::json) from (${objects}) x)`;
}

import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Entity } from "../../catalog/node-type.ts";
import { tableOf } from "../../catalog/storage.ts";
import { derivationSql, identifier } from "../../policy/rule-sql.ts";
import type { RetentionPeriod } from "./retention-period.ts";

/** SQL of which rows of a type a retention rule is over for, under the alias `r`, and of which of those must stay all the same. */
export interface DueRows {
  /** FROM and WHERE of the rows whose period is over. */
  readonly due: string;
  readonly isHeldBack: string;
}

/**
 * @param goingWith types whose rows belong to the row that they refer to, and go with it
 */
export function dueRows(catalogue: Catalogue, type: Entity, { countsFromField, period, unit }: RetentionPeriod, goingWith: readonly Entity[]): DueRows {
  const column = (key: string): string => `r.${identifier(type.storage.places[key]!.column.name)}`;
  const from = type.storage.places[countsFromField]!.column.getSQLType().startsWith("timestamp") ? `(${column(countsFromField)} at time zone 'Asia/Shanghai')::date` : column(countsFromField);
  const over = `(${from} + make_interval(${unit.toLowerCase()}s => ${period}))::date < hub_today()`;
  const displayed = type.fields["onDisplay"]?.derived; // which every record has that is displayed for a time
  const held = [...referencesTo(catalogue, type, goingWith), ...(displayed ? [derivationSql(displayed, { catalogue, type, column })] : [])];
  return { due: `from ${identifier(type.storage.name)} r where ${over}`, isHeldBack: held.length === 0 ? "false" : `(${held.join(" or ")})` };
}

/** Whether a row of some other kind refers to the row: one condition for each relation that leads to its table. */
function referencesTo(catalogue: Catalogue, type: Entity, goingWith: readonly Entity[]): string[] {
  const referring = [...catalogue.families, ...catalogue.entities].filter((each) => !goingWith.some(({ storage }) => storage === each.storage));
  const conditions = referring.flatMap((other) =>
    [...catalogue.edgesOf(other).values()].flatMap(({ cardinality, to, fromKey, toKey }) => {
      const leadsHere = catalogue.membersOf(to).some(({ storage }) => storage === type.storage);
      if (cardinality !== "one" || !leadsHere) return [];
      const { part, column } = other.storage.places[fromKey]!;
      const key = `r.${identifier(type.storage.places[toKey]!.column.name)}`;
      return [`exists (select from ${identifier(tableOf(other.storage, part))} o where o.${identifier(column.name)} = ${key})`];
    }),
  );
  return [...new Set(conditions)];
}

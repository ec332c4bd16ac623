import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity } from "../catalog/node-type.ts";
import { keyOf } from "../catalog/workflow-key.ts";
import { identifier, literal } from "../policy/rule-sql.ts";
import { beginSql, clocksOf } from "./follow-sql.ts";
import { transitionOf, type Machine } from "./machine.ts";

/** The machine of a type by which its delivered rows arrive; undefined where they go through none. */
export const arrivalOf = (machines: readonly Machine[], type: Entity): Machine | undefined => machines.find((machine) => machine.type === type && machine.arrival !== undefined);

/**
 * The statements by which rows that a delivery has made go through the first event of their workflow: the event, the step, and the times
 * that begin with it.
 *
 * @param source FROM item under the alias `c`: the new rows
 */
export function arrivalSql(catalogue: Catalogue, machine: Machine, source: string): readonly string[] {
  const { type, steps, deadlines, arrival } = machine;
  if (arrival === undefined) return [];
  const to = literal(transitionOf(machine, arrival).to);
  const column = (of: Entity, key: string): string => identifier(of.storage.places[key]!.column.name);
  const body = `c.${column(type, "sourceOrganizationId")}`;
  const { begun } = clocksOf(machine, arrival);
  return [
    `insert into "workflow_event" ("type", "row_id", "event", "to_state", "version", "client", "organization_id") select ${literal(type.name)}, c."id", ${literal(arrival)}, ${to}, 1, c.${column(type, "submittedBy")}, ${body} from ${source}`,
    ...(steps ? [`insert into ${identifier(steps.storage.name)} (${[keyOf(type), "event", "toState", "organizationId"].map((key) => column(steps, key)).join(", ")}) select c."id", ${literal(arrival)}, ${to}, ${body} from ${source}`] : []),
    ...(deadlines && begun.length > 0 ? [beginSql(catalogue, machine, deadlines, begun, source)] : []),
  ];
}

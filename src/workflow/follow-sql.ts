import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity } from "../catalog/node-type.ts";
import { fold, type Rule } from "../catalog/rule.ts";
import { mainPart } from "../catalog/storage.ts";
import { keyOf } from "../catalog/workflow-key.ts";
import { identifier, literal, ruleSql } from "../policy/rule-sql.ts";
import { reasonName, transitionOf, type Clock, type Effect, type Machine } from "./machine.ts";
import { given, sourceSql } from "./source-sql.ts";
import type { Transit } from "./transit.ts";

/** Where a transition's row is found once it is made or changed. */
interface Followed {
  /** SQL of the state that it had before. */
  readonly from: string;
  /** FROM item under the alias `c`: the row as it is now, where the transition was made, else nothing. */
  readonly source: string;
}

const columnOf = (type: Entity, key: string): string => identifier(type.storage.places[key]!.column.name);
const ofRow = (type: Entity) => (key: string): string => `c.${columnOf(type, key)}`;

/** What follows a transition in the same statement: its step, the times that end and begin with it, and what happens to other rows. */
export function followSql(transit: Transit, followed: Followed): string[] {
  const { machine, event } = transit;
  const { effects = [] } = transitionOf(machine, event);
  return [
    ...(machine.steps ? [stepSql(machine, machine.steps, event, followed)] : []),
    ...(machine.deadlines ? deadlineSql(transit, machine.deadlines, followed.source) : []),
    ...effects.map((effect, place) => effectSql(transit, effect, place, followed.source)),
  ];
}

function stepSql({ type, transitions }: Machine, steps: Entity, event: string, { from, source }: Followed): string {
  const values = [
    [keyOf(type), 'c."id"'],
    ["event", literal(event)],
    ["fromState", from],
    ["toState", literal(transitions[event]!.to)],
    ["organizationId", 'asker."body"'],
    ["reason", given(reasonName)],
  ] as const;
  return `stepped as (insert into ${identifier(steps.storage.name)} (${values.map(([key]) => columnOf(steps, key)).join(", ")}) select ${values.map(([, value]) => value).join(", ")} from ${source}, asker, input)`;
}

/** Clocks that an event ends or begins anew, and those that it begins. */
export function clocksOf({ clocks = {} }: Machine, event: string): { readonly ended: readonly string[]; readonly begun: readonly (readonly [string, Clock])[] } {
  const all = Object.entries(clocks);
  return { ended: all.filter(([, { starts, stops }]) => starts.includes(event) || stops.includes(event)).map(([code]) => code), begun: all.filter(([, { starts }]) => starts.includes(event)) };
}

function deadlineSql({ catalogue, machine, event }: Transit, deadlines: Entity, source: string): string[] {
  const { ended, begun } = clocksOf(machine, event);
  const table = identifier(deadlines.storage.name);
  const of = (key: string): string => columnOf(deadlines, key);
  const key = keyOf(machine.type);
  return [
    ...(ended.length === 0
      ? []
      : [`met as (update ${table} d set ${of("metOn")} = hub_today() from ${source} where d.${of(key)} = c."id" and d.${of("clock")} in (${ended.map(literal).join(", ")}) and d.${of("metOn")} is null)`]),
    ...(begun.length === 0 ? [] : [`begun as (${beginSql(catalogue, machine, deadlines, begun, source)})`]),
  ];
}

/** Begins times for rows under the alias `c`; where nobody has found the number yet, none begins. */
export function beginSql(catalogue: Catalogue, { type }: Machine, deadlines: Entity, clocks: readonly (readonly [string, Clock])[], source: string): string {
  const columns = [keyOf(type), "clock", "versionCode", "divisionCode", "startedOn", "dueOn"].map((key) => columnOf(deadlines, key)).join(", ");
  const row = ofRow(type);
  const division = type.storage.places["divisionCode"]?.part === mainPart ? row("divisionCode") : "null";
  const begins = (when: Rule | undefined): string => (when ? `coalesce(${ruleSql(when, { catalogue, type, column: row, viewer: nobody })}, false)` : "true");
  const starts = clocks.map(([code, { from, when }]) => `(${literal(code)}, ${from === undefined ? "hub_today()" : row(from)}, ${begins(when)})`).join(", ");
  return `insert into ${identifier(deadlines.storage.name)} (${columns}) select c."id", k.code, t.version_code, ${division}, k.day, hub_deadline(k.day, t.value, t.unit) from ${source} cross join lateral (values ${starts}) k(code, day, begins) cross join lateral hub_threshold(k.code, k.day) t where k.begins and hub_deadline(k.day, t.value, t.unit) is not null`;
}

function effectSql({ catalogue, audience, machine: { type } }: Transit, effect: Effect, place: number, source: string): string {
  const { of, sets, when } = effect;
  const row = ofRow(type);
  const values = Object.entries(sets).map(([key, value]) => [columnOf(of, key), typed(of, key, sourceSql(value, key, row))] as const);
  const condition = when ? ruleSql(fold(when, audience, false), { catalogue, type, column: row, viewer: nobody }) : "true";
  const table = identifier(of.storage.name);
  if (effect.effect === "make") return `effect_${place} as (insert into ${table} (${values.map(([column]) => column).join(", ")}) select ${values.map(([, value]) => value).join(", ")} from ${source}, asker, input where coalesce(${condition}, false))`;
  const found = Object.entries(effect.where).map(([key, value]) => (value === "absent" ? `t.${columnOf(of, key)} is null` : `t.${columnOf(of, key)} = ${typed(of, key, sourceSql(value, key, row))}`));
  return `effect_${place} as (update ${table} t set ${values.map(([column, value]) => `${column} = ${value}`).join(", ")} from ${source}, asker, input where ${[...found, `coalesce(${condition}, false)`].join(" and ")})`;
}

const typed = (type: Entity, key: string, value: string): string => `(${value})::${type.storage.places[key]!.column.getSQLType()}`;

/** Conditions of effects do not look at who asks: a machine that does is refused. */
const nobody = { body: "null::uuid", jurisdiction: "null::text", subject: "null::uuid", granted: () => "false" };

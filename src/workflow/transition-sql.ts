import type { Entity } from "../catalog/node-type.ts";
import { fold, type Rule } from "../catalog/rule.ts";
import { identifier, literal, ruleSql, type ViewerSql } from "../policy/rule-sql.ts";
import { demandSql } from "./demand.ts";
import { followSql } from "./follow-sql.ts";
import { audiencesOf, reasonName, transitionOf, type Machine, type Transition } from "./machine.ts";
import { given, sourceSql } from "./source-sql.ts";
import type { Source } from "./source.ts";
import type { Transit } from "./transit.ts";
import { turnsOf } from "./turn.ts";

/** Who asks and of which row, as the first parameter has it. */
const askerColumns = '"id" uuid, "version" integer, "body" uuid, "client" text, "jurisdiction" text, "subject" uuid';

export const askerSql = `asker as materialized (select * from json_to_record($1::text::json) as a(${askerColumns}))`;

/** Who asks, for rules. No sharing grant opens a change. */
const viewer: ViewerSql = { body: 'asker."body"', jurisdiction: 'asker."jurisdiction"', subject: 'asker."subject"', granted: () => "false" };

const columnOf = (type: Entity, key: string) => type.storage.places[key]!.column;
const inRow = (type: Entity, alias: string) => (key: string): string => `${alias}.${identifier(columnOf(type, key).name)}`;

/** What the transition sets, by field: what it takes, and what it says besides. */
const settings = ({ takes = [], defaults = {}, sets = {} }: Transition): readonly (readonly [string, Source])[] => [...takes.map((key) => [key, { from: "command", otherwise: defaults[key] }] as const), ...Object.entries(sets)];

/** The lists that demands look into. */
const listsOf = ({ demands = {} }: Transition): string[] => [...new Set(Object.values(demands).flat().flatMap((demand) => (demand.demand === "among" ? [demand.list] : [])))];

function parameters(type: Entity, transition: Transition): string[] {
  const { under } = transition;
  const keys = new Set([...settings(transition).flatMap(([key, { from }]) => (from === "command" ? [key] : [])), ...(under ? [under.key] : [])]);
  const columns = [...[...keys].map((key) => `${identifier(key)} ${columnOf(type, key).getSQLType()}`), ...listsOf(transition).map((name) => `${identifier(name)} text[]`), `${identifier(reasonName)} text`];
  return [
    askerSql,
    `input as materialized (select * from json_to_record($2::text::json) as i(${columns.join(", ")}))`,
  ];
}

/** A rule about a row under an alias, for whoever asks; what is unknown is no. */
export function admits({ catalogue, audience }: Pick<Transit, "catalogue" | "audience">, rule: Rule, type: Entity, alias: string): string {
  return `coalesce(${ruleSql(fold(rule, audience, false), { catalogue, type, column: inRow(type, alias), viewer })}, false)`;
}

function stateSql({ type, states, state }: Machine, alias: string): string {
  const column = inRow(type, alias);
  return "field" in state ? column(state.field) : `case when ${column(state.moment)} is null then ${literal(states[0]!)} else ${literal(states[1]!)} end`;
}

/** Whether a row under an alias is in a state, and otherwise as an event wants it. */
function isReadySql(transit: Pick<Transit, "catalogue" | "audience">, machine: Machine, { from, where }: Transition, alias: string): string {
  return `${stateSql(machine, alias)} in (${from.map(literal).join(", ")})${where ? ` and ${admits(transit, where, machine.type, alias)}` : ""}`;
}

/** The events by which somebody can lead a row under an alias on, in the order in which they are declared; not those that only the hub itself causes. */
function possibleSql(transit: Pick<Transit, "catalogue" | "audience">, machine: Machine, alias: string): string {
  const events = Object.entries(machine.transitions).filter(([, transition]) => transition.from.length > 0 && audiencesOf(transition).length > 0);
  return `array_remove(array[${events.map(([event, transition]) => `case when ${isReadySql(transit, machine, transition, alias)} then ${literal(event)} end`).join(", ")}]::text[], null)`;
}

/** The turns of an event that a row under an alias is ready for, each by its place. */
function turnsSql(transit: Pick<Transit, "catalogue" | "audience">, machine: Machine, event: string, alias: string): string {
  return `array_remove(array[${turnsOf(machine, event).map(({ row }, place) => `case when ${admits(transit, row, machine.type, alias)} then ${place} end`).join(", ")}]::integer[], null)`;
}

/** The demands that are not met, each as `field:place among its demands`. */
function failedSql(transition: Transition, type: Entity, alias: string | null): string {
  const sources = new Map(settings(transition));
  const before = (key: string): string => (alias === null ? `null::${columnOf(type, key).getSQLType()}` : inRow(type, alias)(key));
  const after = (key: string): string => {
    const source = sources.get(key);
    return source ? `coalesce(${sourceSql(source, key, before)}, ${before(key)})` : before(key);
  };
  const failed = Object.entries(transition.demands ?? {}).flatMap(([key, demands]) =>
    demands.map((demand, place) => `case when not ${demandSql(demand, { before: before(key), after: after(key), other: after, list: given, reason: given(reasonName), jurisdiction: viewer.jurisdiction })} then ${literal(`${key}:${place}`)} end`),
  );
  return `array_remove(array[${failed.join(", ")}]::text[], null)`;
}

const eventColumns = '"type", "row_id", "event", "from_state", "to_state", "version", "client", "organization_id", "reason"';

const eventSql = ({ machine: { type }, event }: Transit, { id, from, to, version, source }: { readonly id: string; readonly from: string; readonly to: string; readonly version: string; readonly source: string }): string =>
  `noted as (insert into "workflow_event" (${eventColumns}) select ${literal(type.name)}, ${id}, ${literal(event)}, ${from}, ${literal(to)}, ${version}, asker."client", asker."body", ${given(reasonName)} from ${source}, asker, input)`;

/** The statement that moves a row from one state to another. */
export function moveSql(transit: Transit): string {
  const { machine, event } = transit;
  const { type, state, version } = machine;
  const transition = transitionOf(machine, event);
  const table = identifier(type.storage.name);
  const row = inRow(type, "r");
  const isSelf = Object.entries(transition.notBy ?? {}).map(([what, key]) => `coalesce(${row(key)} = asker.${identifier(what)}, false)`);
  const refusals = [
    ...(isSelf.length > 0 ? [`when ${isSelf.join(" or ")} then 'self'`] : []),
    `when not ${admits(transit, transition.by, type, "r")} then 'notAllowed'`,
    ...(version === null ? [] : [`when ${row(version)} is distinct from asker."version" then 'stale'`]),
    `when not (${isReadySql(transit, machine, transition, "r")}) then 'state'`,
  ];
  const set = (key: string, value: string): string => `${identifier(columnOf(type, key).name)} = ${value}`;
  const changes = [
    ...("field" in state ? [set(state.field, literal(transition.to))] : []),
    ...(version === null ? [] : [set(version, `${row(version)} + 1`)]),
    ...settings(transition).map(([key, source]) => set(key, source.from === "reached" ? sourceSql(source, key, row) : `coalesce(${sourceSql(source, key, row)}, ${row(key)})`)),
  ];
  const isVersion = version === null ? "" : ` and ${row(version)} = j.version`;
  const counted = version === null ? `1 + (select count(*) from "workflow_event" e where e."type" = ${literal(type.name)} and e."row_id" = c."id")` : "c.hub_version + 1";
  return `with ${[
    ...parameters(type, transition),
    `found as materialized (select r.* from ${table} r, asker where r."id" = asker."id" and ${admits(transit, type.rows, type, "r")} for update of r)`,
    `judged as materialized (select r."id" as id, ${stateSql(machine, "r")} as state, ${version === null ? "1" : row(version)} as version, case ${refusals.join(" ")} end as refusal, ${failedSql(transition, type, "r")} as failed, ${possibleSql(transit, machine, "r")} as possible, ${turnsSql(transit, machine, event, "r")} as turns from found r, asker, input)`,
    `changed as (update ${table} as r set ${changes.join(", ")} from judged j, asker, input where r."id" = j.id and j.refusal is null and cardinality(j.failed) = 0${isVersion} returning r.*, j.state as hub_from, j.version as hub_version)`,
    eventSql(transit, { id: 'c."id"', from: "c.hub_from", to: transition.to, version: counted, source: "changed c" }),
    ...followSql(transit, { from: "c.hub_from", source: "changed c" }),
  ].join(",\n")}
select json_build_object('refusal', case when j.id is null then 'absent' when j.refusal is null and cardinality(j.failed) > 0 then 'invalid' else j.refusal end, 'state', j.state, 'version', j.version, 'failed', j.failed, 'possible', j.possible, 'turns', j.turns, 'isDone', exists (select from changed))::text from (select) one left join judged j on true`;
}

/** The statement that makes a row. It answers whether it has, and whether there was one of the same id before. */
export function makeSql(transit: Transit): string {
  const { machine, event } = transit;
  const { type, state } = machine;
  const transition = transitionOf(machine, event);
  const { under, to } = transition;
  const table = identifier(type.storage.name);
  const parent = under?.machine.type;
  const refusals = [
    `when not ${admits(transit, transition.by, type, "r")} then 'notAllowed'`,
    ...(under ? [`when p.id is null then 'parentAbsent'`, `when not p.state in (${under.states.map(literal).join(", ")}) then 'parentState'`] : []),
  ];
  const sources = new Map(settings(transition));
  /** What a field of the row is going to say that is made. */
  const made = (key: string): string => {
    const source = sources.get(key);
    return source ? sourceSql(source, key, () => "null") : "null";
  };
  const values: readonly (readonly [string, string])[] = [
    ["id", 'asker."id"'],
    ...("field" in state ? [[state.field, literal(to)] as const] : []),
    ...(under && !settings(transition).some(([key]) => key === under.key) ? [[under.key, given(under.key)] as const] : []),
    ...settings(transition).map(([key, source]) => [key, sourceSql(source, key, made)] as const),
  ];
  return `with ${[
    ...parameters(type, transition),
    ...(under && parent
      ? [`parent as materialized (select p."id" as id, ${stateSql(under.machine, "p")} as state, ${possibleSql(transit, under.machine, "p")} as possible from ${identifier(parent.storage.name)} p, asker, input where p."id" = ${given(under.key)} and ${admits(transit, parent.rows, parent, "p")} for share of p)`]
      : []),
    `judged as materialized (select case ${refusals.join(" ")} end as refusal, ${failedSql(transition, type, null)} as failed${under ? ", p.state as state, p.possible as possible" : ", null as state, null as possible"} from asker cross join input${under ? " left join parent p on true" : ""})`,
    `made as (insert into ${table} (${values.map(([key]) => identifier(columnOf(type, key).name)).join(", ")}) select ${values.map(([, value]) => value).join(", ")} from judged j, asker, input where j.refusal is null and cardinality(j.failed) = 0 on conflict do nothing returning *)`,
    eventSql(transit, { id: 'c."id"', from: "null", to, version: "1", source: "made c" }),
    ...followSql(transit, { from: "null", source: "made c" }),
  ].join(",\n")}
select json_build_object('refusal', case when j.refusal is null and cardinality(j.failed) > 0 then 'invalid' else j.refusal end, 'state', j.state, 'failed', j.failed, 'possible', j.possible, 'isDone', exists (select from made), 'wasThere', exists (select from ${table} r, asker where r."id" = asker."id"))::text from judged j`;
}

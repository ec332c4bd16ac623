import type { Audience } from "../../catalog/audience.ts";
import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Entity, Family } from "../../catalog/node-type.ts";
import { fold, pathsOf, type Rule } from "../../catalog/rule.ts";
import { mainPart, partOf } from "../../catalog/storage.ts";
import { isUniqueInSource, sourceField, sourceKey } from "../../catalog/supply.ts";
import { mayRead, ruleOfPart } from "../../policy/may-read.ts";
import { identifier, literal, ruleSql, sessionViewer } from "../../policy/rule-sql.ts";
import type { Dataset, Reference } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import type { FaultCode } from "../../catalog/fault-code.ts";
import type { StagedColumn, StagedColumns } from "./staged-columns.ts";

/**
 * The statement that checks staged rows against each other and against what the hub holds, and says of each what is to be done with it.
 *
 * What is wrong is told where the deliverer may know it: a code that is not in a public register, a row of its own. A cell names a row that its
 * deliverer may know of, or none: whether there is one that it may not see makes no difference to anything, or deliveries would be a way to ask. A
 * row that names none where some are closed is taken like any other, and waits.
 *
 * The table `resolved` has, for each staged row: `staged_row`, `staged_hash`, `row_id`, `is_there`, `is_same`, `faults` (as `field:CODE`),
 * `waits`, `rests_on` (rows of the file that it names and that are not there yet), and the values under the names of the type's own columns.
 */
export function resolveSql(catalogue: Catalogue, dataset: Dataset, staged: StagedColumns, deliverer: Deliverer): string {
  const { type, supply } = dataset;
  const scope: Scope = { catalogue, deliverer };
  const key = staged.columns.find(({ column }) => column.key === supply.key)!;
  const references = staged.columns.flatMap((each, place): Referring[] =>
    each.column.reference ? [{ ...each, reference: each.column.reference, alias: `ref${place}`, inFile: mayBeInFile(dataset, each.column.reference) ? `own${place}` : null }] : [],
  );
  const sourceColumn = references.find(({ column }) => column.key === sourceField);
  const source = sourceColumn ? `${sourceColumn.alias}.value` : deliverer.body === null ? "null::uuid" : `${literal(deliverer.body)}::uuid`;
  // The source's own row comes first: what refers to rows of the same source is looked up by it.
  const ordered = [...references].sort((a, b) => Number(b === sourceColumn) - Number(a === sourceColumn));

  const values = staged.columns.map((each) => {
    const reference = references.find(({ column }) => column === each.column);
    return reference ? `${valueOf(reference)} as ${each.name}` : `s.${each.name}`;
  });
  const linked = `select s.staged_row, s.staged_id, s.staged_hash, s.staged_faults, ${source} as staged_source,
  ${[...values, ...staged.digests.map(({ name }) => `s.${name}`)].join(", ")},
  ${faultsSql(references.filter(({ reference }) => isTellable(scope, reference)).map((each) => [`s.${each.name} is not null and ${valueOf(each)} is null`, each.column.key, "NO_SUCH_ROW"]))} as link_faults,
  ${anySql(references.filter(({ reference }) => !isTellable(scope, reference)).map((each) => `s.${each.name} is not null and ${valueOf(each)} is null`))} as link_waits,
  array_remove(array[${references.flatMap(({ alias, inFile }) => (inFile ? [`case when ${alias}.value is null then ${inFile}.staged_row end`] : [])).join(", ")}]::integer[], null) as rests_on
from staged s${ordered.map((each) => `\n${referenceJoin(scope, each, source)}${each.inFile ? `\n${inFileJoin(each, key, each.inFile)}` : ""}`).join("")}`;

  const table = identifier(type.storage.name);
  const column = (field: string): string => identifier(type.storage.places[field]!.column.name);
  const there = `left join ${table} t on t.${column(supply.key)} = l.${key.name}${dataset.hasSource && !dataset.isKeyGlobal ? ` and t.${column(sourceField)} = l.staged_source` : ""}`;
  const anothers = dataset.hasSource && dataset.isKeyGlobal ? `t.id is not null and t.${column(sourceField)} is distinct from l.staged_source` : null;
  const fixed = supply.fixedOnce ? `t.id is not null and t."content_hash" is distinct from l.staged_hash and ${ruleSql(supply.fixedOnce, { catalogue, type, column: (field) => `t.${column(field)}`, viewer: sessionViewer })}` : null;
  const otherKind = type.discriminator === null ? null : `t.id is not null and t."kind" <> ${literal(type.discriminator)}`;
  const uniques = uniquesOf(dataset, staged).map((each, place) => ({ ...each, alias: `u${place}` }));
  const uniqueJoins = uniques.map(({ name, alias, isInSource }) => `left join ${table} ${alias} on ${alias}.${name} = l.${name}${isInSource ? ` and ${alias}.${column(sourceField)} = l.staged_source` : ""} and ${alias}.id is distinct from t.id`);
  const found = `select l.*, coalesce(t.id, l.staged_id) as row_id, t.id is not null as is_there, t."content_hash" is not distinct from l.staged_hash and t.id is not null as is_same,
  ${faultsSql([
    [`l.${key.name} is not null and row_number() over (partition by ${dataset.isKeyGlobal ? "" : "l.staged_source, "}l.${key.name} order by l.staged_row) > 1`, supply.key, "REPEATED_ROW"],
    ...uniques.map(({ name, field, isInSource }): Fault => [`l.${name} is not null and row_number() over (partition by ${isInSource ? "l.staged_source, " : ""}l.${name} order by l.staged_row) > 1`, field, "REPEATED_ROW"]),
    ...(anothers ? [[anothers, supply.key, "SUPPLIED_BY_ANOTHER"] as const] : []), // the catalogue has keys that are unique by themselves in public registers only
    ...(fixed && deliverer.audience !== null ? [[fixed, supply.key, "DECIDED_ON"] as const] : []),
    ...(otherKind ? [[otherKind, supply.key, "TAKEN"] as const] : []),
    ...uniques.map(({ alias, field }): Fault => [`${alias}.id is not null`, field, "TAKEN"]), // in a public register, or another row of its own
  ])} as row_faults
from linked l
${[there, ...uniqueJoins].join("\n")}`;

  const charge = chargeOf(scope, dataset, staged);
  return `create temporary table resolved on commit drop as
with linked as (${linked}),
found as (${found})
select f.*, coalesce(f.staged_faults, '{}') || f.link_faults || f.row_faults || ${charge.fault ? faultsSql([[`not (${charge.fault}) and not exists (select from unnest(f.staged_faults || f.link_faults) g where split_part(g, ':', 1) in (${["", ...charge.asked].map(literal).join(", ")}))`, "", "NOT_IN_CHARGE"]]) : "'{}'::text[]"} as faults,
  f.link_waits or ${charge.waits ? `not (${charge.waits})` : "false"} as waits
from found f
order by f.staged_row`;
}

/**
 * The statement that lets rows go the way of those that they rest on, one step along: who names a row of the file that is faulty names nothing, and who
 * names one that waits, waits. It answers how many rows it has changed, and is repeated until there are none.
 */
export const followSql = (faultyField: string): string => `with followed as (
  update resolved x set faults = case when o.is_faulty then array_append(x.faults, ${literal(`${faultyField}:NO_SUCH_ROW`)}) else x.faults end, waits = x.waits or not o.is_faulty
  from (select r.staged_row, bool_or(cardinality(n.faults) > 0) as is_faulty from resolved r join resolved n on n.staged_row = any(r.rests_on) where cardinality(r.faults) = 0 and (cardinality(n.faults) > 0 or (n.waits and not r.waits)) group by r.staged_row) o
  where x.staged_row = o.staged_row returning 1
) select count(*)::integer as count from followed`;

/** The first column whose cells may name rows of their own file; null where there is none. */
export const namesOwnRows = (dataset: Dataset, { columns }: StagedColumns): string | null => columns.find(({ column }) => column.reference !== null && mayBeInFile(dataset, column.reference))?.column.key ?? null;

interface Scope {
  readonly catalogue: Catalogue;
  readonly deliverer: Deliverer;
}

/** Condition, field and code of a fault. */
type Fault = readonly [condition: string, field: string, code: FaultCode];

const faultsSql = (faults: readonly Fault[]): string =>
  faults.length === 0 ? "'{}'::text[]" : `array_remove(array[${faults.map(([condition, field, code]) => `case when ${condition} then ${literal(`${field}:${code}`)} end`).join(", ")}], null)`;

const anySql = (conditions: readonly string[]): string => (conditions.length === 0 ? "false" : `coalesce(${conditions.map((each) => `(${each})`).join(" or ")}, false)`);

/** A column that names a row of another type, or another row of the same file. */
type Referring = StagedColumn & { readonly reference: Reference; readonly alias: string; /** Alias of the rows of the file itself; null where it cannot name one. */ readonly inFile: string | null };

/** Whether a cell may name another row of its own file: a body its superior, a division the one above. */
const mayBeInFile = ({ type, supply }: Dataset, { targets, by }: Reference): boolean => by === supply.key && targets.some((target) => target === type || (target.kind === "family" && target.storage === type.storage));

/** What is stored for a cell that names a row: of the hub, else of the file. */
const valueOf = ({ alias, inFile, reference }: Referring): string => (inFile ? `coalesce(${alias}.value, ${inFile}.${reference.toKey === "id" ? "staged_id" : "named"})` : `${alias}.value`);

const inFileJoin = ({ name }: Referring, key: StagedColumn, alias: string): string =>
  `left join (select distinct on (o.${key.name}) o.${key.name} as named, o.staged_id, o.staged_row from staged o where o.${key.name} is not null order by o.${key.name}, o.staged_row) ${alias} on ${alias}.named = s.${name}`;

/**
 * Finds the row that a cell names, of those that the deliverer may know of: at most one, by a unique key, or by the number that the same source has
 * given it. Where several sources may each have one of that key, its own comes first.
 */
function referenceJoin(scope: Scope, { name, reference, alias }: Referring, source: string): string {
  const { targets, by, digest, isOwn, toKey } = reference;
  const of = (target: Entity | Family, field: string): string => identifier(target.storage.places[field]!.column.name);
  const isOfSources = targets.some((target) => isUniqueInSource(target, digest ?? by));
  const one = (target: Entity | Family): string => {
    const conditions = [
      ...(target.kind === "entity" && target.discriminator !== null ? [`r."kind" = ${literal(target.discriminator)}`] : []),
      ...(isOwn || isTellableType(scope, target, by) ? [] : [knownSql(scope, target, by)]),
    ];
    return `select r.id, r.${of(target, toKey)} as value, r.${of(target, digest ?? by)} as named${isOwn || isOfSources ? `, r.${of(target, sourceField)} as source` : ""} from ${identifier(target.storage.name)} r${conditions.length > 0 ? ` where ${conditions.join(" and ")}` : ""}`;
  };
  const kinds = targets.map(one);
  if (isOfSources) return `left join lateral (select k.value, k.named from (${kinds.join(" union all ")}) k where k.named = s.${name} order by k.source is distinct from ${source}, k.id limit 1) ${alias} on true`;
  return `left join (${kinds.join(" union all ")}) ${alias} on ${alias}.named = s.${name}${isOwn ? ` and ${alias}.source = ${source}` : ""}`;
}

/** Whether everybody of the deliverer's audience knows which rows there are, by this field. */
function isTellableType({ deliverer: { audience } }: Scope, type: Entity | Family, field: string): boolean {
  if (audience === null) return true; // who runs the hub's own commands reads the database anyway
  const declared = type.fields[field];
  return declared !== undefined && fold(type.rows, audience).rule === "always" && mayRead(audience, type, declared);
}

/** Whether the deliverer may know of a row `r` by a field: by right, and not by a sharing grant, which is for reading. */
function knownSql({ catalogue, deliverer: { audience } }: Scope, type: Entity | Family, field: string): string {
  const declared = type.fields[field]!;
  if (audience === null) return "true";
  if (!mayRead(audience, type, declared)) return "false";
  const part = partOf(declared, type.closed);
  const rules = [type.rows, ...(part === mainPart ? [] : [ruleOfPart(type, part)])];
  const column = (key: string): string => `r.${identifier(type.storage.places[key]!.column.name)}`;
  return rules.map((rule) => `coalesce(${ruleSql(fold(rule, audience, false), { catalogue, type, column, viewer: sessionViewer })}, false)`).join(" and ");
}

/** Whether it may be told that nothing is there to refer to: it is public, or it could only be a row of the deliverer's own. */
const isTellable = (scope: Scope, { isOwn, targets, by }: Reference): boolean => isOwn || targets.every((target) => isTellableType(scope, target, by));

/** The columns beside the key that are unique, over all sources or within each, of those that are delivered: by each, another row may be in the way. */
function uniquesOf(dataset: Dataset, { columns, digests }: StagedColumns): { readonly name: string; readonly field: string; readonly isInSource: boolean }[] {
  const { type, supply } = dataset;
  const isUnique = (key: string, isUniqueColumn: boolean): boolean => isUniqueColumn || isUniqueInSource(type, key);
  const unique = columns
    .filter(({ column }) => isUnique(column.key, column.column.isUnique) && column.part === mainPart && column.key !== supply.key && column.key !== sourceKey)
    .map(({ name, column }) => ({ name, field: column.key, isInSource: !column.column.isUnique }));
  const digested = Object.entries(supply.digests).flatMap(([digest, of]) => {
    const { column } = type.storage.places[digest]!;
    return isUnique(digest, column.isUnique) && digests.some((each) => each.of === of) ? [{ name: identifier(column.name), field: of, isInSource: !column.isUnique }] : [];
  });
  return [...unique, ...digested];
}

interface Charge {
  readonly fault: string | null;
  readonly waits: string | null;
  /** Fields of the row that are looked at; where one of them is faulty, or the row as such, nothing can be said. */
  readonly asked: readonly string[];
}

/** Whether the deliverer is in charge of a row: as a condition whose failure is told, and as one on rows that it may not see, for which the row waits. */
function chargeOf({ catalogue, deliverer }: Scope, dataset: Dataset, staged: StagedColumns): Charge {
  const { audience } = deliverer;
  if (audience === null) return { fault: null, waits: null, asked: [] };
  const { type, supply } = dataset;
  const rule = fold(supply.by, audience);
  if (rule.rule === "always") return { fault: null, waits: null, asked: [] };
  const asked = pathsOf(rule).map((path) => catalogue.pathOf(type, path).edges[0]?.fromKey ?? path);
  const delivered = new Set(staged.columns.map(({ column }) => column.key));
  const column = (key: string): string => {
    if (delivered.has(key)) return `f.${identifier(type.storage.places[key]!.column.name)}`;
    if (key === sourceField) return "f.staged_source";
    // What the file does not say is as it is in the row that is there.
    const place = type.storage.places[key]!;
    return `(select c.${identifier(place.column.name)} from ${identifier(type.storage.name)} c where c.id = f.row_id)`;
  };
  const sql = (each: Rule): string => `coalesce(${ruleSql(each, { catalogue, type, column, viewer: sessionViewer })}, false)`;
  return looksAtClosed(catalogue, type, rule, audience) ? { fault: null, waits: sql(rule), asked } : { fault: sql(rule), waits: null, asked };
}

/** Whether a rule looks along relations at rows that the audience may not all see. */
const looksAtClosed = (catalogue: Catalogue, type: Entity, rule: Rule, audience: Audience): boolean =>
  pathsOf(rule).some((path) => catalogue.pathOf(type, path).edges.some(({ to }) => to.kind === "union" || fold(to.rows, audience).rule !== "always"));

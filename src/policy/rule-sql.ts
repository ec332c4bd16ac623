import type { Catalogue } from "../catalog/catalogue.ts";
import type { Derivation } from "../catalog/derivation.ts";
import { displayPeriodType } from "../catalog/display.ts";
import type { Entity, Family, NodeType } from "../catalog/node-type.ts";
import { seatDigits, type Rule } from "../catalog/rule.ts";
import { snakeCase } from "../catalog/snake-case.ts";
import type { Storage } from "../catalog/storage.ts";

/** SQL expressions for who is asking: parameters in a plan, session settings in a row policy. Types: uuid, text (a code prefix), uuid. */
export interface ViewerSql {
  readonly body: string;
  readonly jurisdiction: string;
  readonly subject: string;
  /** Whether a sharing grant in force opens an item to the asker and covers the division whose code is in a column. */
  readonly granted: (item: string, column: string) => string;
}

/** Who is asking, as the row policies of the database see it: settings that the statement itself has made, local to its transaction. */
export const sessionViewer: ViewerSql = {
  body: "nullif(current_setting('hub.body', true), '')::uuid",
  jurisdiction: "nullif(current_setting('hub.jurisdiction', true), '')",
  subject: "nullif(current_setting('hub.subject', true), '')::uuid",
  granted: (item, column) => `exists (select 1 from "sharing_grant" g where ${grantInForce("g", { body: "nullif(current_setting('hub.body', true), '')::uuid", purpose: "nullif(current_setting('hub.purpose', true), '')" })} and ${literal(item)} = any(g."items") and starts_with(${column}, ${grantScope("g")}))`,
};

/**
 * The beginning of the codes of divisions that a sharing grant under an alias covers: all of its scope, or of that the provider's own division alone; null
 * where that is not in the scope.
 */
export function grantScope(alias: string): string {
  const [scope, provider] = [`hub_jurisdiction(${alias}."scope_division_code")`, `p."division_code"`];
  return `case when ${alias}."covers_whole_scope" then ${scope} else (select ${provider} from "organization" p where p."id" = ${alias}."provider_id" and starts_with(${provider}, ${scope})) end`;
}

/** Conditions on a sharing grant under an alias: given to the body for the purpose, not suspended or revoked, and of today. */
export const grantInForce = (alias: string, { body, purpose }: { readonly body: string; readonly purpose: string }): string =>
  `${alias}."requester_id" = ${body} and ${alias}."purpose" = ${purpose} and ${alias}."state" = 'ACTIVE' and ${alias}."valid_from" <= hub_today() and ${alias}."valid_to" >= hub_today()`;

export interface RuleScope {
  readonly catalogue: Catalogue;
  readonly type: Entity | Family;
  /** SQL of a column of the row that the rule is about, by field. */
  readonly column: (key: string) => string;
  readonly viewer: ViewerSql;
  /** The row that this one hangs on, where the statement has found this one through it. */
  readonly holder?: Holder | undefined;
}

/**
 * A row whose `toKey` is, in the same statement, known to equal the field `key` of the row that a rule is about: what the rule asks of it
 * need not be looked up again for every row. It must be read as it is now, as rules are; a row of the past can be nobody's holder.
 */
export interface Holder {
  readonly key: string;
  readonly toKey: string;
  readonly storage: Storage;
  readonly column: (key: string) => string;
}

/** Quotes an identifier of ours; names come from declarations, never from a request. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Quotes a constant of ours. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A (folded) row rule as an SQL predicate over one row; the same text serves the plan and the database's row policy. */
export function ruleSql(rule: Rule, scope: RuleScope): string {
  switch (rule.rule) {
    case "always":
      return "true";
    case "never":
      return "false";
    case "audience":
      throw new Error("Rules are folded for an audience before they become SQL.");
    case "anyOf":
      return `(${rule.rules.map((each) => ruleSql(each, scope)).join(" or ")})`;
    case "allOf":
      return `(${rule.rules.map((each) => ruleSql(each, scope)).join(" and ")})`;
    case "recorded":
      return along(rule.path, scope, (column) => `${column} <= hub_now()`);
    case "past":
      return along(rule.path, scope, (column) => `${column} < hub_today()`);
    case "until":
      return along(rule.path, scope, (column) => `(${column} is null or ${column} >= hub_today())`);
    case "reached":
      return along(rule.path, scope, (column) => `${column} <= hub_today()`);
    case "present":
      return along(rule.path, scope, (column) => `${column} is not null`);
    case "displayed":
      return at(rule.relation ? rule.relation.split(".") : [], scope, (column) => displayedSql(scope.catalogue, column));
    case "coded":
      return along(rule.path, scope, (column) => `${column} in (${rule.values.map(literal).join(", ")})`);
    case "own":
      return along(rule.path, scope, (column) => `${column} = ${scope.viewer.body}`);
    case "self":
      return along(rule.path, scope, (column) => `${column} = ${scope.viewer.subject}`);
    case "within":
      return along(rule.path, scope, (column) => `starts_with(${column}, ${scope.viewer.jurisdiction})`);
    case "seat":
      return along(rule.path, scope, (column) => `(length(${scope.viewer.jurisdiction}) = ${seatDigits[rule.level]} and starts_with(${column}, ${scope.viewer.jurisdiction}))`);
    case "level":
      return along(rule.path, scope, (column) => `length(hub_jurisdiction(${column})) in (${rule.levels.map((each) => seatDigits[each]).join(", ")})`);
    case "not":
      return `not coalesce(${ruleSql(rule.denied, scope)}, false)`;
    case "granted":
      return along(rule.path, scope, (column) => scope.viewer.granted(rule.item, column));
  }
}

/**
 * Ends a subquery that looks one row up by its key. Without it PostgreSQL may choose to hash all rows for which the rest of the condition
 * holds, once in every execution: for a page of twenty, or for one row, it then reads a whole table (7.3 ms instead of 0.3 among 5,000 rows).
 */
export const rowByRow = " offset 0";

/** The condition at the end of a path, on a column of the row there. */
function along(path: string, scope: RuleScope, condition: (column: string) => string): string {
  const steps = path.split(".");
  const key = steps.pop()!;
  return at(steps, scope, (column) => condition(column(key)));
}

/** A condition on a row: on the row itself, on the row that it hangs on, or on the one row that its relations lead to. */
function at(relations: readonly string[], scope: RuleScope, condition: (column: (key: string) => string) => string): string {
  const { edges, end } = scope.catalogue.pathOf(scope.type, [...relations, "id"].join("."));
  const stored = (type: NodeType): Storage => {
    if (type.kind === "union") throw new Error(`${scope.type.name}: the path ${relations.join(".")} passes through ${type.name}, which has no table of its own`);
    return type.storage;
  };
  const { holder } = scope;
  const [first] = edges;
  const isHeld = holder !== undefined && first !== undefined && first.fromKey === holder.key && first.toKey === holder.toKey && stored(first.to) === holder.storage;
  const start = isHeld ? holder.column : scope.column;
  const steps = isHeld ? edges.slice(1) : edges;
  if (steps.length === 0) return condition(start);
  // Nested from the inside out: each step is "exists a row of the next type whose key is ours, such that …".
  const column = (type: NodeType, alias: string, field: string): string => `${alias}.${identifier(stored(type).places[field]!.column.name)}`;
  return steps.reduceRight<string>((inner, edge, place) => {
    const from = place === 0 ? start(edge.fromKey) : column(edge.from, `r${place - 1}`, edge.fromKey);
    return `exists (select 1 from ${identifier(stored(edge.to).name)} r${place} where ${column(edge.to, `r${place}`, edge.toKey)} = ${from} and ${inner}${rowByRow})`;
  }, condition((key) => column(end, `r${steps.length - 1}`, key)));
}

/** Whether a record is on display today, by the display periods in force (see `onDisplay`). */
function displayedSql(catalogue: Catalogue, column: (key: string) => string): string {
  const window = `hub_today() <= ${displayEndSql(column("documentDate"), "maxMonths")}`;
  return `(${column("disclosureState")} = 'PUBLISHED' and ${column("displayFrom")} <= hub_today() and exists (select 1 from ${periodInForce(catalogue, column)} and ${window}))`;
}

/** The last day of so many months, by the display period `dp`, that begin with a day. */
const displayEndSql = (day: string, months: "minMonths" | "maxMonths"): string => `(${day} + make_interval(months => dp.${identifier(snakeCase(months))}))::date`;

/** FROM and WHERE of the display period that is in force today for a record; none where the record is not displayed at all. */
function periodInForce(catalogue: Catalogue, column: (key: string) => string): string {
  const period = catalogue.types.get(displayPeriodType);
  if (period?.kind !== "entity") throw new Error(`Something is displayed for a time, and there is no ${displayPeriodType} to say for how long`);
  const of = (key: string): string => `dp.${identifier(period.storage.places[key]!.column.name)}`;
  return `${identifier(period.storage.name)} dp where ${of("catalogItemCode")} = ${column("catalogItemCode")} and ${of("severity")} = ${column("severity")} and ${of("isDisplayed")}
    and ${of("effectiveFrom")} <= hub_today() and (${of("effectiveTo")} is null or ${of("effectiveTo")} >= hub_today())`;
}

/** A derived field as an SQL expression over one row. */
export function derivationSql(derivation: Derivation, scope: Omit<RuleScope, "viewer">): string {
  if (derivation.derivation === "holds") return `coalesce(${ruleSql(derivation.rule, { ...scope, viewer: nobody })}, false)`;
  return `(select ${displayEndSql(scope.column("documentDate"), derivation.months)} from ${periodInForce(scope.catalogue, scope.column)} limit 1)`;
}

/** Derived fields are the same for whoever asks; the catalogue refuses rules that are not. */
const nobody: ViewerSql = { body: "null::uuid", jurisdiction: "null::text", subject: "null::uuid", granted: () => "false" };

import { HubError } from "../errors.ts";
import type { NodeType } from "../catalog/node-type.ts";
import { filterableBy, mayFilter } from "../policy/may-filter.ts";
import type { Compilation } from "./compilation.ts";
import { tagIn, tagOf, uuidOf } from "./global-id.ts";
import type { Row } from "./row.ts";
import type { Traced } from "./traced.ts";
import { asArray, asText, castable } from "./values.ts";

const comparisons: Readonly<Record<string, string>> = { ne: "is distinct from", eq: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" };

/**
 * The predicate of a `where` argument over a row. Every key that is given becomes a condition or an error; none is ignored.
 *
 * @param type the type whose filter it is (an interface for a union's members)
 * @throws HubError FORBIDDEN for a field that the viewer may not filter by, BAD_USER_INPUT for a null operand
 */
export function filterSql(compilation: Compilation, type: NodeType, row: Row, where: Traced | undefined): string[] {
  if (!where || where.value === null || where.value === undefined) return [];
  return Object.keys(where.value).flatMap((key) => {
    const operators = where.child(key);
    if (!operators || operators.value === null || operators.value === undefined) return [];
    assertMayFilter(compilation, type, key);
    return Object.keys(operators.value).map((operator) => condition(compilation, type, row, key, operator, operators.child(operator)!));
  });
}

/** @throws HubError FORBIDDEN where the viewer may not filter or order by the field */
export function assertMayFilter(compilation: Compilation, type: NodeType, key: string): void {
  const field = compilation.world.catalogue.fieldOf(type, key);
  if (field && (!compilation.guarded || mayFilter(compilation.audience, filterableBy(type, key, field)))) return;
  throw new HubError("FORBIDDEN", { coordinate: `${type.name}.${key}`, class: field?.class ?? "withheld", classZh: "不可检索" }, { extensions: { coordinate: `${type.name}.${key}` } });
}

function condition(compilation: Compilation, filtered: NodeType, row: Row, key: string, operator: string, operand: Traced): string {
  const column = row.column(key);
  const { column: stored } = row.type.storage.places[key]!;
  if (operand.value === null) throw new HubError("BAD_USER_INPUT", { "reason.en": `${key}.${operator} cannot be null; use isNull.`, "reason.zh": `${key}.${operator} 不能为 null，请使用 isNull。` });
  if (operator === "isNull") return `(${column} is null) = ${compilation.bind("boolean", ({ variables }) => asText(operand.read(variables)))}`;
  const target = key === "id" ? row.type : row.reference(key);
  const type = target ? "uuid" : typeOf(stored.getSQLType());
  // Of a union, an id may be that of another member: it is none of this one's rows.
  const others = key === "id" && filtered.kind === "union" ? compilation.membersOf(filtered).filter((member) => member !== row.type) : [];
  const isOther = (value: unknown): boolean => others.some((member) => tagOf(member) === tagIn(value));
  const single = (value: unknown): string | null => (isOther(value) ? null : target ? uuidOf(target, value, `${key}.${operator}`) : castable(type, asText(value)));
  const several = (values: unknown): string => asArray((values as readonly unknown[]).filter((value) => !isOther(value)).map(single));
  switch (operator) {
    case "in":
      return `${column} = any(${compilation.bind(`${type}[]`, ({ variables }) => several(operand.read(variables)))})`;
    case "notIn":
      return `(${column} <> all(${compilation.bind(`${type}[]`, ({ variables }) => several(operand.read(variables)))}) or ${column} is null)`;
    case "startsWith":
      return `starts_with(${column}, ${compilation.bind("text", ({ variables }) => castable("text", asText(operand.read(variables))))})`;
    default: {
      const comparison = comparisons[operator];
      if (!comparison) throw new Error(`No operator ${operator}`);
      return `${column} ${comparison} ${compilation.bind(type, ({ variables }) => single(operand.read(variables)))}`;
    }
  }
}

/** The predicate of `updatedAfter`: recorded, as it is now, after a moment. */
export const updatedAfterSql = (compilation: Compilation, row: Row, moment: Traced): string =>
  `${row.column("recordedAt")} > ${compilation.bind("timestamptz", ({ variables }) => castable("timestamptz", asText(moment.read(variables))))}`;

/** A column's type without its modifiers, for casts. */
export const typeOf = (sqlType: string): string => (sqlType.startsWith("timestamp") ? "timestamptz" : sqlType.replace(/\(.*\)/, ""));


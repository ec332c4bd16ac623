import { createHash } from "node:crypto";
import { HubError } from "../errors.ts";
import type { NodeType } from "../catalog/node-type.ts";
import { filterableBy } from "../policy/may-filter.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Compilation, Execution } from "./compilation.ts";
import { assertMayFilter, typeOf } from "./filter.ts";
import type { Row } from "./row.ts";
import type { Traced } from "./traced.ts";
import { canCast } from "./values.ts";

/** The order of a page: one open column that is never null, made total by the id, both in one direction. */
export interface Order {
  readonly by: string;
  readonly direction: "ASC" | "DESC";
}

/** Fields by which a type can be ordered: filterable ones that are never null. */
export const orderableFields = (catalogue: Catalogue, type: NodeType): string[] =>
  Object.keys(type.fields).filter((key) => {
    const field = catalogue.fieldOf(type, key);
    return field && key !== "id" && filterableBy(type, key, field) !== "nobody" && catalogue.membersOf(type).every((member) => member.storage.places[key]?.column.notNull);
  });

/** `receivedAt` → `RECEIVED_AT`, a field's name in the enumeration of orders. */
export const orderCode = (key: string): string => key.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The order that a question asks for, or the type's own. */
export function orderOf(compilation: Compilation, type: NodeType, orderBy: Traced | undefined): Order {
  const asked = orderBy?.value as { field: string; direction: "ASC" | "DESC" } | null | undefined;
  if (!asked) return type.questions.order;
  const by = orderableFields(compilation.world.catalogue, type).find((key) => orderCode(key) === asked.field);
  if (!by) throw new Error(`${type.name} has no order ${asked.field}`);
  assertMayFilter(compilation, type, by);
  return { by, direction: asked.direction };
}

/** ORDER BY over a row's columns. */
export const orderSql = (row: Row, order: Order): string => [...new Set([row.column(order.by), row.column("id")])].map((column) => `${column} ${order.direction}`).join(", ");

/** Names one question, so that a cursor of another is told: where it stands in the graph, its filters, its order. */
export type Fingerprint = (execution: Execution) => string;

export const fingerprintOf = (coordinate: string, order: Order, filters: readonly (Traced | undefined)[]): Fingerprint => {
  const fixed = `${coordinate} ${order.by} ${order.direction} `;
  return ({ variables }) =>
    createHash("sha256")
      .update(`${fixed}${JSON.stringify(filters.map((filter) => filter?.read(variables) ?? null))}`)
      .digest("base64url")
      .slice(0, 10);
};

/** SQL of a row's cursor: opaque text that holds the question's fingerprint, the sort value that the viewer was given, and the id. */
export const cursorSql = (compilation: Compilation, row: Row, order: Order, fingerprint: Fingerprint): string => cursorOf(compilation, fingerprint, [row.column(order.by), row.column("id")]);

/** SQL of a cursor of a question, from the values that its order goes by. */
export const cursorOf = (compilation: Compilation, fingerprint: Fingerprint, values: readonly string[]): string =>
  `replace(encode(convert_to(json_build_array(${[compilation.bind("text", fingerprint), ...values.map((value) => `${value}::text`)].join(", ")})::text, 'UTF8'), 'base64'), E'\\n', '')`;

/**
 * The predicate that a row comes after a cursor.
 *
 * @throws HubError BAD_USER_INPUT, at execution, for a damaged cursor or one of another question
 */
export function afterSql(compilation: Compilation, row: Row, order: Order, after: Traced, fingerprint: Fingerprint): string {
  const type = typeOf(row.type.storage.places[order.by]!.column.getSQLType());
  const read = (place: 0 | 1) => (execution: Execution) => parseCursor(after, execution, fingerprint, [type, "uuid"])[place]!;
  const than = order.direction === "ASC" ? ">" : "<";
  return `(${row.column(order.by)}, ${row.column("id")}) ${than} (${compilation.bind(type, read(0))}, ${compilation.bind("uuid", read(1))})`;
}

/**
 * The values in a cursor, which the database can cast to the types of a question's order.
 *
 * @throws HubError BAD_USER_INPUT for a damaged cursor or one of another question
 */
export function parseCursor(after: Traced, execution: Execution, fingerprint: Fingerprint, types: readonly string[]): readonly string[] {
  const bad = (en: string, zh: string) => new HubError("BAD_USER_INPUT", { "reason.en": en, "reason.zh": zh });
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(String(after.read(execution.variables)), "base64").toString("utf8"));
  } catch {
    parts = null;
  }
  if (!Array.isArray(parts) || parts.length !== types.length + 1 || !parts.every((part) => typeof part === "string"))
    throw bad("The cursor is damaged; use one that this hub gave, unchanged.", "游标已损坏，请原样使用本系统返回的游标。");
  const [of, ...values] = parts;
  if (of !== fingerprint(execution)) throw bad("The cursor belongs to another question; a filter or an order has changed.", "游标属于另一查询：筛选条件或排序已变化。");
  if (!values.every((value, place) => canCast(types[place]!, value))) throw bad("The cursor is damaged; use one that this hub gave, unchanged.", "游标已损坏，请原样使用本系统返回的游标。");
  return values;
}

import { HubError } from "../errors.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import { codelistOf } from "../catalog/codelist.ts";
import type { NodeType } from "../catalog/node-type.ts";
import { filterableBy } from "../policy/may-filter.ts";
import { literal } from "../policy/rule-sql.ts";
import { collectFields, type Collected } from "./collect-fields.ts";
import type { Compilation } from "./compilation.ts";
import { assertMayFilter } from "./filter.ts";
import { orderCode } from "./order.ts";
import type { Row } from "./row.ts";
import { argumentOf, objectOf, selectionsBelow } from "./selections.ts";

/** Rows up to which groups are counted: ten times as many as `totalCount` counts, as the question is dearer. */
export const groupedMost = 100_000;

/** Groups of an answer where nobody says how many, the most that may be asked for, and fields that may be combined. */
export const groupSize = Object.freeze({ usual: 50, most: 500, fields: 2 });

/** What the graph calls one of the groups. */
export const groupName = "GroupedCount";

/**
 * Fields by whose values the rows of a type can be counted: those by which they can be filtered, where it is of a few values that mean something: a
 * code, yes or no, or what a relation follows.
 */
export const groupableFields = (catalogue: Catalogue, type: NodeType): string[] => {
  const keys = new Set([...catalogue.edgesOf(type).values()].flatMap(({ cardinality, fromKey }) => (cardinality === "one" ? [fromKey] : [])));
  return Object.keys(type.fields).filter((key) => {
    const { column } = catalogue.membersOf(type)[0]!.storage.places[key]!;
    const isOfFew = codelistOf(column.enumValues) !== null || column.getSQLType() === "boolean" || keys.has(key);
    return key !== "id" && isOfFew && filterableBy(type, key, catalogue.fieldOf(type, key)!) !== "nobody";
  });
};

/** Where groups are asked for: a connection, and its rows as far as they belong to it. */
export interface GroupedAt {
  readonly compilation: Compilation;
  readonly type: NodeType;
  readonly path: readonly string[];
  /** Queries for expressions over the connection's rows, one for each table, of so many rows at most. */
  readonly branches: (select: (row: Row) => string, most: number) => readonly string[];
}

/**
 * SQL of the groups of a connection's rows, the largest first; null where there are too many rows to count.
 *
 * @throws HubError FORBIDDEN for a field that the viewer may not filter by, BAD_USER_INPUT and LIMIT_EXCEEDED for what cannot be grouped by
 */
export function groupedCountsSql({ compilation, type, path, branches }: GroupedAt, field: Collected): string {
  const argument = (name: string): unknown => argumentOf(compilation, `${type.name}Connection`, field, name)?.value;
  const keys = keysOf(compilation, type, argument("by") as readonly string[]);
  const most = sizeOf(argument("first") as number | null | undefined);
  const places = keys.map((_, place) => `k${place}`);
  const [rows, groups] = [compilation.alias(), compilation.alias()];
  const read = branches((row) => keys.map((key, place) => `(${row.value(key)})::text collate "C" as ${places[place]!}`).join(", "), groupedMost + 1);
  const counted = `select ${places.join(", ")}, count(*) as n, sum(count(*)) over () as total, row_number() over (order by count(*) desc, ${places.join(", ")}) as i from (select * from (${read.join(" union all ")}) ${rows} limit ${groupedMost + 1}) ${rows} group by ${places.join(", ")}`;
  const parts = [...collectFields(compilation.document, groupName, selectionsBelow(field, groupName, path).parts).values()];
  const group = objectOf(parts.map(({ responseKey, name }) => [responseKey, partSql(name, groups, places)]));
  return `(select case when max(${groups}.total) > ${groupedMost} then null else coalesce(json_agg(${group} order by ${groups}.i) filter (where ${groups}.i <= ${most}), '[]'::json) end from (${counted}) ${groups})`;
}

function partSql(name: string, groups: string, places: readonly string[]): string {
  if (name === "__typename") return literal(groupName);
  return name === "count" ? `${groups}.n` : `array[${places.map((place) => `${groups}.${place}`).join(", ")}]`;
}

function keysOf(compilation: Compilation, type: NodeType, codes: readonly string[]): readonly string[] {
  if (codes.length === 0) throw new HubError("BAD_USER_INPUT", { "reason.en": "by names at least one field.", "reason.zh": "by 至少须有一个字段。" });
  if (codes.length > groupSize.fields) throw new HubError("LIMIT_EXCEEDED", { "reason.en": `rows are counted by ${groupSize.fields} fields at most, ${codes.length} were given`, "reason.zh": `分组统计最多按 ${groupSize.fields} 个字段，请求了 ${codes.length} 个` });
  if (new Set(codes).size < codes.length) throw new HubError("BAD_USER_INPUT", { "reason.en": "by names a field twice.", "reason.zh": "by 中有重复的字段。" });
  const keys = groupableFields(compilation.world.catalogue, type);
  return codes.map((code) => {
    const key = keys.find((each) => orderCode(each) === code);
    if (key === undefined) throw new Error(`${type.name} has no groups by ${code}`);
    assertMayFilter(compilation, type, key);
    return key;
  });
}

function sizeOf(first: number | null | undefined): number {
  const size = first ?? groupSize.usual;
  if (size < 0) throw new HubError("BAD_USER_INPUT", { "reason.en": "first cannot be negative.", "reason.zh": "first 不能为负数。" });
  if (size > groupSize.most) throw new HubError("LIMIT_EXCEEDED", { "reason.en": `an answer holds at most ${groupSize.most} groups, ${size} were asked for`, "reason.zh": `每次最多返回 ${groupSize.most} 组，请求了 ${size} 组` });
  return size;
}

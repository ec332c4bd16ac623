import { HubError } from "../errors.ts";
import { isAboutPerson, type Entity, type Family, type NodeType, type Union } from "../catalog/node-type.ts";
import { identifier, literal, type Holder } from "../policy/rule-sql.ts";
import { collectFields, type Collected } from "./collect-fields.ts";
import type { Compilation } from "./compilation.ts";
import { filterSql, updatedAfterSql } from "./filter.ts";
import { tagOf } from "./global-id.ts";
import { groupedCountsSql } from "./grouped-counts.ts";
import { afterSql, cursorSql, fingerprintOf, orderOf, orderSql, type Fingerprint, type Order } from "./order.ts";
import { pageInfoSql } from "./page-info.ts";
import { Row } from "./row.ts";
import { mostSubjects } from "./access-notes.ts";
import { argumentOf, objectOf, rowsOf, selectionsBelow, selectList, type Selections } from "./selections.ts";
import { given, type Traced } from "./traced.ts";

/** Rows of a page where nobody says how many, and the most that may be asked for. */
export const pageSize = Object.freeze({ usual: 20, most: 200 });

/** Up to here `totalCount` is exact; beyond, it says that it is capped. */
export const countCap = 10_000;

/** A connection in the operation: the rows of a type for which `holds` is true. */
export interface ConnectionAt {
  readonly type: NodeType;
  readonly parent: string;
  readonly field: Collected;
  readonly path: readonly string[];
  /** The row that its rows hang on; `holds` then restricts them to those. */
  readonly holder?: Holder;
  readonly holds: (row: Row) => readonly string[];
}

/** How the objects of a page are made; handed in by the side that makes them, which needs connections in turn. */
export interface Render {
  /** A query that yields the selected object of each row of `source`. */
  readonly objectsFrom: (compilation: Compilation, row: Row, selections: Selections, source: () => string) => string;
  /** The selected object of a row in scope, as a scalar. */
  readonly objectSql: (compilation: Compilation, row: Row, selections: Selections) => string;
}

interface Page extends ConnectionAt {
  readonly compilation: Compilation;
  readonly render: Render;
  readonly where: Traced | undefined;
  readonly updatedAfter: Traced | undefined;
  /** The cursor at which the page begins, or ends where it is read backwards; not itself on the page. */
  readonly cursor: Traced | undefined;
  readonly order: Order;
  readonly fingerprint: Fingerprint;
  readonly size: number;
  /** Whether the page is asked for from the end (`last`, `before`): it is read in the other direction and turned around. */
  readonly isBackward: boolean;
}

/** SQL of a connection's JSON object: one page by keyset, each branch with row rule, filter, order and limit of its own. */
export function connectionSql(compilation: Compilation, render: Render, at: ConnectionAt): string {
  const argument = (name: string) => argumentOf(compilation, at.parent, at.field, name);
  const where = argument("where");
  const updatedAfter = given(argument("updatedAfter"));
  const order = orderOf(compilation, at.type, argument("orderBy"));
  const page: Page = {
    ...at,
    compilation,
    render,
    where,
    updatedAfter,
    order,
    fingerprint: fingerprintOf(`${placeOf(compilation, at.parent)}.${at.field.name}`, order, [where, updatedAfter]),
    ...windowOf(argument, at.type),
  };
  const name = `${at.type.name}Connection`;
  const selections = selectionsBelow(at.field, name, at.path);
  const fields = [...collectFields(compilation.document, name, selections.parts).values()];
  const paged = fields.filter((field) => field.name === "nodes" || field.name === "edges" || field.name === "pageInfo");
  const [only] = paged;
  // The common question, rows and nothing about the page, needs neither the row after the page nor a second pass over it.
  if (paged.length === 1 && only!.name === "nodes" && at.type.kind !== "union" && !page.isBackward)
    return objectOf(fields.map((field) => [field.responseKey, field === only ? plainNodes(page, at.type as Entity | Family, field, selections.path) : besides(page, field)]));
  if (paged.length === 0) return objectOf(fields.map((field) => [field.responseKey, besides(page, field)]));
  return fullPage(page, fields, selections.path);
}

/** The type that a question stands on, for its cursors: the family for all of its members, which one question may ask together or apart. */
function placeOf({ world }: Compilation, parent: string): string {
  const type = world.catalogue.types.get(parent);
  return type ? tagOf(type) : parent;
}

/** Which window a page is: so many rows after a cursor, or so many before one. What mixes the two has no meaning that people agree on. */
function windowOf(argument: (name: string) => Traced | undefined, type: NodeType): Pick<Page, "cursor" | "size" | "isBackward"> {
  const [first, after, last, before] = ["first", "after", "last", "before"].map((name) => given(argument(name)));
  if ((first ?? after) && (last ?? before)) throw new HubError("BAD_USER_INPUT", { "reason.en": "A page is first with after, or last with before; the two cannot be mixed.", "reason.zh": "first 与 after、last 与 before 须分别成对使用，不能混用。" });
  const isBackward = Boolean(last ?? before);
  return { cursor: after ?? before, size: sizeOf(isBackward ? "last" : "first", first ?? last, isAboutPerson(type) ? mostSubjects : pageSize.most), isBackward };
}

/** The size of a page that is asked for, or the usual one. @throws HubError where it is none, or more than the most */
export function sizeOf(name: string, given: Traced | undefined, most: number = pageSize.most): number {
  const value = (given?.value as number | undefined) ?? pageSize.usual;
  assertPageSize(name, value, most);
  return value;
}

/** @throws HubError for the size of a page that is none, or more than the most */
export function assertPageSize(name: string, value: number, most: number = pageSize.most): void {
  if (value < 0) throw new HubError("BAD_USER_INPUT", { "reason.en": `${name} cannot be negative.`, "reason.zh": `${name} 不能为负数。` });
  if (value > most) throw new HubError("LIMIT_EXCEEDED", { "reason.en": `a page${most < pageSize.most ? " about persons" : ""} holds at most ${most} rows, ${value} were asked for`, "reason.zh": `每页${most < pageSize.most ? "涉及个人的数据" : ""}最多 ${most} 行，请求了 ${value} 行` });
}

/** One row of the connection. */
const rowOf = (page: Page, type: Entity | Family, alias = page.compilation.alias()): Row => new Row(page.compilation, type, alias, page.holder);

/** Conditions that decide which rows belong to the connection, before paging. */
const belongs = (page: Page, row: Row): string[] => [
  ...page.holds(row),
  row.admits(),
  ...filterSql(page.compilation, page.type, row, page.where),
  ...(page.updatedAfter ? [updatedAfterSql(page.compilation, row, page.updatedAfter)] : []),
];

const whereSql = (conditions: readonly string[]): string => {
  const real = conditions.filter((condition) => condition !== "true");
  return real.length === 0 ? "" : ` where ${real.join(" and ")}`;
};

/** WHERE, ORDER BY and LIMIT of one branch of a page. */
function pageTail(page: Page, row: Row, limit: number): string {
  const order = readingOrder(page);
  const keyset = page.cursor ? [afterSql(page.compilation, row, order, page.cursor, page.fingerprint)] : [];
  return `${whereSql([...belongs(page, row), ...keyset])} order by ${orderSql(row, order)} limit ${limit}`;
}

/** The order in which a page's rows are read: the question's own, or turned around. */
const readingOrder = ({ order, isBackward }: Page): Order => (isBackward ? { ...order, direction: order.direction === "ASC" ? "DESC" : "ASC" } : order);

function plainNodes(page: Page, type: Entity | Family, field: Collected, path: readonly string[]): string {
  const row = rowOf(page, type);
  const objects = page.render.objectsFrom(page.compilation, row, selectionsBelow(field, type, path), () => row.from + pageTail(page, row, page.size));
  return `(select coalesce(json_agg(x.object), '[]'::json) from (${objects}) x)`;
}

/** Fields of a connection that are not about its page. */
function besides(page: Page, field: Collected): string {
  if (field.name === "__typename") return literal(`${page.type.name}Connection`);
  const branches = (select: (row: Row) => string, most: number): string[] =>
    branchesOf(page).map((member) => {
      const row = rowOf(page, member);
      return `(select ${select(row)} from ${row.from}${whereSql(belongs(page, row))} limit ${most})`;
    });
  if (field.name === "groupedCounts") return groupedCountsSql({ ...page, branches }, field);
  const what = field.name === "totalCount" ? `least(count(*), ${countCap})` : `count(*) > ${countCap}`;
  return `(select ${what} from (select 1 from (${branches(() => "1", countCap + 1).join(" union all ")}) b limit ${countCap + 1}) c)`;
}

/** The tables to read: one for an entity or a family, one per member for a union. */
const branchesOf = (page: Page): readonly (Entity | Family)[] => (page.type.kind === "union" ? page.compilation.membersOf(page.type) : [page.type]);

/** A page with its cursors and its information: the rows are read once, and everything about them is aggregated in one pass. */
function fullPage(page: Page, fields: readonly Collected[], path: readonly string[]): string {
  const { compilation, size, order, isBackward } = page;
  const outer = compilation.alias();
  const source = page.type.kind === "union" ? unionSource(page, page.type, outer) : singleSource(page, page.type, outer);
  const inPage = `filter (where ${outer}.i <= ${size})`;
  const cursor = (): string => cursorSql(compilation, source.row, order, page.fingerprint);
  const list = (item: string): string => `coalesce(json_agg(${item} ${isBackward ? ` order by ${outer}.i desc` : ""}) ${inPage}, '[]'::json)`;

  const entries = fields.map((field): [string, string] => {
    const at = [...path, field.responseKey];
    switch (field.name) {
      case "nodes":
        return [field.responseKey, list(source.node(selectionsBelow(field, page.type, path)))];
      case "edges": {
        const name = `${page.type.name}Edge`;
        const parts = [...collectFields(compilation.document, name, selectionsBelow(field, name, path).parts).values()];
        return [
          field.responseKey,
          list(
            objectOf(
              parts.map((part) => [
                part.responseKey,
                part.name === "cursor" ? cursor() : part.name === "node" ? source.node(selectionsBelow(part, page.type, at)) : literal(name),
              ]),
            ),
          ),
        ];
      }
      case "pageInfo":
        return [field.responseKey, pageInfoSql(compilation, field, path, { alias: outer, size, isBackward, hasCursor: page.cursor !== undefined, cursor })];
      default:
        return [field.responseKey, besides(page, field)];
    }
  });
  const selected = selectList(entries);
  return `(select ${rowsOf(`select ${selected} from ${source.from()}`)})`;
}

interface Source {
  /** A row of the page, for cursors. */
  readonly row: Row;
  readonly node: (selections: Selections) => string;
  /** FROM of the aggregation; to be called last, when it is known which columns are used. */
  readonly from: () => string;
}

/** Rows that come in order, numbered as they come, with how many there are. */
const numbered = (inner: string, { alias }: Row): string => `(select ${alias}.*, row_number() over () as i, count(*) over () as n from (${inner}) ${alias}) ${alias}`;

function singleSource(page: Page, type: Entity | Family, alias: string): Source {
  const row = rowOf(page, type, alias);
  return {
    row,
    node: (selections) => page.render.objectSql(page.compilation, row, selections),
    from: () => {
      const inner = rowOf(page, type);
      const tail = pageTail(page, inner, page.size + 1);
      const columns = [...row.used].map((column) => `${inner.alias}.${identifier(column)}`).join(", ");
      return numbered(`select ${columns} from ${inner.from}${tail}`, row);
    },
  };
}

/** A union's page is made of ids first, each branch with its own limit; the objects are then read by id. */
function unionSource(page: Page, union: Union, alias: string): Source {
  const { compilation } = page;
  const order = readingOrder(page);
  const members = compilation.membersOf(union);
  const row = new Row(compilation, members[0]!, alias);
  return {
    row,
    node: (selections) =>
      `case ${alias}.member ${members
        .map((member) => {
          const target = new Row(compilation, member);
          return `when ${literal(member.name)} then (${page.render.objectsFrom(compilation, target, selections, () => `${target.from} where ${target.equals("id", `${alias}."id"`)}`)})`;
        })
        .join(" ")} end`,
    from: () => {
      const branches = members.map((member) => {
        const inner = rowOf(page, member);
        const tail = pageTail(page, inner, page.size + 1);
        const columns = [...new Set([inner.column("id"), inner.column(order.by)])].join(", ");
        return `(select ${literal(member.name)} as member, ${columns} from ${inner.from}${tail})`;
      });
      const merged = new Row(compilation, members[0]!);
      return numbered(`select * from (${branches.join(" union all ")}) ${merged.alias} order by ${orderSql(merged, order)} limit ${page.size + 1}`, row);
    },
  };
}

import type { ClassType } from "type-graphql";
import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString } from "graphql";
import { citation } from "../catalog/basis.ts";
import type { Catalogue, Edge } from "../catalog/catalogue.ts";
import { classLine } from "../catalog/class-line.ts";
import type { Field } from "../catalog/field.ts";
import type { NodeType } from "../catalog/node-type.ts";
import { countCap, pageSize } from "../plan/connection.ts";
import { groupedMost, groupName, groupSize } from "../plan/grouped-counts.ts";
import { coordinatesOf } from "../policy/coordinates.ts";
import { declareClass, declareInterface, declareObject, type Argument, type Disclosure, type FieldDeclaration } from "./declare.ts";
import { fieldTypeOf } from "./field-type.ts";
import { DateTime } from "./scalars.ts";
import type { Inputs } from "./inputs.ts";

/** Fields that only arrange others: what they arrange has classes of its own. */
export const plainly: Disclosure = Object.freeze({ class: "open" });

/**
 * What counting rows by their values counts as, for each row of the page that is asked for beside it: it may go through all the rows that it can, of
 * which none is in the answer.
 */
const groupUnits = 100;

const disclosureOf = (field: Field): Disclosure => ({ class: field.class, ...(field.basis ? { basis: citation(field.basis) } : {}) });

/** The classes of the graph's types, declared from the catalogue. */
export class ObjectTypes {
  readonly node = declareClass("Node");
  readonly pageInfo = declareClass("PageInfo");
  readonly #group = declareClass(groupName);
  readonly #catalogue: Catalogue;
  readonly #inputs: Inputs;
  readonly #classes: ReadonlyMap<string, ClassType>;
  readonly #connections = new Map<string, ClassType>();

  constructor(catalogue: Catalogue, inputs: Inputs) {
    this.#catalogue = catalogue;
    this.#inputs = inputs;
    this.#classes = new Map([...catalogue.types.keys()].map((name) => [name, declareClass(name)]));
    for (const name of catalogue.types.keys()) this.#connections.set(name, declareClass(`${name}Connection`));
    this.#declare();
  }

  /** The class of a type of the catalogue. */
  classOf(type: NodeType): ClassType {
    return this.#classes.get(type.name)!;
  }

  /** Every class, for types that no field of Query names. */
  all(): ClassType[] {
    return [...this.#classes.values()];
  }

  /** A connection as a field: its type and its arguments. */
  connectionOf(type: NodeType): Pick<FieldDeclaration, "type" | "arguments"> {
    const paging: Argument[] = [
      { name: "first", type: () => GraphQLInt, nullable: true, doc: `How many rows from the beginning or after the cursor, at most ${pageSize.most}; ${pageSize.usual} where neither this nor last is given (前若干行).` },
      { name: "after", type: () => GraphQLString, nullable: true, doc: "The cursor after which the page begins (起始游标)." },
      { name: "last", type: () => GraphQLInt, nullable: true, doc: `How many rows from the end or before the cursor, in the same order, at most ${pageSize.most} (后若干行).` },
      { name: "before", type: () => GraphQLString, nullable: true, doc: "The cursor before which the page ends (终止游标)." },
      { name: "updatedAfter", type: () => DateTime, nullable: true, doc: "Only rows that the hub recorded, as they are now, after this moment (更新时间晚于)." },
    ];
    return { type: () => this.#connections.get(type.name)!, arguments: [...paging, ...this.#inputs.argumentsOf(type)] };
  }

  #declare(): void {
    declareInterface(this.node, "Whatever has a global id (对象).", [], [{ name: "id", type: () => GraphQLID, doc: "Stable, opaque identifier (标识).", disclosure: plainly }]);
    declareObject(this.pageInfo, "Where a page stands in its connection (分页信息).", [], [
      { name: "hasNextPage", type: () => GraphQLBoolean, doc: "Whether rows come after the page; of a page that was asked for with before, that there is the cursor's (是否有下一页).", disclosure: plainly },
      { name: "hasPreviousPage", type: () => GraphQLBoolean, doc: "Whether rows come before the page; of a page that was asked for with after, that there is the cursor's (是否有上一页).", disclosure: plainly },
      { name: "startCursor", type: () => GraphQLString, nullable: true, doc: "Cursor of the first row (首行游标).", disclosure: plainly },
      { name: "endCursor", type: () => GraphQLString, nullable: true, doc: "Cursor of the last row (末行游标).", disclosure: plainly },
    ]);
    declareObject(this.#group, "How many rows of a connection have the same values in the fields by which they are counted (分组计数).", [], [
      { name: "keys", type: () => GraphQLString, list: true, nullable: "items", doc: "The values, in the order of the fields: codes, identifiers, true or false; null where the rows have none (分组值).", disclosure: plainly },
      { name: "count", type: () => GraphQLInt, doc: "How many rows have them (行数).", disclosure: plainly },
    ]);
    for (const type of this.#catalogue.types.values()) {
      this.#declareNode(type);
      this.#declareConnection(type);
    }
  }

  #declareNode(type: NodeType): void {
    const fields = [
      ...Object.entries(type.fields).flatMap(([key]) => this.#fieldOf(type, key)),
      ...[...this.#catalogue.edgesOf(type).values()].map((edge) => this.#relationOf(edge)),
    ];
    const interfaces = [this.node];
    if (type.kind === "entity" && type.family) interfaces.push(this.#classes.get(type.family)!);
    if (type.kind === "entity" && type.implements) interfaces.push(this.#classes.get(type.implements.name)!);
    const declare = type.kind === "entity" ? declareObject : declareInterface;
    declare(this.classOf(type), type.doc, interfaces, fields);
  }

  /** A field of the catalogue in the graph: there unless withheld, never null only if it is open to all, in the main part and never null in the table. */
  #fieldOf(type: NodeType, key: string): FieldDeclaration[] {
    const field = this.#catalogue.fieldOf(type, key)!;
    if (field.class === "withheld") return [];
    const { type: named, list, notNull } = fieldTypeOf(this.#catalogue, type, key);
    return [{ name: key, type: () => named, list, nullable: !(field.class === "open" && field.part === null && notNull), doc: this.#docOf(type, key, field.doc), disclosure: disclosureOf(field) }];
  }

  /** The sentence of a field or a relation, and under it class and basis: where somebody reads what a field says, it is said who reads the field. */
  #docOf(type: NodeType, key: string, doc: string): string {
    return `${doc}\n${classLine(coordinatesOf(this.#catalogue).get(`${type.name}.${key}`)!.line)}`;
  }

  #relationOf(edge: Edge): FieldDeclaration {
    const disclosure = disclosureOf(edge.keyField);
    const doc = this.#docOf(edge.from, edge.name, edge.doc);
    if (edge.cardinality !== "many") return { name: edge.name, type: () => this.classOf(edge.to), nullable: true, doc, disclosure: { ...disclosure, rows: 1 } };
    return { name: edge.name, ...this.connectionOf(edge.to), nullable: edge.class !== "open", doc, disclosure };
  }

  #declareConnection(type: NodeType): void {
    const edge = declareClass(`${type.name}Edge`);
    declareObject(edge, `A row of a connection of ${type.name} with its cursor (条目).`, [], [
      { name: "cursor", type: () => GraphQLString, doc: "Opaque place of the row in this question's order (游标).", disclosure: plainly },
      { name: "node", type: () => this.classOf(type), doc: "The row (对象).", disclosure: plainly },
    ]);
    declareObject(this.#connections.get(type.name)!, `Rows of ${type.name}, page by page (分页列表).`, [], [
      { name: "nodes", type: () => this.classOf(type), list: true, doc: "The rows of the page (本页对象).", disclosure: plainly },
      { name: "edges", type: () => edge, list: true, doc: "The rows of the page with their cursors (本页条目).", disclosure: plainly },
      { name: "pageInfo", type: () => this.pageInfo, doc: "Where the page stands (分页信息).", disclosure: plainly },
      { name: "totalCount", type: () => GraphQLInt, doc: `Rows in all pages that the reader may know of, exact up to ${countCap} (总数).`, disclosure: plainly },
      { name: "totalCountIsCapped", type: () => GraphQLBoolean, doc: `Whether there are more than ${countCap} rows, so that totalCount stands at ${countCap} (总数是否截断).`, disclosure: plainly },
      ...this.#groupedCounts(type),
    ]);
  }

  /** The connection's rows counted by their values. */
  #groupedCounts(type: NodeType): FieldDeclaration[] {
    const codes = this.#inputs.groupFieldOf(type);
    if (codes === null) return [];
    return [
      {
        name: "groupedCounts",
        type: () => this.#group,
        list: true,
        nullable: true,
        doc: `How many rows in all pages have each value of a field, or each pair of values of two, the most frequent first; null where there are more than ${groupedMost} rows: ask with a narrower filter. It costs ${groupUnits} units for each row of the page, however few the groups: ask for it with first: 0 where no rows are wanted (分组统计).`,
        arguments: [
          { name: "by", type: () => codes, list: true, doc: `The fields, ${groupSize.fields} at most (分组字段).` },
          { name: "first", type: () => GraphQLInt, defaultValue: groupSize.usual, doc: `How many groups, at most ${groupSize.most} (组数).` },
        ],
        disclosure: { ...plainly, units: groupUnits, isKept: true },
      },
    ];
  }
}

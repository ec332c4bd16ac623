import { registerEnumType, type ClassType } from "type-graphql";
import { GraphQLBoolean, GraphQLString } from "graphql";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { NodeType } from "../catalog/node-type.ts";
import { groupableFields } from "../plan/grouped-counts.ts";
import { orderableFields, orderCode } from "../plan/order.ts";
import { filterableBy } from "../policy/may-filter.ts";
import { declareInput, type Argument, type Named } from "./declare.ts";
import { fieldTypeOf, type FieldType } from "./field-type.ts";

/** Direction of an order; all keys of an order have the same one. */
export const OrderDirection = { ASC: "ASC", DESC: "DESC" };
registerEnumType(OrderDirection, {
  name: "OrderDirection",
  description: "Direction of an order (排序方向).",
  valuesConfig: { ASC: { description: "Ascending (升序)." }, DESC: { description: "Descending (降序)." } },
});

/** Operators by the scalar that they compare; every type has `eq`, `in` and their opposites. */
const ordered: ReadonlySet<string> = new Set(["Int", "Decimal", "Date", "DateTime"]);

/** The filter and order inputs of the graph, made once per scalar and per type. */
export class Inputs {
  readonly #catalogue: Catalogue;
  readonly #filters = new Map<string, ClassType>();
  readonly #wheres = new Map<string, ClassType | null>();
  readonly #orders = new Map<string, ClassType | null>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** The `where` and `orderBy` arguments of a type's connections. */
  argumentsOf(type: NodeType): Argument[] {
    const where = this.#memo(this.#wheres, type, () => this.#where(type));
    const order = this.#memo(this.#orders, type, () => this.#order(type));
    return [
      ...(where ? [{ name: "where", type: () => where, nullable: true, doc: "Only rows for which all of this holds (筛选)." }] : []),
      ...(order ? [{ name: "orderBy", type: () => order, nullable: true, doc: "The order of the rows (排序)." }] : []),
    ];
  }

  /** The enumeration of the fields by whose values a type's rows can be counted; null where there is none. */
  groupFieldOf(type: NodeType): Record<string, string> | null {
    const keys = groupableFields(this.#catalogue, type);
    if (keys.length === 0) return null;
    return this.#codes(`${type.name}GroupField`, `Fields by whose values rows of ${type.name} can be counted (分组字段).`, type, keys);
  }

  #memo(memo: Map<string, ClassType | null>, type: NodeType, make: () => ClassType | null): ClassType | null {
    let made = memo.get(type.name);
    if (made === undefined) memo.set(type.name, (made = make()));
    return made;
  }

  #where(type: NodeType): ClassType | null {
    const keys = Object.keys(type.fields).filter((key) => filterableBy(type, key, this.#catalogue.fieldOf(type, key)!) !== "nobody");
    const fields = keys.map((key): Argument => {
      const fieldType = fieldTypeOf(this.#catalogue, type, key);
      const filter = this.#filter(fieldType);
      const bodies = filterableBy(type, key, type.fields[key]!) === "bodies" ? " Only government bodies filter by it." : "";
      return { name: key, type: () => filter, nullable: true, doc: `${type.fields[key]!.doc}${bodies}` };
    });
    return fields.length ? declareInput(`${type.name}Where`, `Conditions on ${type.name}; all must hold (筛选条件).`, fields) : null;
  }

  #filter({ type: named, name: scalar, notNull }: FieldType): ClassType {
    const nullable = !notNull;
    const name = `${nullable ? "Nullable" : ""}${scalar}Filter`;
    let filter = this.#filters.get(name);
    if (filter) return filter;
    const type = (): Named => named;
    const optional = { nullable: true } as const;
    filter = declareInput(name, `Conditions on a ${scalar}; all must hold (条件).`, [
      { ...optional, name: "eq", type, doc: "Equal to (等于)." },
      { ...optional, name: "ne", type, doc: "Other than, or absent (不等于)." },
      { ...optional, name: "in", type, list: true, doc: "One of (属于)." },
      { ...optional, name: "notIn", type, list: true, doc: "None of, or absent (不属于)." },
      ...(ordered.has(scalar)
        ? [
            { ...optional, name: "gt", type, doc: "After or greater than (大于)." },
            { ...optional, name: "gte", type, doc: "At or after, at least (大于等于)." },
            { ...optional, name: "lt", type, doc: "Before or less than (小于)." },
            { ...optional, name: "lte", type, doc: "At or before, at most (小于等于)." },
          ]
        : []),
      ...(named === GraphQLString ? [{ ...optional, name: "startsWith", type, doc: "Begins with (以…开头)." }] : []),
      ...(nullable ? [{ ...optional, name: "isNull", type: () => GraphQLBoolean, doc: "Whether the value is absent (是否为空)." }] : []),
    ]);
    this.#filters.set(name, filter);
    return filter;
  }

  #order(type: NodeType): ClassType | null {
    const keys = orderableFields(this.#catalogue, type);
    if (keys.length === 0) return null;
    const codes = this.#codes(`${type.name}OrderField`, `Fields by which ${type.name} can be ordered (排序字段).`, type, keys);
    return declareInput(`${type.name}Order`, `An order of ${type.name}; rows that are equal in it come by id (排序).`, [
      { name: "field", type: () => codes, doc: "By what (排序字段)." },
      { name: "direction", type: () => OrderDirection, defaultValue: "ASC", doc: "In which direction (排序方向)." },
    ]);
  }

  /** An enumeration of fields of a type, by their names in capitals. */
  #codes(name: string, description: string, type: NodeType, keys: readonly string[]): Record<string, string> {
    const codes = Object.fromEntries(keys.map((key) => [orderCode(key), orderCode(key)]));
    registerEnumType(codes, { name, description, valuesConfig: Object.fromEntries(keys.map((key) => [orderCode(key), { description: type.fields[key]!.doc }])) });
    return codes;
  }
}

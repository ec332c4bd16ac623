import { registerEnumType } from "type-graphql";
import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString, type GraphQLScalarType } from "graphql";
import { codelistOf, type Codelist } from "../catalog/codelist.ts";
import { isEncrypted } from "../catalog/encrypted.ts";
import type { NodeType } from "../catalog/node-type.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import { CalendarDate, DateTime, Decimal } from "./scalars.ts";

/** The type of a field in the graph. */
export interface FieldType {
  readonly type: GraphQLScalarType | Record<string, string>;
  /** Name of the scalar or enumeration. */
  readonly name: string;
  readonly list: boolean;
  readonly notNull: boolean;
}

const enums = new WeakMap<Codelist, Record<string, string>>();

/** A codelist as an enumeration of the graph, registered once. */
export function enumOf(list: Codelist): Record<string, string> {
  let values = enums.get(list);
  if (!values) {
    values = Object.fromEntries(list.values.map((code) => [code, code]));
    const valuesConfig = Object.fromEntries(
      Object.entries(list.codes).map(([code, { en, zh, retired }]) => [code, { description: `${en} (${zh}).`, ...(retired ? { deprecationReason: retired } : {}) }]),
    );
    registerEnumType(values, { name: list.name, description: list.doc, valuesConfig });
    enums.set(list, values);
  }
  return values;
}

/**
 * The graph's type for a field, from its column.
 *
 * @throws Error naming the field whose column has no scalar
 */
export function fieldTypeOf(catalogue: Catalogue, type: NodeType, key: string): FieldType {
  const member = catalogue.membersOf(type)[0]!;
  const { column } = member.storage.places[key]!;
  const list = column.dataType === "array";
  const notNull = catalogue.membersOf(type).every((each) => each.storage.places[key]?.column.notNull);
  const codes = codelistOf(column.enumValues);
  if (codes) return { type: enumOf(codes), name: codes.name, list, notNull };
  const refers = [...catalogue.edgesOf(type).values()].some((edge) => edge.cardinality === "one" && edge.fromKey === key && edge.toKey === "id");
  if (key === "id" || refers) return { type: GraphQLID, name: GraphQLID.name, list, notNull };
  const sql = column.getSQLType().replace(/\W.*$/, "");
  const scalar = isEncrypted(column) ? GraphQLString : scalars[sql];
  if (!scalar) throw new Error(`${type.name}.${key}: no scalar of the graph for the column type ${column.getSQLType()}`);
  return { type: scalar, name: scalar.name, list, notNull };
}

const scalars: Readonly<Record<string, GraphQLScalarType>> = {
  text: GraphQLString,
  integer: GraphQLInt,
  boolean: GraphQLBoolean,
  numeric: Decimal,
  date: CalendarDate,
  timestamp: DateTime,
};

import type { Catalogue } from "./catalogue.ts";
import { codelistOf } from "./codelist.ts";
import { isEncrypted } from "./encrypted.ts";
import type { Column } from "./storage.ts";

/**
 * What the values of a field are, by the name that the graph has for it: a scalar, a codelist, or the type that a relation leads to; a list of them in
 * brackets.
 *
 * @throws Error for a field that the type does not have
 */
export function dataTypeOf(catalogue: Catalogue, typeName: string, key: string): string {
  const type = catalogue.types.get(typeName)!;
  const edge = catalogue.edgesOf(type).get(key);
  if (edge) return edge.cardinality === "many" ? `[${edge.to.name}]` : edge.to.name;
  const column = catalogue.membersOf(type)[0]?.storage.places[key]?.column;
  if (!column) throw new Error(`${typeName} has no field ${key}`);
  const isReference = key === "id" || [...catalogue.edgesOf(type).values()].some(({ cardinality, fromKey, toKey }) => cardinality === "one" && fromKey === key && toKey === "id");
  const name = isReference ? "ID" : (codelistOf(column.enumValues)?.name ?? scalarOf(column));
  return column.dataType === "array" ? `[${name}]` : name;
}

const scalars: Readonly<Record<string, string>> = { text: "String", integer: "Int", boolean: "Boolean", numeric: "Decimal", date: "Date", timestamp: "DateTime" };

function scalarOf(column: Column): string {
  const name = isEncrypted(column) ? "String" : scalars[column.getSQLType().replace(/\W.*$/, "")];
  if (name === undefined) throw new Error(`No data type for the column type ${column.getSQLType()}`);
  return name;
}

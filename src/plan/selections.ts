import type { NodeType } from "../catalog/node-type.ts";
import { identifier } from "../policy/rule-sql.ts";
import { below, type collectFields, type Collected } from "./collect-fields.ts";
import type { Compilation } from "./compilation.ts";
import { tracedArgument, type Traced } from "./traced.ts";

/** The selections that a place in the operation makes of a type, with its place in the response. */
export interface Selections {
  readonly parts: Parameters<typeof collectFields>[2];
  readonly path: readonly string[];
}

/** The selections below a field of the response. */
export const selectionsBelow = (field: Collected, type: NodeType | string, path: readonly string[]): Selections => ({
  parts: below(field, typeof type === "string" ? type : type.name),
  path: [...path, field.responseKey],
});

/** A traced argument of a field, by the schema's definition of it. */
export function argumentOf(compilation: Compilation, parent: string, field: Collected, name: string): Traced | undefined {
  const type = compilation.world.schema.getType(parent);
  const definition = type && "getFields" in type ? type.getFields()[field.name] : undefined;
  const argument = definition && "args" in definition ? definition.args.find((each) => each.name === name) : undefined;
  return argument && tracedArgument(argument, field.nodes[0]!.arguments, compilation.document.variables);
}

/** Puts expressions under their response names: the select list of the object, or of nothing. */
export const selectList = (entries: readonly (readonly [string, string])[]): string => entries.map(([key, sql]) => `${sql} as ${identifier(key)}`).join(", ");

/**
 * Each row of a query as a whole, which is an object of the answer: a select list with its FROM. Objects stay rows up to the answer, which is written
 * as JSON at once: written object by object, each is copied once more with every object around it. A column that bore the name of the row would
 * be taken instead, and columns are named by the question: with two underscores no field of ours begins, and no alias may.
 */
export const rowsOf = (query: string, as = ""): string => `__row${as} from (${query}) __row`;

/** A query's one row as JSON: a select list with its FROM. */
export const jsonOf = (query: string): string => `row_to_json(__row) from (${query}) __row`;

/** An object of named expressions, as a scalar. */
export const objectOf = (entries: readonly (readonly [string, string])[]): string => `(select ${rowsOf(`select ${selectList(entries)}`)})`;

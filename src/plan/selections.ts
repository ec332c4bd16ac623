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
 * Each row of a query as JSON: a select list with its FROM. A column that bore the name of the row would be taken instead, and columns are named by
 * the question: with two underscores no field of ours begins, and no alias may.
 */
export const jsonOf = (query: string, as = ""): string => `row_to_json(__row)${as} from (${query}) __row`;

/** A JSON object of named expressions, as a scalar. */
export const objectOf = (entries: readonly (readonly [string, string])[]): string =>
  entries.length === 0 ? "'{}'::json" : `(select ${jsonOf(`select ${selectList(entries)}`)})`;

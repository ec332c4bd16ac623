import type { Value } from "./policy/vocabulary.ts";
import type { Kind } from "./rows-reader.ts";
import type { World } from "./world.ts";

type Operator = (compare: (a: Value, b: Value) => number, held: Value, operand: Value) => boolean;

const isArray = (value: Value): value is readonly string[] => Array.isArray(value);

/** What each operator of the graph's filters says of a value that is there. */
export const operators: Readonly<Record<string, Operator>> = {
  eq: (compare, held, operand) => compare(held, operand) === 0,
  ne: (compare, held, operand) => compare(held, operand) !== 0,
  notIn: (compare, held, operand) => isArray(operand) && operand.every((each) => compare(held, each) !== 0),
  in: (compare, held, operand) => isArray(operand) && operand.some((each) => compare(held, each) === 0),
  gt: (compare, held, operand) => compare(held, operand) > 0,
  gte: (compare, held, operand) => compare(held, operand) >= 0,
  lt: (compare, held, operand) => compare(held, operand) < 0,
  lte: (compare, held, operand) => compare(held, operand) <= 0,
  startsWith: (_compare, held, operand) => String(held).startsWith(String(operand)),
};

/** Conditions that what is absent fulfils. */
const negations: ReadonlySet<string> = new Set(["ne", "notIn"]);

/** Whether a value fulfils a condition. */
export function fulfils(world: World, kind: Kind, held: Value, operator: string, operand: Value): boolean {
  if (operator === "isNull") return (held === null) === operand;
  const said = operators[operator];
  if (!said) throw new Error(`The oracle does not know the operator ${operator}.`);
  if (held === null) return negations.has(operator);
  // For equality the order of texts does not matter, and the operand may be in no row.
  const compare = kind === "text" || kind === "uuid" ? (a: Value, b: Value) => (a === b ? 0 : 1) : (a: Value, b: Value) => world.compare(kind, a, b);
  return said(compare, held, operand);
}

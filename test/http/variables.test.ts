import { buildSchema, parse, type OperationDefinitionNode } from "graphql";
import { describe, expect, it } from "vitest";
import { coerceVariables } from "../../src/http/variables.ts";

const schema = buildSchema("type Query { n(first: Int, where: Where): Int } input Where { name: String!, price: Price, and: [Where!] } input Price { above: Int, unit: Unit } enum Unit { YUAN FEN } input Pair { left: Int!, right: Unit! }" + ` enum Many { ${Array.from({ length: 41 }, (_, n) => `CODE_${n}`).join(" ")} }`);
const coerce = (definitions: string, given: Record<string, unknown>) => coerceVariables(schema, parse(`query (${definitions}) { n }`).definitions[0] as OperationDefinitionNode, given);
const messages = (definitions: string, given: Record<string, unknown>): string[] => (coerce(definitions, given).errors ?? []).map(({ message }) => message);

describe("Variables that do not fit", () => {
  const cases: readonly (readonly [string, string, Record<string, unknown>, string[]])[] = [
    ["a value of another type", "$n: Int", { n: "SECRET" }, ["The variable $n does not fit its type Int: a whole number, without quotation marks."]],
    ["a missing one", "$n: Int!", {}, ["The variable $n must be given; its type is Int!."]],
    ["null where there must be something", "$n: Int! = 5", { n: null }, ["The variable $n must be given; its type is Int!."]],
    ["null at a place within", "$w: Where", { w: { name: null } }, ["The variable $w.name must be given; its type is String!."]],
    ["a place within", "$w: Where", { w: { name: "x", and: [{ name: "x" }, { name: "x", price: { above: "SECRET" } }] } }, ["The variable $w.and[1].price.above does not fit its type Int: a whole number, without quotation marks."]],
    ["a code that does not exist", "$w: Where", { w: { name: "x", price: { unit: "SECRET" } } }, ["The variable $w.price.unit does not fit its type Unit: it is one of YUAN, FEN."]],
    ["a code of a list that is too long to be told", "$m: Many", { m: "SECRET" }, ["The variable $m does not fit its type Many."]],
    ["a key that does not exist, without the key", "$w: Where", { w: { name: "x", "SECRET at \"x": 1 } }, ["The variable $w does not fit its type Where: its fields are name, price, and."]],
    ["a key that speaks like one that is missing, without the key", "$w: Where", { w: { name: "x", 'SECRET" of required type "x': 1 } }, ["The variable $w does not fit its type Where: its fields are name, price, and."]],
    ["a key that is missing, by its name", "$w: Where", { w: {} }, ["The variable $w.name must be given; its type is String!."]],
    ["keys that are missing, each by its name", "$p: Pair!", { p: {} }, ["The variable $p.left must be given; its type is Int!.", "The variable $p.right must be given; its type is Unit!."]],
    ["several", "$a: Int, $b: Int!, $c: Int", { a: "SECRET", c: 1 }, ["The variable $a does not fit its type Int: a whole number, without quotation marks.", "The variable $b must be given; its type is Int!."]],
    ["at most ten", "$w: [Int]", { w: Array.from({ length: 1_000 }, () => "SECRET") }, Array.from({ length: 10 }, (_, n) => `The variable $w[${n}] does not fit its type Int: a whole number, without quotation marks.`)],
  ];
  it.each(cases)("are named with the type that is expected, never with a value: %s", (_what, definitions, given, expected) => {
    expect(messages(definitions, given)).toEqual(expected);
  });

  it("nor does one that is nested beyond the stack bring anything down", () => {
    let deep: unknown = { name: "x" };
    for (let n = 0; n < 200_000; n++) deep = { name: "x", and: [deep] };
    expect(messages("$w: Where", { w: deep })).toEqual(["The variable $w does not fit its type Where: its fields are name, price, and."]);
  });
});

it("Variables that fit come as their types have them, with defaults, and nothing that was not declared", () => {
  expect(coerce("$n: Int = 5, $list: [Int], $none: Int", { list: 3, other: "x" })).toEqual({ values: { n: 5, list: [3] } });
  expect(coerce("$n: Int", {})).toEqual({ values: {} });
});

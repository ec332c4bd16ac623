import { getNamedType, isEnumType, isInputObjectType, isListType, type GraphQLInputObjectType, type GraphQLNamedType } from "graphql";
import type { Draws } from "./choices.ts";
import type { Row, Value } from "./policy/vocabulary.ts";
import { groupsMost } from "./refused.ts";
import type { Shape } from "./shape.ts";
import type { World } from "./world.ts";

export interface Variable {
  readonly name: string;
  readonly type: string;
  /** The default in the declaration, as text. */
  readonly fallback?: string;
  /** In the first setting and in the second; undefined: not given. */
  readonly values: readonly [unknown, unknown];
}

/** A value in the text of an operation; a variable makes names of its own. */
const literalOf = (value: unknown, type: string): string =>
  Array.isArray(value) ? `[${value.map((each) => literalOf(each, type)).join(", ")}]` : typeof value === "string" && !type.startsWith("enum ") ? JSON.stringify(value) : String(value);

const absentId = "00000000-0000-4000-8000-0000000000aa";

/** Values for the arguments of a random operation, written in its text or given by variables. */
export class Values {
  readonly #shape: Shape;
  readonly #world: World;
  readonly #variables: Variable[];

  constructor(shape: Shape, world: World, variables: Variable[]) {
    this.#shape = shape;
    this.#world = world;
    this.#variables = variables;
  }

  /**
   * @param most rows of a page, beyond which one is refused
   * @param isInner whether pages within pages count, so that none may be large, or fall back to the usual size
   */
  size(size: number, most: number, isInner: boolean, draws: Draws): string {
    const wrong = isInner ? 0 : draws.below(300);
    const value = wrong === 299 ? most + 1 : wrong === 298 ? -1 : size;
    return this.#given(isInner ? "Int!" : "Int", value, value === 0 ? 1 : value, draws);
  }

  boolean(draws: Draws): string {
    const value = draws.below(2) === 1;
    return this.#given("Boolean!", value, !value, draws);
  }

  /** A global id of a type's row, or of none. */
  id(type: string, draws: Draws): string {
    return this.#given("ID", this.#id(type, draws), this.#id(type, draws), draws);
  }

  anyId(draws: Draws): string {
    return this.#given("ID!", this.#id(this.#anyType(draws), draws), this.#id(this.#anyType(draws), draws), draws);
  }

  anyIds(draws: Draws): string {
    const ids = () => Array.from({ length: draws.below(5) }, () => this.#id(this.#anyType(draws), draws));
    return this.#given("[ID!]!", ids(), ids(), draws);
  }

  /** A value of a field, of a row or of none. */
  operand(type: string, key: string, scalar: string, draws: Draws): string {
    return this.#given(scalar, this.#value(type, key, draws), this.#value(type, key, draws), draws);
  }

  list(type: string, key: string, scalar: string, draws: Draws): string {
    const values = () => Array.from({ length: draws.below(5) }, () => this.#value(type, key, draws));
    return this.#given(`[${scalar}!]!`, values(), values(), draws);
  }

  order(type: string, draws: Draws): string | null {
    const input = this.#shape.schema.getType(`${type}Order`);
    if (!isInputObjectType(input)) return null;
    const fields = getNamedType(input.getFields()["field"]!.type);
    if (!isEnumType(fields)) return null;
    const code = draws.of(fields.getValues()).name;
    const direction = draws.of(["", "ASC", "DESC"]);
    if (!draws.once(4)) return `{field: ${code}${direction ? `, direction: ${direction}` : ""}}`;
    const other = draws.of(fields.getValues()).name;
    return this.#variable(`${type}Order`, { field: code, ...(direction ? { direction } : {}) }, { field: other });
  }

  /** Arguments of `groupedCounts`; null where a type's rows cannot be counted by anything. */
  groups(type: string, draws: Draws): string | null {
    const fields = this.#shape.schema.getType(`${type}GroupField`);
    if (!isEnumType(fields)) return null;
    const codes = () => Array.from({ length: draws.once(30) ? draws.of([0, 3]) : 1 + draws.below(2) }, () => draws.of(fields.getValues()).name);
    const by = draws.once(4) ? this.#variable(`[${fields.name}!]!`, codes(), codes()) : draws.once(4) ? draws.of(fields.getValues()).name : `[${codes().join(", ")}]`;
    const first = draws.once(3) ? `, first: ${draws.once(40) ? draws.of([groupsMost + 1, -1]) : draws.of([0, 1, 2, 3, 20])}` : "";
    return `(by: ${by}${first})`;
  }

  where(type: string, draws: Draws): string | null {
    const input = this.#shape.schema.getType(`${type}Where`);
    if (!isInputObjectType(input)) return null;
    const offered = Object.values(input.getFields());
    const telling = offered.filter(({ name }) => this.#shape.known(type, name)?.class !== "open");
    const fields = [...offered, ...telling];
    const chosen = new Map(Array.from({ length: 1 + draws.below(2) }, () => draws.of(fields)).map((field) => [field.name, field]));
    if (draws.once(5)) {
      const whole = () => Object.fromEntries([...chosen.values()].map((field) => [field.name, Object.fromEntries(this.#conditions(type, field.name, getNamedType(field.type) as GraphQLInputObjectType, draws).map(({ operator, values: [value] }) => [operator, value]))]));
      return this.#variable(`${type}Where`, whole(), whole());
    }
    const parts = [...chosen.values()].map((field) => {
      const filter = getNamedType(field.type) as GraphQLInputObjectType;
      const conditions = this.#conditions(type, field.name, filter, draws).map(({ operator, scalar, values }) => `${operator}: ${this.#given(scalar, values[0], values[1], draws)}`);
      return `${field.name}: {${conditions.join(", ")}}`;
    });
    return `{${parts.join(", ")}}`;
  }

  #conditions(type: string, key: string, filter: GraphQLInputObjectType, draws: Draws): { operator: string; scalar: string; values: [unknown, unknown] }[] {
    const fields = Object.values(filter.getFields());
    const chosen = new Map(Array.from({ length: draws.once(5) ? 2 : 1 }, () => draws.of(fields)).map((field) => [field.name, field]));
    return [...chosen.values()].map(({ name: operator, type: operand }) => {
      const scalar = operand.toString();
      const one = (): unknown => {
        if (operator === "isNull") return draws.below(2) === 1;
        if (isListType(operand)) return Array.from({ length: 1 + draws.below(3) }, () => this.#value(type, key, draws));
        const value = this.#value(type, key, draws);
        return operator === "startsWith" ? String(value).slice(0, draws.below(5)) : value;
      };
      return { operator, scalar, values: [one(), one()] };
    });
  }

  /** A value as the graph writes it. */
  #value(type: string, key: string, draws: Draws): unknown {
    const row = this.#row(type, draws);
    if (key === "id") return this.#id(type, draws);
    const named = this.#shape.referenceOf(type, key);
    const value = row?.values[key] ?? null;
    if (named) return value === null || draws.once(10) ? this.#id(named, draws) : `${this.#shape.tagOf(named)}_${String(value)}`;
    const scalar = getNamedType(this.#shape.fieldsOf(type)[key]!.type);
    if (value !== null && !Array.isArray(value) && !(scalar.name === "String" && draws.once(12))) return value;
    return this.#standIn(scalar, draws);
  }

  #standIn(scalar: GraphQLNamedType, draws: Draws): Value {
    if (isEnumType(scalar)) return draws.of(scalar.getValues()).name;
    const standIns: Readonly<Record<string, readonly Value[]>> = {
      Int: [0, 2024], Boolean: [true, false], Decimal: ["0", "-1.5", "1000000.00"], Date: ["2024-02-29", "2026-11-25"], DateTime: ["2026-11-25T04:00:00.000Z", "2024-01-01T00:00:00Z"],
    };
    return draws.of(standIns[scalar.name] ?? ["", "无", "%"]);
  }

  #id(type: string, draws: Draws): string {
    const row = this.#row(type, draws);
    const rare = draws.below(40);
    const tag = rare === 39 ? "Nothing" : this.#shape.tagOf(row?.type ?? type);
    return `${tag}_${rare === 38 ? absentId : (row?.id ?? absentId)}`;
  }

  #anyType(draws: Draws): string {
    return draws.of([...this.#shape.types.keys()].filter((name) => this.#shape.hasTag(name)));
  }

  #row(type: string, draws: Draws): Row | undefined {
    const rows = this.#world.rowsOf(type);
    return rows.length > 0 ? rows[draws.below(rows.length)] : undefined;
  }

  /** In the text, or by a variable: with a value in both settings, or none in one. */
  #given(type: string, value: unknown, other: unknown, draws: Draws): string {
    if (draws.below(4) !== 3) return literalOf(value, isEnumType(this.#shape.schema.getType(type.replace(/[[\]!]/g, ""))) ? `enum ${type}` : type);
    return this.#variable(type, value, type.endsWith("!") ? other : draws.of([other, other, other, undefined, null]));
  }

  #variable(type: string, value: unknown, other: unknown): string {
    const name = `v${this.#variables.length}`;
    this.#variables.push({ name, type, values: [value, other] });
    return `$${name}`;
  }
}


import { getNamedType, isCompositeType, isObjectType, type GraphQLField } from "graphql";
import { Draws, type Choice } from "./choices.ts";
import { besideRows, questionOf, singularOf, keyBehind, type Question } from "./questions.ts";
import { pageMost, personsMost } from "./refused.ts";
import type { Shape } from "./shape.ts";
import { Values, type Variable } from "./write-values.ts";
import type { World } from "./world.ts";

/** An operation with two settings of its variables: whatever is kept of the first must not show in the second. */
export interface Written {
  readonly query: string;
  readonly settings: readonly Readonly<Record<string, unknown>>[];
  /** Variables through which a connection's cursors may be followed. */
  readonly cursors: readonly string[];
}

/** Fields of one object of the response, whatever fragments they stand in: the same name must mean the same. */
class Scope {
  readonly keys = new Map<string, { readonly means: string; readonly below: Scope }>();
}

interface Place {
  readonly type: string;
  readonly scope: Scope;
  /** Rows that the place can stand for, by the sizes of the pages above. */
  readonly times: number;
}

/** What an answer may come to: pages within pages multiply; and the page beside which rows may be counted by their values. */
const mostRows = 150;
const mostFields = 60;
const mostCounted = 20;
const sizes = [1, 2, 3, 5, 0, 8, 20, 50];
/** Of rows about persons, of whom an answer holds a hundred at most. */
const sizesAboutPersons = [1, 2, 3, 5, 0, 8, 20, 50, 60, 100];

/**
 * Makes an operation of choices: a walk through the printed graph, with arguments whose values are drawn from a world, hidden rows and
 * absent ones among them.
 */
export class OperationWriter {
  readonly #shape: Shape;
  readonly #values: Values;
  readonly #fragments = new Map<string, { readonly type: string; readonly text: string }>();
  readonly #variables: Variable[] = [];
  readonly #cursors: string[] = [];
  #names = 0;
  #fields = 0;

  constructor(shape: Shape, world: World) {
    this.#shape = shape;
    this.#values = new Values(shape, world, this.#variables);
  }

  /** @param about the type that all fields of Query are to be about */
  write(roots: readonly Choice[], about?: string): Written {
    const scope = new Scope();
    const selection = roots.map((choice) => this.#root(choice, scope, about)).join(" ");
    const declared = this.#variables.map(({ name, type, fallback }) => `$${name}: ${type}${fallback === undefined ? "" : ` = ${fallback}`}`);
    const fragments = [...this.#fragments].map(([name, { type, text }]) => `fragment ${name} on ${type} { ${text} }`);
    const setting = (place: 0 | 1) => Object.fromEntries(this.#variables.flatMap(({ name, values }) => (values[place] === undefined ? [] : [[name, values[place]]])));
    return {
      query: [`query Asked${declared.length > 0 ? `(${declared.join(", ")})` : ""} { ${selection} }`, ...fragments].join("\n"),
      settings: this.#variables.some(({ values }) => JSON.stringify(values[0]) !== JSON.stringify(values[1])) ? [setting(0), setting(1)] : [setting(0)],
      cursors: this.#cursors,
    };
  }

  #root(choice: Choice, scope: Scope, about?: string): string {
    const isAbout = (question: Question | null): boolean => question !== null && (about === undefined || ("type" in question && question.type === about));
    const fields = Object.values(this.#shape.schema.getQueryType()!.getFields()).filter(({ name }) => isAbout(questionOf(this.#shape, name)));
    const telling = fields.filter(({ name }) => {
      const asked = questionOf(this.#shape, name)!;
      return "type" in asked && this.#shape.isGuarded(asked.type);
    });
    const granted = telling.filter(({ name }) => this.#isGrantable(questionOf(this.#shape, name)!));
    const candidates = [...fields, ...telling, ...telling, ...telling, ...Array.from({ length: 8 }, () => granted).flat()];
    const field = candidates[choice.pick % candidates.length]!;
    const question = questionOf(this.#shape, field.name)!;
    const draws = new Draws(choice.draws);
    const [given, size] = this.#rootArguments(question, draws);
    const type = "type" in question ? (question.kind === "list" ? `${question.type}Connection` : question.type) : question.kind === "me" ? "Me" : "Node";
    return this.#write(choice, { type: "Query", scope, times: 1 }, field, given, (below) => this.#composite(type, choice.below, { type, scope: below, times: size }, draws));
  }

  /** Whether sharing grants open rows or fields of what is asked for. */
  #isGrantable(question: Question): boolean {
    return "type" in question && this.#shape.concrete(question.type).some((type) => this.#shape.grantable(type).length > 0);
  }

  #rootArguments(question: Question, draws: Draws): [string, number] {
    switch (question.kind) {
      case "list":
        return this.#page(question.type, 1, draws);
      case "lookup": {
        const key = draws.of(question.keys);
        const value = key === "id" ? this.#values.id(question.type, draws) : this.#values.operand(question.type, keyBehind(this.#shape, question.type, key), "String", draws);
        return [`(${key}: ${value})`, 1];
      }
      case "batch": {
        const key = keyBehind(this.#shape, question.type, singularOf(question.argument));
        return [`(${question.argument}: ${this.#values.list(question.type, key, "String", draws)})`, 5];
      }
      case "knownAs": {
        const name = draws.of(question.names);
        const [type, key] = [draws.of([question.type, "FormerIdentity"]), keyBehind(this.#shape, question.type, name)];
        const on = draws.below(2) === 1 ? `, on: ${this.#values.operand(draws.of([question.type, "FormerIdentity"]), draws.of(["validFrom", "validTo"]), "Date", draws)}` : "";
        return [`(${name}: ${this.#values.operand(type, key, "String", draws)}${on})`, 5];
      }
      case "node":
        return [`(id: ${this.#values.anyId(draws)})`, 1];
      case "nodes":
        return [`(ids: ${this.#values.anyIds(draws)})`, 5];
      case "me":
        return ["", 1];
    }
  }

  /** Arguments of a connection, and the size of its page. */
  #page(type: string, times: number, draws: Draws): [string, number] {
    const parts: string[] = [];
    const [forSize, forCursor] = draws.once(4) ? ["last", "before"] : ["first", "after"];
    const isAboutPersons = this.#shape.types.has(type) && this.#shape.said(type, "person") !== undefined;
    let size = 20;
    if (times > 1 || draws.below(3) < 2) {
      size = times * 20 > mostRows ? (times * 3 > mostRows ? 1 : draws.of(sizes.slice(0, 3))) : draws.of(isAboutPersons ? sizesAboutPersons : sizes);
      parts.push(`${forSize}: ${this.#values.size(size, isAboutPersons ? personsMost : pageMost, times > 1, draws)}`);
    }
    const where = draws.below(2) === 1 ? this.#values.where(type, draws) : null;
    if (where) parts.push(`where: ${where}`);
    const order = draws.below(3) === 2 ? this.#values.order(type, draws) : null;
    if (order) parts.push(`orderBy: ${order}`);
    if (draws.below(3) === 2) {
      const name = `${forCursor}${this.#cursors.length}`;
      this.#cursors.push(name);
      this.#variables.push({ name, type: "String", values: [undefined, undefined] });
      parts.push(`${draws.once(30) ? (forCursor === "after" ? "before" : "after") : forCursor}: $${name}`);
    }
    if (draws.once(8)) parts.push(`updatedAfter: ${this.#values.operand(type, "recordedAt", "DateTime", draws)}`);
    // Where the size is a variable that may be null, the page is the usual one.
    return [parts.length > 0 ? `(${parts.join(", ")})` : "", times > 1 ? size : Math.max(size, 20)];
  }

  /** The selection of an object. */
  #composite(type: string, below: readonly Choice[], place: Place, draws: Draws): string {
    if (type.endsWith("Connection")) return this.#connection(type.slice(0, -"Connection".length), below, place, draws);
    const parts = below.flatMap((choice) => (this.#fields < mostFields ? [this.#field(type, choice, place)] : []));
    if (this.#shape.types.has(type) && draws.once(8)) parts.push(...this.#telling(type, place));
    return parts.length > 0 ? parts.join(" ") : this.#plain(type, place.scope);
  }

  /** All values of a row that not everybody is given. */
  #telling(type: string, { scope }: Place): string[] {
    const fields = Object.values(this.#shape.fieldsOf(type)).filter((field) => !isCompositeType(getNamedType(field.type)) && this.#shape.isTelling(type, field.name));
    return fields.map((field) => this.#keyed(field.name, field.type.toString(), "", scope).text);
  }

  #plain(type: string, scope: Scope): string {
    const name = type === "Me" ? "audience" : "id";
    return this.#keyed(name, `${type}.${name}`, "", scope).text;
  }

  #connection(type: string, below: readonly Choice[], { scope, times }: Place, draws: Draws): string {
    const groups = times <= mostCounted && this.#fields < mostFields && draws.once(5) ? this.#values.groups(type, draws) : null;
    const rows = (key: string) => this.#keyed(key, `${type}Connection.${key}`, "", scope);
    const parts: string[] = [];
    if (below.length > 0 && !draws.once(8)) {
      const asEdges = draws.once(4);
      const place = rows(asEdges ? "edges" : "nodes");
      if (asEdges) {
        const node = this.#keyed("node", `${type}Edge.node`, "", place.below);
        parts.push(`${place.text} { ${this.#keyed("cursor", `${type}Edge.cursor`, "", place.below).text} ${node.text} { ${this.#composite(type, below, { type, scope: node.below, times }, draws)} } }`);
      } else parts.push(`${place.text} { ${this.#composite(type, below, { type, scope: place.below, times }, draws)} }`);
    }
    if (parts.length === 0 || draws.once(3)) parts.push(this.#keyed("totalCount", "Int", "", scope).text);
    if (draws.once(6)) parts.push(this.#keyed("totalCountIsCapped", "Boolean", "", scope).text);
    if (groups) {
      this.#fields += mostFields / 3; // few in one operation: each counts as much as many rows
      const place = this.#keyed("groupedCounts", "GroupedCount", groups, scope);
      parts.push(`${place.text} { ${this.#keyed("keys", "keys", "", place.below).text} ${this.#keyed("count", "count", "", place.below).text} }`);
    }
    if (draws.below(2) === 1) {
      const place = this.#keyed("pageInfo", "PageInfo", "", scope);
      const key = (name: string) => this.#keyed(name, name, "", place.below).text;
      parts.push(`${place.text} { ${key("endCursor")} ${draws.once(2) ? `${key("hasNextPage")} ${key("hasPreviousPage")} ${key("startCursor")}` : ""} }`);
    }
    return parts.join(" ");
  }

  /** A field of a row, as the choice picks it and twists it. */
  #field(type: string, choice: Choice, place: Place): string {
    const members = this.#membersOf(type);
    if (members.length > 0 && (type === "Node" || choice.twist % 3 === 1)) {
      const member = members[choice.pick % members.length]!;
      const inner = { ...choice, pick: Math.floor(choice.pick / members.length), twist: Math.floor(choice.twist / 3) };
      return this.#wrapped(choice.twist, member, this.#field(member, inner, { ...place, type: member }));
    }
    const all = Object.values(this.#shape.types.get(type)?.getFields() ?? (this.#shape.schema.getType(type) as unknown as { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields()).filter(({ name }) => type !== "Me" || !besideRows.includes(name));
    // What hangs together is asked for more often than its share of the names.
    const leading = all.filter((field) => isCompositeType(getNamedType(field.type)));
    const offered = choice.below.length > 0 && leading.length > 0 ? leading : all;
    const telling = this.#shape.types.has(type) ? offered.filter(({ name }) => this.#shape.isTelling(type, name)) : [];
    const candidates = [...offered, ...telling, ...telling, ...telling];
    const field = candidates[choice.pick % candidates.length]!;
    const named = getNamedType(field.type);
    if (choice.twist % 20 === 19) return this.#keyed("__typename", "String!", "", place.scope).text;
    if (!isCompositeType(named)) return this.#write(choice, place, field, "", null);
    const draws = new Draws(choice.draws);
    const isPage = named.name.endsWith("Connection");
    const [given, size] = isPage ? this.#page(named.name.slice(0, -"Connection".length), place.times, draws) : ["", 1];
    return this.#write(choice, place, field, given, (below) => this.#composite(named.name, choice.below, { type: named.name, scope: below, times: place.times * Math.max(size, 1) }, draws));
  }

  #membersOf(type: string): readonly string[] {
    if (type === "Node") return [...this.#shape.types.keys()].filter((name) => !this.#shape.isInterface(name) || this.#shape.hasTag(name));
    return this.#shape.types.has(type) && this.#shape.isInterface(type) ? this.#shape.concrete(type) : [];
  }

  #write(choice: Choice, place: Place, field: GraphQLField<unknown, unknown>, given: string, selection: ((below: Scope) => string) | null): string {
    this.#fields += 1;
    const isAliased = choice.twist % 7 === 2;
    const { text, below } = this.#keyed(field.name, `${selection ? place.type : ""}${field.type.toString()}`, given, place.scope, isAliased);
    const directive = this.#directive(choice.twist, new Draws(choice.draws.slice(-2)));
    const written = `${text}${directive}${selection ? ` { ${selection(below)} }` : ""}`;
    return choice.twist % 11 === 5 && isObjectType(this.#shape.schema.getType(place.type)) ? this.#wrapped(choice.twist, place.type, written) : written;
  }

  /** A field under a name that means nothing else here: its own where that is free, or means the same. */
  #keyed(name: string, means: string, given: string, scope: Scope, isAliased = false): { readonly text: string; readonly below: Scope } {
    const meaning = `${name}${given} ${means}`;
    const known = isAliased ? undefined : scope.keys.get(name);
    if (known?.means === meaning) return { text: `${name}${given}`, below: known.below };
    const key = isAliased || known ? `a${this.#names++}` : name;
    const below = new Scope();
    scope.keys.set(key, { means: meaning, below });
    return { text: `${key === name ? "" : `${key}: `}${name}${given}`, below };
  }

  /** A part of a selection in a fragment: in place, or with a name and elsewhere. */
  #wrapped(twist: number, type: string, text: string): string {
    if (twist % 2 === 0) return `... on ${type} { ${text} }`;
    const name = `F${this.#fragments.size}`;
    this.#fragments.set(name, { type, text });
    return `...${name}`;
  }

  #directive(twist: number, draws: Draws): string {
    if (twist % 13 !== 7) return "";
    const word = draws.of(["include", "skip"]);
    return ` @${word}(if: ${this.#values.boolean(draws)})`;
  }
}

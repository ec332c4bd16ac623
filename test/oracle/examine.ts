import { getArgumentValues, getNamedType } from "graphql";
import { collect, type Asked, type Operation, type Part } from "./collect.ts";
import { mayUseGrants } from "./policy/sharing.ts";
import { identifierIn, ownLists, ownRows, questionOf, typeIn } from "./questions.ts";
import type { Reading } from "./reading.ts";
import type { Relation } from "./shape.ts";
import { batchMost, groupFieldsMost, groupsMost, pageMost, personsMost, type Denied, type Refusals } from "./refused.ts";

export interface Examined {
  /** Fields that the asker is refused, one for each place in the operation, in the order of the text. */
  readonly denied: readonly Denied[];
  readonly refusals: Refusals;
  /** The types whose rows are asked for. */
  readonly types: ReadonlySet<string>;
  /** What belongs into the access log: something closed, rows about persons, or rows that a sharing grant may let in. */
  readonly looks: Looks;
}

/** Coordinates that the access log has of a question: what could be read, and what was refused; those of a family under its name. */
export interface Looks {
  readonly read: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * What is refused to the asker of an operation before any row is looked at: it depends on the question, the asker and the classes of the
 * fields alone, so that it tells nothing of the rows.
 */
export function examine(reading: Reading, operation: Operation): Examined {
  const { shape } = reading;
  const denied = new Map<number, Denied>();
  const refusals: Refusals = new Set();
  const types = new Set<string>();
  const looks = { read: new Set<string>(), refused: new Set<string>() };
  /** Whether the question comes to the place: not below a relation that only a sharing grant would open, whose arguments are looked at all the same. */
  let isReached = true;
  const below = (field: Asked, on: string): Part[] => field.sets.map((set) => ({ set, on }));

  const deny = (type: string, field: Asked): void => {
    if (!isReached) return;
    const { start, startToken } = field.node.loc!;
    if (!denied.has(start)) denied.set(start, { coordinate: `${field.on}.${field.name}`, class: reading.classOf(type, field.name), line: startToken.line, column: startToken.column });
  };

  const rowsOf = (type: string, parts: readonly Part[]): void => {
    for (const concrete of shape.concrete(type)) {
      noteType(concrete);
      const fields = collect(shape, operation, concrete, parts);
      const isByRight = fields.some(({ name }) => name !== "__typename" && reading.isClosed(concrete, name) && reading.isByRight(concrete, name));
      if (isReached && shape.said(concrete, "letInBy") && mayUseGrants(reading.asking) && !isByRight) looks.read.add(concrete);
      for (const field of fields) fieldOf(concrete, field);
    }
  };

  const noteType = (type: string): void => {
    if (!isReached) return;
    types.add(type);
    if (shape.said(type, "person") !== undefined) looks.read.add(type);
  };

  const fieldOf = (type: string, field: Asked): void => {
    if (field.name === "__typename") return;
    const isDenied = reading.isDenied(type, field.name);
    if (isReached && reading.isClosed(type, field.name)) (isDenied ? looks.refused : looks.read).add(`${shape.tagOf(type)}.${field.name}`);
    if (isDenied) deny(type, field);
    const relation = shape.relationOf(type, field.name);
    if (!relation || (isDenied && !reading.isGrantable(type, field.name))) return;
    const wasReached = isReached;
    isReached &&= !isDenied;
    follow(type, relation, field);
    isReached = wasReached;
  };

  const follow = (type: string, relation: Relation, field: Asked): void => {
    const target = "of" in relation ? relation.of.holder : relation.to;
    if (relation.kind === "many") connection(target, type, field);
    else rowsOf(target, below(field, target));
  };

  const connection = (type: string, parent: string, field: Asked): void => {
    checkPage(type, argumentsOf(parent, field));
    for (const concrete of shape.concrete(type)) noteType(concrete);
    const name = `${type}Connection`;
    for (const part of collect(shape, operation, name, below(field, name))) {
      if (part.name === "nodes") rowsOf(type, below(part, type));
      if (part.name === "groupedCounts") checkGroups(type, argumentsOf(name, part));
      if (part.name !== "edges") continue;
      for (const each of collect(shape, operation, `${type}Edge`, below(part, `${type}Edge`))) if (each.name === "node") rowsOf(type, below(each, type));
    }
  };

  const argumentsOf = (parent: string, field: Asked): Values => {
    const type = shape.schema.getType(parent);
    const definition = type && "getFields" in type ? type.getFields()[field.name] : undefined;
    return getArgumentValues(definition as Parameters<typeof getArgumentValues>[0], field.node, { ...operation.variables });
  };

  const checkGroups = (type: string, given: Values): void => {
    const [by, first] = [given["by"] as readonly string[], given["first"] as number];
    if (by.length === 0 || new Set(by).size < by.length || first < 0) refusals.add("BAD_USER_INPUT");
    if (by.length > groupFieldsMost || first > groupsMost) refusals.add("LIMIT_EXCEEDED");
    if (by.some((code) => !reading.mayFilter(type, orderFieldOf(reading, type, code)))) refusals.add("FORBIDDEN");
  };

  const checkPage = (type: string, { first, after, last, before, orderBy, where }: Values): void => {
    if ((first ?? after ?? null) !== null && (last ?? before ?? null) !== null) refusals.add("BAD_USER_INPUT");
    for (const size of [first, last]) {
      if (typeof size === "number" && size < 0) refusals.add("BAD_USER_INPUT");
      if (typeof size === "number" && size > (shape.said(type, "person") === undefined ? pageMost : personsMost)) refusals.add("LIMIT_EXCEEDED");
    }
    const by = orderBy && orderFieldOf(reading, type, (orderBy as { field: string }).field);
    if (typeof by === "string" && !reading.mayFilter(type, by)) refusals.add("FORBIDDEN");
    for (const [key, operators] of Object.entries((where ?? {}) as Record<string, Values | null>)) {
      if (operators === null) continue;
      if (!reading.mayFilter(type, key)) refusals.add("FORBIDDEN");
      const named = key === "id" ? type : shape.referenceOf(type, key);
      for (const [operator, operand] of Object.entries(operators)) {
        if (operand === null) refusals.add("BAD_USER_INPUT");
        else if (named && operator !== "isNull" && [operand].flat().some((id) => identifierIn(shape, named, id) === null)) refusals.add("BAD_USER_INPUT");
      }
    }
  };

  const root = (field: Asked): void => {
    const question = questionOf(shape, field.name);
    const given = question && argumentsOf("Query", field);
    switch (question?.kind) {
      case "list":
        return connection(question.type, "Query", field);
      case "lookup": {
        const keys = question.keys.filter((key) => given![key] !== undefined && given![key] !== null);
        if (keys.length !== 1 || (keys[0] === "id" && identifierIn(shape, question.type, given!["id"]) === null)) refusals.add("BAD_USER_INPUT");
        return rowsOf(question.type, below(field, question.type));
      }
      case "knownAs":
        if (question.names.filter((name) => given![name] !== undefined && given![name] !== null).length !== 1) refusals.add("BAD_USER_INPUT");
        return rowsOf(question.type, below(field, question.type));
      case "batch":
        if ((given![question.argument] as unknown[]).length > batchMost) refusals.add("LIMIT_EXCEEDED");
        return rowsOf(question.type, below(field, question.type));
      case "node":
      case "nodes": {
        const ids = question.kind === "node" ? [given!["id"]] : (given!["ids"] as unknown[]);
        if (ids.length > batchMost) refusals.add("LIMIT_EXCEEDED");
        const types = new Set(ids.map((id) => typeIn(shape, id)));
        if (types.has(null)) refusals.add("BAD_USER_INPUT");
        for (const type of types) if (type !== null) rowsOf(type, below(field, "Node"));
        return;
      }
      case "me":
        for (const each of collect(shape, operation, "Me", below(field, "Me"))) {
          const [own, list] = [ownRows[each.name], ownLists[each.name]];
          if (own) rowsOf(own[0], below(each, own[0]));
          if (list) connection(list[0], "Me", each);
        }
        return;
      case undefined:
        return;
    }
  };

  for (const field of collect(shape, operation, "Query", [{ set: operation.operation.selectionSet, on: "Query" }])) root(field);
  return { denied: [...denied.values()].sort((a, b) => a.line - b.line || a.column - b.column), refusals, types, looks };
}

/** The field behind a value of an enumeration of fields: `RECORD_NO` is recordNo, whatever its capitals. */
export function orderFieldOf({ shape }: Pick<Reading, "shape">, type: string, code: string): string {
  const plain = code.replaceAll("_", "").toLowerCase();
  const field = Object.values(shape.fieldsOf(type)).find((each) => each.name.toLowerCase() === plain && !("getFields" in getNamedType(each.type)));
  if (!field) throw new Error(`${type} has no field for the order ${code}.`);
  return field.name;
}


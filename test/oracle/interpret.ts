import { execute, getNamedType, Kind, type ExecutionResult, type GraphQLResolveInfo } from "graphql";
import type { Operation } from "./collect.ts";
import { orderFieldOf } from "./examine.ts";
import { fulfils } from "./filters.ts";
import { knownAs } from "./known-as.ts";
import type { Row, Value } from "./policy/vocabulary.ts";
import { identifierIn, keyBehind, ownLists, ownRows, questionOf, singularOf, typeIn } from "./questions.ts";
import type { Reading } from "./reading.ts";
import { countMost } from "./refused.ts";

type Values = Readonly<Record<string, unknown>>;

/** A page of a connection. */
interface Page {
  readonly type: string;
  /** All rows that belong to the connection, on any page. */
  readonly all: readonly Row[];
  readonly rows: readonly Row[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** The variable that its `after` was to be given by: cursors of this page may be followed through it. */
  readonly by: string;
}

/** A source of the execution: a row, a page, a row of a page, or the asker. */
type Source = Given | { readonly page: Page } | { readonly group: Group } | { readonly edge: Row; readonly page: Page } | { readonly me: true } | undefined;

/** How many rows of a connection have the same values. */
interface Group {
  readonly keys: readonly (string | null)[];
  readonly count: number;
}

/** A row in the answer, with what is closed of it there. */
interface Given {
  readonly row: Row;
  /** The closed fields that the asker may read. */
  readonly closed: Set<string>;
  /** Whether one of them is read without a sharing grant. */
  isByRight: boolean;
  /** The civil servant whom a key or a relation has named. */
  named: string | null;
}

/** A cursor as the oracle writes it: the row that it stands at, and the variable through which it may be followed. */
export const cursorAt = (row: Row, by: string): string => `cursor ${row.type} ${row.id} ${by}`;
export const isCursor = (value: unknown): value is string => typeof value === "string" && value.startsWith("cursor ");
export const followedBy = (cursor: string): string => cursor.split(" ")[3]!;

export interface Interpreted {
  readonly data: unknown;
  /** Civil servants whom the answer has something closed about, by a row about one or a key that names one, with the closed fields that say it. */
  readonly persons: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows in the answer, each as often as it is there, that the access log is about. */
  readonly records: number;
}

/** The answer that the oracle expects: the operation executed over rows in memory, each by what the policies say of it. */
export function interpret(reading: Reading, client: string | null, { document, operation, variables }: Operation): Interpreted {
  const { shape, world, asking } = reading;
  const all: Given[] = [];

  /** A row as it enters the answer. */
  const given = (row: Row): Given => {
    const made = { row, closed: new Set<string>(), isByRight: false, named: null };
    all.push(made);
    return made;
  };

  const note = (source: Given, field: string): void => {
    const { type } = source.row;
    if (!reading.isClosed(type, field) || reading.isDenied(type, field)) return;
    source.closed.add(`${shape.tagOf(type)}.${field}`);
    source.isByRight ||= reading.isByRight(type, field);
  };

  const isRecord = ({ row: { type }, closed }: Given): boolean =>
    closed.size > 0 || shape.said(type, "person") !== undefined || (shape.said(type, "letInBy") ?? []).some((item) => asking.sharing.isAbout(item));

  const personsIn = (): Map<string, Set<string>> => {
    const persons = new Map<string, Set<string>>();
    for (const { row, closed, isByRight, named } of all) {
      const key = shape.said(row.type, "person");
      const person = key === undefined ? named : key === "id" ? row.id : ((row.values[key] ?? null) as string | null); // whom the hub knows as nobody is in no log
      if (person === null) continue;
      const known = persons.get(person) ?? new Set();
      persons.set(person, known);
      for (const coordinate of closed) known.add(coordinate);
      if (key !== undefined && !isByRight) known.add(row.type);
    }
    return persons;
  };

  const leaf = (row: Row, field: string): unknown => {
    if (field === "id") return `${shape.tagOf(row.type)}_${row.id}`;
    const value = reading.value(row, field);
    const named = shape.referenceOf(row.type, field);
    return named && value !== null ? `${shape.tagOf(named)}_${String(value)}` : value;
  };

  const pageOf = (type: string, candidates: readonly Row[], args: Values, info: GraphQLResolveInfo): Page => {
    const asked = args["orderBy"] as { field: string; direction: "ASC" | "DESC" } | null | undefined;
    const [by, direction] = asked ? [orderFieldOf(reading, type, asked.field), asked.direction] : shape.said(type, "order")!;
    const position = world.order(type, by);
    const place = (row: Row): number => position.get(row)! * (direction === "ASC" ? 1 : -1);
    const where = Object.entries((args["where"] ?? {}) as Record<string, Readonly<Record<string, Value>> | null>);
    const holds = (row: Row): boolean => where.every(([key, operators]) => Object.entries(operators ?? {}).every(([operator, operand]) => satisfies(type, row, key, operator, operand)));
    const since = args["updatedAfter"] as string | null | undefined;
    const isSince = (row: Row): boolean => !since || Date.parse(String(row.values["recordedAt"])) > Date.parse(since);
    const all = candidates.filter((row) => reading.exists(row) && isSince(row) && holds(row)).sort((a, b) => place(a) - place(b));
    const [first, after, last, before] = ["first", "after", "last", "before"].map((name) => args[name] ?? null) as [number | null, string | null, number | null, string | null];
    const isBackward = last !== null || before !== null;
    const [, ofType, ofId] = (after ?? before)?.split(" ") ?? [];
    const at = ofType === undefined ? undefined : world.row(ofType, "id", ofId);
    const rest = at ? all.filter((row) => (isBackward ? place(row) < place(at) : place(row) > place(at))) : all;
    const size = first ?? last ?? 20;
    const rows = isBackward ? rest.slice(Math.max(rest.length - size, 0)) : rest.slice(0, size);
    const [beyond, behind] = [rest.length > size, at !== undefined];
    const node = info.fieldNodes[0]!.arguments?.find(({ name }) => name.value === "after" || name.value === "before")?.value;
    const through = node?.kind === Kind.VARIABLE ? node.name.value : "-";
    return { type, all, rows, hasNext: isBackward ? behind : beyond, hasPrevious: isBackward ? beyond : behind, by: through };
  };

  const satisfies = (type: string, row: Row, key: string, operator: string, operand: Value): boolean => {
    if (key === "id") return fulfils(world, "uuid", leaf(row, "id") as string, operator, operand);
    const named = shape.referenceOf(type, key);
    const bare = (id: Value): Value => (named && operator !== "isNull" ? identifierIn(shape, named, id) : id);
    return fulfils(world, world.kindOf(type, key), row.values[key] ?? null, operator, Array.isArray(operand) ? (operand as readonly string[]).map(bare) as string[] : bare(operand));
  };

  const rowOrNull = (row: Row | undefined): Source | null => (row && reading.exists(row) ? given(row) : null);

  const ofRow = (source: Given, field: string, args: Values, info: GraphQLResolveInfo): unknown => {
    const { row } = source;
    if (reading.isDenied(row.type, field)) return null;
    note(source, field);
    const relation = shape.relationOf(row.type, field);
    switch (relation?.kind) {
      case undefined:
        if (shape.referenceOf(row.type, field) === "Official") source.named = reading.value(row, field) as string | null;
        return leaf(row, field);
      case "one": {
        const to = reading.one(row, relation);
        if (to?.type === "Official") source.named = to.id;
        return rowOrNull(to);
      }
      case "followed":
        return rowOrNull(shape.entry(row.type, ({ followed }) => followed, field)!(row, reading.asking));
      case "single":
        return rowOrNull(reading.many(row, relation)[0]);
      case "many":
        return { page: pageOf(relation.of.holder, reading.many(row, relation), args, info) };
    }
  };

  /** The groups of a connection's rows, the largest first, those of absent values last. */
  const groupsOf = ({ type, all }: Page, args: Values): { readonly group: Group }[] => {
    const keys = (args["by"] as readonly string[]).map((code) => orderFieldOf(reading, type, code));
    const valuesOf = (row: Row): (string | null)[] => keys.map((key) => leaf(row, key) as string | boolean | null).map((value) => (value === null ? null : String(value)));
    const groups = [...Map.groupBy(all, (row) => JSON.stringify(valuesOf(row))).values()].map((rows): Group => ({ keys: valuesOf(rows[0]!), count: rows.length }));
    const compare = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);
    const compared = (a: Group, b: Group): number => b.count - a.count || a.keys.map((key, place) => compare(key, b.keys[place]!)).find((each) => each !== 0) || 0;
    return groups.sort(compared).slice(0, args["first"] as number).map((group) => ({ group }));
  };

  const ofPage = (page: Page, field: string, args: Values): unknown => {
    const { all: { length: total }, rows, hasNext, hasPrevious, by } = page;
    const answers: Readonly<Record<string, () => unknown>> = {
      nodes: () => rows.map(given),
      edges: () => rows.map((edge) => ({ edge, page })),
      pageInfo: () => ({ page }),
      totalCount: () => Math.min(total, countMost),
      totalCountIsCapped: () => total > countMost,
      groupedCounts: () => groupsOf(page, args),
      hasNextPage: () => hasNext,
      hasPreviousPage: () => hasPrevious,
      startCursor: () => (rows[0] ? cursorAt(rows[0], by) : null),
      endCursor: () => (rows.length > 0 ? cursorAt(rows.at(-1)!, by) : null),
    };
    const answer = answers[field];
    if (!answer) throw new Error(`The oracle does not know the field ${field} of a connection.`);
    return answer();
  };

  const root = (field: string, args: Values, info: GraphQLResolveInfo): unknown => {
    const question = questionOf(shape, field);
    if (!question) throw new Error(`The oracle does not know the question ${field}.`);
    switch (question.kind) {
      case "list":
        return { page: pageOf(question.type, world.rowsOf(question.type), args, info) };
      case "lookup": {
        const [key, value] = Object.entries(args).find(([, each]) => each !== null && each !== undefined)!;
        return rowOrNull(key === "id" ? world.row(question.type, "id", identifierIn(shape, question.type, value)) : world.row(question.type, keyBehind(shape, question.type, key), value as string));
      }
      case "knownAs": {
        const name = question.names.find((each) => args[each] !== undefined && args[each] !== null)!;
        const order = world.order(question.type, shape.said(question.type, "order")![0]);
        const bearers = knownAs(world, keyBehind(shape, question.type, name), args[name] as string, (args["on"] as string | null | undefined) ?? null).filter((row) => reading.exists(row));
        return bearers.sort((a, b) => order.get(a)! - order.get(b)!).slice(0, 20).map(given);
      }
      case "batch": {
        const key = keyBehind(shape, question.type, singularOf(question.argument));
        return (args[question.argument] as string[]).map((value) => rowOrNull(world.row(question.type, key, value)));
      }
      case "node":
        return byId(args["id"]);
      case "nodes":
        return (args["ids"] as unknown[]).map(byId);
      case "me":
        return { me: true };
    }
  };

  const byId = (id: unknown): Source | null => {
    const type = typeIn(shape, id)!;
    return rowOrNull(world.row(type, "id", identifierIn(shape, type, id)));
  };

  const ofMe = (field: string, args: Values, info: GraphQLResolveInfo): unknown => {
    const [own, list] = [ownRows[field], ownLists[field]];
    if (list) return { page: pageOf(list[0], asking.viewer.audience === list[1] ? world.rowsOf(list[0]) : [], args, info) };
    if (own) return rowOrNull(world.row(own[0], own[1], asking.viewer[own[2]]));
    return field === "client" ? client : asking.viewer.audience.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  };

  const result = execute({
    schema: shape.schema,
    document,
    operationName: operation.name?.value ?? null,
    variableValues: { ...variables },
    fieldResolver: (source: Source, args: Values, _context, info) => {
      if (source === undefined) return root(info.fieldName, args, info);
      if ("me" in source) return ofMe(info.fieldName, args, info);
      if ("row" in source) return ofRow(source, info.fieldName, args, info);
      if ("edge" in source) return info.fieldName === "node" ? given(source.edge) : cursorAt(source.edge, source.page.by);
      if ("group" in source) return source.group[info.fieldName as keyof Group];
      return ofPage(source.page, info.fieldName, args);
    },
    typeResolver: (source: Source, _context, info) => {
      if (source && "row" in source) return source.row.type;
      throw new Error(`The oracle cannot tell the type of a ${getNamedType(info.returnType).name}.`);
    },
  }) as ExecutionResult;
  if (result.errors?.[0]) throw new Error(`The oracle could not answer: ${result.errors[0].message}`, { cause: result.errors[0].originalError ?? result.errors[0] });
  return { data: JSON.parse(JSON.stringify(result.data)) as unknown, persons: personsIn(), records: all.filter(isRecord).length };
}

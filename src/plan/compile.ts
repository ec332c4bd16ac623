import { Kind, type DefinitionNode, type OperationDefinitionNode } from "graphql";
import { isUniqueInSource } from "../catalog/supply.ts";
import { HubError } from "../errors.ts";
import { literal } from "../policy/rule-sql.ts";
import type { Standing } from "../policy/standing.ts";
import { collectFields, type Collected, type Document } from "./collect-fields.ts";
import { Compilation, type Execution, type World } from "./compilation.ts";
import { connectionSql } from "./connection.ts";
import { knownAsSql } from "./known-as.ts";
import { globalId, parseGlobalId, tagOf, uuidOf } from "./global-id.ts";
import { oneOf } from "./one-of.ts";
import { Row } from "./row.ts";
import type { RootQuestion } from "./root-question.ts";
import { searchSql, suggestSql } from "./search.ts";
import { objectsFrom, render } from "./select.ts";
import { argumentOf, jsonOf, selectionsBelow, selectList } from "./selections.ts";
import { statementOf, type Statement } from "./statement.ts";
import type { Variables } from "./traced.ts";
import { asArray, asText, castable } from "./values.ts";

export interface CompileOptions {
  /** Lock (a); off in tests of the other locks only. */
  readonly guarded: boolean;
  /** Whether what is closed is logged; off in measurements of what that costs, and nowhere else. */
  readonly logged?: boolean;
  /** Whether abstract positions carry `__typename`, for completion by graphql-js. */
  readonly typenames: boolean;
}

/** The document behind an operation as the compiler reads it. */
export function documentOf(world: World, definitions: readonly DefinitionNode[], variables: Variables): Document {
  const fragments = new Map(definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
  const matches = (concrete: string, condition: string): boolean => {
    if (concrete === condition) return true;
    const type = world.catalogue.types.get(concrete);
    return type?.kind === "entity" && (condition === "Node" || type.family === condition || type.implements?.name === condition);
  };
  return { fragments, variables, matches };
}

/** The fields that an operation asks of Query. */
export const rootFieldsOf = (document: Document, operation: OperationDefinitionNode): Map<string, Collected> =>
  collectFields(document, "Query", [{ set: operation.selectionSet, writtenOn: "Query" }]);

/** One question of a statement: what is asked, where it is written, and under which key its answer stands. */
export interface Entry {
  readonly key: string;
  readonly question: RootQuestion | "typename";
  readonly field: Collected;
  /** Response names above the field; empty for a field of Query. */
  readonly path: readonly string[];
}

/**
 * Compiles questions into one statement.
 *
 * @throws HubError for arguments that no statement can be made of
 */
export function compile(world: World, standing: Standing, document: Document, entries: readonly Entry[], options: CompileOptions): Statement {
  const compilation = new Compilation(world, standing, document, options);
  const list = selectList(entries.map((entry) => [entry.key, entry.question === "typename" ? literal("Query") : questionSql(compilation, entry.question, entry)]));
  return statementOf(compilation, entries.length === 0 ? "select '{}'::json" : `select ${jsonOf(`select ${list}`)}`);
}

function questionSql(compilation: Compilation, question: RootQuestion, { field, path }: Entry): string {
  const parent = field.writtenOn; // Query, or Me: no other type has fields that are questions
  const argument = (name: string) => argumentOf(compilation, parent, field, name);
  const { catalogue } = compilation.world;
  switch (question.kind) {
    case "list":
      return connectionSql(compilation, render, { type: question.type, parent, field, path, holds: () => (question.whose && question.whose !== compilation.audience ? ["false"] : []) });
    case "lookup": {
      const [name, value] = oneOf(field.name, ["id", ...Object.keys(question.keys)], argument);
      const row = new Row(compilation, question.type);
      const condition =
        name === "id"
          ? row.equals("id", compilation.bind("uuid", ({ variables }) => uuidOf(question.type, value.read(variables), "id")))
          : row.equals(question.keys[name]!, compilation.bind("text", ({ variables }) => castable("text", asText(value.read(variables)))));
      return oneFrom(compilation, row, field, path, condition, firstOf(row, question.keys[name] ?? name));
    }
    case "batch": {
      const keys = argument(question.argument)!;
      const list = compilation.bind("text[]", ({ variables }) => asArray(listOf(keys.read(variables), question.argument).map((key) => castable("text", asText(key)))));
      const row = new Row(compilation, question.type);
      const k = compilation.alias();
      return inOrder(k, oneFrom(compilation, row, field, path, row.equals(question.key, `${k}.v`), firstOf(row, question.key)), `unnest(${list}) with ordinality ${k}(v, i)`);
    }
    case "knownAs":
      return knownAsSql(compilation, question, field, path);
    case "row": {
      const row = new Row(compilation, question.type);
      return oneFrom(compilation, row, field, path, row.equals(question.key, compilation.bind(question.key === "id" ? "uuid" : "text", question.read)));
    }
    case "search":
      return searchSql(compilation, field, path);
    case "suggest":
      return suggestSql(compilation, field, path);
    case "node": {
      const id = argument("id")!;
      const { type } = parseGlobalId(catalogue, String(id.value));
      const row = new Row(compilation, type);
      return oneFrom(compilation, row, field, path, row.equals("id", compilation.bind("uuid", ({ variables }) => parseGlobalId(catalogue, String(id.read(variables))).uuid)));
    }
    case "nodes": {
      const ids = argument("ids")!;
      const parse = (value: unknown) => listOf(value, "ids").map((id) => parseGlobalId(catalogue, String(id)));
      const types = [...new Set(parse(ids.value).map(({ type }) => type))];
      if (types.length === 0) return "'[]'::json"; // before the list is bound: a parameter that no text names has no type
      const list = compilation.bind("text[]", ({ variables }) => asArray(parse(ids.read(variables)).map(({ type, uuid }) => globalId(tagOf(type), uuid))));
      const k = compilation.alias();
      const cases = types.map((type) => {
        const row = new Row(compilation, type);
        return `when ${literal(tagOf(type))} then ${oneFrom(compilation, row, field, path, row.equals("id", `split_part(${k}.v, '_', 2)::uuid`))}`;
      });
      return inOrder(k, `case split_part(${k}.v, '_', 1) ${cases.join(" ")} end`, `unnest(${list}) with ordinality ${k}(v, i)`);
    }
  }
}

/** The most keys or ids in one batch. */
export const batchSize = 200;

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = value as readonly unknown[];
  if (list.length > batchSize)
    throw new HubError("LIMIT_EXCEEDED", { "reason.en": `${name} takes at most ${batchSize}, ${list.length} were given`, "reason.zh": `${name} 最多 ${batchSize} 个，给出了 ${list.length} 个` });
  return list;
}

const oneFrom = (compilation: Compilation, row: Row, field: Collected, path: readonly string[], condition: string, tail = ""): string =>
  `(${objectsFrom(compilation, row, selectionsBelow(field, field.name === "node" || field.name === "nodes" ? "Node" : row.type, path), () => `${row.from} where ${condition} and ${row.admits()}${tail}`)})`;

/** Where several sources may have a row with the same key, one of those that the asker may know of, always the same. */
const firstOf = (row: Row, key: string): string => (isUniqueInSource(row.type, key) ? ` order by ${row.column("id")} limit 1` : "");

const inOrder = (alias: string, item: string, from: string): string => `(select coalesce(json_agg(${item} order by ${alias}.i), '[]'::json) from ${from})`;

/** The parameters of a statement for one execution. */
export const parametersOf = (statement: Statement, execution: Execution): (string | null)[] => statement.parameters.map((parameter) => parameter(execution));


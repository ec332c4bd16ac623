import { isEnumType, isInputObjectType, isListType, isNonNullType, OperationTypeNode, typeFromAST, visit, type ASTNode, type DocumentNode, type GraphQLInputType, type OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import { compile, documentOf, rootFieldsOf, type CompileOptions } from "./compile.ts";
import type { World } from "./compilation.ts";
import { tagIn } from "./global-id.ts";
import type { Standing } from "../policy/standing.ts";
import type { Statement } from "./statement.ts";
import type { Variables } from "./traced.ts";

/** How many statements are kept; each is a few KiB. */
const kept = 2_000;

/** What is known of an operation once it has been seen. */
interface Known {
  readonly id: number;
  /** Whether it only asks what the catalogue answers, so that one statement can serve it. */
  readonly plannable: boolean;
  /** A text that is equal for variables which give the same statement. */
  readonly shape: (variables: Variables) => string;
}

/**
 * Turns operations into statements and keeps them. A statement depends on the operation, the standing of whoever asks, the values that shape it (page
 * sizes, orders, directives, which keys of a filter are present, the types in ids) and on nothing else: all other values are parameters.
 */
export class Planner {
  readonly #world: World;
  readonly #options: CompileOptions;
  readonly #known = new WeakMap<OperationDefinitionNode, Known>();
  readonly #statements = new LRUCache<string, Statement>({ max: kept });
  #operations = 0;
  #hits = 0;
  #misses = 0;

  constructor(world: World, options: Omit<CompileOptions, "typenames">) {
    this.#world = world;
    this.#options = { ...options, typenames: false };
  }

  /**
   * The statement for an operation; null where it asks for more than the catalogue's rows and the resolvers must answer.
   *
   * @param variables coerced
   * @throws HubError for arguments that no statement can be made of
   */
  plan(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables, standing: Standing): Statement | null {
    let known = this.#known.get(operation);
    if (!known) this.#known.set(operation, (known = this.#know(document, operation)));
    if (!known.plannable) return null;
    const key = `${known.id} ${standing.audience}${standing.grants ? "+" : ""} ${known.shape(variables)}`;
    let statement = this.#statements.get(key);
    if (statement) {
      this.#hits += 1;
      return statement;
    }
    this.#misses += 1;
    this.#statements.set(key, (statement = this.#compile(document, operation, variables, standing)));
    return statement;
  }

  /** For the metrics: the statements that are kept, and how often one was there or had to be made. */
  get counts(): { readonly kept: number; readonly hits: number; readonly misses: number } {
    return { kept: this.#statements.size, hits: this.#hits, misses: this.#misses };
  }

  #compile(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables, standing: Standing): Statement {
    const read = documentOf(this.#world, document.definitions, variables);
    const entries = [...rootFieldsOf(read, operation).values()].map((field) => ({
      key: field.responseKey,
      question: field.name === "__typename" ? ("typename" as const) : this.#world.roots.get(field.name)!,
      field,
      path: [],
    }));
    return compile(this.#world, standing, read, entries, this.#options);
  }

  #know(document: DocumentNode, operation: OperationDefinitionNode): Known {
    // Directives are left aside here: an operation that may ask for more in some call is left to the resolvers in all.
    const everything = rootFieldsOf(documentOf(this.#world, withoutDirectives(document).definitions, {}), withoutDirectives(operation));
    const plannable = operation.operation === OperationTypeNode.QUERY && [...everything.values()].every(({ name }) => name === "__typename" || this.#world.roots.has(name));
    return { id: this.#operations++, plannable, shape: shapeOf(this.#world, document, operation) };
  }
}

/** The same text with every field and fragment included. */
function withoutDirectives<T extends DocumentNode | OperationDefinitionNode>(node: T): T {
  return visit<T>(node, { Directive: () => null });
}

/** Arguments whose values are written into the statement: sizes, orders, groups. */
const structuralArguments: ReadonlySet<string> = new Set(["first", "last", "orderBy", "by"]);

function shapeOf(world: World, document: DocumentNode, operation: OperationDefinitionNode): (variables: Variables) => string {
  const structural = new Set<string>();
  const note = (node: ASTNode): void => void visit(node, { Variable: ({ name }) => void structural.add(name.value) });
  visit(document, {
    Directive: note,
    Argument: (argument) => {
      if (structuralArguments.has(argument.name.value)) note(argument);
    },
  });
  const parts = (operation.variableDefinitions ?? []).map((definition) => {
    const name = definition.variable.name.value;
    const type = typeFromAST(world.schema, definition.type) as GraphQLInputType | undefined;
    return (variables: Variables): string => (!Object.hasOwn(variables, name) ? "-" : structural.has(name) || !type ? JSON.stringify(variables[name]) : shapeOfValue(variables[name], type));
  });
  return (variables) => parts.map((part) => part(variables)).join(" ");
}

/** Keys that are present, nulls, and the types that ids name; not the values. */
function shapeOfValue(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return shapeOfValue(value, type.ofType);
  if (value === null || value === undefined) return "0";
  if (isListType(type)) return type.toString().includes("ID") && Array.isArray(value) ? `[${[...new Set(value.map(tagIn))].sort().join()}]` : "[]";
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return `{${Object.entries(value).map(([key, each]) => `${key}:${fields[key] ? shapeOfValue(each, fields[key].type) : "?"}`).join()}}`;
  }
  if (type.name === "ID") return tagIn(value);
  return isEnumType(type) ? "e" : "v";
}

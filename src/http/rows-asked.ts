import { GraphQLError, Kind, SchemaMetaFieldDef, TypeMetaFieldDef, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type TypeNode } from "graphql";
// The module build brings a graphql of its own, for which every schema of ours is a stranger's.
import { getComplexity, type ComplexityEstimatorArgs } from "graphql-query-complexity/cjs";
import { LRUCache } from "lru-cache";
import { HubError } from "../errors.ts";
import { limits } from "./limits.ts";

/** Counts of one operation that are kept, each for other sizes among its variables. */
const keptCounts = 50;

/** Rows of a page whose size is not said; where the schema has a default, arguments carry it. */
const usualPage = 20;

/** What the schema counts as where it is asked for: reading all of it takes longer than most questions, though no row is read. */
const schemaRows = new Map<unknown, number>([
  [SchemaMetaFieldDef, 2_000],
  [TypeMetaFieldDef, 50],
]);

/** Rows that one field yields for a parent: a page's size, a list of keys' length, one, or none of its own; of a change, what it counts as. */
function estimate({ field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const units = field.extensions["units"];
  if (typeof units === "number") return units + childComplexity;
  if (field.args.some(({ name }) => name === "first")) {
    const size = (args["first"] ?? args["last"]) as unknown;
    return Math.max(typeof size === "number" ? size : usualPage, 1) * Math.max(childComplexity, 1); // a page of none has its counts
  }
  const list = Object.values(args as Record<string, unknown>).find(Array.isArray) as unknown[] | undefined;
  if (list) return list.length * Math.max(childComplexity, 1);
  const ofSchema = schemaRows.get(field);
  if (ofSchema !== undefined) return ofSchema + childComplexity;
  const rows = field.extensions["rows"];
  if (typeof rows !== "number") return childComplexity;
  return rows > 1 ? rows * Math.max(childComplexity, 1) : rows + childComplexity;
}

interface Counted {
  /** Names of the variables on which the count can depend. */
  readonly sizes: readonly string[];
  readonly counts: LRUCache<string, number>;
}

/**
 * Counts the rows that operations ask for. The count of an operation is kept by what it depends on: numbers, switches and lengths of lists
 * among the variables that it declares. Undeclared ones are anybody's to invent and take no part.
 */
export class RowsAsked {
  readonly #schema: GraphQLSchema;
  readonly #counted = new WeakMap<OperationDefinitionNode, Counted>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /**
   * The rows that an operation asks for, within the limit.
   *
   * @param given the variables as they came
   * @param coerced the same, with defaults, as their types have it
   * @throws HubError LIMIT_EXCEEDED naming what was asked and what is allowed; BAD_USER_INPUT for an argument that cannot be counted
   */
  count(document: DocumentNode, operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>, coerced: Readonly<Record<string, unknown>>): number {
    let counted = this.#counted.get(operation);
    if (!counted) this.#counted.set(operation, (counted = { sizes: sizesOf(operation), counts: new LRUCache({ max: keptCounts }) }));
    let key = "";
    for (const name of counted.sizes) {
      const value = coerced[name];
      key += Array.isArray(value) ? `[${value.length}` : `,${String(value)}`;
    }
    let rows = counted.counts.get(key);
    if (rows === undefined) counted.counts.set(key, (rows = this.#count(document, operation, given)));
    if (rows > limits.rows)
      throw new HubError("LIMIT_EXCEEDED", {
        "reason.en": `an operation may ask for ${limits.rows} rows, this one asks for up to ${rows}; lower first, or ask in pieces`,
        "reason.zh": `一次查询最多请求 ${limits.rows} 行，本次最多可达 ${rows} 行；请减小 first 或分次查询`,
      });
    return rows;
  }

  /** What cannot be counted is not let through. */
  #count(document: DocumentNode, operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>): number {
    const name = operation.name?.value;
    try {
      // The walk itself is bounded by the limit of selections, which is checked before.
      return getComplexity({ schema: this.#schema, query: document, variables: { ...given }, estimators: [estimate], maxQueryNodes: Infinity, ...(name ? { operationName: name } : {}) });
    } catch (error) {
      if (!(error instanceof GraphQLError) || !error.nodes) throw error;
      // An argument that is null where it must not be: validation lets a variable with a default through.
      throw new HubError("BAD_USER_INPUT", { "reason.en": "An argument does not fit its type.", "reason.zh": "参数不符合其类型。" }, { nodes: error.nodes });
    }
  }
}

/** Page sizes, switches of `@skip` and `@include`, lists of keys. */
const sizesOf = (operation: OperationDefinitionNode): string[] => (operation.variableDefinitions ?? []).filter(({ type }) => isSize(type)).map(({ variable }) => variable.name.value);

function isSize(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isSize(type.type);
  return type.kind === Kind.LIST_TYPE || type.name.value === "Int" || type.name.value === "Boolean";
}

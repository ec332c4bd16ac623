import { getComplexity, type ComplexityEstimatorArgs } from "graphql-query-complexity";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { HubError } from "../errors.ts";
import { limits } from "./limits.ts";

/** Rows that one field yields for a parent: a page's size, a list of keys' length, one, or none of its own. */
function estimate({ field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const size = args["first"] as unknown;
  if (field.args.some(({ name }) => name === "first")) return Math.max(typeof size === "number" ? size : 20, 0) * Math.max(childComplexity, 1);
  const list = Object.values(args as Record<string, unknown>).find(Array.isArray) as unknown[] | undefined;
  if (list) return list.length * Math.max(childComplexity, 1);
  const rows = field.extensions["rows"];
  return (typeof rows === "number" ? rows : 0) + childComplexity;
}

/** Counts the rows that operations ask for. The count of an operation is kept by what it depends on: numbers and lengths of lists among its variables. */
export class RowsAsked {
  readonly #schema: GraphQLSchema;
  readonly #counted = new WeakMap<DocumentNode, LRUCache<string, number>>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /**
   * @param variables as given; what does not fit its type is refused elsewhere
   * @throws HubError LIMIT_EXCEEDED naming what was asked and what is allowed
   */
  assertWithin(document: DocumentNode, operationName: string | undefined, variables: Readonly<Record<string, unknown>>): void {
    let counts = this.#counted.get(document);
    if (!counts) this.#counted.set(document, (counts = new LRUCache({ max: 50 })));
    const key = `${operationName ?? ""} ${Object.entries(variables).map(([name, value]) => `${name}${typeof value === "number" ? value : Array.isArray(value) ? `[${value.length}]` : typeof value === "boolean" ? String(value) : ""}`).join()}`;
    let rows = counts.get(key);
    if (rows === undefined) counts.set(key, (rows = this.#count(document, operationName, variables)));
    if (rows > limits.rows)
      throw new HubError("LIMIT_EXCEEDED", {
        "reason.en": `an operation may ask for ${limits.rows} rows, this one asks for up to ${rows}; lower first, or ask in pieces`,
        "reason.zh": `一次查询最多请求 ${limits.rows} 行，本次最多可达 ${rows} 行；请减小 first 或分次查询`,
      });
  }

  #count(document: DocumentNode, operationName: string | undefined, variables: Readonly<Record<string, unknown>>): number {
    try {
      return getComplexity({ schema: this.#schema, query: document, variables: { ...variables }, estimators: [estimate], ...(operationName ? { operationName } : {}) });
    } catch {
      return 0; // variables that do not fit their types: coercion says so, with their names
    }
  }
}

import { buildSchemaSync } from "type-graphql";
import { lexicographicSortSchema, type GraphQLSchema } from "graphql";
import type { Catalogue } from "../catalog/catalogue.ts";
import { rootQuestions, type RootQuestion } from "../plan/root-question.ts";
import { Inputs } from "./inputs.ts";
import { ObjectTypes } from "./object-types.ts";
import { declareQuestions } from "./query.ts";

/** A schema without resolvers, with the questions that its Query asks of the catalogue. */
export interface BuiltSchema {
  readonly schema: GraphQLSchema;
  readonly roots: ReadonlyMap<string, RootQuestion>;
}

const built = new WeakMap<Catalogue, GraphQLSchema>();

/**
 * Builds the graph's schema from the catalogue: types, inputs and questions, each field with its class among its extensions. Sorted by
 * name, which also makes every call's schema a copy of its own: type-graphql declares types once per process, resolvers are one hub's.
 */
export function buildSchema(catalogue: Catalogue): BuiltSchema {
  const roots = rootQuestions(catalogue);
  let schema = built.get(catalogue);
  if (!schema) {
    const types = new ObjectTypes(catalogue, new Inputs(catalogue));
    const query = declareQuestions(catalogue, roots, types);
    built.set(catalogue, (schema = buildSchemaSync({ resolvers: [query], orphanedTypes: types.all(), validate: false })));
  }
  return { schema: lexicographicSortSchema(schema), roots };
}

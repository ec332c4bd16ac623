import { buildSchemaSync } from "type-graphql";
import { lexicographicSortSchema, type GraphQLSchema } from "graphql";
import type { Catalogue } from "../catalog/catalogue.ts";
import { rootQuestions, type RootQuestion } from "../plan/root-question.ts";
import type { Command } from "../workflow/command.ts";
import { deprecate } from "./deprecate.ts";
import { Inputs } from "./inputs.ts";
import { declareMutations } from "./mutation.ts";
import { ObjectTypes } from "./object-types.ts";
import { declareQuestions } from "./query.ts";

/** A schema without resolvers, with the questions that its Query asks of the catalogue. */
export interface BuiltSchema {
  readonly schema: GraphQLSchema;
  readonly roots: ReadonlyMap<string, RootQuestion>;
}

/** Schemas of a catalogue, each with the changes that it offers. */
const built = new WeakMap<Catalogue, Map<readonly Command[], GraphQLSchema>>();
const noChanges: readonly Command[] = Object.freeze([]);

/**
 * Builds the graph's schema from the catalogue: types, inputs, questions and changes, each field with its class among its extensions. Sorted
 * by name, which also makes every call's schema a copy of its own: type-graphql declares types once per process, resolvers are one hub's.
 *
 * @param commands the changes that can be asked for; none where only questions are
 */
export function buildSchema(catalogue: Catalogue, commands: readonly Command[] = noChanges): BuiltSchema {
  const roots = rootQuestions(catalogue);
  let schemas = built.get(catalogue);
  if (!schemas) built.set(catalogue, (schemas = new Map<readonly Command[], GraphQLSchema>()));
  let schema = schemas.get(commands);
  if (!schema) {
    const types = new ObjectTypes(catalogue, new Inputs(catalogue));
    const query = declareQuestions(catalogue, roots, types);
    const mutations = commands.length > 0 ? [declareMutations(catalogue, commands, types)] : [];
    schemas.set(commands, (schema = buildSchemaSync({ resolvers: [query, ...mutations], orphanedTypes: types.all(), validate: false })));
    deprecate(schema, catalogue);
  }
  return { schema: lexicographicSortSchema(schema), roots };
}

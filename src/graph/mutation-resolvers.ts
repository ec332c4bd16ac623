import { getNamedType, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity } from "../catalog/node-type.ts";
import { uuidOf } from "../plan/global-id.ts";
import type { Command, Tools } from "../workflow/command.ts";
import type { Values } from "../workflow/workflow.ts";
import { changeDenied } from "../policy/change-denied.ts";
import type { AnswerWith, Asked, ResolverOptions } from "./resolvers.ts";

/** What a change has left behind, for the fields of its answer; what it has made beside stands under its own names. */
interface Done extends Values {
  /** Database identifier of the row; null where there is none to show. */
  readonly id: string | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null; readonly message: string }[];
}

/**
 * Attaches what answers to the fields of Mutation and of what they answer with. The row is read again after the change, as any row is: by the
 * one compiler, for whoever asks, with what he may read of it.
 */
export function attachMutations(schema: GraphQLSchema, commands: readonly Command[], tools: Tools, answerWith: AnswerWith, { guarded }: ResolverOptions): void {
  const mutation = schema.getMutationType();
  if (!mutation) return;
  for (const command of commands) {
    const field = mutation.getFields()[command.name]!;
    field.resolve = changeWith(command, tools, guarded) as GraphQLFieldResolver<unknown, unknown>;
    const payload = getNamedType(field.type);
    if (!isObjectType(payload)) throw new Error(`${command.name} answers with no object`);
    if (command.type !== null) payload.getFields()[command.type.questions.singular]!.resolve = rowWith(command.type, answerWith) as GraphQLFieldResolver<unknown, unknown>;
  }
}

type Attached = GraphQLFieldResolver<never, never>;

const changeWith =
  (command: Command, tools: Tools, guarded: boolean): GraphQLFieldResolver<unknown, Asked, { readonly input: Values }> =>
  async (_source, { input }, { viewer, language }): Promise<Done> => {
    if (guarded && !command.audiences.includes(viewer.audience)) throw changeDenied(`Mutation.${command.name}`, command.audiences);
    const { id, userErrors, answers = {} } = await command.run(tools, viewer, withoutTags(tools.catalogue, command, input));
    return { ...answers, id, userErrors: userErrors.map(({ code, field, words }) => ({ code, field, message: words[language] })) };
  };

const rowWith =
  (type: Entity, answerWith: AnswerWith): Attached =>
  ({ id }: Done, args, asked, info) =>
    id === null ? null : answerWith({ kind: "row", type, key: "id", read: () => id })(null, args, asked, info);

/** The input with database identifiers in the place of the graph's. */
function withoutTags(catalogue: Catalogue, { input: declared }: Command, given: Values): Values {
  return Object.fromEntries(
    declared.flatMap(({ name, of }) => {
      const value = given[name];
      if (value === undefined || value === null) return [];
      const type = typeof of === "string" ? undefined : "idOf" in of ? of.idOf : [...catalogue.edgesOf(of.type).values()].find((edge) => edge.cardinality === "one" && edge.fromKey === of.field && edge.toKey === "id")?.to;
      return [[name, type ? uuidOf(type, value, `input.${name}`) : value]];
    }),
  );
}

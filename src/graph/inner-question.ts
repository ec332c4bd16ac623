import { Kind, type DocumentNode, type OperationDefinitionNode } from "graphql";
import type { World } from "../plan/compilation.ts";
import { compile, documentOf, rootFieldsOf } from "../plan/compile.ts";
import type { Variables } from "../plan/traced.ts";
import { standingOf } from "../policy/standing.ts";
import type { Reader } from "../store/reader.ts";
import type { Asked } from "./resolvers.ts";

/** A question that the hub asks for its own part of an answer: in the asker's name, by the same compiler, and so with the asker's eyes. */
export async function askInside<T>(world: World, reader: Reader, asked: Asked, document: DocumentNode, variables: Variables): Promise<T> {
  const operation = document.definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)!;
  const read = documentOf(world, document.definitions, variables);
  const entries = [...rootFieldsOf(read, operation).values()].map((field) => ({ key: field.responseKey, question: world.roots.get(field.name)!, field, path: [] }));
  const statement = compile(world, standingOf(asked), read, entries, { guarded: true, typenames: false });
  const { data } = await reader.read(statement, { ...asked, operationName: null }, variables);
  return JSON.parse(data.toString("utf8")) as T;
}

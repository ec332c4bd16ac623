import { getNamedType, getNullableType, isListType, type GraphQLField } from "graphql";
import type { Shape } from "./shape.ts";

/** What a field of Query asks for. */
export type Question =
  | { readonly kind: "list"; readonly type: string }
  | { readonly kind: "lookup"; readonly type: string; readonly keys: readonly string[] }
  | { readonly kind: "batch"; readonly type: string; readonly argument: string }
  | { readonly kind: "knownAs"; readonly type: string; readonly names: readonly string[] }
  | { readonly kind: "node" }
  | { readonly kind: "nodes" }
  | { readonly kind: "me" };

/** What a field of Query asks for, by its type and arguments; null for questions that are not about rows. */
export function questionOf(shape: Shape, name: string): Question | null {
  const field: GraphQLField<unknown, unknown> | undefined = shape.schema.getQueryType()!.getFields()[name];
  const type = field && getNamedType(field.type).name;
  if (!field || !type) return null;
  const isList = isListType(getNullableType(field.type));
  if (type === "Me") return { kind: "me" };
  if (type === "Node") return { kind: isList ? "nodes" : "node" };
  const listed = type.endsWith("Connection") ? type.slice(0, -"Connection".length) : null;
  if (listed !== null) return shape.types.has(listed) ? { kind: "list", type: listed } : null;
  if (!shape.types.has(type)) return null;
  const names = field.args.map((argument) => argument.name);
  if (isList && name.endsWith("KnownAs")) return { kind: "knownAs", type, names: names.filter((each) => each !== "on") };
  if (isList) return { kind: "batch", type, argument: names[0]! };
  return { kind: "lookup", type, keys: names };
}

/** The field that an argument of a look-up, or of its batch, names. */
export function keyBehind(shape: Shape, type: string, argument: string): string {
  return shape.entry(type, ({ keys }) => keys, argument) ?? argument;
}

/** The field of Query that lists the rows of a type. */
export const listOf = (shape: Shape, type: string): string =>
  Object.values(shape.schema.getQueryType()!.getFields()).find((field) => getNamedType(field.type).name === `${type}Connection`)!.name;

/** `codes` of a batch: `code`. */
export const singularOf = (argument: string): string => argument.slice(0, -1);

/** Rows of Me, by the field of the row that what the asker carries names. */
export const ownRows: Readonly<Record<string, readonly [type: string, key: string, carried: "body" | "jurisdiction" | "subject"]>> = {
  body: ["Organization", "id", "body"],
  jurisdiction: ["AdministrativeDivision", "code", "jurisdiction"],
  official: ["Official", "id", "subject"],
};

/** Connections of Me: the type of their rows, and as whom one asks whom they are about; nobody else has any. */
export const ownLists: Readonly<Record<string, readonly [type: string, audience: string]>> = { accessLog: ["AccessLogEntry", "subject"] };

/** Fields of Me that are about the rules or about what was asked, and not about rows; what they say is tested beside the oracle. */
export const besideRows: readonly string[] = ["access", "usage"];

const form = /^([A-Za-z]+)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The identifier in a global id of a type, or of a member where the type is an interface over tables; null where it is none of that type. */
export function identifierIn(shape: Shape, type: string, id: unknown): string | null {
  const [, tag, uuid] = (typeof id === "string" ? form.exec(id) : null) ?? [];
  return uuid !== undefined && shape.tagsOf(type).includes(tag!) ? uuid : null;
}

/** The type whose rows a global id's tag names; null where it is no id of the hub. */
export function typeIn(shape: Shape, id: unknown): string | null {
  const [, tag] = (typeof id === "string" ? form.exec(id) : null) ?? [];
  return tag !== undefined && shape.types.has(tag) && shape.hasTag(tag) ? tag : null;
}

import { HubError } from "../errors.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity, Family, NodeType } from "../catalog/node-type.ts";

/** The tag of a type's global ids: its own name, or that of the family whose table it shares, since a row can change its kind. */
export const tagOf = (type: NodeType): string => (type.kind === "entity" && type.family ? type.family : type.name);

const form = /^([A-Za-z]+)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The tag of a global id, as far as it can be told without checking the rest; it is what a plan depends on. */
export const tagIn = (id: unknown): string => (typeof id === "string" ? (form.exec(id)?.[1] ?? "") : "");

/** A global id of the graph from a tag and a database identifier. */
export const globalId = (tag: string, uuid: string): string => `${tag}_${uuid}`;

/**
 * The type and the database identifier in a global id.
 *
 * @throws HubError BAD_USER_INPUT where it is no id of the hub; whether such a row exists is never said
 */
export function parseGlobalId(catalogue: Catalogue, id: string): { readonly type: Entity | Family; readonly uuid: string } {
  const [, tag, uuid] = form.exec(id) ?? [];
  const type = tag ? catalogue.types.get(tag) : undefined;
  if (!uuid || !type || type.kind === "union" || tagOf(type) !== tag)
    throw new HubError("BAD_USER_INPUT", { "reason.en": "An id is not one of this hub's: give the id of an object as the graph answers it.", "reason.zh": "标识不是本系统的有效标识：请填写查询所得对象的 id。" });
  return { type, uuid };
}

/**
 * The database identifier in a global id that must be of one type.
 *
 * @param place where it stands in the question, by which a refusal names it
 * @throws HubError BAD_USER_INPUT where it is an id of another type, or none
 */
export function uuidOf(type: NodeType, id: unknown, place: string | null = null): string {
  const [, tag, uuid] = (typeof id === "string" && form.exec(id)) || [];
  if (!uuid || tag !== tagOf(type))
    throw new HubError("BAD_USER_INPUT", {
      "reason.en": `${place ?? "An id"} is no id of ${tagOf(type)}: give the id as the graph answers it, such as ${tagOf(type)}_5ef57555-2fd4-45f8-88df-f4f592885b1e.`,
      "reason.zh": `${place ?? "标识"} 不是 ${tagOf(type)} 的标识：请填写查询所得的 id，形如 ${tagOf(type)}_5ef57555-2fd4-45f8-88df-f4f592885b1e。`,
    });
  return uuid;
}

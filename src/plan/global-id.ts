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
    throw new HubError("BAD_USER_INPUT", { "reason.en": "An id is not one of this hub's.", "reason.zh": "标识不是本系统的有效标识。" });
  return { type, uuid };
}

/**
 * The database identifier in a global id that must be of one type.
 *
 * @throws HubError BAD_USER_INPUT where it is an id of another type, or none
 */
export function uuidOf(type: NodeType, id: unknown): string {
  const [, tag, uuid] = (typeof id === "string" && form.exec(id)) || [];
  if (!uuid || tag !== tagOf(type))
    throw new HubError("BAD_USER_INPUT", { "reason.en": `An id is not one of ${tagOf(type)}.`, "reason.zh": `标识不是 ${tagOf(type)} 的标识。` });
  return uuid;
}

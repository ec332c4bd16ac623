import { isBody, type Audience } from "../catalog/audience.ts";
import { isEncrypted } from "../catalog/encrypted.ts";
import type { Field } from "../catalog/field.ts";
import type { Entity, Family, NodeType } from "../catalog/node-type.ts";
import { mainPart } from "../catalog/storage.ts";

/** Who may filter and order by a field. */
export type Filterable = "everybody" | "bodies" | "nobody";

/**
 * Nobody filters, sorts, groups or searches by what they may not read: `open` fields are for all, `shared` ones for bodies, closed ones
 * for nobody. A field whose value is there or not row by row (a part of its own) answers questions about hidden rows, so it is for nobody.
 */
export function filterableBy(type: NodeType, key: string, field: Field): Filterable {
  if (type.kind !== "union" && !isPlain(type, key)) return "nobody";
  if (field.part !== null || field.derived !== null) return "nobody";
  return field.class === "open" ? "everybody" : field.class === "shared" ? "bodies" : "nobody";
}

/** Whether an audience is among those. */
export const mayFilter = (audience: Audience, by: Filterable): boolean => by === "everybody" || (by === "bodies" && isBody(audience));

/** A single value in the main table, stored as it is. */
function isPlain(type: Entity | Family, key: string): boolean {
  const place = type.storage.places[key];
  return place !== undefined && place.part === mainPart && place.column.dataType !== "array" && !isEncrypted(place.column);
}

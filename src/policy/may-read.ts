import { isBody, type Audience } from "../catalog/audience.ts";
import type { Field } from "../catalog/field.ts";
import type { Entity, Family } from "../catalog/node-type.ts";
import { fold, type Rule } from "../catalog/rule.ts";
import { mainPart, partOf } from "../catalog/storage.ts";
import type { Standing } from "./standing.ts";

/** The row rule of a part of a type; the main part has the type's own. */
export function ruleOfPart(type: Entity | Family, part: string): Rule {
  if (part === mainPart) return type.rows;
  const rule = part === "conditional" || part === "restricted" ? type.closed[part] : type.parts[part];
  if (!rule || rule === "rows") throw new Error(`${type.name} has no part ${part}`);
  return rule;
}

/** How a field can be read: by right, only as far as a sharing grant opens it, or not at all. */
export type Reading = "yes" | "granted" | "no";

/**
 * How somebody reads a field: like `mayRead`, with what only a sharing grant can open told apart. Whether a grant does, and in which rows,
 * is for the statement to find.
 */
export function readingOf({ audience, grants }: Standing, type: Entity | Family, field: Field): Reading {
  if (!mayRead(audience, type, field)) return "no";
  if (field.class !== "conditional" || fold(ruleOfPart(type, partOf(field, type.closed)), audience, false).rule !== "never") return "yes";
  return grants ? "granted" : "no";
}

/**
 * Whether an audience may read a field at all: its class admits the audience, and there may be rows that carry it for the audience.
 * Which rows, the row rules decide in the statement. An open field of a row that nobody but personnel bodies gets is not denied to the
 * public: the row is absent.
 */
export function mayRead(audience: Audience, type: Entity | Family, field: Field): boolean {
  switch (field.class) {
    case "open":
      return true;
    case "shared":
      return isBody(audience);
    case "conditional":
    case "restricted":
      if (audience === "subject" && !field.toSubject) return false;
      return fold(ruleOfPart(type, partOf(field, type.closed)), audience).rule !== "never";
    case "withheld":
      return false;
  }
}

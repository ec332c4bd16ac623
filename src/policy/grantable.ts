import type { Audience } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import { readingOf } from "./may-read.ts";

/** A field that a sharing grant can open. */
export interface Grantable {
  readonly coordinate: string;
  /** The type, which the grant must name as well: rules ask for it. */
  readonly item: string;
  readonly readWithoutGrant: (audience: Audience) => boolean;
}

/** The fields that sharing grants can open, by coordinate: the conditional ones, as the catalogue sees to it that their rules know grants of their type. */
export function grantableFields(catalogue: Catalogue): ReadonlyMap<string, Grantable> {
  return new Map(
    catalogue.entities.flatMap((type) =>
      Object.entries(type.fields).flatMap(([key, field]): [string, Grantable][] => {
        if (field.class !== "conditional") return [];
        const coordinate = `${type.name}.${key}`;
        return [[coordinate, { coordinate, item: type.name, readWithoutGrant: (audience) => readingOf({ audience, grants: false }, type, field) === "yes" }]];
      }),
    ),
  );
}

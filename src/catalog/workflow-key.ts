import type { Entity } from "../catalog/node-type.ts";

/** The field by which a step or a deadline names the row that it is of. */
export const keyOf = (type: Entity): string => `${relationOf(type)}Id`;

/** The relation from a step or a deadline to the row that it is of. */
export const relationOf = ({ name }: Entity): string => name.charAt(0).toLowerCase() + name.slice(1);

import type { Entity } from "./node-type.ts";

/** A type of which retention rules may have rows deleted, with the types whose rows belong to them and go with them. */
export interface Deletable {
  readonly type: Entity;
  readonly goingWith?: readonly Entity[];
}

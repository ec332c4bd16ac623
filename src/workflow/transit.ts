import type { Audience } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Machine } from "./machine.ts";

/**
 * A transition is one SQL statement, hence one transaction: it locks the row, judges it as it is then, changes it and writes the event, or
 * does nothing and says why. Who asks is its first parameter, what he gives its second, each a JSON object that the database casts.
 */
export interface Transit {
  readonly catalogue: Catalogue;
  readonly machine: Machine;
  readonly event: string;
  readonly audience: Audience;
}

import type { Rule } from "./rule.ts";

/** How a field that has no column follows from those that have one, in the statement that reads it, by the database's clock. */
export type Derivation =
  /** Whether a rule holds that does not ask who the viewer is. */
  | { readonly derivation: "holds"; readonly rule: Rule }
  /** The day that lies so many months, by the display period in force, after the date of the document. */
  | { readonly derivation: "displayEnd"; readonly months: "minMonths" | "maxMonths" };

/** A boolean field: whether the rule holds for the row now. */
export const holds = (rule: Rule): Derivation => ({ derivation: "holds", rule });

/** A date field: where the shortest or the longest display of the record ends. */
export const displayEnd = (months: "minMonths" | "maxMonths"): Derivation => ({ derivation: "displayEnd", months });

import { confidence } from "../../domains/policy/codelists.ts";
import { cellsOf } from "./cells-of.ts";
import { readTable } from "./read-table.ts";

const columns = ["code", "appliesTo", "rule", "example", "effectiveFrom", "effectiveTo", "basisCitation", "confidence", "note"] as const;

/** How facts about persons are hidden before a text is published. */
export const readMaskingRules = () =>
  readTable("masking-rules", columns).map((row) => {
    const cells = cellsOf("masking-rules", row);
    return {
      code: cells.text("code"),
      appliesTo: cells.text("appliesTo"),
      rule: cells.text("rule"),
      example: cells.optional("example"),
      effectiveFrom: cells.day("effectiveFrom"),
      effectiveTo: cells.optionalDay("effectiveTo"),
      basisCitation: cells.optional("basisCitation"),
      confidence: cells.code("confidence", confidence),
      note: cells.optional("note"),
    };
  });

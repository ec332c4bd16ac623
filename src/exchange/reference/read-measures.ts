import { severity } from "../../catalog/display.ts";
import { measureKind, measureTargetKind } from "../../domains/sanctions/codelists.ts";
import { cellsOf } from "./cells-of.ts";
import { readTable } from "./read-table.ts";

const columns = ["code", "kind", "name", "basisCitation", "applicableSeverity", "applier", "targetKind", "effectiveFrom", "effectiveTo"] as const;

/** The measures that may be applied, each with the provision that allows it; a day that nobody has looked up is null, never a guess. */
export const readMeasures = () =>
  readTable("measures", columns).map((row) => {
    const cells = cellsOf("measures", row);
    return {
      code: cells.text("code"),
      kind: cells.code("kind", measureKind),
      name: cells.text("name"),
      basisCitation: cells.text("basisCitation"),
      applicableSeverity: row.applicableSeverity === null ? null : cells.code("applicableSeverity", severity),
      applier: cells.text("applier"),
      targetKind: cells.code("targetKind", measureTargetKind),
      effectiveFrom: cells.optionalDay("effectiveFrom"),
      effectiveTo: cells.optionalDay("effectiveTo"),
    };
  });

import { confidence, thresholdUnit } from "../../domains/policy/codelists.ts";
import { cellsOf } from "./cells-of.ts";
import { readTable } from "./read-table.ts";

const columns = ["versionCode", "code", "name", "value", "unit", "effectiveFrom", "effectiveTo", "basisCitation", "confidence", "note"] as const;

/** Deadlines, limits and rates, by code and version of the rule; a value that nobody has found is null. */
export const readThresholds = () =>
  readTable("thresholds", columns).map((row) => {
    const cells = cellsOf("thresholds", row);
    const [code, effectiveFrom] = [cells.text("code"), cells.optionalDay("effectiveFrom")];
    const versionCode = `${code}@${effectiveFrom ?? "undated"}`;
    if (cells.text("versionCode") !== versionCode) throw new Error(`The threshold ${cells.text("versionCode")} must have the version code ${versionCode}.`);
    return {
      versionCode,
      code,
      name: cells.text("name"),
      value: cells.optionalDecimal("value"),
      unit: cells.code("unit", thresholdUnit),
      effectiveFrom,
      effectiveTo: cells.optionalDay("effectiveTo"),
      basisCitation: cells.optional("basisCitation"),
      confidence: cells.code("confidence", confidence),
      note: cells.optional("note"),
    };
  });

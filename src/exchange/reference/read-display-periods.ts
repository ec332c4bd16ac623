import { severity } from "../../catalog/display.ts";
import { confidence } from "../../domains/policy/codelists.ts";
import { cellsOf } from "./cells-of.ts";
import { readTable } from "./read-table.ts";

const columns = ["versionCode", "catalogItemCode", "severity", "isDisplayed", "minMonths", "maxMonths", "effectiveFrom", "effectiveTo", "basisCitation", "confidence", "note"] as const;

/** How long records are on display, by dataset, severity and version of the rule. */
export const readDisplayPeriods = () =>
  readTable("display-periods", columns).map((row) => {
    const cells = cellsOf("display-periods", row);
    const [catalogItemCode, grave, effectiveFrom] = [cells.text("catalogItemCode"), cells.code("severity", severity), cells.day("effectiveFrom")];
    const versionCode = `${catalogItemCode}/${grave}@${effectiveFrom}`;
    if (cells.text("versionCode") !== versionCode) throw new Error(`The display period ${cells.text("versionCode")} must have the version code ${versionCode}.`);
    return {
      versionCode,
      catalogItemCode,
      severity: grave,
      isDisplayed: cells.flag("isDisplayed"),
      minMonths: cells.whole("minMonths"),
      maxMonths: cells.whole("maxMonths"),
      effectiveFrom,
      effectiveTo: cells.optionalDay("effectiveTo"),
      basisCitation: cells.text("basisCitation"),
      confidence: cells.code("confidence", confidence),
      note: cells.optional("note"),
    };
  });

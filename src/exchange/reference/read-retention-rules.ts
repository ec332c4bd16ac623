import { retentionEnd, retentionUnit } from "../../domains/governance/codelists.ts";
import { confidence } from "../../domains/policy/codelists.ts";
import { cellsOf } from "./cells-of.ts";
import { readTable } from "./read-table.ts";

const columns = ["versionCode", "code", "name", "typeName", "countsFrom", "countsFromField", "period", "unit", "atEnd", "basisCitation", "confidence", "effectiveFrom", "effectiveTo", "note"] as const;

/** How long what is kept, by code and version of the rule; a period that nobody has found, or that another table sets, is null. */
export const readRetentionRules = () =>
  readTable("retention-rules", columns).map((row) => {
    const cells = cellsOf("retention-rules", row);
    const [code, effectiveFrom] = [cells.text("code"), cells.day("effectiveFrom")];
    const versionCode = `${code}@${effectiveFrom}`;
    if (cells.text("versionCode") !== versionCode) throw new Error(`The retention rule ${cells.text("versionCode")} must have the version code ${versionCode}.`);
    return {
      versionCode,
      code,
      name: cells.text("name"),
      typeName: cells.optional("typeName"),
      countsFrom: cells.text("countsFrom"),
      countsFromField: cells.optional("countsFromField"),
      period: row.period === null ? null : cells.whole("period"),
      unit: cells.code("unit", retentionUnit),
      atEnd: cells.code("atEnd", retentionEnd),
      basisCitation: cells.optional("basisCitation"),
      confidence: cells.code("confidence", confidence),
      effectiveFrom,
      effectiveTo: cells.optionalDay("effectiveTo"),
      note: cells.optional("note"),
    };
  });

import type { DatasetColumn } from "../ingest/dataset.ts";
import { daySerial, type SheetCell } from "../workbook/sheet.ts";
import { textStyle, type CellStyle } from "../workbook/style-sheet.ts";

/** How a spreadsheet keeps the cells of a column: as text what consists of signs, so that no code of 18 digits becomes a number. */
export function columnStyle({ kind, precision }: DatasetColumn): CellStyle {
  switch (kind) {
    case "text":
    case "code":
    case "moment":
    case "flag":
    case "list":
      return textStyle;
    case "day":
      return { numberFormat: "yyyy-mm-dd" };
    case "decimal":
      return { numberFormat: precision?.scale ? `0.${"0".repeat(precision.scale)}` : "0.######" };
    case "whole":
      return { numberFormat: "0" };
  }
}

/** A value of the column as a spreadsheet would have it, had somebody typed it there. */
export function columnCell({ kind }: DatasetColumn, value: string, style: CellStyle): SheetCell {
  if (kind === "day") return { value: daySerial(value), style };
  return { value: kind === "decimal" || kind === "whole" ? Number(value) : value, style };
}

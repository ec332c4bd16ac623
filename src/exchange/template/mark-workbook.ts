import { dataSheetName } from "../table/data-sheet-name.ts";
import type { Table } from "../table/table.ts";
import { rowHeight, widthOf } from "../workbook/row-height.ts";
import type { SheetCell, SheetRow } from "../workbook/sheet.ts";
import { textStyle, type CellStyle } from "../workbook/style-sheet.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import type { FaultsByRow } from "./faults-by-row.ts";
import { faultsColumn } from "./faults-column.ts";
import { faultsCell, headerOf, type Marking } from "./marking.ts";

const bold: CellStyle = { ...textStyle, isBold: true };
const faultsWidth = 60;
const red: CellStyle = { ...textStyle, colour: "C00000", isWrapped: true };

/**
 * A delivered workbook as a new one with the column of faults: the cells as the text that was read, each row at its number. With
 * `onlyFaulty` the rows follow one another.
 */
export function markWorkbook(table: Table, faults: FaultsByRow, marking: Marking): AsyncGenerator<Buffer> {
  const kept = table.columns.flatMap((key, place) => (key === faultsColumn.key ? [] : [{ header: headerOf(marking.dataset, key)!, place }]));
  const cellOf = (value: string | null, style: CellStyle): SheetCell | null => (value === null || value === "" ? null : { value, style });

  async function* rows(): AsyncGenerator<SheetRow> {
    yield { number: 1, cells: [...kept.map(({ header }) => cellOf(header, bold)), cellOf(faultsColumn.header[marking.language], bold)] };
    let written = 1;
    for await (const group of table.rows()) {
      for (const { number, cells } of group) {
        const found = await faults.of(number);
        if (found.length === 0 && marking.onlyFaulty) continue;
        written += 1;
        const told = faultsCell(found, marking);
        yield { number: marking.onlyFaulty ? written : number, ...(told === "" ? {} : { height: rowHeight([told], [faultsWidth]) }), cells: [...kept.map(({ place }) => cellOf(cells[place] ?? null, textStyle)), cellOf(told, red)] };
      }
    }
  }

  const columns = [...kept.map(({ header }) => ({ width: Math.max(14, widthOf(header) + 4), style: textStyle })), { width: faultsWidth, style: red }];
  return writeWorkbook([{ name: dataSheetName, isHidden: false, columns, frozenRows: 1, rows: rows(), prompts: [] }]);
}

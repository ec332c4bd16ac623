import { FileFault } from "../../ingest/file-fault.ts";
import { columnName } from "../../workbook/column-name.ts";
import type { RawRow } from "../headed-table.ts";
import { columnLimit } from "../table-limits.ts";
import { cellText } from "./cell-text.ts";
import { cellValue, type CellContext } from "./cell-value.ts";
import { damaged } from "./workbook-faults.ts";
import { readXml } from "./xml-reader.ts";

/** A cell that is refused, and why. */
interface Refused {
  readonly row: number;
  readonly place: number;
  readonly what: { readonly en: string; readonly zh: string };
}

const formula = { en: "a formula", zh: "公式" };
const errorValue = { en: "an error value of a formula", zh: "公式错误值" };

/**
 * The rows of a sheet in their order, hidden ones too, with what their cells stand for. Cells after the limit of columns are kept as one,
 * so that a row has something where it must have nothing. UNSAFE at a formula or an error value, once the rows before it have been taken;
 * UNREADABLE where rows or cells are out of order.
 */
export async function* sheetRows(chunks: AsyncIterable<Buffer>, context: CellContext, nameAt: (place: number) => string | null): AsyncGenerator<readonly RawRow[], void, undefined> {
  let rows: RawRow[] = [];
  const refused: Refused[] = [];
  let isInData = false;
  let row = 0;
  let cells: (string | null)[] = [];
  let place = -1;
  let type = "n";
  let style = 0;
  const text = cellText();
  const refuse = (what: Refused["what"]): void => {
    refused.push({ row, place, what });
  };

  const openElement = (name: string, { r: at, t, s }: Readonly<Record<string, string>>): void => {
    if (name === "c") {
      const next = at === undefined ? place + 1 : placeOf(at);
      if (!(next > place)) throw damaged();
      place = next;
      type = t ?? "n";
      style = Number(s ?? 0);
      text.begin();
      if (type === "e") refuse(errorValue);
    } else if (name === "row") {
      const next = at === undefined ? row + 1 : Number(at);
      if (!(Number.isSafeInteger(next) && next > row)) throw damaged();
      row = next;
      cells = [];
      place = -1;
    } else if (name === "f") refuse(formula);
    else text.open(name);
  };
  const closeElement = (name: string): void => {
    if (name === "c") {
      const value = refused[0] ? null : cellValue(type, style, text.take(), context);
      if (value === undefined) throw damaged();
      if (value === null) return;
      const kept = Math.min(place, columnLimit);
      while (cells.length < kept) cells.push(null);
      cells[kept] = value;
    } else if (name === "row") {
      if (!refused[0]) rows.push({ number: row, cells });
    } else text.close(name);
  };

  for await (const _ of readXml(chunks, {
    open(name, attributes) {
      if (name === "sheetData") isInData = true;
      else if (isInData) openElement(name, attributes);
    },
    close(name) {
      if (name === "sheetData") isInData = false;
      else if (isInData) closeElement(name);
    },
    text: (value) => isInData && text.add(value, row),
  })) {
    if (rows.length > 0) yield rows;
    rows = [];
    if (refused[0]) throw unsafeCell(refused[0], nameAt);
  }
}

function unsafeCell({ row, place, what }: Refused, nameAt: (place: number) => string | null): FileFault {
  const cell = `${columnName(place)}${row}`;
  return new FileFault("UNSAFE", { row, column: nameAt(place), detail: { en: `Cell ${cell} holds ${what.en}; copy the sheet and paste it as values.`, zh: `单元格 ${cell} 含有${what.zh}，请复制后“粘贴为数值”再报送。` } });
}

/** `C5` → 2; NaN where it is no reference to a cell. */
function placeOf(reference: string): number {
  let place = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 0x40;
    if (letter < 1 || letter > 26) break;
    place = place * 26 + letter;
  }
  return at === 0 || at > 3 ? NaN : place - 1;
}

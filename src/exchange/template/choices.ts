import { offeredCodes } from "../ingest/codes-by-title.ts";
import type { DatasetColumn } from "../ingest/dataset.ts";
import { columnName } from "../workbook/column-name.ts";
import type { Sheet } from "../workbook/sheet.ts";
import { textStyle } from "../workbook/style-sheet.ts";

/** What the cells of a template offer to be chosen. */
export interface Choices {
  /** The hidden sheet that the formulas refer to; null where no column has a codelist. */
  readonly sheet: Sheet | null;
  /** What may be chosen in a column, as the formula of its drop-down; null where it has none. */
  formulaOf(column: DatasetColumn): string | null;
}

const sheetName = "代码";

/** Each codelist stands once, in a column of its own, as a list in the formula itself may not have more than 255 characters nor commas in what is chosen. */
export function choicesOf(columns: readonly DatasetColumn[]): Choices {
  const lists = [...new Set(columns.flatMap(({ codelist }) => codelist ?? []))];
  const titles = lists.map(offeredCodes);
  const length = Math.max(0, ...titles.map((each) => each.length));
  const rows = Array.from({ length: length + 1 }, (_, place) => ({
    number: place + 1,
    cells: lists.map(({ name }, list) => ({ value: place === 0 ? name : (titles[list]![place - 1] ?? ""), style: textStyle })),
  }));
  return {
    sheet: lists.length === 0 ? null : { name: sheetName, isHidden: true, columns: lists.map(() => ({ width: 24, style: textStyle })), frozenRows: 1, rows, prompts: [] },
    formulaOf({ kind, codelist }) {
      if (kind === "flag") return '"是,否"';
      if (!codelist) return null;
      const list = lists.indexOf(codelist);
      return `'${sheetName}'!$${columnName(list)}$2:$${columnName(list)}$${titles[list]!.length + 1}`;
    },
  };
}

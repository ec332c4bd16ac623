import { columnName } from "./column-name.ts";
import type { CellStyle, StyleSheet } from "./style-sheet.ts";
import { xmlText } from "./xml-text.ts";

/** A cell with what is in it; numbers are numbers there, and days are written by `daySerial`. */
export interface SheetCell {
  readonly value: string | number;
  readonly style: CellStyle;
}

export interface SheetRow {
  /** From 1; rows between may be absent. */
  readonly number: number;
  /** In points; without it the usual one. */
  readonly height?: number;
  /** Null where there is nothing. */
  readonly cells: readonly (SheetCell | null)[];
}

export interface SheetColumn {
  /** In characters of the usual font; a Chinese one takes two. */
  readonly width: number;
  /** Of cells that nobody has filled yet. */
  readonly style: CellStyle;
}

/** What a spreadsheet says and offers to whoever fills a column, below the headers. */
export interface Prompt {
  /** Place of the column, from 0. */
  readonly column: number;
  /** Up to 32 characters. */
  readonly title: string;
  /** Up to 255 characters. */
  readonly text: string;
  /** What may be chosen, as a formula: `"是,否"` or the cells of another sheet; null where anything may be written. Something else is warned of and taken. */
  readonly choices: string | null;
}

export interface Sheet {
  /** Up to 31 characters. */
  readonly name: string;
  readonly isHidden: boolean;
  readonly columns: readonly SheetColumn[];
  /** Rows at the top that stay when the rest is scrolled. */
  readonly frozenRows: number;
  /** In the order of their numbers. */
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>;
  readonly prompts: readonly Prompt[];
}

/** Most rows that a sheet of the format has. */
const mostSheetRows = 1_048_576;

/** A day `2026-04-01` as spreadsheets count it: days since 1899-12-30, which is right from 1900-03-01 on. */
export const daySerial = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

/** The XML of one sheet, in pieces, while its rows come. See ECMA-376 Part 1, 18.3.1.99, whose order of elements is compulsory. */
export async function* sheetXml({ columns, frozenRows, rows, prompts }: Sheet, styles: StyleSheet): AsyncGenerator<string> {
  yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">';
  if (frozenRows > 0) yield `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${frozenRows + 1}" sqref="A${frozenRows + 1}"/>`;
  yield '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>';
  yield columns.map(({ width, style }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" style="${styles.indexOf(style)}" customWidth="1"/>`).join("");
  yield "</cols><sheetData>";
  for await (const { number, height, cells } of rows) yield `<row r="${number}"${height ? ` ht="${height}" customHeight="1"` : ""}>${cells.map((cell, place) => (cell ? cellXml(cell, `${columnName(place)}${number}`, styles) : "")).join("")}</row>`;
  yield "</sheetData>";
  if (prompts.length > 0) yield `<dataValidations count="${prompts.length}">${prompts.map((prompt) => promptXml(prompt, frozenRows)).join("")}</dataValidations>`;
  yield '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>';
}

function cellXml({ value, style }: SheetCell, place: string, styles: StyleSheet): string {
  const index = styles.indexOf(style);
  if (typeof value === "number") return `<c r="${place}" s="${index}"><v>${value}</v></c>`;
  return `<c r="${place}" s="${index}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

function promptXml({ column, title, text, choices }: Prompt, frozenRows: number): string {
  const cells = `${columnName(column)}${frozenRows + 1}:${columnName(column)}${mostSheetRows}`;
  const said = `allowBlank="1" showInputMessage="1" promptTitle="${xmlText(title.slice(0, 32))}" prompt="${xmlText(text.slice(0, 255))}" sqref="${cells}"`;
  if (choices === null) return `<dataValidation ${said}/>`;
  return `<dataValidation type="list" errorStyle="warning" showErrorMessage="1" errorTitle="不在列表内" error="请从下拉列表中选择。" ${said}><formula1>${xmlText(choices)}</formula1></dataValidation>`;
}

import { disclosureClasses } from "../../catalog/disclosure-class.ts";
import { deliveredColumns, type Dataset, type DatasetColumn } from "../ingest/dataset.ts";
import { dataSheetName } from "../table/data-sheet-name.ts";
import { rowHeight, widthOf } from "../workbook/row-height.ts";
import type { Sheet, SheetCell, SheetColumn } from "../workbook/sheet.ts";
import { textStyle, type CellStyle } from "../workbook/style-sheet.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { choicesOf, type Choices } from "./choices.ts";
import { columnGuide } from "./column-guide.ts";
import { columnCell, columnStyle } from "./column-style.ts";
import { exampleValue } from "./example-value.ts";

const wrapped: CellStyle = { ...textStyle, isWrapped: true };
const heading: CellStyle = { ...textStyle, isBold: true, fill: "D9D9D9" };
const requiredHeading: CellStyle = { ...textStyle, isBold: true, fill: "FFD966" };

/**
 * What a body fills and delivers. CSV: the line of column names alone, in UTF-8 with a byte order mark, as Excel demands. XLSX: a sheet
 * 数据 to be filled, whose cells say what they take and offer the codes; 填写说明 with what each column demands; 示例 with two synthetic
 * rows, which stand there and not among the data so that nobody delivers them. Of a filled one the sheet 数据 alone is read.
 */
export async function writeTemplate(dataset: Dataset, format: "XLSX" | "CSV"): Promise<Buffer> {
  if (format === "CSV") return Buffer.from(`\uFEFF${deliveredColumns(dataset).map(({ header }) => header).join(",")}\r\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of writeWorkbook(templateSheets(dataset))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function templateSheets(dataset: Dataset): readonly Sheet[] {
  const columns = deliveredColumns(dataset);
  const sheetColumns = columns.map(sheetColumn);
  const choices = choicesOf(columns);
  return [dataSheet(columns, sheetColumns, choices), guideSheet(dataset, columns), exampleSheet(dataset, columns, sheetColumns), ...(choices.sheet ? [choices.sheet] : [])];
}

const sheetColumn = (column: DatasetColumn): SheetColumn => ({ width: Math.min(60, Math.max(12, widthOf(column.header) + 4, widthOf(exampleValue(column, 1)) + 4)), style: columnStyle(column) });

const headers = (columns: readonly DatasetColumn[]): readonly SheetCell[] => columns.map(({ header, isRequired }) => ({ value: header, style: isRequired ? requiredHeading : heading }));

function dataSheet(columns: readonly DatasetColumn[], sheetColumns: readonly SheetColumn[], choices: Choices): Sheet {
  return {
    name: dataSheetName,
    isHidden: false,
    columns: sheetColumns,
    frozenRows: 1,
    rows: [{ number: 1, cells: headers(columns) }],
    prompts: columns.map((column, place) => {
      const { demand, how, example } = columnGuide(column);
      return { column: place, title: column.header, text: `${demand.zh}。${how.zh}。例：${example}`, choices: choices.formulaOf(column) };
    }),
  };
}

const guideColumns = [["列名", 24], ["字段", 26], ["必填", 8], ["填写要求", 44], ["代码", 36], ["示例", 26], ["共享开放属性", 14], ["说明", 60], ["How it is written", 44]] as const;

function guideSheet(dataset: Dataset, columns: readonly DatasetColumn[]): Sheet {
  const line = (column: DatasetColumn): readonly string[] => {
    const { demand, how, codes, example } = columnGuide(column);
    return [column.header, column.key, demand.zh, how.zh, codes.join("\n"), example, disclosureClasses[dataset.type.fields[column.key]!.class].zh, column.doc, how.en];
  };
  const widths = guideColumns.map(([, width]) => width);
  return {
    name: "填写说明",
    isHidden: false,
    columns: widths.map((width) => ({ width, style: wrapped })),
    frozenRows: 1,
    rows: [
      { number: 1, cells: guideColumns.map(([value]) => ({ value, style: heading })) },
      ...columns.map(line).map((texts, place) => ({ number: place + 2, height: rowHeight(texts, widths), cells: texts.map((value) => ({ value, style: wrapped })) })),
    ],
    prompts: [],
  };
}

function exampleSheet({ supply }: Dataset, columns: readonly DatasetColumn[], sheetColumns: readonly SheetColumn[]): Sheet {
  const ends = new Set(supply.periods.map(([, end]) => end));
  const row = (serial: 1 | 2) => ({ number: serial + 1, cells: columns.map((column, place) => columnCell(column, exampleValue(column, serial, ends.has(column.key)), sheetColumns[place]!.style)) });
  return { name: "示例", isHidden: false, columns: sheetColumns, frozenRows: 1, rows: [{ number: 1, cells: headers(columns) }, row(1), row(2)], prompts: [] };
}

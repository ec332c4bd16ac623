import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { inBlocks } from "./in-blocks.ts";
import { sheetXml, type Sheet } from "./sheet.ts";
import { styleSheet } from "./style-sheet.ts";
import { xmlText } from "./xml-text.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * A workbook (.xlsx, ECMA-376) of text and numbers, written while its rows come: what is held does not grow with them. It has no
 * formulas but the lists of choices, no macros, no links, and cells are text unless they are said to be numbers.
 */
export async function* writeWorkbook(sheets: readonly Sheet[]): AsyncGenerator<Buffer> {
  const styles = styleSheet();
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const add = (name: string, pieces: () => AsyncIterable<string>): Readable => {
    const part = Readable.from(inBlocks(bytesOf(pieces)), { objectMode: false });
    part.on("error", (error) => output.destroy(error));
    zip.addReadStream(part, name);
    return part;
  };
  // The styles are last, as they are complete when the sheets are written.
  const parts = [
    add("[Content_Types].xml", () => whole(contentTypes(sheets))),
    add("_rels/.rels", () => whole(`<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`)),
    add("xl/workbook.xml", () => whole(workbookXml(sheets))),
    add("xl/_rels/workbook.xml.rels", () => whole(workbookRelationships(sheets))),
    ...sheets.map((sheet, place) => add(`xl/worksheets/sheet${place + 1}.xml`, () => sheetXml(sheet, styles))),
    add("xl/styles.xml", () => whole(styles.xml())),
  ];
  zip.end();
  try {
    yield* output as AsyncIterable<Buffer>;
  } finally {
    for (const part of parts) part.destroy();
  }
}

async function* bytesOf(pieces: () => AsyncIterable<string>): AsyncGenerator<Buffer> {
  yield Buffer.from(declaration);
  for await (const piece of pieces()) yield Buffer.from(piece);
}

// eslint-disable-next-line @typescript-eslint/require-await -- of the form that long parts have
async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

const contentTypes = (sheets: readonly Sheet[]): string =>
  [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>`,
    ...sheets.map((_, place) => `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`),
    "</Types>",
  ].join("");

const workbookXml = (sheets: readonly Sheet[]): string =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets
    .map(({ name, isHidden }, place) => `<sheet name="${xmlText(name)}" sheetId="${place + 1}"${isHidden ? ' state="hidden"' : ""} r:id="rId${place + 1}"/>`)
    .join("")}</sheets></workbook>`;

const workbookRelationships = (sheets: readonly Sheet[]): string =>
  `<Relationships xmlns="${relationships}">${sheets
    .map((_, place) => `<Relationship Id="rId${place + 1}" Type="${office}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`)
    .join("")}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

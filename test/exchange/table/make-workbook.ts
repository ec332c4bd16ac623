import { strToU8, zipSync } from "fflate";

/** A sheet: its name, its state, and what stands between the tags of its data. */
export interface SheetParts {
  readonly name?: string;
  readonly state?: string;
  readonly data: string;
}

const relationships = (...lines: readonly (readonly [type: string, target: string, mode?: string])[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines
    .map(([type, target, mode], place) => `<Relationship Id="rId${place + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ""}/>`)
    .join("")}</Relationships>`;

/** The parts of a workbook as a spreadsheet writes them, by name; `more` replaces them or adds to them. */
export function partsOf(sheets: readonly SheetParts[], { strings = [], styles = "", workbook = "" }: { strings?: readonly string[]; styles?: string; workbook?: string } = {}): Record<string, string> {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": relationships(["extended-properties", "docProps/app.xml"], ["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${workbook}<sheets>${sheets.map(({ name = "Sheet1", state }, place) => `<sheet name="${name}" sheetId="${place + 1}"${state ? ` state="${state}"` : ""} r:id="rId${place + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(...sheets.map((_, place) => ["worksheet", place % 2 ? `/xl/worksheets/sheet${place + 1}.xml` : `worksheets/sheet${place + 1}.xml`] as const), ["sharedStrings", "sharedStrings.xml"], ["styles", "styles.xml"]),
    "xl/sharedStrings.xml": `<?xml version="1.0"?><sst xmlns="${main}">${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    "xl/styles.xml": `<?xml version="1.0"?><styleSheet xmlns="${main}">${styles}</styleSheet>`,
    ...Object.fromEntries(sheets.map(({ data }, place) => [`xl/worksheets/sheet${place + 1}.xml`, `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`])),
  };
}

/** The archive of the parts. */
export const archiveOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part])));

/** `<row>` of cells that hold their own text. */
export const rowOf = (number: number, ...cells: readonly (string | null)[]): string =>
  `<row r="${number}">${cells.map((cell, place) => (cell === null ? "" : `<c r="${String.fromCharCode(0x41 + place)}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`)).join("")}</row>`;

/** The header of the tables of these tests. */
export const head = rowOf(1, "编号", "名称", "金额（元）");

import { describe, expect, it } from "vitest";
import { archiveOf, head, partsOf, rowOf, type SheetParts } from "./make-workbook.ts";
import { linesOf, readFile } from "./read-file.ts";

const read = (data: string, more?: Parameters<typeof partsOf>[1]) => readFile(archiveOf(partsOf([{ data }], more)), { format: "XLSX" });
const rowsOf = async (data: string, more?: Parameters<typeof partsOf>[1]) => {
  const reading = await read(data, more);
  expect(reading.faults).toEqual([]);
  return linesOf(reading);
};
/** The text of one cell. */
const cellOf = async (cell: string, more?: Parameters<typeof partsOf>[1]) => (await rowsOf(`${head}<row r="2"><c r="A2" t="str"><v>A</v></c>${cell}</row>`, more))[0]?.split("|")[1];

describe("A workbook", () => {
  it("has columns by its header, and rows as the spreadsheet numbers them; rows without text are skipped", async () => {
    const { columns, rows } = await read(`<row r="3"/>${rowOf(4, "名称", "编号")}${rowOf(6, "甲", "A")}<row r="7"><c r="A7" s="0"/><c r="B7" t="inlineStr"><is><t> </t></is></c></row>${rowOf(9, null, "B")}`);
    expect(columns).toEqual(["name", "code"]);
    expect(rows).toEqual([
      { number: 6, cells: ["甲", "A"], faults: [] },
      { number: 9, cells: [null, "B"], faults: [] },
    ]);
  });
  it("counts rows and cells that do not say their place, and knows elements with a prefix", async () => {
    const data = "<row><c t='str'><v>编号</v></c><c t='str'><v>名称</v></c></row><row><c t='str'><v>A</v></c><c t='str'><v>甲</v></c></row>";
    expect(await rowsOf(data)).toEqual(["2: A|甲"]);
    const parts = partsOf([{ data: "" }]);
    const sheet = `<x:worksheet xmlns:x="x"><x:sheetData>${data.replace(/<(\/?)/g, "<$1x:")}</x:sheetData></x:worksheet>`;
    expect(linesOf(await readFile(archiveOf({ ...parts, "xl/worksheets/sheet1.xml": sheet }), { format: "XLSX" }))).toEqual(["2: A|甲"]);
  });
  it("has cells after the last column as a fault of their row", async () => {
    expect(await rowsOf(`${head}${rowOf(2, "A", "甲", "1", "x")}<row r="3"><c r="A3"><v>3</v></c><c r="XFD3"><v>1</v></c></row>${rowOf(4, "D", null, null, " ")}`)).toEqual(["2: A|甲|1 CELL_COUNT -", "3: 3|| CELL_COUNT -", "4: D||"]);
  });
  it("has text that cells share, with its parts joined and without how it is pronounced", async () => {
    const strings = ["<t>编号</t>", "<t>名称</t>", "<t xml:space='preserve'> A&amp;B </t>", "<r><rPr><b/></rPr><t>四川</t></r><r><t>公司</t></r><rPh sb='0' eb='1'><t>しせん</t></rPh>"];
    const cell = (at: string, place: number): string => `<c r="${at}" t="s"><v>${place}</v></c>`;
    expect(await rowsOf(`<row r="1">${cell("A1", 0)}${cell("B1", 1)}</row><row r="2">${cell("A2", 2)}${cell("B2", 3)}</row>`, { strings })).toEqual(["2: A&B|四川公司"]);
  });
  it.each([
    ['<c r="B2" t="str"><v>甲_x000D_乙</v></c>', "甲\r乙"],
    ['<c r="B2" t="inlineStr"><is><r><t>甲</t></r><r><t><![CDATA[<乙>]]></t></r></is></c>', "甲<乙>"],
    ['<c r="B2" t="b"><v>1</v></c>', "true"],
    ['<c r="B2" t="b"><v>0</v></c>', "false"],
    ['<c r="B2"><v>0.30000000000000004</v></c>', "0.3"],
    ['<c r="B2"><v>1234567.89</v></c>', "1234567.89"],
    ['<c r="B2"><v>1.2300000000000001E-7</v></c>', "0.000000123"],
    ['<c r="B2"><v>1.5E+20</v></c>', "1.5E+20"],
    ['<c r="B2" t="n"><v>510107199001011234</v></c>', "510107199001011234"],
    ['<c r="B2" t="d"><v>2026-04-01T00:00:00</v></c>', "2026-04-01"],
    ['<c r="B2" t="d"><v>2026-04-01T09:30:00.000</v></c>', "2026-04-01 09:30:00"],
    ['<c r="B2" s="1"/>', ""],
  ])("has %s as %j", async (cell, text) => {
    expect(await cellOf(cell)).toBe(text);
  });
});

describe("A day of a workbook", () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="0.00_d"/><numFmt numFmtId="166" formatCode="[Red]#,##0.00&quot;days&quot;"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 22, 57, 164, 165, 166, 167, 46].map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs>`;
  it.each([
    [0, "46113", "46113"],
    [1, "46113", "2026-04-01"],
    [2, "46113.395833333336", "2026-04-01 09:30:00"],
    [2, "46113.999999999", "2026-04-02"],
    [3, "46113", "2026-04-01"],
    [4, "46113", "2026-04-01"],
    [5, "46113", "46113"],
    [6, "46113.5", "46113.5"],
    [7, "1.5", "1.5"],
    [8, "1.5", "1.5"],
    [1, "1", "1900-01-01"],
    [1, "59", "1900-02-28"],
    [1, "60", "1900-02-29"],
    [1, "61", "1900-03-01"],
    [1, "0.395833333333333", "09:30:00"],
    [1, "2958465", "9999-12-31"],
    [1, "2958466", "2958466"],
    [1, "-1", "-1"],
  ])("in style %i kept as %s is %s", async (style, days, text) => {
    expect(await cellOf(`<c r="B2" s="${style}"><v>${days}</v></c>`, { styles })).toBe(text);
  });
  it("is counted from 1904 where the workbook says so", async () => {
    expect(await cellOf('<c r="B2" s="1"><v>44651</v></c>', { styles, workbook: '<workbookPr date1904="1"/>' })).toBe("2026-04-01");
  });
});

describe("The sheet that is read", () => {
  const sheet = (name: string, state?: string): SheetParts => ({ name, ...(state ? { state } : {}), data: head + rowOf(2, name) });
  it.each([
    ["the first", [sheet("一"), sheet("二")], "一"],
    ["the first that is not hidden", [sheet("一", "hidden"), sheet("二", "veryHidden"), sheet("三")], "三"],
    ["the one named 数据", [sheet("说明"), sheet("数据")], "数据"],
  ])("is %s", async (_, sheets, name) => {
    expect(linesOf(await readFile(archiveOf(partsOf(sheets)), { format: "XLSX" }))).toEqual([`2: ${name}||`]);
  });
  it("is none where all are hidden", async () => {
    expect((await readFile(archiveOf(partsOf([sheet("一", "hidden")])), { format: "XLSX" })).faults).toEqual(["UNREADABLE - -"]);
  });
});

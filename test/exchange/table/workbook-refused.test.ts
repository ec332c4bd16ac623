import { describe, expect, it } from "vitest";
import type { WorkbookLimits } from "../../../src/exchange/table/table-limits.ts";
import { archiveOf, head, partsOf, rowOf } from "./make-workbook.ts";
import { linesOf, readFile } from "./read-file.ts";

const read = (content: Uint8Array | string, limits: Partial<WorkbookLimits> = {}) => readFile(content, { format: "XLSX", limits });
const plain = partsOf([{ data: head + rowOf(2, "A", "甲", "1") }]);
const withParts = (more: Readonly<Record<string, string | Uint8Array>>, limits?: Partial<WorkbookLimits>) => read(archiveOf({ ...plain, ...more }), limits);
const withData = (data: string) => read(archiveOf(partsOf([{ data: head + data }])));

describe("A workbook is refused as unsafe", () => {
  it.each([
    ["a formula, after the rows before it", `${rowOf(2, "A")}<row r="3"><c r="A3" t="str"><v>B</v></c><c r="B3" t="str"><f>HYPERLINK("x")</f><v>甲</v></c></row>`, "UNSAFE 3 名称", "Cell B3 holds a formula"],
    ["a formula that another cell shares", '<row r="2"><c r="C2"><f t="shared" si="0"/><v>1</v></c></row>', "UNSAFE 2 金额（元）", "Cell C2 holds a formula"],
    ["a formula beside the columns", '<row r="2"><c r="AB2"><f>1</f><v>1</v></c></row>', "UNSAFE 2 -", "Cell AB2 holds a formula"],
    ["an error value", '<row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>', "UNSAFE 2 编号", "Cell A2 holds an error value"],
  ])("for %s, with advice", async (_, data, fault, detail) => {
    const { faults, details } = await withData(data);
    expect(faults).toEqual([fault]);
    expect(details[0]?.en).toContain(detail);
    expect(details[0]?.zh).toContain("粘贴为数值");
  });
  it("for a formula in its header", async () => {
    expect((await read(archiveOf(partsOf([{ data: '<row r="1"><c r="A1" t="str"><f>1</f><v>编号</v></c></row>' }])))).faults).toEqual(["UNSAFE 1 -"]);
  });
  it.each([
    ["macros", { "xl/vbaProject.bin": "x" }],
    ["macros of the old kind", { "xl/macrosheets/sheet1.xml": "<x/>" }],
    ["macros, as its types say", { "[Content_Types].xml": '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>' }],
    ["links to other workbooks", { "xl/externalLinks/externalLink1.xml": "<x/>" }],
    ["links to other workbooks, as it says itself", { "xl/workbook.xml": "<workbook><externalReferences><externalReference/></externalReferences></workbook>" }],
    ["connections", { "xl/connections.xml": "<x/>" }],
    ["embedded objects", { "xl/embeddings/oleObject1.bin": "x" }],
    ["entities", { "xl/worksheets/sheet1.xml": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>' }],
    ["a declaration of its own that never ends", { "xl/sharedStrings.xml": `<!DOCTYPE x [${" ".repeat(100_000)}` }],
  ])("for %s", async (_, more) => {
    expect((await withParts(more)).faults).toEqual(["UNSAFE - -"]);
  });
});

describe("A workbook that unfolds is refused", () => {
  const bomb = `${plain["xl/worksheets/sheet1.xml"]!}${" ".repeat(8 << 20)}`;
  it.each([
    ["far more than its size tells", { "xl/worksheets/sheet1.xml": bomb }, {}],
    ["far more in a part that is not read", { "xl/media/image1.png": bomb }, {}],
    ["more than a part may have", {}, { partBytes: 300 }],
    ["more than all may have", {}, { totalBytes: 1000 }],
    ["more parts than it may have", {}, { parts: 3 }],
  ])("to %s", async (_, more, limits) => {
    const { faults, rows } = await withParts(more, limits);
    expect(faults).toEqual(["UNSAFE - -"]);
    expect(rows).toEqual([]);
  });
  it("to more than its directory tells", async () => {
    const archive = Buffer.from(archiveOf(plain));
    const directory = archive.indexOf(Buffer.from("PK\x01\x02", "latin1"), 0);
    for (let at = directory; at >= 0; at = archive.indexOf(Buffer.from("PK\x01\x02", "latin1"), at + 1)) archive.writeUInt32LE(10, at + 24);
    expect((await read(archive)).faults).toEqual(["UNREADABLE - -"]);
  });
  it("to more shared text than can be kept, with advice", async () => {
    const content = archiveOf(partsOf([{ data: head + rowOf(2, "A") }], { strings: Array.from({ length: 100 }, (_, place) => `<t>甲${place}</t>`) }));
    expect((await read(content, { sharedBytes: 1000 })).details[0]?.en).toContain("deliver it as CSV");
    expect((await read(content, { sharedBytes: 2000 })).faults).toEqual([]);
  });
});

describe("A workbook is unreadable", () => {
  it.each([
    ["that is an old .xls, or has a password", Buffer.from("d0cf11e0a1b11ae1", "hex"), "without a password"],
    ["that is a CSV", "编号,名称\nA,1\n", "not an .xlsx"],
    ["that is empty", "", "not an .xlsx"],
    ["that is another archive", archiveOf({ "a.txt": "x" }), "damaged"],
  ])("%s", async (_, content, detail) => {
    const { faults, details } = await read(content);
    expect(faults).toEqual(["UNREADABLE - -"]);
    expect(details[0]?.en).toContain(detail);
  });
  it.each([
    ["whose rows are out of order", rowOf(3, "A") + rowOf(2, "B")],
    ["whose rows repeat", rowOf(2, "A") + rowOf(2, "B")],
    ["whose cells are out of order", '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>'],
    ["whose cells have no place", '<row r="2"><c r="22"><v>1</v></c></row>'],
    ["whose cells refer to text that is not there", '<row r="2"><c r="A2" t="s"><v>7</v></c></row>'],
    ["whose numbers are none", '<row r="2"><c r="A2"><v>1,5</v></c></row>'],
    ["whose cells are of no known type", '<row r="2"><c r="A2" t="z"><v>1</v></c></row>'],
    ["that is not well formed", '<row r="2"><c r="A2"></row>'],
    ["that is nested without end", "<a>".repeat(100)],
    ["that has an attribute of more than 4 MiB", `<a b="${Array.from({ length: 800_000 }, (_, place) => (place * 7919) % 999_983).join()}"/>`],
    ["that has an entity it does not declare", '<row r="2"><c r="A2" t="str"><v>&x;</v></c></row>'],
  ])("%s", async (_, data) => {
    expect((await withData(data)).faults).toEqual(["UNREADABLE - -"]);
  });
  it.each([
    ["a part that is not UTF-8", { "xl/worksheets/sheet1.xml": Buffer.from(plain["xl/worksheets/sheet1.xml"]!, "utf16le") }],
    ["a sheet elsewhere", { "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="../../../etc/passwd"/></Relationships>' }],
    ["a sheet outside the file", { "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>' }],
    ["a path that leads out of it", { "../evil.xml": "x" }],
    ["a part twice", { "XL/workbook.xml": "x" }],
  ])("that has %s", async (_, more) => {
    expect((await withParts(more)).faults).toEqual(["UNREADABLE - -"]);
  });
  it("that has a cell of more than 1 MiB, at its row", async () => {
    const parts = { data: `${head}${rowOf(2, "A")}<row r="3"><c r="A3" t="str"><v>${Array.from({ length: 100_000 }, (_, place) => `${place} cells`).join()}</v></c></row>` };
    expect((await read(archiveOf(partsOf([parts])))).faults).toEqual(["UNREADABLE 3 -"]);
  });
  it("that has no rows, or no header", async () => {
    expect((await withData("")).faults).toEqual(["NO_ROWS - -"]);
    expect((await read(archiveOf(partsOf([{ data: "<row r='1'/>" }])))).faults).toEqual(["NO_HEADER - -"]);
  });
});

describe("A workbook on its way", () => {
  const rows = Array.from({ length: 3_000 }, (_, place) => rowOf(place + 2, `C${(place * 7919) % 3001}`, "四川某公司", `${(place * 104_729) % 65_537}.50`));
  const whole = archiveOf(partsOf([{ data: head + rows.join("") }]));
  it("is unreadable wherever it is cut off, and gives no row", async () => {
    for (let end = 0; end < whole.length; end += 997) {
      const reading = await read(whole.subarray(0, end));
      expect([end, reading.faults, reading.rows]).toEqual([end, ["UNREADABLE - -"], []]);
    }
  });
  it("is refused where a byte of it was changed, or read as it was", async () => {
    const sound = linesOf(await read(whole));
    for (let at = 0; at < whole.length; at += 997) {
      const changed = Uint8Array.from(whole);
      changed[at]! ^= 0x10;
      const reading = await read(changed);
      if (reading.faults.length === 0) expect([at, linesOf(reading)]).toEqual([at, sound]);
    }
  });
  it("is refused at its end where the sheet does not have the checksum of the directory", async () => {
    const archive = Buffer.from(archiveOf(plain));
    const entry = archive.lastIndexOf(Buffer.from("PK\x01\x02", "latin1"), archive.lastIndexOf("xl/worksheets/sheet1.xml"));
    archive[entry + 16]! ^= 1;
    expect((await read(archive)).faults).toEqual(["UNREADABLE - -"]);
  });
});

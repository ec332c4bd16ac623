import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliveredColumns } from "../../../src/exchange/ingest/dataset.ts";
import { writeTemplate } from "../../../src/exchange/template/write-template.ts";
import { partsOf } from "./parts-of.ts";
import { readColumns, readRows } from "./read-rows.ts";
import { things } from "./small-catalogue.ts";

const columns = deliveredColumns(things);
let folder: string;
let parts: ReadonlyMap<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "template-"));
  parts = await partsOf(await writeTemplate(things, "XLSX"));
});
afterAll(() => rm(folder, { recursive: true }));

const sheet = (place: number): string => parts.get(`xl/worksheets/sheet${place}.xml`)!;
const textsOf = (xml: string): string[] => [...xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text!);
const rowOf = (place: number, number: number): string => new RegExp(`<row r="${number}"[^>]*>.*?</row>`, "s").exec(sheet(place))![0];
const letterOf = (key: string): string => String.fromCharCode(65 + columns.findIndex((column) => column.key === key));
const validationOf = (key: string): string => new RegExp(`<dataValidation [^>]*sqref="${letterOf(key)}2:${letterOf(key)}1048576"(/>|>.*?</dataValidation>)`).exec(sheet(1))![0];

/** The style that empty cells of a column have. */
function formatOf(key: string): string {
  const place = columns.findIndex((column) => column.key === key) + 1;
  const style = Number(new RegExp(`<col min="${place}" [^>]*style="(\\d+)"`).exec(sheet(1))![1]);
  const cells = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(parts.get("xl/styles.xml")!)![1]!;
  const id = /numFmtId="(\d+)"/.exec([...cells.matchAll(/<xf [^>]*>/g)][style]![0])![1]!;
  return id === "49" ? "@" : new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(parts.get("xl/styles.xml")!)![1]!;
}

describe("The CSV template", () => {
  it("is the line of column names with a byte order mark and nothing else", async () => {
    expect((await writeTemplate(things, "CSV")).toString()).toBe(`\uFEFF${columns.map(({ header }) => header).join(",")}\r\n`);
  });
  it("is read as a file with every column and without rows", async () => {
    const file = join(folder, "template.csv");
    await writeFile(file, await writeTemplate(things, "CSV"));
    expect(await readColumns(file, "CSV")).toEqual(columns.map(({ key }) => key));
    await expect(readRows(file, "CSV")).rejects.toMatchObject({ code: "NO_ROWS" });
  });
});

describe("The XLSX template", () => {
  it("has the sheets 数据, 填写说明, 示例 and a hidden one with the codes", () => {
    expect([...parts.get("xl/workbook.xml")!.matchAll(/<sheet name="([^"]*)" sheetId="\d"( state="hidden")?/g)].map(([, name, hidden]) => [name, hidden !== undefined])).toEqual([["数据", false], ["填写说明", false], ["示例", false], ["代码", true]]);
  });
  it("is read as a file with every column and without rows", async () => {
    const file = join(folder, "template.xlsx");
    await writeFile(file, await writeTemplate(things, "XLSX"));
    expect(await readColumns(file, "XLSX")).toEqual(columns.map(({ key }) => key));
    await expect(readRows(file, "XLSX")).rejects.toMatchObject({ code: "NO_ROWS" });
  });
  it("has the column names in a frozen first row, the required ones in a colour of their own", () => {
    expect(textsOf(rowOf(1, 1))).toEqual(columns.map(({ header }) => header));
    expect(sheet(1)).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    const styles = [...rowOf(1, 1).matchAll(/ s="(\d+)"/g)].map(([, style]) => style);
    const required = new Set(styles.filter((_, place) => columns[place]!.isRequired));
    const optional = new Set(styles.filter((_, place) => !columns[place]!.isRequired));
    expect([required.size, optional.size, new Set([...required, ...optional]).size]).toEqual([1, 1, 2]);
  });
  it.each([["uscc", "@"], ["personIdNo", "@"], ["method", "@"], ["openedAt", "@"], ["signedOn", "yyyy-mm-dd"], ["amount", "0.00"], ["dailyRate", "0.0000000"], ["places", "0"]])("keeps %s as %s", (key, format) => {
    expect(formatOf(key)).toBe(format);
  });
  it("offers the codes in use by their Chinese titles, by the code where two have one title", () => {
    expect(validationOf("method")).toContain("<formula1>'代码'!$A$2:$A$5</formula1>");
    expect(textsOf(sheet(4))).toEqual(["TenderMethod", "公开招标", "邀请招标, 书面", "OTHER_A", "OTHER_B"]);
  });
  it("offers 是 and 否", () => {
    expect(validationOf("isUrgent")).toContain("<formula1>&quot;是,否&quot;</formula1>");
  });
  it("warns of what is not offered and takes it, as the code itself may be written", () => {
    expect(validationOf("method")).toContain('errorStyle="warning"');
  });
  it("says at each column what it takes, in no more characters than a spreadsheet shows", () => {
    expect(validationOf("uscc")).toContain('promptTitle="统一社会信用代码" prompt="必填。校验位正确的18位统一社会信用代码。例：11519900XXX9990107"');
    const prompts = [...sheet(1).matchAll(/ prompt="([^"]*)"/g)].map(([, text]) => text!);
    expect(prompts.length).toBe(columns.length);
    expect(prompts.filter((text) => text.length > 255)).toEqual([]);
  });
  it("explains each column in a line, with who will read it", () => {
    expect(textsOf(rowOf(2, 2))).toEqual(["来源记录编号", "sourceRecordNo", "必填", "文字", "", "SL-2026-0001", "社会公开", "Its number in the system of the source (来源记录编号).", "Text"]);
    const classes = new Map(columns.map(({ key }, place) => [key, textsOf(rowOf(2, place + 2))[6]]));
    expect([classes.get("isUrgent"), classes.get("personIdNo")]).toEqual(["无条件共享", "不予共享"]);
    expect(rowOf(2, columns.findIndex(({ key }) => key === "method") + 2)).toContain("公开招标 (PUBLIC)\n邀请招标, 书面 (INVITED)");
  });
  it("has two examples with a value in every cell, days and numbers as spreadsheets have them", () => {
    const values = [2, 3].map((number) => [...rowOf(3, number).matchAll(/<c [^>]*>(?:<is><t[^>]*>([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)<\/c>/g)].map(([, text, value]) => text ?? Number(value)));
    expect(values.map(({ length }) => length)).toEqual([columns.length, columns.length]);
    const of = (key: string, row: number) => values[row]![columns.findIndex((column) => column.key === key)];
    expect([of("signedOn", 0), of("validFrom", 1), of("validTo", 1), of("amount", 0)]).toEqual([46113, 46113, 46295, 1250000.5]);
    expect(of("uscc", 0)).not.toBe(of("uscc", 1));
  });
});

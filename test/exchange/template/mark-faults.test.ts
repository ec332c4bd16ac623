import iconv from "iconv-lite";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FaultCode } from "../../../src/catalog/fault-code.ts";
import { datasetsOf } from "../../../src/exchange/ingest/dataset.ts";
import { faultSentence } from "../../../src/exchange/ingest/fault-sentence.ts";
import { markFaults, type MarkOptions } from "../../../src/exchange/template/mark-faults.ts";
import { sentenceOf, type MarkedFault } from "../../../src/exchange/template/marking.ts";
import { writeWorkbook } from "../../../src/exchange/workbook/write-workbook.ts";
import { hubCatalogue } from "../../../src/server.ts";
import { partsOf } from "./parts-of.ts";
import { readRows } from "./read-rows.ts";
import { things } from "./small-catalogue.ts";

let folder: string;
let files = 0;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "marked-"))));
afterAll(() => rm(folder, { recursive: true }));

const saved = async (content: string | Buffer): Promise<string> => {
  const file = join(folder, `delivered-${++files}`);
  await writeFile(file, content);
  return file;
};

const marked = (file: string, faults: Iterable<MarkedFault>, options: Partial<MarkOptions>): AsyncGenerator<Buffer> =>
  markFaults(file, { format: "CSV", encoding: "UTF-8", dataset: things, language: "zh", onlyFaulty: false, ...options }, Readable.from(faults) as AsyncIterable<MarkedFault>);

async function mark(content: string | Buffer, faults: Iterable<MarkedFault>, options: Partial<MarkOptions> = {}): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of marked(await saved(content), faults, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const form: MarkedFault = { row: 3, column: "uscc", code: "FORM" };
const empty: MarkedFault = { row: 3, column: "title", code: "EMPTY" };
const said = { form: "统一社会信用代码：格式或者校验位不符合该列要求（应填：校验位正确的18位统一社会信用代码）", empty: "事项名称：该项不能为空" };

describe("A sentence", () => {
  it("names the column by its header, or the row", () => {
    expect([faultSentence("FORM", "统一社会信用代码", "zh"), faultSentence("CELL_COUNT", null, "zh")]).toEqual(["统一社会信用代码：格式或者校验位不符合该列要求", "整行：该行的列数与表头不一致"]);
    expect([faultSentence("EMPTY", "事项名称", "en"), faultSentence("CELL_COUNT", null, "en")]).toEqual(["事项名称: The cell must have a value", "Row: The row has more or fewer cells than the line of column names"]);
  });
});

describe("What a column takes is said beside a fault that does not say it,", () => {
  const datasets = datasetsOf(hubCatalogue());
  const told = (name: string, column: string, code: FaultCode, language: "zh" | "en" = "zh"): string => sentenceOf({ column, code }, { dataset: datasets.get(name)!, language });

  it("by the number that names another row, which may be one of the body's own", () => {
    expect(told("bids", "tenderId", "NO_SUCH_ROW")).toBe("所投招标：所引用的代码或编号不存在（应填：“招标采购”的“招标编号”）");
    expect(told("bids", "lotId", "NO_SUCH_ROW")).toBe("所投标包：所引用的代码或编号不存在（应填：本单位报送的“采购包、标段”的“来源系统记录编号”）");
    expect(told("bids", "lotId", "NO_SUCH_ROW", "en")).toBe("所投标包: There is nothing of that code or number to refer to (fill in: the sourceRecordNo of the Lot as the body delivered it)");
  });
  it("by the codes that are in use", () => {
    expect(told("officials", "gender", "NOT_IN_CODELIST")).toBe("性别：不在该列的代码表内（应填：男、女）");
  });
  it("by the digits that a number may have", () => {
    expect(told("bids", "price", "OUT_OF_RANGE")).toBe("投标报价：数值超出该列允许的位数（应填：数字，单位：元，整数部分最多 16 位，小数最多 2 位，不带千分位）");
  });
  it("and not where the fault says it, nor of a column that there is not", () => {
    expect([told("bids", "receivedAt", "NOT_A_MOMENT"), told("bids", "评委", "UNKNOWN_COLUMN")]).toEqual(["递交时间：不是有效时间，应写作 2026-04-01 09:30（北京时间）或 2026-04-01T09:30:00+08:00", "“评委”：数据集没有该列"]);
  });
});

describe("A CSV file", () => {
  const csv = "事项名称,统一社会信用代码\r\n甲,1\r\n,2\r\n";

  it("is given back with a last column, empty where a row has no faults", async () => {
    expect((await mark(csv, [empty, form])).toString()).toBe(`事项名称,统一社会信用代码,差错\r\n甲,1,\r\n,2,${said.empty}；${said.form}\r\n`);
  });
  it("in English, quoted where the sentence has a separator in it", async () => {
    expect((await mark(csv, [{ row: 3, column: "signedOn", code: "NOT_A_DAY" }], { language: "en" })).toString()).toBe('事项名称,统一社会信用代码,Faults\r\n甲,1,\r\n,2,"签订日期: The value is not a day of the calendar, written as 2026-04-01"\r\n');
  });
  it("with its faulty rows alone, to be mended and delivered again", async () => {
    expect((await mark(csv, [form], { onlyFaulty: true })).toString()).toBe(`事项名称,统一社会信用代码,差错\r\n,2,${said.form}\r\n`);
  });

  const text = 'title,uscc\r\n"甲 ""引"" ,乙",\t1 \r\n"第一行\r\n第二行",=1+1\r\n\r\n"",2';
  it.each(["UTF-8", "GB18030"] as const)("in %s keeps every byte of its records, with line breaks, quotes, spaces and empty lines", async (encoding) => {
    const bytes = (each: string) => iconv.encode(each, encoding);
    const given = text.replace("uscc\r\n", "uscc,差错\r\n").replace("\t1 \r\n", "\t1 ,\r\n").replace("=1+1\r\n", `=1+1,${said.form}\r\n`).replace('"",2', `"",2,${said.empty}`);
    expect(await mark(bytes(text), [form, { ...empty, row: 5 }], { encoding })).toEqual(bytes(given));
  });
  it.each([["a byte order mark", "\uFEFF\"title\",uscc\n"], ["semicolons", "title;uscc\n"], ["tabs", "title\tuscc\n"], ["line feeds", "title,uscc\n"], ["carriage returns", "title,uscc\r"], ["empty lines above the column names", "\n\ntitle,uscc\n"]])("keeps %s", async (_, head) => {
    const separator = /[;\t]/.exec(head)?.[0] ?? ",";
    const end = head.at(-1)!;
    const row = head.startsWith("\n") ? 4 : 2;
    expect((await mark(`${head}甲${separator}1${end}`, [{ ...form, row }])).toString()).toBe(`${head.trimEnd()}${separator}差错${end}甲${separator}1${separator}${said.form}${end}`);
  });
  it.each([["差错", "title,差错,uscc"], ["Faults", "title,Faults,uscc"], [" faults ", "title, faults ,uscc"], ["差 错, as it is read", "title,差 错,uscc"]])("that was marked before loses its column %s, wherever it stands", async (_, head) => {
    expect((await mark(`${head}\n甲,"旧的, 旧""的",1\n乙,,2\n`, [form])).toString()).toBe(`title,uscc,差错\n甲,1,\n乙,2,${said.form}\n`);
  });
  it("loses columns without a name after the last one, which would stand between", async () => {
    expect((await mark("title,uscc,,\n甲,1,,\n乙,2,,\n丙,3,,多\n", [form, { row: 4, column: null, code: "CELL_COUNT" }])).toString()).toBe(`title,uscc,差错\n甲,1,\n乙,2,${said.form}\n丙,3,,多,整行：该行的列数与表头不一致\n`);
  });
  it("whose row has too few cells is not filled up, so that the row stays faulty", async () => {
    const file = await saved(await mark("title,uscc\n甲,1\n乙\n", [{ row: 3, column: null, code: "CELL_COUNT" }]));
    expect((await readRows(file, "CSV")).rows.map(({ faults }) => faults.map(({ code }) => code))).toEqual([[], ["CELL_COUNT"]]);
  });
  it("is read again as it was delivered, but for the column of faults", async () => {
    const [before, after] = [await readRows(await saved(csv), "CSV"), await readRows(await saved(await mark(csv, [form])), "CSV")];
    expect(after.columns).toEqual([...before.columns, "faults"]);
    expect(after.rows.map(({ number, cells }) => ({ number, cells: cells.slice(0, 2) }))).toEqual(before.rows.map(({ number, cells }) => ({ number, cells })));
  });
  it.each(["UTF-8", "GB18030"] as const)("in %s has rows as long as they are taken", async (encoding) => {
    const long = Array.from({ length: 7 }, () => (encoding === "UTF-8" ? "公 " : "ñ ").repeat(160_000)).join();
    const delivered = iconv.encode(`title,uscc,method,tags,personIdNo,rate,places\n${long}\n`, encoding);
    expect((await readRows(await saved(delivered), "CSV")).rows.map(({ faults }) => faults)).toEqual([[]]);
    expect((await mark(delivered, [], { encoding })).length).toBe(delivered.length + iconv.encode(",差错,", encoding).length);
  });
  it("names what is no column as it stands there, in quotation marks, so that no spreadsheet takes it for a formula", async () => {
    expect((await mark(csv, [{ row: 2, column: "=A1", code: "UNKNOWN_COLUMN" }])).toString()).toContain("甲,1,“=A1”：数据集没有该列\r\n");
  });
});

describe("An NDJSON file", () => {
  const line = '{ "title" : "甲 \\"引\\"" , "amount":1.50 }';
  const told = (column: string, code: string, message: string) => JSON.stringify([{ column, code, message }]);

  it.each(["UTF-8", "GB18030"] as const)("in %s has the faults as a last property of each object and is otherwise as it was", async (encoding) => {
    const bytes = (each: string) => iconv.encode(each, encoding);
    expect(await mark(bytes(`${line}\r\n\r\n{"title":null}\n{}`), [empty, { ...form, row: 4 }], { format: "NDJSON", encoding })).toEqual(
      bytes(`${line.slice(0, -1)},"faults":[]}\r\n\r\n{"title":null,"faults":${told("title", "EMPTY", said.empty)}}\n{"faults":${told("uscc", "FORM", said.form)}}`),
    );
  });
  it("with its faulty rows alone", async () => {
    expect((await mark(`${line}\n${line}\n{"title":null}\n`, [empty], { format: "NDJSON", onlyFaulty: true })).toString()).toBe(`{"title":null,"faults":${told("title", "EMPTY", said.empty)}}\n`);
  });
  it.each(["UTF-8", "GB18030"] as const)("that was marked before loses its earlier faults in %s", async (encoding) => {
    const once = await mark(iconv.encode('{"title":"乗"}\n{}\n{"title":",\\"faults\\":[]"}\n', encoding), [{ ...form, row: 1 }, { ...form, row: 2 }, empty], { format: "NDJSON", encoding });
    expect(iconv.decode(await mark(once, [], { format: "NDJSON", encoding }), encoding)).toBe('{"title":"乗","faults":[]}\n{"faults":[]}\n{"title":",\\"faults\\":[]","faults":[]}\n');
  });
  it("in GB18030 says it beside a line that ends in a character whose last byte is that of a brace", async () => {
    const bytes = Buffer.of(0x81, 0x7d, 0x0a);
    expect(iconv.decode(await mark(bytes, [{ row: 1, column: null, code: "UNREADABLE" }], { format: "NDJSON", encoding: "GB18030" }), "GB18030")).toMatch(/^亇 \{"faults":\[\{[^\]]*\}\]\}\n$/u);
  });
  it("says it beside a line that is no object", async () => {
    const twice = await mark(await mark('abc\n{"title":"甲"}\n', [{ row: 1, column: null, code: "UNREADABLE" }], { format: "NDJSON" }), [{ row: 1, column: null, code: "UNREADABLE" }], { format: "NDJSON" });
    expect(twice.toString()).toMatch(/^abc \{"faults":\[\{"column":null,"code":"UNREADABLE","message":"[^"]*"\}\]\}\n\{"title":"甲","faults":\[\]\}\n$/);
  });
});

describe("An XLSX file", () => {
  const style = { numberFormat: "@" };
  const workbook = async (rows: readonly { number: number; cells: readonly (string | null)[] }[]): Promise<Buffer> => {
    const sheet = { name: "数据", isHidden: false, columns: [{ width: 20, style }, { width: 20, style }], frozenRows: 1, prompts: [] };
    const chunks: Buffer[] = [];
    for await (const chunk of writeWorkbook([{ ...sheet, rows: rows.map(({ number, cells }) => ({ number, cells: cells.map((value) => (value === null ? null : { value, style })) })) }])) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  const rows = [
    { number: 1, cells: ["事项名称", "uscc"] },
    { number: 2, cells: ["=1+1", "511900199001010016"] },
    { number: 5, cells: [" 甲\n乙 <&>\"_x0041_", null] },
  ];
  const fault: MarkedFault = { row: 5, column: "uscc", code: "EMPTY" };

  it("is given back with its cells as text, each row at its number, and a last column", async () => {
    const file = await saved(await mark(await workbook(rows), [fault], { format: "XLSX" }));
    expect(await readRows(file, "XLSX")).toEqual({
      columns: ["title", "uscc", "faults"],
      rows: [
        { number: 2, cells: ["=1+1", "511900199001010016", null], faults: [] },
        { number: 5, cells: ["甲\n乙 <&>\"_x0041_", null, "统一社会信用代码：该项不能为空"], faults: [] },
      ],
    });
  });
  it("has no formula, whatever its cells begin with", async () => {
    const sheet = (await partsOf(await mark(await workbook(rows), [], { format: "XLSX" }))).get("xl/worksheets/sheet1.xml")!;
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
    expect(sheet).not.toContain("<f>");
  });
  it("with its faulty rows alone, one after another, and the column of faults once", async () => {
    const once = await mark(await workbook(rows), [fault], { format: "XLSX" });
    const file = await saved(await mark(once, [fault], { format: "XLSX", onlyFaulty: true, language: "en" }));
    const read = await readRows(file, "XLSX");
    expect(read.columns).toEqual(["title", "uscc", "faults"]);
    expect(read.rows.map(({ number, cells }) => [number, cells[2]])).toEqual([[2, "统一社会信用代码: The cell must have a value"]]);
  });
});

describe("The faults", () => {
  it("of rows that the file does not have are passed over", async () => {
    expect((await mark("title\n甲\n", [{ ...form, row: 0 }, { ...form, row: 9 }])).toString()).toBe("title,差错\n甲,\n");
  });
  it("that are not in the order of their rows are refused, as they would be lost", async () => {
    await expect(mark("title\n甲\n乙\n丙\n", [form, { ...form, row: 2 }])).rejects.toThrow("The faults are not in the order of their rows: 2 after 3.");
  });
  it("are let go when nobody reads on", async () => {
    let isClosed = false;
    const faults = async function* (): AsyncGenerator<MarkedFault> {
      try {
        for (let row = 2; ; row++) yield await Promise.resolve({ ...form, row });
      } finally {
        isClosed = true;
      }
    };
    const file = await saved(`title\n${"甲\n".repeat(20_000)}`);
    for await (const _ of markFaults(file, { format: "CSV", encoding: "UTF-8", dataset: things, language: "zh", onlyFaulty: false }, faults())) break;
    expect(isClosed).toBe(true);
  });
});

describe("A hundred thousand rows", () => {
  const count = 100_000;
  const faults = function* (): Generator<MarkedFault> {
    for (let row = 2; row <= count + 1; row += 2) yield { ...form, row };
  };
  const filler = "文字".repeat(60);
  const delivered: Record<MarkOptions["format"], () => Iterable<string> | AsyncIterable<Buffer>> = {
    CSV: function* () {
      yield "title,uscc\n";
      for (let row = 0; row < count; row++) yield `${row}${filler},1\n`;
    },
    NDJSON: function* () {
      for (let row = 0; row < count; row++) yield `{"title":"${row}${filler}","uscc":"1"}\n`;
    },
    XLSX: () => {
      const style = { numberFormat: "@" };
      const cells = function* () {
        yield { number: 1, cells: [{ value: "title", style }, { value: "uscc", style }] };
        for (let row = 0; row < count; row++) yield { number: row + 2, cells: [{ value: `${row}${filler}`, style }, { value: String(row * 7919), style }] };
      };
      return writeWorkbook([{ name: "数据", isHidden: false, columns: [{ width: 20, style }, { width: 20, style }], frozenRows: 1, rows: cells(), prompts: [] }]);
    },
  };

  it.each(["CSV", "NDJSON", "XLSX"] as const)("of %s are marked in memory that does not grow with them", async (format) => {
    const [file, back] = [join(folder, `large.${format}`), join(folder, `back.${format}`)];
    await pipeline(Readable.from(delivered[format]()), createWriteStream(file));
    let most = 0;
    const watched = async function* () {
      for await (const chunk of marked(file, faults(), { format })) {
        const { heapUsed, external } = process.memoryUsage();
        most = Math.max(most, heapUsed + external);
        yield chunk;
      }
    };
    const before = process.memoryUsage();
    await pipeline(Readable.from(watched(), { objectMode: false, highWaterMark: 65_536 }), createWriteStream(back));
    expect((most - before.heapUsed - before.external) / 2 ** 20).toBeLessThan(120);
    expect((await stat(back)).size).toBeGreaterThan((await stat(file)).size / 2);
    if (format === "XLSX") return;
    let lines = 0;
    let told = 0;
    for await (const line of createInterface({ input: createReadStream(back) })) {
      lines += 1;
      told += line.includes(said.form) ? 1 : 0;
    }
    expect([lines, told]).toEqual([format === "CSV" ? count + 1 : count, count / 2]);
  }, 60_000);

  it.each(["CSV", "NDJSON", "XLSX"] as const)("of %s are read no further than they are taken", async (format) => {
    let asked = 0;
    const counted = function* (): Generator<MarkedFault> {
      for (const fault of faults()) {
        asked = fault.row;
        yield fault;
      }
    };
    let taken = 0;
    for await (const chunk of marked(join(folder, `large.${format}`), counted(), { format })) {
      taken += chunk.length;
      if (taken > 16_384) break;
    }
    expect(asked).toBeGreaterThan(100);
    expect(asked).toBeLessThan(count / 5);
  });

  it("of XLSX are all there when they are read again", async () => {
    const { rows } = await readRows(join(folder, "back.XLSX"), "XLSX");
    expect([rows.length, rows.at(-1)!.number, rows.filter(({ cells }) => cells[2] === said.form).length]).toEqual([count, count + 1, count / 2]);
  }, 60_000);
});

import { describe, expect, it } from "vitest";
import { encodeGb18030 } from "./encode-gb18030.ts";
import { linesOf, readFile } from "./read-file.ts";

const read = (content: string | Uint8Array, encoding: "UTF-8" | "GB18030" | null = null) => readFile(content, { format: "CSV", encoding });
const rowsOf = async (content: string | Uint8Array) => {
  const reading = await read(content);
  expect(reading.faults).toEqual([]);
  return linesOf(reading);
};
const faultsOf = async (content: string | Uint8Array, encoding: "UTF-8" | "GB18030" | null = null) => (await read(content, encoding)).faults;
const detailOf = async (content: string | Uint8Array, encoding: "UTF-8" | "GB18030" | null = null) => (await read(content, encoding)).details[0]?.en;

describe("A CSV", () => {
  it("has columns by its header, in the order of the file", async () => {
    const { columns, rows } = await read("金额（元）,编号\n1.50,A\n");
    expect(columns).toEqual(["amount", "code"]);
    expect(rows).toEqual([{ number: 2, cells: ["1.50", "A"], faults: [] }]);
  });
  it.each([
    ["commas", "编号,名称\nA,B;B\n", "2: A|B;B"],
    ["semicolons", "编号;名称\nA;B,B\n", "2: A|B,B"],
    ["tabs", "编号\t名称\nA\tB,B\n", "2: A|B,B"],
    ["nothing, having one column", "编号\nA\n", "2: A"],
  ])("is separated by %s", async (_, content, row) => {
    expect(await rowsOf(content)).toEqual([row]);
  });
  it.each([
    ["CRLF", "编号,名称\r\nA,1\r\nB,2\r\n"],
    ["LF", "编号,名称\nA,1\nB,2\n"],
    ["CR", "编号,名称\rA,1\rB,2\r"],
    ["one and another", "编号,名称\nA,1\r\nB,2\r"],
    ["none after the last row", "编号,名称\nA,1\nB,2"],
  ])("has line breaks of %s", async (_, content) => {
    expect(await rowsOf(content)).toEqual(["2: A|1", "3: B|2"]);
  });
  it("has quotes, doubled quotes and line breaks in quotes, which do not count as rows", async () => {
    expect(await rowsOf('编号,名称\n"A","甲 ""乙""\n丙, 丁"\nB,2\n')).toEqual(['2: A|甲 "乙"\n丙, 丁', "3: B|2"]);
  });
  it("has empty lines and rows without text, which are skipped and counted", async () => {
    expect(await rowsOf("\n编号,名称\n\nA,1\n,\n　\nB,2\n\n")).toEqual(["4: A|1", "7: B|2"]);
  });
  it("has cells without the white space around them, the Chinese space too", async () => {
    expect(await rowsOf("编号,名称\n\u00a0A ,　甲　乙　\nB,　\n")).toEqual(["2: A|甲　乙", "3: B|"]);
  });
  it("may end its lines with empty cells that have no name", async () => {
    expect(await rowsOf("编号,名称,,\nA,1,,\nB,2,,x\n")).toEqual(["2: A|1", "3: B|2 CELL_COUNT -"]);
  });
  it("has rows with fewer or more cells as faults of those rows", async () => {
    expect(await rowsOf("编号,名称\nA\nB,2,3\nC,4\n")).toEqual(["2: A| CELL_COUNT -", "3: B|2 CELL_COUNT -", "4: C|4"]);
  });
});

describe("The encoding of a CSV", () => {
  const text = "编号,名称\nA,四川某公司𠮷€\n";
  it.each([
    ["UTF-8", null, Buffer.from(text), "UTF-8"],
    ["UTF-8 with its mark", null, Buffer.from(`\ufeff${text}`), "UTF-8"],
    ["GB18030", null, encodeGb18030(text), "GB18030"],
    ["GB18030 with its mark", null, encodeGb18030(`\ufeff${text}`), "GB18030"],
    ["GB18030, stated", "GB18030" as const, encodeGb18030(text), "GB18030"],
    ["UTF-8 with its mark, stated", "UTF-8" as const, Buffer.from(`\ufeff${text}`), "UTF-8"],
  ])("is %s", async (_, stated, content, encoding) => {
    const reading = await read(content, stated);
    expect(reading).toMatchObject({ encoding, faults: [] });
    expect(linesOf(reading)).toEqual(["2: A|四川某公司𠮷€"]);
  });
  it("is UTF-8 where a character lies across the 64th KiB", async () => {
    const reading = await read(`编号,名称\n${"A,1\n".repeat(16_379)}B,${"公".repeat(100)}\n`);
    expect(reading).toMatchObject({ encoding: "UTF-8", faults: [] });
  });
  it("is stated as UTF-8 and is not so: the row is told", async () => {
    expect(await faultsOf(encodeGb18030(`code,name\nA,1\nB,公司\n`), "UTF-8")).toEqual(["ENCODING 3 -"]);
  });
  it("is stated as GB18030 and is not so: the row is told", async () => {
    expect(await faultsOf(Buffer.concat([encodeGb18030('编号,名称\nA,"公\n司"\nB,'), Buffer.of(0xff, 0x41, 0x0a)]), "GB18030")).toEqual(["ENCODING 3 -"]);
  });
  it("is not so in a file whose lines end in CR: the row is told", async () => {
    expect(await faultsOf(Buffer.concat([Buffer.from('code,name\rA,"1"\rB,"2"\rC,'), Buffer.of(0xff)]), "UTF-8")).toEqual(["ENCODING 4 -"]);
  });
  it("is not UTF-8 any more after the first 64 KiB: the row is told", async () => {
    expect(await faultsOf(Buffer.concat([Buffer.from(`编号,名称\n${"A,公司\n".repeat(20_000)}`), Buffer.of(0xb9, 0xab, 0x0a)]))).toEqual(["ENCODING 20002 -"]);
  });
  it("is marked as UTF-16, which is answered with advice", async () => {
    expect(await faultsOf(Buffer.from(`\ufeff${text}`, "utf16le"))).toEqual(["ENCODING - -"]);
    expect(await detailOf(Buffer.from(`\ufeff${text}`, "utf16le"))).toContain("save it as UTF-8");
  });
  it("is marked as UTF-8 and stated as GB18030", async () => {
    expect(await faultsOf(`\ufeff${text}`, "GB18030")).toEqual(["ENCODING - -"]);
  });
});

describe("A CSV is refused", () => {
  it.each([
    ["for a quote that is never closed, at the row where it begins", '编号,名称\nA,1\nB,"2\nC,3\nD,4\n', "UNREADABLE 3 -"],
    ["for text after a closing quote", '编号,名称\nA,1\nB,"2"x\n', "UNREADABLE 3 -"],
    ["for a quote within a cell that is not quoted", '编号,名称\nA,5"\n', "UNREADABLE 2 -"],
    ["for a cell of more than 1 MiB", `编号,名称\nA,1\nB,${"x".repeat(2 ** 20 + 1)}\n`, "UNREADABLE 3 -"],
    ["for a cell of more than 1 MiB of Chinese", `编号,名称\nA,1\nB,${"公 ".repeat(2 ** 18 + 1)}\n`, "UNREADABLE 3 -"],
    ["for a row of more than 4 MiB", `编号,名称\nA,1\nB${`,${"x y ".repeat(2 ** 17)}`.repeat(9)}\n`, "UNREADABLE 3 -"],
    ["for a quote that holds all of a large file", `编号,名称\nA,"1\n${"B,2\n".repeat(2 ** 20 + 2)}`, "UNREADABLE 2 -"],
    ["for more than 500 columns", `${Array.from({ length: 501 }, (_, place) => `c${place}`).join()}\n`, "UNREADABLE 1 -"],
    ["being a workbook", Buffer.of(0x50, 0x4b, 0x03, 0x04, 0), "UNREADABLE - -"],
    ["being an old workbook", Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "UNREADABLE - -"],
    ["without any line", "", "NO_HEADER - -"],
    ["with empty lines only", "\n \n,,\n", "NO_HEADER - -"],
    ["without rows", "编号,名称\n\n", "NO_ROWS - -"],
  ])("%s", async (_, content, fault) => {
    expect(await faultsOf(content)).toEqual([fault]);
  });
  it("within its longest cell it is not", async () => {
    expect((await read(`编号,名称\nA,${"x".repeat(2 ** 20)}\n`)).rows[0]?.cells[1]).toHaveLength(2 ** 20);
  });
});

import { describe, expect, it } from "vitest";
import { encodeGb18030 } from "./encode-gb18030.ts";
import { linesOf, readFile } from "./read-file.ts";

const read = (content: string | Uint8Array) => readFile(content, { format: "NDJSON" });
const rowsOf = async (content: string | Uint8Array) => {
  const reading = await read(content);
  expect(reading.faults).toEqual([]);
  return linesOf(reading);
};

describe("An NDJSON", () => {
  it("has all columns that are known, whatever its lines name, by keys or Chinese headers", async () => {
    const { columns, rows } = await read('{"名称":"甲","Code":"A"}\r\n{"金额(元)":"1"}');
    expect(columns).toEqual(["code", "name", "amount"]);
    expect(rows).toEqual([
      { number: 1, cells: ["A", "甲", null], faults: [] },
      { number: 2, cells: [null, null, "1"], faults: [] },
    ]);
  });
  it.each([
    ['" 甲\\n\\u4e59　"', "甲\n乙"],
    ["9007199254740993", "9007199254740993"],
    ["1e21", "1e21"],
    ["-0.10", "-0.10"],
    ["true", "true"],
    ["false", "false"],
    ["null", ""],
    ['""', ""],
  ])("has %s as its text", async (value, text) => {
    expect(await rowsOf(`{"code":"A","amount":${value}}\n`)).toEqual([`1: A||${text}`]);
  });
  it("has empty lines, which are skipped and counted", async () => {
    expect(await rowsOf('\n{"code":"A"}\n \t\r\n{"code":"B"}\n')).toEqual(["2: A||", "4: B||"]);
  });
  it("has what is wrong with a line as a fault of its row", async () => {
    const lines = ['{"code":"A","备注":"x"}', '{"code":"A","name":{"a":["}"]},"amount":1}', '{"code":"A","编号":"B"}', '["A"]', '{"code":"A"', "甲", '{"code":"A"} {"code":"B"}', '{"code":"Z"}'];
    expect(await rowsOf(lines.join("\n"))).toEqual([
      "1: A|| UNKNOWN_COLUMN 备注",
      "2: A||1 UNREADABLE name",
      "3: A|| REPEATED_COLUMN code",
      "4: || UNREADABLE -",
      "5: || UNREADABLE -",
      "6: || UNREADABLE -",
      "7: || UNREADABLE -",
      "8: Z||",
    ]);
  });
  it("names an unknown property cut to what can be shown", async () => {
    expect(await rowsOf(`{"${"长".repeat(50)}":1}`)).toEqual([`1: || UNKNOWN_COLUMN ${"长".repeat(40)}`]);
    expect(await rowsOf(`{"\\u0000${"长".repeat(38)}𠮷":1}`)).toEqual([`1: || UNKNOWN_COLUMN ${"长".repeat(38)}`]);
  });
  it("is read in GB18030 too", async () => {
    expect(await rowsOf(encodeGb18030('{"编号":"A","名称":"四川某公司"}\n'))).toEqual(["1: A|四川某公司|"]);
  });
  it("has a line across several reads of the file", async () => {
    const long = `${"公".repeat(200_000)} `.repeat(2).trim();
    expect((await read(`{"code":"A"}\n{"name":"${long.slice(0, 300_000)}"}\n`)).rows[1]?.cells[1]).toHaveLength(300_000);
  });
  it.each([
    ["for a line of more than 4 MiB", `{"code":"A"}\n{"code":"${"x ".repeat(2 ** 21)}"}`, "UNREADABLE 2 -"],
    ["for a value of more than 1 MiB", `{"code":"A"}\n{"name":"${"x ".repeat(2 ** 19)}x"}`, "UNREADABLE 2 name"],
    ["for bytes that are no text", Buffer.concat([Buffer.from(`{"name":"公"}\n{"code":"${"A".repeat(70_000)}"}\n{"code":"`), Buffer.of(0xff), Buffer.from('"}')]), "ENCODING 3 -"],
    ["without lines", "\n\n", "NO_ROWS - -"],
  ])("is refused %s", async (_, content, fault) => {
    expect((await read(content)).faults).toEqual([fault]);
  });
  it("is, cut off anywhere, no row that was not written", async () => {
    const rows = Array.from({ length: 400 }, (_, place) => [`C${place}`, "四川 某公司", `${place}.50`] as const);
    const bytes = Buffer.from(rows.map(([code, name, amount]) => `{"code":"${code}","name":"${name}","amount":${amount}}\n`).join(""));
    for (let end = 0; end < bytes.length; end += 997) {
      for (const { number, cells, faults } of (await readFile(bytes.subarray(0, end), { format: "NDJSON", encoding: "UTF-8" })).rows) {
        expect(cells).toEqual(faults.length === 0 ? rows[number - 1] : [null, null, null]);
      }
    }
  });
});

import { describe, expect, it } from "vitest";
import { knownColumns } from "../../../src/exchange/table/known-columns.ts";
import { readFile } from "./read-file.ts";

const read = (content: string) => readFile(content, { format: "CSV" });

describe("A header", () => {
  it.each(["编号,金额（元）", "编号,金额(元)", " 编号 ,　金额（元）", "code,amount", "CODE,Amount", '"编号","金额 （元）"'])("is known as %s", async (header) => {
    expect(await read(`${header}\nA,1\n`)).toMatchObject({ columns: ["code", "amount"], faults: [] });
  });
  it("has all its faults told at once, with the names as they stand in the file", async () => {
    expect((await read("编号,联系人,名称,name,,编号,备注\nA,B,C,D,E,F,G\n")).faults).toEqual(["UNKNOWN_COLUMN 1 联系人", "REPEATED_COLUMN 1 name", "UNKNOWN_COLUMN 1 -", "REPEATED_COLUMN 1 编号", "UNKNOWN_COLUMN 1 备注"]);
  });
  it("is separated by what stands outside quotes", async () => {
    expect((await read('编号,"名;;;称"\nA,B\n')).faults).toEqual(["UNKNOWN_COLUMN 1 名;;;称"]);
  });
  it("has names without end cut", async () => {
    expect((await read(`编号,${"长".repeat(50)}\nA,B\n`)).faults).toEqual([`UNKNOWN_COLUMN 1 ${"长".repeat(40)}`]);
  });
  it("has names that are told without characters that cannot be seen or kept", async () => {
    expect((await read("编号,联\u0000系\u200b人,备注\ud800\nA,B,C\n")).faults).toEqual(["UNKNOWN_COLUMN 1 联系人", "UNKNOWN_COLUMN 1 备注\ufffd"]);
  });
  it("is missing where no name is known, and what stands there is not told", async () => {
    const reading = await read("\nA,四川某公司,1.50\nB,另一公司,2\n");
    expect(reading.faults).toEqual(["NO_HEADER 2 -"]);
    expect(JSON.stringify(reading.details)).not.toContain("公司");
  });
  it("cannot be told apart where two columns have one name", () => {
    expect(() => knownColumns([{ key: "amount", header: "金额（元）" }, { key: "total", header: "金额(元)" }])).toThrow("amount and total");
  });
});

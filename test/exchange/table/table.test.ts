import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openTable } from "../../../src/exchange/table/open-table.ts";
import type { TableFormat } from "../../../src/exchange/table/table.ts";
import { archiveOf, head, partsOf, rowOf } from "./make-workbook.ts";
import { fileOf, known } from "./read-file.ts";

const numbers = Array.from({ length: 20_000 }, (_, place) => place + 2);
const files: Readonly<Record<TableFormat, string | Uint8Array>> = {
  CSV: `code,name,amount\n${numbers.map((number) => `C${number},四川某公司,${number}\n`).join("")}`,
  NDJSON: numbers.map((number) => `{"code":"C${number}","name":"四川某公司","amount":${number}}\n`).join(""),
  XLSX: archiveOf(partsOf([{ data: head + numbers.map((number) => rowOf(number, `C${number}`, "四川某公司", String(number))).join("") }])),
};

/** Files that this process has open under the folder of temporary files. */
const openFiles = (): number => readdirSync("/proc/self/fd").length;

describe.each(Object.keys(files) as TableFormat[])("A table that is read from %s", (format) => {
  it("hands on some hundreds of rows at once, and tells how far it has come", async () => {
    const file = fileOf(files[format]);
    const table = await openTable(file, known, { format, encoding: null });
    const reached: number[] = [];
    let rows = 0;
    for await (const group of table.rows()) {
      expect(group.length).toBeLessThanOrEqual(500);
      rows += group.length;
      reached.push(table.bytesRead);
    }
    await table.close();
    expect(rows).toBe(numbers.length);
    expect(reached).toEqual(reached.toSorted((one, other) => one - other));
    expect(reached[0]).toBeLessThan(statSync(file).size);
    expect(table.bytesRead).toBe(statSync(file).size);
  });
  it("lets go of the file in the midst, and twice", async () => {
    const before = openFiles();
    const table = await openTable(fileOf(files[format]), known, { format, encoding: null });
    for await (const _ of table.rows()) break;
    await table.close();
    await table.close();
    await expect.poll(openFiles).toBe(before);
  });
  it("lets go of a file that is refused", async () => {
    const before = openFiles();
    await expect(openTable(fileOf(Buffer.of(0xff, 0xfe, 0)), known, { format, encoding: null })).rejects.toThrow();
    await expect.poll(openFiles).toBe(before);
  });
});

describe("Memory", () => {
  const folder = mkdtempSync(join(tmpdir(), "table-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("grows by less than 80 MiB while a CSV of 50 MB is read", async () => {
    const file = join(folder, "large.csv");
    const handle = openSync(file, "w");
    writeSync(handle, "code,name,amount\n");
    for (let part = 0; part < 50; part++) writeSync(handle, `C${part},"四川某公司，${"地址".repeat(20)}",1234.50\n`.repeat(7_000));
    closeSync(handle);
    expect(statSync(file).size).toBeGreaterThan(50_000_000);

    const before = process.memoryUsage().rss;
    let most = before;
    let rows = 0;
    const table = await openTable(file, known, { format: "CSV", encoding: null });
    for await (const group of table.rows()) {
      rows += group.length;
      most = Math.max(most, process.memoryUsage.rss());
    }
    await table.close();
    expect(rows).toBe(50 * 7_000);
    expect(most - before).toBeLessThan(80 * 2 ** 20);
  });
});

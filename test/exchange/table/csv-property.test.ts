import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvParser } from "../../../src/exchange/table/csv-parser.ts";
import type { CsvSeparator } from "../../../src/exchange/table/csv-separator.ts";
import { decodePieces } from "../../../src/exchange/table/decode-pieces.ts";
import { encodeGb18030 } from "./encode-gb18030.ts";
import { readFile } from "./read-file.ts";

/** As RFC 4180 has it, and nothing of what reads it. */
const write = (rows: readonly (readonly string[])[], separator: string, lineBreak: string, isQuoted: boolean): string =>
  rows.map((cells) => cells.map((cell) => (isQuoted || /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator) + lineBreak).join("");

const sign = fc.oneof(fc.constantFrom('"', ",", ";", "\t", "\r", "\n", " ", "　", "0", "甲", "€", "𠮷", "é"), fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }).filter((text) => !/[\u0300-\u036f]/.test(text)));
const cell = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join(""));
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });
const separator = fc.constantFrom<CsvSeparator>(",", ";", "\t");
const lineBreak = fc.constantFrom("\r\n", "\n", "\r");
const encoding = fc.constantFrom("UTF-8" as const, "GB18030" as const);
const bytesOf = (text: string, into: "UTF-8" | "GB18030"): Buffer => (into === "UTF-8" ? Buffer.from(text) : encodeGb18030(text));

describe("What is written as a CSV", () => {
  it("is read back, in both encodings, wherever the file is cut while it is read", async () => {
    await fc.assert(
      fc.asyncProperty(table, separator, lineBreak, fc.boolean(), encoding, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (rows, between, breaks, isQuoted, into, sizes) => {
        const bytes = bytesOf(write(rows, between, breaks, isQuoted), into);
        const chunks = async function* (): AsyncGenerator<Buffer> {
          for (let at = 0, turn = 0; at < bytes.length; at += sizes[turn++ % sizes.length]!) yield await Promise.resolve(bytes.subarray(at, at + sizes[turn % sizes.length]!));
        };
        const parser = csvParser(between);
        const read: (readonly (string | null)[])[] = [];
        for await (const piece of decodePieces(chunks(), into, () => 0)) read.push(...(await parser.write(piece)).map(({ cells }) => cells));
        read.push(...(await parser.end()).map(({ cells }) => cells));
        expect(read).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
  it("is read from a file with its rows numbered, without the white space around cells and the rows without text", async () => {
    await fc.assert(
      fc.asyncProperty(table, separator, lineBreak, fc.boolean(), encoding, async (rows, between, breaks, isQuoted, into) => {
        const trimmed = rows.map((cells, place) => ({ number: place + 2, cells: cells.map((text) => text.replace(/^\s+|\s+$/g, "") || null), faults: [] }));
        const expected = trimmed.filter(({ cells }) => cells.some((text) => text !== null));
        const reading = await readFile(bytesOf(write([["code", "name", "amount"], ...rows], between, breaks, isQuoted), into), { format: "CSV", encoding: into });
        expect(reading.rows).toEqual(expected);
        expect(reading.faults).toEqual(expected.length > 0 ? [] : ["NO_ROWS - -"]);
      }),
      { numRuns: 150 },
    );
  });
  it("is, cut off anywhere, no row that was not written, save that the last cell may be shorter", async () => {
    const rows = Array.from({ length: 400 }, (_, place) => [`C${place}`, place % 7 ? "四川某公司" : '甲,"乙"\n丙', `${place}.50`]);
    for (const into of ["UTF-8", "GB18030"] as const) {
      const bytes = bytesOf(write([["code", "name", "amount"], ...rows], ",", "\r\n", false), into);
      for (let end = 0; end < bytes.length; end += 997) {
        const whole = (await readFile(bytes.subarray(0, end), { format: "CSV", encoding: into })).rows.filter(({ faults }) => faults.length === 0);
        const last = whole.pop();
        for (const { number, cells } of whole) expect(cells).toEqual(rows[number - 2]);
        if (last) expect(rows[last.number - 2]!.join("|").startsWith(last.cells.map((text) => text ?? "").join("|"))).toBe(true);
      }
    }
  });
});

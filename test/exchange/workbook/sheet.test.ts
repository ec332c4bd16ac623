import { describe, expect, it } from "vitest";
import { columnName } from "../../../src/exchange/workbook/column-name.ts";
import { rowHeight } from "../../../src/exchange/workbook/row-height.ts";
import { daySerial } from "../../../src/exchange/workbook/sheet.ts";
import { xmlText } from "../../../src/exchange/workbook/xml-text.ts";

describe("A workbook", () => {
  it.each([[0, "A"], [25, "Z"], [26, "AA"], [51, "AZ"], [52, "BA"], [701, "ZZ"], [702, "AAA"], [16_383, "XFD"]])("calls column %i %s", (place, name) => {
    expect(columnName(place)).toBe(name);
  });
  it.each([["1900-03-01", 61], ["2026-04-01", 46113]])("counts %s as %i", (day, serial) => {
    expect(daySerial(day)).toBe(serial);
  });
  it.each([["<a & \"b\">", "&lt;a &amp; &quot;b&quot;&gt;"], ["\u0001\r\n\t", "_x0001__x000D_\n\t"], ["_x0041_ _x", "_x005F_x0041_ _x"], ["\uD800", "\uFFFD"]])("writes %j so that it is read as it was", (text, xml) => {
    expect(xmlText(text)).toBe(xml);
  });
  it("makes a row as high as its wrapped texts, a Chinese character being twice as wide", () => {
    expect([rowHeight(["", "a"], [10, 10]), rowHeight(["一二三四五", "a\nb\nc"], [10, 10]), rowHeight(["字".repeat(1000)], [10])]).toEqual([15, 45, 409]);
  });
});

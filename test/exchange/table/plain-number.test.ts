import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainNumber } from "../../../src/exchange/table/xlsx/plain-number.ts";

describe("A number of a spreadsheet", () => {
  it("is in plain notation the same number: to 15 digits, save where all digits of a whole one are written, and where more digits are lost", () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
        const text = plainNumber(String(value))!;
        const isShortened = Math.abs(value) >= 1e15 && !/^-?\d+$/.test(String(value));
        expect(text).toMatch(isShortened ? /^-?[1-9](\.\d*[1-9])?E\+\d{2,3}$/ : /^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(Number(text)).toBe(/^-?\d+$/.test(String(value)) ? value + 0 : Number(value.toPrecision(15)));
      }),
      { numRuns: 2_000 },
    );
  });
  it.each([
    ["7", "7"],
    ["-0.0", "0"],
    ["-0", "0"],
    ["510107199001011234", "510107199001011234"],
    ["100", "100"],
    ["1E2", "100"],
    ["5.1010719900101101E+17", "5.10107199001011E+17"],
    ["-2E+15", "-2E+15"],
    ["1E+14", "100000000000000"],
    ["19.990000000000002", "19.99"],
    ["99999999999999.995", "100000000000000"],
    ["1e-10", "0.0000000001"],
    ["", null],
    [" ", null],
    ["1,5", null],
    ["Infinity", null],
  ])("is of %j %j", (written, text) => {
    expect(plainNumber(written)).toBe(text);
  });
});

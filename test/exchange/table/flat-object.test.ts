import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nested, readFlatObject } from "../../../src/exchange/table/flat-object.ts";

const read = (line: string): { isObject: boolean; told: readonly (readonly [string, unknown])[] } => {
  const told: (readonly [string, unknown])[] = [];
  const isObject = readFlatObject(Buffer.from(line), (name, value) => told.push([name, value]));
  return { isObject, told };
};
const isFlatObject = (line: string): boolean => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

describe("A flat object", () => {
  it("is read as JSON.parse reads it", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.double({ noDefaultInfinity: true, noNaN: true }), fc.boolean(), fc.constant(null), fc.array(fc.string()), fc.dictionary(fc.string(), fc.integer()));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), value), fc.constantFrom(0, 1, "\t"), (object, space) => {
        const line = JSON.stringify(object, null, space);
        const expected = Object.entries(JSON.parse(line) as object).map(([name, each]: [string, unknown]) => [name, typeof each === "object" && each !== null ? nested : typeof each === "string" || each === null ? each : JSON.stringify(each)]);
        expect(read(line)).toEqual({ isObject: true, told: expected });
      }),
    );
  });
  it("is what JSON.parse takes for one, with any sign put in or taken out", () => {
    const line = '{"a":"x\\"\\u4e59","b":-1.5e+3,"c":true,"d":null,"":""}';
    fc.assert(
      fc.property(fc.nat(line.length), fc.nat(2), fc.constantFrom("", '"', "\\", "{", "}", ",", ":", " ", "0", "-", ".", "e", "t", "甲", "\u0001", "\u000b"), (at, without, sign) => {
        const changed = line.slice(0, at) + sign + line.slice(at + without);
        expect([changed, read(changed).isObject]).toEqual([changed, isFlatObject(changed)]);
      }),
      { numRuns: 2_000 },
    );
  });
  it("tells repeated properties each, and numbers as they are written", () => {
    expect(read('{"a":1.50,"a":12345678901234567890}').told).toEqual([["a", "1.50"], ["a", "12345678901234567890"]]);
  });
});

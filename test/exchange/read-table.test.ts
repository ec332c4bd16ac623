import { describe, expect, it } from "vitest";
import { readTable } from "../../src/exchange/reference/read-table.ts";

describe("Tables of the repository", () => {
  it("are read by the names of their first line, with empty cells as null", () => {
    expect(readTable("sichuan-regions", ["code", "name", "level", "parent_code"])[0]).toEqual({ code: "510000", name: "四川省", level: "PROVINCE", parent_code: null });
  });
  it("are refused when the first line says something else", () => {
    expect(() => readTable("sichuan-regions", ["code", "name"])).toThrow("first line of scripts/data/sichuan-regions.csv");
  });
});

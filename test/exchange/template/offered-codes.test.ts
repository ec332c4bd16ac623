import { describe, expect, it } from "vitest";
import { offeredCodes } from "../../../src/exchange/ingest/codes-by-title.ts";
import { cellReader, Refused } from "../../../src/exchange/ingest/read-cell.ts";
import { columnOf, tenderMethod } from "./small-catalogue.ts";

const read = cellReader(columnOf("method"), false);

describe("A code", () => {
  it("is read as that for which it is offered", () => {
    expect(offeredCodes(tenderMethod).map(read)).toEqual(["PUBLIC", "INVITED", "OTHER_A", "OTHER_B"]);
  });
  it("is read by its title when it is retired, and by itself in small letters", () => {
    expect(["议标", "old", "other_a"].map(read)).toEqual(["OLD", "OLD", "OTHER_A"]);
  });
  it("is none where its title is that of another too, as nobody can tell which is meant", () => {
    expect(read("其他")).toEqual(new Refused("NOT_IN_CODELIST"));
  });
});

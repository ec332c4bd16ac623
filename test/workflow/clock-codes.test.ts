import { describe, expect, it } from "vitest";
import { machines } from "../../src/domains/commands.ts";
import { readThresholds } from "../../src/exchange/reference/read-thresholds.ts";
import type { Source } from "../../src/workflow/source.ts";

/** A machine names a time by its code; the number is a policy row. A code that no row has would let the time never run, and nobody would see it. */
const codes = new Map(readThresholds().map((row) => [row.code, row]));
const units = ["CALENDAR_DAY", "WORKING_DAY", "MONTH", "YEAR"];

const dueOf = (sets: Readonly<Record<string, Source>> = {}): string[] => Object.values(sets).flatMap((source) => (source.from === "due" ? [source.threshold] : []));
const named = machines.flatMap(({ type, clocks = {}, transitions }) => [
  ...Object.keys(clocks).map((code) => [type.name, code] as const),
  ...Object.values(transitions).flatMap(({ sets, defaults, effects = [] }) => [...dueOf(sets), ...dueOf(defaults), ...effects.flatMap((effect) => dueOf(effect.sets))].map((code) => [type.name, code] as const)),
]);

describe("The times that workflows name", () => {
  it.each(named)("%s: %s is a threshold with a number in a unit of time", (_type, code) => {
    const row = codes.get(code);
    expect(row, code).toBeDefined();
    expect(units).toContain(row!.unit);
    expect(Number(row!.value)).toBeGreaterThanOrEqual(0);
  });

  it("are more than a few", () => {
    expect(new Set(named.map(([, code]) => code)).size).toBeGreaterThan(9);
  });
});

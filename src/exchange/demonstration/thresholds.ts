import type { readThresholds } from "../reference/read-thresholds.ts";

/** The number that a policy sets, by the code of the threshold and the day on which it is asked for. */
export type ThresholdOn = (code: string, day: string) => number;

/** Finds what the policy tables say; what nobody has dated is taken to hold. */
export const thresholdFinder =
  (rows: ReturnType<typeof readThresholds>): ThresholdOn =>
  (code, day) => {
    const row = rows.find((each) => each.code === code && (each.effectiveFrom ?? day) <= day && day <= (each.effectiveTo ?? day));
    if (row?.value == null) throw new Error(`No policy says how much ${code} is on ${day}.`);
    return Number(row.value);
  };

import type { Division } from "../reference/read-divisions.ts";
import type { FormerDivision } from "../reference/read-former-divisions.ts";
import { addDays, uuidOf } from "./chance.ts";

/** Rows of AdministrativeDivision: today's, then those that are no longer. A code that took another's place begins on the day after it. */
export function divisionRows(today: readonly Division[], former: readonly FormerDivision[]) {
  const begin = new Map(former.map(({ successorCode, validTo }) => [successorCode, addDays(validTo, 1)]));
  return [
    ...today.map((division) => ({ ...division, validFrom: begin.get(division.code) ?? null, validTo: null, successorCode: null, sourceNote: null })),
    ...former.map((division) => ({ ...division, validFrom: null })),
  ].map((division) => ({ id: uuidOf(`division/${division.code}`), ...division }));
}

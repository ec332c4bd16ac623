import { divisionLevel } from "../../domains/reference/codelists.ts";
import { readTable } from "./read-table.ts";

export type DivisionLevel = (typeof divisionLevel.values)[number];

/** A division as the state codes it (GB/T 2260). */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly parentCode: string | null;
}

const levels: ReadonlySet<string> = new Set(divisionLevel.values);
export const isLevel = (text: string | null): text is DivisionLevel => text !== null && levels.has(text);

/** Sichuan's own 3,306 divisions, by the National Bureau of Statistics' list of 2023: province, 21 prefectures, 183 counties, 3,101 townships. */
export const readDivisions = (): readonly Division[] =>
  readTable("sichuan-regions", ["code", "name", "level", "parent_code"]).map(({ code, name, level, parent_code: parentCode }) => {
    if (code === null || name === null || !isLevel(level)) throw new Error(`The division ${code ?? "without a code"} lacks a name or a level.`);
    return { code, name, level, parentCode };
  });

import { isLevel, type Division } from "./read-divisions.ts";
import { readTable } from "./read-table.ts";

/** A division that is no longer, with the one that took its place. */
export interface FormerDivision extends Division {
  /** Last day on which the code was in use; where it was looked up in monthly lists, the last of the month. */
  readonly validTo: string;
  readonly successorCode: string;
  readonly sourceNote: string;
}

const columns = ["code", "name", "level", "parent_code", "valid_to", "successor_code", "code_confidence", "date_confidence", "source_note"] as const;

/** Sichuan's counties whose codes changed since 2013. Each code and date says whether it was looked up (V) or is from memory (K), and the note what is left to verify. */
export const readFormerDivisions = (): readonly FormerDivision[] =>
  readTable("former-divisions", columns).map((row) => {
    const { code, name, level, parent_code: parentCode, valid_to: validTo, successor_code: successorCode, source_note: note } = row;
    if (code === null || name === null || !isLevel(level) || validTo === null || successorCode === null) throw new Error(`The former division ${code ?? "without a code"} is not complete.`);
    const confidences = [row.code_confidence, row.date_confidence];
    if (note === null || confidences.some((each) => each !== "V" && each !== "K")) throw new Error(`The former division ${code} does not say what it rests on.`);
    if (confidences.includes("K") !== note.includes("待核实")) throw new Error(`The note of the former division ${code} and its confidence do not agree.`);
    return { code, name, level, parentCode, validTo, successorCode, sourceNote: note };
  });

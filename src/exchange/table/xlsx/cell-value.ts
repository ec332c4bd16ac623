import { unescapeText } from "./cell-text.ts";
import { plainNumber } from "./plain-number.ts";
import { serialDate } from "./serial-date.ts";
import type { SharedStrings } from "./shared-strings.ts";

/** What a cell may refer to outside its sheet. */
export interface CellContext {
  readonly strings: SharedStrings;
  isDate(style: number): boolean;
  readonly isFrom1904: boolean;
}

/** The text that a cell stands for, by its type (`t`) and its style; null where it is empty, undefined where what is written is nothing of that type. */
export function cellValue(type: string, style: number, written: string, { strings, isDate, isFrom1904 }: CellContext): string | null | undefined {
  if (written === "") return null;
  switch (type) {
    case "s":
      return /^\d{1,9}$/.test(written) ? strings.get(Number(written)) : undefined;
    case "str":
    case "inlineStr":
      return ownString(unescapeText(written));
    case "b":
      return written === "1" || written === "true" ? "true" : written === "0" || written === "false" ? "false" : undefined;
    case "d":
      return dayOrMoment(written);
    case "n": {
      const number = plainNumber(written);
      if (number === null) return undefined;
      return (isDate(style) ? serialDate(Number(written), isFrom1904) : null) ?? ownString(number);
    }
    default:
      return undefined;
  }
}

/** A string that does not keep alive the piece of XML that it was cut from. */
const ownString = (text: string): string => Buffer.from(text).toString();

/** `2026-04-01T00:00:00` → `2026-04-01`, `2026-04-01T09:30:00.000` → `2026-04-01 09:30:00`; others as they are. */
function dayOrMoment(written: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?$/.exec(written.trim()) ?? [];
  if (day === undefined) return ownString(written);
  return time === undefined || time === "00:00:00" ? day : `${day} ${time}`;
}

import type { FaultCode } from "../../catalog/fault-code.ts";
import { codesByTitle } from "./codes-by-title.ts";
import type { DatasetColumn } from "./dataset.ts";

/** A cell that cannot be taken, by its fault; one object for each, so that telling good from bad costs nothing. */
export class Refused {
  readonly code: FaultCode;

  constructor(code: FaultCode) {
    this.code = code;
  }
}

/** Makes of the text of a cell what the database takes as text for the column's type. */
export type ReadCell = (text: string) => string | Refused;

const refusals = new Map<FaultCode, Refused>();
const refused = (code: FaultCode): Refused => {
  let refusal = refusals.get(code);
  if (!refusal) refusals.set(code, (refusal = new Refused(code)));
  return refusal;
};

/** Characters that text in an index may have: an entry of PostgreSQL's B-tree is at most a third of a page. */
const indexedLength = 500;
const textLength = 100_000;

/** How the cells of a column are read. */
export function cellReader(column: DatasetColumn, isIndexed: boolean): ReadCell {
  const { form } = column;
  const read = readerOf(column, isIndexed);
  if (!form) return read;
  return (text) => {
    const value = read(text);
    return typeof value === "string" && !form.isValid(value) ? refused("FORM") : value;
  };
}

function readerOf({ kind, codelist, precision, form }: DatasetColumn, isIndexed: boolean): ReadCell {
  switch (kind) {
    case "code": {
      const codes = new Map([...codesByTitle(codelist!), ...codelist!.values.map((code) => [code, code] as const)]);
      return (text) => codes.get(text) ?? codes.get(text.toUpperCase()) ?? refused("NOT_IN_CODELIST");
    }
    case "day":
      return readDay;
    case "moment":
      return readMoment;
    case "decimal":
      return precision ? readDecimal(precision.digits, precision.scale) : readDecimal(38, 18);
    case "whole":
      return readWhole;
    case "flag":
      return (text) => flags.get(text.toLowerCase()) ?? refused("NOT_YES_OR_NO");
    case "list":
      return readList;
    case "text":
      // A code in small letters or full-width characters is the same code.
      return form ? (text) => readText(text.normalize("NFKC").toUpperCase(), indexedLength) : (text) => readText(text, isIndexed ? indexedLength : textLength);
  }
}

const flags: ReadonlyMap<string, string> = new Map([["是", "t"], ["true", "t"], ["否", "f"], ["false", "f"]]);

/** Characters that cannot be stored or seen: all controls but tab and line ends, and what turns or joins what stands beside it. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/;

/** As a spreadsheet shows a number that is longer than it keeps, and saves it in a CSV. */
const shortened = /^[+-]?\d(?:\.\d+)?E\+\d{2,3}$/i;

/** Halves of characters are refused with them, as no encoding has them. */
function readText(text: string, longest: number): string | Refused {
  if (shortened.test(text)) return refused("DIGITS_LOST");
  if (text.length > longest) return refused("TOO_LONG");
  return control.test(text) || !text.isWellFormed() ? refused("CONTROL_CHARACTER") : text;
}

const dayForm = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/;

/** Digits and signs as a Chinese keyboard writes them in full width, ２０２６－０４－０１, are the same ones. */
const inHalfWidth = (text: string): string => (/[\uff01-\uff5e\u3000]/.test(text) ? text.normalize("NFKC") : text);

/** As bodies write days: 2026-04-01, 2026/4/1, 2026.4.1, 2026年4月1日, 20260401. */
function readDay(text: string): string | Refused {
  const found = dayForm.exec(inHalfWidth(text));
  if (!found) return refused("NOT_A_DAY");
  const year = found[1]!;
  const month = found[2] ?? found[4] ?? found[6] ?? found[8] ?? found[10]!;
  const day = found[3] ?? found[5] ?? found[7] ?? found[9] ?? found[11]!;
  return isDay(Number(year), Number(month), Number(day)) ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : refused("NOT_A_DAY");
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the day is in the calendar; what lies before 1900 or after 2199 is a slip of the pen. */
function isDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= monthDays[month - 1]! + (isLeap ? 1 : 0);
}

const momentForm = /^(.+?)(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)? ?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A day with a time of day in China, or in the zone that stands with it; a day alone is its first moment. */
function readMoment(text: string): string | Refused {
  const found = momentForm.exec(inHalfWidth(text));
  const day = found ? readDay(found[1]!) : null;
  if (!found || typeof day !== "string") return refused("NOT_A_MOMENT");
  const [, , hour = "00", minute = "00", second = "00", fraction = "0", zone = "+08:00"] = found;
  const [offsetHours, offsetMinutes] = zone === "Z" ? [0, 0] : [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || offsetHours > 14 || offsetMinutes > 59) return refused("NOT_A_MOMENT");
  return `${day}T${hour.padStart(2, "0")}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}${zone}`;
}

const decimalForm = /^([+-]?)(\d{1,60})(?:\.(\d{1,60}))?$/;

/** What has more places than the column is refused, never rounded; zeros at the end are no places. */
const readDecimal = (digits: number, scale: number): ReadCell => (text) => {
  const found = decimalForm.exec(inHalfWidth(text));
  if (!found) return refused(shortened.test(text) ? "DIGITS_LOST" : "NOT_A_NUMBER");
  const whole = found[2]!.replace(/^0+(?=\d)/, "");
  const fraction = (found[3] ?? "").replace(/0+$/, "");
  if (whole.length > digits - scale || fraction.length > scale) return refused("OUT_OF_RANGE");
  return `${found[1] === "-" ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
};

const wholeForm = /^[+-]?\d{1,30}(?:\.0{1,6})?$/;

function readWhole(text: string): string | Refused {
  const digits = inHalfWidth(text);
  if (!wholeForm.test(digits)) return refused("NOT_WHOLE");
  const value = Number(digits);
  return Math.abs(value) > 2_147_483_647 ? refused("OUT_OF_RANGE") : String(value);
}

/** Parted by ；or ; — as an array of the database. */
function readList(text: string): string | Refused {
  const items = text.split(/[；;]/).map((item) => item.trim()).filter(Boolean);
  const read = items.map((item) => readText(item, indexedLength));
  const fault = read.find((item) => item instanceof Refused);
  return fault ?? `{${(read as string[]).map((item) => `"${item.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;
}

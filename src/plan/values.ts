import { HubError } from "../errors.ts";

/** A value that a question gives, as text that the database casts; null stays null. */
export function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  throw new HubError("BAD_USER_INPUT", { "reason.en": "A value has a form that no field takes.", "reason.zh": "取值形式不符合任何信息项的要求。" });
}

/** A list as the text of a PostgreSQL array. */
export function asArray(values: readonly unknown[]): string {
  return `{${values.map((value) => (value === null || value === undefined ? "null" : `"${asText(value)!.replace(/[\\"]/g, "\\$&")}"`)).join(",")}}`;
}

/** Of the calendar, in the years that the database and JavaScript write alike. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !text.startsWith("0000") && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What a text must be for the database to cast it to a type. */
const casts: Readonly<Record<string, (text: string) => boolean>> = {
  text: (text) => !text.includes("\0"),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  boolean: (text) => text === "true" || text === "false",
  integer: (text) => /^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) < 2 ** 31,
  numeric: (text) => /^-?\d{1,24}(\.\d{1,10})?$/.test(text),
  date: isDay,
  timestamptz: (text) => {
    const [day, time] = text.split(/[T ]/, 2);
    return isDay(day!) && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|\+00)$/.test(time ?? "");
  },
};

/**
 * Whether the database can cast a text to a type. It must be asked before the statement runs: the database casts a parameter when it first
 * compares it with a row, perhaps one that the reader may not know of, so that an error of its own would tell that there is such a row.
 */
export function canCast(type: string, text: string): boolean {
  const cast = casts[type];
  if (!cast) throw new Error(`Nobody has said which texts are of type ${type}.`);
  return cast(text);
}

/**
 * A parameter's text, once it is sure that the database can cast it.
 *
 * @throws HubError BAD_USER_INPUT
 */
export function castable<T extends string | null>(type: string, text: T): T {
  if (text === null || canCast(type, text)) return text;
  throw new HubError("BAD_USER_INPUT", { "reason.en": "A value is beyond what its field can hold, or no such date exists.", "reason.zh": "取值超出信息项的范围，或日期不存在。" });
}

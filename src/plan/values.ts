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

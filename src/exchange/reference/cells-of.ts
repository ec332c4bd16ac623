import type { Codelist } from "../../catalog/codelist.ts";

/** The cells of one row of a table, each read as what it must be. What is not that stops the reading, by table, row and column. */
export interface Cells<K extends string> {
  text(column: K): string;
  /** The text, or null where the cell is empty: nobody has looked it up, or there is none. */
  optional(column: K): string | null;
  code<C extends string>(column: K, list: Codelist<C>): C;
  whole(column: K): number;
  flag(column: K): boolean;
  /** A day of the calendar, as 2026-04-01. */
  day(column: K): string;
  optionalDay(column: K): string | null;
  /** A decimal number as it stands, so that no digit is lost. */
  optionalDecimal(column: K): string | null;
  /** A list that is parted by ；, null where the cell is empty. */
  list(column: K): string[] | null;
}

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** @param table name of the table, for what is said of a cell that cannot be read */
export function cellsOf<K extends string>(table: string, row: Readonly<Record<K, string | null>>): Cells<K> {
  const read = <T>(column: K, what: string, parse: (text: string) => T | undefined): T | null => {
    const cell = row[column];
    if (cell === null) return null;
    const value = parse(cell);
    if (value === undefined) throw new Error(`scripts/data/${table}.csv: ${column} of ${Object.values(row).join()} is not ${what}.`);
    return value;
  };
  const required = <T>(column: K, what: string, parse: (text: string) => T | undefined): T => {
    const value = read(column, what, parse);
    if (value === null) throw new Error(`scripts/data/${table}.csv: ${column} of ${Object.values(row).join()} is empty.`);
    return value;
  };
  const day = (text: string): string | undefined => (isDay(text) ? text : undefined);
  return {
    text: (column) => required(column, "a text", (text) => text),
    optional: (column) => row[column],
    code: (column, list) => required(column, `one of ${list.values.join("/")}`, (text) => list.values.find((code) => code === text)),
    whole: (column) => required(column, "a whole number", (text) => (/^\d+$/.test(text) ? Number(text) : undefined)),
    flag: (column) => required(column, "true or false", (text) => (text === "true" ? true : text === "false" ? false : undefined)),
    day: (column) => required(column, "a day", day),
    optionalDay: (column) => read(column, "a day", day),
    optionalDecimal: (column) => read(column, "a number", (text) => (/^\d+(\.\d+)?$/.test(text) ? text : undefined)),
    list: (column) => read(column, "a list", (text) => text.split("；")),
  };
}

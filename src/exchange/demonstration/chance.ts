import { hash } from "node:crypto";

/** Every value of the demonstration data follows from a stable name, so that adding a row changes no other row, and two loads are equal. */
const digestOf = (name: string): Buffer => hash("sha256", `integrity-hub demonstration ${name}`, "buffer");

/** The identifier of the thing with this name, in the form of a uuidv4. Whoever knows the name knows it: for demonstration data only. */
export function uuidOf(name: string): string {
  const bytes = digestOf(name).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Number of a record in the hub: scattered, because a running number in an open field would count the rows that are closed. */
export const recordNoOf = (prefix: string, name: string): string =>
  `${prefix}-${(digestOf(`${prefix} ${name}`).readUIntBE(0, 6) % 1e10).toString().padStart(10, "0")}`;

/** A source of choices that are the same at each run. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** Whether something happens that does so in this many of a hundred cases. */
  percent(share: number): boolean;
  /** A day between two days, both included, as an ISO date. */
  day(first: string, last: string): string;
  digits(count: number): string;
}

/** The choices about the thing with this name (mulberry32, seeded by the digest of the name). */
export function chanceOf(name: string): Chance {
  let state = digestOf(`chance ${name}`).readUInt32BE();
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    pick: (from) => from[whole(0, from.length - 1)]!,
    percent: (share) => next() * 100 < share,
    day: (first, last) => addDays(first, whole(0, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000))),
    digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(""),
  };
}

/** The day so many days later. */
export const addDays = (day: string, count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

/** A moment of a day in China (UTC+8, no summer time). */
export const at = (day: string, clock: string): Date => new Date(`${day}T${clock}:00+08:00`);

/** Whole 元 as the decimal string that the graph speaks. */
export const yuan = (whole: number): string => `${whole}.00`;

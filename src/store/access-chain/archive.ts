import type { ChainPlace, Head, Seal } from "./chain-walk.ts";

/**
 * An exported log is a text of lines, each a JSON object (NDJSON): first what it is, then events and heads in the order of the chain, at last how
 * many there were, so that a file that was cut off shows it. The canonical form of an event stands in it as a text, byte for byte what was
 * digested, so that whoever verifies it need not know how JSON is written.
 */
export type ArchiveLine =
  /** The range of days, and where in the chain it begins. */
  | ({ readonly line: "log"; readonly v: typeof archiveVersion; readonly from: string; readonly to: string } & ChainPlace)
  /** An event; its canonical form and its salt are null where it is no longer there. */
  | ({ readonly line: "event"; readonly salt: string | null; readonly canonical: string | null } & Seal)
  /** What was published at the end of a day; a first one before all events is that of the day before the range. */
  | ({ readonly line: "head" } & Head)
  | { readonly line: "end"; readonly events: number; readonly heads: number };

/** Number of the form; another form has another. */
export const archiveVersion = 1;

type Kind = ArchiveLine["line"];

/** Members of each kind of line, with what they are. */
const members: Readonly<Record<Kind, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  log: { v: (value) => value === archiveVersion, from: isDay, to: isDay, seq: isCount, hash: isDigest },
  event: { seq: isCount, salt: isTextOrNull, canonical: isTextOrNull, leaf: isDigest, hash: isDigest },
  head: { day: isDay, salt: isText, commitment: isDigest, chainHash: isDigest, chainLength: isCount },
  end: { events: isCount, heads: isCount },
};

/** A line as it was written; null where it is none of an archive. */
export function parseArchiveLine(text: string): ArchiveLine | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const line = value as Readonly<Record<string, unknown>>;
  const expected = Object.hasOwn(members, String(line["line"])) ? members[line["line"] as Kind] : null;
  return expected && Object.entries(expected).every(([name, isSo]) => isSo(line[name])) ? (line as unknown as ArchiveLine) : null;
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}

function isDay(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isDigest(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

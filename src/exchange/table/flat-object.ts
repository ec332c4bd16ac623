/** What stands at a property of a line of NDJSON. */
export type FlatValue = string | null | typeof nested;

/** An object or a list, where a table has a text. */
export const nested = Symbol("nested");

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const words = [
  ["true", "true"],
  ["false", "false"],
  ["null", null],
] as const;
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Reads one JSON object (RFC 8259, UTF-8) and tells each of its properties in their order, repeated ones too, with text for strings,
 * numbers (as they are written: no digit is lost) and booleans. JSON.parse would keep the last of what is repeated and round numbers.
 * False where the line is no object; what was told until then stands in the line all the same. What is nested is told and not looked at
 * more closely than its end demands.
 */
export function readFlatObject(line: Buffer, tell: (name: string, value: FlatValue) => void): boolean {
  let at = 0;

  const skipSpace = (): void => {
    for (let byte = line[at]; byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a; byte = line[at]) at++;
  };
  const take = (byte: number): boolean => {
    skipSpace();
    if (line[at] !== byte) return false;
    at++;
    return true;
  };
  /** Null where no string stands there. A string of its own, which does not keep the line in memory. */
  const readString = (): string | null => {
    if (!take(quote)) return null;
    const start = at;
    let isEscaped = false;
    for (; line[at] !== quote; at++) {
      const byte = line[at];
      if (byte === undefined || byte < 0x20) return null;
      if (byte !== backslash) continue;
      isEscaped = true;
      at++;
    }
    const end = at++;
    return isEscaped ? parseString(line.toString("utf8", start - 1, end + 1)) : line.toString("utf8", start, end);
  };
  const readBare = (): string | null | undefined => {
    const start = at;
    for (let byte = line[at]; byte !== undefined && byte > 0x20 && byte !== comma && byte !== closeBrace; byte = line[at]) at++;
    const text = line.toString("latin1", start, at);
    const word = words.find(([name]) => name === text);
    if (word) return word[1];
    return number.test(text) ? text : undefined;
  };
  const skipNested = (): boolean => {
    for (let depth = 0; at < line.length; at++) {
      const byte = line[at];
      if (byte === quote) {
        if (readString() === null) return false;
        at--;
      } else if (byte === openBrace || byte === openBracket) depth++;
      else if ((byte === closeBrace || byte === closeBracket) && --depth === 0) {
        at++;
        return true;
      }
    }
    return false;
  };
  const readValue = (): FlatValue | undefined => {
    skipSpace();
    if (line[at] === quote) return readString() ?? undefined;
    if (line[at] === openBrace || line[at] === openBracket) return skipNested() ? nested : undefined;
    return readBare();
  };
  const isAtEnd = (): boolean => {
    skipSpace();
    return at === line.length;
  };

  if (!take(openBrace)) return false;
  if (take(closeBrace)) return isAtEnd();
  do {
    const name = readString();
    if (name === null || !take(colon)) return false;
    const value = readValue();
    if (value === undefined) return false;
    tell(name, value);
  } while (take(comma));
  return take(closeBrace) && isAtEnd();
}

function parseString(token: string): string | null {
  try {
    return JSON.parse(token) as string;
  } catch {
    return null;
  }
}

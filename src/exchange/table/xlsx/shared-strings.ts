import { cellText, unescapeText } from "./cell-text.ts";
import { unreadable } from "./workbook-faults.ts";
import { readWholeXml } from "./xml-reader.ts";

/** The texts that cells of a workbook share, by their place. */
export interface SharedStrings {
  /** Undefined where there is none of that place. */
  get(place: number): string | undefined;
}

/** A workbook whose cells share nothing. */
export const noStrings: SharedStrings = { get: () => undefined };

const pageBytes = 4 << 20;
/** What finding one string again takes. */
const entryBytes = 8;

/**
 * Reads the texts into pages of bytes, which take a fraction of the memory that as many strings would. UNREADABLE where they are more than
 * `limit` bytes.
 */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>, limit: number): Promise<SharedStrings> {
  const pages: Buffer[] = [];
  let index = new Uint32Array(1 << 12); // of each string its page and its beginning there, as one number, and its length
  let count = 0;
  let used = pageBytes;
  let total = 0;
  const add = (text: string): void => {
    const length = Buffer.byteLength(text);
    total += length + entryBytes;
    if (total > limit) throw unreadable("The cells of the workbook hold more text than can be kept at hand; deliver it as CSV.", "工作簿的文字过多，请改用 CSV 报送。");
    if (used + length > pageBytes) {
      pages.push(Buffer.allocUnsafeSlow(pageBytes));
      used = 0;
    }
    if (2 * count === index.length) {
      const larger = new Uint32Array(index.length * 2);
      larger.set(index);
      index = larger;
    }
    pages.at(-1)!.write(text, used);
    index[2 * count] = (pages.length - 1) * pageBytes + used;
    index[2 * count + 1] = length;
    used += length;
    count++;
  };

  const text = cellText();
  await readWholeXml(chunks, {
    open(name) {
      if (name === "si") text.begin();
      text.open(name);
    },
    text: (value) => text.add(value, null),
    close(name) {
      text.close(name);
      if (name === "si") add(unescapeText(text.take()));
    },
  });
  return {
    get(place) {
      if (!(place < count)) return undefined;
      const start = index[2 * place]!;
      const from = start % pageBytes;
      return pages[Math.floor(start / pageBytes)]!.toString("utf8", from, from + index[2 * place + 1]!);
    },
  };
}

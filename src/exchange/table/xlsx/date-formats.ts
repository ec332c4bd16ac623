import { damaged } from "./workbook-faults.ts";
import { readWholeXml } from "./xml-reader.ts";

const styleLimit = 100_000;
/** Formats that every spreadsheet knows by number and that show a day or a time, those of Chinese spreadsheets among them. */
const isBuiltIn = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);

/** Reads which styles of cells show numbers as days or moments. */
export async function readDateFormats(chunks: AsyncIterable<Buffer>): Promise<(style: number) => boolean> {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isOfCells = false;
  await readWholeXml(chunks, {
    open(name, { numFmtId: id, formatCode: code }) {
      if (name === "cellXfs") isOfCells = true;
      if (name === "numFmt" && id !== undefined && code !== undefined) custom.set(Number(id), isDateFormat(code));
      if (name === "xf" && isOfCells) styles.push(custom.get(Number(id ?? 0)) ?? isBuiltIn(Number(id ?? 0)));
      if (styles.length > styleLimit || custom.size > styleLimit) throw damaged();
    },
    close(name) {
      if (name === "cellXfs") isOfCells = false;
    },
  });
  return (style) => styles[style] ?? false;
}

/** Whether a format code shows a day or a time: it has letters for them outside quoted text, escapes and brackets. Durations (`[h]:mm`) are none. */
function isDateFormat(code: string): boolean {
  const positive = code.split(";")[0]!;
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[[^\]]*\]/g, "");
  return !/\[(h+|m+|s+)\]/i.test(positive) && !/general|通用格式/i.test(bare) && /[ymdhs]/i.test(bare);
}

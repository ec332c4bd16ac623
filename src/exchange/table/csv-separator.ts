const candidates = [",", ";", "\t"] as const;

/** What stands between the cells of a CSV. */
export type CsvSeparator = (typeof candidates)[number];

/**
 * The separator that stands most often in the first line with any text, outside quotes; the comma where none does. Null where the text
 * ends before the line does, and `isWhole` is false: more of the file may still say something else.
 */
export function csvSeparator(text: string, isWhole: boolean): CsvSeparator | null {
  const counts = new Map<string, number>(candidates.map((candidate) => [candidate, 0]));
  let isQuoted = false;
  let hasText = false;
  let isEnded = isWhole;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if ((sign === "\n" || sign === "\r") && hasText) {
      isEnded = true;
      break;
    }
    hasText ||= sign.trim() !== "";
    const count = counts.get(sign);
    if (count !== undefined) counts.set(sign, count + 1);
  }
  if (!isEnded) return null;
  return candidates.reduce((best, candidate) => (counts.get(candidate)! > counts.get(best)! ? candidate : best));
}

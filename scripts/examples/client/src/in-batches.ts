/** Keys that one batch look-up takes. */
export const largestBatch = 200;

/** Looks any number of keys up, so many at a time, and answers in their order. */
export async function inBatches<Key, Row>(keys: readonly Key[], lookUp: (batch: Key[]) => Promise<readonly Row[]>): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < keys.length; from += largestBatch) found.push(...(await lookUp(keys.slice(from, from + largestBatch))));
  return found;
}

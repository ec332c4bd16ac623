import { text } from "node:stream/consumers";
import yauzl from "yauzl";

/** The parts of a workbook by their names, as they are in the archive. */
export async function partsOf(workbook: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await yauzl.fromBufferPromise(workbook);
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return parts;
}

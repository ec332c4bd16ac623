import { FileFault } from "../ingest/file-fault.ts";
import { cellLimit, longCell } from "./table-limits.ts";

/**
 * Cuts bytes into pieces that can be decoded each by itself: after the last byte below 0x30 of what has come (white space, comma, quote),
 * which is never part of a longer character, neither of UTF-8 nor of GB18030. `rowInHand` says where the reader stands; UNREADABLE where
 * no such byte comes within what a cell may have.
 */
export async function* cutPieces(chunks: AsyncIterable<Buffer>, rowInHand: () => number | null): AsyncGenerator<Buffer, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.findLastIndex((byte) => byte < 0x30) + 1;
    if (bytes.length - end > cellLimit + chunk.length) throw new FileFault("UNREADABLE", { row: rowInHand(), detail: longCell });
    if (end > 0) yield bytes.subarray(0, end);
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) yield rest;
}

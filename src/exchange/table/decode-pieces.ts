import { isUtf8 } from "node:buffer";
import { FileFault } from "../ingest/fault-code.ts";
import { cutPieces } from "./cut-pieces.ts";
import type { TableEncoding } from "./table.ts";

/**
 * Makes UTF-8 of bytes in an encoding, in pieces that are whole characters, wherever the bytes are cut. ENCODING where they are not of that
 * encoding, after everything before has been yielded: `rowInHand` then says the row.
 */
export async function* decodePieces(chunks: AsyncIterable<Buffer>, encoding: TableEncoding, rowInHand: () => number): AsyncGenerator<Buffer, void, undefined> {
  const decode = encoding === "UTF-8" ? (piece: Buffer) => (isUtf8(piece) ? piece : null) : decodeGb18030;
  for await (const piece of cutPieces(chunks, rowInHand)) {
    const text = decode(piece);
    if (text) {
      yield text;
      continue;
    }
    // Line by line as far as it goes, so that the reader stands in the row that is wrong.
    for (let from = 0, at = 0; at < piece.length; at++) {
      if (piece[at] !== 0x0a && piece[at] !== 0x0d && at < piece.length - 1) continue;
      const line = decode(piece.subarray(from, at + 1));
      if (!line) throw new FileFault("ENCODING", { row: rowInHand(), detail: { en: `The row has bytes that are not ${encoding}; state the encoding of the file, or save it as UTF-8.`, zh: `该行含有不符合 ${encoding} 编码的字节，请注明文件的编码，或另存为 UTF-8。` } });
      yield line;
      from = at + 1;
    }
  }
}

function decodeGb18030(piece: Buffer): Buffer | null {
  try {
    // A decoder of its own for each piece: one that has failed keeps what it had.
    return Buffer.from(new TextDecoder("gb18030", { fatal: true, ignoreBOM: true }).decode(piece));
  } catch {
    return null;
  }
}

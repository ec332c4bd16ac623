import { isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";
import { FileFault } from "../ingest/file-fault.ts";
import { decodePieces } from "./decode-pieces.ts";
import { encodingMark, isArchive, isOldWorkbook, isUtf16, readBytes } from "./first-bytes.ts";
import type { TableEncoding } from "./table.ts";

/** A file of text that is being read. */
export interface TextFile {
  readonly encoding: TableEncoding;
  bytesRead(): number;
  /** The text as UTF-8, its mark at the beginning taken off, in pieces that are whole characters. ENCODING at the row that the reader then has in hand, once it has taken everything before it. */
  pieces(rowInHand: () => number): AsyncGenerator<Buffer, void, undefined>;
  close(): Promise<void>;
}

const chunkBytes = 1 << 16;

/** Opens a file of text; `encoding` null: UTF-8 where it is marked so or its first 64 KiB are, else GB18030. Throws ENCODING for what is marked as something else, UNREADABLE for workbooks and web pages. */
export async function openText(file: string, encoding: TableEncoding | null): Promise<TextFile> {
  const handle = await open(file);
  try {
    const first = await readBytes(handle, chunkBytes);
    const found = encoding ?? (isUtf8(withoutCutCharacter(first)) ? "UTF-8" : "GB18030");
    const mark = assertText(first, encoding);
    let bytesRead = first.length;
    const chunks = async function* (): AsyncGenerator<Buffer, void, undefined> {
      for (let chunk = first; chunk.length > 0; chunk = await readBytes(handle, chunkBytes)) {
        if (chunk !== first) bytesRead += chunk.length;
        yield chunk === first ? first.subarray(mark) : chunk;
      }
    };
    return { encoding: found, bytesRead: () => bytesRead, pieces: (rowInHand) => decodePieces(chunks(), found, rowInHand), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Length of the mark of the encoding; throws for what is no text in it. */
function assertText(first: Buffer, stated: TableEncoding | null): number {
  if (isArchive(first) || isOldWorkbook(first)) {
    throw new FileFault("UNREADABLE", { detail: { en: "The file is a workbook or an archive; deliver it as XLSX, or save it as CSV (UTF-8).", zh: "文件是工作簿或压缩包，请按 XLSX 格式报送，或另存为 CSV（UTF-8）。" } });
  }
  if (/^(ï»¿)?\s*<(!doctype html|html|\?xml|table)\b/i.test(first.toString("latin1", 0, 500))) {
    throw new FileFault("UNREADABLE", { detail: { en: "The file is a web page: a page to sign in, an error, or a table that was saved as a page; deliver the table itself as CSV or XLSX.", zh: "文件是网页：可能是登录页、出错页，或者“另存为网页”的表格；请报送 CSV 或 XLSX 格式的表格本身。" } });
  }
  if (isUtf16(first)) {
    throw new FileFault("ENCODING", { detail: { en: "The file is UTF-16 (“Unicode text”); save it as UTF-8.", zh: "文件编码为 UTF-16（“Unicode 文本”），请另存为 UTF-8。" } });
  }
  const mark = encodingMark(first);
  if (mark?.encoding === "UTF-8" && stated === "GB18030") {
    throw new FileFault("ENCODING", { detail: { en: "GB18030 was stated, and the file is marked as UTF-8.", zh: "声明为 GB18030，但文件带有 UTF-8 标记（BOM）。" } });
  }
  return mark?.length ?? 0;
}

/** Without the bytes at the end that begin a character of UTF-8 and do not complete it. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  const start = bytes.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  const lead = bytes[start] ?? 0;
  const needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return bytes.length < chunkBytes || bytes.length - start >= needed ? bytes : bytes.subarray(0, start);
}

import type { FileHandle } from "node:fs/promises";
import type { TableEncoding } from "./table.ts";

/** The next bytes of a file, as many as asked for unless it ends before. */
export async function readBytes(handle: FileHandle, count: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(count);
  let length = 0;
  for (let read = -1; read !== 0 && length < count; length += read) read = (await handle.read(buffer, length, count - length)).bytesRead;
  return buffer.subarray(0, length);
}

const startsWith = (bytes: Buffer, ...start: number[]): boolean => start.every((byte, place) => bytes[place] === byte);

/** Whether a file that begins so is an archive (ZIP), as workbooks are. */
export const isArchive = (first: Buffer): boolean => startsWith(first, 0x50, 0x4b, 0x03, 0x04);

/** Whether a file that begins so is an old .xls workbook, or a workbook with a password. */
export const isOldWorkbook = (first: Buffer): boolean => startsWith(first, 0xd0, 0xcf, 0x11, 0xe0);

/** Whether a file that begins so is marked as UTF-16. */
export const isUtf16 = (first: Buffer): boolean => startsWith(first, 0xff, 0xfe) || startsWith(first, 0xfe, 0xff);

/** The encoding as which a file that begins so is marked (U+FEFF), with the bytes of the mark; null where it has none. */
export function encodingMark(first: Buffer): { readonly encoding: TableEncoding; readonly length: number } | null {
  if (startsWith(first, 0xef, 0xbb, 0xbf)) return { encoding: "UTF-8", length: 3 };
  return startsWith(first, 0x84, 0x31, 0x95, 0x33) ? { encoding: "GB18030", length: 4 } : null;
}

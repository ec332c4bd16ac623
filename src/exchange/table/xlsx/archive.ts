import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { FileFault } from "../../ingest/file-fault.ts";
import { isArchive, isOldWorkbook, readBytes } from "../first-bytes.ts";
import type { WorkbookLimits } from "../table-limits.ts";
import { damaged, unreadable, unsafe } from "./workbook-faults.ts";

/** The parts of a workbook, which is an archive. They are read in memory by their names; nothing is ever written under a name of the archive. */
export interface Archive {
  /** Names of all parts, in lower case as they are compared. */
  readonly names: readonly string[];
  /** The inflated bytes of a part; no more than its directory tells, which is within the limits. */
  read(name: string): AsyncGenerator<Buffer, void, undefined>;
  /** Compressed bytes that have been read, for progress. */
  bytesRead(): number;
  close(): void;
}

/** Opens a workbook and looks at the directory of its parts. Throws UNREADABLE for what is no archive or a damaged one, UNSAFE for one that unfolds beyond the limits. */
export async function openArchive(file: string, limits: WorkbookLimits): Promise<Archive> {
  await assertArchive(file);
  const zip = await openPromise(file, { autoClose: false }).catch(refuse);
  try {
    const entries = await readDirectory(zip, limits).catch(refuse);
    let bytesRead = 0;
    return {
      names: [...entries.keys()],
      async *read(name) {
        const entry = entries.get(name.toLowerCase());
        if (!entry) throw damaged();
        const { compressedSize, uncompressedSize } = entry;
        const before = bytesRead;
        let length = 0;
        let checksum = 0;
        try {
          for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
            length += chunk.length;
            checksum = crc32(chunk, checksum);
            bytesRead = before + Math.round((compressedSize * length) / uncompressedSize);
            yield chunk;
          }
        } catch (error) {
          refuse(error);
        }
        if (checksum !== entry.crc32) throw damaged();
      },
      bytesRead: () => bytesRead,
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** What the library says of an archive is told as one thing; what the system says of the file is not the file's fault. */
function refuse(error: unknown): never {
  throw error instanceof FileFault || (error instanceof Error && "syscall" in error) ? error : damaged();
}

async function assertArchive(file: string): Promise<void> {
  const handle = await open(file);
  try {
    const first = await readBytes(handle, 4);
    if (isOldWorkbook(first)) {
      throw unreadable("The file is an old .xls workbook, or a workbook with a password; save it as .xlsx without a password.", "文件是旧版 .xls 工作簿或者加了密码的工作簿，请去掉密码并另存为 .xlsx。");
    }
    if (!isArchive(first)) throw unreadable("The file is not an .xlsx workbook; a CSV is delivered as text/csv.", "文件不是 .xlsx 工作簿；CSV 文件请按 text/csv 报送。");
  } finally {
    await handle.close();
  }
}

async function readDirectory(zip: ZipFile, limits: WorkbookLimits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw unreadable("The workbook holds a part twice.", "工作簿内部有重复的部件。");
    if (entry.isEncrypted()) throw unreadable("The workbook has a password; save it without one.", "工作簿加了密码，请去掉密码后另存。");
    total += entry.uncompressedSize;
    const isBlownUp = entry.uncompressedSize > (1 << 20) && entry.uncompressedSize > entry.compressedSize * limits.ratio;
    if (isBlownUp || entry.uncompressedSize > limits.partBytes || total > limits.totalBytes || entries.size >= limits.parts) {
      throw unsafe("The workbook unfolds to far more than its size tells; deliver it as CSV.", "工作簿解压后体积异常，请改用 CSV 报送。");
    }
    entries.set(name, entry);
  }
  return entries;
}

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

/** Bytes that a delivered file may have. */
export const longestFile = 4 * 1024 ** 3;

/** Days for which the file of a delivery is kept that had faults, or was cancelled or interrupted: for its faults to be marked in it, or to be resumed. */
const daysKept = 7;

/** The file has more bytes than a delivery may. */
export class FileTooLong extends Error {
  constructor() {
    super(`A delivered file has at most ${longestFile} bytes.`);
    this.name = "FileTooLong";
  }
}

/** A file that has arrived whole and is on the disk. */
export interface Spooled {
  readonly byteCount: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

/**
 * Files of deliveries, from their arrival until they are merged, in a folder of the hub's own: what is acknowledged is on the disk. Readable by the
 * hub's user alone (0600), like the database beside it.
 */
export class Spool {
  readonly #folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#folder = folder;
  }

  /** Where the file of a delivery is. */
  fileOf(id: string): string {
    return join(this.#folder, id);
  }

  has(id: string): boolean {
    return existsSync(this.fileOf(id));
  }

  /**
   * Writes what arrives to the disk. Where it ends in the midst, nothing is left.
   *
   * @throws FileTooLong; what the reading and the disk throw
   */
  async keep(id: string, source: Readable): Promise<Spooled> {
    const arriving = `${this.fileOf(id)}.arriving`;
    const hash = createHash("sha256");
    let byteCount = 0;
    try {
      const file = await open(arriving, "wx", 0o600);
      try {
        for await (const chunk of source as AsyncIterable<Buffer>) {
          byteCount += chunk.length;
          if (byteCount > longestFile) throw new FileTooLong();
          hash.update(chunk);
          await file.writeFile(chunk);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(arriving, this.fileOf(id));
      await this.#sync();
    } catch (error) {
      await rm(arriving, { force: true });
      throw error;
    }
    return { byteCount, digest: hash.digest("hex") };
  }

  /** The name in the folder is on the disk as well. */
  async #sync(): Promise<void> {
    const folder = await open(this.#folder, "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  async forget(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true });
  }

  /** Identifiers of files that have been here for longer than they are kept. */
  stale(now = Date.now()): readonly string[] {
    return readdirSync(this.#folder).filter((name) => now - statSync(join(this.#folder, name)).mtimeMs > daysKept * 86_400_000);
  }
}

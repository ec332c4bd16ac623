import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { holdFolder, type DataLock } from "../../store/data-lock.ts";

/** Bytes that a delivered file may have. */
export const longestFile = 4 * 1024 ** 3;

/** Days for which the file of a delivery is kept that had faults, or was cancelled or interrupted: for its faults to be marked in it, or to be resumed. */
const daysKept = 7;

/** The file has more bytes than a delivery may. */
export class FileTooLong extends Error {
  /** Bytes that it may have. */
  readonly longest: number;

  constructor(longest: number) {
    super(`A delivered file has at most ${longest} bytes.`);
    this.name = "FileTooLong";
    this.longest = longest;
  }
}

/** The file ended before its end: whoever sent it went away, or sent nothing more. */
export class FileCut extends Error {
  constructor(cause: unknown) {
    super("The file ended in its midst.", { cause });
    this.name = "FileCut";
  }
}

/** A file that has arrived whole and is on the disk. */
export interface Spooled {
  readonly byteCount: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

/** What follows the name of a file that has not arrived whole. */
const arrivingSuffix = ".arriving";

const isId = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);

/**
 * Takes the folder of deliveries: while a hub has it no other one receives in it, so that what nobody knows of can be cleaned.
 *
 * @throws StartError where another hub has the folder
 */
export function holdSpool(folder: string): DataLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = holdFolder(folder, `Another hub takes deliveries in by the folder ${folder}: stop it, or set HUB_DATA_DIR to another folder.`);
  // What was arriving when the hub was killed: nobody was told that it is here.
  for (const name of readdirSync(folder)) if (name.endsWith(arrivingSuffix)) rmSync(join(folder, name), { force: true });
  return lock;
}

/**
 * Files of deliveries, from their arrival until they are merged, in a folder of the hub's own: what is acknowledged is on the disk. Readable by the
 * hub's user alone (0600), like the database beside it.
 */
export class Spool {
  readonly #folder: string;
  readonly #longest: number;

  /** @param longest bytes that a file may have */
  constructor(folder: string, longest = longestFile) {
    this.#folder = folder;
    this.#longest = longest;
  }

  /** Where the file of a delivery is. */
  fileOf(id: string): string {
    return join(this.#folder, id);
  }

  has(id: string): boolean {
    return existsSync(this.fileOf(id));
  }

  /** Identifiers of the files that are here whole. */
  list(): readonly string[] {
    return readdirSync(this.#folder).filter(isId);
  }

  /**
   * Writes what arrives to the disk. Where it ends in the midst, nothing is left; the rest of what arrives is then left in the source.
   *
   * @throws FileTooLong; FileCut; what the disk throws
   */
  async keep(id: string, source: Readable): Promise<Spooled> {
    const arriving = `${this.fileOf(id)}${arrivingSuffix}`;
    const hash = createHash("sha256");
    let byteCount = 0;
    try {
      const file = await open(arriving, "wx", 0o600);
      try {
        for await (const chunk of piecesOf(source)) {
          byteCount += chunk.length;
          if (byteCount > this.#longest) throw new FileTooLong(this.#longest);
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

  /** Keeps the file of one delivery as that of another, where that has none here. */
  async pass(id: string, to: string): Promise<void> {
    if (this.has(to)) return this.forget(id);
    await rename(this.fileOf(id), this.fileOf(to));
    await this.#sync();
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

  /** Whether a file has been here for longer than those are kept of which nothing is under way. */
  isStale(id: string, now = Date.now()): boolean {
    const found = statSync(this.fileOf(id), { throwIfNoEntry: false });
    return found !== undefined && now - found.mtimeMs > daysKept * 86_400_000;
  }
}

/** What arrives; the source stays as it is where the reading stops, so that whoever sends can still be answered. */
async function* piecesOf(source: Readable): AsyncGenerator<Buffer> {
  const pieces = source.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  for (;;) {
    const piece = await pieces.next().catch((error: unknown) => {
      throw new FileCut(error);
    });
    if (piece.done === true) return;
    yield piece.value;
  }
}

import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartError } from "../start-error.ts";
import { hasCode } from "./has-code.ts";

/**
 * Node has no file locks, and the usual substitutes fail: a pid in a file is fooled when the system gives the pid to another process, and
 * two starters that find a stale file both take it over. SQLite, which Node brings along, takes the system's own lock on a file: it is
 * exclusive from the first instant, ends with the process however that ends, and holds between containers that share the folder.
 */
export interface DataLock {
  release(): void;
}

/** SQLite's primary result code for a lock that somebody else holds (SQLITE_BUSY). */
const busy = 5;

/** Takes the lock of a data folder; null when another process, or another part of this one, holds it. */
export function takeDataLock(dataFolder: string): DataLock | null {
  const path = join(dataFolder, "lock");
  let database: DatabaseSync | null = null;
  try {
    makePrivate(path);
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec("pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive");
  } catch (error) {
    database?.close();
    if (error instanceof Error && "errcode" in error && error.errcode === busy) return null;
    throw new StartError(`The file ${path} can't be locked: let the hub's user write it, and keep the data folder on a file system with locks.`, { cause: error });
  }
  const held = database;
  return { release: () => held.close() };
}

/**
 * Takes the lock of a folder that one process at a time uses.
 *
 * @throws StartError with the sentence where another one holds it
 */
export function holdFolder(folder: string, sentence: string): DataLock {
  const lock = takeDataLock(folder);
  if (lock === null) throw new StartError(sentence);
  return lock;
}

/**
 * Makes the file so that no other user can hold a lock on it. An existing one is not even opened: the system drops a process's locks on a
 * file as soon as the process closes any handle of it.
 */
function makePrivate(path: string): void {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}

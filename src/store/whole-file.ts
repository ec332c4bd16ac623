import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { hasCode } from "./has-code.ts";

/**
 * Files that are there as a whole or not at all, whenever the hub is killed: written beside their place with mode 0600, flushed, and then
 * named.
 */
export function replaceFile(path: string, text: string): void {
  const draft = writeDraft(path, text);
  renameSync(draft, path);
  flushFolder(dirname(path));
}

/** Creates the file unless it exists; answers the text that is in the file afterwards, so that of several creators all get the same. */
export function createFile(path: string, text: string): string {
  const draft = writeDraft(path, text);
  try {
    linkSync(draft, path);
    flushFolder(dirname(path));
    return text;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    return readFileSync(path, "utf8");
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(path: string, text: string): string {
  const draft = `${path}.${randomBytes(6).toString("hex")}.new`;
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return draft;
}

/** Makes the names in a folder durable, as a rename alone does not. */
export function flushFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

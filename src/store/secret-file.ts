import { readFileSync, statSync } from "node:fs";
import { StartError } from "../start-error.ts";
import { hasCode } from "./has-code.ts";
import { createFile } from "./whole-file.ts";

/** A secret of 32 bytes as hexadecimal digits, read from a file of mode 0600 that is made with `make` when it is absent. */
export function readOrMakeSecret(path: string, make: () => string): string {
  const text = (readOwnSecret(path) ?? createFile(path, `${make()}\n`)).trim();
  return assertSecret(path, text);
}

/** The secret in the file, null when there is no such file; refused when other users may read it. */
export function readSecret(path: string): string | null {
  const text = readOwnSecret(path);
  return text === null ? null : assertSecret(path, text.trim());
}

function readOwnSecret(path: string): string | null {
  try {
    if ((statSync(path).mode & 0o077) !== 0) {
      throw new StartError(`Other users may read the secret in ${path}: make it private with chmod 600, and replace it if they did.`);
    }
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    if (error instanceof StartError) throw error;
    throw new StartError(`The secret in ${path} can't be read: let the user that runs the hub read it.`, { cause: error });
  }
}

function assertSecret(path: string, text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text;
  throw new StartError(`The secret in ${path} is damaged, as it is not 64 hexadecimal digits: restore the file from a backup.`);
}

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { keyForm, type Config } from "../config.ts";
import { StartError } from "../start-error.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { readOrMakeSecret } from "./secret-file.ts";

/**
 * The hub's master key, 32 bytes: from HUB_KEY, from the file of HUB_KEY_FILE, else from the file `key` in the data folder, made at the
 * first start. It never is in the database. Everything secret that must be the same at the next start is derived from it.
 */
export function hubKey(config: Pick<Config, "key" | "keyFile" | "dataDir">): Buffer {
  if (config.key !== null) return Buffer.from(config.key, "hex");
  if (config.keyFile !== null) return Buffer.from(readOperatorsFile(config.keyFile), "hex");
  prepareDataFolder(config.dataDir);
  return Buffer.from(readOrMakeSecret(join(config.dataDir, "key"), () => randomBytes(32).toString("hex")), "hex");
}

/** The operator's own file: its mode is the operator's business (orchestrators mount secrets as 0440). */
function readOperatorsFile(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
  } catch (error) {
    throw new StartError(`The file ${path} of HUB_KEY_FILE can't be read: give a file that the hub's user may read.`, { cause: error });
  }
  if (!keyForm.test(text)) throw new StartError(`The file ${path} of HUB_KEY_FILE holds no key: write 64 hexadecimal digits into it, such as \`openssl rand -hex 32\` prints.`);
  return text;
}

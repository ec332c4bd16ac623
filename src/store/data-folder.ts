import { accessSync, constants, mkdirSync, realpathSync } from "node:fs";
import { StartError } from "../start-error.ts";
import { codeOf } from "./has-code.ts";

/**
 * Makes the data folder when it is absent and answers its real path. Started as root, others may pass through it (mode 0711) but not list
 * it: PostgreSQL runs as another user and must reach its own folder inside.
 */
export function prepareDataFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(path);
  } catch (error) {
    throw new StartError(`The data folder ${path} can't be used (${codeOf(error)}): set HUB_DATA_DIR to a folder in which the hub's user may write.`, { cause: error });
  }
}

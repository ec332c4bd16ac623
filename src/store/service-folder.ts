import { chmodSync, mkdirSync } from "node:fs";
import { StartError } from "../start-error.ts";
import { codeOf } from "./has-code.ts";

const path = "/var/lib/integrity-hub";

/** Where root keeps what PostgreSQL's user must reach when the hub's own folder is closed to it; others may pass through, not list. */
export function serviceFolder(): string {
  try {
    if (mkdirSync(path, { recursive: true }) !== undefined) chmodSync(path, 0o711); // whatever the umask says
    return path;
  } catch (error) {
    throw new StartError(`The folder ${path} can't be made (${codeOf(error)}), which PostgreSQL needs where its user can't enter the hub's folder: set HUB_DATA_DIR to a folder that other users can enter, run as an ordinary user, or set DATABASE_URL.`, { cause: error });
  }
}

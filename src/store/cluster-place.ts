import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { StartError } from "../start-error.ts";
import { canEnter, databaseAccount, type Account } from "./account.ts";
import { hasCode } from "./has-code.ts";
import type { Log } from "./log.ts";
import { serviceFolder } from "./service-folder.ts";
import { replaceFile } from "./whole-file.ts";

/** Where a data folder's cluster lives and which user runs it. */
export interface ClusterPlace {
  /** The folder around the cluster: drafts of it are made here and renamed. */
  readonly home: string;
  /** PostgreSQL's own data directory, `postgres` in `home`; absent before the first start. */
  readonly cluster: string;
  readonly account: Account | null;
}

/**
 * The cluster lives in the data folder. As root with a data folder that PostgreSQL's user can't enter, it lives in the service folder, and
 * the file `postgres-location` in the data folder says where, so that a moved data folder still finds it.
 */
export async function clusterPlace(dataFolder: string, log: Log): Promise<ClusterPlace> {
  const pointer = join(dataFolder, "postgres-location");
  const home = readPointer(pointer) ?? dataFolder;
  const cluster = join(home, "postgres");
  const account = await databaseAccount(cluster);
  if (await canEnter(account, home)) return { home, cluster, account };
  if (home !== dataFolder || account === null || statSync(cluster, { throwIfNoEntry: false }) !== undefined) {
    throw new StartError(`The user ${account?.name ?? "of the hub"} can't enter ${home}, where the database is: open the folders above it with chmod o+x, or move the data folder to where that user can enter.`);
  }
  return settleElsewhere(dataFolder, pointer, account, log);
}

function readPointer(pointer: string): string | null {
  let home: string;
  try {
    home = readFileSync(pointer, "utf8").trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw new StartError(`The file ${pointer} can't be read: let the user that runs the hub read it.`, { cause: error });
  }
  if (isAbsolute(home) && statSync(home, { throwIfNoEntry: false })?.isDirectory()) return home;
  throw new StartError(`The file ${pointer} says that the database is in ${JSON.stringify(home)}, which is no folder: restore that folder, or move the data folder away to start with an empty one.`);
}

function settleElsewhere(dataFolder: string, pointer: string, account: Account, log: Log): ClusterPlace {
  // The random part keeps a data folder that was deleted and made again from meeting the old one's cluster, whose password is lost.
  const home = join(serviceFolder(), `${createHash("sha256").update(dataFolder).digest("hex").slice(0, 16)}-${randomBytes(4).toString("hex")}`);
  mkdirSync(home);
  chmodSync(home, 0o711); // stays root's, which renames and removes in it; only the cluster inside belongs to the account
  replaceFile(pointer, `${home}\n`);
  log.info(`PostgreSQL's user ${account.name} can't enter ${dataFolder}, so the database is kept in ${home}; remove that folder together with the data folder.`);
  return { home, cluster: join(home, "postgres"), account };
}

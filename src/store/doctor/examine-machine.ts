import { accessSync, constants, readFileSync, statfsSync, statSync, type Stats } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import { keyForm, type Config } from "../../config.ts";
import { codeOf, hasCode } from "../has-code.ts";
import { doubtful, good, wrong, type Finding } from "./finding.ts";

/** The oldest Node.js that runs the hub's files as they are. */
const oldestNode = 24;

/** Bytes that must be free, and that should be. */
const room = Object.freeze({ needed: 256 * 2 ** 20, wanted: 2 * 2 ** 30 });

/** What the machine is, where tests say otherwise. */
export interface Machine {
  readonly node: string;
  /** Bytes that are free where a folder is. */
  readonly freeAt: (folder: string) => number;
}

export const thisMachine: Machine = Object.freeze({
  node: process.versions.node,
  freeAt: (folder: string) => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
});

/** Looks at what the hub needs beside its database: its runtime, its folder, its key, its address. Makes nothing. */
export const examineMachine = (config: Config, machine = thisMachine): readonly Finding[] => [nodeFinding(machine), folderFinding(config), ...spaceFinding(config, machine), keyFinding(config), addressFinding(config)];

function nodeFinding({ node }: Machine): Finding {
  if (Number.parseInt(node, 10) >= oldestNode) return good("Node.js", `It is ${node}.`);
  return wrong("Node.js", `It is ${node}, and the hub needs ${oldestNode}.`, "Start the hub by npm, which takes the one that npm ci has brought.");
}

function folderFinding({ dataDir, databaseUrl }: Config): Finding {
  const about = "data folder";
  const stats = lookAt(dataDir);
  if (typeof stats === "string" && stats === "ENOENT") return databaseUrl === null ? wrong(about, `${dataDir} is not there.`, "Start the hub once, or set HUB_DATA_DIR to where it was.") : good(about, `${dataDir} is not there yet; the next start makes it.`);
  if (typeof stats === "string" || !stats.isDirectory()) return wrong(about, `${dataDir} is no folder that can be looked at.`, "Set HUB_DATA_DIR to a folder of the hub's user.");
  if ((stats.mode & 0o022) !== 0) return wrong(about, `Other users may write in ${dataDir}.`, "Take that from them with chmod go-w.");
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return wrong(about, `This user may not write in ${dataDir}.`, "Run the command as the hub's user, or give the folder to it with chown.");
  }
  return good(about, `${dataDir} is the hub's.`);
}

function spaceFinding({ dataDir }: Config, { freeAt }: Machine): readonly Finding[] {
  const about = "disk space";
  let free: number;
  try {
    free = freeAt(dataDir);
  } catch {
    return []; // without a folder there is no disk to look at
  }
  const told = `${Math.floor(free / 2 ** 20)} MiB are free where the data folder is.`;
  const remedy = "Make room: deliveries are kept there until they are taken in, and without DATABASE_URL the database is there too.";
  return [free < room.needed ? wrong(about, told, remedy) : free < room.wanted ? doubtful(about, told, remedy) : good(about, told)];
}

function keyFinding({ key, keyFile, dataDir }: Config): Finding {
  const about = "key";
  if (key !== null) return good(about, "It comes by HUB_KEY.");
  const path = keyFile ?? join(dataDir, "key");
  const stats = lookAt(path);
  if (stats === "ENOENT") return wrong(about, `There is no key in ${path}.`, "Restore it from where it is kept; at a first start the hub makes one, and encrypted columns of an older database would be lost.");
  if (typeof stats === "string") return wrong(about, `${path} can't be looked at (${stats}).`, "Run the command as the hub's user.");
  if ((stats.mode & 0o077) !== 0 && keyFile === null) return wrong(about, `Other users may read ${path}.`, "Make it private with chmod 600, and replace the key if they did.");
  try {
    if (!keyForm.test(readFileSync(path, "utf8").trim())) return wrong(about, `${path} holds no key.`, "Restore it from where it is kept: 64 hexadecimal digits.");
  } catch (error) {
    return wrong(about, `${path} can't be read (${codeOf(error)}).`, "Let the hub's user read it.");
  }
  if ((stats.mode & 0o007) !== 0) return doubtful(about, `All users of this machine may read ${path}.`, "Take that from them with chmod o-rwx, unless they are only the hub.");
  return good(about, `It is in ${path}. Keep a copy apart from the database's: without it encrypted columns are lost.`);
}

function addressFinding({ host, publicUrl }: Config): Finding {
  const about = "address";
  const isLocal = host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
  if (!isLocal && publicUrl === null) return wrong(about, `The hub listens on ${host} and HUB_PUBLIC_URL is not set, so clients sign for an address that nobody calls.`, "Set HUB_PUBLIC_URL to the hub's address as its clients know it.");
  if (publicUrl?.startsWith("http://") && !/^http:\/\/(localhost|127\.|\[::1\])/.test(publicUrl)) return doubtful(about, "HUB_PUBLIC_URL is not encrypted.", "Put a proxy with a certificate before the hub, and let HUB_PUBLIC_URL begin with https://.");
  return good(about, publicUrl === null ? `It listens on ${host}, for this machine alone.` : `Clients know it as ${publicUrl}.`);
}

/** What is at a path, or the system's code where nothing is or nobody may look. */
function lookAt(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    return hasCode(error, "ENOENT") ? "ENOENT" : codeOf(error);
  }
}

import { execFileSync } from "node:child_process";
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../start-error.ts";
import { hasCode } from "./has-code.ts";
import type { Log } from "./log.ts";
import { waitFor } from "./wait-for.ts";

/** Patience in ms: with a fast shutdown, which ends with a checkpoint, and then with an immediate one, which recovers at the next start. */
const patience = { fast: 30_000, immediate: 10_000 };

/**
 * Cleans up after a hub that was killed; the caller holds the data lock, so no hub lives. A server that still runs on the cluster is stopped. A
 * lock file left by a dead server whose number the system gave to another process would keep PostgreSQL from starting: its first line is
 * rewritten to our own number, which PostgreSQL, as our child, takes for stale, and the other lines stay, because through them it finds
 * backends that outlived their server.
 */
export async function stopOrphan(cluster: string, log: Log): Promise<void> {
  const file = join(cluster, "postmaster.pid");
  const pid = readPid(file);
  if (pid === null) return;
  if (!isServerOf(cluster, pid)) {
    replaceFirstLine(file, String(process.pid));
    return;
  }
  log.info("A killed hub left its database server running; it is stopped before this one starts.");
  const isGone = (): true | null => (isServerOf(cluster, pid) ? null : true);
  for (const [signal, within] of [["SIGINT", patience.fast], ["SIGQUIT", patience.immediate]] as const) {
    kill(pid, signal);
    if ((await waitFor(isGone, { every: 20, within })) !== null) return;
  }
  throw new StartError(`A database server that a killed hub left behind (process ${pid}) does not stop: end it with kill -9 ${pid} and start again.`);
}

/** As root in a folder of another user: a link that was put in the file's place is not followed. */
function replaceFirstLine(path: string, line: string): void {
  const file = openSync(path, constants.O_RDWR | constants.O_NOFOLLOW);
  try {
    const text = readFileSync(file, "utf8").replace(/^.*/, line);
    ftruncateSync(file);
    writeSync(file, text, 0);
  } finally {
    closeSync(file);
  }
}

function readPid(file: string): number | null {
  try {
    const pid = Math.abs(Number.parseInt(readFileSync(file, "utf8"), 10));
    return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw new StartError(`The file ${file} can't be read: let the user that runs the hub read it.`, { cause: error });
  }
}

/** Whether the process is the server of this cluster: its command line, which servers keep, names both. */
function isServerOf(cluster: string, pid: number): boolean {
  const words = commandLine(pid);
  return /(^|\/)postgres(\.exe)?$/.test(words[0] ?? "") && words.includes(cluster);
}

function commandLine(pid: number): readonly string[] {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim().split(" ");
  } catch {
    return [];
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (hasCode(error, "EPERM")) throw new StartError(`Another user's database server (process ${pid}) runs on the data folder: stop it as that user.`, { cause: error });
  }
}

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hasCode } from "./has-code.ts";
import { replaceFile } from "./whole-file.ts";

/**
 * What the holder of a data folder's lock tells others, in the file `running.json`. Only worth something while the lock is held, since a
 * killed hub leaves its file behind.
 */
export interface RunningServer {
  /** The process that holds the lock. */
  readonly pid: number;
  /** Port of the database on 127.0.0.1; null until it answers. */
  readonly port: number | null;
  /** Whether a command holds the folder for a moment; then others wait for it instead of using a server that is about to stop. */
  readonly momentary: boolean;
}

const fileOf = (dataFolder: string): string => join(dataFolder, "running.json");

export function announceServer(dataFolder: string, server: RunningServer): void {
  replaceFile(fileOf(dataFolder), `${JSON.stringify(server)}\n`);
}

export function withdrawServer(dataFolder: string): void {
  rmSync(fileOf(dataFolder), { force: true });
}

/** The announced server; null when there is none or when its process is no more. */
export function announcedServer(dataFolder: string): RunningServer | null {
  let text: string;
  try {
    text = readFileSync(fileOf(dataFolder), "utf8");
  } catch {
    return null;
  }
  const server = parse(text);
  return server !== null && isAlive(server.pid) ? server : null;
}

function parse(text: string): RunningServer | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { pid, port, momentary } = value as Partial<Record<keyof RunningServer, unknown>>;
    if (typeof pid !== "number" || (typeof port !== "number" && port !== null) || typeof momentary !== "boolean") return null;
    return { pid, port, momentary };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

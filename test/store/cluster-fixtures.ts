import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { StartError } from "../../src/start-error.ts";
import { openCluster, type Cluster } from "../../src/store/cluster.ts";
import { silentLog, type Log } from "../../src/store/log.ts";

export const isRoot = process.getuid?.() === 0;
export const root = mkdtempSync(join(tmpdir(), "integrity-hub-cluster-"));
/** A data folder with a cluster that was closed in order, to be copied: making one takes most of a second. */
export const sample = join(root, "sample");

beforeAll(async () => {
  chmodSync(root, 0o711);
  const cluster = await open(sample);
  await ask(cluster.ownerUrl, (sql) => sql`create table kept (n int)`);
  await ask(cluster.ownerUrl, (sql) => sql`insert into kept values (1)`);
  await cluster.close();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

export const children = new Set<ChildProcess>();
export const clusters = new Set<Cluster>();
afterEach(async () => {
  for (const child of children) {
    child.kill("SIGTERM");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
  children.clear();
  for (const cluster of clusters) await cluster.close();
  clusters.clear();
  for (const name of readdirSync(root)) if (name.startsWith("data-")) rmSync(join(root, name), { recursive: true }); // some 40 MB each
});

let folders = 0;
export const emptyFolder = (): string => join(root, `data-${++folders}`);

/** A copy of the sample; modes and owners included, which only the system's own cp keeps. */
export function dataFolder(): string {
  const folder = emptyFolder();
  execFileSync("cp", ["-a", sample, folder]);
  return folder;
}

export async function open(dataDir: string, log: Log = silentLog): Promise<Cluster> {
  const cluster = await openCluster({ databaseUrl: null, dataDir }, log);
  clusters.add(cluster);
  return cluster;
}

/** The one sentence in which the folder is refused. */
export async function refusal(config: { databaseUrl: string | null; dataDir: string }): Promise<string> {
  const error: unknown = await openCluster(config, silentLog).then(async (cluster) => {
    await cluster.close();
    return null;
  }, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message, "one sentence").toMatch(/^[A-Z][^\n]*[.]$/);
  return message;
}

export async function ask<Result>(url: string, question: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}

export const kept = (url: string): Promise<number> => ask(url, async (sql) => (await sql`select n from kept`).length);

export interface HubProcess {
  readonly child: ChildProcess;
  readonly ownerUrl: string;
  readonly refused: string;
  /** What it logged. */
  readonly lines: string[];
  /** Exit status or signal. */
  readonly ended: Promise<number | string>;
}

/** Starts a hub in a process of its own and waits for its first word. */
export async function hub(folder: string, then: "stay" | "exit" | "throw" | "end" | "command"): Promise<HubProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("hub-process.ts", import.meta.url)), folder, then], { stdio: ["pipe", "pipe", "pipe"] });
  children.add(child);
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => lines.push(line));
  const ended = new Promise<number | string>((resolve) => child.once("exit", (status, signal) => resolve(signal ?? status ?? -1)));
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), "line"), ended.then(() => [""])])) as [string];
  if (line === "") throw new Error(`the hub said nothing: ${lines.join("\n")}`);
  const { ownerUrl = "", refused = "" } = JSON.parse(line) as { ownerUrl?: string; refused?: string };
  return { child, ownerUrl, refused, lines, ended };
}

/** Number of the server process on a data folder, from its lock file. */
export const serverOf = (folder: string): number => Number.parseInt(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8"), 10);

export function isRunning(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8") !== ""; // a zombie's is empty
  } catch {
    return false;
  }
}

export const untilGone = (pid: number): Promise<void> => expect.poll(() => isRunning(pid), { interval: 10 }).toBe(false);

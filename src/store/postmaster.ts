import { spawn, type ChildProcessByStdio } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { ClusterPlace } from "./cluster-place.ts";
import { freePort } from "./free-port.ts";
import type { Log } from "./log.ts";
import { postmasterSettings, type Settings } from "./postmaster-settings.ts";
import type { Binaries } from "./postgres-binaries.ts";
import { plainEnvironment } from "./run.ts";
import { stopWithProcess } from "./stop-with-process.ts";
import { waitFor } from "./wait-for.ts";

/** A running server process. */
export interface Postmaster {
  readonly port: number;
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, a checkpoint is written, the process is gone when this resolves. */
  stop(): Promise<void>;
  /** The same without waiting, for the last instant of this process. */
  stopWithoutWaiting(): void;
}

/** Why a server did not come up: its own last words. */
export class PostmasterFailure extends Error {
  readonly lastWords: string;

  constructor(lastWords: string) {
    super(lastWords);
    this.lastWords = lastWords;
    this.name = "PostmasterFailure";
  }
}

/** Attempts at a port that somebody else takes between the question and the use. */
const portAttempts = 5;

/** Backends notice the death of their server within moments, except in the middle of a long computation; until then no other may start. */
const survivors = { pause: 100, patience: 20_000, words: "pre-existing shared memory block" };

/** Patience with a fast shutdown in ms before an immediate one, which recovers at the next start. */
const stopPatience = 30_000;

/** Pause in ms between complaints while the server recovers. */
const complainEvery = 10_000;

/**
 * Has glibc keep what a statement gives back, up to 4 MiB for each connection: it would return it to the system after every answer of more than
 * 128 KiB and get it again, zeroed page by page, for the next.
 */
const memorySettings = Object.freeze({ MALLOC_TRIM_THRESHOLD_: String(4 * 1024 * 1024), MALLOC_MMAP_THRESHOLD_: String(4 * 1024 * 1024), MALLOC_TOP_PAD_: String(256 * 1024) });

/** Starts the server on a whole cluster and waits until it takes connections, as long as it lives: recovery after a crash takes its time. */
export async function startPostmaster(place: ClusterPlace, binaries: Binaries, log: Log, settings: Settings, wantedPort?: number): Promise<Postmaster> {
  const begun = performance.now();
  let port = wantedPort ?? await freePort();
  for (let attempt = 1; ;) {
    try {
      return await startOn(port, place, binaries, log, settings);
    } catch (error) {
      const words = error instanceof PostmasterFailure ? error.lastWords : "";
      if (words.includes("could not create any TCP/IP sockets") && attempt < portAttempts) {
        attempt++;
        port = await freePort();
      } else if (words.includes(survivors.words) && performance.now() - begun < survivors.patience) {
        await sleep(survivors.pause);
      } else throw error;
    }
  }
}

async function startOn(port: number, { cluster, account }: ClusterPlace, { postgres }: Binaries, log: Log, settings: Settings): Promise<Postmaster> {
  const child = spawn(postgres, [
    "-D", cluster, "-p", String(port), ...Object.entries({ ...postmasterSettings, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ], {
    stdio: ["ignore", "ignore", "pipe"], cwd: "/", env: { ...plainEnvironment, ...memorySettings },
    detached: true, // a session of its own: Ctrl-C in the terminal reaches the hub alone, which then stops the server in order
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  const words = listen(child, log);
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      hasEnded = true;
      resolve();
    };
    child.once("close", end);
    child.once("error", (error: NodeJS.ErrnoException) => {
      words.push(`FATAL:  the program could not be started (${error.code ?? error.name})`);
      if (child.pid === undefined) end();
    });
  });

  // From the first instant: a signal during a long recovery must not leave the server behind.
  const stopServer = (): Promise<void> => stop(child, ended, log);
  const stopWithoutWaiting = (): void => void child.kill("SIGINT");
  void ended.then(stopWithProcess({ close: stopServer, closeWithoutWaiting: stopWithoutWaiting }));

  let complained = performance.now();
  const isUp = await waitFor(() => {
    if (hasEnded) return false;
    if (isReady(cluster, child.pid)) return true;
    if (performance.now() - complained > complainEvery) {
      complained = performance.now();
      log.info("The database server is still starting; after a crash it first replays its log.");
    }
    return null;
  }, { every: 10, within: Number.POSITIVE_INFINITY });
  if (isUp !== true) throw new PostmasterFailure(lastWords(words));
  words.length = 0;

  // From here on the server does not keep this process alive; stopping it does, while it lasts.
  child.unref();
  (child.stderr as Socket).unref();
  return { port, pid: child.pid!, ended, stop: stopServer, stopWithoutWaiting };
}

type Child = ChildProcessByStdio<null, null, Readable>;

async function stop(child: Child, ended: Promise<void>, log: Log): Promise<void> {
  child.ref();
  (child.stderr as Socket).ref();
  child.kill("SIGINT");
  const timer = setTimeout(() => {
    log.warn("The database server does not shut down; it is stopped at once and recovers at the next start.");
    child.kill("SIGQUIT");
  }, stopPatience);
  await ended;
  clearTimeout(timer);
}

/** The server writes into its lock file how far it is; the line is padded with blanks. */
function isReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return lines[0] === String(pid) && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/** Passes the server's lines on to the log and keeps the last ones. */
function listen(child: Child, log: Log): string[] {
  const words: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    log.debug(`postgres: ${line}`);
    words.push(line);
    if (words.length > 50) words.shift();
  }).on("error", () => {}); // the pipe breaks when the server is killed; `ended` tells
  return words;
}

/** The line in which the server says why it gives up; the first, because later ones say that others give up as well. */
function lastWords(words: readonly string[]): string {
  const line = words.find((word) => /\b(FATAL|PANIC):/.test(word)) ?? words.at(-1) ?? "it said nothing";
  return line.replace(/^.*\b(FATAL|PANIC):\s*/, "");
}

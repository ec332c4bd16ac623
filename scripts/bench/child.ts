import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { dirname, join } from "node:path";

/** Milliseconds for which a server keeps a connection that asks nothing, while the others are measured: as long as the hub does. Node's own five seconds are less than two rounds. */
export const idleFor = 72_000;

/** What a server that is measured says of its process. */
export interface Usage {
  /** Microseconds of processor time since it began. */
  readonly cpu: number;
  /** Bytes of resident memory. */
  readonly rss: number;
}

export interface Server {
  readonly url: URL;
  usage(): Promise<Usage>;
  /** Begins a processor profile, which is written into the file when the server is closed. */
  profile(file: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a server in a process of its own. Its standard output goes nowhere, as a log to a file would cost the disk's time.
 *
 * @param execArgv options of Node with which the server runs
 */
export async function startServer(file: string, settings: object, execArgv: string[] = []): Promise<Server> {
  const child: ChildProcess = fork(join(import.meta.dirname, file), { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv });
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`${file} ended with ${String(code)}`)));
  ended.catch(() => {});
  const next = async (): Promise<unknown> => ((await Promise.race([once(child, "message"), ended])) as unknown[])[0];
  child.send(settings);
  const { url } = (await next()) as { url: string };
  return {
    url: new URL(url),
    async usage() {
      child.send("usage");
      return (await next()) as Usage;
    },
    async profile(file) {
      child.send({ profile: file });
      await next();
    },
    async close() {
      child.send("end");
      await ended.catch(() => {});
    },
  };
}

/** The other side: `start` gets the settings and answers the address and how to close. */
export function serve<Settings>(start: (settings: Settings) => Promise<{ readonly url: string; close(): Promise<void> }>): void {
  process.once("message", (settings) => {
    void start(settings as Settings).then(({ url, close }) => {
      const inspector = new Session();
      let file: string | null = null;
      process.on("message", (message) => {
        if (message === "end") void close().then(() => (file === null ? undefined : writeProfile(inspector, file))).then(() => process.disconnect());
        else if (typeof message === "object" && message !== null && "profile" in message) {
          file = String(message.profile);
          inspector.connect();
          void inspector.post("Profiler.enable").then(() => inspector.post("Profiler.start")).then(() => process.send!("profiling"));
        } else {
          const { user, system } = process.cpuUsage();
          process.send!({ cpu: user + system, rss: process.memoryUsage.rss() } satisfies Usage);
        }
      });
      process.send!({ url });
    });
  });
}

async function writeProfile(inspector: Session, file: string): Promise<void> {
  const { profile } = await inspector.post("Profiler.stop");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(profile));
}

import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

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
  close(): Promise<void>;
}

/** Starts a server in a process of its own. Its standard output goes nowhere, as a log to a file would cost the disk's time. */
export async function startServer(file: string, settings: object, nodeOptions: readonly string[] = []): Promise<Server> {
  const child: ChildProcess = fork(join(import.meta.dirname, file), { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [...nodeOptions], env: { ...process.env, NODE_ENV: "production" } });
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
      process.on("message", (message) => {
        if (message === "end") void close().then(() => process.disconnect());
        else {
          const { user, system } = process.cpuUsage();
          process.send!({ cpu: user + system, rss: process.memoryUsage.rss() } satisfies Usage);
        }
      });
      process.send!({ url });
    });
  });
}

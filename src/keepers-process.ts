import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LogLevel } from "./config.ts";
import type { Logger } from "./log.ts";

/** What the process is told. By message, as arguments and environment are for every user of the machine to read. */
export interface KeepersOrders {
  readonly ownerUrl: string;
  /** Hexadecimal. */
  readonly key: string;
  readonly deliveries: string;
  readonly logLevel: LogLevel;
  /** Address of a collector of traces; null for none. */
  readonly tracesEndpoint: string | null;
}

export interface KeepersProcess {
  /** Its number in the system, as it is now. */
  readonly pid: number | undefined;
  /** Lets what it has begun end. */
  close(): Promise<void>;
}

/** Milliseconds before a process that ended by itself is started anew; each time it ends again, twice as many. */
const again = { first: 1_000, last: 60_000 };

/** Milliseconds in which the process must have ended when it is told to. */
const patience = 15_000;

/**
 * Keeps deliveries, search and access log in a process of its own: a file of millions of rows neither takes the hub's memory nor keeps a question
 * waiting, and what ends that process, if it be the lack of memory, does not end the answers.
 */
export function keepersProcess(orders: KeepersOrders, log: Logger): KeepersProcess {
  const path = fileURLToPath(new URL("keepers-main.ts", import.meta.url));
  let wait = again.first;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let child: ChildProcess;
  const start = (): void => {
    const since = performance.now();
    child = fork(path, [], { execArgv: ["--max-semi-space-size=8"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
    child.on("error", () => {}); // it ends, which is told
    child.send(orders, () => {});
    child.once("exit", (code, signal) => {
      if (isClosed) return;
      if (performance.now() - since > again.last) wait = again.first;
      log.error({ code, signal, again: wait }, "The process for deliveries, search and access log has ended; it is started again.");
      timer = setTimeout(start, wait);
      wait = Math.min(wait * 2, again.last);
    });
  };
  start();
  return {
    get pid() {
      return child.pid;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      const killer = setTimeout(() => child.kill("SIGKILL"), patience);
      child.send("end", () => {});
      await ended;
      clearTimeout(killer);
    },
  };
}

import { setTimeout as sleep } from "node:timers/promises";
import { reasonOf } from "../start-error.ts";
import type { Log } from "./log.ts";
import type { Postmaster } from "./postmaster.ts";

/** Pauses in ms before each attempt to start a server again that ended by itself; the last one repeats. */
const pauses = [100, 1_000, 5_000, 30_000] as const;

/**
 * Keeps a server running: one that ends although nobody asked (the system's out-of-memory killer takes the largest process, which it may
 * well be) is started again on the same port, so that the pools heal by themselves.
 */
export function superviseServer(first: Postmaster, restart: () => Promise<Postmaster>, log: Log): Pick<Postmaster, "stop" | "stopWithoutWaiting"> {
  let current = first;
  const stopping = new AbortController();
  let restarting: Promise<void> = Promise.resolve();

  const watch = (postmaster: Postmaster): void => void postmaster.ended.then(() => {
    if (!stopping.signal.aborted) restarting = revive();
  });

  async function revive(): Promise<void> {
    log.error("The database server ended by itself; it is started again.");
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      try {
        await sleep(pauses[Math.min(attempt, pauses.length - 1)], undefined, { signal: stopping.signal });
        current = await restart();
        log.info("The database server is up again.");
        watch(current);
        return;
      } catch (error) {
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been stopped meanwhile
        if (stopping.signal.aborted) return;
        log.error(`The database server could not be started again: ${reasonOf(error)}`);
      }
    }
  }

  watch(first);
  return {
    async stop() {
      stopping.abort();
      await restarting;
      await current.stop();
    },
    stopWithoutWaiting() {
      stopping.abort();
      current.stopWithoutWaiting();
    },
  };
}

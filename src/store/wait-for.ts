import { setTimeout as sleep } from "node:timers/promises";

/** Waits until `done` answers something other than null, asking every `every` ms; null when `within` ms have passed. */
export async function waitFor<Value>(done: () => Value | null | Promise<Value | null>, { every, within }: { every: number; within: number }): Promise<Value | null> {
  const deadline = performance.now() + within;
  for (;;) {
    const value = await done();
    if (value !== null) return value;
    if (performance.now() >= deadline) return null;
    await sleep(every);
  }
}

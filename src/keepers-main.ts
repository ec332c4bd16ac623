import { assembleCatalogue } from "./catalog/catalogue.ts";
import { declared } from "./domains/all.ts";
import { openTraces } from "./http/open-traces.ts";
import { hubVersion } from "./hub-version.ts";
import { machines } from "./domains/commands.ts";
import { startKeepers } from "./keepers.ts";
import { createLog } from "./log.ts";
import type { KeepersOrders } from "./keepers-process.ts";

/**
 * The process of what goes on beside the answers, started by the hub and told by it what to keep. It ends in order when it is told to, and at once
 * when the hub is gone: what it had begun is then undone by the database, and taken up by the next hub.
 */
process.once("message", (orders: KeepersOrders) => {
  const keepers = start(orders);
  process.once("message", () => void keepers.then((each) => each.close()).then(() => process.exit(0)));
});
process.on("disconnect", () => process.exit(1));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {}); // a terminal sends them to all processes; the hub says when

async function start({ ownerUrl, key, deliveries, logLevel, tracesEndpoint }: KeepersOrders): Promise<{ close(): Promise<void> }> {
  const traces = tracesEndpoint === null ? undefined : await openTraces(tracesEndpoint, hubVersion);
  return startKeepers({ catalogue: assembleCatalogue(declared), machines, ownerUrl, key: Buffer.from(key, "hex"), deliveries, log: createLog(logLevel), traces });
}

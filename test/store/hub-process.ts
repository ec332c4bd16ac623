import { openCluster } from "../../src/store/cluster.ts";
import { silentLog } from "../../src/store/log.ts";
import { withCluster } from "../../src/store/with-cluster.ts";
import { StartError } from "../../src/start-error.ts";

/**
 * A hub of the tests in a process of its own: opens the cluster of a data folder, says so in one line of JSON and does as it is told:
 * `stay` until a signal, `exit`, `throw`, fall off the `end`, or hold it as a `command` until its input ends.
 */
const [dataDir, then] = process.argv.slice(2) as [string, "stay" | "exit" | "throw" | "end" | "command"];
const config = { databaseUrl: null, dataDir };
const log = { ...silentLog, info: (message: string) => console.error(message), debug: (message: string) => console.error(message) };
const say = (ownerUrl: string): void => void process.stdout.write(`${JSON.stringify({ ownerUrl })}\n`);

try {
  if (then === "command") {
    await withCluster(config, log, async ({ ownerUrl }) => {
      say(ownerUrl);
      for await (const chunk of process.stdin) void chunk;
    });
  } else {
    const { ownerUrl } = await openCluster(config, log);
    say(ownerUrl);
    if (then === "stay") setInterval(() => {}, 60_000);
    if (then === "exit") process.exit(0);
    if (then === "throw") setImmediate(() => { throw new Error("uncaught"); });
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stdout.write(`${JSON.stringify({ refused: error.message })}\n`);
  process.exitCode = 1;
}

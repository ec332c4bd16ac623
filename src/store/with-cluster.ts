import type { Config } from "../config.ts";
import { StartError } from "../start-error.ts";
import { openCluster, type Cluster } from "./cluster.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { takeDataLock } from "./data-lock.ts";
import { ownerUrlOf, passwordFile } from "./embedded-server.ts";
import { examineServer } from "./examine-server.ts";
import type { Log } from "./log.ts";
import { announcedServer } from "./running-server.ts";
import { readSecret } from "./secret-file.ts";
import { waitFor } from "./wait-for.ts";

/** Patience in ms with a hub that is still starting. */
const patience = 60_000;

/**
 * Does a command's work on the hub's database: on the server of the hub that runs on the data folder, else on one that is started for the
 * moment and closed afterwards, however the work ends.
 */
export async function withCluster<Result>(config: Pick<Config, "databaseUrl" | "dataDir">, log: Log, work: (cluster: Cluster) => Promise<Result>): Promise<Result> {
  const cluster = (await attach(config)) ?? (await openCluster(config, log, { momentary: true }));
  try {
    return await work(cluster);
  } finally {
    await cluster.close();
  }
}

/** The server of a running hub; null when none runs. */
async function attach({ databaseUrl, dataDir }: Pick<Config, "databaseUrl" | "dataDir">): Promise<Cluster | null> {
  if (databaseUrl !== null) return null;
  const folder = prepareDataFolder(dataDir);
  const found = await waitFor(async () => {
    const lock = takeDataLock(folder);
    if (lock !== null) {
      lock.release();
      return "none";
    }
    const server = announcedServer(folder);
    if (server?.momentary) return "none"; // openCluster waits for the other command's end
    return server === null || server.port === null ? null : reach(folder, server.port);
  }, { every: 50, within: patience });
  if (found === null) throw new StartError(`Another process uses the data folder ${folder} and its database can't be reached: wait until it is up, or stop it.`);
  return found === "none" ? null : found;
}

async function reach(folder: string, port: number): Promise<Cluster | null> {
  const password = readSecret(passwordFile(folder));
  if (password === null) return null;
  const ownerUrl = ownerUrlOf(port, password);
  try {
    return Object.freeze<Cluster>({ ownerUrl, embedded: true, version: await examineServer(ownerUrl), close: () => Promise.resolve() });
  } catch {
    return null; // announced by a hub that is about to start or to stop
  }
}

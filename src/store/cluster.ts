import type { Config } from "../config.ts";
import { StartError } from "../start-error.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { takeDataLock, type DataLock } from "./data-lock.ts";
import { startEmbeddedServer, type EmbeddedServer } from "./embedded-server.ts";
import { examineServer } from "./examine-server.ts";
import type { Log } from "./log.ts";
import type { Settings } from "./postmaster-settings.ts";
import { announcedServer, announceServer, withdrawServer } from "./running-server.ts";
import { stopWithProcess } from "./stop-with-process.ts";
import { waitFor } from "./wait-for.ts";

/** The PostgreSQL server that holds the hub's database. */
export interface Cluster {
  /** Address of the hub's database as its owner, password included: never to be logged. */
  readonly ownerUrl: string;
  /** Whether the hub brought the server itself, and may do as it likes with its roles and logins. */
  readonly embedded: boolean;
  /** Major version of PostgreSQL, 15 or later. */
  readonly version: number;
  /** Stops an embedded server in order and releases the data folder; may be called more than once. */
  close(): Promise<void>;
}

export interface ClusterOptions {
  /** Whether the server is opened for a command and closed soon; others then wait for its end. */
  readonly momentary?: boolean;
  /** Settings of the embedded server that differ from the hub's; tests switch fsync off. */
  readonly settings?: Settings;
}

type ClusterConfig = Pick<Config, "databaseUrl" | "dataDir">;

/** Patience in ms with a command that holds the data folder, and with a holder that has not said yet who it is. */
const patience = { command: 120_000, unknown: 2_000 };

/** Opens the operator's server, or starts the embedded one; what is in the way ends in one `StartError`. */
export async function openCluster(config: ClusterConfig, log: Log, { momentary = false, settings = {} }: ClusterOptions = {}): Promise<Cluster> {
  if (config.databaseUrl !== null) {
    const version = await examineServer(config.databaseUrl);
    return Object.freeze<Cluster>({ ownerUrl: config.databaseUrl, embedded: false, version, close: () => Promise.resolve() });
  }
  const folder = prepareDataFolder(config.dataDir);
  const lock = await lockFolder(folder, log);
  try {
    announceServer(folder, { pid: process.pid, port: null, momentary });
    const server = await startEmbeddedServer(folder, log, settings);
    announceServer(folder, { pid: process.pid, port: server.port, momentary });
    return clusterOf(server, folder, lock);
  } catch (error) {
    withdrawServer(folder);
    lock.release();
    throw error;
  }
}

function clusterOf(server: EmbeddedServer, folder: string, lock: DataLock): Cluster {
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= (async () => {
    withdrawServer(folder);
    await server.stop();
    forget();
    lock.release();
  })());
  const forget = stopWithProcess({ close, closeWithoutWaiting: server.stopWithoutWaiting });
  return Object.freeze<Cluster>({ ownerUrl: server.ownerUrl, embedded: true, version: server.version, close });
}

/** Takes the folder's lock; waits for a command to end, and refuses to start beside another hub. */
async function lockFolder(folder: string, log: Log): Promise<DataLock> {
  let hasSaid = false;
  const begun = performance.now();
  const taken = await waitFor(() => {
    const lock = takeDataLock(folder);
    if (lock !== null) return lock;
    const holder = announcedServer(folder);
    if (holder?.momentary === false) {
      throw new StartError(`Another hub (process ${holder.pid}) uses the data folder ${folder}: stop it, or set HUB_DATA_DIR to another folder.`);
    }
    if (holder === null && performance.now() - begun > patience.unknown) {
      throw new StartError(`Another process uses the data folder ${folder}: stop it, or set HUB_DATA_DIR to another folder.`);
    }
    if (holder !== null && !hasSaid) {
      hasSaid = true;
      log.info(`A command of the hub (process ${holder.pid}) uses the data folder; waiting for its end.`);
    }
    return null;
  }, { every: 50, within: patience.command });
  if (taken !== null) return taken;
  throw new StartError(`A command of the hub has used the data folder ${folder} for ${patience.command / 1000} seconds: wait for its end, or stop it.`);
}

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import postgres from "postgres";
import { StartError } from "../start-error.ts";
import { damaged, isClusterThere } from "./cluster-check.ts";
import { clusterPlace, type ClusterPlace } from "./cluster-place.ts";
import { codeOf, hasCode } from "./has-code.ts";
import type { Log } from "./log.ts";
import { makeCluster, ownerName } from "./make-cluster.ts";
import { stopOrphan } from "./orphan.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { PostmasterFailure, startPostmaster, type Postmaster } from "./postmaster.ts";
import type { Settings } from "./postmaster-settings.ts";
import { readOrMakeSecret } from "./secret-file.ts";
import { superviseServer } from "./supervise-server.ts";

/** The embedded server, up and holding the hub's database. */
export interface EmbeddedServer {
  readonly port: number;
  readonly ownerUrl: string;
  readonly version: number;
  stop(): Promise<void>;
  stopWithoutWaiting(): void;
}

/** Name of the hub's database on the embedded server. */
const databaseName = "hub";

/** Starts the embedded server of a data folder; the caller holds the folder's lock. */
export async function startEmbeddedServer(dataFolder: string, log: Log, settings: Settings): Promise<EmbeddedServer> {
  const place = await clusterPlace(dataFolder, log);
  const binaries = await postgresBinaries(place.account, log);
  const isThere = isClusterThere(place.cluster, binaries.version);
  const password = ownerPassword(dataFolder, place, isThere);
  if (isThere) await stopOrphan(place.cluster, log);
  else await makeCluster(place, binaries, password, { sync: settings["fsync"] !== "off" });

  const start = (port?: number): Promise<Postmaster> => startPostmaster(place, binaries, log, settings, port).catch((error: unknown) => {
    if (error instanceof PostmasterFailure) throw unstartable(place.cluster, error);
    throw error;
  });
  const first = await start();
  const server = superviseServer(first, () => start(first.port), log);
  try {
    await prepareDatabase(first.port, password, place);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { port: first.port, ownerUrl: ownerUrlOf(first.port, password), version: binaries.version, stop: server.stop, stopWithoutWaiting: server.stopWithoutWaiting };
}

const unstartable = (cluster: string, failure: PostmasterFailure): StartError => new StartError(
  `The server of the database in ${cluster} does not start ("${failure.lastWords}"): correct that, or if the data is damaged restore the folder from a backup, or move it away to start with an empty one.`,
  { cause: failure },
);

/** The owner's password of an embedded server, made with the cluster. */
function ownerPassword(dataFolder: string, { cluster }: ClusterPlace, isThere: boolean): string {
  return readOrMakeSecret(passwordFile(dataFolder), () => {
    if (isThere) throw damaged(cluster, `its password file ${passwordFile(dataFolder)} is missing`);
    return randomBytes(32).toString("hex");
  });
}

export const passwordFile = (dataFolder: string): string => join(dataFolder, "postgres-password");

export const ownerUrlOf = (port: number, password: string, database = databaseName): string => `postgres://${ownerName}:${password}@127.0.0.1:${port}/${database}`;

/** Makes the hub's database at the first start, and finds out at the later ones that it can be opened. */
async function prepareDatabase(port: number, password: string, { cluster }: ClusterPlace): Promise<void> {
  try {
    await onServer(ownerUrlOf(port, password, "postgres"), async (sql) => {
      const found = await sql`select from pg_database where datname = ${databaseName}`;
      if (found.length === 0) await sql`create database ${sql(databaseName)}`;
    });
    await onServer(ownerUrlOf(port, password), (sql) => sql`select`);
  } catch (error) {
    if (hasCode(error, "28P01")) throw new StartError(`The database in ${cluster} has another password than the one that the hub kept: restore postgres-password from a backup, or move both away to start with an empty one.`, { cause: error });
    throw damaged(cluster, `the hub's database can't be opened (${codeOf(error)})`, error);
  }
}

async function onServer(url: string, ask: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false, onnotice: () => {} });
  try {
    await ask(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

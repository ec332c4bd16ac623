import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../start-error.ts";
import { codeOf, hasCode } from "./has-code.ts";

/** What every cluster has; a cluster without one of these never starts, and PostgreSQL's own words about it help nobody. */
const parts = [
  "global/pg_control", "global/pg_filenode.map", "base/1/PG_VERSION", "postgresql.conf", "pg_hba.conf",
  "pg_wal", "pg_xact", "pg_multixact", "pg_subtrans", "pg_notify", "pg_tblspc", "pg_commit_ts", "pg_logical", "pg_replslot", "pg_stat", "pg_dynshmem", "pg_serial", "pg_snapshots", "pg_twophase",
] as const;

/** Bytes of a control file (PG_CONTROL_FILE_SIZE). */
const controlFileSize = 8192;

/** Whether there is a cluster in the folder (false when the folder is absent or empty); a damaged or foreign one is a StartError, and nothing is changed. */
export function isClusterThere(cluster: string, version: number): boolean {
  let names: string[];
  try {
    names = readdirSync(cluster);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    if (hasCode(error, "ENOTDIR")) throw damaged(cluster, "it is a file where a folder should be");
    throw damaged(cluster, `it can't be listed (${codeOf(error)})`);
  }
  if (names.length === 0) return false;
  const found = readVersion(cluster);
  if (found !== version) {
    throw new StartError(`The database in ${cluster} was made by PostgreSQL ${found} and this hub brings ${version}: run the hub's release that made it and move the data with pg_dump, or move the folder away to start with an empty one.`);
  }
  for (const part of parts) {
    if (statSync(join(cluster, part), { throwIfNoEntry: false }) === undefined) throw damaged(cluster, `${part} is missing`);
  }
  const control = statSync(join(cluster, "global/pg_control"));
  if (control.size !== controlFileSize) throw damaged(cluster, `global/pg_control has ${control.size} bytes instead of ${controlFileSize}`);
  return true;
}

function readVersion(cluster: string): number {
  let text: string;
  try {
    text = readFileSync(join(cluster, "PG_VERSION"), "utf8");
  } catch (error) {
    throw damaged(cluster, hasCode(error, "ENOENT") ? "the folder is not empty and PG_VERSION is missing" : `PG_VERSION can't be read (${codeOf(error)})`);
  }
  if (!/^\d{1,3}\n?$/.test(text)) throw damaged(cluster, "PG_VERSION is garbled");
  return Number(text);
}

/** The sentence for a cluster that can't be used as it is. */
export const damaged = (cluster: string, what: string, cause?: unknown): StartError => new StartError(
  `The database in ${cluster} is damaged: ${what}; nothing was deleted, so restore the folder from a backup, or move it away to start with an empty one.`,
  { cause },
);

import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../start-error.ts";
import type { ClusterPlace } from "./cluster-place.ts";
import type { Binaries } from "./postgres-binaries.ts";
import { run } from "./run.ts";
import { flushFolder } from "./whole-file.ts";

/** Name of the embedded server's owner, a superuser that only the hub itself logs in as. */
export const ownerName = "hub_owner";

const draftPrefix = "postgres.new-";

/**
 * Characters are classified by the C library (pg_trgm and text search ask it, and under plain C they would drop every Chinese character),
 * while order and case come from PostgreSQL's own C.UTF-8, which is the same on every system. macOS spells the former differently.
 */
const locales = ["C.UTF-8", "en_US.UTF-8"] as const;

/**
 * Makes a cluster: as a draft beside its place, renamed when it is whole, so that an interrupted first start leaves no half cluster. The
 * caller holds the data lock, hence older drafts are nobody's and are removed.
 */
export async function makeCluster({ home, cluster, account }: ClusterPlace, { initdb }: Binaries, password: string, { sync }: { sync: boolean }): Promise<void> {
  for (const name of readdirSync(home)) if (name.startsWith(draftPrefix)) rmSync(join(home, name), { recursive: true, force: true });
  const draft = join(home, `${draftPrefix}${randomBytes(4).toString("hex")}`);
  const data = join(draft, "data");
  const passwordFile = join(draft, "password");
  mkdirSync(draft, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    // The folder last: once it is the account's, a name in it may be a link to somewhere else.
    if (account !== null) for (const path of [passwordFile, draft]) chownSync(path, account.uid, account.gid);
    const failures: string[] = [];
    for (const locale of locales) {
      const outcome = await run(initdb, [
        `--pgdata=${data}`, `--username=${ownerName}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8", `--locale=${locale}`,
        "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-collate=C", "--lc-messages=C", "--no-instructions", ...(sync ? [] : ["--no-sync"]),
      ], account);
      if (outcome.status === 0) {
        renameSync(data, cluster);
        flushFolder(home);
        return;
      }
      failures.push(outcome.stderr.split("\n").find((line) => line.startsWith("initdb: error:"))?.slice("initdb: error: ".length) ?? (outcome.failure || `status ${outcome.status}`));
      rmSync(data, { recursive: true, force: true });
    }
    throw new StartError(`A new database can't be made in ${home} (${failures[0]}): check the folder's free space and rights.`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

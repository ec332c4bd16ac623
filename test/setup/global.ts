import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { readConfig } from "../../src/config.ts";
import { openCluster } from "../../src/store/cluster.ts";
import { silentLog } from "../../src/store/log.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the run's database server as its owner. */
    ownerUrl: string;
    /** Whether that server is the embedded one. */
    embedded: boolean;
    /** How many random operations are asked, from which seed, and where among them a failure is to be repeated. */
    oracle: { operations: number; seed: number; path: string; moments: number };
  }
}

/** One server for the whole run: that of DATABASE_URL, else an embedded one in a temporary folder, without fsync, since nothing of it is kept. */
export default async function startServer({ provide, config }: TestProject): Promise<() => Promise<void>> {
  const { databaseUrl } = readConfig();
  const folder = makeTemporaryFolder();
  if (config.mode === "test") config.env = { ...config.env, TMPDIR: folder }; // of the workers, whose own clusters, uploads and archives go there as well
  const cluster = await openCluster({ databaseUrl, dataDir: join(folder, "data") }, silentLog, {
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off", max_wal_size: "256MB" },
  });
  provide("ownerUrl", cluster.ownerUrl);
  provide("embedded", cluster.embedded);
  return async () => {
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { readConfig } from "../../src/config.ts";
import { openCluster } from "../../src/store/cluster.ts";
import { silentLog } from "../../src/store/log.ts";

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
export default async function startServer({ provide }: TestProject): Promise<() => Promise<void>> {
  const { databaseUrl } = readConfig();
  const folder = mkdtempSync(join(tmpdir(), "integrity-hub-test-"));
  chmodSync(folder, 0o711); // as root, PostgreSQL runs as a user who must pass through
  const cluster = await openCluster({ databaseUrl, dataDir: join(folder, "data") }, silentLog, {
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" },
  });
  provide("ownerUrl", cluster.ownerUrl);
  provide("embedded", cluster.embedded);
  return async () => {
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

import { join } from "node:path";
import { readConfig, type Config } from "./config.ts";
import { hubVersion } from "./hub-version.ts";
import { keepersProcess } from "./keepers-process.ts";
import { createLog } from "./log.ts";
import { openTraces } from "./http/open-traces.ts";
import type { Traces } from "./http/traces.ts";
import { hubCatalogue, prepareDatabase, startHub } from "./server.ts";
import { StartError } from "./start-error.ts";
import { openCluster } from "./store/cluster.ts";
import { hubKey } from "./store/hub-key.ts";

/** Starts the hub and ends it in order at SIGINT and SIGTERM; a second signal ends it at once. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const key = hubKey(config);
  const deliveries = join(config.dataDir, "deliveries");
  const cluster = await openCluster(config, log);
  let hub;
  let traces: Traces | undefined;
  try {
    const { embedded, ownerUrl } = cluster;
    const demonstration = await prepareDatabase(ownerUrl, { embedded, key, demonstration: config.demo ?? embedded, log });
    traces = config.tracesEndpoint === null ? undefined : await openTraces(config.tracesEndpoint, hubVersion);
    hub = await startHub({
      catalogue: hubCatalogue(), ownerUrl, embedded, poolerUrl: config.poolerUrl, key, demonstration, budget: { public: config.publicBudget, client: config.clientBudget },
      trustedProxies: config.trustedProxies, publicUrl: config.publicUrl, metricsToken: config.metricsToken, traces, deliveries, host: config.host, port: config.port, log,
    });
  } catch (error) {
    await cluster.close();
    throw error;
  }
  const { url, close } = hub;
  const keepers = keepersProcess({ ownerUrl: cluster.ownerUrl, key: key.toString("hex"), deliveries, logLevel: config.logLevel, tracesEndpoint: config.tracesEndpoint }, log);
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    void close()
      .then(() => keepers.close())
      .then(() => traces?.close())
      .then(() => cluster.close())
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  announce(url, config);
}

/** For the person at the terminal; the log has its own lines. */
function announce(url: string, { databaseUrl, publicUrl }: Config): void {
  console.log(`
  政务诚信数据共享中枢 · integrity-hub

  GraphQL      ${url}/graphql
  Playground   ${url}/playground
  Catalogue    ${url}/catalogue
  Ready?       ${url}/readyz
  Tokens       ${publicUrl ?? url}/oauth/token
  Deliveries   ${publicUrl ?? url}/ingest
  Database     ${databaseUrl === null ? "embedded PostgreSQL" : "DATABASE_URL"}

  As somebody: npm run -s token -- personnel        Stop: Ctrl+C
`);
}

function fail(error: unknown): never {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}

await main().catch(fail);

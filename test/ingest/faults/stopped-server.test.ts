import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { prepareDatabase } from "../../../src/server.ts";
import { openCluster, type Cluster } from "../../../src/store/cluster.ts";
import { silentLog } from "../../../src/store/log.ts";
import { runKey } from "../../setup/template.ts";
import { assertTakenOnce, bids, maskingRules, untilDone } from "./material.ts";
import { filesIn, spoolFolder, startProcess } from "./processes.ts";

describe.skipIf(!inject("embedded"))("Where the server is stopped at once and started again", () => {
  const root = mkdtempSync(join(tmpdir(), "integrity-hub-stopped-"));
  const folder = spoolFolder();
  let cluster: Cluster;
  let sql: postgres.Sql;
  beforeAll(async () => {
    chmodSync(root, 0o711);
    // Without fsync it still keeps what it has acknowledged, as long as the machine goes on running.
    cluster = await openCluster({ databaseUrl: null, dataDir: join(root, "data") }, silentLog, { settings: { fsync: "off", full_page_writes: "off" } });
    await prepareDatabase(cluster.ownerUrl, { embedded: true, key: runKey, demonstration: true, log: { info: () => {} } });
    sql = postgres(cluster.ownerUrl, { max: 2, backoff: () => 0.05, onnotice: () => {} });
  });
  afterAll(async () => {
    await sql.end({ timeout: 1 }); // a connection that was lost under a question would be waited for without end
    await cluster.close();
    rmSync(root, { recursive: true, force: true });
  });

  const serverNow = (): number => Number.parseInt(readFileSync(join(root, "data", "postgres", "postmaster.pid"), "utf8"), 10);

  it("in the midst of a delivery and of a file's arrival, the hub goes on by itself; nothing is lost or taken twice", async () => {
    const hub = await startProcess(cluster.ownerUrl, folder, { embedded: true });
    const materials = [await bids(sql, 5_000), maskingRules(300)] as const;
    const bytes = new TextEncoder().encode(materials[1].text);
    let send!: () => void;
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.subarray(0, 100));
        send = () => {
          controller.enqueue(bytes.subarray(100));
          controller.close();
        };
      },
    });
    const arriving = hub.deliver("operator", "masking-rules", stream);
    await expect.poll(() => filesIn(folder).length, { interval: 1 }).toBe(1);
    expect((await hub.deliver("tradingCentre", "bids", materials[0].text)).status).toBe(202);
    for (const statement of ["copy staged%", "insert into public%"]) {
      await expect.poll(async () => (await sql`select from pg_stat_activity where application_name = 'hub-delivery' and query like ${statement}`.catch(() => [])).length, { interval: 0 }).toBe(1);
      const server = serverNow();
      process.kill(server, "SIGQUIT");
      await expect.poll(() => sql`select`.then(() => serverNow() !== server, () => false), { interval: 20 }).toBe(true);
    }
    send();
    expect((await arriving).status).toBe(202);
    await untilDone(sql, [folder]);
    for (const material of materials) await assertTakenOnce(sql, material);
    expect(await Promise.race([hub.ended, Promise.resolve("runs")])).toBe("runs");
  });
});

import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { prepareDatabase } from "../../../src/server.ts";
import { openCluster, type Cluster } from "../../../src/store/cluster.ts";
import { silentLog } from "../../../src/store/log.ts";
import { databaseUrl, freshDatabase, type FreshDatabase } from "../../setup/database.ts";
import { demonstrationTemplate, runKey } from "../../setup/template.ts";
import { assertTakenOnce, bids, maskingRules, untilDone, type Material } from "./material.ts";
import { filesIn, spoolFolder, startProcess, type RunningHub } from "./processes.ts";

const deliver = async (hub: RunningHub, { persona, dataset, text }: Material) => (await hub.deliver(persona, dataset, text)).status;

describe("Where the connections of a hub are lost", () => {
  let database: FreshDatabase;
  let name: string;
  let admin: postgres.Sql;
  let sql: postgres.Sql;
  let hub: RunningHub;
  const folder = spoolFolder();
  beforeAll(async () => {
    database = await freshDatabase(await demonstrationTemplate());
    name = new URL(database.url).pathname.slice(1);
    admin = postgres(databaseUrl("postgres"), { max: 1, onnotice: () => {} });
    hub = await startProcess(database.url, folder);
  });
  beforeEach(() => {
    sql = postgres(database.url, { max: 3, onnotice: () => {} });
    return () => sql.end();
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  const cut = (application: string, statement: string) => async () =>
    (await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and application_name like ${application} and query like ${statement} and state <> 'idle'`).length;
  /** What keeps a delivery of bids at a point; the statement that is then under way. */
  const points: readonly (readonly [point: string, hold: string, statement: string])[] = [
    ["while it is read", "select 1", "copy staged%"],
    ["while it is checked", "lock table tender in access exclusive mode", "create temporary table resolved%"],
    ["while it is merged", "lock table bid in share mode", "with changed as (insert into public%"],
  ];

  it.each(points)("that of a delivery %s: the hub goes on by itself and takes it once", async (_point, hold, statement) => {
    const material = await bids(sql, 5_000);
    await sql.begin(async (holding) => {
      await holding.unsafe(hold);
      expect(await deliver(hub, material)).toBe(202);
      await expect.poll(cut("hub-delivery", statement), { interval: 0, timeout: 15_000 }).toBe(1);
    });
    await untilDone(sql, [folder]);
    await assertTakenOnce(sql, material);
  });

  it("those by which it notes its progress and holds what it works on: it takes it once", async () => {
    const material = await bids(sql, 3_000);
    await sql.begin(async (holding) => {
      await holding.unsafe("lock table bid in share mode");
      expect(await deliver(hub, material)).toBe(202);
      const notes = () => admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and application_name = 'hub-delivery-notes'`;
      await expect.poll(async () => (await notes()).length, { interval: 1, timeout: 15_000 }).toBe(1);
    });
    await untilDone(sql, [folder]);
    await assertTakenOnce(sql, material);
  });

  it("and the database takes none for a while: a file is refused for the moment and nothing of it stays; what was acknowledged is taken afterwards", async () => {
    const [acknowledged, refused] = [await bids(sql, 3_000), maskingRules(100)];
    await sql.begin(async (holding) => {
      await holding.unsafe("lock table bid in share mode");
      expect(await deliver(hub, acknowledged)).toBe(202);
      await expect.poll(async () => (await admin`select from pg_stat_activity where datname = ${name} and query like 'with changed as (insert into public%'`).length, { interval: 1, timeout: 15_000 }).toBe(1);
      await admin.unsafe(`alter database ${name} allow_connections false`);
    });
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    await sql.end();
    const answer = await hub.deliver(refused.persona, refused.dataset, refused.text);
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([503, "UNAVAILABLE"]);
    await admin.unsafe(`alter database ${name} allow_connections true`);
    sql = postgres(database.url, { max: 1, onnotice: () => {} });
    await untilDone(sql, [folder]);
    await assertTakenOnce(sql, acknowledged);
    expect(await sql`select from delivery where dataset = 'masking-rules'`).toHaveLength(0);
    await expect.poll(() => deliver(hub, refused), { timeout: 15_000 }).toBe(202);
    await untilDone(sql, [folder]);
    await assertTakenOnce(sql, refused);
  });

  it("it says no more of it than a code, and never ends of it", async () => {
    expect(await Promise.race([hub.ended, Promise.resolve("runs")])).toBe("runs");
    const warned = hub.lines.map((line) => JSON.parse(line) as { msg: string; code?: string; level: number });
    const said = warned.filter(({ msg }) => msg === "Deliveries could not be processed; it is tried again.");
    expect(said.length).toBeGreaterThan(3);
    for (const { code } of said) expect(code).toMatch(/^(CONNECTION_|ECONN|EPIPE|57P0|55000)/);
  });
});

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
    await sql.end();
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
    await expect.poll(() => filesIn(folder).length, { interval: 1, timeout: 10_000 }).toBe(1);
    expect(await deliver(hub, materials[0])).toBe(202);
    for (const statement of ["copy staged%", "with changed as (insert into public%"]) {
      await expect.poll(async () => (await sql`select from pg_stat_activity where application_name = 'hub-delivery' and query like ${statement}`.catch(() => [])).length, { interval: 0, timeout: 15_000 }).toBe(1);
      const server = serverNow();
      process.kill(server, "SIGQUIT");
      await expect.poll(() => sql`select`.then(() => serverNow() !== server, () => false), { interval: 20, timeout: 15_000 }).toBe(true);
    }
    send();
    expect((await arriving).status).toBe(202);
    await untilDone(sql, [folder]);
    for (const material of materials) await assertTakenOnce(sql, material);
    expect(await Promise.race([hub.ended, Promise.resolve("runs")])).toBe("runs");
  });
});

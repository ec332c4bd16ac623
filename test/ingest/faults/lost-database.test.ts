import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databaseUrl, freshDatabase, type FreshDatabase } from "../../setup/database.ts";
import { demonstrationTemplate } from "../../setup/template.ts";
import { assertTakenOnce, bids, maskingRules, untilDone, type Material } from "./material.ts";
import { points } from "./points.ts";
import { spoolFolder, startProcess, type RunningHub } from "./processes.ts";

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

  it.each(Object.entries(points))("that of a delivery while it is %s: the hub goes on by itself and takes it once", async (_point, [hold, statement]) => {
    const material = await bids(sql, 5_000);
    await sql.begin(async (holding) => {
      await holding.unsafe(hold);
      expect(await deliver(hub, material)).toBe(202);
      await expect.poll(cut("hub-delivery", statement), { interval: 0 }).toBe(1);
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
      await expect.poll(async () => (await notes()).length, { interval: 1 }).toBe(1);
    });
    await untilDone(sql, [folder]);
    await assertTakenOnce(sql, material);
  });

  it("and the database takes none for a while: a file is refused for the moment and nothing of it stays; what was acknowledged is taken afterwards", async () => {
    const [acknowledged, refused] = [await bids(sql, 3_000), maskingRules(100)];
    await sql.begin(async (holding) => {
      await holding.unsafe("lock table bid in share mode");
      expect(await deliver(hub, acknowledged)).toBe(202);
      await expect.poll(async () => (await admin`select from pg_stat_activity where datname = ${name} and query like 'insert into public%'`).length, { interval: 1 }).toBe(1);
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
    await expect.poll(() => deliver(hub, refused)).toBe(202);
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

import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../../setup/database.ts";
import { demonstrationTemplate } from "../../setup/template.ts";
import { assertTakenOnce, bids, untilDone } from "./material.ts";
import { points } from "./points.ts";
import { spoolFolder, startProcess } from "./processes.ts";

let database: FreshDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 4, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

it.each(Object.entries(points))("A hub that is stopped while a delivery is %s ends in order within seconds, and the next one takes the delivery once", async (_point, [hold, statement]) => {
  const folder = spoolFolder();
  const material = await bids(sql, 5_000);
  const hub = await startProcess(database.url, folder);
  const underWay = async (): Promise<number> => (await sql`select from pg_stat_activity where datname = current_database() and application_name = 'hub-delivery' and state <> 'idle' and query like ${statement}`).length;
  await sql.begin(async (holding) => {
    await holding.unsafe(hold);
    expect((await hub.deliver(material.persona, material.dataset, material.text)).status).toBe(202);
    await expect.poll(underWay, { interval: 0 }).toBe(1);
    const began = performance.now();
    hub.signal("SIGTERM");
    expect(await hub.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
    await expect.poll(underWay, { interval: 10 }).toBe(0); // its statement has ended as well, although what it waits for is still held
  });
  expect(hub.lines).toEqual([]);
  await startProcess(database.url, folder);
  await untilDone(sql, [folder]);
  await assertTakenOnce(sql, material);
});

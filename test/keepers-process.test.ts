import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "../src/exchange/demonstration/landmarks.ts";
import { keepersProcess, type KeepersOrders } from "../src/keepers-process.ts";
import { freshDatabase, type FreshDatabase } from "./setup/database.ts";
import { demonstrationTemplate, runKey } from "./setup/template.ts";

/** The process in which deliveries, search and access log are kept, as the hub starts it. */
let database: FreshDatabase;
let sql: postgres.Sql;
let orders: KeepersOrders;

beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  orders = { ownerUrl: database.url, key: runKey.toString("hex"), deliveries: mkdtempSync(join(tmpdir(), "hub-keepers-")), logLevel: "silent", tracesEndpoint: null };
});
afterAll(async () => {
  await sql.end();
  await database.drop();
  rmSync(orders.deliveries, { recursive: true });
});

/** Processes of the system that keep this database, by the connections that they have. */
const connections = async (): Promise<number> => (await sql`select 1 from pg_stat_activity where datname = current_database() and application_name = 'hub-search'`).length;

/** Changes what is to be found, and waits until it is found. */
async function expectKept(name: string): Promise<void> {
  await sql`update organization set name = ${name} where id = ${bodies.countyAudit.id}`;
  await expect.poll(() => sql`select 1 from search_entry where title = ${name}`, { interval: 50 }).toHaveLength(1);
}

describe("The process beside the answers", { timeout: 60_000 }, () => {
  it("keeps what it is for, is started again when something ends it, and ends when it is told to", async () => {
    const logged: string[] = [];
    const keepers = keepersProcess(orders, pino({ level: "info" }, { write: (line: string) => void logged.push(line) }));
    await expectKept("第一个名称");
    const { pid } = keepers;
    process.kill(pid!, "SIGKILL");
    await expectKept("第二个名称");
    expect(keepers.pid).not.toBe(pid);
    expect(logged.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ level: 50, signal: "SIGKILL", again: 1_000, msg: expect.stringContaining("it is started again") }]);
    const last = keepers.pid!;
    await keepers.close();
    expect(() => process.kill(last, 0)).toThrow("ESRCH");
    expect(logged).toHaveLength(1);
  });

  it("does not outlive a hub that is killed", async () => {
    await expect.poll(connections).toBe(0);
    const parent = spawn(process.execPath, [fileURLToPath(new URL("keepers-parent.ts", import.meta.url)), JSON.stringify(orders)], { stdio: "ignore" });
    await expect.poll(connections).toBe(1);
    parent.kill("SIGKILL");
    await expect.poll(connections).toBe(0);
  });
});

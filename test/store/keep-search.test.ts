import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hubCatalogue } from "../../src/server.ts";
import { openOwnerSession } from "../../src/store/owner-session.ts";
import { refreshPending, refreshSearch } from "../../src/store/refresh-search.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { demonstrationTemplate } from "../setup/template.ts";

let database: FreshDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

it("The keeper of the search outlives connections that are lost between two statements, and then brings the search up to date", async () => {
  const keeper = spawn(process.execPath, [fileURLToPath(new URL("search-keeper-process.ts", import.meta.url)), database.url], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  keeper.stderr.on("data", (piece) => (said += String(piece)));
  const ended = once(keeper, "exit").then(([status, signal]) => `the keeper ended with ${String(status ?? signal)}: ${said}`);
  try {
    for (let cuts = 0; cuts < 3; cuts += 1) {
      await sql`insert into administrative_division (code, name, level) select ${String(cuts)} || lpad(n::text, 8, '0'), '乌有第' || n || '镇', 'TOWNSHIP' from generate_series(1, 4000) n`;
      const cut = () => sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub-search' and datname = current_database() and state = 'idle in transaction' and query like 'insert into search_entry%'`;
      const hasCut = expect.poll(async () => (await cut()).length, { interval: 0 }).toBe(1).then(() => "cut");
      expect(await Promise.race([hasCut, ended])).toBe("cut");
    }
    const missing = async () => Number((await sql`select count(*) from administrative_division d where not exists (select from search_entry e where e.id = d.id)`)[0]!["count"]);
    await Promise.race([expect.poll(missing).toBe(0), ended.then((said) => expect(said).toBe("still there"))]);
  } finally {
    keeper.kill("SIGKILL");
    await ended;
  }
});

it("More rows at once than are looked at in one transaction are all brought up to date", async () => {
  await sql`insert into administrative_division (code, name, level) select '9' || lpad(n::text, 8, '0'), '子虚第' || n || '镇', 'TOWNSHIP' from generate_series(1, 20500) n`;
  const session = openOwnerSession(database.url, "test");
  try {
    expect(await refreshPending(session, hubCatalogue())).toBe(20_500);
    expect(await sql`select from search_pending`).toHaveLength(0);
    expect(await refreshSearch(session, hubCatalogue())).toBe(0);
  } finally {
    await session.close();
  }
});

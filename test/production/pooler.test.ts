import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { askedAt, stopClockOf } from "../setup/clock.ts";
import { regions } from "../setup/run-ingest.ts";
import { password, startPooler, startServer, type DebianPooler, type DebianServer } from "./debian-server.ts";
import { ask, command, started, startHub, unlikeCommitted, type Ended, type RunningHub } from "./running-hub.ts";

/** PgBouncer in transaction mode, whose connections to the database are nobody's in particular. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 }); // servers and hubs start, and the machine may have little to spare

let server: DebianServer;
let users = "";
const login = "hub";
const database = "hub";
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  server = await startServer();
  const { out } = await command("scripts/roles.ts", ["--logins"], {});
  server.psql("postgres", "postgres", out);
  server.psql("postgres", "postgres", `alter role ${login} password '${password}'`);
  users = (await command("scripts/roles.ts", ["--users"], {})).out;
  const hub = started(await startHub({ DATABASE_URL: server.url(login, database), HUB_DEMO: "1" }));
  await hub.close();
});
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});
afterAll(() => server?.close());

async function pooler(settings: readonly string[] = [], lines = users): Promise<DebianPooler> {
  const made = await startPooler(server, lines, settings);
  open.push(made);
  return made;
}

const settings = (through: DebianPooler) => ({ DATABASE_URL: server.url(login, database), HUB_POOLER_URL: `postgres://127.0.0.1:${through.port}/${database}`, HUB_DEMO: "1" });

async function hubThrough(through: DebianPooler): Promise<RunningHub> {
  const hub = started(await startHub(settings(through)));
  open.push(hub);
  await stopClockOf(server.url(login, database), askedAt);
  return hub;
}

/** The sentence with which the hub does not start. */
async function refusal(given: Readonly<Record<string, string>>): Promise<string> {
  const ended = (await startHub(given)) as Ended;
  expect(ended.code).toBe(1);
  expect(ended.error).toMatch(/^[A-Z][^\n]*\.\n$/);
  return ended.error;
}

describe("With HUB_POOLER_URL", () => {
  it("every persona is answered as committed, though all questions of an audience share two connections", async () => {
    const hub = await hubThrough(await pooler());
    for (const persona of ["public", "department", "personnel", "supervision", "auditor"] as const) expect(await unlikeCommitted(hub.url, persona), persona).toEqual([]);
    const sql = postgres(server.url("postgres", database), { max: 1 });
    const connected = await sql`select usename, count(*)::int as connections from pg_stat_activity where usename in ('hub_public', 'hub_personnel') group by 1 order by 1`;
    await sql.end();
    expect(connected.length, "each audience has logged in itself").toBe(2);
    for (const { connections } of connected) expect(connections).toBeLessThanOrEqual(2);
  });

  it("questions of several bodies at once are each answered as their own", async () => {
    const hub = await hubThrough(await pooler());
    const question = { query: '{ viewer: __typename administrativeDivision(code: "510104") { name } me { body { name } } }' };
    const alone = new Map(await Promise.all((["department", "personnel", "finance", "court"] as const).map(async (persona) => [persona, JSON.stringify((await ask(hub.url, persona, question)).body)] as const)));
    const together = await Promise.all(Array.from({ length: 25 }, () => [...alone.keys()]).flat().map(async (persona) => JSON.stringify((await ask(hub.url, persona, question)).body) === alone.get(persona)));
    expect(together).not.toContain(false);
  });

  it("a file is taken in meanwhile, as what the hub does for itself does not go through the pooler", async () => {
    const through = await pooler();
    await hubThrough(through);
    const { code, out, error } = await command("scripts/ingest.ts", ["administrative-divisions", regions], settings(through));
    expect([code, out + error]).toEqual([0, expect.stringMatching(/3306 rows, 3306 taken/)]);
  });
});

describe("The hub does not start", () => {
  it("where DATABASE_URL leads to the pooler, which refuses the settings of a session", async () => {
    const { port } = await pooler([], `${users}"${login}" "${password}"\n`);
    expect(await refusal({ DATABASE_URL: `postgres://${login}:${password}@127.0.0.1:${port}/${database}` })).toContain("takes no settings of a session, as a pooler does: let DATABASE_URL lead to PostgreSQL itself");
  });

  it("where DATABASE_URL leads to one that drops them, and the role with them", async () => {
    const { port } = await pooler(["ignore_startup_parameters = role, search_path, jit, statement_timeout, default_transaction_read_only, TimeZone"], `${users}"${login}" "${password}"\n`);
    expect(await refusal({ DATABASE_URL: `postgres://${login}:${password}@127.0.0.1:${port}/${database}` })).toContain("takes no settings of a session");
  });

  it("where the pooler logs in as the database's owner, whoever asks", async () => {
    const forced = await startPooler(server, users, ["auth_type = trust"], `user=${login} password=${password}`);
    open.push(forced);
    expect(await refusal(settings(forced))).toMatch(/^A connection to the database is "hub .*", not "hub_\w+ public o(n|ff) with deadline"\. Something between the hub and the database drops the role/);
  });

  it("where a role lacks the settings of its sessions", async () => {
    server.psql("postgres", database, `alter role hub_public in database ${database} reset default_transaction_read_only`);
    try {
      expect(await refusal(settings(await pooler()))).toContain('"hub_public public off with deadline", not "hub_public public on with deadline"');
    } finally {
      server.psql("postgres", database, `alter role hub_public in database ${database} set default_transaction_read_only = 'on'`);
    }
  });

  it("where the roles have the passwords of another key", async () => {
    const other = await command("scripts/roles.ts", ["--users"], { HUB_KEY: "0f".repeat(32) });
    expect(await refusal(settings(await pooler([], other.out)))).toMatch(/gives no connection in the role hub_\w+ \(\w+\): run what npm run -s roles/);
  });
});

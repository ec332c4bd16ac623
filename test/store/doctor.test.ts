import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { demonstrationClients } from "../../src/exchange/demonstration/clients.ts";
import { demonstrationReceipts } from "../../src/exchange/demonstration/deliveries.ts";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import { hubCatalogue, prepareDatabase } from "../../src/server.ts";
import { advanceChain } from "../../src/store/access-chain/advance-chain.ts";
import { openCluster, type Cluster } from "../../src/store/cluster.ts";
import { examineDatabase } from "../../src/store/doctor/examine-database.ts";
import { examineMachine, thisMachine } from "../../src/store/doctor/examine-machine.ts";
import type { Finding } from "../../src/store/doctor/finding.ts";
import { locksSql } from "../../src/store/locks.ts";
import { silentLog } from "../../src/store/log.ts";
import { openOwnerSession } from "../../src/store/owner-session.ts";
import { runKey } from "../setup/template.ts";

/** A server of this file's own: roles and settings belong to a server, and other tests need theirs. */
const root = mkdtempSync(join(tmpdir(), "hub-doctor-"));
const dataDir = join(root, "data");
let cluster: Cluster;
let sql: postgres.Sql;

beforeAll(async () => {
  chmodSync(root, 0o711);
  cluster = await openCluster({ databaseUrl: null, dataDir }, silentLog, { settings: { autovacuum: "off" } });
  await prepareDatabase(cluster.ownerUrl, { embedded: true, key: runKey, demonstration: true, log: { info: () => {} } });
  const session = openOwnerSession(cluster.ownerUrl, "hub-access-log");
  while (await advanceChain(session));
  await session.close();
  sql = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await cluster?.close();
  rmSync(root, { recursive: true, force: true });
});

const locks = locksSql(hubCatalogue());
const demonstration = { body: directory.personnel.body!, clients: Object.keys(demonstrationClients), receipts: demonstrationReceipts };

type Options = Partial<Parameters<typeof examineDatabase>[1]> & { readonly embedded?: boolean; readonly ownerUrl?: string };

const examine = ({ embedded = true, ownerUrl = cluster.ownerUrl, ...given }: Options = {}): Promise<readonly Finding[]> =>
  examineDatabase({ ownerUrl, embedded }, { poolerUrl: null, locks, demonstration, days: 3, searchWait: 10, ...given });

const linesOf = (findings: readonly Finding[], ...states: readonly Finding["state"][]): readonly string[] => findings.filter(({ state }) => states.includes(state)).map(({ state, about, says }) => `${state} ${about}: ${says}`);

describe("A database as the hub has left it", () => {
  it("is good, and what has to be judged are holidays that are to come", async () => {
    const findings = await examine();
    expect(linesOf(findings, "wrong")).toEqual([]);
    for (const line of linesOf(findings, "doubtful")) expect(line).toMatch(/^doubtful holidays: /);
    for (const { says, remedy } of findings) for (const sentence of [says, remedy]) expect(sentence).toMatch(/^$|^[A-Z0-9][^\n]*\.$/);
  });

  it("is left as it is: no transaction writes", async () => {
    const next = async () => (await sql`select pg_snapshot_xmax(pg_current_snapshot())::text as next`)[0]!["next"] as string;
    const before = await next();
    await examine();
    expect(await next()).toBe(before);
  });
});

/** What is changed, how it is undone, and what is then told. */
const changes: readonly (readonly [what: string, change: string, undo: string, told: RegExp])[] = [
  ["a grant on a table to PUBLIC", "grant select on official to public", "revoke select on official from public", /^wrong grants: 1 are not declared: PUBLIC select official\.$/],
  ["a grant on a column", "grant select (name) on official to hub_public", "revoke select (name) on official from hub_public", /^wrong grants: 1 are not declared: hub_public select official\.name\.$/],
  ["a grant on a function", "grant execute on function pgp_sym_decrypt(bytea, text) to hub_public", "revoke execute on function pgp_sym_decrypt(bytea, text) from hub_public", /^wrong grants: 1 are not declared: hub_public execute pgp_sym_decrypt\(bytea,text\)\.$/],
  ["a grant that was taken", "revoke select (name) on organization from hub_public", "grant select (name) on organization to hub_public", /^wrong grants: 1 of \d+ are missing: hub_public select organization\.name\.$/],
  ["a grant to a role that is not the hub's", "create role reporting; grant select on bid to reporting", "drop owned by reporting; drop role reporting", /^wrong grants: Others than the hub's roles have rights on its tables, past its rules and its log: reporting select bid\.$/],
  ["row security that binds nobody", "alter table bid no force row level security", "alter table bid force row level security", /^wrong row policies: row security is not forced on bid\.$/],
  ["a policy that was dropped", "drop policy hub_service on delivery", `create policy "hub_service" on delivery to hub_service using (true) with check (true)`, /^wrong row policies: 1 are missing: delivery hub_service all to hub_service\.$/],
  ["a policy that nobody declared", "create policy wide on bid to hub_public using (true)", "drop policy wide on bid", /^wrong row policies: 1 are not declared: bid wide all to hub_public\.$/],
  ["a policy that says something else", "alter policy hub_service on delivery using (id is not null)", "alter policy hub_service on delivery using (true)", /^wrong locks: A policy, a trigger, a function, or a right/],
  ["a clock that was set", "create or replace function hub_now() returns timestamptz language sql stable parallel safe as 'select timestamptz ''2026-11-25'''", "create or replace function hub_now() returns timestamptz language sql stable parallel safe as 'select now()'", /^wrong locks: A policy, a trigger, a function, or a right/],
  ["a role that goes around row security", "alter role hub_court bypassrls", "alter role hub_court nobypassrls", /^wrong roles: Some go around row security: hub_court\.$/],
  ["a role that is gone", "alter role hub_court rename to hub_court_away", "alter role hub_court_away rename to hub_court", /^wrong roles: 1 of 17 are missing: hub_court\.$/],
  ["a member of a role", "create role colleague; grant hub_personnel to colleague", "drop role colleague", /^wrong members: Others take on the hub's roles, or the hub's theirs: colleague is a member of hub_personnel\.$/],
  ["a role that is another's member", "create role wide; grant wide to hub_public", "drop role wide", /^wrong members: .*hub_public is a member of wide\.$/],
  ["a function that answers with its owner's rights", "create function peek() returns bigint language sql security definer as 'select count(*) from official'", "drop function peek()", /^wrong detours: There are SECURITY DEFINER functions: peek\(\)\.$/],
  ["a view that does", "create view everybody as select * from official", "drop view everybody", /^wrong detours: There are views that answer with their owner's rights: everybody\.$/],
  ["a log that holds statements", "alter database hub set log_min_error_statement = 'error'", "alter database hub reset log_min_error_statement", /^wrong server's log: It may hold values of rows and questions: log_min_error_statement = error\.$/],
  ["a log that holds parameters", "alter database hub set log_parameter_max_length = '-1'", "alter database hub reset log_parameter_max_length", /^wrong server's log: .*log_parameter_max_length = -1\.$/],
  ["commits that are not waited for", "alter database hub set synchronous_commit = off", "alter database hub reset synchronous_commit", /^wrong durability: synchronous_commit is off: what was acknowledged/],
  ["too few connections", "alter database hub connection limit 20", "alter database hub connection limit -1", /^wrong connections: The hub opens up to \d+ connections, and the server has 20 for it\.$/],
  ["a collation of another version", "update pg_database set datcollversion = '0' where datname = 'hub' and pg_database_collation_actual_version(oid) is not null", "update pg_database set datcollversion = pg_database_collation_actual_version(oid) where datname = 'hub'", /^(wrong encoding: Its collation|good encoding: It is UTF8, ordered by C\.)/],
  ["a migration that is missing", "create table put_by as select * from drizzle.__drizzle_migrations; delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)", "insert into drizzle.__drizzle_migrations select p.* from put_by p where not exists (select from drizzle.__drizzle_migrations m where m.id = p.id); drop table put_by", /^wrong migrations: 1 of \d+ are missing\.$/],
  ["a migration of another version", "insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 1)", "delete from drizzle.__drizzle_migrations where hash = 'of tomorrow'", /^wrong migrations: 1 of the database's are not of this version/],
  ["a head that is missing", "create table put_by as select * from access_log_head where day = hub_today() - 2; alter table access_log_head disable trigger user; delete from access_log_head where day = hub_today() - 2", "insert into access_log_head select * from put_by; alter table access_log_head enable trigger user; drop table put_by", /^wrong access log: \d+ faults in the last 3 days, the first of [\d-]+: HEAD_/],
  ["events that nobody seals", "insert into access_pending select id from access_event order by recorded_at limit 1", "delete from access_pending", /^wrong sealing: 1 event waits, the oldest for \d+ minutes\.$/],
  ["a delivery that nobody takes in", `update delivery set state = 'PROCESSING', received_at = now() - interval '2 hours' where receipt_no = '${demonstrationReceipts}C'`, `update delivery set state = 'COMPLETED' where receipt_no = '${demonstrationReceipts}C'`, /^doubtful deliveries: 1 is not going on: RC-DEMONSTRATION-C \(processing\)\.$/],
  ["thresholds that are not there", "create table put_by as select * from threshold; delete from threshold", "insert into threshold select * from put_by; drop table put_by", /^wrong policy tables: Without a row that holds today: threshold\.$/],
  ["holidays that are not there", "create table put_by as select * from calendar_day; delete from calendar_day", "insert into calendar_day select * from put_by; drop table put_by", /^wrong holidays: Those of \d{4} are not there/],
  ["a real delivery beside the demonstration data", `update delivery set receipt_no = 'RC-0000000000000001' where receipt_no = '${demonstrationReceipts}A'`, `update delivery set receipt_no = '${demonstrationReceipts}A' where receipt_no = 'RC-0000000000000001'`, /^doubtful demonstration data: It is there beside 1 deliveries and 0 clients/],
  ["rows that the search does not know", "insert into search_pending select 'bid', gen_random_uuid() from generate_series(1, 3)", "delete from search_pending", /^doubtful search: 3 changed rows are not in it, and nobody is looking at them\.$/],
];

describe("What is not as it should be is told", () => {
  it.each(changes)("%s", async (_, change, undo, told) => {
    await sql.unsafe(change);
    try {
      expect(linesOf(await examine(), "wrong", "doubtful", "good")).toContainEqual(expect.stringMatching(told));
    } finally {
      await sql.unsafe(undo);
    }
  });

  it("and nothing of it when it was put right", async () => {
    await prepareDatabase(cluster.ownerUrl, { embedded: true, key: runKey, demonstration: false, log: { info: () => {} } });
    expect(linesOf(await examine(), "wrong")).toEqual([]);
  });

  it("a clock that differs from the machine's", async () => {
    expect(linesOf(await examine({ now: () => Date.now() + 5_000 }), "doubtful")).toContainEqual(expect.stringMatching(/^doubtful clock: The database's clock and this machine's differ by 5\.\d seconds\.$/));
    expect(linesOf(await examine({ now: () => Date.now() - 3_600_000 }), "wrong")).toContainEqual(expect.stringMatching(/^wrong clock: .* differ by 3(599|600)\.\d seconds\.$/));
  });

  it("locks of another version", async () => {
    expect(linesOf(await examine({ locks: `${locks}-- of tomorrow\n` }), "wrong")).toEqual(["wrong locks: Those in force are of another version of the hub."]);
  });

  it("on an operator's server, a login that is a superuser, roles that log in without a pooler, and that no backup is to be seen", async () => {
    const findings = await examine({ embedded: false });
    expect(linesOf(findings, "doubtful", "note")).toEqual(expect.arrayContaining([
      expect.stringMatching(/^doubtful roles: Some may log in, and no pooler is set: hub_/),
      expect.stringMatching(/^doubtful login: \w+ is a superuser or goes around row security\.$/),
      "note backup: Neither archiving nor a replica is to be seen from here.",
    ]));
    expect(linesOf(await examine({ embedded: false, poolerUrl: "postgres://127.0.0.1:6432/hub" }), "doubtful").join("\n")).not.toContain("no pooler is set");
    await sql`select pg_create_physical_replication_slot('copy')`;
    try {
      expect(linesOf(await examine({ embedded: false }), "good")).toContainEqual(expect.stringMatching(/^good backup: 1 replicas have slots/));
    } finally {
      await sql`select pg_drop_replication_slot('copy')`;
    }
  });

  it("a database in which no hub is, and one in another encoding", async () => {
    await sql.unsafe("create database latin encoding 'LATIN1' locale_provider libc locale 'C' template template0");
    const findings = await examine({ ownerUrl: cluster.ownerUrl.replace(/\/hub$/, "/latin") });
    expect(linesOf(findings, "wrong")).toEqual(["wrong encoding: The database is in LATIN1.", "wrong migrations: The database holds no hub yet."]);
  });

  it("a database that does not answer", async () => {
    const findings = await examine({ ownerUrl: "postgres://nobody@127.0.0.1:1/hub" });
    expect(linesOf(findings, "wrong")).toContain("wrong server: It could not be looked at (ECONNREFUSED).");
  });
});

describe("The machine", () => {
  const config = (environment: Record<string, string> = {}) => readConfig({ HUB_DATA_DIR: dataDir, ...environment });
  const told = (environment: Record<string, string> = {}, machine = thisMachine) => linesOf(examineMachine(config(environment), machine), "wrong", "doubtful", "good");

  it("is good with a key and a folder of its own", () => {
    writeFileSync(join(dataDir, "key"), "0f".repeat(32), { mode: 0o600 });
    expect(linesOf(examineMachine(config(), { ...thisMachine, freeAt: () => 1e12 }), "wrong", "doubtful")).toEqual([]);
  });

  it.each<readonly [string, () => void, Record<string, string>, RegExp]>([
    ["a key that others may read", () => chmodSync(join(dataDir, "key"), 0o644), {}, /^wrong key: Other users may read /],
    ["a key that is none", () => writeFileSync(join(root, "no-key"), "x", { mode: 0o600 }), { HUB_KEY_FILE: join(root, "no-key") }, /^wrong key: .* holds no key\.$/],
    ["a mounted key that all may read", () => { writeFileSync(join(root, "wide-key"), "0f".repeat(32)); chmodSync(join(root, "wide-key"), 0o644); }, { HUB_KEY_FILE: join(root, "wide-key") }, /^doubtful key: All users of this machine may read/],
    ["a key that is gone", () => {}, { HUB_KEY_FILE: join(root, "gone") }, /^wrong key: There is no key in /],
    ["a key of the environment", () => {}, { HUB_KEY: "0f".repeat(32) }, /^good key: It comes by HUB_KEY\.$/],
    ["a folder that is not there", () => {}, { HUB_DATA_DIR: join(root, "absent") }, /^wrong data folder: .*absent is not there\.$/],
    ["a folder that others write in", () => { mkdirSync(join(root, "open")); chmodSync(join(root, "open"), 0o777); }, { HUB_DATA_DIR: join(root, "open") }, /^wrong data folder: Other users may write in /],
    ["an address of the network that nobody knows", () => {}, { HOST: "0.0.0.0" }, /^wrong address: The hub listens on 0\.0\.0\.0 and HUB_PUBLIC_URL is not set/],
    ["an address that is not encrypted", () => {}, { HUB_PUBLIC_URL: "http://hub.example" }, /^doubtful address: HUB_PUBLIC_URL is not encrypted\.$/],
  ])("%s", (_, make, environment, said) => {
    make();
    try {
      expect(told(environment)).toContainEqual(expect.stringMatching(said));
    } finally {
      chmodSync(join(dataDir, "key"), 0o600);
    }
  });

  it("an old Node.js, and disks with little or no room", () => {
    expect(told({}, { ...thisMachine, node: "20.20.2" })).toContain("wrong Node.js: It is 20.20.2, and the hub needs 24.");
    expect(told({}, { ...thisMachine, freeAt: () => 2 ** 30 })).toContain("doubtful disk space: 1024 MiB are free where the data folder is.");
    expect(told({}, { ...thisMachine, freeAt: () => 2 ** 20 })).toContain("wrong disk space: 1 MiB are free where the data folder is.");
  });
});

describe("npm run doctor", () => {
  const command = (given: readonly string[], environment: Readonly<Record<string, string>>) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/doctor.ts", ...given], { cwd: fileURLToPath(new URL("../..", import.meta.url)), env: { PATH: process.env["PATH"], ...environment }, encoding: "utf8" });
    return { status, stdout, stderr };
  };

  it("looks at the database of the hub that runs on the folder, and ends with 0 where nothing is wrong", () => {
    const { status, stdout, stderr } = command([], { HUB_DATA_DIR: dataDir, HUB_KEY: runKey.toString("hex") });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^good {6}configuration {7}Every variable/);
    expect(stdout).toMatch(/\n0 wrong, \d+ doubtful, \d+ good\.\n$/);
    expect(status).toBe(0);
  });

  it("ends with 1 where something is, and says the same as JSON", async () => {
    await sql`grant select on official to hub_public`;
    try {
      const { status, stdout } = command(["--json"], { DATABASE_URL: cluster.ownerUrl, HUB_DATA_DIR: dataDir, HUB_KEY: runKey.toString("hex") });
      const findings = JSON.parse(stdout) as Finding[];
      expect(findings.filter(({ state }) => state === "wrong")).toEqual([{ state: "wrong", about: "grants", says: "1 are not declared: hub_public select official.", remedy: "Restart the hub, which puts it right, and find out who has changed it." }]);
      expect(stdout).not.toContain(new URL(cluster.ownerUrl).password);
      expect(status).toBe(1);
    } finally {
      await sql`revoke select on official from hub_public`;
    }
  });

  it("makes no database where there is none", () => {
    const folder = join(root, "nothing");
    const { status, stdout } = command([], { HUB_DATA_DIR: folder });
    expect(stdout).toContain(`WRONG     database            There is no database in ${folder}.`);
    expect(status).toBe(1);
    expect(existsSync(folder)).toBe(false);
  });

  it("says which variable is wrong, and which option", () => {
    expect(command([], { PORT: "x" })).toMatchObject({ status: 1, stdout: expect.stringContaining('WRONG     configuration       PORT is "x"') });
    expect(command(["--days", "0"], {})).toMatchObject({ status: 1, stderr: "--days takes a whole number from 1 to 400.\n" });
    expect(command(["--fix"], {}).stderr).toContain("Unknown option '--fix'");
  });
});

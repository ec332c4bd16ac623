import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import postgres from "postgres";
import { askedAt, stopClockOf } from "../setup/clock.ts";
import { regions } from "../setup/run-ingest.ts";
import { startServer, type DebianServer } from "./debian-server.ts";
import { command, started, startHub, unlikeCommitted, type RunningHub } from "./running-hub.ts";

/** Debian's PostgreSQL 15, and an administrator who may make roles and databases and nothing else. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 }); // servers and hubs start, and the machine may have little to spare

let server: DebianServer;
let hub: RunningHub;
const administrator = "province_dba";
const login = "hub_login";
const database = "integrity";

beforeAll(async () => {
  server = await startServer();
  server.psql("postgres", "postgres", `create role ${administrator} login createrole createdb password 'of-this-test-only'`);
});
afterAll(async () => {
  await hub?.close();
  await server?.close();
});

const settings = () => ({ DATABASE_URL: server.url(login, database), HUB_DEMO: "1" });

async function asked<Row extends object>(role: string, text: string): Promise<readonly Row[]> {
  const sql = postgres(server.url(role, database), { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe<Row[]>(text);
  } finally {
    await sql.end();
  }
}

describe("What npm run roles prints", () => {
  it("is carried out by an administrator who is no superuser, twice", async () => {
    const { code, out } = await command("scripts/roles.ts", ["--login", login, "--database", database], {});
    expect(code).toBe(0);
    server.psql(administrator, "postgres", out);
    server.psql(administrator, "postgres", `alter role ${login} password 'of-this-test-only'`);
    server.psql(administrator, "postgres", out);
  });

  it("leaves the administrator without the hub's rights, and the hub's login without any over roles", async () => {
    const [rights] = await asked<{ dba: boolean; power: boolean }>("postgres", `select pg_has_role('${administrator}', '${login}', 'member') as dba, (select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication from pg_roles where rolname = '${login}') as power`);
    expect(rights).toEqual({ dba: false, power: false });
  });
});

describe("The hub with its plain login", () => {
  it("starts, and loads the demonstration data", async () => {
    hub = started(await startHub(settings()));
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
  });

  it("is found good by npm run doctor, save what only a superuser may set: what the server's log holds", async () => {
    const sql = postgres(server.url(login, database), { max: 1 });
    await expect.poll(() => sql`select from access_pending`).toEqual([]); // sealed, by the process beside the answers
    await sql.end();
    const { code, out } = await command("scripts/doctor.ts", [], settings());
    expect(out.split("\n").filter((line) => line.startsWith("WRONG"))).toEqual([expect.stringContaining("server's log        It may hold values of rows and questions: ")]);
    expect(out).toContain("pgcrypto            Every role of the server may call its functions");
    expect(code).toBe(1);
  });

  it.each(["public", "department", "personnel", "supervision", "auditor", "subject"] as const)("answers %s as committed", async (persona) => {
    await stopClockOf(server.url(login, database), askedAt);
    expect(await unlikeCommitted(hub.url, persona)).toEqual([]);
  });

  it("takes a file in", async () => {
    const { code, out } = await command("scripts/ingest.ts", ["administrative-divisions", regions], settings());
    expect([code, out]).toEqual([0, expect.stringMatching(/3306 rows, 3306 taken/)]);
  });

  it("is answered by the database in the roles of its audiences, and an audience's role has no closed column", async () => {
    const roles = await asked<{ role: string }>("postgres", "select distinct usename || ' ' || application_name as role from pg_stat_activity where application_name like 'hub-%' order by 1");
    expect(roles.map(({ role }) => role)).toContain(`${login} hub-public`);
    await expect(asked(login, "set role hub_public; select name from official")).rejects.toMatchObject({ code: "42501" });
  });

  it("starts again on what is there", async () => {
    await hub.close();
    const begun = performance.now();
    hub = started(await startHub(settings()));
    expect(performance.now() - begun).toBeLessThan(15_000);
    await stopClockOf(server.url(login, database), askedAt);
    expect(await unlikeCommitted(hub.url, "public")).toEqual([]);
  });
});

describe("With a superuser as administrator", () => {
  it("the functions of pgcrypto and those that write without a table are taken from PUBLIC, and the hub starts on", async () => {
    const { out } = await command("scripts/roles.ts", ["--login", login, "--database", database], {});
    server.psql("postgres", "postgres", out);
    await hub.close();
    hub = started(await startHub(settings()));
    const [rights] = await asked<object>("postgres", "select has_function_privilege('hub_public', 'pgp_sym_decrypt(bytea, text)', 'execute') as decrypt, has_function_privilege('hub_personnel', 'pgp_sym_decrypt(bytea, text)', 'execute') as personnel, has_function_privilege('hub_public', 'pg_advisory_lock(bigint)', 'execute') as locks, has_function_privilege('hub_public', 'lo_create(oid)', 'execute') as objects");
    expect(rights).toEqual({ decrypt: false, personnel: true, locks: false, objects: false });
    const doctor = await command("scripts/doctor.ts", [], settings());
    expect([doctor.code, doctor.out.split("\n").filter((line) => /^(WRONG|note +pgcrypto)/.test(line))]).toEqual([0, []]);
    await stopClockOf(server.url(login, database), askedAt);
    expect(await unlikeCommitted(hub.url, "personnel")).toEqual([]);
  });

  it("the server's log holds no value of a statement that fails", async () => {
    await expect(asked(login, "select 'A VALUE OF A ROW'::uuid")).rejects.toMatchObject({ code: "22P02" });
    expect(server.log.join("\n")).not.toContain("A VALUE OF A ROW");
  });
});

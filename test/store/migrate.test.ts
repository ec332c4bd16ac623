import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { ledgerOf } from "../../src/catalog/ledger.ts";
import { administrativeDivision } from "../../src/domains/reference/administrative-division.ts";
import { department } from "../../src/domains/reference/organization.ts";
import { filterableBy } from "../../src/policy/may-filter.ts";
import { hubCatalogue } from "../../src/server.ts";
import { StartError } from "../../src/start-error.ts";
import { insertRows } from "../../src/store/insert-rows.ts";
import { locksSql } from "../../src/store/locks.ts";
import { migrate } from "../../src/store/migrate.ts";
import { roles } from "../../src/store/roles.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { roleOptions, secrets } from "./planted.ts";

const run = (url: string, options = roleOptions): Promise<void> => migrate(url, hubCatalogue(), options);

const databases: FreshDatabase[] = [];
async function fresh(): Promise<string> {
  const database = await freshDatabase();
  databases.push(database);
  return database.url;
}
afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

async function on<R>(url: string, ask: (sql: postgres.Sql) => Promise<R>): Promise<R> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

/** The one sentence in which a database is refused. */
async function refusal(url: string, options = roleOptions): Promise<string> {
  const error: unknown = await run(url, options).then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartError);
  expect((error as StartError).message).toMatch(/^[A-Z][^\n]*[.]$/);
  return (error as StartError).message;
}

const appliedAt = (url: string) => on(url, (sql) => sql`select digest, applied_at from drizzle.locks`);

describe("A new database", () => {
  it("has every table, and the policy as the catalogue prints it", async () => {
    const url = await fresh();
    await run(url);
    const rows = await on(url, (sql) => sql`select coordinate, disclosure_class, to_subject, basis_citation, filterable, audited, row_rule, description from field_policy`);
    const lines = ledgerOf(hubCatalogue(), filterableBy).filter((line) => line.class !== "withheld");
    const byCoordinate = (a: { readonly coordinate: string }, b: { readonly coordinate: string }): number => (a.coordinate < b.coordinate ? -1 : 1);
    expect([...rows].sort(byCoordinate as never)).toEqual(
      lines.map((line) => ({
        coordinate: `${line.type}.${line.field}`, disclosure_class: line.class.toUpperCase(), to_subject: line.toSubject, basis_citation: line.basis,
        filterable: line.filterable, audited: line.audited, row_rule: line.rowRule, description: line.description,
      })).sort(byCoordinate),
    );
    expect(rows.map(({ coordinate }) => coordinate as unknown)).not.toContain("Bid.rowHash");
    expect(await on(url, (sql) => sql`select 1 from drizzle.__drizzle_migrations`)).not.toHaveLength(0);
  });

  it("is left alone by the next start, which is quick", async () => {
    const url = await fresh();
    const milliseconds = async (): Promise<number> => {
      const begun = performance.now();
      await run(url);
      return performance.now() - begun;
    };
    const first = await milliseconds();
    const before = await appliedAt(url);
    const next: number[] = [];
    for (let time = 0; time < 5; time++) next.push(await milliseconds());
    expect(await appliedAt(url)).toEqual(before);
    expect(await on(url, (sql) => sql`select 1 from field_policy_history`)).toHaveLength(0);
    expect(Math.min(...next)).toBeLessThan(first / 4); // an eighth of it; what is busy meanwhile slows both
  });

  it("is made by one of several hubs that start at once, and the others wait", async () => {
    const url = await fresh();
    await Promise.all([run(url), run(url), run(url), run(url)]);
    expect(await appliedAt(url)).toHaveLength(1);
    expect(await on(url, (sql) => sql`select hash from drizzle.__drizzle_migrations group by 1 having count(*) > 1`)).toHaveLength(0);
  });

  it("gets its tables in public, whatever search path the login has", async () => {
    const url = await fresh();
    await on(url, (sql) => sql.unsafe(`create schema elsewhere; alter database ${new URL(url).pathname.slice(1)} set search_path to elsewhere, public`));
    await run(url);
    expect(await on(url, (sql) => sql`select distinct schemaname from pg_tables where schemaname in ('elsewhere', 'public')`)).toEqual([{ schemaname: "public" }]);
  });
});

describe("What is not as it was left is put right at the next start", () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
    await run(database.url);
  });
  afterAll(() => database.drop());

  it.each<readonly [string, string, string]>([
    ["a grant on a table", "grant select on official to hub_public", "select not has_table_privilege('hub_public', 'official', 'select') as good"],
    ["a grant on a column", "grant select (name) on official to hub_public", "select not has_column_privilege('hub_public', 'official', 'name', 'select') as good"],
    ["a grant to PUBLIC", "grant select on bid_restricted to public", "select not has_table_privilege('hub_public', 'bid_restricted', 'select') as good"],
    // pgcrypto's functions are the superuser's, and so PUBLIC's, on a server of the operator's
    ...(inject("embedded") ? [["a grant on a function", "grant execute on function pgp_sym_decrypt(bytea, text) to hub_public", "select not has_function_privilege('hub_public', 'pgp_sym_decrypt(bytea, text)', 'execute') as good"] as const] : []),
    ["a grant that was taken", "revoke select (name) on organization from hub_public", "select has_column_privilege('hub_public', 'organization', 'name', 'select') as good"],
    ["a right on the schema", "grant create on schema public to hub_public", "select not has_schema_privilege('hub_public', 'public', 'create') as good"],
    ["rights on the database, as after a copy", "grant connect, temporary on database current to public", "select not has_database_privilege('hub_public', current_database(), 'temporary') as good"],
    ["a wider policy", "create policy wide on bid to hub_public using (true)", "select count(*) = 0 as good from pg_policies where policyname = 'wide'"],
    ["a policy that was dropped", "drop policy hub_read_public on bid", "select count(*) = 1 as good from pg_policies where tablename = 'bid' and policyname = 'hub_read_public'"],
    ["a policy that was widened", "alter policy hub_read_public on bid using (true)", "select qual like '%opened_at%' as good from pg_policies where tablename = 'bid' and policyname = 'hub_read_public'"],
    ["row security that was switched off", "alter table bid disable row level security", "select relrowsecurity as good from pg_class where relname = 'bid'"],
    ["row security that no longer binds the owner", "alter table bid no force row level security", "select relforcerowsecurity as good from pg_class where relname = 'bid'"],
    ["a trigger that was dropped", "drop trigger bid_keep_history on bid", "select count(*) = 1 as good from pg_trigger where tgname = 'bid_keep_history'"],
    ["a trigger's function that was emptied", "create or replace function bid_keep_history() returns trigger language plpgsql as 'begin return new; end'", "select prosrc like '%bid_history%' as good from pg_proc where proname = 'bid_keep_history'"],
    ["a clock that was set", "create or replace function hub_now() returns timestamptz language sql stable as 'select timestamptz ''2099-01-01'''", "select abs(extract(epoch from hub_now() - now())) < 1 as good"],
  ])("%s", async (_, change, question) => {
    const { url } = database;
    const good = () => on(url, async (sql) => (await sql.unsafe<{ good: boolean }[]>(question))[0]!.good);
    expect(await good(), "before").toBe(true);
    await on(url, (sql) => sql.unsafe(change.replace("database current", `database ${new URL(url).pathname.slice(1)}`)));
    expect(await good(), "the change is one").toBe(false);
    await run(url);
    expect(await good(), "after").toBe(true);
  });

  it.runIf(inject("embedded"))("beside a statement that waits for it as it waits for that one: it gives way, and is there in the end", async () => {
    const { url } = database;
    await on(url, (sql) => sql.unsafe(`alter database ${new URL(url).pathname.slice(1)} set deadlock_timeout = '3s'; create policy wide on bid to hub_public using (true)`));
    const waits = () => on(url, (sql) => sql`select from pg_locks where relation = 'grant_use'::regclass and not granted`);
    let running = Promise.resolve();
    await on(url, (sql) =>
      sql.begin(async (other) => {
        await other`set local deadlock_timeout = '1min'`; // the other is not to be the one that is ended
        await other`lock table grant_use in access share mode`;
        running = run(url);
        await expect.poll(waits).toHaveLength(1);
        await other`lock table organization in access share mode`;
      }),
    );
    await running;
    expect(await on(url, (sql) => sql`select from pg_policies where policyname = 'wide'`)).toHaveLength(0);
  });

  it("a row of the policy that was changed, with what it was in between in its history", async () => {
    const { url } = database;
    const of = (table: string) => on(url, (sql) => sql`select disclosure_class from ${sql(table)} where coordinate = 'Bid.score'`);
    await on(url, (sql) => sql`update field_policy set disclosure_class = 'OPEN' where coordinate = 'Bid.score'`);
    await run(url);
    expect(await of("field_policy")).toEqual([{ disclosure_class: "CONDITIONAL" }]);
    expect(await of("field_policy_history")).toEqual([{ disclosure_class: "CONDITIONAL" }, { disclosure_class: "OPEN" }]);
  });

  it("a row of the policy that is missing, or that no field is behind", async () => {
    const { url } = database;
    const rows = () => on(url, (sql) => sql`select id, coordinate from field_policy order by coordinate`);
    const before = await rows();
    await on(url, (sql) => sql`delete from field_policy where coordinate = 'Bid.price'`);
    await on(url, (sql) => sql`insert into field_policy (coordinate, type_name, field_name, disclosure_class, to_subject, filterable, audited, row_rule, description) values ('No.such', 'No', 'such', 'OPEN', false, 'nobody', false, '', '')`);
    await run(url);
    expect(await rows()).toEqual(before);
  });

  it("what others keep in the database is theirs: their tables and policies stay", async () => {
    const { url } = database;
    await on(url, (sql) => sql.unsafe("create table theirs (n int); alter table theirs enable row level security; create policy theirs on theirs using (n > 0)"));
    await run(url);
    expect(await on(url, (sql) => sql`select qual from pg_policies where tablename = 'theirs'`)).toEqual([{ qual: "(n > 0)" }]);
    await on(url, (sql) => sql`drop table theirs`);
  });

  it("the script itself can be run again and again", async () => {
    const { url } = database;
    const state = () => on(url, (sql) => sql`select tablename, policyname, roles::text, qual from pg_policies order by 1, 2`);
    const before = await state();
    await on(url, (sql) => sql.begin((transaction) => transaction.unsafe(locksSql(hubCatalogue()))));
    expect(await state()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });
});

describe("A database that the hub cannot use is refused in a sentence", () => {
  it("where a newer hub has been, and nothing is touched", async () => {
    const url = await fresh();
    await run(url);
    await on(url, (sql) => sql.unsafe("insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9999999999999); grant select on official to hub_public"));
    expect(await refusal(url)).toContain("another version of the hub");
    expect(await on(url, (sql) => sql`select has_table_privilege('hub_public', 'official', 'select') as untouched`)).toEqual([{ untouched: true }]);
  });

  it.runIf(inject("embedded"))("where pgcrypto is out of the statements' sight", async () => {
    const url = await fresh();
    await on(url, (sql) => sql.unsafe("create schema extensions; create extension pgcrypto with schema extensions"));
    expect(await refusal(url)).toContain("ALTER EXTENSION pgcrypto SET SCHEMA public");
  });
});

/** On the embedded server the owner is a superuser; here it is what an operator's database gives: a login that owns one database. */
describe.runIf(inject("embedded"))("An owner that is no superuser", () => {
  const login = "plain_owner_of_test";
  const password = "of-this-test-only";
  const asLogin = (url: string): string => {
    const address = new URL(url);
    address.username = login;
    address.password = password;
    return address.href;
  };
  const options = { ...roleOptions, embedded: false };
  let administration: postgres.Sql;

  beforeAll(async () => {
    administration = postgres(inject("ownerUrl"), { max: 1, onnotice: () => {} });
    const { url, drop } = await freshDatabase();
    await run(url); // so that the roles exist
    await drop();
    await administration.unsafe(`create role ${login} login nosuperuser nocreaterole nobypassrls password '${password}'`);
    for (const role of roles) await administration.unsafe(`grant ${role} to ${login} with inherit false, set true`);
  });
  afterAll(async () => {
    for (const database of databases.splice(0)) await database.drop();
    await administration.unsafe(`drop role ${login}`);
    await administration.end();
  });

  it("is enough: it writes under row security that binds it, and readers get their rows and no more", async () => {
    const url = await fresh();
    await administration.unsafe(`alter database ${new URL(url).pathname.slice(1)} owner to ${login}`);
    await run(asLogin(url), options);
    await run(asLogin(url), options);
    await on(asLogin(url), async (sql) => {
      await insertRows(drizzle(sql), administrativeDivision, [{ code: "510104", name: "锦江区", level: "COUNTY" }], secrets);
      const row = { recordNo: "1", uscc: "1", name: "Body", divisionCode: "510104", level: "COUNTY", bankAccount: "ACCOUNT" };
      await insertRows(drizzle(sql), department, [row], secrets);
      expect(await sql`select bank_account from organization_restricted`).toEqual([{ bank_account: "ACCOUNT" }]);
      await sql`update organization_restricted set bank_account = 'NEW'`;
      expect(await sql`select bank_account from organization_restricted_history`).toEqual([{ bank_account: "ACCOUNT" }]);
    });
    const asked = (role: string, jurisdiction: string) => on(asLogin(url), (sql) => sql.begin(async (transaction) => {
      await transaction.unsafe(`set local role ${role}`);
      await transaction`select set_config('hub.jurisdiction', ${jurisdiction}, true)`;
      return transaction`select bank_account from organization_restricted`;
    }));
    expect(await asked("hub_finance", "5101")).toEqual([{ bank_account: "NEW" }]);
    expect(await asked("hub_finance", "5107")).toEqual([]);
    await expect(asked("hub_public", "51")).rejects.toMatchObject({ code: "42501" });
  });

  it("is told what is missing where the database is another's", async () => {
    const url = await fresh();
    expect(await refusal(asLogin(url), options)).toContain("make it the owner of the database");
  });

  it("is told the same where it owns an empty database without its schema public", async () => {
    const url = await fresh();
    await administration.unsafe(`alter database ${new URL(url).pathname.slice(1)} owner to ${login}`);
    await on(url, (sql) => sql.unsafe("alter schema public owner to current_user"));
    expect(await refusal(asLogin(url), options)).toContain("CREATE on its schema public");
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { describe, expect, inject, it } from "vitest";
import { hubCatalogue } from "../../src/server.ts";
import { examineLocks } from "../../src/store/doctor/examine-locks.ts";
import { examineMigrations } from "../../src/store/doctor/examine-migrations.ts";
import { locksSql } from "../../src/store/locks.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openOwnerSession } from "../../src/store/owner-session.ts";
import { freshDatabase } from "../setup/database.ts";
import { testHub } from "../setup/hub.ts";
import { roleOptions } from "./planted.ts";

const folder = fileURLToPath(new URL("../../drizzle", import.meta.url));
interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}
const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as Journal;

/** Applies the migrations up to one, as the hub of that time did. */
async function applyUpTo(sql: postgres.Sql, count: number): Promise<void> {
  const earlier = mkdtempSync(join(tmpdir(), "hub-upgrade-"));
  try {
    cpSync(folder, earlier, { recursive: true });
    writeFileSync(join(earlier, "meta/_journal.json"), JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
    await applyMigrations(drizzle(sql), { migrationsFolder: earlier });
  } finally {
    rmSync(earlier, { recursive: true, force: true });
  }
}

/** One value for each type of column: what refers to another row so refers to one that is there. */
const values: Readonly<Record<string, string>> = { uuid: "00000000-0000-4000-8000-000000000001", text: "510104", integer: "1", bigint: "1", numeric: "1", boolean: "true", date: "2024-01-01", "timestamp with time zone": "2024-01-01T00:00:00Z", bytea: "\\x00", ARRAY: "{}", json: "{}", jsonb: "{}", smallint: "1", "double precision": "1", xid8: "1" };

/** Puts a row into every table that is there; answers their names. */
async function fill(sql: postgres.Sql): Promise<readonly string[]> {
  const columns = await sql<{ table: string; column: string; type: string }[]>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO' order by 1, ordinal_position`;
  const tables = [...new Set(columns.map(({ table }) => table))];
  await sql.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`; // rows refer to rows that come later
    for (const table of tables) {
      const own = columns.filter((each) => each.table === table);
      await transaction`insert into ${transaction(table)} ${transaction(Object.fromEntries(own.map(({ column, type }) => [column, values[type] ?? `no value of the type ${type}`])))}`;
    }
  });
  return tables;
}

describe("A database of each earlier version, with a row in every table", () => {
  it.runIf(inject("embedded")).each(journal.entries.map(({ tag }, index) => [tag, index + 1] as const))("%s is brought to this one: its rows are there, its locks are in force, its questions are answered", async (_, count) => {
    const database = await freshDatabase();
    const sql = postgres(database.url, { max: 1, onnotice: () => {}, fetch_types: false });
    try {
      await applyUpTo(sql, count);
      const tables = await fill(sql);
      await migrate(database.url, hubCatalogue(), roleOptions);

      for (const table of tables) expect(Number((await sql`select count(*) from ${sql(table)}`)[0]!["count"]), table).toBeGreaterThanOrEqual(1);
      const session = openOwnerSession(database.url, "hub-doctor");
      const findings = [...(await examineMigrations(session.ask)), ...(await examineLocks(session.ask, locksSql(hubCatalogue())))];
      await session.close();
      expect(findings.filter(({ state }) => state === "wrong")).toEqual([]);

      const hub = await testHub({ ownerUrl: database.url, demonstration: false });
      try {
        expect((await hub.ask("public", '{ administrativeDivision(code: "510104") { code name } }')).body).toEqual({ data: { administrativeDivision: { code: "510104", name: "510104" } } });
      } finally {
        await hub.close();
      }
    } finally {
      await sql.end();
      await database.drop();
    }
  });
});

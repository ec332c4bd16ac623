import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

export interface FreshDatabase {
  /** Address of the database as its owner. */
  readonly url: string;
  /** Removes the database, and whoever is still connected to it. */
  drop(): Promise<void>;
}

/** A database of the test file's own, a copy of the template when one is named; nobody may be connected to a template meanwhile. Copied as files, it goes past the server's own log. */
export async function freshDatabase(template?: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner((sql) => (template === undefined ? sql`create database ${sql(name)}` : sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`));
  return { url: databaseUrl(name), drop: () => asOwner((sql) => sql`drop database if exists ${sql(name)} with (force)`) };
}

/** Address of a database of the run's server, as its owner. */
export function databaseUrl(name: string): string {
  const url = new URL(inject("ownerUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

async function asOwner(ask: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject("ownerUrl"), { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await ask(sql);
  } finally {
    await sql.end();
  }
}

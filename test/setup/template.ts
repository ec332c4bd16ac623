import postgres from "postgres";
import { inject } from "vitest";
import { prepareDatabase } from "../../src/server.ts";
import { databaseUrl } from "./database.ts";

/** The master key of the run: roles and their passwords belong to the server that all test files share. */
export const runKey = Buffer.alloc(32, 7);

const template = "hub_demonstration_template";
const building = "hub_demonstration_building";

/** Name of a database with the demonstration data, made once per run by whoever needs it first; copies of it take 30 ms. */
export async function demonstrationTemplate(): Promise<string> {
  const sql = postgres(inject("ownerUrl"), { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${711})`;
    const [found] = await sql`select 1 from pg_database where datname = ${template}`;
    if (found) return template;
    await sql.unsafe(`drop database if exists ${building} with (force)`);
    await sql.unsafe(`create database ${building}`);
    await prepareDatabase(databaseUrl(building), { embedded: inject("embedded"), key: runKey, demonstration: true, log: { info: () => {} } });
    await sql.unsafe(`alter database ${building} rename to ${template}`);
    return template;
  } finally {
    await sql.end();
  }
}

import { DrizzleQueryError } from "drizzle-orm/errors";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import type { Catalogue } from "../catalog/catalogue.ts";
import { StartError } from "../start-error.ts";
import { applyLocks } from "./apply-locks.ts";
import { hasCode } from "./has-code.ts";
import { locksSql } from "./locks.ts";
import { ensureRoles, type RoleOptions } from "./roles.ts";
import { syncFieldPolicies } from "./sync-field-policies.ts";

const migrationsFolder = fileURLToPath(new URL("../../drizzle", import.meta.url));

/** Any number that no other program on the server uses for the same; two hubs that start at once wait for each other under it. */
const startLock = 4_180_201;

/** The migrations that the code brings, of which the database may lack some but must not have more. */
export const knownMigrations = (): readonly string[] => readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);

/**
 * Brings a database to what the catalogue declares: roles, tables, functions, grants, row policies, the projection of the policy. Does
 * nothing that is done already; a second hub that starts at the same time waits.
 *
 * @throws StartError where the owner lacks a right, or the database was written by a newer version of the hub
 */
export async function migrate(ownerUrl: string, catalogue: Catalogue, roles: RoleOptions): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await ensureRoles(sql, roles);
    await sql`select pg_advisory_lock(${startLock})`;
    await sql`set search_path to public`; // what is made without a schema goes there, whatever the login's own settings say
    const database = drizzle(sql);
    await refuseNewer(sql);
    await applyMigrations(database, { migrationsFolder });
    await applyLocks(sql, locksSql(catalogue));
    await syncFieldPolicies(database, catalogue);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const thrown = error instanceof DrizzleQueryError ? error.cause : error;
    if (hasCode(thrown, "42501")) throw new StartError("The database user of DATABASE_URL lacks a right that the hub needs: make it the owner of the database, with CREATE on its schema public.", { cause: error });
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function refuseNewer(sql: postgres.Sql): Promise<void> {
  const [{ present }] = await sql<[{ present: boolean }]>`select to_regclass('drizzle.__drizzle_migrations') is not null as present`;
  if (!present) return;
  const applied = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`;
  const hashes = new Set(knownMigrations());
  if (applied.some(({ hash }) => !hashes.has(hash))) throw new StartError("The database was changed by another version of the hub: start that version, or restore a copy from before it.");
}

import { knownMigrations } from "../migrate.ts";
import type { Ask } from "../owner-session.ts";
import { good, wrong, type Finding } from "./finding.ts";

/** Looks whether the tables are those of this version of the hub. */
export async function examineMigrations(ask: Ask): Promise<readonly Finding[]> {
  const about = "migrations";
  const [found] = await ask<{ present: boolean }>("select to_regclass('drizzle.__drizzle_migrations') is not null as present");
  if (!found!.present) return [wrong(about, "The database holds no hub yet.", "Start the hub on it once.")];
  const applied = new Set((await ask<{ hash: string }>("select hash from drizzle.__drizzle_migrations")).map(({ hash }) => hash));
  const known = knownMigrations();
  const missing = known.filter((hash) => !applied.has(hash)).length;
  const foreign = [...applied].filter((hash) => !known.includes(hash)).length;
  if (foreign > 0) return [wrong(about, `${foreign} of the database's are not of this version: another version of the hub has changed it.`, "Start that version, or restore a copy from before it.")];
  if (missing > 0) return [wrong(about, `${missing} of ${known.length} are missing.`, "Make a copy of the database, then start the hub, which applies them.")];
  return [good(about, `All ${known.length} are applied.`)];
}

import { oldestVersion } from "../examine-server.ts";
import type { Ask } from "../owner-session.ts";
import { mostConnections } from "../pools.ts";
import { silentLogSettings } from "../silent-log-settings.ts";
import { doubtful, good, note, some, wrong, type Finding } from "./finding.ts";

/** Seconds by which the database's clock may differ from the machine's: what authorises is the database's, what signs is the machine's. */
const skew = Object.freeze({ borne: 2, wrong: 30 });

/** Looks at the server that the hub's database is on: its version, its settings, its clock, its connections. */
export async function examineSettings(ask: Ask, { embedded, now = Date.now }: { readonly embedded: boolean; readonly now?: () => number }): Promise<readonly Finding[]> {
  return [await serverFinding(ask), await textFinding(ask), await durabilityFinding(ask), await logFinding(ask), await clockFinding(ask, now), await connectionsFinding(ask), await backupFinding(ask, embedded)];
}

async function serverFinding(ask: Ask): Promise<Finding> {
  const [server] = await ask<{ number: number; version: string; standby: boolean }>("select current_setting('server_version_num')::int as number, current_setting('server_version') as version, pg_is_in_recovery() as standby");
  if (server!.number < oldestVersion * 10_000) return wrong("server", `It is PostgreSQL ${server!.version}.`, `Move the database to version ${oldestVersion} or later.`);
  if (server!.standby) return wrong("server", "It is a standby, which takes no writes.", "Let DATABASE_URL name the primary.");
  return good("server", `It is PostgreSQL ${server!.version}.`);
}

/** The order of text is the database's own; codes are compared byte by byte wherever it matters. */
async function textFinding(ask: Ask): Promise<Finding> {
  const [database] = await ask<{ encoding: string; collation: string; recorded: string | null; actual: string | null }>(
    "select pg_encoding_to_char(encoding) as encoding, coalesce(datcollate, '') as collation, datcollversion as recorded, pg_database_collation_actual_version(oid) as actual from pg_database where datname = current_database()",
  );
  const { encoding, collation, recorded, actual } = database!;
  if (encoding !== "UTF8") return wrong("encoding", `The database is in ${encoding}.`, "Make one in UTF8 and move the data by pg_dump.");
  if (recorded !== null && actual !== null && recorded !== actual) return wrong("encoding", `Its collation ${collation} was of version ${recorded} and is of ${actual} now, so indexes may be out of order.`, "Run REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION.");
  return good("encoding", `It is UTF8, ordered by ${collation}.`);
}

async function durabilityFinding(ask: Ask): Promise<Finding> {
  const off = await ask<{ name: string }>("select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by 1");
  if (off.length === 0) return good("durability", "What was committed is on the disk.");
  return wrong("durability", `${off.map(({ name }) => name).join(" and ")} ${off.length === 1 ? "is" : "are"} off: what was acknowledged, the access log as well, may be lost.`, "Set them to on.");
}

/** Messages below these levels hold values. */
const quiet: Readonly<Record<string, readonly string[]>> = { log_min_messages: ["log", "fatal", "panic"], log_min_error_statement: ["log", "fatal", "panic"] };

async function logFinding(ask: Ask): Promise<Finding> {
  const settings = await ask<{ name: string; setting: string }>("select name, setting from pg_settings where name = 'shared_preload_libraries' or name like 'log\\_%'");
  const talkative = settings.filter(({ name, setting }) => name in silentLogSettings && !(quiet[name] ?? [silentLogSettings[name]!]).includes(setting)).map(({ name, setting }) => `${name} = ${setting}`);
  const libraries = settings.find(({ name }) => name === "shared_preload_libraries")?.setting ?? "";
  if (libraries.includes("auto_explain")) talkative.push("auto_explain is loaded");
  if (talkative.length === 0) return good("server's log", "It holds no values.");
  const wanted = Object.entries(silentLogSettings).map(([name, value]) => `${name} = ${value}`).join(", ");
  return wrong("server's log", `It may hold values of rows and questions: ${talkative.sort().join(", ")}.`, `Let an administrator set ${wanted}; run by a superuser, what npm run -s roles prints does so for this database.`);
}

async function clockFinding(ask: Ask, now: () => number): Promise<Finding> {
  const before = now();
  const [clock] = await ask<{ at: number }>("select extract(epoch from clock_timestamp())::float8 * 1000 as at");
  const seconds = Math.abs(clock!.at - (before + now()) / 2) / 1_000;
  const remedy = "Let both be set by the same time servers.";
  const told = `The database's clock and this machine's differ by ${seconds.toFixed(1)} seconds.`;
  return seconds > skew.wrong ? wrong("clock", told, remedy) : seconds > skew.borne ? doubtful("clock", told, remedy) : good("clock", told);
}

async function connectionsFinding(ask: Ask): Promise<Finding> {
  const [found] = await ask<{ most: number; others: number; limit: number }>(`
    select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most,
      (select count(*)::int from pg_stat_activity where datid is not null and pid <> pg_backend_pid() and coalesce(application_name, '') not like 'hub-%') as others,
      (select least(case when datconnlimit < 0 then 100000 else datconnlimit end, (select case when rolconnlimit < 0 then 100000 else rolconnlimit end from pg_roles where rolname = session_user)) from pg_database where datname = current_database()) as limit`);
  const { most, others, limit } = found!;
  const left = Math.min(most - others, limit);
  const told = `The hub opens up to ${mostConnections} connections, and the server has ${left} for it.`;
  return left < mostConnections ? wrong("connections", told, "Raise max_connections, or the limit of the database or the login, or put a pooler before it (HUB_POOLER_URL).") : good("connections", told);
}

/** Whether a backup is made nobody can see from within; only what points to one. */
async function backupFinding(ask: Ask, embedded: boolean): Promise<Finding> {
  if (embedded) return note("backup", "Nobody backs the embedded database up by itself.", "Copy the data folder while the hub is stopped, or pg_dump the database while it runs; keep the key apart from it.");
  const [seen] = await ask<{ archiving: boolean; failed: boolean; replicas: number }>("select current_setting('archive_mode') <> 'off' as archiving, coalesce(last_failed_time > last_archived_time, last_failed_time is not null) as failed, (select count(*)::int from pg_replication_slots) as replicas from pg_stat_archiver");
  if (seen!.archiving && seen!.failed) return wrong("backup", "The server's write-ahead log could not be archived the last time.", "Look into the server's log for archive_command.");
  if (seen!.archiving || seen!.replicas > 0) return good("backup", some([...(seen!.archiving ? ["the write-ahead log is archived"] : []), ...(seen!.replicas > 0 ? [`${seen!.replicas} replicas have slots`] : [])]) + "; that a copy can be restored, only trying it tells.");
  return note("backup", "Neither archiving nor a replica is to be seen from here.", "See that somebody makes copies of the database, and of the key apart from it.");
}

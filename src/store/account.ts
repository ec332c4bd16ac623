import { readFileSync, statSync } from "node:fs";
import { StartError } from "../start-error.ts";
import { run } from "./run.ts";

/** A user of the system that PostgreSQL runs as; PostgreSQL refuses to run as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The account that the hub makes where no suitable one exists. */
const ownName = "integrity-hub";

/**
 * The account for PostgreSQL when the hub runs as root; null when the hub itself is an ordinary user. An existing cluster keeps its owner.
 * `nobody` is never taken: everything that runs as nobody could read the data.
 */
export async function databaseAccount(clusterFolder: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) {
    const account = knownAccounts().find(({ uid }) => uid === owner.uid);
    if (account !== undefined) return account;
    throw new StartError(`The database in ${clusterFolder} belongs to user number ${owner.uid}, whom this system does not know: give the folder to the user that ran it with chown -R.`);
  }
  return accountNamed(ownName) ?? accountNamed("postgres") ?? (await makeAccount());
}

async function makeAccount(): Promise<Account> {
  const useradd = await run("useradd", ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", ownName], null);
  if (useradd.status !== 0) await run("adduser", ["-S", "-D", "-H", "-h", "/nonexistent", ownName], null); // BusyBox, as in Alpine
  const account = accountNamed(ownName);
  if (account !== null) return account;
  throw new StartError("PostgreSQL refuses to run as root, and no user could be made for it: run the hub as an ordinary user, create a user named postgres, or set DATABASE_URL.");
}

const accountNamed = (name: string): Account | null => knownAccounts().find((account) => account.name === name && account.uid !== 0) ?? null;

/** The accounts in /etc/passwd: initdb asks there for its user's name, so a bare number would not do. */
function knownAccounts(): Account[] {
  return readFileSync("/etc/passwd", "utf8").split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** Whether the account may enter the folder: tried, not computed from modes, so that access lists and mounts count. */
export async function canEnter(account: Account | null, folder: string): Promise<boolean> {
  return (await run("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], account)).status === 0;
}

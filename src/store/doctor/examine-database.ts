import type { Config } from "../../config.ts";
import { reasonOf } from "../../start-error.ts";
import type { Cluster } from "../cluster.ts";
import { openOwnerSession, type Ask } from "../owner-session.ts";
import { examineAccessLog } from "./examine-access-log.ts";
import { examineLocks } from "./examine-locks.ts";
import { examineMigrations } from "./examine-migrations.ts";
import { examineRoles } from "./examine-roles.ts";
import { examineSearch } from "./examine-search.ts";
import { examineSettings } from "./examine-settings.ts";
import { examineWork, type DemonstrationMarks } from "./examine-work.ts";
import { wrong, type Finding } from "./finding.ts";

export interface Examined {
  readonly poolerUrl: Config["poolerUrl"];
  /** The script of locks, as the declarations make it. */
  readonly locks: string;
  readonly demonstration: DemonstrationMarks;
  /** Days of the access log that are verified. */
  readonly days: number;
  /** For tests only: milliseconds since 1970, and milliseconds between two looks at the search. */
  readonly now?: () => number;
  readonly searchWait?: number;
}

/**
 * Looks at a database, in transactions that may only read. Each examination has its own: what one cannot look at does not keep the others from it.
 * Where the tables are not those of this version, what is in them is not looked at.
 */
export async function examineDatabase({ ownerUrl, embedded }: Pick<Cluster, "ownerUrl" | "embedded">, examined: Examined): Promise<readonly Finding[]> {
  const look = (about: string, examine: (ask: Ask) => Promise<readonly Finding[]>) => reading(ownerUrl, about, examine);
  const server = [...(await look("server", (ask) => examineSettings(ask, { embedded, ...(examined.now ? { now: examined.now } : {}) }))), ...(await look("roles", (ask) => examineRoles(ask, { embedded, poolerUrl: examined.poolerUrl })))];
  const migrations = await look("migrations", examineMigrations);
  if (migrations.some(({ state }) => state !== "good")) return [...server, ...migrations];
  return [
    ...server,
    ...migrations,
    ...(await look("locks", (ask) => examineLocks(ask, examined.locks))),
    ...(await look("access log", (ask) => examineAccessLog(ask, ownerUrl, examined.days))),
    ...(await look("work", (ask) => examineWork(ask, examined.demonstration))),
    ...(await look("search", (ask) => examineSearch(ask, examined.searchWait))),
  ];
}

async function reading(ownerUrl: string, about: string, examine: (ask: Ask) => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  const session = openOwnerSession(ownerUrl, "hub-doctor");
  try {
    return await session.transaction("isolation level read committed read only", examine);
  } catch (error) {
    return [wrong(about, `It could not be looked at (${reasonOf(error)}).`, "See that the database is up, and that the login of DATABASE_URL owns the hub's tables.")];
  } finally {
    await session.close();
  }
}

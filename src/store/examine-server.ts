import postgres from "postgres";
import { StartError } from "../start-error.ts";
import { codeOf } from "./has-code.ts";
import { withoutSettings } from "./without-settings.ts";

/** Oldest major version of PostgreSQL that the hub runs on. */
export const oldestVersion = 15;

/** Seconds to wait for a server's first answer. */
const patience = 5;

/** Where a URL leads, without its credentials: what sentences about a database may say. */
export function describeDatabase(url: string): { readonly at: string; readonly database: string; readonly user: string } {
  const { hostname, port, pathname, username } = new URL(url);
  return { at: `${hostname}:${port || "5432"}`, database: decodeURIComponent(pathname.slice(1)), user: decodeURIComponent(username) || "of this system" };
}

/** The major version of the operator's server; a StartError when the hub can't work with it. */
export async function examineServer(url: string): Promise<number> {
  const { at, database } = describeDatabase(url);
  const facts = await askFacts(url);
  const version = Math.floor(facts.number / 10_000);
  if (version < oldestVersion) throw new StartError(`The database server at ${at} is PostgreSQL ${version}: DATABASE_URL must name one of version ${oldestVersion} or later.`);
  if (facts.path !== askedPath) throw drops(at);
  if (facts.standby) throw new StartError(`The database server at ${at} is a standby and takes no writes: let DATABASE_URL name the primary.`);
  if (facts.encoding !== "UTF8") throw new StartError(`The database ${database} at ${at} has the encoding ${facts.encoding}: make one with encoding UTF8 and let DATABASE_URL name it.`);
  return version;
}

interface Facts {
  /** Version as PostgreSQL counts, such as 180004. */
  readonly number: number;
  readonly encoding: string;
  readonly standby: boolean;
  /** The search path of the session. */
  readonly path: string;
}

/** A search path that no server has of itself: where it does not arrive, no setting of a session does, and no role. */
const askedPath = "public, hub_settings_arrive";

const drops = (at: string, cause?: unknown): StartError =>
  new StartError(`What answers at ${at} takes no settings of a session, as a pooler does: let DATABASE_URL lead to PostgreSQL itself, and only HUB_POOLER_URL to the pooler.`, { cause });

async function askFacts(url: string): Promise<Facts> {
  const sql = postgres(withoutSettings(url, ["search_path"]), { max: 1, connect_timeout: patience, fetch_types: false, onnotice: () => {}, connection: { search_path: askedPath } });
  try {
    const [facts] = await withinPatience(sql<[Facts]>`select current_setting('server_version_num')::int as number, current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby, current_setting('search_path') as path`.simple());
    return facts;
  } catch (error) {
    throw refusal(url, error);
  } finally {
    await sql.end({ timeout: 0 });
  }
}

/** The driver has no deadline of its own for what it is asked, and connects again and again to something that hangs up without a word. */
async function withinPatience<Value>(asked: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("no answer in time"), { code: "CONNECT_TIMEOUT" })), patience * 1_000);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** One sentence for each way in which a server can't be used; the driver's own message is not repeated, for what it may hold. */
function refusal(url: string, cause: unknown): StartError {
  const { at, database, user } = describeDatabase(url);
  const code = codeOf(cause);
  if (code === "08P01") return drops(at, cause);
  const sentence = ((): string => {
    switch (code) {
      case "ENOTFOUND":
      case "EAI_AGAIN":
        return `The database host of DATABASE_URL (${at}) has no address: correct the name.`;
      case "ECONNREFUSED":
        return `No database server listens at ${at}: start it, or correct host and port in DATABASE_URL.`;
      case "EHOSTUNREACH":
      case "ENETUNREACH":
      case "ETIMEDOUT":
      case "CONNECT_TIMEOUT":
        return `The database server at ${at} does not answer within ${patience} seconds: check host, port and firewall of DATABASE_URL.`;
      case "28P01":
        return `The database server at ${at} refuses the password of user ${user}: correct the credentials in DATABASE_URL.`;
      case "28000":
        return `The database server at ${at} does not let user ${user} in: correct the user in DATABASE_URL, or allow it in pg_hba.conf.`;
      case "3D000":
        return `The database ${database} does not exist at ${at}: create it, or correct the name in DATABASE_URL.`;
      case "42501":
        return `User ${user} may not connect to the database ${database} at ${at}: grant CONNECT, or correct DATABASE_URL.`;
      case "57P03":
        return `The database server at ${at} is starting up or shutting down: try again in a moment.`;
      case "53300":
        return `The database server at ${at} has no connection left: raise max_connections, or close others.`;
      default:
        return `What answers at ${at} can't be used as a database (${code || (cause instanceof Error ? cause.name : "unknown reason")}): check DATABASE_URL, also whether it needs ?sslmode=require.`;
    }
  })();
  return new StartError(sentence, { cause });
}

import postgres from "postgres";
import { audiences, type Audience } from "../catalog/audience.ts";
import { StartError } from "../start-error.ts";
import { codeOf } from "./has-code.ts";
import { Pool } from "./pool.ts";
import type { PoolLimits, PoolLoad, Proof } from "./pool-terms.ts";
import { passwordsFrom, roleOf, serviceRole } from "./roles.ts";
import { sessionSettings } from "./session-settings.ts";
import { statementTimeout as deadline } from "./statement-timeout.ts";
import { withoutSettings } from "./without-settings.ts";
import { WrongSession } from "./wrong-session.ts";

export interface PoolsSource {
  /** Address of the database as its owner. */
  readonly ownerUrl: string;
  readonly embedded: boolean;
  /** The hub's master key, from which the roles' passwords on the embedded server and behind a pooler are derived. */
  readonly secret: Buffer;
  /** Address of a pooler before the database, as PgBouncer in transaction mode is one; null where there is none. */
  readonly poolerUrl?: string | null;
}

export interface PoolsOptions extends Partial<PoolLimits> {
  /** Milliseconds after which the server itself stops a statement. */
  readonly statementTimeout?: number;
  /** Whether an audience's statements may only read; only the public's, where it is not said: the others' write the access log in the same statement. */
  readonly readOnly?: (audience: Audience) => boolean;
}

/** One pool per audience, made at first use. */
export interface Pools {
  of(audience: Audience): Pool;
  /** How busy the public's pool is, and those of all others together: of an audience that is a single body, its own load would tell when that body works. */
  load(): { readonly public: PoolLoad; readonly clients: PoolLoad };
  /**
   * Makes a connection for each audience and looks whether it is in its role, with its settings.
   *
   * @throws StartError where one is not, or cannot be made
   */
  prove(): Promise<void>;
  /** Lets running questions end for a moment, then closes all connections. */
  close(): Promise<void>;
}

const limits: PoolLimits = Object.freeze({ size: 4, queue: 500, acquire: 2_000, deadline: 6_000, prepared: 300, quick: 10 });

/** Connections: the public's questions are the most, and cheap; all audiences of two hubs on one server must find room. */
const sizeOf = (audience: Audience): number => (audience === "public" ? 8 : 4);

/** Connections of the hub's own role, of which two parts of the hub have a pool, and of the owner: keepers, deliveries, verification, metrics, the version of the data, a command. */
const serviceSize = 2;
const ownerConnections = 11;

/** Connections that a hub has open at most. */
export const mostConnections: number = audiences.map(sizeOf).reduce((sum, size) => sum + size, 0) + 2 * serviceSize + ownerConnections;

/** Seconds: an idle connection is closed, and any is replaced after a while, with it all that it has prepared. */
const idle = 60;
const lifetime = 30 * 60;

/** The pools of a database. Nothing is connected before the first question. */
export function openPools(source: PoolsSource, { statementTimeout = deadline, readOnly = (audience) => audience === "public", ...given }: PoolsOptions = {}): Pools {
  const pools = new Map<Audience, Pool>();
  const open = (audience: Audience): Pool =>
    openPool(source, { role: roleOf(audience), name: `hub-${audience}`, readOnly: readOnly(audience), limits: { ...limits, size: sizeOf(audience), ...given, statementTimeout } });
  const of = (audience: Audience): Pool => {
    let pool = pools.get(audience);
    if (pool === undefined) pools.set(audience, (pool = open(audience)));
    return pool;
  };

  return Object.freeze<Pools>({
    of,
    prove: () => proveAll(audiences.map((audience) => [roleOf(audience), of(audience)])),
    load() {
      const others = [...pools].filter(([audience]) => audience !== "public").map(([, pool]) => pool.load);
      return { public: pools.get("public")?.load ?? { ...idleLoad, size: sizeOf("public") }, clients: others.reduce(sumOf, idleLoad) };
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  });
}

const idleLoad: PoolLoad = Object.freeze({ size: 0, running: 0, waiting: 0, stopped: 0, refused: 0 });

const sumOf = (one: PoolLoad, other: PoolLoad): PoolLoad => ({
  size: one.size + other.size,
  running: one.running + other.running,
  waiting: one.waiting + other.waiting,
  stopped: one.stopped + other.stopped,
  refused: one.refused + other.refused,
});

/** The pool of the hub's own role, for what workflows decide and for the register of clients. */
export const openService = (source: PoolsSource): Pool => openPool(source, { role: serviceRole, name: "hub-service", readOnly: false, limits: { ...limits, size: serviceSize, statementTimeout: deadline } });

/**
 * Looks whether pools have the connections that they are for.
 *
 * @throws StartError with the first that has not
 */
export async function proveAll(pools: readonly (readonly [role: string, pool: Pool])[]): Promise<void> {
  await Promise.all(pools.map(([role, pool]) => pool.ask("select ''::text", [], { prepare: false }).catch((error: unknown) => {
    const cause = (error as { readonly originalError?: unknown }).originalError ?? error;
    if (cause instanceof WrongSession) throw new StartError(`${cause.message} Something between the hub and the database drops the role or the settings of a session, so that the database's own lock would be open: let DATABASE_URL lead to PostgreSQL itself, and to a pooler HUB_POOLER_URL, with the roles of npm run roles -- --logins.`, { cause });
    throw new StartError(`The database gives no connection in the role ${role} (${codeOf(cause) || "no answer"}): ${remedyFor(codeOf(cause))}.`, { cause });
  })));
}

/** What to do where there is no connection in a role, by the code with which it was refused. */
function remedyFor(code: string): string {
  if (code === "53300") return "raise max_connections, or close other programs' connections";
  if (code.startsWith("28")) return "run what npm run -s roles -- --logins prints, and give a pooler the lines of --users, as the hub's key may have changed";
  return "run what npm run -s roles prints, and see that the database and the pooler before it are up";
}

interface PoolOptions {
  readonly role: string;
  /** As the server's lists show the connections. */
  readonly name: string;
  readonly readOnly: boolean;
  readonly limits: PoolLimits & { readonly statementTimeout: number };
}

function openPool({ ownerUrl, embedded, secret, poolerUrl = null }: PoolsSource, { role, name, readOnly, limits: bounds }: PoolOptions): Pool {
  const told = { application_name: name, TimeZone: "UTC" };
  const settings = { ...sessionSettings({ readOnly, statementTimeout: bounds.statementTimeout }), ...(embedded ? {} : { role }) };
  const session: Readonly<Record<string, string>> = poolerUrl === null ? { ...told, ...settings } : told; // a pooler takes no others; roles have them behind it
  const url = withoutSettings(poolerUrl ?? ownerUrl, Object.keys({ ...told, ...settings }));
  const login = embedded || poolerUrl !== null ? { user: role, password: passwordsFrom(secret)(role) } : {};
  // What a pooler of transactions has prepared on one connection, another would be asked for; nor is one connection to it one to the database.
  return new Pool(poolerUrl === null ? bounds : { ...bounds, prepared: 0, quick: 0 }, proofOf(role, readOnly), (onclose) => postgres(url, {
    ...login, max: 1, idle_timeout: idle, max_lifetime: lifetime, connect_timeout: 5, backoff, fetch_types: false, types: textOnly, connection: session, onclose, onnotice: () => {},
  }));
}

/** What a connection must be, whatever stands between the hub and the database. */
const proofOf = (role: string, readOnly: boolean): Proof => ({
  statement: "select concat_ws(' ', current_user, current_setting('search_path'), current_setting('default_transaction_read_only'), case when current_setting('statement_timeout') = '0' then 'without' else 'with' end, 'deadline')",
  answer: `${role} public ${readOnly ? "on" : "off"} with deadline`,
});

/** Seconds before a lost connection is made anew: the driver's own rise to 20, long after the database is back. */
const backoff = (losses: number): number => Math.min(0.05 * 2 ** losses, 1);

const asItIs = (text: string): string => text;

/**
 * Parameters travel as the text that they are given as. Left to itself the driver converts by the column's type: it encodes JSON twice, cuts
 * timestamps to milliseconds and turns the text `t` into false.
 */
const textOnly = Object.freeze({
  json: { to: 114, from: [114, 3802], serialize: asItIs, parse: asItIs },
  boolean: { to: 16, from: [16], serialize: asItIs, parse: asItIs },
  date: { to: 1184, from: [1082, 1114, 1184], serialize: asItIs, parse: asItIs },
  bytea: { to: 17, from: [17], serialize: asItIs, parse: asItIs },
});

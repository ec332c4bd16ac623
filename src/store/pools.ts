import postgres from "postgres";
import type { Audience } from "../catalog/audience.ts";
import { Pool, type PoolLimits, type PoolLoad } from "./pool.ts";
import { passwordsFrom, roleOf, serviceRole } from "./roles.ts";

export interface PoolsSource {
  /** Address of the database as its owner. */
  readonly ownerUrl: string;
  readonly embedded: boolean;
  /** The hub's master key, from which the roles' passwords on the embedded server are derived. */
  readonly secret: Buffer;
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
  /** Lets running questions end for a moment, then closes all connections. */
  close(): Promise<void>;
}

const limits: PoolLimits = Object.freeze({ size: 4, queue: 500, acquire: 2_000, deadline: 6_000, prepared: 300 });

/** Connections: the public's questions are the most, and cheap; all audiences of two hubs on one server must find room. */
const sizeOf = (audience: Audience): number => (audience === "public" ? 8 : 4);

/** Seconds: an idle connection is closed, and any is replaced after a while, with it all that it has prepared. */
const idle = 60;
const lifetime = 30 * 60;

/** The pools of a database. Nothing is connected before the first question. */
export function openPools(source: PoolsSource, { statementTimeout = 5_000, readOnly = (audience) => audience === "public", ...given }: PoolsOptions = {}): Pools {
  const pools = new Map<Audience, Pool>();
  const open = (audience: Audience): Pool =>
    openPool(source, { role: roleOf(audience), name: `hub-${audience}`, readOnly: readOnly(audience), limits: { ...limits, size: sizeOf(audience), ...given, statementTimeout } });

  return Object.freeze<Pools>({
    of(audience) {
      let pool = pools.get(audience);
      if (pool === undefined) pools.set(audience, (pool = open(audience)));
      return pool;
    },
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
export const openService = (source: PoolsSource): Pool => openPool(source, { role: serviceRole, name: "hub-service", readOnly: false, limits: { ...limits, size: 2, statementTimeout: 5_000 } });

interface PoolOptions {
  readonly role: string;
  /** As the server's lists show the connections. */
  readonly name: string;
  readonly readOnly: boolean;
  readonly limits: PoolLimits & { readonly statementTimeout: number };
}

function openPool({ ownerUrl, embedded, secret }: PoolsSource, { role, name, readOnly, limits: bounds }: PoolOptions): Pool {
  const session: Readonly<Record<string, string>> = {
    application_name: name,
    statement_timeout: String(bounds.statementTimeout),
    TimeZone: "UTC",
    search_path: "public",
    default_transaction_read_only: readOnly ? "on" : "off",
    jit: "off", // compiling costs more than any of the hub's statements
    ...(embedded ? {} : { role }),
  };
  const url = withoutSettings(ownerUrl, Object.keys(session));
  const login = embedded ? { user: role, password: passwordsFrom(secret)(role) } : {};
  return new Pool(bounds, (onclose) => postgres(url, {
    ...login, max: 1, idle_timeout: idle, max_lifetime: lifetime, connect_timeout: 5, backoff, fetch_types: false, types: textOnly, connection: session, onclose, onnotice: () => {},
  }));
}

/** Seconds before a lost connection is made anew: the driver's own rise to 20, long after the database is back. */
const backoff = (losses: number): number => Math.min(0.05 * 2 ** losses, 1);

/** The address without parameters that would override the settings of the session; postgres.js lets those of the address win. */
function withoutSettings(address: string, settings: readonly string[]): string {
  const url = new URL(address);
  const owned = new Set(settings.map((name) => name.toLowerCase()));
  for (const name of [...url.searchParams.keys()]) if (owned.has(name.toLowerCase())) url.searchParams.delete(name);
  return url.href;
}

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

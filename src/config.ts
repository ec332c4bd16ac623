import { isIP } from "node:net";
import { resolve } from "node:path";
import { StartError } from "./start-error.ts";

/** Levels of the log, from the most to the least talkative; `silent` writes nothing. */
export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the operator decides. Read once at start; everything else is policy data or code. */
export interface Config {
  /** TCP port that the hub listens on; 0 asks the system for a free one. */
  readonly port: number;
  /** Address or host name that the hub listens on. */
  readonly host: string;
  /** The operator's own PostgreSQL; null starts the embedded one in `dataDir`. */
  readonly databaseUrl: string | null;
  /** A pooler before that PostgreSQL, by which viewers are answered: host, port and database, without a user. */
  readonly poolerUrl: string | null;
  /** Absolute path of the folder that holds the embedded database, keys and the lock. */
  readonly dataDir: string;
  /** Whether demonstration data is loaded: true always, false never, null when the database is empty and embedded. */
  readonly demo: boolean | null;
  readonly logLevel: LogLevel;
  /** Units of questions that a minute gives to each address of the public; 0 gives without end. */
  readonly publicBudget: number;
  /** Units of questions that a minute gives to each client with a token; 0 gives without end. */
  readonly clientBudget: number;
  /** Addresses and networks of the proxies whose `X-Forwarded-For` says where a question of the public comes from. */
  readonly trustedProxies: readonly string[];
  /** Address of the hub as its clients know it, without a slash at its end; null stands for where it listens. */
  readonly publicUrl: string | null;
  /** The hub's master key, 64 hexadecimal digits, when it comes by environment; null reads it from `keyFile`. */
  readonly key: string | null;
  /** Absolute path of a file with the master key; null stands for the file `key` in `dataDir`, made at the first start. */
  readonly keyFile: string | null;
  /** Who bears it gets the metrics from anywhere; null gives them to the hub's own machine alone. */
  readonly metricsToken: string | null;
  /** Address of a collector of traces (OTLP over HTTP); null tells none. */
  readonly tracesEndpoint: string | null;
}

/** Every variable of ours; another name that starts with `HUB_` is a misspelling, and a misspelt setting that is silently ignored is worse than a refused start. */
const hubVariables: ReadonlySet<string> = new Set(["HUB_DATA_DIR", "HUB_DEMO", "HUB_LOG", "HUB_PUBLIC_BUDGET", "HUB_CLIENT_BUDGET", "HUB_TRUSTED_PROXIES", "HUB_PUBLIC_URL", "HUB_KEY", "HUB_KEY_FILE", "HUB_METRICS_TOKEN", "HUB_POOLER_URL"]);

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration that an environment describes; a wrong value ends in a `StartError` that names the variable. This is the only place that reads `process.env`. */
export function readConfig(environment: Environment = process.env): Config {
  for (const name of Object.keys(environment)) {
    if (name.startsWith("HUB_") && !hubVariables.has(name)) {
      throw new StartError(`The environment variable ${name} is unknown: use one of ${[...hubVariables].join(", ")}, or unset it.`);
    }
  }
  const key = readKey(environment);
  const keyFile = read(environment, "HUB_KEY_FILE");
  if (key !== null && keyFile !== null) throw new StartError("HUB_KEY and HUB_KEY_FILE are both set: keep one of them.");
  const databaseUrl = readDatabaseUrl(environment);
  const poolerUrl = readPoolerUrl(environment);
  if (poolerUrl !== null && databaseUrl === null) throw new StartError("HUB_POOLER_URL is set without DATABASE_URL: give both, as what the hub does for itself does not go through a pooler.");
  return Object.freeze<Config>({
    port: readPort(environment),
    host: readHost(environment),
    databaseUrl,
    poolerUrl,
    dataDir: resolve(read(environment, "HUB_DATA_DIR") ?? ".data"),
    demo: readDemo(environment),
    logLevel: readLogLevel(environment),
    publicBudget: readBudget(environment, "HUB_PUBLIC_BUDGET", defaultBudgets.public),
    clientBudget: readBudget(environment, "HUB_CLIENT_BUDGET", defaultBudgets.client),
    trustedProxies: readTrustedProxies(environment),
    publicUrl: readPublicUrl(environment),
    key,
    keyFile: keyFile === null ? null : resolve(keyFile),
    metricsToken: readMetricsToken(environment),
    tracesEndpoint: readTracesEndpoint(environment),
  });
}

/**
 * The variable's value, null when unset. Empty is refused, because it usually is a secret that failed to arrive, and the default would then
 * be taken in silence.
 */
function read(environment: Environment, name: string): string | null {
  const value = environment[name];
  if (value === undefined) return null;
  if (value.trim() === "") throw new StartError(`${name} is empty: give it a value or unset it.`);
  if (value.includes("\0")) throw new StartError(`${name} holds a NUL character: give it a plain value.`);
  return value;
}

function readPort(environment: Environment): number {
  const value = read(environment, "PORT");
  if (value === null) return 4000;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
    throw new StartError(`PORT is ${JSON.stringify(value)}: give a whole number from 0 to 65535.`);
  }
  return Number(value);
}

/** A host name by the letters of RFC 1123; whether it resolves is found out when listening. */
const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;

function readHost(environment: Environment): string {
  const value = read(environment, "HOST");
  if (value === null) return "127.0.0.1";
  const looksNumeric = /^[\d.]+$/.test(value);
  if (isIP(value) === 0 && (looksNumeric || !hostName.test(value))) {
    throw new StartError(`HOST is ${JSON.stringify(value)}: give an address such as 127.0.0.1, 0.0.0.0 or ::, or a host name.`);
  }
  return value;
}

/** The forms that work, as the end of every sentence about DATABASE_URL. Its value is never repeated: it holds the password, and a broken one can't be masked with certainty. */
const databaseUrlForm = "give postgres://user:password@host:port/database with special characters percent-encoded, or unset it for the embedded database.";

function readDatabaseUrl(environment: Environment): string | null {
  const value = read(environment, "DATABASE_URL");
  if (value === null) return null;
  const url = URL.parse(value);
  if (url === null) throw new StartError(`DATABASE_URL is not a valid URL: ${databaseUrlForm}`);
  if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") {
    throw new StartError(`DATABASE_URL does not start with postgres:// or postgresql://: ${databaseUrlForm}`);
  }
  if (url.hostname === "") throw new StartError(`DATABASE_URL names no host: ${databaseUrlForm}`);
  if (url.port === "0") throw new StartError(`DATABASE_URL names port 0: ${databaseUrlForm}`);
  if (!/^\/[^/]+$/.test(url.pathname)) throw new StartError(`DATABASE_URL names no database, or more than one: ${databaseUrlForm}`);
  if (url.hash !== "") throw new StartError(`DATABASE_URL holds a '#': ${databaseUrlForm}`);
  if (![url.username, url.password, url.pathname].every(decodes)) {
    throw new StartError(`DATABASE_URL holds a '%' that is not followed by two hexadecimal digits: ${databaseUrlForm}`);
  }
  return value;
}

/** The hub asks a pooler in the roles of its audiences, whose passwords follow from its key; so the address has no user. */
function readPoolerUrl(environment: Environment): string | null {
  const value = read(environment, "HUB_POOLER_URL");
  if (value === null) return null;
  const url = URL.parse(value);
  const isAddress = url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== "" && url.port !== "0" && /^\/[^/]+$/.test(url.pathname) && url.hash === "" && decodes(url.pathname);
  if (!isAddress || url.username !== "" || url.password !== "") throw new StartError("HUB_POOLER_URL is no address of a pooler: give postgres://host:port/database, without user and password, as each role has its own.");
  return value;
}

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function readDemo(environment: Environment): boolean | null {
  const value = read(environment, "HUB_DEMO");
  if (value === null) return null;
  if (value !== "0" && value !== "1") {
    throw new StartError(`HUB_DEMO is ${JSON.stringify(value)}: give 1 to load the demonstration data, 0 not to, or unset it.`);
  }
  return value === "1";
}

function readLogLevel(environment: Environment): LogLevel {
  const value = read(environment, "HUB_LOG");
  if (value === null) return "info";
  const level = logLevels.find((known) => known === value);
  if (level === undefined) throw new StartError(`HUB_LOG is ${JSON.stringify(value)}: give one of ${logLevels.join(", ")}.`);
  return level;
}

/**
 * Units a minute. To the public three of the largest questions at once, or a thousand look-ups a second for as long as one likes: more than a
 * house full of people behind one address asks, and less than keeps the others waiting. To a client ten times that: a department's systems
 * ask for all of its people.
 */
const defaultBudgets = Object.freeze({ public: 60_000, client: 600_000 });

function readBudget(environment: Environment, name: "HUB_PUBLIC_BUDGET" | "HUB_CLIENT_BUDGET", usual: number): number {
  const value = read(environment, name);
  if (value === null) return usual;
  if (!/^\d{1,9}$/.test(value)) throw new StartError(`${name} is ${JSON.stringify(value)}: give a whole number of units a minute, at most 999999999, or 0 for no bound.`);
  return Number(value);
}

function readTrustedProxies(environment: Environment): readonly string[] {
  const value = read(environment, "HUB_TRUSTED_PROXIES");
  if (value === null) return [];
  const proxies = value.split(",").map((each) => each.trim());
  const wrong = proxies.find((each) => !isNetwork(each));
  if (wrong !== undefined) throw new StartError(`HUB_TRUSTED_PROXIES holds ${JSON.stringify(wrong)}: give addresses or networks such as 10.0.0.1 or 10.0.0.0/8, separated by commas.`);
  return Object.freeze(proxies);
}

/** Whether a text is an address, or one with the bits of its network. All addresses are no network of proxies: everybody could then write where he comes from. */
function isNetwork(text: string): boolean {
  const [, address, bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address ?? "");
  if (version === 0 || text.includes("%")) return false;
  return bits === undefined || (Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128));
}

/** Tokens are asked for in its name, so it is an address and nothing else. */
function readPublicUrl(environment: Environment): string | null {
  const value = read(environment, "HUB_PUBLIC_URL");
  if (value === null) return null;
  const url = URL.parse(value);
  const isAddress = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" && !/[?#]/.test(value);
  if (!isAddress) throw new StartError("HUB_PUBLIC_URL is not an address: give one such as https://hub.example.gov.cn, without user, query or fragment.");
  return url.href.replace(/\/+$/, "");
}

/** 256 bits in hexadecimal: what the hub's master key looks like wherever it comes from. */
export const keyForm = /^[0-9a-f]{64}$/i;

function readKey(environment: Environment): string | null {
  const value = read(environment, "HUB_KEY");
  if (value === null) return null;
  if (!keyForm.test(value.trim())) {
    throw new StartError("HUB_KEY is not a key: give 64 hexadecimal digits, such as `openssl rand -hex 32` prints.");
  }
  return value.trim();
}

/** Long enough that nobody guesses it, and made of what a header takes. Its value is never repeated. */
function readMetricsToken(environment: Environment): string | null {
  const value = read(environment, "HUB_METRICS_TOKEN");
  if (value === null) return null;
  if (!/^[\w.~+/=-]{32,}$/.test(value)) throw new StartError("HUB_METRICS_TOKEN is no token: give 32 letters and digits at least, such as `openssl rand -hex 32` prints.");
  return value;
}

/** The standard's own variable. */
function readTracesEndpoint(environment: Environment): string | null {
  const value = read(environment, "OTEL_EXPORTER_OTLP_ENDPOINT");
  if (value === null) return null;
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol) || /[?#]/.test(value)) throw new StartError("OTEL_EXPORTER_OTLP_ENDPOINT is not an address: give one such as http://127.0.0.1:4318, where a collector takes OTLP over HTTP.");
  return value;
}

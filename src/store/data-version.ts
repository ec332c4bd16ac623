import postgres from "postgres";
import type { Catalogue } from "../catalog/catalogue.ts";
import { publicMoments } from "../policy/moments.ts";
import { identifier } from "../policy/rule-sql.ts";
import { codeOf } from "./has-code.ts";
import { dataChannel } from "./data-locks.ts";

/** The part of the log that is told when nobody can say whether data has changed, and when it can be said again. */
export interface DataVersionLog {
  info(message: string): void;
  warn(details: object, message: string): void;
}

/** Milliseconds between two looks. */
const every = 250;

/** Milliseconds since the last look began after which it is no longer known whether anything has changed: the connection may be gone without a word. */
const old = 1_000;

interface Looked {
  readonly process: string;
  readonly listens: boolean;
  /** The next moment at which something appears or goes by itself, as the database says it. */
  readonly edge: string;
  /** Milliseconds until then, by the database's clock, as a number of any length. */
  readonly until: string;
}

/** What is known of the next edge, and when the look began that found it (`performance.now()`). */
interface Known {
  readonly at: number;
  readonly edge: string;
  readonly edgeAt: number;
}

/**
 * A number for all that the public's answers depend on: the rows of every table that the public reads, the day in Asia/Shanghai, and which of
 * the recorded moments have passed. As long as it is the same, an answer is the same. The database tells of each change when it is committed
 * (NOTIFY, see `dataLocksSql`); that it can still tell is found out four times a second on the very connection. Where that is not
 * known there is no number, and nothing that was answered before may be answered again.
 */
export class DataVersion {
  readonly #sql: postgres.Sql;
  readonly #log: DataVersionLog;
  readonly #text: string;
  readonly #timer: NodeJS.Timeout;
  #version = 1;
  /** What is changed while a look is under way, that look may not have seen. */
  #changes = 0;
  #process: string | null = null;
  #known: Known | null = null;
  #looking: Promise<void> | null = null;
  #failed = false;
  #isClosed = false;

  /** @param ownerUrl address of the database as its owner */
  constructor(ownerUrl: string, catalogue: Catalogue, log: DataVersionLog) {
    this.#log = log;
    this.#text = lookSql(catalogue);
    const notified = { onnotify: () => void this.changed() } as object; // the driver's own `listen` keeps its connection to itself
    this.#sql = postgres(ownerUrl, {
      max: 1, max_lifetime: null, connect_timeout: 5, fetch_types: false, onnotice: () => {}, onclose: () => this.#forget(),
      connection: { application_name: "hub-data-version", search_path: "public", TimeZone: "UTC", statement_timeout: 5_000 }, ...notified,
    });
    this.#timer = setInterval(() => void this.#look(), every).unref();
    void this.#look();
  }

  /** The number that is in force; null where nobody can say. */
  current(): number | null {
    const known = this.#known;
    if (known === null) return null;
    const now = performance.now();
    return now - known.at < old && now < known.edgeAt ? this.#version : null;
  }

  /** Something has changed, as whoever has changed it knows before the database has told it. */
  changed(): void {
    this.#forget();
    void this.#look();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#sql.end({ timeout: 0 }).catch(() => {});
    await this.#looking;
  }

  #forget(): void {
    this.#changes += 1;
    this.#version += 1;
    this.#known = null;
  }

  /** One look is under way; where something has changed meanwhile, another one follows. */
  #look(): Promise<void> {
    return (this.#looking ??= this.#see().finally(() => {
      this.#looking = null;
      if (this.#known === null && !this.#failed && !this.#isClosed) void this.#look();
    }));
  }

  async #see(): Promise<void> {
    const at = performance.now();
    const changes = this.#changes;
    try {
      const [row] = (await this.#sql.unsafe(this.#text, [], { prepare: true })) as unknown as [Looked];
      if (row.process !== this.#process || !row.listens) {
        // Another connection, or one that hears nothing as yet: what was told meanwhile, nobody has heard.
        this.#process = row.process;
        this.#forget();
        await this.#sql.unsafe(`listen ${dataChannel}`);
      } else if (changes === this.#changes) {
        if (this.#known !== null && this.#known.edge !== row.edge) this.#version += 1;
        this.#known = { at, edge: row.edge, edgeAt: at + Number(row.until) };
      }
      if (this.#failed) this.#log.info("Whether data changes is known again.");
      this.#failed = false;
    } catch (error) {
      this.#forget();
      if (this.#isClosed) return;
      if (!this.#failed) this.#log.warn({ code: codeOf(error) }, "Whether data changes is not known; every question is asked of the database until it is.");
      this.#failed = true;
    }
  }
}

/** The connection, whether it listens, and the next edge: midnight in Asia/Shanghai, or the first of the moments that are still to come. */
function lookSql(catalogue: Catalogue): string {
  const moments = publicMoments(catalogue).map(({ table, column }) => `(select min(${identifier(column)}) from ${identifier(table)} where ${identifier(column)} > hub_now())`);
  return `
  select pg_backend_pid()::text as process, exists (select from pg_listening_channels() channel where channel = '${dataChannel}') as listens, edge::text, extract(epoch from edge - hub_now()) * 1000 as until
  from (select least(${["(hub_today() + 1)::timestamp at time zone 'Asia/Shanghai'", ...moments].join(", ")}) as edge) next`;
}

import { codeOf } from "./has-code.ts";
import type { Pool } from "./pool.ts";

/** What a client has used on a day, by the calendar of Asia/Shanghai. */
export interface DayOfUsage {
  readonly day: string;
  readonly questions: number;
  readonly units: number;
  readonly refused: number;
}

/** The part of the log that is told when counts could not be written. */
export interface UsageLog {
  warn(details: object, message: string): void;
}

/** Milliseconds between two times that what was counted is written. */
const every = 2_000;

/** What is counted between two writes. */
interface Counts {
  questions: number;
  units: number;
  refused: number;
}

const add = `
  with written as (
    insert into client_usage (client_id, day, questions, units, refused)
    select client, hub_today(), questions, units, refused from json_to_recordset($1::json) as counted(client text, questions bigint, units bigint, refused bigint)
    on conflict (client_id, day) do update set questions = client_usage.questions + excluded.questions, units = client_usage.units + excluded.units, refused = client_usage.refused + excluded.refused
    returning 1
  )
  select count(*)::text from written`;

const read = `
  select coalesce(json_agg(json_build_object('day', day, 'questions', questions, 'units', units, 'refused', refused) order by day desc), '[]')::text
  from client_usage where client_id = $1 and day > hub_today() - $2::int`;

/** Counts what clients use, in memory, and adds it to the database every two seconds: what a question costs must not cost a statement. */
export class ClientUsage {
  readonly #pool: Pick<Pool, "ask">;
  readonly #log: UsageLog;
  readonly #timer: NodeJS.Timeout;
  #counted = new Map<string, Counts>();
  #writing: Promise<void> = Promise.resolve();

  /** @param pool of the hub's own role */
  constructor(pool: Pick<Pool, "ask">, log: UsageLog) {
    this.#pool = pool;
    this.#log = log;
    this.#timer = setInterval(() => void this.#flush(), every).unref();
  }

  /**
   * Counts a request of a client.
   *
   * @param units that it cost
   * @param refused whether it was turned away before it was a question, or for want of budget
   */
  count(client: string, units: number, refused: boolean): void {
    let counts = this.#counted.get(client);
    if (!counts) this.#counted.set(client, (counts = { questions: 0, units: 0, refused: 0 }));
    counts.units += units;
    if (refused) counts.refused += 1;
    else counts.questions += 1;
  }

  /** What a client has used on each of the last days on which it has asked, today first. */
  async usageOf(client: string, days: number): Promise<readonly DayOfUsage[]> {
    await this.#flush();
    return JSON.parse(String(await this.#pool.ask(read, [client, days], { prepare: true }))) as DayOfUsage[];
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#flush();
  }

  /** One write at a time. What could not be written is written with the next. */
  #flush(): Promise<void> {
    return (this.#writing = this.#writing.then(() => this.#write()));
  }

  async #write(): Promise<void> {
    if (this.#counted.size === 0) return;
    const counted = this.#counted;
    this.#counted = new Map();
    try {
      await this.#pool.ask(add, [JSON.stringify([...counted].map(([client, counts]) => ({ client, ...counts })))], { prepare: true });
    } catch (error) {
      for (const [client, { questions, units, refused }] of counted) {
        const since = this.#counted.get(client) ?? { questions: 0, units: 0, refused: 0 };
        this.#counted.set(client, { questions: since.questions + questions, units: since.units + units, refused: since.refused + refused });
      }
      this.#log.warn({ code: codeOf(error) }, "What clients have used could not be written; it is tried again.");
    }
  }
}

import type postgres from "postgres";
import { HubError } from "../errors.ts";
import { codeOf, hasCode } from "./has-code.ts";
import { isOutage } from "./is-outage.ts";
import { PreparedTexts } from "./prepared-texts.ts";
import { WrongSession } from "./wrong-session.ts";

/** What a parameter may be; it travels as text, and the statement casts it. */
export type PoolParameter = string | number | bigint | boolean | null;

export interface PoolLimits {
  /** Connections. */
  readonly size: number;
  /** Questions that may wait for a connection; one more is refused at once. */
  readonly queue: number;
  /** Milliseconds that a question waits for a connection. */
  readonly acquire: number;
  /** Milliseconds that a question takes in all; at least `acquire`. */
  readonly deadline: number;
  /** Statements that are prepared per connection. */
  readonly prepared: number;
}

/** How busy a pool is. */
export interface PoolLoad {
  /** Connections at most, questions that run, and questions that wait. */
  readonly size: number;
  readonly running: number;
  readonly waiting: number;
  /** Since it was opened: questions that a deadline has stopped, and those for which too many waited already. */
  readonly stopped: number;
  readonly refused: number;
}

/** How often deadlines are looked at, in ms: one timer for all questions, as a timer for each would cost more than the rest of this file. */
const sweepEvery = 25;

/** Patience in ms with a cancelled statement before its connection is given up. */
const cancelPatience = 2_000;

/** Seconds that questions under way are given when the pool closes. */
const closePatience = 2;

interface Job {
  readonly text: string;
  readonly parameters: readonly PoolParameter[];
  readonly prepare: boolean;
  readonly resolve: (answer: Buffer | null) => void;
  readonly reject: (error: unknown) => void;
  /** When the question must have a connection, and when it must be answered; `performance.now()`. */
  readonly acquireBy: number;
  readonly answerBy: number;
}

type Query = postgres.PendingRawQuery<(postgres.Row & Iterable<postgres.Row>)[]>;

/**
 * What the driver's queries have and its types don't tell (3.4.9): whether the statement was sent, and the cancellation whose promise ends
 * when the server has taken it in, which `query.cancel()` keeps to itself.
 */
interface Cancellable {
  readonly state: object | null;
  readonly canceller: (query: Query) => Promise<void>;
}

/** A place for one connection, with the driver's own pool of one behind it: the driver never evicts, and its cancellation can meet the next statement on a connection that it shares. */
interface Slot {
  sql: postgres.Sql;
  prepared: PreparedTexts;
  /** Whether the connection was found to be what the pool is for, since it was made. */
  proof: { isGiven: boolean };
  job: Job | null;
  query: Query | null;
  /** When a cancelled statement's connection is given up; infinite while nothing is being cancelled. */
  giveUpAt: number;
}

type Connect = (onclose: () => void) => postgres.Sql;

/**
 * What every connection must be, before the first question is asked on it: a statement and its one text. A pooler or a proxy may have dropped the
 * settings that were sent as it was made, the role above all, and the question would be answered with the owner's rights.
 */
export interface Proof {
  readonly statement: string;
  readonly answer: string;
}

/**
 * The connections of one audience. The driver knows no deadlines: here at most `size` questions run, a bounded number waits in order, and
 * whoever is past a deadline is answered TIMEOUT while the statement is cancelled in the server.
 */
export class Pool {
  readonly #limits: PoolLimits & { readonly statementTimeout: number };
  readonly #connect: Connect;
  readonly #proof: Proof;
  readonly #slots: Slot[] = [];
  /** Free slots; the one used last is taken first, so that the others fall idle and close. */
  readonly #free: Slot[] = [];
  #waiting: Job[] = [];
  /** Index of the first waiting job: taking it is then one step however many wait. */
  #first = 0;
  readonly #seen = new Set<string>();
  #sweeper: NodeJS.Timeout | null = null;
  #isClosed = false;
  #stopped = 0;
  #refused = 0;

  constructor(limits: PoolLimits & { readonly statementTimeout: number }, proof: Proof, connect: Connect) {
    this.#limits = limits;
    this.#proof = proof;
    this.#connect = connect;
  }

  /** For the metrics. */
  get load(): PoolLoad {
    return { size: this.#limits.size, running: this.#slots.length - this.#free.length, waiting: this.#waiting.length - this.#first, stopped: this.#stopped, refused: this.#refused };
  }

  /**
   * The one text column of the statement's one row, as the bytes that the server sent; null for no row and for NULL. The bytes share memory
   * with what came along on the connection: copy them to keep them.
   *
   * Ends in a HubError TIMEOUT or UNAVAILABLE; every other error of the database is passed on for the edge to mask.
   */
  ask(text: string, parameters: readonly PoolParameter[], { prepare }: { readonly prepare: boolean }): Promise<Buffer | null> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed || this.#waiting.length - this.#first >= this.#limits.queue) {
        this.#refused += 1;
        reject(new HubError("UNAVAILABLE"));
        return;
      }
      const now = performance.now();
      const job: Job = { text, parameters, prepare, resolve, reject, acquireBy: now + this.#limits.acquire, answerBy: now + this.#limits.deadline };
      const slot = this.#free.pop() ?? this.#addSlot();
      if (slot === null) this.#waiting.push(job);
      else this.#run(slot, job);
      this.#sweeper ??= setInterval(() => this.#sweep(), sweepEvery).unref();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#waiting.slice(this.#first)) job.reject(new HubError("UNAVAILABLE"));
    this.#waiting = [];
    this.#first = 0;
    await this.#proven();
    await Promise.all(this.#slots.map((slot) => slot.sql.end({ timeout: closePatience })));
    if (this.#sweeper !== null) clearInterval(this.#sweeper);
    this.#sweeper = null;
  }

  /** A connection that is being closed takes no question any more, and one may be waiting for its connection's proof. */
  async #proven(): Promise<void> {
    const proofs = this.#slots.flatMap(({ query, proof }) => (query === null || proof.isGiven ? [] : [query]));
    if (proofs.length === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, closePatience * 1_000)));
    await Promise.race([Promise.allSettled(proofs), late]);
    clearTimeout(timer);
  }

  #addSlot(): Slot | null {
    if (this.#slots.length >= this.#limits.size) return null;
    const slot: Slot = { ...this.#newConnection(), job: null, query: null, giveUpAt: Number.POSITIVE_INFINITY };
    this.#slots.push(slot);
    return slot;
  }

  #newConnection(): Pick<Slot, "sql" | "prepared" | "proof"> {
    const prepared = new PreparedTexts(this.#limits.prepared, this.#seen);
    const proof = { isGiven: false };
    const onclose = (): void => {
      prepared.forget();
      proof.isGiven = false;
    };
    return { sql: this.#connect(onclose), prepared, proof };
  }

  #run(slot: Slot, job: Job): void {
    slot.job = job;
    if (slot.proof.isGiven) this.#ask(slot, job);
    else this.#prove(slot);
  }

  /** Finds out what the connection is, and asks the question that waits for it where it is the right one. */
  #prove(slot: Slot): void {
    const { proof } = slot;
    const options = { prepare: false, simple: false };
    this.#send(slot, slot.sql.unsafe(this.#proof.statement, [], options).raw(), (answer) => {
      if (answer?.toString() !== this.#proof.answer) {
        slot.job?.reject(new HubError("UNAVAILABLE", {}, { originalError: new WrongSession(String(answer), this.#proof.answer) }));
        this.#renew(slot);
        return;
      }
      proof.isGiven = true;
      if (slot.job && slot.giveUpAt === Number.POSITIVE_INFINITY) this.#ask(slot, slot.job);
      else this.#settled(slot);
    });
  }

  #ask(slot: Slot, job: Job): void {
    let query: Query;
    try {
      const options = { prepare: job.prepare && slot.prepared.admits(job.text), simple: false };
      query = slot.sql.unsafe(job.text, job.parameters.map(asText), options).raw();
    } catch (error) {
      job.reject(error);
      this.#release(slot);
      return;
    }
    this.#send(slot, query, (answer) => {
      (slot.job)?.resolve(answer);
      this.#settled(slot);
    });
  }

  #send(slot: Slot, query: Query, answered: (answer: Buffer | null) => void): void {
    slot.query = query;
    query.then(
      (rows) => {
        if (slot.query !== query) return; // the connection was given up
        answered((rows[0]?.[0] as Buffer | null | undefined) ?? null);
      },
      (error: unknown) => {
        if (slot.query !== query) return;
        (slot.job)?.reject(this.#translate(error));
        if (isLoss(codeOf(error))) this.#renew(slot);
        else this.#settled(slot);
      },
    );
  }

  /** The statement has ended; while its cancellation is under way, the connection must not be given to another question, which it could hit. */
  #settled(slot: Slot): void {
    slot.query = null;
    if (slot.giveUpAt === Number.POSITIVE_INFINITY) this.#release(slot);
  }

  #release(slot: Slot): void {
    slot.job = null;
    slot.query = null;
    slot.giveUpAt = Number.POSITIVE_INFINITY;
    if (this.#first === this.#waiting.length) {
      this.#free.push(slot);
      return;
    }
    const next = this.#waiting[this.#first++]!;
    if (this.#first === this.#waiting.length || this.#first > 1_000) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
    this.#run(slot, next);
  }

  #sweep(): void {
    const now = performance.now();
    while (this.#first < this.#waiting.length && this.#waiting[this.#first]!.acquireBy <= now) {
      this.#waiting[this.#first++]!.reject(this.#timeout(this.#limits.acquire));
    }
    if (this.#first === this.#waiting.length) {
      this.#waiting = [];
      this.#first = 0;
    }
    for (const slot of this.#slots) {
      if (slot.giveUpAt <= now) this.#renew(slot);
      else if (slot.job !== null && slot.job.answerBy <= now) this.#expire(slot, now);
    }
    if (this.#free.length === this.#slots.length && this.#sweeper !== null) {
      clearInterval(this.#sweeper);
      this.#sweeper = null;
    }
  }

  #expire(slot: Slot, now: number): void {
    slot.job?.reject(this.#timeout(this.#limits.deadline));
    slot.job = null;
    const query = slot.query as (Query & Cancellable) | null;
    // Not sent yet, as the connection is still being made: cancelled now, the driver would never use that connection again (3.4.9).
    if (query === null || query.state === null) {
      this.#renew(slot);
      return;
    }
    slot.giveUpAt = now + cancelPatience;
    const { sql } = slot;
    void Promise.allSettled([query, query.canceller(query)]).then(() => {
      if (slot.sql === sql && slot.giveUpAt !== Number.POSITIVE_INFINITY) this.#release(slot);
    });
  }

  /** Gives up a connection and makes place for a new one. */
  #renew(slot: Slot): void {
    void slot.sql.end({ timeout: 0 }).catch(() => {});
    Object.assign(slot, this.#newConnection());
    this.#release(slot);
  }

  #translate(error: unknown): unknown {
    if (hasCode(error, "57014")) return this.#timeout(this.#limits.statementTimeout);
    return isOutage(codeOf(error)) ? new HubError("UNAVAILABLE", {}, { originalError: error as Error }) : error;
  }

  #timeout(milliseconds: number): HubError {
    this.#stopped += 1;
    return new HubError("TIMEOUT", { seconds: String(milliseconds / 1000) });
  }
}

/**
 * Codes with which a connection ends under a question. The driver would use it again, yet where the question was still to be sent, it holds
 * its next message back for ever (3.4.9: the timer of its writes is cleared and not forgotten).
 */
const isLoss = (code: string): boolean => /^(CONNECTION_|ECONNRESET|EPIPE|08|57P0[12])/.test(code);

function asText(parameter: PoolParameter): string | null {
  if (parameter === null || typeof parameter === "string") return parameter;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- statements are text, their parameters come from elsewhere
  if (parameter === undefined) throw new TypeError("A parameter of a statement is undefined.");
  return String(parameter);
}

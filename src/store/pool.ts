import type postgres from "postgres";
import { HubError } from "../errors.ts";
import { codeOf, hasCode } from "./has-code.ts";
import { isLoss } from "./is-loss.ts";
import { isOutage } from "./is-outage.ts";
import type { AskOptions, PoolLimits, PoolLoad, PoolParameter, Proof } from "./pool-terms.ts";
import { PreparedTexts } from "./prepared-texts.ts";
import { StatementTimes } from "./statement-times.ts";
import { WrongSession } from "./wrong-session.ts";

/** How often deadlines are looked at, in ms: one timer for all questions, as a timer for each would cost more than the rest of this file. */
const sweepEvery = 25;

/** Patience in ms with a cancelled statement before its connection is given up. */
const cancelPatience = 2_000;

/** The driver's types don't tell of the second (3.4.9): a statement without parameters would else be sent in another way. */
const unprepared = { prepare: false, simple: false };

/** Seconds that questions under way are given when the pool closes. */
const closePatience = 2;

/**
 * How statements share a connection, one sent behind the other: quick ones that may be carried out twice. A write to the database and a
 * read of its answer cost more than all else about a look-up by key; sharing spares half of them.
 */
const sharing = Object.freeze({
  /** Of what is quick, what goes out in one write; others take the connection with the fewest. */
  atOnce: 0.2,
  /** Statements in one write, and on one connection. */
  inOneWrite: 4,
  onOneConnection: 8,
  /** Milliseconds after which those behind a statement are asked again elsewhere. */
  patience: 100,
});

interface Job extends AskOptions {
  readonly text: string;
  readonly parameters: readonly PoolParameter[];
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

/** A statement on a connection. */
interface Running {
  readonly query: Query;
  readonly text: string;
  readonly answerBy: number;
  /** Null once nobody waits for its answer: answered late, or asked again elsewhere. */
  job: Job | null;
}

/** A connection, and whether it is made and was found to be what the pool is for. */
interface Line {
  readonly sql: postgres.Sql;
  readonly prepared: PreparedTexts;
  isProven: boolean;
}

/** A place for one connection, with the driver's own pool of one behind it: the driver never evicts, and its cancellation can meet the next statement on a connection that it shares. */
interface Slot {
  line: Line;
  /** In the order in which the server carries them out; a new list with each connection. */
  running: Running[];
  /** Since when the first of them runs. */
  since: number;
  /** Whether all of them may share the connection. */
  isShared: boolean;
  /** When a cancelled statement's connection is given up; infinite while nothing is being cancelled. */
  giveUpAt: number;
}

type Connect = (onclose: () => void) => postgres.Sql;

/**
 * The connections of one audience. The driver knows no deadlines: here at most `size` connections work, a bounded number of questions waits
 * in order, and whoever is past a deadline is answered TIMEOUT while the statement is cancelled in the server.
 *
 * Quick statements that only read share half of the connections. Where the first on one turns out slow, those behind it are asked again
 * elsewhere, and only then it may be cancelled: a cancellation never meets a statement for which anybody waits.
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
  readonly #times = new StatementTimes();
  /** Where the quick statements of this turn of the event loop go, which leave in one write, and how many there are. */
  #turn: { readonly slot: Slot; count: number } | null = null;
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
    const running = this.#slots.reduce((sum, slot) => sum + (slot.giveUpAt === Number.POSITIVE_INFINITY ? slot.running.length : 1), 0);
    return { size: this.#limits.size, running, waiting: this.#waiting.length - this.#first, stopped: this.#stopped, refused: this.#refused };
  }

  /**
   * The one text column of the statement's one row, as the bytes that the server sent; null for no row and for NULL. The bytes share memory
   * with what came along on the connection: copy them to keep them.
   *
   * Ends in a HubError TIMEOUT or UNAVAILABLE; every other error of the database is passed on for the edge to mask.
   */
  ask(text: string, parameters: readonly PoolParameter[], options: AskOptions): Promise<Buffer | null> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed || this.#waiting.length - this.#first >= this.#limits.queue) {
        this.#refused += 1;
        reject(new HubError("UNAVAILABLE"));
        return;
      }
      const now = performance.now();
      const job: Job = { text, parameters, ...options, resolve, reject, acquireBy: now + this.#limits.acquire, answerBy: now + this.#limits.deadline };
      const slot = this.#first === this.#waiting.length ? this.#slotFor(job) : null; // whoever waits is first
      if (slot === null) this.#waiting.push(job);
      else this.#run(slot, job, now);
      this.#sweeper ??= setInterval(() => this.#sweep(), sweepEvery).unref();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#waiting.slice(this.#first)) job.reject(new HubError("UNAVAILABLE"));
    this.#waiting = [];
    this.#first = 0;
    await this.#proven();
    await Promise.all(this.#slots.map(({ line }) => line.sql.end({ timeout: closePatience })));
    if (this.#sweeper !== null) clearInterval(this.#sweeper);
    this.#sweeper = null;
  }

  /** A connection that is being closed takes no question any more, and one may be waiting for its connection's proof. */
  async #proven(): Promise<void> {
    const proofs = this.#slots.flatMap(({ line, running }) => (line.isProven ? [] : running.map(({ query }) => query)));
    if (proofs.length === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, closePatience * 1_000)));
    await Promise.race([Promise.allSettled(proofs), late]);
    clearTimeout(timer);
  }

  /** Where a question runs now; null where it has to wait. */
  #slotFor(job: Job): Slot | null {
    const time = job.repeatable && job.prepare ? this.#times.of(job.text) : Number.POSITIVE_INFINITY;
    const { quick, size } = this.#limits;
    if (time > quick) return this.#free.pop() ?? this.#addSlot();
    if (time <= quick * sharing.atOnce && this.#turn !== null && this.#turn.count < sharing.inOneWrite && this.#hasRoom(this.#turn.slot)) {
      this.#turn.count += 1;
      return this.#turn.slot;
    }
    let shared = 0;
    let best: Slot | null = null;
    for (const slot of this.#slots) {
      if (slot.isShared && slot.running.length > 0) shared += 1;
      if (this.#hasRoom(slot) && (best === null || slot.running.length < best.running.length)) best = slot;
    }
    const slot = shared * 2 >= size ? best : (this.#free.pop() ?? this.#addSlot() ?? best);
    if (slot !== null) this.#openTurn(slot);
    return slot;
  }

  /** Whether one more quick statement may go behind those of a connection. */
  #hasRoom({ line, running, isShared, giveUpAt }: Slot): boolean {
    return isShared && line.isProven && running.length > 0 && running.length < sharing.onOneConnection && giveUpAt === Number.POSITIVE_INFINITY;
  }

  #openTurn(slot: Slot): void {
    if (this.#turn === null) setImmediate(() => (this.#turn = null));
    this.#turn = { slot, count: 1 };
  }

  #addSlot(): Slot | null {
    if (this.#slots.length >= this.#limits.size) return null;
    const slot: Slot = { line: this.#newLine(), running: [], since: 0, isShared: false, giveUpAt: Number.POSITIVE_INFINITY };
    this.#slots.push(slot);
    return slot;
  }

  #newLine(): Line {
    const prepared = new PreparedTexts(this.#limits.prepared, this.#seen);
    const line: Line = { sql: this.#connect(() => { prepared.forget(); line.isProven = false; }), prepared, isProven: false };
    return line;
  }

  #run(slot: Slot, job: Job, now: number): void {
    if (slot.line.isProven) this.#ask(slot, job, now);
    else this.#prove(slot, job, now);
  }

  /** Finds out what the connection is, alone on it, and asks the question that waits for it where it is the right one. */
  #prove(slot: Slot, job: Job, now: number): void {
    const { line } = slot;
    slot.since = now;
    slot.isShared = false;
    this.#send(slot, { query: line.sql.unsafe(this.#proof.statement, [], unprepared).raw(), text: this.#proof.statement, answerBy: job.answerBy, job }, (answer, entry, isCurrent) => {
      if (!isCurrent) return;
      if (answer?.toString() !== this.#proof.answer) {
        entry.job?.reject(new HubError("UNAVAILABLE", {}, { originalError: new WrongSession(String(answer), this.#proof.answer) }));
        this.#renew(slot);
        return;
      }
      line.isProven = true;
      slot.running.splice(slot.running.indexOf(entry), 1);
      if (entry.job && slot.giveUpAt === Number.POSITIVE_INFINITY) this.#ask(slot, entry.job, performance.now());
      else this.#settled(slot);
    });
  }

  #ask(slot: Slot, job: Job, now: number): void {
    const { line, running } = slot;
    let query: Query;
    try {
      const options = { prepare: job.prepare && line.prepared.admits(job.text), simple: false };
      query = line.sql.unsafe(job.text, job.parameters.map(asText), options).raw();
    } catch (error) {
      job.reject(error);
      this.#settled(slot);
      return;
    }
    if (running.length === 0) {
      slot.since = now;
      slot.isShared = job.repeatable === true && this.#times.of(job.text) <= this.#limits.quick;
    }
    this.#send(slot, { query, text: job.text, answerBy: job.answerBy, job }, (answer, entry, isCurrent) => {
      entry.job?.resolve(answer);
      if (isCurrent) this.#ended(slot, entry);
    });
  }

  #send(slot: Slot, entry: Running, answered: (answer: Buffer | null, entry: Running, isCurrent: boolean) => void): void {
    const { running } = slot;
    running.push(entry);
    entry.query.then(
      (rows) => {
        const answer = (rows[0]?.[0] as Buffer | null | undefined) ?? null;
        rows.length = 0; // the driver's query outlives its answer by some collections of garbage: holding the bytes, V8 collected all of its heap once or twice a second, a quarter to half of a large answer's processor time
        answered(answer, entry, slot.running === running); // else the connection was given up
      },
      (error: unknown) => {
        entry.job?.reject(this.#translate(error));
        entry.job = null;
        if (slot.running !== running) return;
        if (isLoss(codeOf(error))) this.#renew(slot);
        else this.#ended(slot, entry);
      },
    );
  }

  /** A statement has ended, and the next on its connection begins. */
  #ended(slot: Slot, entry: Running): void {
    const now = performance.now();
    this.#times.note(entry.text, now - slot.since);
    slot.since = now;
    slot.running.splice(slot.running.indexOf(entry), 1);
    this.#settled(slot);
  }

  /** Gives a connection back; not while a cancellation is under way, which the next question could meet. */
  #settled(slot: Slot): void {
    if (slot.running.length > 0 || slot.giveUpAt !== Number.POSITIVE_INFINITY) return;
    this.#free.push(slot);
    this.#runWaiting();
  }

  #runWaiting(): void {
    while (this.#first < this.#waiting.length) {
      const slot = this.#slotFor(this.#waiting[this.#first]!);
      if (slot === null) return;
      this.#run(slot, this.#takeWaiting(), performance.now());
    }
  }

  #takeWaiting(): Job {
    const next = this.#waiting[this.#first++]!;
    if (this.#first === this.#waiting.length || this.#first > 1_000) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
    return next;
  }

  #sweep(): void {
    const now = performance.now();
    while (this.#first < this.#waiting.length && this.#waiting[this.#first]!.acquireBy <= now) this.#takeWaiting().reject(this.#timeout(this.#limits.acquire));
    for (const slot of this.#slots) {
      if (slot.giveUpAt <= now) this.#renew(slot);
      else if (slot.running.length > 0) this.#lookAt(slot, now);
    }
    this.#runWaiting();
    if (this.#free.length === this.#slots.length && this.#sweeper !== null) {
      clearInterval(this.#sweeper);
      this.#sweeper = null;
    }
  }

  /** Tells whoever is past the deadline, and lets nobody wait behind a statement that is slow. */
  #lookAt(slot: Slot, now: number): void {
    for (const entry of slot.running) {
      if (entry.job === null || entry.answerBy > now) continue;
      entry.job.reject(this.#timeout(this.#limits.deadline));
      entry.job = null;
    }
    const [first] = slot.running;
    const isPast = first!.answerBy <= now;
    if (slot.running.length > 1 && (isPast || now - slot.since > sharing.patience)) {
      this.#times.note(first!.text, now - slot.since);
      this.#askElsewhere(slot);
    }
    if (isPast && slot.giveUpAt === Number.POSITIVE_INFINITY) this.#cancel(slot, first!.query as Query & Cancellable, now);
  }

  /** Those who wait behind the first on a connection go back to the head of the queue; what becomes of their statements there is nobody's. */
  #askElsewhere(slot: Slot): void {
    slot.isShared = false;
    const behind = slot.running.slice(1);
    const jobs = behind.flatMap(({ job }) => job ?? []);
    for (const entry of behind) entry.job = null;
    if (this.#isClosed) for (const job of jobs) job.reject(new HubError("UNAVAILABLE"));
    else this.#waiting.splice(this.#first, 0, ...jobs);
  }

  #cancel(slot: Slot, query: Query & Cancellable, now: number): void {
    // Not sent yet, as the connection is still being made: cancelled now, the driver would never use that connection again (3.4.9).
    if (query.state === null) {
      this.#renew(slot);
      return;
    }
    slot.giveUpAt = now + cancelPatience;
    const { line } = slot;
    void Promise.allSettled([query, query.canceller(query)]).then(() => {
      if (slot.line !== line || slot.giveUpAt === Number.POSITIVE_INFINITY) return;
      slot.giveUpAt = Number.POSITIVE_INFINITY;
      this.#settled(slot);
    });
  }

  /** Gives up a connection and makes place for a new one; whoever was behind the first on it is asked again. */
  #renew(slot: Slot): void {
    void slot.line.sql.end({ timeout: 0 }).catch(() => {});
    this.#askElsewhere(slot);
    slot.line = this.#newLine();
    slot.running = [];
    slot.giveUpAt = Number.POSITIVE_INFINITY;
    this.#settled(slot);
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

function asText(parameter: PoolParameter): string | null {
  if (parameter === null || typeof parameter === "string") return parameter;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- statements are text, their parameters come from elsewhere
  if (parameter === undefined) throw new TypeError("A parameter of a statement is undefined.");
  return String(parameter);
}

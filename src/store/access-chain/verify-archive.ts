import { parseArchiveLine, type ArchiveLine } from "./archive.ts";
import { chainStart, ChainWalk, type Head } from "./chain-walk.ts";
import { commitmentOf, leafOf } from "./chain.ts";
import { logFaultKind, type LogFaultKind } from "./log-fault-kind.ts";

/** What the verification of an archive has come to. */
export interface ArchiveReport {
  readonly events: number;
  readonly heads: number;
  /** Heads that are the published ones. */
  readonly compared: number;
  readonly faults: number;
}

/** Milliseconds. */
const day = 86_400_000;

/** Asia/Shanghai is eight hours before UTC, all the year round. */
const offset = 8 * 3_600_000;

const nextDay = (of: string): string => new Date(Date.parse(of) + day).toISOString().slice(0, 10);

/** Verifies an archive line by line, without a database. */
export class ArchiveVerification {
  readonly #published: ReadonlyMap<string, string> | null;
  readonly #tell: (fault: string) => void;
  #log: Extract<ArchiveLine, { line: "log" }> | null = null;
  #walk = new ChainWalk(chainStart);
  #lastHead: Head | null = null;
  #ended = false;
  #number = 0;
  #events = 0;
  #heads = 0;
  #compared = 0;
  #faults = 0;

  /**
   * @param published commitments by day, as they were published; null where there are none to compare with
   * @param tell called with one line for each fault
   */
  constructor(published: ReadonlyMap<string, string> | null, tell: (fault: string) => void) {
    this.#published = published;
    this.#tell = tell;
  }

  /** The next line. */
  add(text: string): void {
    this.#number += 1;
    const line = parseArchiveLine(text);
    if (line === null) return this.#fault("this is no line of an exported log");
    if (this.#ended) return this.#fault("nothing comes after the end of the log");
    if ((line.line === "log") !== (this.#number === 1)) return this.#fault(line.line === "log" ? "a second log begins here" : "this is not how an exported log begins");
    switch (line.line) {
      case "log":
        return this.#begin(line);
      case "event":
        return this.#event(line);
      case "head":
        return this.#head(line);
      case "end":
        return this.#end(line);
    }
  }

  /** That there are no more lines. */
  end(): ArchiveReport {
    if (!this.#ended) this.#fault("the log is cut off here: its last line is missing", this.#number + 1);
    for (const published of this.#published?.keys() ?? [])
      if (this.#log && published >= this.#log.from && published <= this.#log.to && (this.#lastHead === null || published > this.#lastHead.day)) this.#fault(this.#named("HEAD_MISSING", `that of ${published} was published`));
    return { events: this.#events, heads: this.#heads, compared: this.#compared, faults: this.#faults };
  }

  #begin(line: Extract<ArchiveLine, { line: "log" }>): void {
    this.#log = line;
    this.#walk = new ChainWalk(line);
  }

  #event(line: Extract<ArchiveLine, { line: "event" }>): void {
    this.#events += 1;
    if (this.#events === 1 && this.#lastHead === null) this.#assertStart();
    const leaf = line.canonical === null || line.salt === null ? null : leafOf(line.salt, line.canonical);
    for (const kind of this.#walk.link(line, leaf)) this.#fault(this.#named(kind, `number ${line.seq}`));
    const own = line.canonical === null ? null : dayOf(line.canonical);
    if (own !== null && this.#lastHead !== null && own <= this.#lastHead.day) this.#fault(this.#named("EVENT_LATE", `number ${line.seq}, ${own}`));
  }

  #head(line: Extract<ArchiveLine, { line: "head" }>): void {
    this.#heads += 1;
    if (this.#lastHead === null) this.#assertStart(line);
    for (const kind of this.#walk.head(line)) this.#fault(this.#named(kind, line.day));
    if (this.#lastHead !== null && line.day <= this.#lastHead.day) this.#fault(`the head of ${line.day} stands behind that of ${this.#lastHead.day}`);
    else if (this.#lastHead !== null && line.day > nextDay(this.#lastHead.day)) this.#fault(this.#named("HEAD_MISSING", `between ${this.#lastHead.day} and ${line.day}`));
    this.#compare(line);
    this.#lastHead = line;
  }

  /** A log that does not begin with the chain itself begins with the head of the day before. */
  #assertStart(first?: Head): void {
    if (this.#log === null) return; // told already
    const { from, seq, hash } = this.#log;
    const isAnchored = first !== undefined && first.day < from && first.chainLength === seq;
    const isBeginning = seq === chainStart.seq && hash === chainStart.hash;
    if (!isAnchored && !isBeginning) this.#fault("the log begins within the chain, and the head of the day before is missing or another");
  }

  #compare(head: Head): void {
    if (this.#published === null) return;
    const commitment = this.#published.get(head.day);
    if (commitment === undefined) this.#fault(`the head of ${head.day} is not among the published ones`);
    else if (commitment !== commitmentOf(head)) this.#fault(this.#named("HEAD_CHANGED", `${head.day}; another was published`));
    else this.#compared += 1;
  }

  #end({ events, heads }: Extract<ArchiveLine, { line: "end" }>): void {
    this.#ended = true;
    if (events !== this.#events || heads !== this.#heads) this.#fault(`the log has ${this.#events} events and ${this.#heads} heads where it had ${events} and ${heads} when it was exported`);
  }

  #named(kind: LogFaultKind, of: string): string {
    return `${kind}: ${logFaultKind.codes[kind].en} (${of})`;
  }

  #fault(what: string, number = this.#number): void {
    this.#faults += 1;
    this.#tell(`line ${number}: ${what}`);
  }
}

/** The day that an event bears; null where its canonical form does not tell. */
function dayOf(canonical: string): string | null {
  const moment = Date.parse(/^\{"v":1,"id":"[^"]*","recordedAt":"([^"]*)"/.exec(canonical)?.[1] ?? "");
  return Number.isNaN(moment) ? null : new Date(moment + offset).toISOString().slice(0, 10);
}

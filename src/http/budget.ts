import { LRUCache } from "lru-cache";
import { HubError } from "../errors.ts";
import type { Viewer } from "../policy/viewer.ts";
import { networkOf } from "./network-of.ts";

/**
 * Budgets of those who ask, as token buckets: a minute's units at most, refilled all the time. A question is charged for what it asks before
 * it runs, and given back what it did not use. Libraries that limit rates were looked at: rate-limiter-flexible counts in fixed windows, tells
 * the wait until the window ends instead of until there is enough, and keeps a timer for each key and any number of keys; limiter has the
 * bucket, but takes nothing back and no other clock. What is needed is the few lines here.
 */
export interface BudgetSettings {
  /** Units that a minute gives to each address of the public; 0 gives without end. */
  readonly public: number;
  /** Units that a minute gives to each client with a token, however many tokens it has; 0 gives without end. */
  readonly client: number;
  /** Milliseconds that only go forward; for tests, which do not wait. */
  readonly now?: () => number;
}

/** What a request cost its client, in units. */
export interface Cost {
  /** What it was charged before it ran: the rows that it asks for, 1 at least; 1 where it was refused before that was known. */
  readonly asked: number;
  /** What it cost in the end. */
  readonly used: number;
  /** What is left of the budget; null where there is none. */
  readonly remaining: number | null;
}

/** Bytes of data that a unit pays for: about a row of a dozen fields, so that a page that is full costs what was asked. */
export const bytesOfUnit = 256;

/** Milliseconds of a minute. Levels are counted in so many parts of a unit, as a millisecond adds a part for each unit of a minute: in whole numbers, whoever comes back after the seconds that he was told has enough. */
const minute = 60_000;

/** Budgets that are kept. Whoever has asked nothing for longest is forgotten first, and begins with a full one again. */
const kept = Object.freeze({ addresses: 50_000, clients: 10_000 });

/** Of one address or client. */
interface Bucket {
  /** Parts of units; below zero where requests that were refused have cost more than there was. */
  level: number;
  /** When it was filled last. */
  at: number;
}

/** The budgets of everybody who asks. Those of the public are kept apart, so that no number of addresses makes the hub forget a client. */
export class Budgets {
  readonly #settings: BudgetSettings;
  readonly #now: () => number;
  readonly #addresses = new LRUCache<string, Bucket>({ max: kept.addresses });
  readonly #clients = new LRUCache<string, Bucket>({ max: kept.clients });

  constructor(settings: BudgetSettings) {
    this.#settings = settings;
    this.#now = settings.now ?? (() => performance.now());
  }

  /**
   * Opens the bill of a request.
   *
   * @param address from which it came; of the public, nothing else is known
   * @throws HubError RATE_LIMITED where requests that were refused have used up more than there was
   */
  open({ client }: Viewer, address: string): Charge {
    const perMinute = client === null ? this.#settings.public : this.#settings.client;
    if (perMinute === 0) return new Charge(null, 0, this.#now);
    const buckets = client === null ? this.#addresses : this.#clients;
    const key = client ?? networkOf(address);
    let bucket = buckets.get(key);
    if (!bucket) buckets.set(key, (bucket = { level: perMinute * minute, at: Math.floor(this.#now()) }));
    const charge = new Charge(bucket, perMinute, this.#now);
    if (bucket.level < 0) charge.assertSolvent();
    return charge;
  }
}

/** The bill of one request. */
export class Charge {
  readonly #bucket: Bucket | null;
  readonly #perMinute: number;
  readonly #now: () => number;
  #asked = 0;
  #used: number | null = null;
  #taken = false;
  #isKept = false;

  constructor(bucket: Bucket | null, perMinute: number, now: () => number) {
    this.#bucket = bucket;
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /**
   * Charges what a question asks.
   *
   * @param isKept whether nothing of it is given back, however short the answer is
   * @throws HubError RATE_LIMITED with the seconds after which there will be enough; LIMIT_EXCEEDED where there never will
   */
  take(asked: number, isKept = false): void {
    const units = Math.max(asked, 1);
    if (this.#bucket) {
      if (units > this.#perMinute)
        throw new HubError("LIMIT_EXCEEDED", {
          "reason.en": `the budget is ${this.#perMinute} units a minute, this question asks for up to ${units}; lower first, or ask in pieces`,
          "reason.zh": `每分钟配额为 ${this.#perMinute} 个单位，本次查询最多需要 ${units} 个；请减小 first 或分次查询`,
        });
      const missing = units * minute - this.#filled(this.#bucket);
      if (missing > 0) {
        this.#asked = units;
        this.#used = 0; // who is sent away pays nothing
        throw this.#rateLimited(missing);
      }
      this.#bucket.level -= units * minute;
    }
    this.#asked = units;
    this.#isKept = isKept;
    this.#taken = true;
  }

  /** Whether a question was charged: it was let in, whatever became of it. */
  get isTaken(): boolean {
    return this.#taken;
  }

  /** @throws HubError RATE_LIMITED where not a unit is left */
  assertSolvent(): void {
    const missing = this.#bucket ? minute - this.#filled(this.#bucket) : 0;
    if (missing > 0) throw this.#rateLimited(missing);
  }

  /**
   * Ends the bill, once; what comes later changes nothing. What was charged and not used is given back; a request that was refused before it
   * was charged costs a unit, although there be none.
   *
   * @param bytes of the data that is sent; all that was asked is used, however few there are, where `whole`
   */
  settle(bytes: number, whole = false): void {
    if (this.#used !== null) return;
    const charged = this.#asked;
    this.#asked = Math.max(charged, 1);
    this.#used = whole || this.#isKept ? this.#asked : Math.min(this.#asked, Math.max(1, Math.ceil(bytes / bytesOfUnit)));
    if (this.#bucket) this.#bucket.level += (charged - this.#used) * minute;
  }

  /** As of now. */
  get cost(): Cost {
    return { asked: this.#asked, used: this.#used ?? this.#asked, remaining: this.#bucket && Math.max(0, Math.floor(this.#filled(this.#bucket) / minute)) };
  }

  /** What is in it after what time has added. */
  #filled(bucket: Bucket): number {
    const now = Math.floor(this.#now());
    bucket.level = Math.min(bucket.level + (now - bucket.at) * this.#perMinute, this.#perMinute * minute);
    bucket.at = now;
    return bucket.level;
  }

  #rateLimited(missing: number): HubError {
    return new HubError("RATE_LIMITED", { seconds: String(Math.ceil(missing / this.#perMinute / 1000)) });
  }
}

/** The header that goes with an error: when to come back, where it says so. */
export const retryAfter = (error: unknown): readonly (readonly [string, string])[] =>
  error instanceof HubError && error.code === "RATE_LIMITED" ? [["retry-after", error.parameters["seconds"]!]] : [];

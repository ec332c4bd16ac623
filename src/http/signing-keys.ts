import { LRUCache } from "lru-cache";
import type { JWK } from "jose";
import { signingKeyFrom, type SigningKey } from "./keys.ts";

/** Days for which the hub signs with one key. Its tokens last minutes; a key that nobody notices to be lost is good for two such periods. */
const days = 30;
const period = days * 86_400_000;

/** Keys that are kept; there are four of a generation at any time. */
const kept = 16;

/** Which key it is: of which generation, and of which period since 1970. */
export interface KeyAge {
  readonly generation: number;
  readonly period: number;
}

/**
 * The pairs with which the hub signs, each derived from the master key: another for every thirty days, others again for every generation,
 * which an operator begins when a key may have been lost. Processes and restarts agree on them without a word, as nothing but the master
 * key, the clock and the generation goes into them. Tokens of demonstration personas have a key of their own, which is none of these, so
 * that nobody who trusts the published keys takes one for more than it is.
 */
export class SigningKeys {
  readonly #seedOf: (name: string) => Buffer;
  readonly #now: () => number;
  readonly #made = new LRUCache<string, Promise<SigningKey>>({ max: kept });

  /**
   * @param seedOf 32 secret bytes for a name, always the same ones
   * @param now milliseconds since 1970
   */
  constructor(seedOf: (name: string) => Buffer, now: () => number = Date.now) {
    this.#seedOf = seedOf;
    this.#now = now;
  }

  /** The period that the clock is in. */
  get period(): number {
    return Math.floor(this.#now() / period);
  }

  /** The key that signs now. */
  current(generation: number): Promise<SigningKey> {
    return this.#keyOf({ generation, period: this.period });
  }

  /** The key that signs for demonstration personas. */
  demonstration(): Promise<SigningKey> {
    return this.#named("demonstration");
  }

  /** The key with an identifier and its age, among those that are good; null for any other. */
  async find(kid: string, generation: number): Promise<{ readonly key: SigningKey; readonly age: KeyAge } | null> {
    for (const age of this.#good(generation)) {
      const key = await this.#keyOf(age);
      if (key.kid === kid) return { key, age };
    }
    return null;
  }

  /** Whether a key is good: the last, this and, for clocks that are ahead, the next period's of the generation. */
  isGood({ generation, period: of }: KeyAge, inForce: number): boolean {
    return generation === inForce && Math.abs(of - this.period) <= 1;
  }

  /** The public halves of all that are good: who keeps them for a while knows the next one before it is used. */
  async published(generation: number): Promise<readonly JWK[]> {
    const keys = await Promise.all(this.#good(generation).map((age) => this.#keyOf(age)));
    return keys.map(({ publicJwk }) => publicJwk);
  }

  #good(generation: number): readonly KeyAge[] {
    return [0, -1, 1].map((ahead) => ({ generation, period: this.period + ahead }));
  }

  #keyOf({ generation, period: of }: KeyAge): Promise<SigningKey> {
    return this.#named(`generation ${generation}, period ${of}`);
  }

  #named(name: string): Promise<SigningKey> {
    let key = this.#made.get(name);
    if (!key) this.#made.set(name, (key = signingKeyFrom(this.#seedOf(name))));
    return key;
  }
}

import { commitmentOf, genesis, linked } from "./chain.ts";
import type { LogFaultKind } from "./log-fault-kind.ts";

/** A link of the chain as it is kept. */
export interface Seal {
  readonly seq: number;
  readonly leaf: string;
  readonly hash: string;
}

/** What is kept of a day's end. */
export interface Head {
  readonly day: string;
  readonly salt: string;
  readonly commitment: string;
  readonly chainHash: string;
  /** Links in the chain at the end of the day, which is the number of the last one. */
  readonly chainLength: number;
}

/** A place in the chain: how many links are behind it, and the hash of the last. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: string;
}

export const chainStart: ChainPlace = Object.freeze({ seq: 0, hash: genesis });

/**
 * Follows the chain link by link and says what does not fit. After a fault it goes on from what is kept, so that one change is one fault or
 * two and not one for each link that follows.
 */
export class ChainWalk {
  #place: ChainPlace;

  constructor(from: ChainPlace) {
    this.#place = from;
  }

  /** The next link. The leaf is computed anew from the event; null where there is none. */
  link(seal: Seal, leaf: string | null): LogFaultKind[] {
    const faults: LogFaultKind[] = [];
    const follows = seal.seq === this.#place.seq + 1;
    if (!follows) faults.push("SEAL_MISSING");
    if (leaf === null) faults.push("EVENT_MISSING");
    else if (leaf !== seal.leaf) faults.push("EVENT_CHANGED");
    // Across a gap nobody can say what the hash has to be.
    if (follows && linked(this.#place.hash, seal.leaf) !== seal.hash) faults.push("LINK_BROKEN");
    this.#place = { seq: seal.seq, hash: seal.hash };
    return faults;
  }

  /** The head of the day that ends here. */
  head(head: Head): LogFaultKind[] {
    if (commitmentOf(head) !== head.commitment) return ["HEAD_CHANGED"];
    if (head.chainLength > this.#place.seq) return ["SEAL_MISSING"];
    return head.chainLength === this.#place.seq && head.chainHash === this.#place.hash ? [] : ["HEAD_CHANGED"];
  }
}

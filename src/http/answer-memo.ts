import { LRUCache } from "lru-cache";

/** Tells whether anything has changed that an answer to the public depends on: as long as the number is the same, so is the answer. */
export interface DataVersions {
  /** null where nobody can say at the moment. */
  current(): number | null;
}

/** An answer as it was sent, with what it cost and what the log says of it. */
export interface KeptAnswer {
  /** Its bytes, a character each: Node sends such a text with its headers in one piece. */
  readonly latin1: string;
  readonly contentType: string;
  /** Of one by GET: what comes by POST no cache keeps. */
  readonly etag: string | null;
  /** Units that the question asked, and those that the answer used. */
  readonly asked: number;
  readonly used: number;
  readonly operationName: string | null;
}

/** Bytes that answers may take together with their questions, and one alone. */
const limits = Object.freeze({ all: 24 * 1024 * 1024, one: 1024 * 1024 });

/** What an entry takes beside its bytes. */
const overhead = 500;

/**
 * Answers to questions of the public, by the very bytes of the question. All of them are of one version of the data; with the next one all
 * are forgotten.
 */
export class AnswerMemo {
  readonly #versions: DataVersions;
  readonly #answers = new LRUCache<string, KeptAnswer>({ maxSize: limits.all, maxEntrySize: limits.one, sizeCalculation: ({ latin1 }, key) => key.length * 2 + latin1.length + overhead });
  #version: number | null = null;

  constructor(versions: DataVersions) {
    this.#versions = versions;
  }

  /** The version that an answer is of which is asked for from now on; null where none may be kept. */
  get version(): number | null {
    return this.#versions.current();
  }

  /** The answer to a question, as long as it would be answered so again. */
  find(question: string): KeptAnswer | undefined {
    return this.#isOf(this.version) ? this.#answers.get(question) : undefined;
  }

  /** Keeps an answer that was asked for when `version` was in force, unless something has changed since. */
  keep(question: string, version: number, answer: KeptAnswer): void {
    if (version !== this.version) return;
    if (!this.#isOf(version)) {
      this.#answers.clear();
      this.#version = version;
    }
    this.#answers.set(question, answer);
  }

  #isOf(version: number | null): boolean {
    return version !== null && version === this.#version;
  }
}

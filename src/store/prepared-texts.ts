/** Texts that are remembered as seen once; beyond it the oldest is forgotten and has to be seen twice again. */
const seenLimit = 2_000;

/**
 * Which statements one connection has prepared. The driver prepares whatever it is told to and never evicts, at about 50 KiB each in the
 * server: so a text is prepared from its second use on, and only until the connection is full. A connection starts anew when it is replaced.
 */
export class PreparedTexts {
  readonly #limit: number;
  /** Texts seen at least once by any connection of the pool, which share it. */
  readonly #seen: Set<string>;
  readonly #texts = new Set<string>();

  constructor(limit: number, seen: Set<string>) {
    this.#limit = limit;
    this.#seen = seen;
  }

  /** Whether the text is to be sent as a prepared statement this time. */
  admits(text: string): boolean {
    if (this.#texts.has(text)) return true;
    if (this.#texts.size >= this.#limit) return false;
    if (this.#seen.has(text)) {
      this.#texts.add(text);
      return true;
    }
    if (this.#seen.size >= seenLimit) for (const oldest of this.#seen) { this.#seen.delete(oldest); break; }
    this.#seen.add(text);
    return false;
  }

  /** The connection was closed, and its statements with it. */
  forget(): void {
    this.#texts.clear();
  }
}

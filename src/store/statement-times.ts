/** Texts whose times are kept; beyond it the one that was seen first is forgotten. */
const kept = 2_000;

/** Of what a time comes to, the part that the last one has; the rest is what was known before. */
const weight = 0.2;

/** What statements have taken lately, by their text: a moving mean in milliseconds. */
export class StatementTimes {
  readonly #means = new Map<string, { mean: number }>();

  /** The mean; infinite for a text that has not been seen to its end. */
  of(text: string): number {
    return this.#means.get(text)?.mean ?? Number.POSITIVE_INFINITY;
  }

  note(text: string, milliseconds: number): void {
    const known = this.#means.get(text);
    if (known) known.mean += (milliseconds - known.mean) * weight;
    else {
      if (this.#means.size >= kept) for (const oldest of this.#means.keys()) { this.#means.delete(oldest); break; }
      this.#means.set(text, { mean: milliseconds });
    }
  }
}

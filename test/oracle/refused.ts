/** Why a question is answered with an error and without data: the codes that may come, whichever cause is met first. */
export type Refusals = Set<string>;

/** A field that the asker is refused, at the place in the operation where it is first asked for. */
export interface Denied {
  readonly coordinate: string;
  readonly class: string;
  readonly line: number;
  readonly column: number;
}

export const pageMost = 200;
/** Of rows that are about one person each. */
export const personsMost = 100;
export const batchMost = 200;
export const countMost = 10_000;

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
/** Rows of a page of a type about persons, and persons about whom one answer may hold something closed. */
export const personsMost = 100;
export const batchMost = 200;
export const countMost = 10_000;
export const groupsMost = 500;
export const groupFieldsMost = 2;

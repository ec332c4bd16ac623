import fc from "fast-check";

/** A choice with the choices below it: what a random operation is made of. */
export interface Choice {
  /** Which field. */
  readonly pick: number;
  /** How it is written: 0 plainly, else under an alias, in a fragment, with a directive. */
  readonly twist: number;
  /** Draws for the arguments; where they run out, zeros: no argument, the first value. */
  readonly draws: readonly number[];
  readonly below: readonly Choice[];
}

const deepest = 5;

/** The fields that an operation asks of Query. */
export const choices: fc.Arbitrary<Choice[]> = fc.letrec<{ choice: Choice; below: Choice[] }>((tie) => ({
  below: fc.oneof({ maxDepth: deepest, depthSize: "max", depthIdentifier: "below" }, { arbitrary: fc.constant<Choice[]>([]), weight: 1 }, { arbitrary: fc.array(tie("choice"), { minLength: 1, maxLength: 4, size: "max", depthIdentifier: "below" }), weight: 5 }),
  choice: fc.record({
    pick: fc.nat({ max: 99_999 }),
    twist: fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, fc.nat({ max: 99 })),
    draws: fc.array(fc.nat({ max: 999_999 }), { maxLength: 10, size: "max" }),
    below: tie("below"),
  }),
})).below.filter((below) => below.length > 0);

/** Reads draws one by one. */
export class Draws {
  readonly #draws: readonly number[];
  #place = 0;

  constructor(draws: readonly number[]) {
    this.#draws = draws;
  }

  /** A number below `count`; 0 where the draws have run out. */
  below(count: number): number {
    return (this.#draws[this.#place++] ?? 0) % count;
  }

  /** True once in `count` times; never where the draws have run out. */
  once(count: number): boolean {
    return this.below(count) === count - 1;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

import type { Chance } from "../demonstration/chance.ts";

/** A number whose logarithm is normally distributed, as amounts of money are: half of them are below the median. */
export function logNormal(chance: Chance, median: number, spread: number): number {
  const [first, second] = [chance.whole(1, 1_000_000) / 1_000_000, chance.whole(0, 999_999) / 1_000_000];
  return median * Math.exp(spread * Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second));
}

/** Picks by weights. */
export function weighted<T>(chance: Chance, choices: readonly (readonly [weight: number, choice: T])[]): T {
  let left = chance.whole(1, choices.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, choice] of choices) if ((left -= weight) <= 0) return choice;
  return choices.at(-1)![1];
}

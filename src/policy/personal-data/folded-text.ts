/**
 * A text as it is searched: compatibility forms folded (NFKC), invisible characters gone, so that １３８ and 138 are one spelling. `at` leads back:
 * for each place of `text` the character of the original that stands there, counted in Unicode characters, and their number at the end.
 */
export interface FoldedText {
  readonly text: string;
  readonly at: readonly number[];
}

/** Where something stands in a folded text: from, and up to but not including. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const invisible = /[\p{Cf}\u034f\ufe00-\ufe0f]/u;

/** The folded form of a text. */
export function foldText(original: string): FoldedText {
  let text = "";
  const at: number[] = [];
  let place = 0;
  for (const character of original) {
    const folded = invisible.test(character) ? "" : character.normalize("NFKC");
    text += folded;
    at.push(...Array<number>(folded.length).fill(place));
    place++;
  }
  return { text, at: [...at, place] };
}

/** The text without what a pattern finds (a global one). */
export function withoutMatches({ text, at }: FoldedText, pattern: RegExp): FoldedText {
  let kept = "";
  const places: number[] = [];
  let from = 0;
  const keepUpTo = (to: number) => {
    kept += text.slice(from, to);
    places.push(...at.slice(from, to));
  };
  for (const { index, 0: match } of text.matchAll(pattern)) {
    keepUpTo(index);
    from = index + match.length;
  }
  keepUpTo(text.length);
  return { text: kept, at: [...places, at.at(-1)!] };
}

/** The stretch in characters of the original: where it starts and how many they are. */
export const originalPlace = ({ at }: FoldedText, { from, to }: Stretch): { readonly start: number; readonly length: number } => ({ start: at[from]!, length: at[to - 1]! + 1 - at[from]! });

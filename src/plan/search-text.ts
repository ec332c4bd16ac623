import { HubError } from "../errors.ts";
import { castable } from "./values.ts";

/**
 * Chinese is written without spaces, so a search cannot go by words. A text is cut into grams instead, pieces that an index finds: a title that
 * contains the question has all of its grams. Beside the pieces of the title stand the beginnings of it, of its codes, of its pinyin at every
 * syllable and of its initials, told apart by a mark; a piece of a title never has a mark's form. What the grams find is then compared in full.
 */
export const marks = Object.freeze({ title: "n:", wholeCode: "w:", code: "c:", pinyin: "p:", pinyinStart: "s:", initials: "i:", initialsStart: "t:" });

/** Lengths of the beginnings that are kept; a longer question goes by the longest of them. */
export const lengths = Object.freeze({ title: [1, 2, 3, 4, 6, 9, 12], code: [1, 2, 4, 6, 9, 12, 15, 18], pinyin: [3, 6], initials: [3] });

/** From this many letters on, pinyin and initials are found within a title; shorter ones only at its beginning. */
export const lettersWithin = 3;

/** Characters of a question's text, once normalised. */
const textLength = Object.freeze({ least: 1, most: 50 });

/** A text as it is compared: one form for full and half width, for capitals and small letters, single spaces. */
export const normalised = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

const isLatin = (character: string): boolean => /^[a-z0-9]$/.test(character);

/** The pieces of a normalised text: three letters or digits in a row, and any other two neighbours. */
export function gramsOf(text: string): readonly string[] {
  const characters = [...text];
  const grams = characters.flatMap((first, place) => {
    const [second, third] = [characters[place + 1], characters[place + 2]];
    if (second === undefined) return [];
    if (!isLatin(first) || !isLatin(second)) return [first + second];
    return third !== undefined && isLatin(third) ? [first + second + third] : [];
  });
  return [...new Set(grams)];
}

/**
 * The beginnings of a text that are kept of it, the longest last: by that one a question asks.
 *
 * @param kept lengths in characters, the shortest first
 */
export function beginningsOf(text: string, kept: readonly number[]): readonly string[] {
  const beginnings: string[] = [];
  let [length, end] = [0, 0];
  // No further than the longest that is kept: titles are long, and their beginnings are taken at every syllable.
  for (const character of text) {
    if (beginnings.length === kept.length) break;
    length += 1;
    end += character.length;
    if (length === kept[beginnings.length]) beginnings.push(text.slice(0, end));
  }
  return beginnings;
}

const beginning = (text: string, kept: readonly number[]): string => beginningsOf(text, kept).at(-1)!;

/** A question's text in the forms in which it is compared; null where it has none of that form. */
export interface SearchTerms {
  readonly text: string;
  readonly prefix: readonly string[];
  readonly title: readonly string[] | null;
  /** Patterns of LIKE that a title fits in which each word of the text stands, wherever. */
  readonly titlePatterns: readonly string[];
  readonly wholeCode: readonly string[];
  readonly code: readonly string[];
  readonly pinyin: readonly string[] | null;
  /** Pattern for pinyin with a space before each further syllable, where a syllable begins. */
  readonly pinyinPattern: string | null;
  readonly initials: readonly string[] | null;
  readonly initialsPattern: string | null;
}

/**
 * @throws HubError BAD_USER_INPUT for a text that is empty or too long
 */
export function searchTerms(given: string): SearchTerms {
  // Normalising can only make so long a text much shorter if it is mostly spaces.
  const text = given.length > textLength.most * 20 ? given : normalised(castable("text", given));
  const count = [...text].length;
  if (count < textLength.least || count > textLength.most)
    throw new HubError("BAD_USER_INPUT", { "reason.en": `text takes ${textLength.least} to ${textLength.most} characters.`, "reason.zh": `text 须为 ${textLength.least} 至 ${textLength.most} 个字符。` });
  const words = text.split(" ");
  const grams = [...new Set(words.flatMap(gramsOf))];
  return {
    text,
    prefix: [marks.title + beginning(text, lengths.title)],
    title: grams.length > 0 ? grams : null,
    titlePatterns: words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`),
    wholeCode: [marks.wholeCode + text],
    code: [marks.code + beginning(text, lengths.code)],
    ...letterTerms(text.replaceAll("ü", "v").replace(/[ '’]/g, "")),
  };
}

function letterTerms(letters: string): Pick<SearchTerms, "pinyin" | "pinyinPattern" | "initials" | "initialsPattern"> {
  // Only letters and digits enter a pattern; no character of it means anything else.
  if (!/^(?=.*[a-z])[a-z0-9]+$/.test(letters)) return { pinyin: null, pinyinPattern: null, initials: null, initialsPattern: null };
  const spelt = [...letters].join(" ?");
  if (letters.length >= lettersWithin)
    return {
      pinyin: [marks.pinyin + beginning(letters, lengths.pinyin)],
      pinyinPattern: `(^| )${spelt}`,
      initials: [marks.initials + beginning(letters, lengths.initials)],
      initialsPattern: letters,
    };
  const initials = letters.length > 1 ? [marks.initialsStart + letters] : null; // one letter begins the pinyin wherever it begins the initials
  return { pinyin: [marks.pinyinStart + letters], pinyinPattern: `^${spelt}`, initials, initialsPattern: `^${letters}` };
}

import { createRequire } from "node:module";
import type * as PinyinPro from "pinyin-pro";
import { beginningsOf, gramsOf, lengths, lettersWithin, marks, normalised } from "../plan/search-text.ts";

/** To be raised whenever the same title would get other forms: entries that an earlier one made are then made anew. */
export const formsVersion = 1;

/** A title and codes in the forms in which they are looked for. */
export interface SearchForms {
  readonly name: string;
  readonly size: number;
  readonly codes: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly grams: readonly string[];
}

/** Names of places in Sichuan that the dictionary reads otherwise than those who live there. */
const readings = Object.freeze({ 什邡: "shí fāng", 筠连: "jūn lián" });

let dictionary: typeof PinyinPro | undefined;

/**
 * What makes the forms. The dictionary of readings takes some 30 MB, so it is loaded when there is something to read, which in a hub whose rows
 * stand still is never.
 */
export function loadSearchForms(): (title: string, also: readonly string[]) => SearchForms {
  if (!dictionary) {
    dictionary = createRequire(import.meta.url)("pinyin-pro") as typeof PinyinPro;
    dictionary.customPinyin(readings);
  }
  const { pinyin } = dictionary;
  const syllablesOf = (text: string): string[] => pinyin(text, { toneType: "none", type: "array", v: true }).map((syllable) => syllable.toLowerCase()).filter((syllable) => /^[a-z0-9]+$/.test(syllable));
  return (title, also) => {
    const name = normalised(title);
    const codes = also.map(normalised);
    const syllables = syllablesOf(name);
    return {
      name,
      size: [...name].length,
      codes: `\n${codes.map((code) => `${code}\n`).join("")}`,
      pinyin: syllables.join(" "),
      initials: syllables.map(([letter]) => letter).join(""),
      grams: [...new Set([...gramsOf(name), ...beginningsOf(name, lengths.title).map((beginning) => marks.title + beginning), ...codes.flatMap(codeGrams), ...syllableGrams(syllables)])],
    };
  };
}

const codeGrams = (code: string): string[] => [marks.wholeCode + code, ...beginningsOf(code, lengths.code).map((beginning) => marks.code + beginning)];

function syllableGrams(syllables: readonly string[]): string[] {
  const initials = syllables.map(([letter]) => letter).join("");
  const shorter = Array.from({ length: lettersWithin - 1 }, (_, place) => place + 1);
  return [
    ...beginningsOf(syllables.join(""), shorter).map((letters) => marks.pinyinStart + letters),
    ...beginningsOf(initials, shorter).map((letters) => marks.initialsStart + letters),
    ...syllables.flatMap((_, place) => [
      // A syllable has a letter at least, so that no more of them are needed than letters are kept.
      ...beginningsOf(syllables.slice(place, place + Math.max(...lengths.pinyin)).join(""), lengths.pinyin).map((letters) => marks.pinyin + letters),
      ...beginningsOf(initials.slice(place), lengths.initials).map((letters) => marks.initials + letters),
    ]),
  ];
}

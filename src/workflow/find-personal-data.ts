import type { Entity } from "../catalog/node-type.ts";
import { findPersonalData, type Finding } from "../policy/personal-data.ts";
import { findingWords, isDoubtful } from "./finding-words.ts";
import { reasonName } from "./machine.ts";
import type { PublicWords } from "./public-words.ts";
import type { UserError } from "./user-error.ts";
import type { Values } from "./workflow.ts";

/** What a number in an address of the net is far more often than somebody's: that of a page. */
const numbersOfPages: readonly Finding["kind"][] = ["TELEPHONE", "BANK_ACCOUNT"];

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

/** An address as whoever opens it reads it: 张三 for %E5%BC%A0%E4%B8%89. */
function readable(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Where a text seems to hold personal data; in an address, places are those of what is read. */
const findingsIn = (text: string): readonly Finding[] =>
  isAddress(text) ? findPersonalData(readable(text)).filter(({ kind }) => !numbersOfPages.includes(kind)) : findPersonalData(text);

/** The texts of a value: itself, or the items of a list. */
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === "string");

/** A finding in a field. */
export interface Found {
  readonly key: string;
  readonly finding: Finding;
}

/**
 * What seems to be personal data in words of a row that are to be public: where, and what kind. A name is let where the law lets the field name
 * somebody, and what words alone make suspicious where whoever asks gives a reason.
 *
 * @param given what whoever asks gives, the reason among it
 */
export function foundIn({ fields }: Entity, words: readonly string[], values: Values, given: Values): readonly Found[] {
  const isExplained = typeof given[reasonName] === "string" && given[reasonName].trim() !== "";
  const isLet = (key: string, finding: Finding): boolean => (isExplained && isDoubtful(finding)) || (fields[key]!.basis !== null && finding.kind === "PERSON_NAME");
  return words.flatMap((key) => textsOf(values[key]).flatMap(findingsIn).filter((finding) => !isLet(key, finding)).map((finding) => ({ key, finding })));
}

/** What is said of a finding, at a place of the input. */
export const personalData = (field: string, words: UserError["words"]): UserError => ({ code: "PERSONAL_DATA", field: ["input", field], words });

/** What is looked at: the words that an event makes public, which of them it takes, and whether it takes a reason. */
export interface Looked {
  readonly type: Entity;
  readonly words: PublicWords;
  readonly takes: readonly string[];
  readonly isExplainable: boolean;
}

/**
 * What is told of personal data in the words that an event makes public: of those of the row, and of the reason, which cannot explain itself.
 *
 * @param given what whoever asks gives, and what the command has made of it
 * @param standing what the row says where nothing is given
 */
export function personalDataIn({ type, words, takes, isExplainable }: Looked, given: Values, standing: Values): readonly UserError[] {
  const values = Object.fromEntries(words.fields.map((key) => [key, given[key] ?? standing[key]]));
  const found = foundIn(type, words.fields, values, given).map(({ key, finding }) => {
    const isGiven = takes.includes(key);
    return personalData(isGiven ? key : "id", findingWords(key, finding, { isGiven, isExplainable }));
  });
  const inReason = words.reason ? textsOf(given[reasonName]).flatMap(findingsIn) : [];
  return [...found, ...inReason.map((finding) => personalData(reasonName, findingWords(reasonName, finding, { isGiven: true, isExplainable: false })))];
}

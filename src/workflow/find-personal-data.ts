import type { Entity } from "../catalog/node-type.ts";
import { findPersonalData, type Finding } from "../policy/personal-data.ts";
import { findingWords, isDoubtful } from "./finding-words.ts";
import type { KnownNames } from "./known-names.ts";
import { reasonName } from "./machine.ts";
import type { PublicWords } from "./public-words.ts";
import type { UserError } from "./user-error.ts";
import type { Values } from "./workflow.ts";

/** Who is asked for names of persons. */
interface Knowing {
  readonly knownNames: KnownNames;
}

/** A text as it is read: of an address of the net 张三 for %E5%BC%A0%E4%B8%89. */
interface Reading {
  readonly text: string;
  readonly isAddress: boolean;
}

/** A finding in a field. */
export interface Found {
  readonly key: string;
  readonly finding: Finding;
}

/** What a number in an address is far more often than somebody's: that of a page. */
const numbersOfPages: readonly Finding["kind"][] = ["TELEPHONE", "BANK_ACCOUNT"];

function readingOf(text: string): Reading {
  if (!/^https?:\/\/\S+$/i.test(text)) return { text, isAddress: false };
  try {
    return { text: decodeURIComponent(text), isAddress: true };
  } catch {
    return { text, isAddress: true };
  }
}

/** The texts of a value: itself, or the items of a list. */
const readingsOf = (value: unknown): readonly Reading[] => (Array.isArray(value) ? value : [value]).flatMap((each) => (typeof each === "string" ? [readingOf(each)] : []));

/** What seems to be personal data in values, by their keys: where, and what kind. Names of office-holders are found wherever they stand. */
async function findIn({ knownNames }: Knowing, values: Values): Promise<readonly Found[]> {
  const read = Object.entries(values).flatMap(([key, value]) => readingsOf(value).map((reading) => ({ key, ...reading })));
  const names = await knownNames(read.map(({ text }) => text));
  return read.flatMap(({ key, text, isAddress }) => findPersonalData(text, { names }).filter(({ kind }) => !(isAddress && numbersOfPages.includes(kind))).map((finding) => ({ key, finding })));
}

/**
 * What seems to be personal data in words of a row that are to be public. A name is let where the law lets the field name somebody, and what words alone
 * make suspicious where whoever asks gives a reason.
 *
 * @param words the fields that are looked at
 * @param values what stands in them
 * @param given what whoever asks gives, the reason among it
 */
export async function foundIn(knowing: Knowing, { fields }: Entity, words: readonly string[], values: Values, given: Values): Promise<readonly Found[]> {
  const isExplained = typeof given[reasonName] === "string" && given[reasonName].trim() !== "";
  const found = await findIn(knowing, Object.fromEntries(words.map((key) => [key, values[key]])));
  return found.filter(({ key, finding }) => !(isExplained && isDoubtful(finding)) && !(fields[key]!.basis !== null && finding.kind === "PERSON_NAME"));
}

/** What is told of a finding, at a place of the input. */
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
export async function personalDataIn(knowing: Knowing, { type, words, takes, isExplainable }: Looked, given: Values, standing: Values): Promise<readonly UserError[]> {
  const values = Object.fromEntries(words.fields.map((key) => [key, given[key] ?? standing[key]]));
  const inRow = await foundIn(knowing, type, words.fields, values, given);
  const inReason = words.reason ? await findIn(knowing, { [reasonName]: given[reasonName] }) : [];
  return [
    ...inRow.map(({ key, finding }) => {
      const isGiven = takes.includes(key);
      return personalData(isGiven ? key : "id", findingWords(key, finding, { isGiven, isExplainable }));
    }),
    ...inReason.map(({ finding }) => personalData(reasonName, findingWords(reasonName, finding, { isGiven: true, isExplainable: false }))),
  ];
}

import { findKnownNames, findNamesInContext } from "./personal-data/find-names.ts";
import { findNumbers } from "./personal-data/find-numbers.ts";
import { findPhrases, type PhraseKind } from "./personal-data/find-phrases.ts";
import { foldText, originalPlace, withoutMatches, type FoldedText, type Stretch } from "./personal-data/folded-text.ts";
import type { NumberKind } from "./personal-data/find-numbers.ts";

/** What can tell the public who somebody is, or what only concerns that person. EMAIL stands for accounts of messengers (QQ, 微信) as well. */
export type PersonalDataKind = NumberKind | PhraseKind | "PERSON_NAME";

/** One place in a text where personal data may stand, in Unicode characters from 0. It never holds the characters themselves, so that it can be logged and answered. */
export interface Finding {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly length: number;
}

/** Numbers exclude each other: what is somebody's identity number is not a telephone as well. */
const numbers: readonly PersonalDataKind[] = ["IDENTITY_NUMBER", "BANK_ACCOUNT", "TELEPHONE"];

const blanksInNames = /(?<=\p{Script=Han})[ \t]{1,4}(?=\p{Script=Han})/gu;
const blanksAndDots = /[\s·•・‧∙⋅]/g;

const overlaps = (one: Finding, other: Finding): boolean => one.start < other.start + other.length && other.start < one.start + one.length;

/** The findings in the order of the text, each once: of overlapping ones of a kind the first that was found, and of numbers the kind that comes first. */
function settle(findings: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const isNumber = numbers.includes(finding.kind);
    if (!kept.some((other) => (other.kind === finding.kind || (isNumber && numbers.includes(other.kind))) && overlaps(other, finding))) kept.push(finding);
  }
  return kept.sort((one, other) => one.start - other.start || numbers.indexOf(one.kind) - numbers.indexOf(other.kind));
}

/**
 * Where a text that is to be published may hold personal data (公开审查中的个人信息检查): numbers that identify people, ways to reach them, their homes, property
 * and health, and names. A name is found wherever it is one of `known.names`, and otherwise by what stands around it; names hidden as the masking rules say
 * (赵某) are none. A person decides about each finding: the scan is tuned for few misses, since a false alarm costs a click and a miss publishes a private fact,
 * but no scan finds every name. Numbers of bodies and documents (统一社会信用代码, 文号, project codes, amounts, dates) are no findings.
 *
 * See 个人信息保护法, articles 25 and 28, and 最高人民法院关于人民法院在互联网公布裁判文书的规定, articles 8 to 10.
 */
export function findPersonalData(text: string, known: { readonly names: readonly string[] } = { names: [] }): readonly Finding[] {
  const folded = foldText(text);
  const findings: Finding[] = [];
  const add = (kind: PersonalDataKind, stretch: Stretch, within: FoldedText = folded) => findings.push({ kind, ...originalPlace(within, stretch) });
  for (const { kind, ...stretch } of findNumbers(folded.text)) add(kind, stretch);
  for (const { kind, ...stretch } of findPhrases(folded.text)) add(kind, stretch);
  const squeezed = withoutMatches(folded, blanksAndDots);
  for (const stretch of findKnownNames(squeezed, known.names)) add("PERSON_NAME", stretch, squeezed);
  for (const stretch of findNamesInContext(folded.text)) add("PERSON_NAME", stretch);
  const closed = withoutMatches(folded, blanksInNames);
  if (closed.text !== folded.text) for (const stretch of findNamesInContext(closed.text)) add("PERSON_NAME", stretch, closed);
  return settle(findings);
}

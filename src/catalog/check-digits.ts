/** Check characters of the identifiers that records of all bodies carry. Form and check only: whether a code was ever given out, no sum can tell. */

/** GB 32100-2015: digits and capital letters without I, O, S, V, Z; the value of a character is its place. */
export const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const usccForm = /^[1-9A-HJ-NP-RTUWXY][0-9A-HJ-NP-RTUWXY]\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;
const organizationForm = /^[0-9A-Z]{8}[0-9X]$/;
const identityForm = /^[1-9]\d{16}[0-9X]$/;

const weighted = (values: readonly number[], weights: readonly number[]): number => weights.reduce((sum, weight, place) => sum + weight * values[place]!, 0);

/** The 18th character of a unified social credit code (统一社会信用代码), from the first 17. See GB 32100-2015, 5. */
export function usccCheck(first17: string): string {
  const sum = weighted([...first17].map((character) => usccAlphabet.indexOf(character)), usccWeights);
  return usccAlphabet[(31 - (sum % 31)) % 31]!;
}

/** The 9th character of an organisation code (组织机构代码), from the first 8; here letters count on from 10 without a gap. See GB 11714-1997. */
export function organizationCodeCheck(first8: string): string {
  const sum = weighted([...first8].map((character) => parseInt(character, 36)), organizationWeights);
  return "0123456789X0"[11 - (sum % 11)]!;
}

/** The 18th character of a citizen identity number (公民身份号码), from the first 17. See GB 11643-1999. */
export function identityNumberCheck(first17: string): string {
  return "10X98765432"[weighted([...first17].map(Number), identityWeights) % 11]!;
}

/** Whether the text is an organisation code with the right check character. */
export const isOrganizationCode = (text: string): boolean => organizationForm.test(text) && organizationCodeCheck(text.slice(0, 8)) === text[8];

/**
 * Whether the text is a unified social credit code: registration authority, kind, six digits for the division, organisation code and check
 * character. Authorities and kinds are not compared with the table of the standard, which grows by amendments. The inner code's own check must hold as well: characters 9 to 17 are an organisation code.
 */
export const isUscc = (text: string): boolean => usccForm.test(text) && isOrganizationCode(text.slice(8, 17)) && usccCheck(text.slice(0, 17)) === text[17];

/** Whether the text is a citizen identity number: a day of birth that exists in the calendar and the right check character. */
export function isIdentityNumber(text: string): boolean {
  if (!identityForm.test(text)) return false;
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && identityNumberCheck(text.slice(0, 17)) === text[17];
}

import { identityNumberCheck, organizationCodeCheck, usccAlphabet, usccCheck } from "../../catalog/check-digits.ts";
import { chanceOf, type Chance } from "./chance.ts";

/** Codes with right check characters that belong to nobody. */

/** Registration authority and kind: a state organ, a public institution, an enterprise, a sole trader. */
export type UsccPrefix = "11" | "12" | "91" | "92";

/** A unified social credit code; the organisation code in it begins with XXX, which marks it as a demonstration one. */
export function demonstrationUscc(prefix: UsccPrefix, divisionCode: string, name: string): string {
  const chance = chanceOf(`uscc/${divisionCode}/${name}`);
  const first8 = `XXX${Array.from({ length: 5 }, () => chance.pick([...usccAlphabet])).join("")}`;
  const first17 = prefix + divisionCode + first8 + organizationCodeCheck(first8);
  return first17 + usccCheck(first17);
}

/** GB/T 2260 has no division 519999, so that the number can't be anyone's. */
export const unusedAreaCode = "519999";

/** A citizen identity number: odd sequence numbers are men's, even ones women's. */
export function demonstrationIdentityNumber(birthDate: string, gender: "MALE" | "FEMALE", chance: Chance): string {
  const sequence = chance.whole(0, 499) * 2 + (gender === "MALE" ? 1 : 0);
  const first17 = unusedAreaCode + birthDate.replaceAll("-", "") + sequence.toString().padStart(3, "0");
  return first17 + identityNumberCheck(first17);
}

/** Industry (GB/T 4754) that a project code carries. */
export type Industry = "48" | "65" | "77" | "39";

/** Code of a government-investment project: year, division, industry, 01 for approval, and a number that begins with 99 in all demonstration ones. */
export const projectCode = (year: number, divisionCode: string, industry: Industry, serial: number): string =>
  `${year}-${divisionCode}-${industry}-01-99${serial.toString().padStart(4, "0")}`;

import { identityNumberCheck, organizationCodeCheck, usccAlphabet, usccCheck } from "../../catalog/check-digits.ts";
import { addDays } from "../demonstration/chance.ts";

/**
 * Codes with right check characters that belong to nobody, one for each number, so that none is given twice however many there are. They differ from
 * those of the demonstration data, beside which they stand.
 */

/** Numbers for which `seedUscc` has codes. */
const usccNumbers = usccAlphabet.length ** 5;

/** Turns running numbers into scattered ones; it has no divisor in common with the numbers that there are. */
const scatter = 7_368_787;

/** The unified social credit code of the made-up firm with this number; the organisation code in it begins with YYY. */
export function seedUscc(divisionCode: string, number: number): string {
  if (number >= usccNumbers) throw new Error(`There are ${usccNumbers} made-up codes, and none for number ${number}.`);
  let rest = (number * scatter) % usccNumbers;
  let tail = "";
  for (let place = 0; place < 5; place += 1) {
    tail += usccAlphabet[rest % usccAlphabet.length]!;
    rest = Math.floor(rest / usccAlphabet.length);
  }
  const first17 = `91${divisionCode}YYY${tail}${organizationCodeCheck(`YYY${tail}`)}`;
  return first17 + usccCheck(first17);
}

/** GB/T 2260 has no division 519998, so that the number can't be anyone's; the demonstration data has 519999. */
const seedAreaCode = "519998";

const firstBirthday = "1966-01-01";
const birthdays = 13_001;
const slots = birthdays * 1_000;

/** Who the made-up official with this number is, as far as the identity number says. */
export interface SeedIdentity {
  readonly idNumber: string;
  readonly birthDate: string;
  readonly gender: "MALE" | "FEMALE";
}

/** One identity for each number: odd sequence numbers are men's, even ones women's. */
export function seedIdentity(number: number): SeedIdentity {
  if (number >= slots) throw new Error(`There are ${slots} made-up identity numbers, and none for number ${number}.`);
  const slot = (number * scatter) % slots;
  const birthDate = addDays(firstBirthday, Math.floor(slot / 1_000));
  const first17 = seedAreaCode + birthDate.replaceAll("-", "") + (slot % 1_000).toString().padStart(3, "0");
  return { idNumber: first17 + identityNumberCheck(first17), birthDate, gender: slot % 2 === 1 ? "MALE" : "FEMALE" };
}

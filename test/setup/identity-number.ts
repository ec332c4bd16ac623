import { identityNumberCheck } from "../../src/catalog/check-digits.ts";
import { unusedAreaCode } from "../../src/exchange/demonstration/codes.ts";

/** An identity number with the right check character of somebody born on 1988-08-08 whom there can't be, since no division has the area code. */
export function identityNumber(sequence: number): string {
  const first17 = `${unusedAreaCode}19880808${sequence.toString().padStart(3, "0")}`;
  return first17 + identityNumberCheck(first17);
}

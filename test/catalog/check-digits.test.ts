import { describe, expect, it } from "vitest";
import { identityNumberCheck, isIdentityNumber, isOrganizationCode, isUscc, organizationCodeCheck, usccAlphabet, usccCheck } from "../../src/catalog/check-digits.ts";

/** Every text that differs from the given one in one character of the alphabet. */
const oneCharacterOff = (text: string, alphabet: string): string[] =>
  [...text].flatMap((own, place) => [...alphabet].filter((other) => other !== own).map((other) => text.slice(0, place) + other + text.slice(place + 1)));

describe("Unified social credit codes (GB 32100-2015)", () => {
  it.each(["91350100M000100Y43", "91320322MABLP2X24R", "914101086905876455"])("%s is valid", (code) => {
    expect(isUscc(code)).toBe(true);
    expect(usccCheck(code.slice(0, 17))).toBe(code[17]);
  });
  it.each([
    ["91350100M000100Y4Z", "the widely copied counter-example, whose check character is not even in the alphabet"],
    ["91310115MA1H8R7C6D", "a wrong check character"],
    ["91350100m000100y43", "small letters"],
    ["91350100M000100Y4", "17 characters"],
    ["91350100M000100Y43 ", "a blank at the end"],
    ["913501O0M000100Y43", "a letter O among the digits of the division"],
    ["", "nothing"],
  ])("%s is not: %s", (code) => expect(isUscc(code)).toBe(false));
  it("finds every single mistyped character", () => {
    expect(oneCharacterOff("91350100M000100Y43", usccAlphabet).filter(isUscc)).toEqual([]);
  });
  it("refuses a code whose inner organisation code fails its own check, though the outer check holds", () => {
    const first17 = "91350100M000100Y5";
    expect(isUscc(first17 + usccCheck(first17))).toBe(false);
  });
});

describe("Organisation codes (GB 11714-1997)", () => {
  it("knows the three outcomes of its check: a digit, X for 10 and 0 for 11", () => {
    expect(organizationCodeCheck("M000100Y")).toBe("4");
    expect(organizationCodeCheck("00000006")).toBe("X");
    expect(organizationCodeCheck("00000000")).toBe("0");
    expect(["M000100Y4", "00000006X", "000000000"].every(isOrganizationCode)).toBe(true);
  });
});

describe("Citizen identity numbers (GB 11643-1999)", () => {
  it.each(["11010519491231002X", "440524188001010014"])("%s is valid", (number) => {
    expect(isIdentityNumber(number)).toBe(true);
    expect(identityNumberCheck(number.slice(0, 17))).toBe(number[17]);
  });
  it.each(["110105194912310021", "11010519491231002x", "1101051949123100", "01010519491231002X", ""])("%s is not", (number) => expect(isIdentityNumber(number)).toBe(false));
  it("refuses a day that the calendar does not have", () => {
    const first17 = "51999919990229001";
    expect(isIdentityNumber(first17 + identityNumberCheck(first17))).toBe(false);
  });
});

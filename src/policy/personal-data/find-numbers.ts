import { identityNumberCheck, isIdentityNumber, isUscc } from "../../catalog/check-digits.ts";
import type { Stretch } from "./folded-text.ts";
import { inDigits, type NumberWindow, windowsOf } from "./number-windows.ts";

/** What a number can be, in the order in which a number of several readings is taken. */
export type NumberKind = "IDENTITY_NUMBER" | "BANK_ACCOUNT" | "TELEPHONE";

const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
const startsWithDay = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/;

const ofIdentity = /(身份证|身份号码|证件号)[^。;\n]{0,10}$/;
const ofAccount = /([账帐][号户]|卡号|银行卡|开户)[^。;\n]{0,16}$/;
const ofTelephone = /(电话|手机|座机|联系方式|传真|tel|phone|mobile)[^。;\n\d]{0,12}$/i;
const ofCode = /((代码|编号|文号|案号|字号|流水号|订单号|[同目准证照]号|备|第)[:为是\s]{0,3}|[A-Z][-/]?)$/;
const ofAmount = /((金额|[价货欠税本罚]款|价格?|人民币|[共合总]计)[:为是约计共\s]{0,3}|([¥$]|RMB|CNY)\s?)$/i;
const measured = /^(\.\d+)?\s*[百千万亿]*\s*(元|美元|欧元|%|‰|平方米|m2|亩|公里|千米|吨|人次|万|亿)/;

/** Whether eight digits are a day that exists in the calendar; six are one of the last century. */
function isDay(digits: string): boolean {
  const full = digits.length === 6 ? `19${digits}` : digits;
  const day = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`;
  return startsWithDay.test(full) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** Whether the digits satisfy the sum that card numbers do (ISO/IEC 7812-1, Luhn). */
const isLuhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, place) => sum + (place % 2 === 0 ? Number(digit) : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]!), 0) % 10 === 0;

const isPlain = ({ groups }: NumberWindow): boolean => groups.length === 1;

/** All groups of one length, the last one perhaps shorter. */
const isEven = ({ groups }: NumberWindow): boolean => groups.every((length, place) => length === groups[0] || (place === groups.length - 1 && length < groups[0]!));

/** A letter that stands at the number makes it a part of a code. */
const isInCode = ({ before, after }: NumberWindow): boolean => ofCode.test(before) || /^[A-Za-z]/.test(after);

/**
 * Whether it is an identity number. The day of birth or the check character may be mistyped, not both. A credit code reads as an identity number by accident
 * only; one that reads as both in every character is somebody's number unless it is called a code.
 */
function isIdentity(window: NumberWindow): boolean {
  const { digits, groups, before, after } = window;
  if (measured.test(after)) return false;
  const isProvince = provinces.test(digits);
  if (/^\d{15}$/.test(digits)) return isProvince && isDay(digits.slice(6, 12)) && !isInCode(window) && !ofAmount.test(before) && (isEven(window) || groups[0] === 6);
  if (!/^\d{17}[\dX]$/.test(digits) || (isUscc(digits) && (!isIdentityNumber(digits) || ofCode.test(before)))) return false;
  const isBorn = isDay(digits.slice(6, 14));
  if (isBorn && isProvince) return true;
  return isPlain(window) && !isInCode(window) && (isBorn || (isProvince && identityNumberCheck(digits.slice(0, 17)) === digits[17]));
}

/** Whether it is called an identity number, however mistyped. */
const isSaidIdentity = ({ digits, before }: NumberWindow): boolean => ofIdentity.test(before) && digits.length >= 14 && digits.length <= 19;

/** Whether it reads as the number of a card: by its length, its grouping and its check digit. */
function isCard(window: NumberWindow): boolean {
  const { digits, groups, before, after } = window;
  if (!/^\d{13,19}$/.test(digits) || !isLuhn(digits) || isUscc(digits) || startsWithDay.test(digits)) return false;
  const isGrouped = isEven(window) ? isPlain(window) || groups[0] === 4 || groups[0] === 1 : digits.startsWith("62") && groups[0] === 6 && groups.length === 2;
  return isGrouped && !isInCode(window) && !ofAmount.test(before) && !measured.test(after);
}

/** Whether it is called an account: those of bodies have no check digit. */
const isSaidAccount = ({ digits, before }: NumberWindow): boolean => ofAccount.test(before) && /^\d{8,30}$/.test(digits) && !isUscc(digits);

/** Whether it is a telephone number, with or without the country's code: no network gives out 100, which marks made-up ones. */
function isTelephone(window: NumberWindow): boolean {
  const { digits, groups, before, after } = window;
  const isSaid = ofTelephone.test(before);
  if (!isSaid && (isInCode(window) || ofAmount.test(before) || measured.test(after))) return false;
  if (/^(00)?(86)?1[03-9]\d{9}$/.test(digits)) return groups[0]! >= 3 || isEven(window) || /^(00)?86$/.test(digits.slice(0, groups[0]));
  if (/^(86)?0(10|2\d|[3-9]\d\d)\d{7,8}$/.test(digits)) return isPlain(window) || groups[0] === (/^0(10|2)/.test(digits) ? 3 : 4);
  return isSaid && /^[1-9]\d{6,7}$/.test(digits) && (isPlain(window) || (groups[0]! >= 3 && groups.length === 2));
}

const rules: readonly (readonly [NumberKind, (window: NumberWindow) => boolean])[] = [
  ["IDENTITY_NUMBER", isIdentity],
  ["IDENTITY_NUMBER", isSaidIdentity],
  ["BANK_ACCOUNT", isCard],
  ["BANK_ACCOUNT", isSaidAccount],
  ["TELEPHONE", isTelephone],
];

/** Stars in the middle still show parts; how many characters there are tells what it is. */
const starred = /(?<![\d*])\d{2,}[*×xX●#]{3,}[\d*]*[xX]?/g;

function kindOfStarred(number: string, before: string): NumberKind | undefined {
  if (ofIdentity.test(before) || /^[1-9].{14}(.{3})?$/.test(number)) return "IDENTITY_NUMBER";
  if (ofAccount.test(before) || number.length >= 13) return "BANK_ACCOUNT";
  return ofTelephone.test(before) || /^1.{10}$/.test(number) ? "TELEPHONE" : undefined;
}

function* findIn(text: string): Generator<Stretch & { readonly kind: NumberKind }> {
  let taken = 0;
  for (const windows of windowsOf(text)) {
    if (windows[0]!.from < taken) continue;
    for (const [kind, isKind] of rules) {
      const window = windows.findLast(isKind);
      if (window === undefined) continue;
      yield { kind, from: window.from, to: window.to };
      taken = window.to;
      break;
    }
  }
}

/** Identity numbers, bank accounts and telephones in a folded text, in digits of any script and spelling. */
export function* findNumbers(text: string): Generator<Stretch & { readonly kind: NumberKind }> {
  yield* findIn(text);
  const written = inDigits(text);
  if (written !== text) yield* findIn(written);
  for (const { index, 0: number } of text.matchAll(starred)) {
    const kind = kindOfStarred(number, text.slice(Math.max(0, index - 28), index));
    if (kind !== undefined) yield { kind, from: index, to: index + number.length };
  }
}

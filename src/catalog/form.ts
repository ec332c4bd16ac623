import { isIdentityNumber, isUscc } from "./check-digits.ts";

/** What a text must look like beyond its type; said to whoever delivered one that does not. */
export interface Form {
  readonly en: string;
  readonly zh: string;
  readonly isValid: (text: string) => boolean;
}

/** GB 32100-2015: form, inner organisation code and check character. */
export const usccForm: Form = { en: "a unified social credit code of 18 characters with the right check character", zh: "校验位正确的18位统一社会信用代码", isValid: isUscc };

/** A code of an organisation: a trader as a natural person, code 92, has one of the same form and is none. */
export const organizationUsccForm: Form = {
  en: `${usccForm.en}; a trader as a natural person, whose code begins with 92, is no organisation`,
  zh: `${usccForm.zh}；以92开头的个体工商户不是机构`,
  isValid: (text) => isUscc(text) && !text.startsWith("92"),
};

/** GB 11643-1999: form, day of birth and check character. */
export const identityNumberForm: Form = { en: "a citizen identity number of 18 characters with a day of birth and the right check character", zh: "出生日期和校验位正确的18位公民身份号码", isValid: isIdentityNumber };

/** GB/T 2260 and GB/T 10114: six digits to the county, three more for a township. */
export const divisionCodeForm: Form = { en: "a division code of six digits, or nine for a township", zh: "6位行政区划代码，乡镇街道为9位", isValid: (text) => /^[1-9]\d{5}(\d{3})?$/.test(text) };

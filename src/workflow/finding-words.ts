import type { Finding, PersonalDataKind } from "../policy/personal-data.ts";
import type { Words } from "./user-error.ts";

const kinds: Readonly<Record<PersonalDataKind, Words>> = {
  IDENTITY_NUMBER: { en: "an identity number", zh: "公民身份号码" },
  TELEPHONE: { en: "a telephone number", zh: "电话号码" },
  EMAIL: { en: "an e-mail address or messenger account", zh: "电子邮箱或即时通信账号" },
  BANK_ACCOUNT: { en: "a bank account", zh: "银行账号" },
  VEHICLE_PLATE: { en: "a number plate", zh: "车辆号牌" },
  PROPERTY_CERTIFICATE: { en: "the number of a property certificate", zh: "不动产权属证书编号" },
  HOME_ADDRESS: { en: "a home address", zh: "家庭住址" },
  HEALTH: { en: "a fact about somebody's health", zh: "健康状况" },
  PERSON_NAME: { en: "a person's name", zh: "个人姓名" },
};

/** By words alone a text can seem to speak of a person who is none: a reviewer who says why is believed. A number cannot. */
const doubtful: readonly PersonalDataKind[] = ["PERSON_NAME", "HOME_ADDRESS", "HEALTH"];

/** Whether a reviewer may say that it is no personal data. */
export const isDoubtful = ({ kind }: Finding): boolean => doubtful.includes(kind);

/** What can be done about a finding: a text that is given can be written anew, and what is doubtful can be explained by another text than itself. */
export interface WayOut {
  readonly isGiven: boolean;
  readonly isExplainable: boolean;
}

/** What is told of a finding: where it is and what it looks like, never what it says. Characters are counted from 1. */
export function findingWords(field: string, finding: Finding, { isGiven, isExplainable }: WayOut): Words {
  const { en, zh } = kinds[finding.kind];
  const [first, last] = [finding.start + 1, finding.start + finding.length];
  const explained = isExplainable && isDoubtful(finding);
  const ways: Words = isGiven
    ? explained ? { en: "Rewrite it, or say in reason why it is no personal data.", zh: "请改写；确非个人信息的，请在 reason 中说明。" } : { en: "Rewrite it.", zh: "请改写。" }
    : explained ? { en: "It cannot be rewritten here: say in reason why it is no personal data.", zh: "此处不能改写；确非个人信息的，请在 reason 中说明。" } : { en: "It cannot be rewritten here, and must not become public.", zh: "此处不能改写，不得公开。" };
  return { en: `${field} seems to hold ${en} at characters ${first} to ${last}. ${ways.en}`, zh: `${field} 第 ${first} 至 ${last} 个字符疑似${zh}。${ways.zh}` };
}

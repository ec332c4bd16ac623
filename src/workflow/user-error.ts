import type { Language } from "../errors.ts";

/** What can be wrong with a change that somebody may ask for: the question was understood, and the answer is no. */
export const userErrorCodes = {
  NOT_FOUND: { en: "There is no such row that the asker may know of", zh: "对象不存在" },
  NOT_ALLOWED: { en: "Not for this asker on this row", zh: "无权办理" },
  SELF_APPROVAL: { en: "Nobody decides on what he has asked for", zh: "不得自行审批" },
  STALE_VERSION: { en: "The row has changed since", zh: "版本已更新" },
  FORBIDDEN_TRANSITION: { en: "Not possible in the state that the row is in", zh: "当前状态不允许" },
  REASON_REQUIRED: { en: "The reason must be said", zh: "须说明理由" },
  PERSONAL_DATA: { en: "A text that is to be public seems to hold personal data", zh: "公开文本疑似含有个人信息" },
  INVALID: { en: "A value is not lawful", zh: "取值不合规" },
} as const;

export type UserErrorCode = keyof typeof userErrorCodes;

/** A sentence in each language: about the rule and the field, never about a value. */
export type Words = Readonly<Record<Language, string>>;

/** Why a change was not made. */
export interface UserError {
  readonly code: UserErrorCode;
  /** Where in the input; null where it is about the change as such. */
  readonly field: readonly string[] | null;
  readonly words: Words;
}

/** A value of the input that is not lawful: its name, or its name and its place in the list. */
export const invalid = (field: string | readonly [string, number], words: Words): UserError => ({
  code: "INVALID",
  field: ["input", ...(typeof field === "string" ? [field] : [field[0], String(field[1])])],
  words,
});

/** The errors of the rules that are broken. */
export const brokenOf = (rules: readonly (readonly [isBroken: boolean, error: UserError])[]): readonly UserError[] => rules.flatMap(([isBroken, error]) => (isBroken ? [error] : []));

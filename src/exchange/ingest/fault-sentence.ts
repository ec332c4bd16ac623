import { faultCode, type FaultCode } from "./fault-code.ts";

/** The languages in which faults are told. */
export type FaultLanguage = "zh" | "en";

/**
 * A fault as whoever mends the row reads it: `统一社会信用代码：格式或者校验位不符合该列要求`. It begins with the column's header, so that a spreadsheet
 * takes it for text, and holds no value.
 *
 * @param header of the column; null where the fault is about the row as a whole
 */
export function faultSentence(code: FaultCode, header: string | null, language: FaultLanguage): string {
  const { zh, en } = faultCode.codes[code];
  return language === "zh" ? `${header ?? "整行"}：${zh}` : `${header ?? "Row"}: ${en}`;
}

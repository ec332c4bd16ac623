import { isEnumType, isInputObjectType, type GraphQLNamedInputType } from "graphql";
import type { Language } from "../errors.ts";

type Words = Readonly<Record<Language, string>>;

/** Codes or fields that are named in a sentence; of longer lists the catalogue tells. */
const most = 40;

const forms: Readonly<Record<string, Words>> = {
  Date: { en: "a day is written as \"2026-04-01\"", zh: "日期写作 \"2026-04-01\"" },
  DateTime: { en: "a moment is written as \"2026-04-01T09:30:00+08:00\"", zh: "时间写作 \"2026-04-01T09:30:00+08:00\"" },
  Decimal: { en: "a number is written as a text such as \"1250000.00\", without separators", zh: "数字以文本形式写作 \"1250000.00\"，不带千分位" },
  Int: { en: "a whole number, without quotation marks", zh: "整数，不加引号" },
};

/** How a value of a type is written: its form, its codes or its fields; null where the type's name says it. */
export function expectedValue(type: GraphQLNamedInputType): Words | null {
  if (isEnumType(type)) return listed(type.getValues().map(({ name }) => name), { en: "it is one of", zh: "取值为" });
  if (isInputObjectType(type)) return listed(Object.keys(type.getFields()), { en: "its fields are", zh: "其字段为" });
  return forms[type.name] ?? null;
}

const listed = (names: readonly string[], { en, zh }: Words): Words | null => (names.length > most ? null : { en: `${en} ${names.join(", ")}`, zh: `${zh} ${names.join("、")}` });

import type { Chance } from "./chance.ts";

/**
 * Names of people who don't exist. Given names are the sixty terms of the sexagenary cycle, which read as Chinese and which nobody takes for
 * an office-holder's: 王甲子, 欧阳辛巳.
 */
const surnames = "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 欧阳 司马".split(" ");
const stems = [..."甲乙丙丁戊己庚辛壬癸"];
const branches = [..."子丑寅卯辰巳午未申酉戌亥"];

/** Ethnic groups at home in Sichuan, with the first parts of names that are usual among them. */
const minorities = [
  { ethnicity: "藏族", first: ["扎西", "卓玛", "尼玛", "索朗"] },
  { ethnicity: "彝族", first: ["阿木", "阿依", "吉克", "沙马"] },
  { ethnicity: "羌族", first: ["尔玛", "木姐"] },
] as const;

/** Terms of the cycle. */
export const terms = 60;

/** The term at a place of the cycle, counted from 0. */
export const termAt = (place: number): string => `${stems[place % 10]}${branches[place % 12]}`;

const cyclic = (chance: Chance): string => termAt(chance.whole(0, terms - 1));

/** A person's name that is plainly made up. */
export const personName = (chance: Chance): string => chance.pick(surnames) + cyclic(chance);

/** A person as a name and an ethnic group; `minority` says in how many of a hundred cases it is not 汉族. */
export function person(chance: Chance, minority: number): { readonly name: string; readonly ethnicity: string } {
  if (!chance.percent(minority)) return { name: personName(chance), ethnicity: "汉族" };
  const { ethnicity, first } = chance.pick(minorities);
  return { name: `${chance.pick(first)}·${cyclic(chance)}`, ethnicity };
}

/** Name of a firm that doesn't exist; 示例 ("example") says so. */
export const firmName = (place: string, chance: Chance, trade: string): string => `${place}示例${cyclic(chance)}${trade}有限公司`;

/** A landline: no subscriber's number begins with 0. */
export const landline = (areaCode: string, chance: Chance): string => `${areaCode}-0000${chance.digits(4)}`;

/** A mobile number: no network has the prefix 100. */
export const mobile = (chance: Chance): string => `100${chance.digits(8)}`;

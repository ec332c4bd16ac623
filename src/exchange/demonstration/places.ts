import type { Division } from "../reference/read-divisions.ts";

/** The divisions that the demonstration data is about, found by code. */
export interface Places {
  readonly all: readonly Division[];
  of(code: string): Division;
  /** The divisions directly below, in the order of their codes. */
  below(code: string): readonly Division[];
}

export function placesOf(all: readonly Division[]): Places {
  const byCode = new Map(all.map((division) => [division.code, division]));
  const children = Map.groupBy(all, (division) => division.parentCode);
  return {
    all,
    of(code) {
      const division = byCode.get(code);
      if (!division) throw new Error(`There is no division ${code}.`);
      return division;
    },
    below: (code) => children.get(code) ?? [],
  };
}

/** The name as it stands before that of a body: districts (区) share names, and are told apart by their city's. */
export const placeName = (division: Division, places: Places): string =>
  division.level === "COUNTY" && division.name.endsWith("区") ? places.of(division.parentCode!).name + division.name : division.name;

/** Province, prefectures and counties whose governments have departments here; the other governments stand alone. */
export const staffed: readonly string[] = Object.freeze([
  "510000", // 四川省
  "510100", // 成都市
  "510104", // 锦江区, the showcase
  "510107", // 武侯区
  "510185", // 简阳市
  "510700", // 绵阳市
  "510703", // 涪城区
  "510781", // 江油市
  "513200", // 阿坝藏族羌族自治州
  "513201", // 马尔康市
  "513223", // 茂县
]);

/** Telephone area codes by prefecture; the province's bodies sit in Chengdu. */
const areaCodes: Readonly<Record<string, string>> = { "5101": "028", "5107": "0816", "5132": "0837" };

export const areaCodeOf = (divisionCode: string): string => areaCodes[divisionCode.slice(0, 4)] ?? "028";

import { chanceOf } from "../demonstration/chance.ts";
import type { Places } from "../demonstration/places.ts";
import type { Division } from "../reference/read-divisions.ts";

/** People by prefecture in ten thousands, roughly as the census of 2020 counted them: what happens somewhere goes with how many live there. */
const people: Readonly<Record<string, number>> = {
  "510100": 2094, "510300": 249, "510400": 121, "510500": 425, "510600": 346, "510700": 487, "510800": 231, "510900": 281, "511000": 314, "511100": 316, "511300": 561,
  "511400": 296, "511500": 459, "511600": 325, "511700": 539, "511800": 143, "511900": 271, "512000": 231, "513200": 82, "513300": 111, "513400": 486,
};

/** Shares of the province's and the prefectures' own bodies in what happens, of a hundred. */
const ofProvince = 4;
const ofPrefecture = 22;

/** A division with its share in what happens in the province. */
export interface Weighted {
  readonly division: Division;
  readonly weight: number;
}

/** The province, its prefectures and counties, each with its share; districts (区) and cities (市) have more than counties. */
export function weightedDivisions(places: Places): readonly Weighted[] {
  const all = Object.values(people).reduce((sum, each) => sum + each, 0);
  const province = places.all.find(({ level }) => level === "PROVINCE")!;
  return [
    { division: province, weight: ofProvince },
    ...places.below(province.code).flatMap((prefecture) => {
      const share = ((100 - ofProvince) * people[prefecture.code]!) / all;
      const counties = places.below(prefecture.code).filter(({ level }) => level === "COUNTY");
      const sizes = counties.map(({ code, name }) => chanceOf(`size/${code}`).whole(50, 150) * (name.endsWith("区") ? 1.6 : name.endsWith("市") ? 1.3 : 1));
      const sum = sizes.reduce((total, size) => total + size, 0);
      return [
        { division: prefecture, weight: (share * ofPrefecture) / 100 },
        ...counties.map((division, place) => ({ division, weight: (share * (100 - ofPrefecture) * sizes[place]!) / (100 * sum) })),
      ];
    }),
  ];
}

/** Parts a number by weights into whole numbers that add up to it. */
export function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let [so, given] = [0, 0];
  return weights.map((weight) => {
    so += weight;
    const part = Math.round((total * so) / sum) - given;
    given += part;
    return part;
  });
}

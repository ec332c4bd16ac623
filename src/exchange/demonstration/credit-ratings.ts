import type { ratingOutlook } from "../../domains/debt/codelists.ts";
import type { DivisionLevel } from "../reference/read-divisions.ts";
import { bodyId } from "./bodies.ts";
import { chanceOf } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import { staffed, type Places } from "./places.ts";

type Outlook = (typeof ratingOutlook.values)[number];

/** Agencies that do not exist; 示例 says so. */
const agencies = ["示例甲子资信评估有限公司", "示例乙丑信用评级有限公司"] as const;

const grades: Readonly<Record<DivisionLevel, readonly string[]>> = { PROVINCE: ["AAA"], PREFECTURE: ["AAA", "AA+", "AA+", "AA"], COUNTY: ["AA+", "AA", "AA", "AA-"], TOWNSHIP: [] };
const outlooks: readonly Outlook[] = ["STABLE", "STABLE", "STABLE", "STABLE", "POSITIVE", "NEGATIVE"];

/** Rows of GovernmentCreditRating: of the province, the prefectures and the counties with departments here, made up and unrelated to any other figure. */
export const creditRatingRows = (places: Places) =>
  places.all
    .filter(({ code, level }) => level === "PROVINCE" || level === "PREFECTURE" || staffed.includes(code))
    .flatMap(({ code, level }) =>
      agencies.flatMap((agency, place) =>
        [2024, 2025, 2026].map((year) => {
          const name = `credit-rating/${code}/${place}/${year}`;
          const chance = chanceOf(name);
          const ratedOn = chance.day(`${year}-05-01`, `${year}-07-31`);
          return {
            ...envelopeOf("GCR", name, { sourceOrganizationId: bodyId("510000", "finance"), sourceSystem: "地方政府债务管理系统", documentDate: ratedOn, validFrom: ratedOn }),
            divisionCode: code,
            agency,
            // A grade seldom changes: it is drawn once for all years, the outlook every year.
            grade: chanceOf(`credit-grade/${code}/${place}`).pick(grades[level]),
            outlook: chance.pick(outlooks),
            ratedOn,
          };
        }),
      ),
    );

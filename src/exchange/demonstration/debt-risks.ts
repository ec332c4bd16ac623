import type { debtRiskLevel } from "../../domains/debt/codelists.ts";
import { bodyId } from "./bodies.ts";
import { debtProvenance } from "./bonds.ts";
import { chanceOf } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import type { Places } from "./places.ts";
import type { ThresholdOn } from "./thresholds.ts";

export type DebtRiskLevel = (typeof debtRiskLevel.values)[number];

/** The stable name of an assessment, from which its identifier follows. */
export const riskName = (divisionCode: string, year: number): string => `debt-risk/${divisionCode}/${year}`;

/** Debt ratios that are made up for each level, in whole percent, well within what the policy of the day calls by it. */
function ratiosOn(day: string, thresholdOn: ThresholdOn): Readonly<Record<DebtRiskLevel, readonly [least: number, most: number]>> {
  const [yellow, orange, red] = [thresholdOn("debt.ratio.yellow", day), thresholdOn("debt.ratio.orange", day), thresholdOn("debt.ratio.red", day)];
  return { GREEN: [40, yellow - 2], YELLOW: [yellow + 2, orange - 2], ORANGE: [orange + 2, red - 2], RED: [red + 2, red + 80] };
}

/** How often a level comes is no finding either. */
const frequency: readonly DebtRiskLevel[] = ["GREEN", "GREEN", "GREEN", "GREEN", "GREEN", "GREEN", "YELLOW", "YELLOW", "YELLOW", "ORANGE", "ORANGE", "RED"];

/** Rows of DebtRiskAssessment of every prefecture and county, all figures drawn by lot and unrelated to what is published of the division. */
export const debtRiskRows = (places: Places, decided: ReadonlyMap<string, DebtRiskLevel>, thresholdOn: ThresholdOn) =>
  places.all
    .filter(({ level }) => level === "PREFECTURE" || level === "COUNTY")
    .flatMap(({ code }) =>
      [2023, 2024, 2025].map((year) => {
        const name = riskName(code, year);
        const chance = chanceOf(name);
        const level = decided.get(name) ?? chance.pick(frequency);
        const percent = (least: number, most: number): string => (chance.whole(least * 100, most * 100) / 100).toFixed(2);
        return {
          ...envelopeOf("DRA", name, { ...debtProvenance, documentNo: `演示债险〔${year + 1}〕${chance.digits(4)}号`, documentDate: `${year + 1}-04-30`, validFrom: `${year}-12-31` }),
          year,
          divisionCode: code,
          governmentId: bodyId(code, "government"),
          debtRatio: percent(...ratiosOn(`${year}-12-31`, thresholdOn)[level]),
          serviceRatio: percent(3, 30),
          overdueRatio: level === "RED" || level === "ORANGE" ? percent(0, 6) : "0.00",
          level,
        };
      }),
    );

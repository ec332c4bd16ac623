import type { disclosedDocument } from "../../domains/debt/codelists.ts";
import type { Division } from "../reference/read-divisions.ts";
import { bodyId } from "./bodies.ts";
import { addDays, chanceOf, type Chance } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import { staffed, type Places } from "./places.ts";
import type { ThresholdOn } from "./thresholds.ts";

type Document = (typeof disclosedDocument.values)[number];

/** What is known of a duty where chance does not decide: approval, and after how many days it was published; null: not published yet. */
export interface DutyOutcome {
  readonly approvedOn: string;
  readonly publishedAfter: number | null;
}

/** The stable name of a duty, from which its identifier follows. */
export const dutyName = (divisionCode: string, document: Document, year: number): string => `disclosure-duty/${divisionCode}/${year}/${document}`;

interface Duty {
  readonly document: Document;
  readonly year: number;
  /** Between which days it is approved. */
  readonly approved: readonly [first: string, last: string];
}

/** The budget is approved at the beginning of its year, the final accounts in the summer after; limits in between. */
const everywhere: readonly Duty[] = [2025, 2026].flatMap((year): Duty[] => [
  { document: "BUDGET", year, approved: [`${year}-01-08`, `${year}-03-20`] },
  { document: "FINAL_ACCOUNTS", year: year - 1, approved: [`${year}-06-20`, `${year}-09-10`] },
]);
const ofStaffed: readonly Duty[] = [2025, 2026].flatMap((year): Duty[] => [
  { document: "LIMIT", year, approved: [`${year}-03-01`, `${year}-07-31`] },
  { document: "BALANCE", year: year - 1, approved: [`${year}-06-20`, `${year}-09-10`] },
]);
const ofProvince: readonly Duty[] = [2023, 2024, 2025, 2026].map((year): Duty => ({ document: "BOND", year, approved: [`${year}-03-01`, `${year}-05-31`] }));

const paths: Readonly<Record<Document, string>> = { BUDGET: "budget", FINAL_ACCOUNTS: "final-accounts", LIMIT: "debt-limit", BALANCE: "debt-balance", BOND: "bonds" };

/** Rows of DisclosureDuty of every government, due as the policy of the day of approval says; who published when is made up, and so are the addresses. */
export const disclosureDutyRows = (places: Places, decided: ReadonlyMap<string, DutyOutcome>, thresholdOn: ThresholdOn) =>
  places.all
    .filter(({ level }) => level !== "TOWNSHIP")
    .flatMap((division) =>
      [...everywhere, ...(staffed.includes(division.code) ? ofStaffed : []), ...(division.level === "PROVINCE" ? ofProvince : [])].map((duty) => dutyRow(division, duty, decided, thresholdOn)),
    );

function dutyRow({ code, level }: Division, { document, year, approved }: Duty, decided: ReadonlyMap<string, DutyOutcome>, thresholdOn: ThresholdOn) {
  const name = dutyName(code, document, year);
  const chance = chanceOf(name);
  const outcome = decided.get(name);
  const approvedOn = outcome?.approvedOn ?? chance.day(...approved);
  const days = thresholdOn("budget.publish", approvedOn);
  const publishedAfter = outcome ? outcome.publishedAfter : daysUntilPublished(chance, days);
  const isPublished = publishedAfter !== null;
  return {
    ...envelopeOf("DUT", name, {
      sourceOrganizationId: bodyId(level === "PROVINCE" || !staffed.includes(code) ? "510000" : code, "finance"),
      sourceSystem: "预算公开统一平台",
      documentNo: `演示人常〔${approvedOn.slice(0, 4)}〕${code}-${chance.digits(2)}号`,
      documentDate: approvedOn,
    }),
    divisionCode: code,
    document,
    year,
    approvedOn,
    dueOn: addDays(approvedOn, days),
    publishedOn: isPublished ? addDays(approvedOn, publishedAfter) : null,
    url: isPublished ? `https://demonstration.invalid/${code}/${paths[document]}/${year}` : null,
  };
}

/** Nine of ten in time; of the others most come late and some never. */
function daysUntilPublished(chance: Chance, days: number): number | null {
  if (chance.percent(90)) return chance.whole(3, days);
  return chance.percent(70) ? chance.whole(days + 1, days + 40) : null;
}

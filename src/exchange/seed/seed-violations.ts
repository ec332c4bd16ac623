import type { Body } from "../demonstration/bodies.ts";
import { addDays, chanceOf, yuan, type Chance } from "../demonstration/chance.ts";
import { catalogItems, displayByChance, displayFields, type DisplaySpec } from "../demonstration/display-specs.ts";
import { isOpened } from "../demonstration/specs.ts";
import { isInBidding, penaltyText, violationActs, type Conduct } from "../demonstration/violation-texts.ts";
import { biddersOf } from "./seed-bids.ts";
import { tradeNames, type SeedFirm } from "./seed-firms.ts";
import { planOf } from "./seed-plans.ts";
import { seedTable } from "./seed-table.ts";
import type { Counted, SeedWorld } from "./seed-world.ts";
import { storyViolations } from "./stories.ts";

/** What is decided about a violation record. */
export interface SeedViolation {
  /** Number in the system of whoever decided. */
  readonly recordNo: string;
  readonly divisionCode: string;
  readonly firm: SeedFirm;
  readonly conduct: Conduct;
  readonly display: DisplaySpec;
  /** The tender in which it happened, where there was one. */
  readonly tenderNo: string | null;
  /** Years for which the firm is kept out from the day of the decision on; 0 for none, and never more than two, which the law allows for every conduct. */
  readonly banYears: number;
}

const conducts = ["COLLUSION", "FRAUD", "FRAUD", "BRIBERY", "NON_PERFORMANCE", "OTHER", "OTHER"] as const satisfies readonly Conduct[];

export function* violationsOf(world: SeedWorld): Iterable<SeedViolation> {
  yield* storyViolations;
  for (const [place, here] of world.violationRecords.entries()) {
    for (let serial = 1; serial <= here.count; serial += 1) {
      const recordNo = `WF-${here.division.code}-${serial.toString().padStart(6, "0")}`;
      const chance = chanceOf(`seed/${recordNo}`);
      const display = displayByChance(chance);
      yield {
        recordNo, display,
        divisionCode: here.division.code,
        conduct: chance.pick(conducts),
        ...violatorOf(world, world.projects[place]!, chance, display.documentDate!),
        banYears: display.severity === "MINOR" ? 0 : chance.whole(0, 2),
      };
    }
  }
}

/** Somebody who bid for a tender of the division that was opened long enough before; else any firm of a trade. */
function violatorOf(world: SeedWorld, { division, count }: Counted, chance: Chance, day: string): Pick<SeedViolation, "firm" | "tenderNo"> {
  const deal = count > 0 && chance.percent(60) ? planOf(world, division.code, chance.whole(1, count)).deals[0] : undefined;
  if (deal && isOpened(deal.status) && deal.bids > 0 && addDays(deal.dueOn!, 30) < day) return { firm: chance.pick(biddersOf(world, deal)), tenderNo: deal.tenderNo };
  const market = world.marketFor(chance.pick(tradeNames), division.code, 1);
  return { firm: market.at(chance.whole(0, market.count - 1)), tenderNo: null };
}

/** The department that decided: in bidding the one for housing, in procurement the finance department. */
export const penaliserOf = (world: SeedWorld, { conduct, divisionCode }: SeedViolation): Body => world.bodyOf(divisionCode, isInBidding(conduct) ? "housing" : "finance");

/** Rows of ViolationRecord. */
export const violationRecords = seedTable(
  "violation-records",
  [
    "title", "subjectName", "subjectOrganizationId", "divisionCode", "issuingOrganizationName", "issuedOn", "catalogItemCode", "severity", "subjectKind", "subjectUscc", "conduct", "factSummary", "penalty", "fineAmount", "banFrom", "banTo",
    "tenderId", "factFull", "disclosureState", "displayFrom", "stoppedOn", "stopReason", "sourceSystem", "sourceRecordNo", "documentNo", "documentDate", "validFrom", "validTo", "sourceOrganizationId",
  ],
  {
    about: ({ sizes }) => sizes.violationRecords,
    *rows(world) {
      for (const spec of violationsOf(world)) {
        const { recordNo, divisionCode, firm, conduct, display, tenderNo, banYears: years } = spec;
        const { title, facts } = violationActs[conduct];
        const source = penaliserOf(world, spec);
        const chance = chanceOf(`seed/row/${recordNo}`);
        const day = display.documentDate!;
        const fine = chance.whole(1, 50) * 10_000;
        const banTo = years === 0 ? null : addDays(`${Number(day.slice(0, 4)) + years}${day.slice(4).replace("02-29", "02-28")}`, -1);
        yield {
          title: `${firm.name}${title}`, subjectName: firm.name, subjectUscc: firm.uscc, subjectOrganizationId: firm.uscc, subjectKind: "ENTERPRISE", divisionCode, conduct,
          issuingOrganizationName: source.name, issuedOn: day,
          ...displayFields(isInBidding(conduct) ? catalogItems.biddingViolation : catalogItems.procurementViolation, display),
          factSummary: facts,
          penalty: penaltyText(conduct, fine, years),
          fineAmount: yuan(fine),
          banFrom: years === 0 ? null : day,
          banTo,
          tenderId: tenderNo,
          factFull: `${facts}案卷演示-${chance.digits(8)}，含其他经营者的商业信息。`,
          sourceSystem: "行政处罚信息系统", sourceRecordNo: recordNo, documentNo: `演示罚决〔${day.slice(0, 4)}〕${chance.whole(1, 9_000)}号`, documentDate: day, validFrom: day, validTo: banTo, sourceOrganizationId: source.uscc,
        };
      }
    },
  },
);

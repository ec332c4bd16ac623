import { addDays, chanceOf, yuan } from "../demonstration/chance.ts";
import { isOpened } from "../demonstration/specs.ts";
import { regimeOf } from "../demonstration/tenders.ts";
import { hasCome } from "./seed-days.ts";
import { officialAt } from "./seed-officials.ts";
import { dealsOf } from "./seed-plans.ts";
import type { SeedDeal } from "./seed-specs.ts";
import { seedTable } from "./seed-table.ts";
import type { SeedWorld } from "./seed-world.ts";

/** What hands in everything about a tender: the trading centre of the division, from its own system. */
export const fromTradingCentre = (world: SeedWorld, { project }: SeedDeal) => ({ sourceSystem: "公共资源交易平台", sourceOrganizationId: world.bodyOf(project.divisionCode, "tradingCentre").uscc });

/** When the result is published: a day or two after the decision; null while that is yet to come. */
export const resultPublishedAt = (world: SeedWorld, { awardedOn }: SeedDeal): string | null => publishedAt(world, awardedOn, 1, "16:00");

/** A moment some days after a day, when offices are open; null while that is yet to come. */
export function publishedAt({ workday }: SeedWorld, day: string | null, days: number, clock: string): string | null {
  if (day === null) return null;
  const published = workday(addDays(day, days));
  return hasCome(published) ? `${published} ${clock}` : null;
}

const about = ({ sizes }: SeedWorld): number => sizes.projects;

/** Rows of Tender. */
export const tenders = seedTable(
  "tenders",
  [
    "tenderNo", "title", "method", "status", "projectId", "tendererId", "divisionCode", "budget", "ceilingPrice", "noticedAt", "bidsDueAt", "openedAt", "basePrice", "regime", "category", "agencyUscc", "agencyName", "fundingSource",
    "isMandatory", "planNo", "responsibleOfficialId", "sourceSystem", "sourceRecordNo", "documentNo", "documentDate", "validFrom", "sourceOrganizationId",
  ],
  {
    about,
    *rows(world) {
      for (const deal of dealsOf(world)) {
        const { project, tenderNo, title, method, status, category, noticedOn, dueOn, budget, ceiling } = deal;
        const chance = chanceOf(`seed/tender-row/${tenderNo}`);
        const tenderer = world.bodyOf(project.divisionCode, project.owner);
        const agencies = world.marketFor("agency", project.divisionCode, 3);
        const agency = chance.percent(70) ? agencies.at(chance.whole(0, agencies.count - 1)) : null;
        const regime = regimeOf(deal);
        const staff = world.staffOf(tenderer);
        yield {
          tenderNo, title, method, status, category, regime,
          projectId: project.code,
          tendererId: tenderer.uscc,
          divisionCode: project.divisionCode,
          budget: yuan(budget),
          ceilingPrice: yuan(ceiling),
          noticedAt: `${noticedOn} 09:00`,
          bidsDueAt: dueOn === null ? null : `${dueOn} 10:00`,
          openedAt: isOpened(status) ? `${dueOn} 10:${chance.whole(5, 40).toString().padStart(2, "0")}` : null,
          basePrice: project.kind === "CONSTRUCTION" && method === "OPEN" && chance.percent(20) ? yuan(Math.round((ceiling * 93) / 100)) : null,
          agencyUscc: agency?.uscc ?? null,
          agencyName: agency?.name ?? null,
          fundingSource: project.kind === "PPP" || project.kind === "INVESTMENT" ? "社会资本" : "财政性资金",
          isMandatory: String(regime === "BIDDING" && project.kind === "CONSTRUCTION"),
          planNo: regime === "PROCUREMENT" ? `CGJH-${project.divisionCode}-${chance.digits(8)}` : null,
          responsibleOfficialId: staff.count === 0 ? null : officialAt(world, staff, chance.whole(0, staff.count - 1)).idNumber,
          ...fromTradingCentre(world, deal), sourceRecordNo: `ZB-${tenderNo}`, documentNo: tenderNo, documentDate: noticedOn, validFrom: noticedOn,
        };
      }
    },
  },
);

/** Number of a part of a tender in the trading centre's system; the first part is the one that was bid for. */
const lotRecordNo = (tenderNo: string, place: number): string => `BB-${tenderNo}-${place + 1}`;

/** The part that bids and award of a tender are for; null where it is not divided. */
export const lotOf = ({ isDivided, tenderNo }: SeedDeal): string | null => (isDivided ? lotRecordNo(tenderNo, 0) : null);

function lotStatusOf({ status }: SeedDeal, place: number): string {
  if (status === "CANCELLED" || status === "FAILED") return status;
  if (status === "NOTICED" || status === "BIDDING") return "ACTIVE";
  if (place === 1) return "FAILED";
  return status === "AWARDED" ? "AWARDED" : "ACTIVE";
}

/** Rows of Lot: two for each divided tender; the second, smaller one finds no bidder. */
export const lots = seedTable("lots", ["tenderId", "lotNo", "kind", "title", "budget", "status", "sourceSystem", "sourceRecordNo", "documentDate", "sourceOrganizationId"], {
  about: ({ sizes }) => sizes.projects / 4,
  *rows(world) {
    for (const deal of dealsOf(world)) {
      if (!deal.isDivided) continue;
      const isSection = regimeOf(deal) === "BIDDING";
      const second = Math.round((deal.budget * 15) / 100);
      for (const place of [0, 1]) {
        yield {
          tenderId: deal.tenderNo,
          lotNo: `${deal.tenderNo}-${place + 1}`,
          kind: isSection ? "SECTION" : "PACKAGE",
          title: isSection ? `第${place === 0 ? "一" : "二"}标段` : `采购包${place + 1}`,
          budget: yuan(place === 0 ? deal.budget - second : second),
          status: lotStatusOf(deal, place),
          ...fromTradingCentre(world, deal), sourceRecordNo: lotRecordNo(deal.tenderNo, place), documentDate: deal.noticedOn,
        };
      }
    }
  },
});

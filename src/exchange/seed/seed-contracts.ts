import { acceptanceNotes, type AcceptanceResult } from "../demonstration/acceptances.ts";
import { chanceOf, yuan, type Chance } from "../demonstration/chance.ts";
import { biddersOf, bidRecordNo, pricesOf } from "./seed-bids.ts";
import type { SeedFirm } from "./seed-firms.ts";
import { dealsOf } from "./seed-plans.ts";
import type { SeedDeal } from "./seed-specs.ts";
import { seedTable } from "./seed-table.ts";
import { fromTradingCentre, lotOf, publishedAt, resultPublishedAt } from "./seed-tenders.ts";
import type { SeedWorld } from "./seed-world.ts";

/** Who won a tender, and for how much in whole 元. */
export const winnerOf = (world: SeedWorld, deal: SeedDeal): { readonly firm: SeedFirm; readonly price: number } => ({ firm: biddersOf(world, deal)[deal.winner]!, price: pricesOf(deal)[deal.winner]! });

const awardRecordNo = (tenderNo: string): string => `ZBJG-${tenderNo}`;

export const contractNoOf = ({ tenderNo }: Pick<SeedDeal, "tenderNo">): string => `${tenderNo}-HT`;

/** What the body that buys hands in about a contract. */
const fromPurchaser = (world: SeedWorld, { project }: SeedDeal) => ({ sourceSystem: "政府采购一体化平台", sourceOrganizationId: world.bodyOf(project.divisionCode, project.owner).uscc });

/** Rows of Award. */
export const awards = seedTable(
  "awards",
  ["tenderId", "lotId", "bidId", "supplierUscc", "supplierName", "amount", "rank", "awardedOn", "publishedAt", "sourceSystem", "sourceRecordNo", "documentNo", "documentDate", "validFrom", "sourceOrganizationId"],
  {
    about: ({ sizes }) => sizes.projects * 0.9,
    *rows(world) {
      for (const deal of dealsOf(world)) {
        const { tenderNo, awardedOn, winner } = deal;
        if (awardedOn === null) continue;
        const { firm, price } = winnerOf(world, deal);
        yield {
          tenderId: tenderNo, lotId: lotOf(deal), bidId: bidRecordNo(tenderNo, winner), supplierUscc: firm.uscc, supplierName: firm.name, amount: yuan(price), rank: "1", awardedOn,
          publishedAt: resultPublishedAt(world, deal),
          ...fromTradingCentre(world, deal), sourceRecordNo: awardRecordNo(tenderNo), documentNo: `${tenderNo}-JG`, documentDate: awardedOn, validFrom: awardedOn,
        };
      }
    },
  },
);

/** Rows of Contract; a contract that was changed lawfully has a second one beside it. */
export const contracts = seedTable(
  "contracts",
  [
    "contractNo", "tenderId", "awardId", "projectCode", "purchaserId", "supplierUscc", "supplierName", "divisionCode", "title", "amount", "signedOn", "publishedAt", "endsOn", "text", "sourceSystem", "sourceRecordNo", "documentNo",
    "documentDate", "validFrom", "sourceOrganizationId",
  ],
  {
    about: ({ sizes }) => sizes.projects * 0.9,
    *rows(world) {
      for (const deal of dealsOf(world)) {
        if (deal.signedOn === null) continue;
        const { tenderNo, project, told } = deal;
        const { firm, price } = winnerOf(world, deal);
        const common = {
          ...fromPurchaser(world, deal),
          tenderId: tenderNo,
          awardId: world.recordNoOf("awards", fromTradingCentre(world, deal).sourceOrganizationId, awardRecordNo(tenderNo)),
          projectCode: project.code,
          purchaserId: world.bodyOf(project.divisionCode, project.owner).uscc,
          supplierUscc: firm.uscc,
          supplierName: firm.name,
          divisionCode: project.divisionCode,
          endsOn: deal.endsOn,
        };
        const signed = (contractNo: string, signedOn: string) => ({ contractNo, signedOn, publishedAt: publishedAt(world, signedOn, 2, "10:00"), sourceRecordNo: contractNo, documentNo: contractNo, documentDate: signedOn, validFrom: signedOn });
        yield { ...common, ...signed(contractNoOf(deal), deal.signedOn), title: `${deal.title}合同`, amount: yuan(price), text: `合同${contractNoOf(deal)}（演示文本）：乙方${firm.name}按附件所列单价分析表履约，单价分析表属于乙方商业秘密。` };
        if (told?.change) yield { ...common, ...signed(told.change.contractNo, told.change.signedOn), title: told.change.title, amount: yuan(told.change.amount), text: told.change.text };
      }
    },
  },
);

const resultOf = (chance: Chance): AcceptanceResult => (chance.percent(94) ? "PASS" : chance.percent(75) ? "PARTIAL" : "FAIL");

/** Rows of Acceptance: one for each contract whose time is over; what stories tell of was as agreed. */
export const acceptances = seedTable("acceptances", ["contractId", "acceptedOn", "result", "isPublicService", "note", "sourceSystem", "sourceRecordNo", "documentNo", "documentDate", "sourceOrganizationId"], {
  about: ({ sizes }) => sizes.projects * 0.75,
  *rows(world) {
    for (const deal of dealsOf(world)) {
      if (deal.acceptedOn === null) continue;
      const contractNo = contractNoOf(deal);
      const result = deal.told === null ? resultOf(chanceOf(`seed/acceptance/${contractNo}`)) : "PASS";
      yield {
        ...fromPurchaser(world, deal), sourceRecordNo: `${contractNo}-YS`, documentNo: `${contractNo}-YS`, documentDate: deal.acceptedOn,
        contractId: contractNo, acceptedOn: deal.acceptedOn, result, isPublicService: String(deal.project.kind === "PPP"), note: acceptanceNotes[result],
      };
    }
  },
});

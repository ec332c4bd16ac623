import { addDays, chanceOf, yuan, type Chance } from "../demonstration/chance.ts";
import { today } from "../demonstration/specs.ts";
import { contractNoOf, winnerOf } from "./seed-contracts.ts";
import type { SeedFirm } from "./seed-firms.ts";
import { dealsOf } from "./seed-plans.ts";
import type { SeedDeal, SeedInstalment } from "./seed-specs.ts";
import { seedTable } from "./seed-table.ts";
import type { SeedWorld } from "./seed-world.ts";

/** One payment of a contract. */
interface SeedPayment {
  readonly deal: SeedDeal;
  readonly contractNo: string;
  readonly firm: SeedFirm;
  readonly instalment: number;
  readonly dueOn: string;
  readonly paidOn: string | null;
  /** In whole 元. */
  readonly amount: number;
  readonly paidAmount: number;
}

function* paymentsOf(world: SeedWorld): Iterable<SeedPayment> {
  for (const deal of dealsOf(world)) {
    if (deal.signedOn === null || deal.endsOn === null) continue;
    const contractNo = contractNoOf(deal);
    const { firm, price } = winnerOf(world, deal);
    const instalments = deal.told?.instalments ?? usual(contractNo, deal.signedOn, deal.endsOn);
    let rest = price;
    for (const [place, { share, dueOn, paidOn, paidPart }] of instalments.entries()) {
      const amount = place === instalments.length - 1 ? rest : Math.round((price * share) / 100);
      rest -= amount;
      yield { deal, contractNo, firm, instalment: place + 1, dueOn, paidOn, amount, paidAmount: Math.round((amount * paidPart) / 100) };
    }
  }
}

/** Advance, progress, settlement and retention money. */
function usual(contractNo: string, signedOn: string, endsOn: string): readonly SeedInstalment[] {
  const chance = chanceOf(`seed/payments/${contractNo}`);
  const half = Math.round((Date.parse(endsOn) - Date.parse(signedOn)) / 86_400_000 / 2);
  const due = [[30, addDays(signedOn, 30)], [40, addDays(signedOn, half + 30)], [25, addDays(endsOn, 45)], [5, addDays(endsOn, 395)]] as const;
  return due.map(([share, dueOn]) => ({ share, dueOn, ...cameOf(dueOn, chance) }));
}

/** How many of a hundred payments come late. */
const late = 3.5;

function cameOf(dueOn: string, chance: Chance): Pick<SeedInstalment, "paidOn" | "paidPart"> {
  const isLate = chance.percent(late);
  const paidOn = addDays(dueOn, isLate ? chance.whole(6, 400) : -chance.whole(0, 12));
  if (paidOn <= today) return { paidOn, paidPart: 100 };
  return { paidOn: null, paidPart: isLate && dueOn < today && chance.percent(30) ? chance.whole(2, 8) * 10 : 0 };
}

/** Rows of Payment. */
export const payments = seedTable(
  "payments",
  ["contractId", "instalment", "purchaserId", "supplierId", "supplierUscc", "dueOn", "amount", "paidAmount", "paidOn", "sourceSystem", "sourceRecordNo", "sourceOrganizationId"],
  {
    about: ({ sizes }) => sizes.projects * 3.5,
    *rows(world) {
      for (const { deal: { project }, contractNo, firm, instalment, dueOn, paidOn, amount, paidAmount } of paymentsOf(world)) {
        const purchaser = world.bodyOf(project.divisionCode, project.owner).uscc;
        yield {
          contractId: contractNo, instalment: String(instalment), purchaserId: purchaser, supplierId: firm.uscc, supplierUscc: firm.uscc, dueOn, paidOn, amount: yuan(amount), paidAmount: yuan(paidAmount),
          sourceSystem: "预算管理一体化系统", sourceRecordNo: `${contractNo}-FK${instalment}`, sourceOrganizationId: purchaser,
        };
      }
    },
  },
);

/** Rows of ArrearsRecord: what was not paid when due, also where it was paid since. */
export const arrearsRecords = seedTable(
  "arrears-records",
  ["debtorId", "creditorId", "creditorUscc", "contractId", "divisionCode", "kind", "dueOn", "amount", "paidAmount", "dailyInterestRate", "isDisputed", "sourceSystem", "sourceRecordNo", "sourceOrganizationId"],
  {
    about: ({ sizes }) => sizes.projects * 0.1,
    *rows(world) {
      for (const { deal: { project }, contractNo, firm, instalment, dueOn, paidOn, amount, paidAmount } of paymentsOf(world)) {
        if (dueOn >= (paidOn ?? today)) continue;
        yield {
          debtorId: world.bodyOf(project.divisionCode, project.owner).uscc, creditorId: firm.uscc, creditorUscc: firm.uscc, contractId: contractNo, divisionCode: project.divisionCode,
          kind: project.kind === "CONSTRUCTION" ? "ENGINEERING" : "SME",
          dueOn, amount: yuan(amount), paidAmount: yuan(paidAmount), dailyInterestRate: "0.0005",
          isDisputed: String(chanceOf(`seed/arrears/${contractNo}/${instalment}`).percent(12)),
          sourceSystem: "清理拖欠账款信息系统", sourceRecordNo: `TQ-${contractNo}-FK${instalment}`, sourceOrganizationId: world.bodyOf(project.divisionCode, "finance").uscc,
        };
      }
    },
  },
);

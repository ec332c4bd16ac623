import { addDays, chanceOf, uuidOf, yuan, type Chance } from "./chance.ts";
import type { Contracted, ContractRow } from "./contracts.ts";
import { envelopeOf } from "./envelopes.ts";
import { enterpriseId } from "./firms.ts";
import { showcaseTenders } from "./showcase.ts";
import { today } from "./specs.ts";

/** An instalment: share of the amount in percent, due day, and what came of it. */
interface Instalment {
  readonly share: number;
  readonly dueOn: string;
  readonly paidOn: string | null;
  /** Percent of the instalment that was paid, where not all of it was. */
  readonly paidPart: number;
}

export const paymentName = (tenderNo: string, instalment: number): string => `payment/${tenderNo}/${instalment}`;
export const paymentId = (tenderNo: string, instalment: number): string => uuidOf(paymentName(tenderNo, instalment));

/** Instalments of single contracts, where each one is a landmark, by number of the tender. */
const arranged: ReadonlyMap<string, readonly Instalment[]> = new Map([
  [
    showcaseTenders.awarded.tenderNo,
    [
      { share: 30, dueOn: "2025-08-29", paidOn: "2025-08-21", paidPart: 100 },
      { share: 20, dueOn: "2025-12-15", paidOn: "2026-03-18", paidPart: 100 },
      { share: 30, dueOn: addDays(today, -1), paidOn: null, paidPart: 40 },
      { share: 15, dueOn: addDays(today, 1), paidOn: null, paidPart: 0 },
      { share: 5, dueOn: "2031-09-30", paidOn: null, paidPart: 0 },
    ],
  ],
  [
    showcaseTenders.singleSource.tenderNo,
    [
      { share: 50, dueOn: "2026-07-31", paidOn: null, paidPart: 0 },
      { share: 50, dueOn: "2026-10-31", paidOn: null, paidPart: 0 },
    ],
  ],
  [
    showcaseTenders.consultation.tenderNo,
    [
      { share: 40, dueOn: "2025-07-10", paidOn: "2025-07-10", paidPart: 100 },
      { share: 60, dueOn: "2025-12-31", paidOn: "2025-12-22", paidPart: 100 },
    ],
  ],
]);

export type PaymentRow = ReturnType<typeof paymentsOf>[number];

/** Rows of Payment: advance, progress, settlement and retention money of each contract. */
export const paymentRows = (contracts: readonly Contracted[]) => contracts.flatMap(paymentsOf);

function paymentsOf({ spec, row }: Contracted) {
  const instalments = arranged.get(spec.tenderNo) ?? usual(row);
  const total = Number(row.amount);
  let rest = total;
  return instalments.map(({ share, dueOn, paidOn, paidPart }, place) => {
    const amount = place === instalments.length - 1 ? rest : Math.round((total * share) / 100);
    rest -= amount;
    return {
      ...envelopeOf("PAY", paymentName(spec.tenderNo, place + 1), { sourceOrganizationId: row.purchaserId, sourceSystem: "预算管理一体化系统" }),
      contractId: row.id,
      instalment: place + 1,
      purchaserId: row.purchaserId,
      supplierId: enterpriseId(row.supplierUscc),
      supplierUscc: row.supplierUscc,
      dueOn,
      amount: yuan(amount),
      paidAmount: yuan(Math.round((amount * paidPart) / 100)),
      paidOn,
    };
  });
}

/** Of what is due by now, most was paid in time, some late, and some is still owed. */
function usual(contract: ContractRow): readonly Instalment[] {
  const { signedOn, endsOn } = contract;
  const chance = chanceOf(`payments/${contract.contractNo}`);
  const half = Math.round((Date.parse(endsOn) - Date.parse(signedOn)) / 86_400_000 / 2);
  const due: readonly [share: number, dueOn: string][] = [[30, addDays(signedOn, 30)], [40, addDays(signedOn, half + 30)], [25, addDays(endsOn, 45)], [5, addDays(endsOn, 395)]];
  return due.map(([share, dueOn]) => ({ share, dueOn, ...cameOf(dueOn, chance) }));
}

function cameOf(dueOn: string, chance: Chance): Pick<Instalment, "paidOn" | "paidPart"> {
  const inTime = chance.percent(74);
  const paidOn = addDays(dueOn, inTime ? -chance.whole(0, 12) : chance.whole(6, 240));
  const paidPart = chance.percent(30) ? chance.whole(2, 8) * 10 : 0;
  const isBehind = dueOn < addDays(today, -7);
  return isBehind && paidOn < addDays(today, -7) ? { paidOn, paidPart: 100 } : { paidOn: null, paidPart: isBehind ? paidPart : 0 };
}

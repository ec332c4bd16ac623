import type { acceptanceResult } from "../../domains/bidding/codelists.ts";
import { addDays, chanceOf, type Chance } from "./chance.ts";
import type { Contracted } from "./contracts.ts";
import { envelopeOf } from "./envelopes.ts";
import { today } from "./specs.ts";

export type AcceptanceResult = (typeof acceptanceResult.values)[number];

export const acceptanceName = (tenderNo: string): string => `acceptance/${tenderNo}`;

/** What is noted of each result. */
export const acceptanceNotes: Readonly<Record<AcceptanceResult, string>> = {
  PASS: "符合合同约定，验收合格。",
  PARTIAL: "主体部分合格，个别部位限期整改后复验。",
  FAIL: "主要指标未达到合同约定，验收不合格。",
};

/** Rows of Acceptance: one for each contract whose time is over. */
export const acceptanceRows = (contracts: readonly Contracted[]) => contracts.map(acceptanceOf).filter(({ acceptedOn }) => acceptedOn < today);

export type AcceptanceRow = ReturnType<typeof acceptanceOf>;

function acceptanceOf({ spec, row }: Contracted) {
  const name = acceptanceName(spec.tenderNo);
  const chance = chanceOf(name);
  const acceptedOn = addDays(row.endsOn, chance.whole(3, 14));
  const result = resultOf(chance);
  return {
    ...envelopeOf("ACC", name, { sourceOrganizationId: row.purchaserId, sourceSystem: "政府采购一体化平台", documentNo: `${row.contractNo}-YS`, documentDate: acceptedOn }),
    contractId: row.id,
    acceptedOn,
    result,
    isPublicService: spec.project.kind === "PPP",
    note: acceptanceNotes[result],
  };
}

const resultOf = (chance: Chance): AcceptanceResult => (chance.percent(76) ? "PASS" : chance.percent(60) ? "PARTIAL" : "FAIL");

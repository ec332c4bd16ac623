import type { AwardRow, Decided } from "./awards.ts";
import { bodyId } from "./bodies.ts";
import { addDays, at, chanceOf, uuidOf } from "./chance.ts";
import { envelopeOf } from "./envelopes.ts";
import { showcaseTenders } from "./showcase.ts";
import { today, type TenderSpec } from "./specs.ts";
import { tenderName } from "./tenders.ts";

/** A contract with the tender that led to it. */
export interface Contracted {
  readonly spec: TenderSpec;
  readonly row: ContractRow;
}

export const contractName = (tenderNo: string): string => `contract/${tenderNo}`;

/** Signed and never published, though the law gives two days: its payments are hidden with it. */
const unpublished: TenderSpec = showcaseTenders.singleSource;

/** Contracts whose payments are landmarks, with the last day of the performance. */
const arranged: ReadonlyMap<TenderSpec, string> = new Map<TenderSpec, string>([[showcaseTenders.awarded, "2026-09-30"], [unpublished, "2026-09-30"]]);

export type ContractRow = ReturnType<typeof contractOf>;

/** Contracts: one for each published award that is old enough. */
export const contractsOf = (awards: readonly Decided[]): readonly Contracted[] =>
  awards
    .filter(({ row }) => row.publishedAt !== null)
    .map(({ spec, row }) => ({ spec, row: contractOf(spec, row) }))
    .filter(({ row }) => row.signedOn < addDays(today, -7));

function contractOf(spec: TenderSpec, award: AwardRow) {
  const { project, tenderNo } = spec;
  const name = contractName(tenderNo);
  const chance = chanceOf(name);
  const signedOn = addDays(award.awardedOn, chance.whole(10, 27));
  const purchaserId = bodyId(project.divisionCode, project.owner);
  const contractNo = `${tenderNo}-HT`;
  const days = project.kind === "CONSTRUCTION" ? chance.whole(180, 420) : chance.whole(60, 300);
  return {
    ...envelopeOf("CON", name, { sourceOrganizationId: purchaserId, sourceSystem: "政府采购一体化平台", documentNo: contractNo, documentDate: signedOn, validFrom: signedOn }),
    contractNo,
    tenderId: uuidOf(tenderName(tenderNo)),
    awardId: award.id,
    projectCode: project.code,
    purchaserId,
    supplierUscc: award.supplierUscc,
    supplierName: award.supplierName,
    divisionCode: project.divisionCode,
    title: `${spec.title}合同`,
    amount: award.amount,
    signedOn,
    publishedAt: spec === unpublished ? null : at(addDays(signedOn, 2), "10:00"),
    endsOn: arranged.get(spec) ?? addDays(signedOn, days),
    text: `合同${contractNo}（演示文本）：乙方${award.supplierName}按附件所列单价分析表和技术方案履约，单价分析表属于乙方商业秘密。`,
  };
}

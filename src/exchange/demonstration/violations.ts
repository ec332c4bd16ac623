import type { BidRow } from "./bids.ts";
import { bodyFinder, type Body } from "./bodies.ts";
import { addDays, chanceOf, uuidOf, yuan } from "./chance.ts";
import { basisName } from "./disclosure-bases.ts";
import { catalogItems, displayByChance, displayFields, published } from "./display-specs.ts";
import { envelopeOf } from "./envelopes.ts";
import { enterpriseId } from "./firms.ts";
import { staffed } from "./places.ts";
import { tenderName } from "./tenders.ts";
import { violationStories, type ViolationSpec, type Violator } from "./violation-stories.ts";
import { isInBidding, penaltyText, violationActs, type Conduct } from "./violation-texts.ts";

const conducts: readonly Conduct[] = ["COLLUSION", "FRAUD", "BRIBERY", "NON_PERFORMANCE", "OTHER"];

/** The stories; and for each firm that offers here one record whose display ended years ago, and two as chance has them. */
export function violationSpecs(bids: readonly BidRow[]): readonly ViolationSpec[] {
  const firms = [...new Map(bids.map((bid) => [bid.supplierUscc, bid.supplierName]))].sort();
  const generated = firms.flatMap(([uscc, firm]) => [0, 1, 2].map((place): ViolationSpec => {
    const name = `violation/${uscc}/${place}`;
    const chance = chanceOf(name);
    const ended = published("SERIOUS", chance.day("2018-01-10", "2021-12-20"));
    return {
      name,
      violator: { kind: "ENTERPRISE", name: firm, uscc },
      divisionCode: chance.pick(staffed),
      conduct: chance.pick(conducts),
      display: place === 0 ? ended : displayByChance(chance),
      tenderNo: null,
      hasBasis: false,
    };
  }));
  return [...Object.values(violationStories), ...generated];
}

/** For how many years it is kept out, by conduct; made up within what the law allows. */
const bans: Readonly<Record<Conduct, readonly [least: number, most: number] | null>> = { COLLUSION: [1, 2], FRAUD: [1, 3], BRIBERY: [1, 3], NON_PERFORMANCE: null, OTHER: [1, 3] };

/** Rows of ViolationRecord. */
export function violationRows(bodies: readonly Body[], bids: readonly BidRow[], specs: readonly ViolationSpec[]) {
  const find = bodyFinder(bodies);
  const bidById = new Map(bids.map((bid) => [bid.id, bid]));
  const violatorOf = ({ violator }: ViolationSpec): Violator => {
    if (!("bidId" in violator)) return violator;
    const bid = bidById.get(violator.bidId)!;
    return { kind: "ENTERPRISE", name: bid.supplierName, uscc: bid.supplierUscc };
  };
  return specs.map((spec) => {
    const { display, conduct } = spec;
    const violator = violatorOf(spec);
    const isBidding = isInBidding(conduct);
    const source = find(spec.divisionCode, isBidding ? "housing" : "finance");
    const chance = chanceOf(`${spec.name}/row`);
    const issuedOn = display.documentDate!;
    const fine = chance.whole(1, 50) * 10_000;
    const ban = display.severity === "MINOR" ? null : bans[conduct];
    const years = ban === null ? 0 : chance.whole(...ban);
    const banTo = `${Number(issuedOn.slice(0, 4)) + years}${issuedOn.slice(4)}`;
    return {
      ...envelopeOf("VIO", spec.name, {
        sourceOrganizationId: source.id,
        sourceSystem: "行政处罚信息系统",
        documentNo: `演示罚决〔${issuedOn.slice(0, 4)}〕${chance.whole(1, 900)}号`,
        documentDate: issuedOn,
        validFrom: issuedOn,
        ...(years === 0 ? {} : { validTo: addDays(banTo, -1) }),
      }),
      title: `${violator.name}${violationActs[conduct].title}`,
      subjectKind: violator.kind,
      subjectName: violator.name,
      subjectUscc: violator.uscc,
      subjectOrganizationId: violator.kind === "ENTERPRISE" ? enterpriseId(violator.uscc) : null,
      divisionCode: spec.divisionCode,
      issuingOrganizationName: source.name,
      issuedOn,
      ...displayFields(isBidding ? catalogItems.biddingViolation : catalogItems.procurementViolation, display),
      conduct,
      factSummary: violationActs[conduct].facts,
      penalty: penaltyText(conduct, fine, years),
      fineAmount: yuan(fine),
      banFrom: years === 0 ? null : issuedOn,
      banTo: years === 0 ? null : addDays(banTo, -1),
      tenderId: spec.tenderNo === null ? null : uuidOf(tenderName(spec.tenderNo)),
      disclosureBasisId: spec.hasBasis ? uuidOf(basisName(spec.name)) : null,
      factFull: `${violationActs[conduct].facts}案卷演示-${chance.digits(6)}，含其他经营者的商业信息。`,
    };
  });
}

export type ViolationRow = ReturnType<typeof violationRows>[number];

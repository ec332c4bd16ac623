import { uuidOf } from "./chance.ts";
import { readDivisions } from "../reference/read-divisions.ts";
import { readLegalBases } from "../reference/read-legal-bases.ts";
import { bidRows } from "./bids.ts";
import { bodiesOf } from "./bodies.ts";
import { bondRows, bondSpecs, bondTrancheRows } from "./bonds.ts";
import { creditRatingRows } from "./credit-ratings.ts";
import { debtRiskRows } from "./debt-risks.ts";
import { debtServiceRows, fundUseRows } from "./debt-service.ts";
import { debtRows } from "./debts.ts";
import { disclosureDutyRows } from "./disclosure-duties.ts";
import { debtRiskLevels, decidedPayments, dutyOutcomes, exceptions, formerPosts } from "./landmarks.ts";
import { officeHolderRows } from "./office-holders.ts";
import { officialRows } from "./officials.ts";
import { organizationRows } from "./organizations.ts";
import { placesOf } from "./places.ts";
import { projectRows, projectSpecs } from "./projects.ts";
import { showcaseProjects } from "./showcase.ts";
import { tenderRows, tenderSpecs } from "./tenders.ts";

export type Dataset = ReturnType<typeof dataset>;

/**
 * All rows of the demonstration data: Sichuan's real divisions and the laws; everything else is synthetic. The same rows come out each
 * time, whatever the day.
 */
export function dataset() {
  const places = placesOf(readDivisions());
  const bodies = bodiesOf(places);
  const officials = officialRows(bodies, exceptions);
  const projects = projectSpecs(bodies, places);
  const tenders = tenderSpecs(projects);
  const debts = debtRows(places);
  const showcased = new Set<string>(Object.values(showcaseProjects).map(({ code }) => code));
  const bonds = bondSpecs(projects, ({ code }) => showcased.has(code));
  return {
    divisions: places.all.map((division) => ({ id: uuidOf(`division/${division.code}`), ...division })),
    ...organizationRows(bodies),
    officials,
    officeHolders: officeHolderRows(bodies, officials, formerPosts),
    projects: projectRows(projects),
    tenders: tenderRows(tenders),
    bids: bidRows(tenders),
    debtLimits: debts.limits,
    debtBalances: debts.balances,
    bonds: bondRows(bonds),
    bondTranches: bondTrancheRows(bonds),
    debtServiceDues: debtServiceRows(bonds, decidedPayments),
    fundUses: fundUseRows(bonds),
    disclosureDuties: disclosureDutyRows(places, dutyOutcomes),
    governmentCreditRatings: creditRatingRows(places),
    debtRiskAssessments: debtRiskRows(places, debtRiskLevels),
    legalBases: readLegalBases().map((row) => ({ id: uuidOf(`legal-basis/${row.citation}`), ...row })),
  };
}

import { uuidOf } from "./chance.ts";
import { readDivisions } from "../reference/read-divisions.ts";
import { readLegalBases } from "../reference/read-legal-bases.ts";
import { readMeasures } from "../reference/read-measures.ts";
import { attachmentRows } from "./attachments.ts";
import { bidRows } from "./bids.ts";
import { bodiesOf } from "./bodies.ts";
import { debtRows } from "./debts.ts";
import { disclosureBasisRows } from "./disclosure-bases.ts";
import { dishonestyRows, dishonestySpecs, publishedOfficialRows } from "./dishonesty.ts";
import { exceptions, formerPosts } from "./landmarks.ts";
import { officeHolderRows } from "./office-holders.ts";
import { officialDishonestyRows, officialDishonestySpecs, responsibilityRows } from "./official-dishonesty.ts";
import { officialRows } from "./officials.ts";
import { organizationRows } from "./organizations.ts";
import { placesOf } from "./places.ts";
import { projectRows, projectSpecs } from "./projects.ts";
import { tenderRows, tenderSpecs } from "./tenders.ts";
import { violationRows, violationSpecs } from "./violations.ts";

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
  const bids = bidRows(tenders);
  const bodyRecords = dishonestyRows(bodies, dishonestySpecs(bodies));
  const officialRecords = officialDishonestySpecs(officials);
  const publishedRecords = publishedOfficialRows(bodies, officials, officialRecords);
  const violationPlans = violationSpecs();
  const violations = violationRows(bodies, bids, violationPlans);
  return {
    divisions: places.all.map((division) => ({ id: uuidOf(`division/${division.code}`), ...division })),
    ...organizationRows(bodies),
    officials,
    officeHolders: officeHolderRows(bodies, officials, formerPosts),
    projects: projectRows(projects),
    tenders: tenderRows(tenders),
    bids,
    debtLimits: debts.limits,
    debtBalances: debts.balances,
    disclosureBases: disclosureBasisRows(officialRecords, violationPlans),
    dishonestyRecords: [...bodyRecords, ...publishedRecords],
    officialDishonestyRecords: officialDishonestyRows(bodies, officials, officialRecords),
    responsibilities: responsibilityRows(bodies, officials, bodyRecords),
    violationRecords: violations,
    attachments: attachmentRows([...bodyRecords, ...publishedRecords], violations),
    measures: readMeasures().map((row) => ({ id: uuidOf(`measure/${row.code}`), ...row })),
    legalBases: readLegalBases().map((row) => ({ id: uuidOf(`legal-basis/${row.citation}`), ...row })),
  };
}

import { readMeasures } from "../reference/read-measures.ts";
import { attachmentRows } from "./attachments.ts";
import type { BidRow } from "./bids.ts";
import type { Body } from "./bodies.ts";
import { uuidOf } from "./chance.ts";
import { disclosureBasisRows } from "./disclosure-bases.ts";
import { dishonestyRows, dishonestySpecs, publishedOfficialRows } from "./dishonesty.ts";
import { dutyCrimeRows } from "./duty-crimes.ts";
import { officialDishonestyRows, officialDishonestySpecs, responsibilityRows } from "./official-dishonesty.ts";
import type { OfficialRow } from "./officials.ts";
import { violationRows, violationSpecs } from "./violations.ts";

/** Rows about good and bad faith: records of bodies, officials and firms, what hangs on them, and the measures that may be taken. */
export function integrityRows(bodies: readonly Body[], officials: readonly OfficialRow[], bids: readonly BidRow[]) {
  const officialActs = officialDishonestySpecs(officials);
  const violationActs = violationSpecs(bids);
  const ofBodies = dishonestyRows(bodies, dishonestySpecs(bodies));
  const dishonestyRecords = [...ofBodies, ...publishedOfficialRows(bodies, officials, officialActs)];
  const violationRecords = violationRows(bodies, bids, violationActs);
  return {
    disclosureBases: disclosureBasisRows(officialActs, violationActs),
    dishonestyRecords,
    officialDishonestyRecords: officialDishonestyRows(bodies, officials, officialActs),
    recordResponsibilities: responsibilityRows(bodies, officials, ofBodies),
    dutyCrimeRecords: dutyCrimeRows(bodies, officials),
    violationRecords,
    attachments: attachmentRows(dishonestyRecords, violationRecords),
    measures: readMeasures().map((row) => ({ id: uuidOf(`measure/${row.code}`), ...row })),
  };
}

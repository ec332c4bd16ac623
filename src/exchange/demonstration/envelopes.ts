import { recordNoOf, uuidOf } from "./chance.ts";

/** Where a record came from: the body that supplied it, its information system, and the document behind the record. */
export interface Provenance {
  readonly sourceOrganizationId: string;
  readonly sourceSystem: string;
  readonly documentNo?: string;
  readonly documentDate?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** What every record carries, from its kind (the prefix of its number) and its stable name. */
export const envelopeOf = (prefix: string, name: string, provenance: Provenance) => ({
  id: uuidOf(name),
  recordNo: recordNoOf(prefix, name),
  sourceOrganizationId: provenance.sourceOrganizationId,
  sourceSystem: provenance.sourceSystem,
  sourceRecordNo: recordNoOf("SRC", name),
  documentNo: provenance.documentNo ?? null,
  documentDate: provenance.documentDate ?? null,
  validFrom: provenance.validFrom ?? null,
  validTo: provenance.validTo ?? null,
  submittedBy: "demonstration",
});

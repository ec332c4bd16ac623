import { csvOf } from "./csv.ts";
import type { LedgerLine } from "./ledger.ts";

/** The ledger as CSV. */
export const ledgerCsv = (ledger: readonly LedgerLine[]): string =>
  csvOf(["type", "field", "class", "basis", "toSubject", "filterable", "audited", "rowRule", "description"], ledger);

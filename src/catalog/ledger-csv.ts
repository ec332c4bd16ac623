import type { LedgerLine } from "./ledger.ts";

const cell = (value: string | boolean | null): string => {
  const text = value === null ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const columns = ["type", "field", "class", "basis", "toSubject", "filterable", "audited", "rowRule", "description"] as const;

/** The ledger as CSV (RFC 4180, lines end with LF, so that git shows a change as a line). */
export const ledgerCsv = (ledger: readonly LedgerLine[]): string => [columns.join(","), ...ledger.map((line) => columns.map((column) => cell(line[column])).join(","))].join("\n") + "\n";

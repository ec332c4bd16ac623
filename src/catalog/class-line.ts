import { disclosureClasses } from "./disclosure-class.ts";
import type { LedgerLine } from "./ledger.ts";

/** What the docs of a field end with: its class, the law that it rests on, and what else follows for who reads it. */
export const classLine = ({ class: cls, basis, audited, toSubject }: LedgerLine): string =>
  [`Class: ${cls} (${disclosureClasses[cls].zh}).`, ...(basis === null ? [] : [`Basis: ${basis}.`]), ...(audited ? ["Every reading is logged."] : []), ...(toSubject ? ["Also for the person concerned."] : [])].join(" ");

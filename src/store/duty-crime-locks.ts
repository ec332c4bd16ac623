import type { Catalogue } from "../catalog/catalogue.ts";
import { identifier } from "../policy/rule-sql.ts";
import { dutyCrimeTypeOf, mayAnswerWithSql } from "./duty-crime-sql.ts";
import { serviceRole } from "./roles.ts";

/** What the register's question reads of a record, compares, and looks at before it answers; neither the identity number nor anything that tells it. */
const columns = [
  "person_name", "organization_at_offence_id", "judgment_date", "court_name", "case_no", "charges", "sentence_kind", "sentence_months", "is_suspended", "post_at_offence", "official_id",
  "effective_on", "document_date", "catalog_item_code", "severity", "disclosure_state", "display_from", "disclosure_basis_id",
];

/**
 * The hub's own role asks the register in everybody's name, and reads of it what may be answered today and nothing else: were the statement wrong, the
 * database would still give no other row. Decisions to publish it has for the workflows anyway. No audience gains anything, the public least.
 */
export function dutyCrimeLocksSql(catalogue: Catalogue): string {
  const type = dutyCrimeTypeOf(catalogue);
  if (type === null) return "-- This catalogue has no register of crimes in office.";
  const table = identifier(type.storage.name);
  return [
    "-- The register of crimes in office: what may be answered today, to the hub's own role alone.",
    `grant select (${columns.map(identifier).join(", ")}) on public.${table} to ${serviceRole};`,
    `grant select ("version_code", "kind", "state") on public.policy_change to ${serviceRole};`,
    `grant select ("version_code", "catalog_item_code", "severity", "is_displayed", "max_months", "effective_from", "effective_to", "confidence") on public.display_period to ${serviceRole};`,
    `grant select ("code", "type_name") on public.catalog_item to ${serviceRole};`,
    `grant select ("id", "uscc") on public.organization to ${serviceRole};`,
    `create policy "hub_register" on public.${table} for select to ${serviceRole} using (${mayAnswerWithSql(catalogue, type, table)});`,
  ].join("\n");
}

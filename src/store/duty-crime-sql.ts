import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity } from "../catalog/node-type.ts";
import { derivationSql, identifier, literal } from "../policy/rule-sql.ts";

/** The type of the register of crimes in office; the store asks it one question that no row rule could say. */
const registerType = "DutyCrimeRecord";

/** The register's type; null for a catalogue without it. */
export function dutyCrimeTypeOf(catalogue: Catalogue): Entity | null {
  const type = catalogue.types.get(registerType);
  return type?.kind === "entity" ? type : null;
}

/**
 * The periods, as `dp`, that open the register today: of its own dataset, displayed, in force, read in the primary text, and made by a change of policy that
 * was approved. What is merely believed or proposed opens nothing, nor what somebody has brought as a file by himself.
 */
const openingPeriods = `display_period dp where dp.catalog_item_code in (select ci.code from catalog_item ci where ci.type_name = ${literal(registerType)}) and dp.confidence = 'VERIFIED' and dp.is_displayed
  and dp.effective_from <= hub_today() and (dp.effective_to is null or dp.effective_to >= hub_today())
  and exists (select from policy_change pc where pc.version_code = dp.version_code and pc.kind = 'DISPLAY_PERIOD' and pc.state = 'APPROVED')`;

/** Whether a provision in force lets the public ask the register at all. It looks at policy rows and at nothing else. */
export const isOpenSql = `exists (select 1 from ${openingPeriods})`;

/**
 * Whether the register may answer with a record today: the judgment is final, its own period is one of those that open the register and is not over,
 * and the record is on display with a decision to publish that is published and still holds, as its derived field `onDisplay` says.
 *
 * @param row alias or name of the record's table
 */
export function mayAnswerWithSql(catalogue: Catalogue, type: Entity, row: string): string {
  const column = (key: string): string => `${row}.${identifier(type.storage.places[key]!.column.name)}`;
  const period = `exists (select 1 from ${openingPeriods} and dp.catalog_item_code = ${column("catalogItemCode")} and dp.severity = ${column("severity")} and hub_today() <= (${column("documentDate")} + make_interval(months => dp.max_months))::date)`;
  return `(${column("effectiveOn")} <= hub_today() and ${period} and ${derivationSql(type.fields["onDisplay"]!.derived!, { catalogue, type, column })})`;
}

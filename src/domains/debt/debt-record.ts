import { integer, numeric, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { envelope } from "../../catalog/envelope.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { union } from "../../catalog/union.ts";
import { administrativeDivision } from "../reference/administrative-division.ts";
import { source } from "../reference/source.ts";
import { debtKind } from "./codelists.ts";

/** The fields that every debt record has; each member spreads a set of its own. */
export const debtRecordFields = () => ({
  ...envelope(),
  divisionCode: open(text().notNull(), "Code of the division whose government owes (行政区划代码)."),
  year: open(integer().notNull(), "Budget year (年度)."),
  kind: open(coded(debtKind).notNull(), "Kind of debt (债务类型)."),
  amount: open(numeric({ precision: 18, scale: 2 }).notNull(), "Amount in 元 (金额)."),
});

/** The relation of every debt record to its division, with the inverse under a name of its own. */
export const debtorDivision = (inverse: string, doc: string) =>
  one(() => administrativeDivision, "divisionCode", "The division whose government owes (行政区划).", { to: "code", inverse: many(inverse, doc) });

export const debtRecord = union("DebtRecord", "A figure about the debt of a division's government, as it must be published (政府债务信息).", debtRecordFields(), {
  order: { by: "year", direction: "DESC" },
  relations: { division: debtorDivision("debtRecords", "All debt figures of the division (政府债务信息)."), source },
});

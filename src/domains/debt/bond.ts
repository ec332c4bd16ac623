import { date, integer, numeric, text } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { always, clearance, within } from "../../catalog/rule.ts";
import { debtorDivision, debtRecord, debtRecordFields } from "./debt-record.ts";
import { source } from "../reference/source.ts";

export const bond = entity(
  "Bond",
  "A bond that the province has issued; its amount is that of all its tranches together (地方政府债券).",
  {
    ...debtRecordFields(),
    code: open(text().notNull().unique(), "Code under which the bond is registered and traded (债券代码)."),
    name: open(text().notNull(), "Full name of the bond (债券名称)."),
    issuedOn: open(date().notNull(), "Day of issue (发行日期)."),
    termYears: open(integer().notNull(), "Years from issue to maturity (期限)."),
    rate: open(numeric({ precision: 6, scale: 4 }).notNull(), "Interest a year, in percent (票面利率)."),
    maturesOn: open(date().notNull(), "Day on which the principal is due (到期日期)."),
  },
  {
    implements: debtRecord,
    rows: always,
    keys: { code: "code" },
    order: { by: "year", direction: "DESC" },
    supply: { by: clearance("finance", within("divisionCode")), key: "code", prefix: "BND", periods: [["issuedOn", "maturesOn"]] },
    relations: {
      division: debtorDivision("bonds", "Bonds that the division's government has issued; only a province issues (发行的债券)."),
      source,
    },
  },
);

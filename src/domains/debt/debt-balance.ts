import { date } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { always, clearance, within } from "../../catalog/rule.ts";
import { debtorDivision, debtRecord, debtRecordFields } from "./debt-record.ts";
import { source } from "../reference/source.ts";

export const debtBalance = entity(
  "DebtBalance",
  "What a division's government owes at the end of a period (政府债务余额).",
  { ...debtRecordFields(), asOf: open(date().notNull(), "Day that the balance is of (截止日期).") },
  {
    implements: debtRecord,
    rows: always,
    order: { by: "year", direction: "DESC" },
    supply: { by: clearance("finance", within("divisionCode")), prefix: "DBL" },
    relations: {
      division: debtorDivision("debtBalances", "Debt balances of the division (政府债务余额)."),
      source,
    },
  },
);

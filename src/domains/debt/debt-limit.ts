import { date } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { always, clearance, within } from "../../catalog/rule.ts";
import { debtorDivision, debtRecord, debtRecordFields } from "./debt-record.ts";
import { source } from "../reference/source.ts";

export const debtLimit = entity(
  "DebtLimit",
  "The most that a division's government may owe in a year, as approved (政府债务限额).",
  { ...debtRecordFields(), approvedOn: open(date(), "Day of approval (批准日期).") },
  {
    implements: debtRecord,
    rows: always,
    order: { by: "year", direction: "DESC" },
    supply: { by: clearance("finance", within("divisionCode")), prefix: "DLM" },
    relations: {
      division: debtorDivision("debtLimits", "Debt limits of the division (政府债务限额)."),
      source,
    },
  },
);

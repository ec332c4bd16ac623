import { date, text } from "drizzle-orm/pg-core";
import { coded } from "../../catalog/codelist.ts";
import { entity } from "../../catalog/entity.ts";
import { open } from "../../catalog/field.ts";
import { many, one } from "../../catalog/relation.ts";
import { always, clearance } from "../../catalog/rule.ts";
import { legalBasis } from "../reference/legal-basis.ts";
import { calendarDayKind } from "./codelists.ts";

/** A day without a row is what its weekday says: Monday to Friday worked, Saturday and Sunday off. */
export const calendarDay = entity(
  "CalendarDay",
  "A day that is off or worked against its weekday, by the State Council's annual notice (法定节假日与调休安排).",
  {
    day: open(date().notNull().unique(), "The day (日期)."),
    kind: open(coded(calendarDayKind).notNull(), "Whether it is off or worked (日期类型)."),
    name: open(text().notNull(), "Holiday that it belongs to (节日名称)."),
    basisCitation: open(text().notNull(), "Notice that arranges it (依据)."),
  },
  {
    rows: always,
    order: { by: "day", direction: "ASC" },
    supply: { by: clearance("operator"), key: "day", takes: "ALL_ROWS" }, // the State Council arranges a year as a whole
    relations: {
      basis: one(() => legalBasis, "basisCitation", "The notice that arranges it, with its number (安排通知).", {
        to: "citation",
        enforced: false, // the texts of the law are data, which may come later than what cites them
        inverse: many("calendarDays", "The days that the notice arranges (节假日安排)."),
      }),
    },
    indexes: [["kind", "day"]],
  },
);

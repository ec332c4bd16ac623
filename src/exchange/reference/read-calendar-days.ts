import { calendarDayKind } from "../../domains/policy/codelists.ts";
import { cellsOf } from "./cells-of.ts";
import { readTable } from "./read-table.ts";

/** The days of 2024 to 2026 that are off or worked against their weekday, as the State Council's notices arrange them. */
export const readCalendarDays = () =>
  readTable("calendar-days", ["day", "kind", "name", "basisCitation"]).map((row) => {
    const cells = cellsOf("calendar-days", row);
    return { day: cells.day("day"), kind: cells.code("kind", calendarDayKind), name: cells.text("name"), basisCitation: cells.text("basisCitation") };
  });

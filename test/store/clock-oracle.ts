import type { thresholdUnit } from "../../src/domains/policy/codelists.ts";
import { readCalendarDays } from "../../src/exchange/reference/read-calendar-days.ts";

/** Deadlines as a person finds them: the days of scripts/data/calendar-days.csv are walked one by one, with a finger. */
export type Unit = (typeof thresholdUnit)["values"][number];

const kinds = new Map(readCalendarDays().map(({ day, kind }) => [day, kind]));
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

export function isWorkingDay(day: string): boolean {
  const kind = kinds.get(day);
  return kind === undefined ? weekday(day) !== 0 && weekday(day) !== 6 : kind === "MAKE_UP_WORKDAY";
}

/** 民法典 203: a last day that is off gives way to the day after the days off. */
function notOff(day: string): string {
  let found = day;
  while (!isWorkingDay(found)) found = dayAfter(found);
  return found;
}

function walk(day: string, days: number, isCounted: (day: string) => boolean): string {
  let [found, left] = [day, days];
  while (left > 0) {
    found = dayAfter(found);
    if (isCounted(found)) left -= 1;
  }
  return found;
}

/** 民法典 202: the day of the same number, or the month's last. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const [inYear, inMonth] = [year + Math.floor((month - 1 + months) / 12), (month - 1 + months) % 12];
  const last = new Date(Date.UTC(inYear, inMonth + 1, 0)).getUTCDate();
  return new Date(Date.UTC(inYear, inMonth, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The last day of a period that begins with a day; null where the unit is none of time. */
export function deadline(day: string, amount: number, unit: Unit): string | null {
  switch (unit) {
    case "WORKING_DAY":
      return walk(day, amount, isWorkingDay);
    case "CALENDAR_DAY":
      return amount === 0 ? day : notOff(walk(day, amount, () => true));
    case "MONTH":
      return amount === 0 ? day : notOff(monthsLater(day, amount));
    case "YEAR":
      return amount === 0 ? day : notOff(monthsLater(day, 12 * amount));
    case "PERCENT":
    case "YUAN":
    case "COUNT":
    case "RATE_PER_DAY":
      return null;
  }
}

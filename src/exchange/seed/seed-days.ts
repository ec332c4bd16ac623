import { addDays } from "../demonstration/chance.ts";
import { today } from "../demonstration/specs.ts";
import { readCalendarDays } from "../reference/read-calendar-days.ts";

/** Days on which offices are open, as far as the calendar of the policy tables goes; for other years the weekday says it. */
export function workdays(): (day: string) => string {
  const kinds = new Map(readCalendarDays().map(({ day, kind }) => [day, kind]));
  const isWorked = (day: string): boolean => {
    const kind = kinds.get(day);
    const weekday = new Date(day).getUTCDay();
    return kind === undefined ? weekday !== 0 && weekday !== 6 : kind === "MAKE_UP_WORKDAY";
  };
  return (day) => {
    let open = day;
    while (!isWorked(open)) open = addDays(open, 1);
    return open;
  };
}

/** Whether a day has come in the world that stands still on the demonstration's day. */
export const hasCome = (day: string): boolean => day <= today;

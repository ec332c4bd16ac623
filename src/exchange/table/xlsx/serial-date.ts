const secondsOfDay = 86_400;
const millisecondsOfDay = secondsOfDay * 1000;
/** The last day of the year 9999, with which spreadsheets end. */
const lastDay = 2_958_465;
const daysTo1904 = 1_462;

/**
 * The day or moment that a spreadsheet keeps as a count of days: 2026-04-01, 2026-04-01 09:30:00 where it has a time, 09:30:00 where it
 * has no day; rounded to seconds. Counted from 1900 (where the 29th of February 1900, which never was, is a day) or from 1904. Null where
 * the number is none of a day.
 */
export function serialDate(days: number, isFrom1904: boolean): string | null {
  const seconds = Math.round(days * secondsOfDay);
  const serial = Math.floor(seconds / secondsOfDay) + (isFrom1904 ? daysTo1904 : 0);
  if (!(days >= 0) || serial > lastDay) return null;
  const ofDay = seconds % secondsOfDay;
  if (ofDay > 0 && days < 1) return timeText(ofDay);
  return ofDay === 0 ? dayText(serial) : `${dayText(serial)} ${timeText(ofDay)}`;
}

function dayText(serial: number): string {
  if (serial === 60) return "1900-02-29";
  return new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * millisecondsOfDay).toISOString().slice(0, 10);
}

const timeText = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

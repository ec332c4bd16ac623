/** Months between the day from which something is deprecated and the first release without it. */
export const noticeMonths = 6;

/** The day from which something is deprecated, by its reason: `since 2026-12-01: ask price instead (…)`; null where the reason says none. */
export function deprecatedSince(reason: string): string | null {
  const day = /\bsince (\d{4}-\d\d-\d\d)\b/.exec(reason)?.[1];
  return day !== undefined && isDay(day) ? day : null;
}

/** The day, YYYY-MM-DD, from which what is deprecated since a day may be gone: that of the same number, or the month's last (民法典 202). */
export function removableFrom(since: string): string {
  const [year, month, day] = since.split("-").map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + noticeMonths, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + noticeMonths, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

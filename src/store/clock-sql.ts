/**
 * Statutory clocks as functions of the database, over the tables of the calendar and of the thresholds as they stand: whatever decides by a
 * deadline decides by the same rule, and a new notice or law is a row. They run with the rights of whoever calls them, over what is open to
 * everybody. A day that the calendar lacks is what its weekday says.
 *
 * A deadline is the last day on which something may be done. How long something lasts (a display, a sanction) is no deadline: its last day
 * is not moved for a day off.
 */

/** A Monday before every clock, from which the weeks are counted. */
const monday = "date '0001-01-01'";

/** How many Mondays to Fridays there are since then, up to and with a day. */
const weekdaysTo = (day: string): string => `(5 * ((${day} - ${monday}) / 7) + least((${day} - ${monday}) % 7 + 1, 5))`;

/** The weekday that has that number. */
const weekdayOf = (number: string): string => `(${monday} + (${number} - 1) / 5 * 7 + (${number} - 1) % 5)`;

/** The functions, with the types that they take: everybody may run them. */
export const clockFunctions: readonly string[] = Object.freeze([
  "public.hub_is_working_day(date)",
  "public.hub_add_working_days(date, integer)",
  "public.hub_deadline(date, numeric, text)",
  "public.hub_threshold(text, date)",
  "public.hub_due(text, date)",
]);

/**
 * The statements that make them.
 *
 * - `hub_is_working_day(day)`: as the calendar says, else whether it is a Monday to Friday.
 * - `hub_add_working_days(day, n)`: the n-th working day after the day; the day itself where n is 0, null where it is less. Weeks are
 *   counted, not walked: only the days that the calendar moves are read. Up to the last of them by which fewer than n days are worked,
 *   each moves the n-th by one; from there on it is so many weekdays further, or the day worked in exchange on which it is reached.
 * - `hub_deadline(day, amount, unit)`: the last day of a period that begins with the day, by a code of `ThresholdUnit`; the day itself
 *   where the amount is 0 (立即); null where the amount is null, negative or no whole number, or the unit is none of time.
 * - `hub_threshold(code, day)`: the version of a threshold in force on the day, no row where there is none.
 * - `hub_due(code, day)`: the deadline by the threshold in force on the day on which the clock starts, whatever comes into force while it
 *   runs (不溯及既往); null where no threshold has the code then, or nobody has found its number.
 */
export const clockSql = `-- Statutory clocks (民法典 201 to 203): the day on which a period begins is not counted in, and a last day that is off is moved to the next that is not.
create or replace function public.hub_is_working_day(day date) returns boolean language sql stable parallel safe as $$
  select coalesce((select c."kind" = 'MAKE_UP_WORKDAY' from public."calendar_day" c where c."day" = $1), extract(isodow from $1) < 6)
$$;
create or replace function public.hub_add_working_days(day date, n integer) returns date language sql stable parallel safe as $$
  with moved as (
    select c."day" as "on", (sum(case c."kind" when 'HOLIDAY' then -1 else 1 end) over (order by c."day"))::integer as "more"
    from public."calendar_day" c
    where c."day" > $1 and (c."kind" = 'HOLIDAY') = (extract(isodow from c."day") < 6)
  ), counted as (
    select "on", "more", ${weekdaysTo(`"on"`)} - ${weekdaysTo("$1")} + "more" as "worked" from moved
  )
  select case when $2 = 0 then $1 when $2 > 0 then least(
    ${weekdayOf(`(${weekdaysTo("$1")} + $2 - coalesce((select "more" from counted where "worked" < $2 order by "on" desc limit 1), 0))`)},
    (select min("on") from counted where "worked" >= $2)
  ) end
$$;
create or replace function public.hub_deadline(day date, amount numeric, unit text) returns date language sql stable parallel safe as $$
  select case
    when $2 < 0 or $2 <> trunc($2) or $3 not in ('CALENDAR_DAY', 'WORKING_DAY', 'MONTH', 'YEAR') then null
    when $2 = 0 then $1
    when $3 = 'WORKING_DAY' then public.hub_add_working_days($1, $2::integer)
    -- The last day is the first working day from it on. A month without a day of that number ends the period with its last.
    else public.hub_add_working_days(case $3
      when 'CALENDAR_DAY' then $1 + $2::integer
      when 'MONTH' then ($1 + make_interval(months => $2::integer))::date
      else ($1 + make_interval(years => $2::integer))::date
    end - 1, 1)
  end
$$;
create or replace function public.hub_threshold(code text, day date) returns table (version_code text, value numeric, unit text) language sql stable parallel safe as $$
  select t."version_code", t."value", t."unit" from public."threshold" t
  where t."code" = $1 and coalesce(t."effective_from" <= $2, true) and coalesce(t."effective_to" >= $2, true)
  order by t."effective_from" desc nulls last limit 1
$$;
create or replace function public.hub_due(code text, day date) returns date language sql stable parallel safe as $$
  select public.hub_deadline($2, t.value, t.unit) from public.hub_threshold($1, $2) t
$$;`;

import { drizzle } from "drizzle-orm/postgres-js";
import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { thresholdUnit } from "../../src/domains/policy/codelists.ts";
import { calendarDay } from "../../src/domains/policy/calendar-day.ts";
import { threshold } from "../../src/domains/policy/threshold.ts";
import { readCalendarDays } from "../../src/exchange/reference/read-calendar-days.ts";
import { readThresholds } from "../../src/exchange/reference/read-thresholds.ts";
import { hubCatalogue } from "../../src/server.ts";
import { insertRows } from "../../src/store/insert-rows.ts";
import { migrate } from "../../src/store/migrate.ts";
import { roles } from "../../src/store/roles.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { clockExamples } from "./clock-examples.ts";
import { deadline, isWorkingDay, type Unit } from "./clock-oracle.ts";
import { roleOptions, secrets } from "./planted.ts";

/** The clocks of the database, with the calendar and the thresholds of scripts/data. */
let database: FreshDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url, hubCatalogue(), roleOptions);
  const filling = postgres(database.url, { max: 1, onnotice: () => {} });
  await insertRows(drizzle(filling), calendarDay, readCalendarDays(), secrets);
  await insertRows(drizzle(filling), threshold, readThresholds(), secrets);
  await filling.end();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const due = async (code: string, start: string): Promise<string | null> => (await sql<[{ due: string | null }]>`select hub_due(${code}, ${start}::date)::text as due`)[0].due;
const deadlineOf = async (day: string, amount: number | null, unit: string): Promise<string | null> => (await sql<[{ last: string | null }]>`select hub_deadline(${day}::date, ${amount}::numeric, ${unit})::text as last`)[0].last;

const dayFrom = (first: string, days: number): string => new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);

interface Asked {
  readonly day: string;
  readonly amount: number;
  readonly unit: Unit;
}

/** The deadlines of many periods in one statement, in order. */
const deadlinesOf = async (asked: readonly Asked[]): Promise<(string | null)[]> =>
  (await sql<{ last: string | null }[]>`
    select hub_deadline(t.day, t.amount, t.unit)::text as last
    from rows from (json_to_recordset(${JSON.stringify(asked)}::text::json) as (day date, amount numeric, unit text)) with ordinality t(day, amount, unit, place) order by t.place`).map(({ last }) => last);

describe("A statutory clock", () => {
  it.each(clockExamples)("%s (%s) that starts on %s ends on %s: %s", async (version, _provision, start, last) => {
    const code = version.split("@")[0]!;
    expect(await sql`select version_code, hub_due(${code}, ${start}::date)::text as due from hub_threshold(${code}, ${start}::date)`).toEqual([{ version_code: version, due: last }]);
  });

  it("of a record, its channels, disclosure, sharing, objection, repair and the person concerned has an example worked by hand, if it has a number", () => {
    const units: readonly string[] = ["CALENDAR_DAY", "WORKING_DAY", "MONTH", "YEAR"];
    const worked = new Set(clockExamples.map(([version]) => version));
    const clocks = readThresholds().filter(({ code, unit, value }) => value !== null && units.includes(unit) && /^(record|channel|disclosure|share|objection|repair|subjectRequest|incident|regulation|monitoring|accessLog|privacy)\./.test(code));
    // The yearly reports are due on a day that the law names, not at the end of a period.
    expect(clocks.map(({ versionCode }) => versionCode).filter((version) => !worked.has(version))).toEqual(["disclosure.report.department@2019-05-15", "disclosure.report.government@2019-05-15"]);
  });

  it.each(["repair.extend", "repair.ban"])("%s has no last day, as nobody has found its number", async (code) => {
    expect(await sql`select value from hub_threshold(${code}, '2026-11-25')`).toEqual([{ value: null }]);
    expect(await due(code, "2026-11-25")).toBeNull();
  });

  it("has none before its rule is in force, nor has a code that there is not", async () => {
    expect([await due("disclosure.answer", "2019-05-14"), await due("disclosure.answer", "2019-05-15"), await due("no.such", "2026-11-25")]).toEqual([null, "2019-06-12", null]);
  });

  const version = (code: string, from: string | null, to: string | null, value: string, unit: Unit) => sql`insert into threshold (version_code, code, name, value, unit, effective_from, effective_to, confidence) values (${`${code}@${from ?? "undated"}`}, ${code}, '试', ${value}, ${unit}, ${from}, ${to}, 'PROPOSED')`;

  it("goes on by the rule that was in force when it started (不溯及既往)", async () => {
    await version("test.clock", null, "2025-12-31", "1", "YEAR");
    await version("test.clock", "2026-01-01", "2026-06-30", "3", "WORKING_DAY");
    await version("test.clock", "2026-07-01", null, "10", "CALENDAR_DAY");
    expect(await Promise.all(["1999-03-01", "2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"].map((day) => due("test.clock", day)))).toEqual(["2000-03-01", "2026-12-31", "2026-01-06", "2026-07-03", "2026-07-13"]);
  });

  it("goes by the latest rule where nobody has ended an earlier one", async () => {
    await version("test.open", "2026-01-01", null, "3", "WORKING_DAY");
    await version("test.open", "2026-07-01", null, "10", "CALENDAR_DAY");
    await version("test.open", null, null, "1", "YEAR");
    expect(await Promise.all(["2025-12-31", "2026-06-30", "2026-07-01"].map((day) => due("test.open", day)))).toEqual(["2026-12-31", "2026-07-03", "2026-07-13"]);
  });

  it.each(roles)("says the same to %s as to the owner", async (role) => {
    const told = await sql.begin(async (transaction) => {
      await transaction.unsafe(`set local role ${role}`);
      return transaction`select hub_due('disclosure.answer', '2026-01-30')::text as due, hub_is_working_day('2026-02-14') as "isWorked", hub_add_working_days('2026-02-13', 2)::text as second, hub_deadline('2026-01-16', 30, 'CALENDAR_DAY')::text as last, (select value::text from hub_threshold('share.deliver', '2026-01-30')) as value`;
    });
    expect([...told]).toEqual([{ due: "2026-03-05", isWorked: true, second: "2026-02-24", last: "2026-02-24", value: "20" }]);
  });
});

describe("A period", () => {
  it.each<[string, number | null, string, string | null]>([
    ["2026-10-03", 0, "CALENDAR_DAY", "2026-10-03"],
    ["2026-10-03", 0, "WORKING_DAY", "2026-10-03"],
    ["2026-10-03", 0, "MONTH", "2026-10-03"],
    ["2026-10-03", 0, "YEAR", "2026-10-03"],
    ["2026-11-25", null, "WORKING_DAY", null],
    ["2026-11-25", -1, "WORKING_DAY", null],
    ["2026-11-25", -1, "CALENDAR_DAY", null],
    ["2026-11-25", 1.5, "CALENDAR_DAY", null],
    ["2026-11-25", 0, "PERCENT", null],
    ["2026-11-25", 3, "COUNT", null],
    ["2026-11-25", 3, "HOUR", null],
    ["2025-09-30", 1, "WORKING_DAY", "2025-10-09"],
    ["2025-10-01", 1, "WORKING_DAY", "2025-10-09"],
    ["2025-09-27", 1, "WORKING_DAY", "2025-09-28"],
    ["2024-02-29", 1, "YEAR", "2025-02-28"],
    ["2023-02-28", 1, "YEAR", "2024-02-28"],
  ])("from %s, of %s %s, ends on %s", async (day, amount, unit, last) => {
    expect(await deadlineOf(day, amount, unit)).toBe(last);
  });

  it("is found by the database as by whoever walks the calendar day by day", async () => {
    const day = fc.integer({ min: 0, max: 4 * 365 }).map((days) => dayFrom("2023-11-01", days));
    const most = { CALENDAR_DAY: 400, WORKING_DAY: 400, MONTH: 60, YEAR: 15, PERCENT: 3, YUAN: 3, COUNT: 3, RATE_PER_DAY: 3 } as const satisfies Record<Unit, number>;
    const asked = fc.constantFrom(...thresholdUnit.values).chain((unit) => fc.record({ day, amount: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: most[unit] })), unit: fc.constant(unit) }));
    const periods: readonly Asked[] = fc.sample(asked, { numRuns: 6_000, seed: inject("oracle").seed });
    const found = await deadlinesOf(periods);
    const wrong = periods.flatMap((period, place) => (found[place] === deadline(period.day, period.amount, period.unit) ? [] : [[period, found[place], deadline(period.day, period.amount, period.unit)]]));
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(found.filter((last) => last !== null).length).toBeGreaterThan(2_000);
  });

  it("counts each day as worked that is, from before the calendar to after it", async () => {
    const days = Array.from({ length: 1_500 }, (_, place) => dayFrom("2023-06-01", place));
    const found = await sql<{ is: boolean }[]>`select hub_is_working_day(day::date) as is from unnest(${days}::text[]) with ordinality d(day, place) order by place`;
    expect(days.filter((day, place) => found[place]!.is !== isWorkingDay(day))).toEqual([]);
  });
});

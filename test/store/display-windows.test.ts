import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dishonestyRecords } from "../../src/exchange/demonstration/landmarks.ts";
import { stopClock } from "../setup/clock.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { testHub, type TestHub } from "../setup/hub.ts";
import { demonstrationTemplate } from "../setup/template.ts";

/**
 * How long a record is on display, by the rules of scripts/data/display-periods.csv: worked by hand, from the date of the document, by
 * the rule in force on the day on which somebody looks. The law shows it for so long and no longer: no last day is moved for a holiday.
 */
let database: FreshDatabase;
let hub: TestHub;
let sql: postgres.Sql;
const { id } = dishonestyRecords.displayed;

beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  hub = await testHub({ ownerUrl: database.url });
});
afterAll(async () => {
  await sql.end();
  await hub.close();
  await database.drop();
});

const published = (severity: string, documentDate: string) => sql`update dishonesty_record set severity = ${severity}, document_date = ${documentDate}, display_from = ${documentDate}, disclosure_state = 'PUBLISHED' where id = ${id}`;
const beginsIn = (day: string): string => `${day}T00:00:00+08:00`;
const endsIn = (day: string): string => `${day}T23:59:59+08:00`;
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Whether the public sees the record at a moment, and its window as those in charge read it. */
async function seenAt(moment: string) {
  await stopClock(sql, moment);
  const [toPublic, toLead] = await Promise.all([hub.ask("public", `{ dishonestyRecord(id: "DishonestyRecord_${id}") { id } }`), hub.ask("creditLead", `{ dishonestyRecord(id: "DishonestyRecord_${id}") { displayUntil repairableFrom } }`)]);
  const { displayUntil, repairableFrom } = toLead.body.data!["dishonestyRecord"] as { displayUntil: string | null; repairableFrom: string | null };
  return { isShown: toPublic.body.data!["dishonestyRecord"] !== null, displayUntil, repairableFrom };
}

describe("The last day on display is shown, the next is not", () => {
  it.each<[rule: string, severity: string, documentDate: string, last: string, repairableFrom: string, why: string]>([
    ["58号令", "GENERAL", "2023-02-28", "2026-02-28", "2023-05-28", "three years, and at least three months"],
    ["58号令", "GENERAL", "2023-01-31", "2026-01-31", "2023-04-30", "April has no 31st"],
    ["58号令", "SERIOUS", "2023-03-15", "2026-03-15", "2024-03-15", "three years, and at least one, though the last day is a Sunday"],
    ["36号令", "GENERAL", "2025-10-03", "2026-10-03", "2026-01-03", "one year, and at least three months, though the last day is in 国庆节"],
    ["36号令", "GENERAL", "2025-11-30", "2026-11-30", "2026-02-28", "February has no 30th"],
    ["36号令", "SERIOUS", "2024-02-29", "2027-02-28", "2025-02-28", "neither 2025 nor 2027 has a 29 February"],
  ])("by %s, %s, of a document of %s: %s; repair from %s: %s", async (_rule, severity, documentDate, last, repairableFrom) => {
    await published(severity, documentDate);
    expect(await seenAt(endsIn(last))).toEqual({ isShown: true, displayUntil: last, repairableFrom });
    expect(await seenAt(beginsIn(dayAfter(last)))).toEqual({ isShown: false, displayUntil: last, repairableFrom });
  });

  it.each([["58号令", "2026-03-20"], ["36号令", "2026-11-20"]])("by %s, a minor act is not on display at all, not on the day of its document either: %s", async (_rule, documentDate) => {
    await published("MINOR", documentDate);
    expect(await seenAt(beginsIn(documentDate))).toEqual({ isShown: false, displayUntil: null, repairableFrom: null });
    expect(await seenAt(endsIn(documentDate))).toEqual({ isShown: false, displayUntil: null, repairableFrom: null });
  });

  it("and whoever looks after the rule has changed finds the window of the new one, shorter for what is general", async () => {
    await published("GENERAL", "2025-06-10");
    expect(await seenAt(endsIn("2026-03-31"))).toEqual({ isShown: true, displayUntil: "2028-06-10", repairableFrom: "2025-09-10" });
    expect(await seenAt(beginsIn("2026-04-01"))).toEqual({ isShown: true, displayUntil: "2026-06-10", repairableFrom: "2025-09-10" });
    await published("GENERAL", "2024-06-10");
    expect(await seenAt(endsIn("2026-03-31"))).toEqual({ isShown: true, displayUntil: "2027-06-10", repairableFrom: "2024-09-10" });
    expect(await seenAt(beginsIn("2026-04-01"))).toEqual({ isShown: false, displayUntil: "2025-06-10", repairableFrom: "2024-09-10" });
  });
});

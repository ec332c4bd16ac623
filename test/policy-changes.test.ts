import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dishonestyStories } from "../src/exchange/demonstration/dishonesty-stories.ts";
import { uuidOf } from "../src/exchange/demonstration/chance.ts";
import { waitFor } from "../src/store/wait-for.ts";
import { changesOf, type Changed } from "./setup/change.ts";
import { stopClock } from "./setup/clock.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** Policy rows are changed by a workflow of their own: a lead proposes, the province's lead decides, and each version holds from its day on. */
let hub: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
  await stopClock(sql, "2026-11-25T12:00:00+08:00");
});
afterAll(async () => {
  await sql?.end();
  await hub?.close();
});
const change = changesOf(() => hub);

const period = { kind: "DISPLAY_PERIOD", catalogItemCode: "SC-ZW-SX", severity: "SERIOUS", isDisplayed: true, minMonths: 0, maxMonths: 1, effectiveFrom: "2026-11-27", basisCitation: "信用修复管理办法", confidence: "PROPOSED" };
const threshold = { kind: "THRESHOLD", thresholdCode: "record.update", value: "7", unit: "WORKING_DAY", effectiveFrom: "2026-12-01", basisCitation: "信用修复管理办法", confidence: "PROPOSED" };
const propose = (further: object = {}, by: PersonaOrPublic = "cityCreditLead"): Promise<Changed> => change(by, "proposePolicyChange", { ...period, ...further });
const approve = (proposed: Changed, by: PersonaOrPublic = "creditLead", further: object = {}): Promise<Changed> => change(by, "approvePolicyChange", { id: proposed.row!["id"], version: proposed.row!["version"], ...further });

const displayed = async (): Promise<unknown> =>
  ((await hub.ask("public", `query ($id: ID!) { dishonestyRecord(id: $id) { displayUntil onDisplay } }`, { id: `DishonestyRecord_${uuidOf(dishonestyStories.displayed.name)}` })).body.data as { dishonestyRecord: unknown }).dishonestyRecord;

describe("A rule change on a day", () => {
  it("gives the old result the day before and the new one from that day on", async () => {
    const proposed = await propose();
    expect(proposed.row).toMatchObject({ changeNo: expect.stringMatching(/^ZB-2026-[0-9A-F]{8}$/), state: "PROPOSED", versionCode: "SC-ZW-SX/SERIOUS@2026-11-27" });
    expect((await approve(proposed)).row).toMatchObject({ state: "APPROVED", version: 2, decidedOn: "2026-11-25" });
    expect(await sql`select version_code, effective_from::text, effective_to::text, max_months from display_period where catalog_item_code = 'SC-ZW-SX' and severity = 'SERIOUS' order by effective_from`).toEqual([
      { version_code: "SC-ZW-SX/SERIOUS@2023-05-01", effective_from: "2023-05-01", effective_to: "2026-03-31", max_months: 36 },
      { version_code: "SC-ZW-SX/SERIOUS@2026-04-01", effective_from: "2026-04-01", effective_to: "2026-11-26", max_months: 36 },
      { version_code: "SC-ZW-SX/SERIOUS@2026-11-27", effective_from: "2026-11-27", effective_to: null, max_months: 1 },
    ]);
    // The document is of 2026-10-20: three years by the old version, one month by the new.
    await stopClock(sql, "2026-11-26T23:59:59.999+08:00");
    expect(await displayed()).toEqual({ displayUntil: "2029-10-20", onDisplay: true });
    await stopClock(sql, "2026-11-27T00:00:00+08:00");
    expect(await displayed()).toBeNull();
    await stopClock(sql, "2026-11-25T12:00:00+08:00");
    expect(await displayed()).toEqual({ displayUntil: "2029-10-20", onDisplay: true });
  });

  it("leaves a clock that has begun as it was, and counts the next by the new number", async () => {
    const due = async (day: string): Promise<unknown> => (await sql`select hub_due('record.update', ${day}::date)::text as due`)[0]!["due"];
    expect([await due("2026-11-30"), await due("2026-12-01")]).toEqual(["2026-12-07", "2026-12-08"]);
    const proposed = await propose({ ...Object.fromEntries(Object.keys(period).map((key) => [key, undefined])), ...threshold });
    expect([proposed.refused, proposed.row]).toEqual([[], expect.objectContaining({ versionCode: "record.update@2026-12-01", name: "收到信息后更新信用档案" })]);
    expect((await approve(proposed)).refused).toEqual([]);
    // Five working days from 30 November; seven from 1 December.
    expect([await due("2026-11-30"), await due("2026-12-01")]).toEqual(["2026-12-07", "2026-12-10"]);
  });
});

describe("Two changes of one rule that are approved at the same moment", () => {
  const unperiodical = Object.fromEntries(Object.keys(period).map((key) => [key, undefined]));

  /** Approves both while the database holds the row that the first of them has to end, so that each has looked at the rule before either is carried out. */
  async function atOnce(held: string, changes: readonly Changed[]): Promise<readonly Changed[]> {
    const holder = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
    try {
      const approvals: Promise<Changed>[] = [];
      await holder.begin(async (transaction) => {
        await transaction.unsafe(held);
        for (const each of changes) approvals.push(approve(each));
        const waiting = async (): Promise<true | null> => ((await sql<[{ n: number }]>`select count(*)::int n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and usename = 'hub_service'`)[0].n === changes.length ? true : null);
        expect(await waitFor(waiting, { every: 10, within: 5_000 })).toBe(true);
      });
      return await Promise.all(approvals);
    } finally {
      await holder.end();
    }
  }
  /** A version that begins before another has ended. */
  const overlapping = (table: string, rule: string): Promise<unknown> =>
    sql.unsafe(`select a.version_code from ${table} a join ${table} b on a.id <> b.id and ${rule} and daterange(a.effective_from, a.effective_to, '[]') && daterange(b.effective_from, b.effective_to, '[]')`);

  it.each<[what: string, held: string, wishes: readonly [object, object], table: string, rule: string]>([
    ["of a display period, from days of their own", "select from display_period where catalog_item_code = 'SC-ZW-SX' and severity = 'SERIOUS' and effective_to is null for update", [{ effectiveFrom: "2028-01-01" }, { effectiveFrom: "2028-07-01" }], "display_period", "a.catalog_item_code = b.catalog_item_code and a.severity = b.severity"],
    ["of a threshold, from the same day", "select from threshold where code = 'record.review' and effective_to is null for update", [{ ...unperiodical, ...threshold, thresholdCode: "record.review", effectiveFrom: "2028-01-01" }, { ...unperiodical, ...threshold, thresholdCode: "record.review", effectiveFrom: "2028-01-01", value: "9" }], "threshold", "a.code = b.code"],
  ])("%s: one is carried out, and the other is told to look again", async (_what, held, wishes, table, rule) => {
    const proposed = [await propose(wishes[0]), await propose(wishes[1])];
    const answered = await atOnce(held, proposed);
    expect(answered.map(({ errors }) => errors)).toEqual([[], []]);
    const [done, outrun] = answered[0]!.refused.length === 0 ? answered : [answered[1]!, answered[0]!];
    expect([done!.refused, done!.row!["state"]]).toEqual([[], "APPROVED"]);
    expect([outrun!.refused, outrun!.messages, outrun!.row!["state"]]).toEqual([["STALE_VERSION"], ["Another change of the same was made at the same moment, and approvePolicyChange was not carried out: look at what there is now, and ask again."], "PROPOSED"]);
    expect(await overlapping(table, rule)).toEqual([]);
    // Asked again, it is judged by the version that there is now.
    const again = await change("creditLead", "approvePolicyChange", { id: outrun!.row!["id"], version: outrun!.row!["version"], effectiveFrom: "2029-01-01" });
    expect([again.refused, again.row!["state"]]).toEqual([[], "APPROVED"]);
    expect(await overlapping(table, rule)).toEqual([]);
  });

  it("of a threshold that is new, which has no version that could be locked: the database refuses the second all the same", async () => {
    const wish = { ...unperiodical, ...threshold, thresholdCode: "new.rule", name: "新阈值" };
    const proposed = [await propose({ ...wish, effectiveFrom: "2028-01-01" }), await propose({ ...wish, effectiveFrom: "2028-07-01" })];
    // Nothing else of what an approval writes can be held: its row of the event log is.
    const answered = await atOnce("lock table workflow_event in exclusive mode", proposed);
    expect(answered.map(({ refused }) => refused.join()).sort()).toEqual(["", "STALE_VERSION"]);
    expect(await sql`select count(*)::int n from threshold where code = 'new.rule'`).toEqual([{ n: 1 }]);
  });
});

describe("A proposal", () => {
  const general = { severity: "GENERAL", maxMonths: 6, minMonths: 3 };

  it.each<[string, object, string[]]>([
    ["begins on a day that is over", { effectiveFrom: "2026-11-24" }, ["INVALID input.effectiveFrom"]],
    ["begins before the version that there is", { effectiveFrom: "2026-03-01" }, ["INVALID input.effectiveFrom"]],
    ["ends the display before repair could be applied for", { minMonths: 12 }, ["INVALID input.maxMonths"]],
    ["is about no dataset", { catalogItemCode: "SC-XX-XX" }, ["INVALID input.catalogItemCode"]],
    ["rests on no provision that the hub knows", { basisCitation: "没有这部法" }, ["INVALID input.basisCitation"]],
    ["says nothing of the months", { maxMonths: null }, ["INVALID input.maxMonths"]],
    ["tells of a person in what everybody is going to read", { note: "联系电话13808123456" }, ["PERSONAL_DATA input.note"]],
    ["says what belongs to another kind", { value: "3" }, ["INVALID input.value"]],
    ["of a threshold that is new has no name", { ...Object.fromEntries(Object.keys(period).map((key) => [key, undefined])), ...threshold, thresholdCode: "new.one" }, ["INVALID input.name"]],
  ])("that %s is refused, and nothing is kept", async (_what, further, refused) => {
    const before = await sql`select count(*) from policy_change`;
    expect((await propose({ ...general, ...further })).refused).toEqual(refused);
    expect(await sql`select count(*) from policy_change`).toEqual(before);
  });

  it("is decided by the province's lead, by another client than its proposer's, once", async () => {
    const own = await propose(general, "creditLead");
    expect((await approve(own)).refused).toEqual(["SELF_APPROVAL"]);
    const proposed = await propose({ ...general, effectiveFrom: "2027-01-01" });
    expect((await approve(proposed, "cityCreditLead")).refused).toEqual(["SELF_APPROVAL"]);
    expect((await approve(proposed, "countyCreditLead")).refused).toEqual(["NOT_ALLOWED"]);
    expect((await change("creditLead", "rejectPolicyChange", { id: proposed.row!["id"], version: 1 })).refused).toEqual(["REASON_REQUIRED input.reason"]);
    expect((await change("creditLead", "rejectPolicyChange", { id: proposed.row!["id"], version: 1, reason: "依据不足" })).row).toMatchObject({ state: "REJECTED", decisionReason: "依据不足" });
    const late = await change("creditLead", "approvePolicyChange", { id: proposed.row!["id"], version: 2 });
    expect([late.refused, late.messages[0]]).toEqual([["FORBIDDEN_TRANSITION"], "approvePolicyChange is not possible in the state REJECTED; possible are: nothing at present."]);
  });

  it("is taken back by who proposed it, and by nobody else", async () => {
    const proposed = await propose({ ...general, effectiveFrom: "2027-02-01" });
    const back = (by: PersonaOrPublic): Promise<Changed> => change(by, "withdrawPolicyChange", { id: proposed.row!["id"], version: 1 });
    expect([(await back("creditLead")).refused, (await back("department")).refused]).toEqual([["NOT_ALLOWED"], ["NOT_FOUND input.id"]]);
    expect((await back("cityCreditLead")).row).toMatchObject({ state: "WITHDRAWN" });
  });

  it("is the leads' until it is approved, and everybody's from then on, before it is in force", async () => {
    const proposed = await propose({ ...general, effectiveFrom: "2027-03-01" });
    const known = async (by: PersonaOrPublic): Promise<boolean> => ((await hub.ask(by, `query ($id: ID!) { node(id: $id) { id } }`, { id: proposed.row!["id"] })).body.data as { node: unknown }).node !== null;
    expect(await Promise.all((["public", "department", "countyCreditLead", "creditLead"] as const).map(known))).toEqual([false, false, true, true]);
    await approve(proposed);
    expect(await known("public")).toBe(true);
    expect((await propose({ ...general, effectiveFrom: "2027-02-01" })).refused).toEqual(["INVALID input.effectiveFrom"]);
  });

  it("is approved for a later day than was proposed, and never for one that is over", async () => {
    const proposed = await propose({ severity: "MINOR", minMonths: 0, maxMonths: 3, effectiveFrom: "2027-01-01" });
    expect((await approve(proposed, "creditLead", { effectiveFrom: "2026-11-01" })).refused).toEqual(["INVALID input.effectiveFrom"]);
    expect((await approve(proposed, "creditLead", { effectiveFrom: "2027-07-01" })).row).toMatchObject({ versionCode: "SC-ZW-SX/MINOR@2027-07-01", effectiveFrom: "2027-07-01" });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "../src/exchange/demonstration/landmarks.ts";
import { csvOf, deliver, deliveringHub, type DeliveringHub } from "./setup/deliver.ts";
import { day, dishonestyOf, wish } from "./setup/dishonesty.ts";

/** Records that a body delivers as a file go through the same workflow as those that it reports one by one. */
let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());
const { change, of, reported, look } = dishonestyOf(() => hub);

const row = (no: string, further: Readonly<Record<string, string | null>> = {}): Readonly<Record<string, string | null>> => ({
  sourceRecordNo: no, documentNo: "锦审〔2026〕9号", documentDate: day(-5), title: "成都市锦江区人民政府拖欠工程款", subjectName: "成都市锦江区人民政府", subjectOrganizationId: bodies.countyGovernment.uscc, divisionCode: "510104",
  issuingOrganizationName: "成都市锦江区审计局", issuedOn: day(-5), catalogItemCode: "SC-ZW-SX", severity: "GENERAL", subjectKind: "ORGANIZATION", sourceKind: "ARREARS", field: "DEBT", factSummary: "工程竣工后未按合同支付尾款。", ...further,
});

/** The record of a number, with what goes with it. */
async function kept(no: string) {
  const [record] = await hub.sql<{ id: string; version: number }[]>`select id, version, collection_state state, title, submitted_by client, source_organization_id source from dishonesty_record where source_record_no = ${no}`;
  if (record === undefined) return null;
  const [steps, times, events] = await Promise.all([
    hub.sql`select event, from_state, to_state, organization_id from dishonesty_record_step where dishonesty_record_id = ${record.id} order by recorded_at`,
    hub.sql`select clock, started_on = hub_today() as today, due_on = hub_add_working_days(hub_today(), 5) as five, met_on, division_code from dishonesty_record_deadline where dishonesty_record_id = ${record.id}`,
    hub.sql`select event, from_state, to_state, version, client, organization_id, reason from workflow_event where row_id = ${record.id} order by version`,
  ]);
  return { ...record, steps: [...steps], times: [...times], events: [...events], onItsWay: of(`DishonestyRecord_${record.id}`, record.version) };
}

describe("A delivered file of dishonesty records", () => {
  it("makes for each new row the event, the step and the time, in the name of whoever delivered it", async () => {
    expect(await deliver(hub, "department", "dishonesty-records", csvOf(row("F-1"), row("F-2", { divisionCode: "510104022" })))).toMatchObject({ state: "COMPLETED", rows: "2 2 0 2 0 0" });
    for (const [no, division] of [["F-1", "510104"], ["F-2", "510104022"]]) {
      expect(await kept(no!)).toMatchObject({
        version: 1, state: "REPORTED", client: "department", source: bodies.countyAudit.id,
        steps: [{ event: "reportDishonesty", from_state: null, to_state: "REPORTED", organization_id: bodies.countyAudit.id }],
        times: [{ clock: "record.verify.county", today: true, five: true, met_on: null, division_code: division }],
        events: [{ event: "reportDishonesty", from_state: null, to_state: "REPORTED", version: 1, client: "department", organization_id: bodies.countyAudit.id, reason: null }],
      });
    }
  });

  it("runs the time of the level that its division begins at", async () => {
    const ofCity = row("F-3", { divisionCode: "510100", sourceKind: "ACCOUNTABILITY", subjectOrganizationId: bodies.prefectureGovernment.uscc });
    expect((await deliver(hub, "supervision", "dishonesty-records", csvOf(ofCity))).state).toBe("COMPLETED");
    expect((await kept("F-3"))!.times).toMatchObject([{ clock: "record.verify.city" }]);
  });

  it("makes nothing of rows that are faulty, nor of those that are there already and say the same", async () => {
    const before = await hub.sql`select (select count(*) from workflow_event where type = 'DishonestyRecord') events, (select count(*) from dishonesty_record_step) steps, (select count(*) from dishonesty_record_deadline) times`;
    expect(await deliver(hub, "department", "dishonesty-records", csvOf(row("F-1"), row("F-4", { sourceKind: "JUDGMENT" }), row("F-5", { divisionCode: "510703" })))).toMatchObject({ faults: ["3 - NOT_IN_CHARGE", "4 - NOT_IN_CHARGE"] });
    expect(await deliver(hub, "department", "dishonesty-records", csvOf(row("F-1")))).toMatchObject({ rows: "1 1 0 0 0 1" });
    expect(await hub.sql`select (select count(*) from workflow_event where type = 'DishonestyRecord') events, (select count(*) from dishonesty_record_step) steps, (select count(*) from dishonesty_record_deadline) times`).toEqual(before);
    expect([await kept("F-4"), await kept("F-5"), (await kept("F-1"))!.version]).toEqual([null, null, 1]);
  });

  it("is verified by the lead like any other, and never by the client that delivered it", async () => {
    const own = row("F-6", { sourceKind: "CONTRACT_DEFAULT" });
    expect((await deliver(hub, "countyCreditLead", "dishonesty-records", csvOf(own))).state).toBe("COMPLETED");
    expect((await (await kept("F-6"))!.onItsWay.step("countyCreditLead", "verifyDishonestyAtCounty")).refused).toEqual(["SELF_APPROVAL"]);
    await (await kept("F-1"))!.onItsWay.done("countyCreditLead", "verifyDishonestyAtCounty");
  });

  it("cannot say how far a record has come, nor whether it is public", async () => {
    for (const column of ["collectionState", "disclosureState", "displayFrom", "version", "annulledOn"]) expect((await deliver(hub, "department", "dishonesty-records", csvOf(row("F-7", { [column]: "1" })))).faults).toEqual([`1 ${column} UNKNOWN_COLUMN`]);
  });
});

describe("A record that is delivered again", () => {
  it("after it was returned, is changed and has another version, so that nobody judges what he has not seen", async () => {
    await deliver(hub, "department", "dishonesty-records", csvOf(row("R-1")));
    const record = (await kept("R-1"))!.onItsWay;
    await record.done("countyCreditLead", "returnDishonesty", { reason: "标题有误。" });
    expect(await deliver(hub, "department", "dishonesty-records", csvOf(row("R-1", { title: "成都市锦江区人民政府拖欠工程尾款" })))).toMatchObject({ rows: "1 1 0 0 1 0" });
    expect(await kept("R-1")).toMatchObject({ version: 3, state: "RETURNED", title: "成都市锦江区人民政府拖欠工程尾款", steps: [{ event: "reportDishonesty" }, { event: "returnDishonesty" }] });
    expect((await record.step("department", "resubmitDishonesty")).refused).toEqual(["STALE_VERSION input.version"]);
    expect((await record.step("department", "resubmitDishonesty", { version: 3 })).row).toMatchObject({ collectionState: "REPORTED", version: 4 });
  });

  it("while it is looked at, is stale for the lead that has seen the earlier version", async () => {
    await deliver(hub, "department", "dishonesty-records", csvOf(row("R-2")));
    const record = (await kept("R-2"))!.onItsWay;
    await deliver(hub, "department", "dishonesty-records", csvOf(row("R-2", { severity: "SERIOUS" })));
    expect((await record.step("countyCreditLead", "verifyDishonestyAtCounty")).refused).toEqual(["STALE_VERSION input.version"]);
    expect(await look("countyCreditLead", record.id, "version severity collectionState")).toEqual({ version: 2, severity: "SERIOUS", collectionState: "REPORTED" });
  });

  it("once somebody has verified it, is refused, unless it says the same", async () => {
    await deliver(hub, "department", "dishonesty-records", csvOf(row("R-3")));
    const record = (await kept("R-3"))!.onItsWay;
    await record.done("countyCreditLead", "verifyDishonestyAtCounty");
    expect(await deliver(hub, "department", "dishonesty-records", csvOf(row("R-3"), row("R-3a")))).toMatchObject({ state: "COMPLETED", rows: "2 2 0 1 0 1" });
    expect(await deliver(hub, "department", "dishonesty-records", csvOf(row("R-3", { title: "另一标题" })))).toMatchObject({ state: "REJECTED", faults: ["2 sourceRecordNo DECIDED_ON"] });
    expect(await kept("R-3")).toMatchObject({ version: 2, title: row("R-3")["title"] });
  });

  it("while somebody is verifying it, waits for the decision, and then is refused", async () => {
    await deliver(hub, "department", "dishonesty-records", csvOf(row("R-6")));
    const waiting = () => hub.sql<{ n: number }[]>`select count(*)::int n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%for update) held'`;
    const sent: ReturnType<typeof deliver>[] = [];
    await hub.sql.begin(async (transaction) => {
      await transaction`update dishonesty_record set collection_state = 'COUNTY_VERIFIED', version = version + 1 where source_record_no = 'R-6'`;
      sent.push(deliver(hub, "department", "dishonesty-records", csvOf(row("R-6", { title: "另一标题" }))));
      await expect.poll(async () => (await waiting())[0]!.n).toBe(1);
    });
    expect(await sent[0]).toMatchObject({ state: "REJECTED", faults: ["2 sourceRecordNo DECIDED_ON"] });
    expect(await kept("R-6")).toMatchObject({ version: 2, state: "COUNTY_VERIFIED", title: row("R-6")["title"] });
  });

  it("under the number of one that was reported, is that record", async () => {
    const record = await reported({ sourceRecordNo: "R-4" });
    expect(await deliver(hub, "department", "dishonesty-records", csvOf(row("R-4")))).toMatchObject({ rows: "1 1 0 0 1 0" });
    expect(await look("department", record.id, "title version")).toEqual({ title: row("R-4")["title"], version: 2 });
  });
});

describe("A report under the number of a record that was delivered", () => {
  it("is refused by its name: the record is there, and nothing new is made of it", async () => {
    await deliver(hub, "department", "dishonesty-records", csvOf(row("R-5")));
    const { refused, row: answered } = await change("department", "reportDishonesty", { ...wish(), sourceRecordNo: "R-5" });
    const [count] = await hub.sql`select count(*)::int n from dishonesty_record where source_record_no = 'R-5'`;
    expect(count).toEqual({ n: 1 });
    expect([refused, answered]).toEqual([["INVALID input.sourceRecordNo"], null]);
  });
});

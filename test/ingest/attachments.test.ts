import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvOf, deliver, deliveringHub, type DeliveringHub } from "../setup/deliver.ts";
import { day, dishonestyOf, type OnItsWay } from "../setup/dishonesty.ts";

/** A file belongs to one record, of whoever delivers it, that still says something: nobody adds words to a record that is not his, and nobody to one that was emptied. */
let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());
const { published, look } = dishonestyOf(() => hub);

const words = "会议纪要所载内容";
const file = (no: string, further: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({ sourceRecordNo: no, title: `${words}${no}`, mediaType: "application/pdf", bytes: "1024", ...further });
const ownViolation = {
  sourceRecordNo: "V-1", documentDate: day(-5), title: "某建筑公司串通投标", subjectName: "某建筑公司", divisionCode: "510104", issuingOrganizationName: "成都市锦江区审计局", issuedOn: day(-5), catalogItemCode: "SC-JY-CW", severity: "SERIOUS",
  subjectKind: "ENTERPRISE", conduct: "COLLUSION", factSummary: "与其他投标人串通。", penalty: "罚款。",
};
const numberOf = async (record: OnItsWay): Promise<string> => String((await look("creditLead", record.id))!["recordNo"]);
const filesOf = async (record: OnItsWay): Promise<unknown> => (await look("creditLead", record.id, "attachments { nodes { title } }"))!["attachments"];

describe("A file that names a record of its deliverer's, and another", () => {
  it("is added to neither where the other is somebody else's, and nobody is told", async () => {
    expect(await deliver(hub, "department", "violation-records", csvOf(ownViolation))).toMatchObject({ state: "COMPLETED", faults: [] });
    const record = await published();
    const others = (await hub.ask("public", `query ($no: ID!) { dishonestyRecords(first: 1, where: { sourceOrganizationId: { ne: $no } }) { nodes { id recordNo } } }`, { no: (await look("public", record.id, "sourceOrganizationId"))!["sourceOrganizationId"] })).body.data!["dishonestyRecords"] as { nodes: { id: string; recordNo: string }[] };
    const [other] = others.nodes;
    expect(await deliver(hub, "department", "attachments", csvOf(file("A-1", { dishonestyRecordId: other!.recordNo, violationRecordId: "V-1" })))).toMatchObject({ state: "COMPLETED", faults: [] });
    expect(JSON.stringify(await look("creditLead", other!.id, "attachments { nodes { title } }"))).not.toContain(words);
    expect(await hub.sql`select from attachment where title like ${`${words}%`}`).toEqual([]);
  });

  it("is added to neither where the other was emptied", async () => {
    const record = await published();
    const recordNo = await numberOf(record);
    await record.done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" });
    await deliver(hub, "department", "attachments", csvOf(file("A-2", { dishonestyRecordId: recordNo, violationRecordId: "V-1" })));
    expect(await filesOf(record)).toEqual({ nodes: [] });
  });

  it("is that record's alone once it names no other", async () => {
    expect(await deliver(hub, "department", "attachments", csvOf(file("A-1", { dishonestyRecordId: "", violationRecordId: "V-1" })))).toMatchObject({ state: "COMPLETED", faults: [] });
    expect(await hub.sql`select a.dishonesty_record_id, v.source_record_no from attachment a join violation_record v on v.id = a.violation_record_id where a.source_record_no = 'A-1'`).toEqual([{ dishonesty_record_id: null, source_record_no: "V-1" }]);
  });
});

describe("A record that is to be emptied while files of it are being taken in", () => {
  /** Stops a delivery after it has been judged and before anything is merged: its last row is faulty, and of faults nothing can be noted for the time being. */
  async function whileJudged(files: string, work: () => Promise<unknown>): Promise<unknown> {
    const waiting = async (query: string, user: string): Promise<number> => (await hub.sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like ${query} and usename like ${user}`).length;
    const begun: Promise<unknown>[] = [];
    await hub.sql.begin(async (transaction) => {
      await transaction`lock table delivery_fault in share mode`;
      begun.push(deliver(hub, "department", "attachments", files));
      await expect.poll(() => waiting("insert into delivery_fault%", "%"), { timeout: 20_000 }).toBe(1);
      let isOver = false;
      begun.push(work().finally(() => (isOver = true)));
      await expect.poll(async () => isOver || (await waiting("%", "hub_service")) === 1, { timeout: 20_000 }).toBe(true);
    });
    return (await Promise.all(begun))[0];
  }
  const faulty = (record: string): Readonly<Record<string, string>> => ({ ...file("A-9", { dishonestyRecordId: record }), bytes: "x" });

  it("is emptied once they are there, and they with it", async () => {
    const record = await published();
    const recordNo = await numberOf(record);
    const outcome = await whileJudged(csvOf(file("A-3", { dishonestyRecordId: recordNo }), faulty(recordNo)), () => record.done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" }));
    expect(outcome).toMatchObject({ state: "COMPLETED", rows: "2 1 1 1 0 0", faults: ["3 bytes NOT_WHOLE"] });
    expect(await filesOf(record)).toEqual({ nodes: [{ title: "（已删减）" }] });
    expect(await hub.sql`select from attachment_history where title = ${`${words}A-3`}`).toEqual([]);
  });
});

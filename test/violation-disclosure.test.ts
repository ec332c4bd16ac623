import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationRecords } from "../src/exchange/demonstration/landmarks.ts";
import { changesOf } from "./setup/change.ts";
import { day } from "./setup/dishonesty.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/** Violation records come before the public and off again as dishonesty records do; a sole trader is a person, who is named by a decision to publish alone. */
let hub: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub();
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await hub?.close();
});
const change = changesOf(() => hub);
type Story = keyof typeof violationRecords;

const idOf = (story: Story): string => `ViolationRecord_${violationRecords[story].id}`;
async function step(by: PersonaOrPublic, event: string, story: Story, input: object = {}) {
  const [row] = await sql<{ version: number }[]>`select version from violation_record where id = ${violationRecords[story].id}`;
  return change(by, event, { id: idOf(story), version: row!.version, ...input });
}
const look = async (by: PersonaOrPublic, story: Story): Promise<unknown> => (await hub.ask(by, `query ($id: ID!) { violationRecord(id: $id) { id } }`, { id: idOf(story) })).body.data!["violationRecord"];
const noticeOf = (story: Story) => sql`select n.kind, n.subject_name, n.reason from disclosure_notice n join violation_record r on r.record_no = n.record_no where r.id = ${violationRecords[story].id} order by n.recorded_at`;

describe("A record about a firm", () => {
  it("is published after review, withdrawn with a notice that names the firm, and emptied with one that names nobody", async () => {
    const [{ name }] = (await sql`select subject_name as name from violation_record where id = ${violationRecords.underReview.id}`) as unknown as [{ name: string }];
    expect(await look("public", "underReview")).toBeNull();
    expect((await step("creditLead", "publishViolation", "underReview")).row).toMatchObject({ disclosureState: "PUBLISHED", displayFrom: day() });
    expect(await look("public", "underReview")).toEqual({ id: idOf("underReview") });
    expect((await step("countyCreditLead", "withdrawViolation", "underReview", { reason: "原决定被撤销。" })).row).toMatchObject({ disclosureState: "WITHDRAWN" });
    expect(await look("public", "underReview")).toBeNull();
    expect(await noticeOf("underReview")).toEqual([{ kind: "WITHDRAWAL", subject_name: name, reason: "原决定被撤销。" }]);
    expect((await step("creditLead", "redactViolation", "underReview", { reason: "含有不应公开的信息。" })).row).toMatchObject({ disclosureState: "REDACTED", title: "（已删减）" });
    for (const table of ["violation_record", "violation_record_history"]) expect(await sql`select distinct penalty, subject_uscc, fine_amount from ${sql(table)} where id = ${violationRecords.underReview.id}`).toEqual([{ penalty: "（已删减）", subject_uscc: null, fine_amount: null }]);
    expect(await noticeOf("underReview")).toEqual([{ kind: "WITHDRAWAL", subject_name: null, reason: "（已删减）" }, { kind: "REDACTION", subject_name: null, reason: "含有不应公开的信息。" }]);
  });
});

describe("A record about a sole trader", () => {
  it("is not published without a decision to publish", async () => {
    await sql`update violation_record set disclosure_state = 'UNDER_DISCLOSURE_REVIEW', display_from = null where id = ${violationRecords.soleTrader.id}`;
    expect((await step("creditLead", "publishViolation", "soleTrader")).refused).toEqual(["INVALID input.disclosureBasisId"]);
    expect(await look("public", "soleTrader")).toBeNull();
  });

  it("withdrawn, leaves a notice without the name", async () => {
    expect(await look("public", "soleTraderWithBasis")).toEqual({ id: idOf("soleTraderWithBasis") });
    expect((await step("creditLead", "withdrawViolation", "soleTraderWithBasis", { reason: "认定有误。" })).refused).toEqual([]);
    expect(await noticeOf("soleTraderWithBasis")).toEqual([{ kind: "WITHDRAWAL", subject_name: null, reason: "认定有误。" }]);
  });
});

describe("The penalty of a record that is to be public", () => {
  it("holds no personal data either", async () => {
    const { id } = violationRecords.institution;
    await sql`update violation_record set disclosure_state = 'UNDER_DISCLOSURE_REVIEW', display_from = null, penalty = '罚款，联系电话13808123456' where id = ${id}`;
    expect((await step("creditLead", "publishViolation", "institution")).messages).toEqual(["penalty seems to hold a telephone number at characters 8 to 18. Rewrite it."]);
    expect((await step("creditLead", "publishViolation", "institution", { penalty: "罚款一万元" })).row).toMatchObject({ disclosureState: "PUBLISHED" });
  });
});

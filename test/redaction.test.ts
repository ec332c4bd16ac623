import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, dishonestyRecords } from "../src/exchange/demonstration/landmarks.ts";
import { hubCatalogue } from "../src/server.ts";
import { locksSql } from "../src/store/locks.ts";
import { openOwnerSession } from "../src/store/owner-session.ts";
import { refreshSearch } from "../src/store/refresh-search.ts";
import { stopClock } from "./setup/clock.ts";
import { csvOf, deliver, deliveringHub, type DeliveringHub } from "./setup/deliver.ts";
import { day, dishonestyOf, on, type OnItsWay } from "./setup/dishonesty.ts";

/** A record that is emptied for good (删减): no table holds its words any more, and what is left says that there was one, and why it is empty. */
let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());
const { of, reported, accepted, published, look } = dishonestyOf(() => hub);

/** Words that stand nowhere else. */
const marker = "乌有之词";
const cells = (no: string, further: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  sourceRecordNo: no, documentNo: `锦审〔2026〕${marker}9号`, documentDate: day(-5), title: `${marker}标题`, subjectName: `${marker}人民政府`, subjectOrganizationId: bodies.countyGovernment.uscc, divisionCode: "510104",
  issuingOrganizationName: "成都市锦江区审计局", issuedOn: day(-5), catalogItemCode: "SC-ZW-SX", severity: "SERIOUS", subjectKind: "ORGANIZATION", sourceKind: "ARREARS", field: "DEBT", factSummary: `${marker}摘要`, lossAmount: "8765432.10", factFull: `${marker}全文`, ...further,
});

const refresh = async (): Promise<void> => {
  const session = openOwnerSession(hub.ownerUrl, "test");
  await refreshSearch(session, hubCatalogue());
  await session.close();
};

/** The tables whose rows hold a text, in whichever column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await hub.sql<{ name: string }[]>`select format('%I.%I', n.nspname, c.relname) name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm', 'p') and n.nspname !~ '^pg_|^information_schema$' order by 1`;
  expect(tables.length).toBeGreaterThan(100);
  const found: string[] = [];
  for (const { name } of tables) if ((await hub.sql.unsafe(`select from ${name} t where position($1 in t::text) > 0 limit 1`, [text])).length > 0) found.push(name.replace("public.", ""));
  return found;
}

const file = (record: OnItsWay, no: string, title: string): string => csvOf({ sourceRecordNo: no, dishonestyRecordId: String(record.now()["recordNo"]), title, documentNo: `锦审附〔2026〕${marker}1号`, mediaType: "application/pdf", bytes: "1024" });

/** A delivered record with a file that was corrected, returned, published, annulled and withdrawn: its words are wherever words of a record can be. */
async function everywhere(no: string): Promise<OnItsWay> {
  await deliver(hub, "department", "dishonesty-records", csvOf(cells(no, { title: `${marker}旧标题` })));
  const [row] = await hub.sql<{ id: string; no: string; version: number }[]>`select id, record_no no, version from dishonesty_record where source_record_no = ${no}`;
  const first = of(`DishonestyRecord_${row!.id}`, row!.version);
  await first.done("countyCreditLead", "returnDishonesty", { reason: `${marker}退回` });
  await deliver(hub, "department", "dishonesty-records", csvOf(cells(no, { factFull: `${marker}新全文` })));
  const [corrected] = await hub.sql<{ version: number }[]>`select version from dishonesty_record where source_record_no = ${no}`;
  const record = of(`DishonestyRecord_${row!.id}`, corrected!.version);
  await record.done("department", "resubmitDishonesty");
  for (const title of [`${marker}旧附件`, `${marker}附件`]) expect(await deliver(hub, "department", "attachments", file(record, `${no}-1`, title))).toMatchObject({ state: "COMPLETED", faults: [] });
  await record.done("countyCreditLead", "verifyDishonestyAtCounty");
  await record.done("cityCreditLead", "verifyDishonestyAtCity");
  await record.done("creditLead", "acceptDishonesty");
  await record.done("cityCreditLead", "reviewDishonestyDisclosure");
  await record.done("cityCreditLead", "keepDishonestyUnpublished", { reason: `${marker}不予公开` });
  await record.done("cityCreditLead", "reviewDishonestyDisclosure");
  await record.done("creditLead", "publishDishonesty", { title: `${marker}公示标题`, reason: `${marker}说明` });
  await refresh();
  await record.done("department", "reportDishonestyAnnulment", { annulledOn: day(), annulmentDocumentNo: `川府复决〔2026〕${marker}3号` });
  await record.done("department", "withdrawDishonesty", { reason: `${marker}撤回` });
  return record;
}

const noticesOf = async (record: OnItsWay): Promise<unknown> => (await hub.ask("public", `query ($no: String!) { disclosureNotices(where: { recordNo: { eq: $no } }) { nodes { kind subjectName reason annulmentDocumentNo } } }`, { no: record.now()["recordNo"] })).body.data!["disclosureNotices"];

describe("A record that is emptied", () => {
  it("leaves its words in no table, of now or of before, nor among what is searched", async () => {
    const record = await everywhere("E-1");
    expect(await tablesWith(marker)).toEqual(["attachment", "attachment_history", "disclosure_notice", "dishonesty_record", "dishonesty_record_conditional", "dishonesty_record_conditional_history", "dishonesty_record_history", "dishonesty_record_step", "search_entry", "workflow_event"]);
    expect(await tablesWith("8765432.10")).toEqual(["dishonesty_record", "dishonesty_record_history"]);
    expect(await record.done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" })).toMatchObject({ disclosureState: "REDACTED", title: "（已删减）", subjectName: "（已删减）", factSummary: "（已删减）", lossAmount: null, annulmentDocumentNo: null, stoppedOn: day() });
    // At once, but for what is searched, which nobody finds any more and which is brought up to date by itself.
    expect((await tablesWith(marker)).filter((name) => name !== "search_entry")).toEqual([]);
    for (const by of ["public", "creditLead", "department"] as const) expect((await hub.ask(by, `query ($text: String!) { search(text: $text) { totalCount } suggest(text: $text) { title } }`, { text: marker })).body.data).toEqual({ search: { totalCount: 0 }, suggest: [] });
    await refresh();
    expect(await tablesWith(marker)).toEqual([]);
    expect(await tablesWith("8765432.10")).toEqual([]);
  });

  it("keeps its number, its days, who decided, its steps and times, and how many versions it had", async () => {
    const record = await everywhere("E-2");
    const [before] = await hub.sql`select count(*)::int n from dishonesty_record_history where id = ${record.uuid}`;
    await record.done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" });
    expect(await hub.sql`select count(*)::int n from dishonesty_record_history where id = ${record.uuid}`).toEqual([{ n: Number(before!["n"]) + 1 }]);
    expect(await look("department", record.id, "recordNo issuingOrganizationName issuedOn severity stopReason steps { nodes { event reason } } deadlines { nodes { clock settlement } } attachments { nodes { title documentNo mediaType bytes } }")).toEqual({
      recordNo: record.now()["recordNo"], issuingOrganizationName: "成都市锦江区审计局", issuedOn: day(-5), severity: "SERIOUS", stopReason: "含有不应公开的信息。",
      steps: {
        nodes: [
          ...["reportDishonesty", "returnDishonesty", "resubmitDishonesty", "verifyDishonestyAtCounty", "verifyDishonestyAtCity", "acceptDishonesty", "reviewDishonestyDisclosure", "keepDishonestyUnpublished", "reviewDishonestyDisclosure", "publishDishonesty", "reportDishonestyAnnulment", "withdrawDishonesty"].map((event) => ({ event, reason: null })),
          { event: "redactDishonesty", reason: "含有不应公开的信息。" },
        ],
      },
      deadlines: { nodes: expect.arrayContaining(["record.verify.county", "record.verify.city", "record.update", "disclosure.publish", "record.review", "record.withdraw"].map((clock) => ({ clock, settlement: "IN_TIME" }))) },
      attachments: { nodes: [] }, // none of it was for publication, and the department is not in charge of the record
    });
    expect(await look("creditLead", record.id, "attachments { nodes { title documentNo mediaType bytes } }")).toEqual({ attachments: { nodes: [{ title: "（已删减）", documentNo: null, mediaType: "application/pdf", bytes: 1024 }] } });
    expect(await hub.sql`select event, reason from workflow_event where row_id = ${record.uuid} and reason is not null`).toEqual([{ event: "redactDishonesty", reason: "含有不应公开的信息。" }]);
    expect(await look("public", record.id)).toBeNull();
  });

  it("stays in the file that it was delivered in only where rows of that were faulty, for as long as those can be corrected", async () => {
    const record = await everywhere("E-3");
    const holding = async (): Promise<number> => {
      const files = (await readdir(hub.folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
      return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), "utf8")))).filter((text) => text.includes(marker)).length;
    };
    await record.done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" });
    expect(await holding()).toBe(0);
    await deliver(hub, "department", "dishonesty-records", csvOf(cells("E-5"), cells("E-6", { severity: "没有" })));
    const [row] = await hub.sql<{ id: string }[]>`select id from dishonesty_record where source_record_no = 'E-5'`;
    await of(`DishonestyRecord_${row!.id}`, 1).done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" });
    expect(await holding()).toBe(1);
  });

  it("cannot be filled again: by no delivery, and by nothing that was done about it before", async () => {
    const record = await everywhere("E-4");
    await record.done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" });
    expect(await deliver(hub, "department", "dishonesty-records", csvOf(cells("E-4", { title: `${marker}再报` })))).toMatchObject({ state: "REJECTED", faults: ["2 sourceRecordNo DECIDED_ON"] });
    // Whether there is such a record, no delivery of files is told; they wait, encrypted, for one that takes them.
    for (const no of ["E-4-1", "E-4-2"]) await deliver(hub, "department", "attachments", file(record, no, `${marker}再报附件`));
    expect(await hub.sql`select title from attachment where dishonesty_record_id = ${record.uuid}`).toEqual([{ title: "（已删减）" }]);
    for (const [by, event, input] of [
      ["creditLead", "publishDishonesty", { title: marker }], ["department", "withdrawDishonesty", { reason: "再次。" }], ["department", "reportDishonestyAnnulment", { annulledOn: day(), annulmentDocumentNo: marker }],
      ["cityCreditLead", "reviewDishonestyDisclosure", {}], ["creditLead", "redactDishonesty", { reason: "再次。" }],
    ] as const) expect([event, (await record.step(by, event, input)).refused]).toEqual([event, ["FORBIDDEN_TRANSITION"]]);
    expect((await tablesWith(marker)).filter((name) => name !== "search_entry")).toEqual([]);
  });
});

describe("What is otherwise never changed", () => {
  const refused = async (statement: string): Promise<void> => {
    await expect(hub.sql.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
  };

  it("gives up its words for a record that is emptied and for no other, and nothing but its words, whoever writes", async () => {
    const record = await everywhere("E-7");
    const steps = `dishonesty_record_step set reason = null where dishonesty_record_id = '${record.uuid}'`;
    const notices = `disclosure_notice set reason = '（已删减）', subject_name = null, annulment_document_no = null where record_no = '${String(record.now()["recordNo"])}'`;
    for (const statement of [`update ${steps}`, `update ${notices}`]) await refused(statement);
    await record.done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" });
    for (const statement of [
      `update ${steps} and event = 'redactDishonesty'`, `update ${notices} and kind = 'REDACTION'`, `update ${steps.replace("reason = null", "reason = '别的'")} and event = 'returnDishonesty'`,
      `update ${steps.replace("reason = null", "reason = null, event = 'x'")} and event = 'returnDishonesty'`, `update ${notices.replace("set ", "set kind = 'REDACTION', ")} and kind = 'WITHDRAWAL'`, `delete from dishonesty_record_step where dishonesty_record_id = '${record.uuid}'`,
    ]) await refused(statement);
  });

  it("was emptied before it was known what stands beside a record: whatever is emptied again is emptied as a whole", async () => {
    const record = await everywhere("E-8");
    await hub.sql`alter table dishonesty_record disable trigger dishonesty_record_empty_beside`;
    await record.done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" });
    await hub.sql`alter table dishonesty_record enable trigger dishonesty_record_empty_beside`;
    expect((await tablesWith(marker)).filter((name) => name !== "search_entry")).toEqual(["attachment", "attachment_history", "disclosure_notice", "dishonesty_record_step", "workflow_event"]);
    await hub.sql.unsafe(locksSql(hubCatalogue()));
    expect((await tablesWith(marker)).filter((name) => name !== "search_entry")).toEqual([]);
  });
});

describe("A record that is emptied on its way to the province", () => {
  it("climbs no further, nothing is due for it, and it is not reported again", async () => {
    const climbing = await reported();
    await climbing.done("countyCreditLead", "redactDishonesty", { reason: "误报他人信息。" });
    expect(await hub.sql`select clock from dishonesty_record_deadline where dishonesty_record_id = ${climbing.uuid} and met_on is null`).toEqual([]);
    expect((await climbing.step("countyCreditLead", "verifyDishonestyAtCounty")).messages).toEqual(["verifyDishonestyAtCounty is not possible in the state REPORTED; possible are: nothing at present."]);
    expect((await climbing.step("countyCreditLead", "returnDishonesty", { reason: "退回。" })).refused).toEqual(["NOT_ALLOWED"]);
    const returned = await reported();
    await returned.done("countyCreditLead", "returnDishonesty", { reason: "退回。" });
    await returned.done("creditLead", "redactDishonesty", { reason: "误报他人信息。" });
    const again = await returned.step("department", "resubmitDishonesty", { title: marker });
    expect([again.refused, again.messages]).toEqual([["FORBIDDEN_TRANSITION"], ["resubmitDishonesty is not possible in the state RETURNED; possible are: nothing at present."]]);
  });
});

describe("The notice of it", () => {
  it("is public where the record was, says why and names nobody", async () => {
    const record = await published();
    await record.done("countyCreditLead", "redactDishonesty", { reason: "含有不应公开的信息。" });
    expect(await noticesOf(record)).toEqual({ nodes: [{ kind: "REDACTION", subjectName: null, reason: "含有不应公开的信息。", annulmentDocumentNo: null }] });
  });

  it("takes the words from the one before it, which tells no more than that the record was withdrawn", async () => {
    const record = await published();
    await record.done("department", "withdrawDishonesty", { reason: "认定有误。" });
    await record.done("creditLead", "redactDishonesty", { reason: "含有不应公开的信息。" });
    expect(await noticesOf(record)).toEqual({ nodes: expect.arrayContaining([{ kind: "WITHDRAWAL", subjectName: null, reason: "（已删减）", annulmentDocumentNo: null }, { kind: "REDACTION", subjectName: null, reason: "含有不应公开的信息。", annulmentDocumentNo: null }]) });
  });

  it("is none where the record was withdrawn before its first day, however much later it is emptied", async () => {
    const [early, late] = [await published({}, { displayFrom: day(3) }), await published({}, { displayFrom: day(3) })];
    expect(await early.done("department", "withdrawDishonesty", { reason: "认定有误。" })).toMatchObject({ displayFrom: null });
    try {
      await stopClock(hub.sql, on(day(3), "00:00:00"));
      expect(await late.done("department", "withdrawDishonesty", { reason: "认定有误。" })).toMatchObject({ displayFrom: day(3) });
      await stopClock(hub.sql, on(day(4)));
      for (const record of [early, late]) await record.done("creditLead", "redactDishonesty", { reason: "误报。" });
    } finally {
      await stopClock(hub.sql, on(day()));
    }
    expect([await noticesOf(early), (await noticesOf(late) as { nodes: unknown[] }).nodes.length]).toEqual([{ nodes: [] }, 2]);
  });

  it("is none where nobody has ever seen the record", async () => {
    for (const record of [await reported(), await accepted(), await published({}, { displayFrom: day(3) })]) {
      await record.done("creditLead", "redactDishonesty", { reason: "误报。" });
      expect(await noticesOf(record)).toEqual({ nodes: [] });
    }
  });

  it("needs a reason without personal data, and a lead in whose divisions the record is", async () => {
    const record = await published();
    expect((await record.step("creditLead", "redactDishonesty")).refused).toEqual(["REASON_REQUIRED input.reason"]);
    expect((await record.step("creditLead", "redactDishonesty", { reason: "含有电话13808123456。" })).refused).toEqual(["PERSONAL_DATA input.reason"]);
    for (const by of ["department", "supervision", "public"] as const) expect((await record.step(by, "redactDishonesty", { reason: "误报。" })).errors[0]?.extensions["code"]).toBe("FORBIDDEN");
    const elsewhere = of(`DishonestyRecord_${dishonestyRecords.elsewhere.id}`, 1);
    expect((await elsewhere.step("cityCreditLead", "redactDishonesty", { reason: "误报。" })).refused).toEqual(["NOT_ALLOWED"]);
  });
});

import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { collectionMachine } from "../../src/domains/dishonesty/collection-machine.ts";
import { disclosureBasis } from "../../src/domains/dishonesty/disclosure-basis.ts";
import { dishonestyDisclosureMachine } from "../../src/domains/dishonesty/dishonesty-disclosure-machine.ts";
import { dishonestyRecord } from "../../src/domains/dishonesty/dishonesty-record.ts";
import { publicationChannelMachine } from "../../src/domains/dishonesty/publication-channel-machine.ts";
import { publicationChannel } from "../../src/domains/dishonesty/publication-channel.ts";
import { bodies, dishonestyRecords } from "../../src/exchange/demonstration/landmarks.ts";
import { directory, type PersonaName } from "../../src/exchange/demonstration/personas.ts";
import { publicViewer, type Viewer } from "../../src/policy/viewer.ts";
import { hubCatalogue } from "../../src/server.ts";
import { openService } from "../../src/store/pools.ts";
import type { Pool } from "../../src/store/pool.ts";
import type { Machine } from "../../src/workflow/machine.ts";
import { Workflow, type Outcome } from "../../src/workflow/workflow.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { demonstrationTemplate, runKey } from "../setup/template.ts";

/** What follows a transition (steps, times, other rows) is in its statement: it is there with it, or nothing is. The engine, without HTTP. */
let database: FreshDatabase;
let service: Pool;
let sql: postgres.Sql;
let workflow: Workflow;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  service = openService({ ownerUrl: database.url, embedded: inject("embedded"), secret: runKey });
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  workflow = new Workflow({ catalogue: hubCatalogue(), service });
});
afterAll(async () => {
  await service?.close();
  await sql?.end();
  await database?.drop();
});

const viewer = (persona: PersonaName): Viewer => ({ ...publicViewer, ...directory[persona], client: persona });
let serial = 0;
const told = () => ({
  title: "未兑现承诺", issuingOrganizationName: "成都市锦江区审计局", issuedOn: "2026-11-10", documentDate: "2026-11-10", severity: "SERIOUS", field: "INVESTMENT", factSummary: "未兑现。",
  subjectOrganizationId: bodies.countyGovernment.id, subjectName: "成都市锦江区人民政府", divisionCode: "510104", sourceKind: "ARREARS", sourceRecordNo: `W-${(serial += 1)}`,
});
async function made(): Promise<string> {
  const outcome = await workflow.make(collectionMachine, "reportDishonesty", viewer("department"), told());
  if (outcome.outcome !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.id;
}
const move = (persona: PersonaName, event: string, id: string, version: number, values: object = {}, machine: Machine = collectionMachine): Promise<Outcome> => workflow.move(machine, event, viewer(persona), { id, version }, values as never);
const disclose = (persona: PersonaName, event: string, id: string, version: number, values: object = {}): Promise<Outcome> => move(persona, event, id, version, values, dishonestyDisclosureMachine);

/** A record that is published, in its version 6. */
async function publishedRecord(): Promise<string> {
  const id = await made();
  const steps = [
    ["countyCreditLead", "verifyDishonestyAtCounty", collectionMachine], ["cityCreditLead", "verifyDishonestyAtCity", collectionMachine], ["creditLead", "acceptDishonesty", collectionMachine],
    ["cityCreditLead", "reviewDishonestyDisclosure", dishonestyDisclosureMachine], ["creditLead", "publishDishonesty", dishonestyDisclosureMachine],
  ] as const;
  for (const [place, [persona, event, machine]] of steps.entries()) expect(await move(persona, event, id, place + 1, {}, machine)).toEqual({ outcome: "done", id });
  return id;
}

/** All that a transition writes of a record. */
const written = async (id: string): Promise<unknown> =>
  (
    await sql`select (select row_to_json(r) from dishonesty_record r where id = ${id}) as row, (select count(*)::int from dishonesty_record_history where id = ${id}) as versions,
      (select json_agg(s order by recorded_at, event) from dishonesty_record_step s where dishonesty_record_id = ${id}) as steps, (select json_agg(d order by clock, recorded_at) from dishonesty_record_deadline d where dishonesty_record_id = ${id}) as times,
      (select json_agg(e order by version) from workflow_event e where row_id = ${id}) as events, (select json_agg(c order by id) from publication_channel c where dishonesty_record_id = ${id}) as channels,
      (select count(*)::int from disclosure_notice n join dishonesty_record r on r.record_no = n.record_no where r.id = ${id}) as notices`
  )[0];

/** Does something while the hub's own role may not do one thing. */
async function without(right: string, table: string, act: () => Promise<unknown>): Promise<void> {
  await sql.unsafe(`revoke ${right} on ${table} from hub_service`);
  try {
    await act();
  } finally {
    await sql.unsafe(`grant ${right} on ${table} to hub_service`);
  }
}

describe("Where something of what follows cannot be written, nothing is", () => {
  it.each([["insert", "dishonesty_record_step"], ["update", "dishonesty_record_deadline"], ["insert", "dishonesty_record_deadline"], ["insert", "workflow_event"], ["insert", "dishonesty_record_history"]])("of a step: no %s of %s", async (right, table) => {
    const id = await made();
    const before = await written(id);
    await without(right, table, () => expect(move("countyCreditLead", "verifyDishonestyAtCounty", id, 1)).rejects.toMatchObject({ code: "42501" }));
    expect(await written(id)).toEqual(before);
    expect(await move("countyCreditLead", "verifyDishonestyAtCounty", id, 1)).toEqual({ outcome: "done", id });
  });

  it.each([["insert", "disclosure_notice"], ["update", "publication_channel"]])("of an effect on other rows: no %s of %s", async (right, table) => {
    const id = await publishedRecord();
    const channel = await workflow.make(publicationChannelMachine, "recordPublication", viewer("creditLead"), { dishonestyRecordId: id, kind: "MEDIA", url: "https://example.org/" });
    expect(channel.outcome).toBe("done");
    const before = await written(id);
    await without(right, table, () => expect(disclose("creditLead", "withdrawDishonesty", id, 6, { reason: "有误。" })).rejects.toMatchObject({ code: "42501" }));
    expect(await written(id)).toEqual(before);
    expect(await disclose("creditLead", "withdrawDishonesty", id, 6, { reason: "有误。" })).toEqual({ outcome: "done", id });
    expect(await written(id)).toMatchObject({ notices: 1, channels: [{ state: "ONLINE", take_down_by: expect.any(String) }] });
  });

  it("and a refused step writes nothing either", async () => {
    const id = await made();
    const before = await written(id);
    for (const outcome of [await move("creditLead", "acceptDishonesty", id, 1), await move("countyCreditLead", "verifyDishonestyAtCounty", id, 2), await move("department", "verifyDishonestyAtCounty", id, 1), await disclose("creditLead", "withdrawDishonesty", id, 1, { reason: "x" })]) expect(outcome.outcome).toMatch(/^(state|stale|self)$/);
    expect(await written(id)).toEqual(before);
  });
});

describe("The times of a record", () => {
  const times = async (id: string): Promise<string[]> =>
    (await sql<{ time: string }[]>`select clock || case when met_on is null then ' runs' else ' met' end as time from dishonesty_record_deadline where dishonesty_record_id = ${id} and started_on = hub_today() order by 1`).map(({ time }) => time);
  it("begin with an event, end with another, and begin anew as times of their own", async () => {
    const id = await made();
    await move("countyCreditLead", "returnDishonesty", id, 1, { reason: "退回。" });
    expect(await times(id)).toEqual(["record.resubmit runs", "record.verify.county met"]);
    await move("department", "resubmitDishonesty", id, 2);
    expect(await times(id)).toEqual(["record.resubmit met", "record.verify.county met", "record.verify.county runs"]);
    await move("countyCreditLead", "verifyDishonestyAtCounty", id, 3);
    expect(await times(id)).toEqual(["record.resubmit met", "record.verify.city runs", "record.verify.county met", "record.verify.county met"]);
  });

  it("keep the day on which they were met, whatever comes later", async () => {
    const id = await made();
    await move("countyCreditLead", "returnDishonesty", id, 1, { reason: "退回。" });
    await sql`update dishonesty_record_deadline set met_on = '2026-11-20' where dishonesty_record_id = ${id} and clock = 'record.verify.county'`;
    await move("department", "resubmitDishonesty", id, 2);
    await move("countyCreditLead", "returnDishonesty", id, 3, { reason: "再退。" });
    expect(await sql`select met_on::text, met_on = hub_today() today from dishonesty_record_deadline where dishonesty_record_id = ${id} and clock = 'record.verify.county' order by met_on`).toEqual([{ met_on: "2026-11-20", today: false }, { met_on: expect.any(String), today: true }]);
  });

  it("are as the threshold says that is in force on their first day; where nobody has found the number, none begins", async () => {
    await sql`update threshold set value = null where code = 'record.verify.county'`;
    const id = await made();
    expect(await times(id)).toEqual([]);
    await sql`update threshold set value = 5 where code = 'record.verify.county'`;
    expect(await move("countyCreditLead", "verifyDishonestyAtCounty", id, 1)).toEqual({ outcome: "done", id });
  });

  it("count from the day that their clock names, not from that of the event", async () => {
    const id = await publishedRecord();
    expect(await disclose("department", "reportDishonestyAnnulment", id, 6, { annulledOn: "2026-11-20", annulmentDocumentNo: "川府复决〔2026〕3号" })).toMatchObject({ outcome: "done" });
    expect(await sql`select started_on::text, due_on::text, version_code from dishonesty_record_deadline where dishonesty_record_id = ${id} and clock = 'record.withdraw'`).toEqual([{ started_on: "2026-11-20", due_on: "2026-11-25", version_code: "record.withdraw@2021-07-15" }]);
  });
});

describe("Many at once on one version", () => {
  it("make one step, with one event and one time", async () => {
    const id = await made();
    const other = openService({ ownerUrl: database.url, embedded: inject("embedded"), secret: runKey });
    const elsewhere = new Workflow({ catalogue: hubCatalogue(), service: other });
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? workflow : elsewhere).move(collectionMachine, n % 4 === 0 ? "returnDishonesty" : "verifyDishonestyAtCounty", viewer("countyCreditLead"), { id, version: 1 }, { reason: "并发。" })));
    await other.close();
    expect(outcomes.filter(({ outcome }) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome !== "done").every(({ outcome }) => outcome === "stale" || outcome === "notAllowed")).toBe(true);
    expect(await written(id)).toMatchObject({ versions: 1, row: { version: 2 }, steps: [{ event: "reportDishonesty" }, {}], events: [{ version: 1 }, { version: 2 }] });
    expect(await sql`select count(*)::int n from dishonesty_record_deadline where dishonesty_record_id = ${id}`).toEqual([{ n: 2 }]);
  });
});

describe("A row is shown to a command", () => {
  it("as it is for whoever asks, and not at all to whom it is not", async () => {
    const id = await made();
    for (const persona of ["department", "countyCreditLead", "creditLead", "supervision"] as const) expect(await workflow.see(dishonestyRecord, viewer(persona), id)).toMatchObject({ id, title: "未兑现承诺", onDisplay: false, today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    for (const as of [publicViewer, viewer("finance"), viewer("enterprise"), viewer("subject"), viewer("otherPersonnel"), viewer("operator")]) expect(await workflow.see(dishonestyRecord, as, id)).toBeNull();
    expect(await workflow.see(dishonestyRecord, viewer("creditLead"), "00000000-0000-4000-8000-000000000000")).toBeNull();
  });

  it("where a row that he sees has led to it, also if it is not for him itself", async () => {
    const [row] = await sql<{ basis: string }[]>`select disclosure_basis_id basis from dishonesty_record where id = ${dishonestyRecords.officialToBePublished.id}`;
    expect(await workflow.see(disclosureBasis, viewer("creditLead"), row!.basis)).toBeNull();
    expect(await workflow.seeNamed(disclosureBasis, viewer("creditLead"), row!.basis)).toMatchObject({ id: row!.basis, publishedAt: null });
  });

  it("and a publication elsewhere with whether it must come down", async () => {
    const [row] = await sql<{ id: string }[]>`select id from publication_channel where dishonesty_record_id = ${dishonestyRecords.ended.id}`;
    expect(await workflow.see(publicationChannel, viewer("creditLead"), row!.id)).toMatchObject({ state: "ONLINE", mustComeDown: true, isOverdue: false });
    expect(await workflow.see(publicationChannel, publicViewer, row!.id)).toBeNull();
  });
});

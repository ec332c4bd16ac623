import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { beforeEach, describe, expect, it } from "vitest";
import type { Deletable } from "../src/catalog/deletable.ts";
import { legalBasis } from "../src/domains/reference/legal-basis.ts";
import { accessLogEntry } from "../src/domains/access/access-log-entry.ts";
import { deliveryFault } from "../src/domains/delivery/delivery-fault.ts";
import { delivery } from "../src/domains/delivery/delivery.ts";
import { attachment } from "../src/domains/dishonesty/attachment.ts";
import { dishonestyRecord } from "../src/domains/dishonesty/dishonesty-record.ts";
import { deletable } from "../src/domains/governance/deletable.ts";
import { bodies, dishonestyRecords, officials } from "../src/exchange/demonstration/landmarks.ts";
import { hubCatalogue } from "../src/server.ts";
import { carryOutRetention, type Retention } from "../src/store/retention/carry-out-retention.ts";
import { stopClockOf } from "./setup/clock.ts";
import { freshDatabase, type FreshDatabase } from "./setup/database.ts";
import { demonstrationTemplate } from "./setup/template.ts";

/** What the retention rules have deleted, and what not. The day is 2026-11-25. */
let database: FreshDatabase;
let sql: postgres.Sql;
beforeEach(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  await stopClockOf(database.url, "2026-11-25T12:00:00+08:00");
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  return async () => {
    await sql.end();
    await database.drop();
  };
});

const run = (execute: boolean, given: readonly Deletable[] = deletable, progress?: (rule: string, done: number, total: number) => void): Promise<Retention> =>
  carryOutRetention({ ownerUrl: database.url, catalogue: hubCatalogue(), deletable: given, execute, ...(progress ? { progress } : {}) });

/** Adds a rule that has rows of a type deleted so many days after the day in a field. */
const rule = (typeName: string, field: string, period = 1, unit = "DAY"): Promise<unknown> =>
  sql`insert into retention_rule (version_code, code, name, type_name, counts_from, counts_from_field, period, unit, at_end, confidence, effective_from) values (${`test.${typeName}@2020-01-01`}, ${`test.${typeName}`}, '某数据', ${typeName}, '某日', ${field}, ${period}, ${unit}, 'DELETE', 'PROPOSED', '2020-01-01')`;

const [lastDay, dayBefore, recent] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"];

/** Three answered requests: kept for three years to the day, for a day longer, and answered lately; each changed once, with its event. */
async function plantRequests(): Promise<void> {
  for (const [id, decidedOn] of [[lastDay, "2023-11-25"], [dayBefore, "2023-11-24"], [recent, "2026-11-01"]] as const) {
    await sql`insert into subject_request (id, request_no, official_id, managing_organization_id, kind, about_type, statement, state, submitted_on) values (${id}, ${`QL-${id}`}, ${officials.subject.id}, ${bodies.countyPersonnel.id}, 'ACCESS', 'Official', '请求内容', 'SUBMITTED', '2023-01-01')`;
    await sql`update subject_request set state = 'ANSWERED', decided_on = ${decidedOn}, answer = '答复' where id = ${id}`;
    await sql`insert into workflow_event (type, row_id, event, to_state, version, reason) values ('SubjectRequest', ${id}, 'answerSubjectRequest', 'ANSWERED', 2, '理由')`;
  }
}
const left = async (table: string, key = "id"): Promise<string[]> => (await sql<{ id: string }[]>`select ${sql(key)}::text as id from ${sql(table)} where ${sql(key)} = any(${[lastDay, dayBefore, recent]}::uuid[]) order by 1`).map(({ id }) => id);
const runs = () => sql`select rule_version_code, type_name, due_count, done_count, held_back_count from retention_run where recorded_at > '2026-11-21' order by 1`;
const outcomeOf = ({ carried }: Retention, typeName: string) => carried.find((each) => each.typeName === typeName);

describe("A run", () => {
  it("only looks, unless it is told to delete: nothing is deleted or recorded", async () => {
    await plantRequests();
    expect(outcomeOf(await run(false), "SubjectRequest")).toEqual({ rule: "subjectRequest.keep@2026-04-01", typeName: "SubjectRequest", due: 1, done: 0, heldBack: 0 });
    expect(await left("subject_request")).toEqual([lastDay, dayBefore, recent]);
    expect(await runs()).toHaveLength(0);
  });

  it("deletes what was kept for longer than its period, with its history and events, and keeps the last day", async () => {
    await plantRequests();
    expect(await left("subject_request_history")).toEqual([lastDay, dayBefore, recent]);
    expect(outcomeOf(await run(true), "SubjectRequest")).toMatchObject({ due: 1, done: 1, heldBack: 0 });
    for (const [table, key] of [["subject_request"], ["subject_request_history"], ["workflow_event", "row_id"]] as const) expect(await left(table, key), table).toEqual([lastDay, recent]);
  });

  it("records each rule with numbers and no identifiers, and done again finds nothing left", async () => {
    await plantRequests();
    await run(true);
    const first = [
      ["assessment.keep@2021-11-01", "PrivacyImpactAssessment", 0, 0, 0],
      ["incident.keep@2026-04-01", "SecurityIncident", 0, 0, 0],
      ["subjectRequest.keep@2026-04-01", "SubjectRequest", 1, 1, 0],
    ];
    expect((await runs()).map((row) => Object.values(row) as unknown)).toEqual(first);
    expect(outcomeOf(await run(true), "SubjectRequest")).toMatchObject({ due: 0, done: 0 });
    expect(await runs()).toHaveLength(6);
    expect(JSON.stringify(await sql`select * from retention_run`)).not.toContain(dayBefore);
    await expect(sql`delete from retention_run`).rejects.toMatchObject({ code: "42501" });
  });

  it("leaves open cases alone, however old", async () => {
    await sql`insert into security_incident (incident_no, organization_id, division_code, kind, found_on, description, data_categories, persons_affected, state) values ('SJ-1', ${bodies.countyAudit.id}, '510104', 'LOSS', '2001-01-01', 'x', '{OPEN}', 'NONE', 'NOTIFIED')`;
    expect(outcomeOf(await run(true), "SecurityIncident")).toMatchObject({ due: 0, done: 0 });
  });

  it("keeps an assessment until the day that it names itself", async () => {
    const plant = (approvedOn: string) => sql`insert into privacy_impact_assessment (assessment_no, assessing_body_id, division_code, title, occasion, assessed_types, legality, risks, measures, conclusion, state, approved_on) values (${approvedOn}, ${bodies.countyAudit.id}, '510104', 'x', 'PROVISION', '{Official}', 'x', 'x', 'x', 'x', 'APPROVED', ${approvedOn})`;
    await plant("2023-11-25");
    await plant("2023-11-24");
    await run(true);
    expect(await sql`select kept_until::text from privacy_impact_assessment where assessment_no like '2023-%'`).toEqual([{ kept_until: "2026-11-25" }]);
  });

  it("follows the rule of today: a rule that is over, or has not begun, deletes nothing", async () => {
    await plantRequests();
    await sql`update retention_rule set effective_to = '2026-11-24' where code = 'subjectRequest.keep'`;
    expect(outcomeOf(await run(true), "SubjectRequest")).toBeUndefined();
    await sql`update retention_rule set effective_to = null, effective_from = '2026-11-26' where code = 'subjectRequest.keep'`;
    expect(outcomeOf(await run(true), "SubjectRequest")).toBeUndefined();
    await sql`update retention_rule set effective_from = '2026-11-25', period = 1, unit = 'MONTH' where code = 'subjectRequest.keep'`;
    await run(true);
    expect(await left("subject_request")).toEqual([recent]);
  });

  it("deletes by the thousand, and tells how far it is", async () => {
    await sql`insert into subject_request (request_no, official_id, managing_organization_id, kind, about_type, statement, state, submitted_on, decided_on)
      select 'QL-' || n, ${officials.subject.id}, ${bodies.countyPersonnel.id}, 'ACCESS', 'Official', 'x', 'REFUSED', '2020-01-01', '2020-02-01' from generate_series(1, 2500) n`;
    const told: [string, number, number][] = [];
    expect(outcomeOf(await run(true, deletable, (...step) => told.push(step)), "SubjectRequest")).toMatchObject({ due: 2500, done: 2500 });
    expect(told.filter(([of]) => of.startsWith("subjectRequest")).map(([, done, total]) => [done, total])).toEqual([[0, 2500], [1000, 2500], [2000, 2500], [2500, 2500]]);
    expect(await sql`select count(*)::int as n from subject_request_history where request_no like 'QL-%'`).toEqual([{ n: 0 }]);
  });
});

describe("Rows are held back", () => {
  it("that others refer to, or that are on display", async () => {
    await rule("DishonestyRecord", "issuedOn");
    const given = [{ type: dishonestyRecord, goingWith: [attachment] }];
    const looked = outcomeOf(await run(false, given), "DishonestyRecord")!;
    const [expected] = await sql<[{ due: number; held: number }]>`
      select count(*)::int as due, count(*) filter (where exists (select from record_responsibility o where o.dishonesty_record_id = r.id) or exists (select from official_dishonesty_record o where o.published_record_id = r.id)
        or exists (select from dishonesty_record_step o where o.dishonesty_record_id = r.id) or exists (select from dishonesty_record_deadline o where o.dishonesty_record_id = r.id)
        or exists (select from publication_channel o where o.dishonesty_record_id = r.id)
        or (r.disclosure_state = 'PUBLISHED' and r.display_from <= '2026-11-25' and exists (select from display_period p where p.catalog_item_code = r.catalog_item_code and p.severity = r.severity and p.is_displayed
          and '2026-11-25' between p.effective_from and coalesce(p.effective_to, 'infinity') and '2026-11-25' <= (r.document_date + make_interval(months => p.max_months))::date)))::int as held
      from dishonesty_record r where r.issued_on < '2026-11-24'`;
    expect(looked).toMatchObject({ due: expected.due, heldBack: expected.held });
    expect(expected.held).toBeGreaterThan(20);
    expect(expected.due - expected.held).toBeGreaterThan(20);
    expect(outcomeOf(await run(true, given), "DishonestyRecord")).toMatchObject({ done: expected.due - expected.held, heldBack: expected.held });
    expect(await sql`select 1 from dishonesty_record where id = ${dishonestyRecords.displayed.id}`).toHaveLength(1);
    expect(outcomeOf(await run(true, given), "DishonestyRecord")).toMatchObject({ due: expected.held, done: 0, heldBack: expected.held });
  });

  it("where what belongs to them does not go with them", async () => {
    await rule("Delivery", "finishedAt");
    const [{ n }] = await sql<[{ n: number }]>`select count(distinct delivery_id)::int as n from delivery_fault`;
    expect(n).toBeGreaterThan(0);
    expect(outcomeOf(await run(false, [{ type: delivery }]), "Delivery")!.heldBack).toBe(n);
  });

  it("and go with what belongs to them, though its table refuses every deletion by itself, before and afterwards", async () => {
    await rule("Delivery", "finishedAt");
    await expect(sql`delete from delivery_fault`).rejects.toMatchObject({ code: "42501" });
    const [kept] = await sql<[{ id: string }]>`insert into delivery (receipt_no, client_id, dataset, format, byte_count, file_digest, received_at) values ('RC-1', 'x', 'bids', 'CSV', 1, 'x', '2026-01-01') returning id`;
    await sql`insert into delivery_fault (delivery_id, row, code) select ${kept.id}, 1, code from delivery_fault limit 1`;
    const outcome = outcomeOf(await run(true, [{ type: delivery, goingWith: [deliveryFault] }]), "Delivery")!;
    expect(outcome).toEqual({ rule: "test.Delivery@2020-01-01", typeName: "Delivery", due: 3, done: 3, heldBack: 0 });
    expect(await sql`select delivery_id from delivery_fault`).toEqual([{ delivery_id: kept.id }]);
    await expect(sql`delete from delivery_fault`).rejects.toMatchObject({ code: "42501" });
  });
});

describe("Nothing else is deleted", () => {
  it("than rows of types that the hub declares deletable", async () => {
    await rule("Official", "validFrom");
    await rule("AccessLogEntry", "recordedAt");
    const before = await sql`select (select count(*) from official) as officials, (select count(*) from access_log_entry) as entries`;
    const { leftOut } = await run(true, [...deletable, { type: accessLogEntry }]);
    expect(leftOut).toEqual([
      { rule: "test.AccessLogEntry@2020-01-01", typeName: "AccessLogEntry", why: "NOT_DELETABLE" }, // declared by mistake, its rows are never deleted
      { rule: "test.Official@2020-01-01", typeName: "Official", why: "NOT_DELETABLE" },
    ]);
    expect(await sql`select (select count(*) from official) as officials, (select count(*) from access_log_entry) as entries`).toEqual(before);
  });

  it("than what counts from a day or a moment of the type itself", async () => {
    for (const field of ["nothing", "summary", "id"]) {
      await sql`delete from retention_rule where code like 'test.%'`;
      await rule("LegalBasis", field);
      expect((await run(true, [...deletable, { type: legalBasis }])).leftOut).toEqual([{ rule: "test.LegalBasis@2020-01-01", typeName: "LegalBasis", why: "NO_SUCH_DAY" }]);
    }
  });

  it("where a rule fails: it is carried out whole or not at all", async () => {
    await plantRequests();
    await sql.unsafe("create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$; create trigger refuse before insert on retention_run for each row when (new.type_name = 'SubjectRequest') execute function refuse()");
    await expect(run(true)).rejects.toThrow("no");
    for (const [table, key] of [["subject_request"], ["subject_request_history"], ["workflow_event", "row_id"]] as const) expect(await left(table, key), table).toEqual([lastDay, dayBefore, recent]);
  });
});

describe("npm run retention", () => {
  const script = fileURLToPath(new URL("../scripts/retention.ts", import.meta.url));
  const command = (...given: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly error: string }> =>
    new Promise((resolve) => {
      const child = execFile(process.execPath, [script, ...given], { env: { PATH: process.env["PATH"], DATABASE_URL: database.url } }, (_error, out, error) => resolve({ status: child.exitCode!, out, error }));
    });

  it("says what would be deleted, and deletes when it is told to", async () => {
    await plantRequests();
    const looked = await command();
    expect([looked.status, looked.error]).toEqual([0, ""]);
    expect(looked.out).toMatch(/SubjectRequest +subjectRequest\.keep@2026-04-01 +due 1, to be deleted 1, held back 0\n/);
    expect(looked.out).toContain("Nothing was deleted. To delete: npm run retention -- --execute");
    expect(await left("subject_request")).toHaveLength(3);
    const done = await command("--execute");
    expect([done.status, done.error]).toEqual([0, ""]);
    expect(done.out).toMatch(/SubjectRequest +subjectRequest\.keep@2026-04-01 +due 1, deleted 1, held back 0\n/);
    expect(await left("subject_request")).toEqual([lastDay, recent]);
  });

  it("explains itself, and refuses what it does not know", async () => {
    expect(await command("--help")).toMatchObject({ status: 0, out: expect.stringContaining("--execute") as string });
    expect(await command("--all")).toMatchObject({ status: 1, error: expect.stringContaining("npm run retention") as string });
  });
});

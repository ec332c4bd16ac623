import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Audience } from "../../src/catalog/audience.ts";
import { bodies, county, officials, planted, uuid, type Asker, type Planted } from "./planted.ts";

/** The third lock of what is not only read: the access log, the counters of sharing grants, and what the hub's own role writes. */
let database: Planted;
beforeAll(async () => {
  database = await planted();
});
afterAll(() => database.close());

/** The code in which a statement of a role ends; "ok" where it succeeds. Nothing of it stays. */
const codeOf = (audience: Audience, statement: string, who: Asker = {}): Promise<string> =>
  database.as(audience, who, async (sql) => {
    await sql.unsafe(statement);
    throw Object.assign(new Error(), { code: "ok" });
  }).then(() => "ok", (error: unknown) => String((error as { code?: unknown }).code));

describe("What is written through the hub", () => {
  const audit: Asker = { body: bodies.audit.id, jurisdiction: county };
  const event = (audience: string, body: string | null): string =>
    `insert into access_event (request_id, audience, organization_id, coordinates, refused_coordinates, grant_nos, outcome, record_count, subject_count, hidden, salt) values ('r', '${audience}', ${body === null ? "null" : `'${body}'`}, '{}', '{}', '{}', 'EMPTY', 0, 0, false, 's')`;
  const entry = (audience: string, body: string): string =>
    `insert into access_log_entry (access_event_id, subject_pseudonym, audience, organization_id, coordinates, hidden, official_id) values ('${uuid(1)}', 'p', '${audience}', '${body}', '{}', false, '${officials.here}')`;

  it("whoever has a token adds to the access log in the own name, and cannot read what it has added", async () => {
    for (const insert of [event, entry]) {
      expect(await codeOf("department", insert("DEPARTMENT", bodies.audit.id), audit)).toBe("ok");
      expect(await codeOf("department", insert("DEPARTMENT", bodies.personnel.id), audit)).toBe("42501");
      expect(await codeOf("department", insert("COURT", bodies.audit.id), audit)).toBe("42501");
      expect(await codeOf("department", `${insert("DEPARTMENT", bodies.audit.id)} returning id`, audit)).toBe("42501");
    }
    expect(await codeOf("subject", event("SUBJECT", null), { subject: officials.here })).toBe("ok");
    expect(await codeOf("public", event("PUBLIC", null))).toBe("42501");
  });

  it("a body counts what it asks under its own sharing grants, upwards only", async () => {
    const [grant, others] = [uuid(101), uuid(102)];
    const give = (id: string, requester: string) => database.owner`insert into sharing_grant (id, grant_no, requester_id, provider_id, items, basis_citation, requested_on, fields, purpose, scope_division_code) values (${id}, ${id}, ${requester}, ${bodies.personnel.id}, '{}', '', '2026-11-25', '{}', 'AUDIT', ${county})`;
    await give(grant, bodies.audit.id);
    await give(others, bodies.otherAudit.id);
    const counting = (id: string): string => `insert into grant_use (grant_id, day, used) values ('${id}', '2026-11-25', 1) on conflict (grant_id, day) do update set used = grant_use.used`;
    const count = counting(grant);
    expect(await codeOf("department", `${count} + 1`, audit)).toBe("ok");
    expect(await codeOf("department", `${count} + 1; ${count} - 1`, audit)).toBe("42501");
    expect(await codeOf("department", `${count} + 1; update grant_use set day = '2026-11-26', used = used + 1`, audit)).toBe("42501");
    expect(await codeOf("department", `${counting(others)} + 1`, audit)).toBe("42501");
    expect(await codeOf("auditor", `${count} + 1`)).toBe("42501");
  });

  it("the hub's own role writes what workflows decide and what it keeps for itself, and reads no closed text but what the register of crimes in office may answer today: of what is emptied the parts are deleted unread", async () => {
    const found = await database.owner<{ table: string; rights: string[] }[]>`
      select c.relname as table, array_agg(p.verb order by p.verb) as rights
      from pg_class c, unnest(array['select', 'insert', 'update', 'delete', 'truncate']) p(verb)
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (has_table_privilege('hub_service', c.oid, p.verb) or (p.verb not in ('delete', 'truncate') and has_any_column_privilege('hub_service', c.oid, p.verb))) group by 1`;
    // By hand. The search's entries are public.
    expect(Object.fromEntries(found.map(({ table, rights }) => [table, rights]))).toEqual({
      client: ["insert", "select", "update"], client_history: ["insert"],
      client_credential: ["insert", "select", "update"], client_credential_history: ["insert"],
      delivery: ["insert", "select", "update"], delivery_history: ["insert"],
      sharing_grant: ["insert", "select", "update"], sharing_grant_history: ["insert"],
      dishonesty_record: ["insert", "select", "update"], violation_record: ["insert", "select", "update"], disclosure_basis: ["insert", "select", "update"], disclosure_basis_history: ["insert"],
      publication_channel: ["insert", "select", "update"], publication_channel_history: ["insert", "select", "update"], policy_change: ["insert", "select", "update"], policy_change_history: ["insert"], display_period: ["insert", "select", "update"], display_period_history: ["insert"],
      threshold: ["insert", "select", "update"], threshold_history: ["insert"], disclosure_notice: ["insert", "select", "update"],
      // A record that is emptied, with its history; the parts with the full facts go as a whole.
      dishonesty_record_history: ["insert", "select", "update"], violation_record_history: ["insert", "select", "update"],
      dishonesty_record_conditional: ["delete", "select"], dishonesty_record_conditional_history: ["delete", "insert", "select"],
      violation_record_conditional: ["delete", "select"], violation_record_conditional_history: ["delete", "insert", "select"],
      // What stands beside it: titles of files, and reasons that the database lets go with the record alone.
      attachment: ["select", "update"], attachment_history: ["insert", "select", "update"],
      ...Object.fromEntries(["sharing_grant", "dishonesty_record", "violation_record"].flatMap((type) => [[`${type}_step`, ["insert", "select", ...(type === "sharing_grant" ? [] : ["update"])]], [`${type}_deadline`, ["insert", "select", "update"]], [`${type}_deadline_history`, ["insert"]]])),
      regulation: ["insert", "select", "update"], regulation_history: ["insert"],
      subject_request: ["insert", "select", "update"], subject_request_history: ["insert"],
      privacy_impact_assessment: ["insert", "select", "update"], privacy_impact_assessment_history: ["insert"],
      security_incident: ["insert", "select", "update"], security_incident_history: ["insert"],
      workflow_event: ["insert", "select", "update"],
      client_usage: ["insert", "select", "update"],
      registry_state: ["insert", "select", "update"],
      used_assertion: ["delete", "insert", "select"],
      calendar_day: ["select"],
      search_entry: ["select"], search_pending: ["insert"],
      // It asks the register in everybody's name, who have no right to it: see the policy of duty_crime_record.
      duty_crime_record: ["select"],
      catalog_item: ["select"], organization: ["select"],
    });
    const read = await database.owner<{ column: string }[]>`
      select c.relname || '.' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relname ~ '^(dishonesty|violation)_record_(conditional(_history)?|history)$' and has_column_privilege('hub_service', c.oid, a.attnum, 'select') order by 1`;
    expect(read.map(({ column }) => column)).toEqual(["dishonesty_record_conditional.id", "dishonesty_record_conditional_history.id", "dishonesty_record_history.id", "violation_record_conditional.id", "violation_record_conditional_history.id", "violation_record_history.id"]);
  });

  it("whoever has a token notes that an event waits for its seal, and nothing more", async () => {
    expect(await codeOf("department", `insert into access_pending (event_id) values ('${uuid(1)}')`, audit)).toBe("ok");
    expect(await codeOf("department", "select event_id from access_pending", audit)).toBe("42501");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Audience } from "../../src/catalog/audience.ts";
import { bidOf, bodies, county, officials, otherCounty, planted, tenders, uuid, type Asker, type Planted } from "./planted.ts";

/** What was changed or deleted is kept, and the past never admits a row that the present refuses. */
let database: Planted;
beforeAll(async () => {
  database = await planted();
});
afterAll(() => database.close());

const past = (audience: Audience, table: string, id: string, column: string, who: Asker = {}): Promise<unknown[]> =>
  database.as(audience, who, async (sql) => (await sql`select ${sql(column)} as value from ${sql(`${table}_history`)} where id = ${id}`).map(({ value }) => value as unknown));

/** As the owner, whom the history's own policy admits. */
const kept = (table: string, id: string) => database.owner`select * from ${database.owner(`${table}_history`)} where id = ${id} order by superseded_at`;

describe("What is kept", () => {
  it("the row as it was, when it was superseded, and the new row says when it was recorded", async () => {
    const id = bodies.otherPersonnel.id;
    const [before] = await database.owner`select recorded_at, clock_timestamp() as now from organization where id = ${id}`;
    await database.owner`update organization set name = 'Renamed' where id = ${id}`;
    const [row, ...more] = await kept("organization", id);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ name: "otherPersonnel", content_hash: null, recorded_at: before!["recorded_at"] });
    expect(Number(row!["superseded_at"])).toBeGreaterThanOrEqual(Number(before!["now"]));
    const [after] = await database.owner`select recorded_at from organization where id = ${id}`;
    expect(Number(after!["recorded_at"])).toBeGreaterThan(Number(before!["recorded_at"]));
  });

  it("nothing, where an update changes nothing", async () => {
    const [before] = await database.owner`select recorded_at from organization where id = ${bodies.audit.id}`;
    await database.owner`update organization set name = name, status = 'ACTIVE' where id = ${bodies.audit.id}`;
    expect(await kept("organization", bodies.audit.id)).toHaveLength(0);
    expect(await database.owner`select recorded_at from organization where id = ${bodies.audit.id}`).toEqual([before]);
  });

  it("nothing either, where a column of the row is computed by the database, which is empty until the row is stored", async () => {
    const id = uuid(501);
    await database.owner`insert into disclosure_duty (id, record_no, division_code, document, year, approved_on, due_on) values (${id}, 'DUT-test', ${county}, 'BUDGET', 2026, '2026-02-01', '2026-02-21')`;
    const [before] = await database.owner`select recorded_at, settlement from disclosure_duty where id = ${id}`;
    await database.owner`update disclosure_duty set document = 'BUDGET' where id = ${id}`;
    expect(await kept("disclosure_duty", id)).toHaveLength(0);
    expect(await database.owner`select recorded_at, settlement from disclosure_duty where id = ${id}`).toEqual([before]);
    await database.owner`update disclosure_duty set published_on = '2026-02-21' where id = ${id}`;
    expect(await database.owner`select settlement from disclosure_duty where id = ${id}`).toEqual([{ settlement: "IN_TIME" }]);
    expect((await kept("disclosure_duty", id)).map((row) => row["settlement"] as unknown)).toEqual(["OUTSTANDING"]);
  });

  it("what is shared or withheld too, of which the open time of recording tells nobody", async () => {
    const { id } = bodies.audit;
    const [before] = await database.owner`select recorded_at from organization where id = ${id}`;
    await database.owner`update organization set credit_contact = 'Another', content_hash = 'Another' where id = ${id}`;
    expect((await kept("organization", id)).length).toBe(1);
    expect(await database.owner`select recorded_at from organization where id = ${id}`).toEqual([before]);
  });

  it("a value that becomes null and one that ends being null are changes", async () => {
    await database.owner`update organization set office_address = 'Street' where id = ${bodies.personnel.id}`;
    await database.owner`update organization set office_address = null where id = ${bodies.personnel.id}`;
    expect((await kept("organization", bodies.personnel.id)).map((row) => row["office_address"] as unknown)).toEqual([null, "Street"]);
  });

  it("what lies in a side table, ciphertext as ciphertext, also when the main row goes", async () => {
    const id = uuid(500);
    await database.owner`insert into official (id, record_no, name, organization_id, managing_organization_id, id_number_digest) values (${id}, 'OFF-gone', 'Gone', ${bodies.audit.id}, ${bodies.personnel.id}, 'digest')`;
    await database.owner`insert into official_restricted (id, phone, id_number) values (${id}, '1', '\\x0102')`;
    await database.owner`update official_restricted set phone = '2' where id = ${id}`;
    await database.owner`delete from official where id = ${id}`;
    expect((await kept("official_restricted", id)).map((row) => [row["phone"] as unknown, Buffer.from(row["id_number"] as Uint8Array).toString("hex")])).toEqual([["1", "0102"], ["2", "0102"]]);
    expect(await kept("official", id)).toHaveLength(1);
  });
});

describe("What never changes", () => {
  const tables = ["access_event", "access_log_entry", "access_log_head", "access_seal", "delivery_fault", "disclosure_notice", "dishonesty_record_step", "retention_run", "sharing_grant_step", "violation_record_step"];
  const record = (table: string, further: string, values: string): string => `insert into ${table} (record_no, title, subject_name, division_code, issuing_organization_name, issued_on, catalog_item_code, severity, subject_kind, fact_summary${further}) values ('R-STEP', 't', 's', '${county}', 'i', '2026-11-01', 'c', 'GENERAL', ${values} returning id`;
  const step = (table: string, key: string, of: string): string => `set session_replication_role = replica; with of as (${of}) insert into ${table} (${key}, event, to_state) select id, 'e', 'S' from of; set session_replication_role = origin`; // without the dataset that a record refers to
  const insert: Readonly<Record<string, string>> = {
    access_event: `insert into access_event (request_id, audience, coordinates, refused_coordinates, grant_nos, outcome, record_count, subject_count, hidden, salt) values ('r', 'COURT', '{}', '{}', '{}', 'EMPTY', 0, 0, false, 's')`,
    access_log_entry: `insert into access_log_entry (access_event_id, subject_pseudonym, audience, coordinates, hidden, official_id) values ('${uuid(1)}', 'p', 'COURT', '{}', false, '${officials.here}')`,
    access_log_head: `insert into access_log_head (day, commitment, published_at, salt, chain_hash, chain_length) values ('2026-11-24', 'c', now(), 's', 'h', 0)`,
    delivery_fault: `with of as (insert into delivery (receipt_no, client_id, dataset, format, byte_count, file_digest, received_at) values ('RC-1', 'c', 'bids', 'CSV', 1, 'd', now()) returning id) insert into delivery_fault (delivery_id, "row", code) select id, 1, 'EMPTY' from of`,
    disclosure_notice: "insert into disclosure_notice (notice_no, kind, record_no, reason, noticed_on) values ('GS-1', 'WITHDRAWAL', 'R', 'r', '2026-11-25')",
    dishonesty_record_step: step("dishonesty_record_step", "dishonesty_record_id", record("dishonesty_record", ", source_kind, field", "'ORGANIZATION', 'f', 'ARREARS', 'DEBT')")),
    violation_record_step: step("violation_record_step", "violation_record_id", record("violation_record", ", conduct, penalty", "'ENTERPRISE', 'f', 'FRAUD', 'p')")),
    sharing_grant_step: step("sharing_grant_step", "sharing_grant_id", `insert into sharing_grant (grant_no, requester_id, provider_id, items, basis_citation, requested_on, fields, purpose, scope_division_code) select 'GX-STEP', id, id, '{}', '', '2026-11-25', '{}', 'AUDIT', '${county}' from organization limit 1 returning id`),
    retention_run: `insert into retention_run (rule_version_code, type_name, due_count, done_count, held_back_count) values ('r', 't', 1, 1, 0)`,
    access_seal: `insert into access_seal (seq, event_id, leaf, hash) values (1, '${uuid(1)}', 'l', 'h')`,
  };

  it("has no history: by hand, the access log, its chain and its heads, the faults of deliveries, steps of workflows, notices of what was withdrawn, and what was deleted by a retention rule", async () => {
    const without = await database.owner<{ table: string }[]>`
      select t.relname as table from pg_class t join pg_trigger g on g.tgrelid = t.oid and g.tgname = t.relname || '_unchangeable'
      where t.relnamespace = 'public'::regnamespace and not exists (select from pg_class h where h.relnamespace = t.relnamespace and h.relname = t.relname || '_history') order by 1`;
    expect(without.map(({ table }) => table)).toEqual(tables);
  });

  it.each(tables)("and nobody changes, deletes or empties %s, not even the owner", async (table) => {
    const changed = table === "access_seal" ? "hash" : "recorded_at";
    await database.owner.unsafe(insert[table]!);
    const [before] = await database.owner`select count(*)::int as count from ${database.owner(table)}`;
    expect(before!["count"]).toBe(1);
    for (const statement of [`update ${table} set ${changed} = ${changed}`, `delete from ${table}`, `truncate ${table}`, `truncate ${table} cascade`])
      await expect(database.owner.unsafe(statement), statement).rejects.toMatchObject({ code: "42501", message: `Rows of ${table} are never changed nor deleted.` });
    expect(await database.owner`select count(*)::int as count from ${database.owner(table)}`).toEqual([before]);
  });
});

describe("Who sees the past", () => {
  it("of a bid: nobody else before the opening is recorded, everybody after it", async () => {
    const id = bidOf("planned");
    await database.owner`update bid set supplier_name = 'Changed' where id = ${id}`;
    await database.owner`update bid_price set price = 1 where id = ${id}`;
    for (const audience of ["public", "enterprise", "department", "court", "auditor"] as const) expect(await past(audience, "bid", id, "supplier_name")).toEqual([]);
    expect(await past("tradingCentre", "bid", id, "supplier_name", { jurisdiction: otherCounty })).toEqual([]);
    expect(await past("tradingCentre", "bid", id, "supplier_name", { jurisdiction: county })).toEqual(["Supplier planned"]);
    expect(await past("tradingCentre", "bid_price", id, "price", { jurisdiction: county })).toEqual([]);

    await database.owner`update tender set opened_at = now() - interval '1 second' where id = ${tenders.planned.id}`;
    expect(await past("public", "bid", id, "supplier_name")).toEqual(["Supplier planned"]);
    expect(await past("public", "bid_price", id, "price")).toEqual(["90.00"]);

    await database.owner`update tender set opened_at = null where id = ${tenders.planned.id}`; // recorded by mistake
    expect(await past("public", "bid", id, "supplier_name")).toEqual([]);
    expect(await past("public", "bid_price", id, "price")).toEqual([]);
  });

  it("of an official: whoever manages the person now, with what was before, and nobody who did", async () => {
    await database.owner`update official set managing_organization_id = ${bodies.otherPersonnel.id} where id = ${officials.here}`;
    await database.owner`update official_restricted set phone = 'NEW' where id = ${officials.here}`;
    const now = { body: bodies.otherPersonnel.id };
    const once = { body: bodies.personnel.id };
    expect(await past("personnel", "official", officials.here, "managing_organization_id", now)).toEqual([bodies.personnel.id]);
    expect(await past("personnel", "official_restricted", officials.here, "phone", now)).toEqual(["PHONE-here"]);
    expect(await past("personnel", "official", officials.here, "name", once)).toEqual([]);
    expect(await past("personnel", "official_restricted", officials.here, "phone", once)).toEqual([]);
    expect(await past("subject", "official", officials.here, "name", { subject: officials.here })).toHaveLength(1);
    expect(await past("subject", "official", officials.here, "name", { subject: officials.elsewhere })).toEqual([]);
  });

  it("of a public row: everybody, until it is deleted", async () => {
    const id = uuid(501);
    await database.owner`insert into administrative_division (id, code, name, level) values (${id}, '519999', 'Old', 'COUNTY')`;
    await database.owner`update administrative_division set name = 'New' where id = ${id}`;
    expect(await past("public", "administrative_division", id, "name")).toEqual(["Old"]);
    await database.owner`delete from administrative_division where id = ${id}`;
    expect(await kept("administrative_division", id)).toHaveLength(2);
    for (const audience of ["public", "department", "operator"] as const) expect(await past(audience, "administrative_division", id, "name")).toEqual([]);
  });

  it("of a deleted bid: not even the trading centre", async () => {
    const id = bidOf("opened");
    await database.owner`delete from bid where id = ${id}`;
    expect(await kept("bid", id)).toHaveLength(1);
    for (const part of [["bid", "supplier_name"], ["bid_price", "price"], ["bid_conditional", "score"], ["bid_restricted", "contact_name"]] as const) {
      expect(await kept(part[0], id)).toHaveLength(1);
      expect(await past("tradingCentre", part[0], id, part[1], { jurisdiction: "51" })).toEqual([]);
    }
  });
});

import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { assembleCatalogue } from "../../src/catalog/catalogue.ts";
import { tableOf } from "../../src/catalog/storage.ts";
import { declared } from "../../src/domains/all.ts";
import { dataset } from "../../src/exchange/demonstration/dataset.ts";
import { officials } from "../../src/exchange/demonstration/landmarks.ts";
import { loadDemonstration, registerPersonas } from "../../src/exchange/demonstration/load-demonstration.ts";
import { migrate } from "../../src/store/migrate.ts";
import { passwordsFrom } from "../../src/store/roles.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { storedTables } from "../../src/store/tables.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { processorTime, standardWork } from "../setup/processor-time.ts";

const catalogue = assembleCatalogue(declared);
const tables = storedTables(catalogue);
const secret = Buffer.alloc(32, 7); // one for the whole run: roles belong to the server, not to a database
const secrets = storedSecrets(secret);

/** An empty database with the hub's tables, as its owner. */
interface Migrated {
  readonly sql: postgres.Sql;
  load(): Promise<boolean>;
}

const opened: { readonly fresh: FreshDatabase; readonly sql: postgres.Sql }[] = [];

async function migrated({ connections = 1 } = {}): Promise<Migrated> {
  const fresh = await freshDatabase();
  await migrate(fresh.url, catalogue, { embedded: inject("embedded"), passwordOf: passwordsFrom(secret) });
  const sql = postgres(fresh.url, { max: connections, onnotice: () => {} });
  opened.push({ fresh, sql });
  return { sql, load: () => loadDemonstration(drizzle(sql), secrets) };
}

/** A digest of every table's rows without what no two loads share: the time of recording, and ciphertext, which is salted. */
async function digests({ sql }: Migrated): Promise<Record<string, string>> {
  const entries: [string, string][] = [];
  for (const { name } of tables) {
    const [row] = await sql<{ digest: string }[]>`
      select count(*) || ' ' || md5(coalesce(string_agg((to_jsonb(t) - 'recorded_at' - 'id_number')::text, '' order by t.id), '')) as digest from ${sql(name)} t`;
    entries.push([name, row!.digest]);
  }
  return Object.fromEntries(entries);
}

describe("Loading the demonstration data", () => {
  let first: Migrated;
  let second: Migrated;
  const loads: number[] = [];
  const standards: number[] = [];

  beforeAll(async () => {
    [first, second] = [await migrated(), await migrated()];
    for (const database of [first, second]) {
      standards.push(await standardWork(database.sql));
      const before = await processorTime(database.sql);
      expect(await database.load()).toBe(true);
      loads.push((await processorTime(database.sql)) - before);
    }
  });
  afterAll(async () => {
    for (const { fresh, sql } of opened) {
      await sql.end();
      await fresh.drop();
    }
  });

  it("takes a processor about a second, four times as long as the standard work", () => {
    expect(Math.min(...loads) / Math.min(...standards), `${loads.join(", ")} ms; ${standards.join(", ")} ms`).toBeLessThan(6);
  });
  it("stores every row", async () => {
    const rows = dataset();
    const count = async (table: string): Promise<number> => (await first.sql<{ count: number }[]>`select count(*)::int as count from ${first.sql(table)}`)[0]!.count;
    expect({
      divisions: await count("administrative_division"), organizations: await count("organization"), officials: await count("official"), holders: await count("office_holder"),
      projects: await count("project"), tenders: await count("tender"), bids: await count("bid"), prices: await count("bid_price"),
      lots: await count("lot"), notices: await count("notice"), awards: await count("award"), contracts: await count("contract"),
      acceptances: await count("acceptance"), payments: await count("payment"), arrears: await count("arrears_record"), totals: await count("arrears_total"),
      limits: await count("debt_limit"), balances: await count("debt_balance"), bases: await count("legal_basis"),
      grants: await count("sharing_grant"), looks: await count("access_event"), entries: await count("access_log_entry"),
      items: await count("catalog_item"), periods: await count("display_period"), days: await count("calendar_day"), thresholds: await count("threshold"), masking: await count("masking_rule"),
      regulations: await count("regulation"), requests: await count("subject_request"), assessments: await count("privacy_impact_assessment"), incidents: await count("security_incident"), retention: await count("retention_rule"), runs: await count("retention_run"),
    }).toEqual({
      divisions: rows.divisions.length, organizations: rows.governments.length + rows.departments.length + rows.institutions.length + rows.enterprises.length, officials: rows.officials.length, holders: rows.officeHolders.length,
      projects: rows.projects.length, tenders: rows.tenders.length, bids: rows.bids.length, prices: rows.bids.length,
      lots: rows.lots.length, notices: rows.notices.length, awards: rows.awards.length, contracts: rows.contracts.length,
      acceptances: rows.acceptances.length, payments: rows.payments.length, arrears: rows.arrearsRecords.length, totals: rows.arrearsTotals.length,
      limits: rows.debtLimits.length, balances: rows.debtBalances.length, bases: rows.legalBases.length,
      grants: rows.sharingGrants.length, looks: rows.accessEvents.length, entries: rows.accessLogEntries.length,
      items: rows.catalogItems.length, periods: rows.displayPeriods.length, days: rows.calendarDays.length, thresholds: rows.thresholds.length, masking: rows.maskingRules.length,
      regulations: rows.regulations.length, requests: rows.subjectRequests.length, assessments: rows.privacyImpactAssessments.length, incidents: rows.securityIncidents.length, retention: rows.retentionRules.length, runs: rows.retentionRuns.length,
    });
  });
  it("lets what is in the access log wait for its seal", async () => {
    const [row] = await first.sql<{ events: number; waiting: number }[]>`select count(*)::int as events, count(p.event_id)::int as waiting from access_event e left join access_pending p on p.event_id = e.id`;
    expect(row).toEqual({ events: dataset().accessEvents.length, waiting: dataset().accessEvents.length });
  });
  it("gives one person one pseudonym, which is not the identifier", async () => {
    const found = await first.sql<{ official: string; pseudonyms: string[] }[]>`select official_id as official, array_agg(distinct subject_pseudonym) as pseudonyms from access_log_entry group by 1`;
    expect(found.length).toBe(new Set(dataset().accessLogEntries.map(({ officialId }) => officialId)).size);
    for (const { official, pseudonyms } of found) expect([pseudonyms.length, pseudonyms.includes(official)], official).toEqual([1, false]);
  });
  it("gives the same rows in two databases", async () => {
    expect(await digests(second)).toEqual(await digests(first));
  });
  it("stores an identity number encrypted, and finds it by its digest", async () => {
    const expected = dataset().officials.find((row) => row.id === officials.subject.id)!;
    const [row] = await first.sql<{ plain: string; stored: Buffer }[]>`
      select pgp_sym_decrypt(r.id_number, ${secrets.encryption}) as plain, r.id_number as stored
      from official join official_restricted r using (id) where id_number_digest = ${secrets.digest(expected.idNumber)}`;
    expect(row!.plain).toBe(expected.idNumber);
    expect(row!.stored.includes(expected.idNumber)).toBe(false);
  });
  it("leaves no row whose key leads nowhere, along every relation of the catalogue", async () => {
    const dangling: string[] = [];
    for (const type of [...catalogue.families, ...catalogue.entities])
      for (const edge of catalogue.edgesOf(type).values()) {
        if (edge.cardinality !== "one" || edge.to.kind === "union" || edge.from.kind === "union") continue;
        const from = edge.from.storage.places[edge.fromKey]!;
        const to = edge.to.storage.places[edge.toKey]!;
        const [row] = await first.sql<{ count: number }[]>`
          select count(*)::int as count from ${first.sql(tableOf(edge.from.storage, from.part))} f
          where f.${first.sql(from.column.name)} is not null
            and not exists (select from ${first.sql(tableOf(edge.to.storage, to.part))} t where t.${first.sql(to.column.name)} = f.${first.sql(from.column.name)})`;
        if (row!.count > 0) dangling.push(`${type.name}.${edge.name}: ${row!.count}`);
      }
    expect(dangling).toEqual([]);
  });
  it("registers the personas' clients where the data was loaded before there were any, and leaves those that are there", async () => {
    await second.sql`delete from client where client_id <> 'finance'`;
    await second.sql`update client set state = 'SUSPENDED' where client_id = 'finance'`;
    await registerPersonas(drizzle(second.sql), secrets);
    expect([...(await second.sql`select client_id, state from client where client_id in ('finance', 'personnel', 'developer') order by 1`)]).toEqual([
      { client_id: "developer", state: "ACTIVE" },
      { client_id: "finance", state: "SUSPENDED" },
      { client_id: "personnel", state: "ACTIVE" },
    ]);
  });

  it("tells how far it is", async () => {
    const { sql } = await migrated();
    const told: [string, number, number][] = [];
    await loadDemonstration(drizzle(sql), secrets, (...step) => told.push(step));
    expect(told.map(([type]) => type)).toHaveLength(Object.keys(dataset()).length);
    expect(told.at(-1)![1]).toBe(told.at(-1)![2]);
  });
  it("is not repeated", async () => {
    const before = await digests(first);
    expect(await first.load()).toBe(false);
    expect(await digests(first)).toEqual(before);
  });
  it("leaves a database alone that holds one row of its own", async () => {
    const own = await migrated();
    await own.sql`insert into legal_basis (citation, title) values ('某条例第1条', '某条例')`;
    const before = await digests(own);
    expect(await own.load()).toBe(false);
    expect(await digests(own)).toEqual(before);
  });
  it("would take no trader as a natural person (个体工商户) among the organisations", async () => {
    const [row] = await first.sql<{ id: string }[]>`select id from organization where kind = 'ENTERPRISE' limit 1`;
    await expect(first.sql`update organization set uscc = '92510104XXX0000000' where id = ${row!.id}`).rejects.toMatchObject({ code: "23514", constraint_name: "organization_uscc_prefix" });
  });
  it("is done once by two hubs that start at the same time", async () => {
    const own = await migrated({ connections: 2 });
    expect((await Promise.all([own.load(), own.load()])).sort()).toEqual([false, true]);
  });
});

import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isIdentityNumber, isUscc } from "../../src/catalog/check-digits.ts";
import { datasetsOf } from "../../src/exchange/ingest/dataset.ts";
import { seedObstacle } from "../../src/exchange/seed/seed-guard.ts";
import { seedTables } from "../../src/exchange/seed/seed-tables.ts";
import { hubCatalogue } from "../../src/server.ts";
import { openOwnerSession } from "../../src/store/owner-session.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { runKey } from "../setup/template.ts";
import { seedAll, seededDatabase, smallScale } from "./seeded.ts";

let first: Awaited<ReturnType<typeof seededDatabase>>;
let second: Awaited<ReturnType<typeof seededDatabase>>;
let sql: postgres.Sql;
beforeAll(async () => {
  [first, second] = await Promise.all([seededDatabase(), seededDatabase()]);
  sql = postgres(first.url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await Promise.all([first?.drop(), second?.drop()]);
});

/** What a table of the database holds of deliveries, as one digest. */
const contentsOf = (on: postgres.Sql, table: string) => on.unsafe(`select count(*)::integer as rows, md5(string_agg(content_hash || id, ',' order by id)) as digest from ${table} where content_hash is not null`);

const datasets = datasetsOf(hubCatalogue());
const tables = seedTables.map(({ dataset }) => datasets.get(dataset)!.type.storage.name);

describe("What is made up", () => {
  it("is taken whole, as deliveries of the hub's own", async () => {
    const deliveries = await sql`select dataset, state, rows_read = rows_taken and rows_faulty = 0 as is_whole, rows_inserted > 0 or rows_updated > 0 as has_rows from delivery where client_id like 'npm run seed%'`;
    expect(deliveries).toHaveLength(first.outcomes.size);
    expect(deliveries.filter(({ state, is_whole, has_rows }) => state !== "COMPLETED" || !is_whole || !has_rows)).toEqual([]);
    expect(await sql`select from delivery_fault f join delivery d on d.id = f.delivery_id where d.client_id like 'npm run seed%' union all select from delivery_waiting`).toHaveLength(0);
  });
  it("is the same in another database", async () => {
    const other = postgres(second.url, { max: 1, onnotice: () => {} });
    for (const table of tables) expect(await contentsOf(other, table), table).toEqual(await contentsOf(sql, table));
    await other.end();
  });
  it("is not taken a second time", async () => {
    const again = await seedAll(first.url);
    expect([...again.values()].filter((outcome) => outcome !== null)).toEqual([]);
  });
  it("changes nothing where it is taken again because the first time broke off after its rows were there", async () => {
    await sql`update delivery set state = 'PROCESSING' where dataset in ('bids', 'officials')`;
    const before = await Promise.all(["bid", "official"].map((table) => contentsOf(sql, table)));
    const again = await seedAll(first.url);
    for (const dataset of ["bids", "officials"]) expect(again.get(dataset), dataset).toMatchObject({ inserted: 0, updated: 0, unchanged: first.outcomes.get(dataset)!.rowsRead });
    expect(await Promise.all(["bid", "official"].map((table) => contentsOf(sql, table)))).toEqual(before);
  });
});

describe("Codes", () => {
  it("of organisations have the right check characters", async () => {
    const codes = await sql<{ uscc: string }[]>`select uscc from organization where delivery_id is not null union select supplier_uscc from bid where delivery_id is not null`;
    expect(codes.length).toBeGreaterThan(1_000);
    expect(codes.filter(({ uscc }) => !isUscc(uscc))).toEqual([]);
  });
  it("of officials have the right check character, and an area code that no division has", async () => {
    const numbers = await sql<{ id_number: string }[]>`select pgp_sym_decrypt(r.id_number, ${storedSecrets(runKey).encryption}) as id_number from official o join official_restricted r using (id) where o.delivery_id is not null`;
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter(({ id_number }) => !isIdentityNumber(id_number) || !id_number.startsWith("519998"))).toEqual([]);
    expect(await sql`select code from administrative_division where code like '519998%'`).toEqual([]);
  });
  it("of telephones are none that a network gives: mobile ones begin with 100, landlines with 0000 after the area", async () => {
    const phones = await sql<{ phone: string }[]>`
      select r.phone from official o join official_restricted r using (id) where o.delivery_id is not null union select r.contact_phone from bid b join bid_restricted r using (id) where b.delivery_id is not null
      union select phone from organization where delivery_id is not null and phone is not null`;
    expect(phones.filter(({ phone }) => !/^100\d{8}$|^0\d{2,3}-0000\d{4}$/.test(phone))).toEqual([]);
  });
});

describe("A database", () => {
  const obstacle = async (scale = smallScale): Promise<string | null> => {
    const session = openOwnerSession(first.url, "test");
    try {
      return await seedObstacle(session.ask, scale);
    } finally {
      await session.close();
    }
  };

  it("may be seeded again with the same scale, and with no other", async () => {
    expect(await obstacle()).toBeNull();
    expect(await obstacle(2)).toContain("seeded before");
  });
  it("that another version has seeded may not be seeded, not even with the same scale", async () => {
    await sql`update delivery set client_id = replace(client_id, 'version', 'an older version') where client_id like 'npm run seed%'`;
    expect(await obstacle()).toContain("seeded before");
    await sql`update delivery set client_id = replace(client_id, 'an older version', 'version') where client_id like 'npm run seed%'`;
  });
  it("to which a body has delivered may not be seeded", async () => {
    await sql`insert into delivery (id, receipt_no, client_id, dataset, format, byte_count, file_digest, received_at) values (gen_random_uuid(), 'RC-TEST', 'a body', 'bids', 'CSV', 1, '', now())`;
    expect(await obstacle()).toContain("Bodies have delivered");
    await sql`delete from delivery where client_id = 'a body'`;
  });
  it("in which a body's client is registered may not be seeded", async () => {
    await sql`insert into client (id, client_id, name, audience, contact, registered_by) values (gen_random_uuid(), 'a-body', 'A body', 'DEPARTMENT', '-', 'test')`;
    expect(await obstacle()).toContain("Clients of bodies");
    await sql`delete from client where client_id = 'a-body'`;
  });
});

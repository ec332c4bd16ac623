import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bid } from "../../src/domains/bidding/bid.ts";
import { administrativeDivision } from "../../src/domains/reference/administrative-division.ts";
import { official } from "../../src/domains/reference/official.ts";
import { department, government } from "../../src/domains/reference/organization.ts";
import { insertRows, type NewRow } from "../../src/store/insert-rows.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { bodies, planted, secrets, tenders, uuid, type Planted } from "./planted.ts";

let database: Planted;
beforeAll(async () => {
  database = await planted();
});
afterAll(() => database.close());

const db = () => database.database;
const count = async (table: string, recordNo?: string): Promise<number> =>
  (await database.owner<{ n: number }[]>`select count(*)::int as n from ${database.owner(table)} ${recordNo === undefined ? database.owner`` : database.owner`where record_no like ${recordNo}`}`)[0]!.n;

const someBid = (n: number, further: Partial<NewRow<typeof bid>> = {}): NewRow<typeof bid> => ({
  id: uuid(n), recordNo: `NEW-${n}`, tenderId: tenders.opened.id, supplierName: "Supplier", supplierUscc: "91510000MA00000000", receivedAt: new Date("2025-02-01T00:00:00Z"), status: "RECEIVED", ...further,
});
const someOfficial = (n: number, further: Partial<NewRow<typeof official>> = {}): NewRow<typeof official> => ({
  id: uuid(n), recordNo: `PERSON-${n}`, name: "Name", organizationId: bodies.audit.id, managingOrganizationId: bodies.personnel.id, idNumberDigest: `digest ${n}`, ...further,
});

describe("Where values go", () => {
  it("each to the table of its part; no side row where nothing is given for it", async () => {
    await insertRows(db(), bid, [someBid(200, { price: "12.50", contactName: "Person" }), someBid(201, { score: null })], secrets);
    const [full] = await database.owner`select b.supplier_name, p.price, r.contact_name, r.contact_phone, c.id as scored from bid b left join bid_price p using (id) left join bid_restricted r using (id) left join bid_conditional c using (id) where b.id = ${uuid(200)}`;
    expect(full).toEqual({ supplier_name: "Supplier", price: "12.50", contact_name: "Person", contact_phone: null, scored: null });
    for (const part of ["bid_price", "bid_restricted", "bid_conditional"]) expect(await database.owner`select 1 from ${database.owner(part)} where id = ${uuid(201)}`).toHaveLength(0);
  });

  it("an id and defaults are made where none are given", async () => {
    const { id: _, ...row } = someOfficial(210);
    await insertRows(db(), official, [{ ...row, phone: "100" }], secrets);
    const [found] = await database.owner`select o.id, o.is_leading, o.recorded_at, r.phone from official o join official_restricted r using (id) where record_no = 'PERSON-210'`;
    expect(found).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), is_leading: false, phone: "100", recorded_at: expect.any(Date) });
  });

  it("a member of a family is told apart by its kind, whatever the row says", async () => {
    const of = (n: number) => ({ recordNo: `KIND-${n}`, uscc: `KIND-${n}`, name: "Body", divisionCode: "510104", level: "COUNTY" });
    await insertRows(db(), government, [of(1)], secrets);
    await insertRows(db(), department, [{ ...of(2), kind: "GOVERNMENT", duty: "Duty" }], secrets);
    expect(await database.owner`select kind, duty from organization where record_no like 'KIND-%' order by record_no`).toEqual([{ kind: "GOVERNMENT", duty: null }, { kind: "DEPARTMENT", duty: "Duty" }]);
  });

  it("any number of rows, in several statements", async () => {
    const before = await count("administrative_division");
    await insertRows(db(), administrativeDivision, Array.from({ length: 7_000 }, (_, n) => ({ code: `9${String(n).padStart(8, "0")}`, name: `Division ${n}`, level: "TOWNSHIP" as const })), secrets);
    expect(await count("administrative_division")).toBe(before + 7_000);
    await insertRows(db(), administrativeDivision, [], secrets);
  });
});

describe("All or nothing", () => {
  it("a row that is refused takes the others of its list with it", async () => {
    await expect(insertRows(db(), bid, [someBid(220), someBid(221, { recordNo: "NEW-220" })], secrets)).rejects.toThrow();
    expect(await count("bid", "NEW-22%")).toBe(0);
  });

  it("so does a value of a side table", async () => {
    await expect(insertRows(db(), bid, [someBid(222, { price: "99999999999999999999" })], secrets)).rejects.toThrow();
    expect(await count("bid", "NEW-222")).toBe(0);
  });

  it("and the caller's transaction decides over all of it", async () => {
    await expect(db().transaction(async (transaction) => {
      await insertRows(transaction, bid, [someBid(223, { price: "1.00" })], secrets);
      throw new Error("changed its mind");
    })).rejects.toThrow("changed its mind");
    expect(await count("bid", "NEW-223")).toBe(0);
  });

  it("a value that has no place is refused by the field's name, and nothing is written", async () => {
    const row = { ...someBid(224), bankAccount: "1" };
    await expect(insertRows(db(), bid, [row], secrets)).rejects.toThrow("Bid has no field bankAccount.");
    await expect(insertRows(db(), government, [{ recordNo: "KIND-9", duty: "a department's" }], secrets)).rejects.toThrow("Government has no field duty.");
    expect(await count("bid", "NEW-224")).toBe(0);
  });
});

describe("Encryption", () => {
  beforeAll(() => insertRows(db(), official, [someOfficial(230, { idNumber: "51999819900101123X" }), someOfficial(231, { idNumber: "51999819900101123X" }), someOfficial(232, { idNumber: null, phone: "1" })], secrets));

  const decrypt = async (n: number, key: string): Promise<unknown> => (await database.owner`select pgp_sym_decrypt(id_number, ${key}) as value from official_restricted where id = ${uuid(n)}`)[0]!["value"];

  it("what is stored tells nothing, not even that two values are equal", async () => {
    const stored = await database.owner<{ hex: string }[]>`select encode(id_number, 'hex') as hex from official_restricted where id in ${database.owner([uuid(230), uuid(231)])}`;
    expect(stored).toHaveLength(2);
    expect(stored[0]!.hex).not.toBe(stored[1]!.hex);
    for (const { hex } of stored) expect(Buffer.from(hex, "hex").includes("1990")).toBe(false);
    const [dump] = await database.owner`select string_agg(o::text || coalesce(r::text, ''), '') as text from official o left join official_restricted r using (id)`;
    expect(dump!["text"]).not.toContain("51999819900101123X");
  });

  it("the key reads it, another one does not, and nothing stays nothing", async () => {
    expect(await decrypt(230, secrets.encryption)).toBe("51999819900101123X");
    expect(await decrypt(232, secrets.encryption)).toBeNull();
    await expect(decrypt(230, storedSecrets(Buffer.alloc(32, 8)).encryption)).rejects.toMatchObject({ code: "39000" });
  });

  it("it is AES-256 with an unstretched key, as the hub's key is random, so reading a value takes less than 50 µs", async () => {
    const [head] = await database.owner`select get_byte(id_number, 3) as cipher, get_byte(id_number, 4) as stretching from official_restricted where id = ${uuid(230)}`;
    expect(head).toEqual({ cipher: 9, stretching: 1 }); // RFC 4880: 9.2 symmetric algorithms, 3.7.1 string-to-key
    await database.owner`create table measured as select id_number as v from official_restricted, generate_series(1, 2000) where id = ${uuid(230)}`;
    const microseconds = async (): Promise<number> => {
      const begun = performance.now();
      await database.owner`select sum(length(pgp_sym_decrypt(v, ${secrets.encryption}))) from measured`;
      return ((performance.now() - begun) * 1000) / 2000;
    };
    expect(Math.min(await microseconds(), await microseconds(), await microseconds())).toBeLessThan(50);
    await database.owner`drop table measured`;
  });
});

describe("Secrets", () => {
  it("a digest finds a value again under the same key only, and is not the key of anything else", () => {
    const [one, other] = [storedSecrets(Buffer.alloc(32, 1)), storedSecrets(Buffer.alloc(32, 2))];
    expect(one.digest("51999819900101123X")).toMatch(/^[0-9a-f]{64}$/);
    expect(one.digest("51999819900101123X")).toBe(storedSecrets(Buffer.alloc(32, 1)).digest("51999819900101123X"));
    expect(one.digest("51999819900101123X")).not.toBe(other.digest("51999819900101123X"));
    expect(one.digest("51999819900101123X")).not.toBe(one.digest("510104199001011230"));
    expect(one.encryption).not.toBe(other.encryption);
    expect(one.encryption).not.toBe(Buffer.alloc(32, 1).toString("hex"));
  });
});

/** The compiler's part: what is never null and has no default must be given, and of its type. */
export const rows: readonly NewRow<typeof bid>[] = [
  someBid(300),
  // @ts-expect-error a bid has a supplier
  { recordNo: "1", tenderId: uuid(1), supplierUscc: "1", receivedAt: new Date(0), status: "RECEIVED" },
  // @ts-expect-error a status is one of its list
  { ...someBid(301), status: "SOLD" },
  // @ts-expect-error a bid has no account
  { recordNo: "1", tenderId: uuid(1), supplierName: "1", supplierUscc: "1", receivedAt: new Date(0), status: "RECEIVED", bankAccount: "1" },
];

import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, officials, tenders } from "../src/exchange/demonstration/landmarks.ts";
import { testHub, type Answered, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";

/**
 * Three locks hold every closed value, and each is tried with the other two off: (a) prune and plan, (b) the shield, (c) the database.
 * With all three off the values come out, which shows that the questions below would find them.
 */
const off = { plan: false, shield: false, database: false };
const hubs = new Map<string, TestHub>();
let secrets: Awaited<ReturnType<typeof plant>>;

beforeAll(async () => {
  const all = await testHub();
  const { ownerUrl } = all;
  hubs.set("all", all);
  hubs.set("plan", await testHub({ ownerUrl, locks: { ...off, plan: true } }));
  hubs.set("plan by resolvers", await testHub({ ownerUrl, locks: { ...off, plan: true }, resolversOnly: true }));
  hubs.set("shield", await testHub({ ownerUrl, locks: { ...off, shield: true }, resolversOnly: true }));
  hubs.set("database", await testHub({ ownerUrl, locks: { ...off, database: true } }));
  hubs.set("database by resolvers", await testHub({ ownerUrl, locks: { ...off, database: true }, resolversOnly: true }));
  hubs.set("none", await testHub({ ownerUrl, locks: off }));
  hubs.set("none by resolvers", await testHub({ ownerUrl, locks: off, resolversOnly: true }));
  secrets = await plant(ownerUrl);
});
afterAll(async () => {
  for (const hub of [...hubs.values()].reverse()) await hub.close();
});

/** Values that stand nowhere else, so that a search of an answer's text finds them or does not. */
async function plant(ownerUrl: string) {
  const sql = postgres(ownerUrl, { max: 1 });
  const planted = { phone: "10099990001", bankAccount: "PLANTED-ACCOUNT-7741", sealedSupplier: "PLANTED-SUPPLIER-7742", basePrice: "77437743.00", sealedPrice: "77447744.00", contactPhone: "10099990002" };
  await sql`update official_restricted set phone = ${planted.phone} where id = ${officials.subject.id}`;
  await sql`update organization_restricted set bank_account = ${planted.bankAccount} where id = ${bodies.countyFinance.id}`;
  await sql`update bid set supplier_name = ${planted.sealedSupplier} where id = ${tenders.overdue.bids[0]!}`;
  await sql`update bid_price set price = ${planted.sealedPrice} where id = ${tenders.overdue.bids[0]!}`;
  await sql`insert into bid_price (id, price) values (${tenders.overdue.bids[0]!}, ${planted.sealedPrice}) on conflict (id) do nothing`;
  await sql`update bid_restricted set contact_phone = ${planted.contactPhone} where id = ${tenders.awarded.bids[0]!}`;
  await sql`insert into tender_opening (id, base_price) values (${tenders.overdue.id}, ${planted.basePrice}) on conflict (id) do update set base_price = excluded.base_price`;
  await sql.end();
  const answer = await hubs.get("none")!.ask("public", `{ official(id: "Official_${officials.subject.id}") { idNumber } }`);
  return { ...planted, idNumber: (answer.body.data as { official: { idNumber: string } }).official.idNumber };
}

const questions = {
  official: `{ official(id: "Official_${officials.subject.id}") { recordNo name idNumber phone } }`,
  bank: `{ organization(code: "${bodies.countyFinance.uscc}") { name bankAccount } }`,
  bid: `{ bid(id: "Bid_${tenders.overdue.bids[0]!}") { supplierName price } }`,
  bidsOfTender: `{ tender(number: "${tenders.overdue.tenderNo}") { title basePrice bids { totalCount nodes { supplierName } } } }`,
  contact: `{ bid(id: "Bid_${tenders.awarded.bids[0]!}") { supplierName contactPhone score } }`,
  lists: `{ bids(where: { tenderId: { eq: "Tender_${tenders.overdue.id}" } }) { totalCount nodes { supplierName } } officials(where: { recordNo: { eq: "${officials.subject.recordNo}" } }) { totalCount nodes { recordNo phone } } nodes(ids: ["Bid_${tenders.overdue.bids[0]!}", "Official_${officials.subject.id}"]) { id } }`,
  relations: `{ organization(code: "${bodies.countyFinance.uscc}") { officials { totalCount nodes { idNumber } } officeHolders { nodes { official { phone } } } } }`,
};

const ask = (lock: string, persona: PersonaOrPublic, question: keyof typeof questions): Promise<Answered> => hubs.get(lock)!.ask(persona, questions[question]);
const deniedIn = ({ body }: Answered): unknown[] => (body.errors ?? []).filter(({ extensions }) => extensions["code"] === "FORBIDDEN").map(({ extensions }) => extensions["coordinate"]);

describe("With every lock off", () => {
  it.each(["none", "none by resolvers"])("the closed values come out (%s), so the questions are real", async (lock) => {
    expect((await ask(lock, "public", "official")).text).toContain(secrets.phone);
    expect((await ask(lock, "public", "bank")).text).toContain(secrets.bankAccount);
    expect((await ask(lock, "public", "bid")).text).toContain(secrets.sealedSupplier);
    expect((await ask(lock, "public", "bid")).text).toContain(secrets.sealedPrice);
    expect((await ask(lock, "public", "bidsOfTender")).text).toContain(secrets.basePrice);
    expect((await ask(lock, "public", "contact")).text).toContain(secrets.contactPhone);
    expect((await ask(lock, "public", "lists")).text).toContain(secrets.sealedSupplier);
    expect((await ask(lock, "public", "lists")).text).toContain(secrets.phone);
  });
});

describe.each(["plan", "plan by resolvers", "all"])("The plan alone, or with the others (%s)", (lock) => {
  it.each(["public", "department", "otherPersonnel", "enterprise", "operator"] as const)("gives %s no official that it may not know of", async (persona) => {
    const answer = await ask(lock, persona, "official");
    expect(answer.body.data).toEqual({ official: null });
    expect(deniedIn(answer)).toEqual(persona === "otherPersonnel" ? [] : ["Official.name", "Official.idNumber", "Official.phone"]);
  });

  it("gives the public null and one error for the bank account, and the row's open fields", async () => {
    const answer = await ask(lock, "public", "bank");
    expect(answer.body.data).toEqual({ organization: { name: expect.stringContaining("财政局"), bankAccount: null } });
    expect(deniedIn(answer)).toEqual(["Organization.bankAccount"]);
  });

  it("gives another department null without an error: the field is for it, the row's account is not", async () => {
    expect((await ask(lock, "department", "bank")).body).toEqual({ data: { organization: { name: expect.any(String), bankAccount: null } } });
  });

  it.each(["public", "department", "personnel"] as const)("gives %s no bid before its opening is recorded, nor the base price", async (persona) => {
    expect((await ask(lock, persona, "bid")).body.data).toEqual({ bid: null });
    expect((await ask(lock, persona, "bidsOfTender")).body.data).toEqual({ tender: { title: expect.any(String), basePrice: null, bids: { totalCount: 0, nodes: [] } } });
  });

  it.each(["public", "department", "subject", "enterprise", "court"] as const)("gives %s neither contact nor score of an opened bid, each with an error", async (persona) => {
    const answer = await ask(lock, persona, "contact");
    expect(answer.body.data).toEqual({ bid: { supplierName: expect.any(String), contactPhone: null, score: null } });
    expect(deniedIn(answer)).toEqual(["Bid.contactPhone", "Bid.score"]);
  });

  it.each(["public", "department", "otherPersonnel", "court"] as const)("has no closed row for %s in lists, by id or by relation", async (persona) => {
    expect((await ask(lock, persona, "lists")).body.data).toEqual({ bids: { totalCount: 0, nodes: [] }, officials: { totalCount: 0, nodes: [] }, nodes: [null, null] });
    const { text } = await ask(lock, persona, "relations");
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
  });

  it("gives the personnel body the official whom it manages", async () => {
    const answer = await ask(lock, "personnel", "official");
    expect(answer.body.errors).toBeUndefined();
    expect(answer.body.data).toMatchObject({ official: { idNumber: secrets.idNumber, phone: secrets.phone } });
  });
});

describe("The shield alone", () => {
  it.each(["public", "department", "creditLead"] as const)("gives %s null and an error for each closed field, though the row is there", async (persona) => {
    const answer = await ask("shield", persona, "official");
    expect(answer.text).not.toContain(secrets.idNumber);
    expect(answer.text).not.toContain(secrets.phone);
    expect(answer.body.data).toMatchObject({ official: { name: null, idNumber: null, phone: null } });
    expect(deniedIn(answer)).toEqual(["Official.name", "Official.idNumber", "Official.phone"]);
  });

  it("guards what is restricted on a public row", async () => {
    const answer = await ask("shield", "public", "contact");
    expect(answer.body.data).toMatchObject({ bid: { contactPhone: null, score: null } });
    expect(deniedIn(answer)).toEqual(["Bid.contactPhone", "Bid.score"]);
    expect((await ask("shield", "public", "bank")).body.data).toEqual({ organization: { name: expect.any(String), bankAccount: null } });
  });

  it.each(["public", "department"] as const)("lets %s follow no closed relation, though it knows no rows and lists them", async (persona) => {
    const answer = await ask("shield", persona, "relations");
    expect(answer.body.data).toMatchObject({ organization: { officials: null } });
    expect(deniedIn(answer)).toEqual(expect.arrayContaining([expect.stringMatching(/^(Organization|Department)\.officials$/), "OfficeHolder.official"]));
    const lists = await ask("shield", persona, "lists");
    expect(lists.body.data).toMatchObject({ bids: { totalCount: tenders.overdue.bids.length }, officials: { totalCount: 1, nodes: [{ phone: null }] } });
    expect(deniedIn(lists)).toEqual(["Official.phone"]);
  });

  it("lets those pass who may", async () => {
    expect((await ask("shield", "personnel", "official")).body).toMatchObject({ data: { official: { idNumber: secrets.idNumber, phone: secrets.phone } } });
    expect((await ask("shield", "tradingCentre", "contact")).body).toMatchObject({ data: { bid: { contactPhone: secrets.contactPhone } } });
  });
});

describe("The database alone", () => {
  it.each(
    (["database", "database by resolvers"] as const).flatMap((lock) =>
      ([["public", "official"], ["department", "official"], ["public", "bank"], ["public", "contact"], ["subject", "contact"], ["department", "contact"], ["enterprise", "relations"], ["court", "lists"]] as const).map(([persona, question]) => [persona, question, lock] as const),
    ),
  )("fails the statement in which %s names a closed column (%s, %s)", async (persona, question, lock) => {
    const before = hubs.get(lock)!.logged.length;
    const answer = await ask(lock, persona, question);
    expect(Object.values(answer.body.data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(new Set(answer.body.errors?.map(({ extensions }) => extensions["code"]))).toEqual(new Set(["INTERNAL_SERVER_ERROR"]));
    for (const secret of Object.values(secrets)) expect(answer.text).not.toContain(secret);
    const logged = hubs.get(lock)!.logged.slice(before).join("");
    expect(logged).toContain('"code":"42501"');
    for (const secret of Object.values(secrets)) expect(logged).not.toContain(secret);
  });

  it("fails a filter by what is shared for the public, and for no body", async () => {
    const query = '{ organizations(where: { creditContact: { startsWith: "信" } }) { totalCount } }';
    expect((await hubs.get("database")!.ask("public", query)).body.errors?.map(({ extensions }) => extensions["code"])).toEqual(["INTERNAL_SERVER_ERROR"]);
    expect((await hubs.get("database")!.ask("department", query)).body.errors).toBeUndefined();
  });

  it.each(["public", "department", "finance", "subject"] as const)("holds sealed bids back from %s", async (persona) => {
    const answer = await hubs.get("database")!.ask(persona, `{ bid(id: "Bid_${tenders.overdue.bids[0]!}") { supplierName } tender(number: "${tenders.overdue.tenderNo}") { title basePrice bids { totalCount nodes { supplierName price } } } }`);
    expect(answer.body).toEqual({ data: { bid: null, tender: { title: expect.any(String), basePrice: null, bids: { totalCount: 0, nodes: [] } } } });
  });

  it("holds another county's official back from personnel, and another body's account from a department", async () => {
    expect((await ask("database", "otherPersonnel", "official")).body).toEqual({ data: { official: null } });
    expect((await ask("database", "department", "bank")).body).toEqual({ data: { organization: { name: expect.any(String), bankAccount: null } } });
  });

  it("gives those who may what is theirs", async () => {
    expect((await ask("database", "personnel", "official")).body.data).toMatchObject({ official: { idNumber: secrets.idNumber } });
    expect((await ask("database", "finance", "bank")).body.data).toMatchObject({ organization: { bankAccount: secrets.bankAccount } });
    expect((await ask("database", "tradingCentre", "bid")).body.data).toMatchObject({ bid: { supplierName: secrets.sealedSupplier, price: null } });
  });

  it("gives a personnel body its own officials, all of them and no others, in lists and relations", async () => {
    const query = "{ officials(first: 100) { totalCount nodes { managingOrganizationId } } }";
    for (const [persona, body] of [["personnel", bodies.countyPersonnel], ["otherPersonnel", bodies.otherCountyPersonnel]] as const) {
      const { officials: found } = (await hubs.get("database")!.ask(persona, query)).body.data as { officials: { totalCount: number; nodes: { managingOrganizationId: string }[] } };
      expect(found.totalCount).toBe(found.nodes.length);
      expect(found.totalCount).toBeGreaterThan(3);
      expect(new Set(found.nodes.map(({ managingOrganizationId }) => managingOrganizationId))).toEqual(new Set([`Organization_${body.id}`]));
    }
    expect((await ask("database", "otherPersonnel", "relations")).body.data).toMatchObject({ organization: { officials: { totalCount: 0, nodes: [] } } });
  });

  it("grants no role any right on a whole table, only the reading of columns, and adding to the log", async () => {
    const { ownerUrl } = hubs.get("all")!;
    const sql = postgres(ownerUrl, { max: 1 });
    try {
      const rights = await sql<{ role: string; table: string }[]>`
        select r.rolname as role, c.relname as table from pg_roles r, pg_class c join pg_namespace n on n.oid = c.relnamespace
        where r.rolname like 'hub\\_%' and not r.rolsuper and r.rolname not in ('hub_owner', 'hub_service') and n.nspname in ('public', 'drizzle') and c.relkind in ('r', 'v', 'S')
          and (has_table_privilege(r.oid, c.oid, 'insert, update, delete, truncate, references, trigger') or has_table_privilege(r.oid, c.oid, 'select'))`;
      expect(rights).toEqual([]);
    } finally {
      await sql.end();
    }
  });
});

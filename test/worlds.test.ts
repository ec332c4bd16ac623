import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, officials, tenders } from "../src/exchange/demonstration/landmarks.ts";
import { freshDatabase, type FreshDatabase } from "./setup/database.ts";
import { personas, testHub, type Answered, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";
import { exampleRequests } from "./setup/requests.ts";
import { demonstrationTemplate } from "./setup/template.ts";

/**
 * Two worlds that differ in closed facts alone: whoever may not have the difference is answered alike in both, in bytes and in headers;
 * whoever may have it sees it.
 */
const databases: FreshDatabase[] = [];
let one: TestHub;
let other: TestHub;

beforeAll(async () => {
  const template = await demonstrationTemplate();
  databases.push(await freshDatabase(template), await freshDatabase(template));
  await differ(databases[1]!.url);
  one = await testHub({ ownerUrl: databases[0]!.url });
  other = await testHub({ ownerUrl: databases[1]!.url });
});
afterAll(async () => {
  await one?.close();
  await other?.close();
  for (const database of databases) await database.drop();
});

/** An id that exists in the other world only. */
const only = { sealedBid: "00000000-0000-4000-8000-00000000b1d0", official: "00000000-0000-4000-8000-0000000ff1c0" };

async function differ(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql.begin(async (change) => {
    // Another county's civil servants: restricted facts, conditional facts, one more of them.
    await change`update official_restricted set phone = '10012345678', ethnicity = '藏族', home_address = '别处' where id = ${officials.elsewhere.id}`;
    await change`update official set name = '某某某', gender = 'FEMALE', birth_year = 1999, post_title = '另一职务' where id = ${officials.elsewhere.id}`;
    await change`insert into official (id, record_no, name, organization_id, managing_organization_id, is_leading, id_number_digest)
      values (${only.official}, 'OFF-ONLY', '只在此处', ${bodies.otherCountyGovernment.id}, ${bodies.otherCountyPersonnel.id}, false, 'digest')`;
    // Bids of a tender whose opening is not recorded: one more, one less, one other.
    await change`insert into bid (id, record_no, tender_id, supplier_name, supplier_uscc, received_at, status)
      values (${only.sealedBid}, 'BID-ONLY', ${tenders.overdue.id}, '另一示例公司', '91510104XXX000000A', now() - interval '300 days', 'RECEIVED')`;
    await change`delete from bid where id = ${tenders.overdue.bids[0]!}`;
    await change`update bid set supplier_name = '换名示例公司' where id = ${tenders.failed.bids[0]!}`;
    await change`insert into bid_price (id, price) values (${tenders.failed.bids[1]!}, 1) on conflict (id) do update set price = 1`;
    await change`insert into tender_opening (id, base_price) values (${tenders.receiving.id}, 42) on conflict (id) do update set base_price = 42`;
    // What is closed on public rows.
    await change`update bid_restricted set contact_phone = '10000000000' where id = any(${tenders.awarded.bids})`;
    await change`update bid_conditional set score = 1 where id = any(${tenders.awarded.bids})`;
    await change`update bid_price set price = 3 where id = any(${tenders.negotiation.bids})`;
    await change`update organization_restricted set bank_account = 'OTHER' where id = ${bodies.countyHousing.id}`;
    await change`update office_holder_conditional set official_id = null`;
  });
  await sql.end();
}

/** Questions that try to count, order and reach what is hidden. */
const further: readonly { readonly name: string; readonly query: string }[] = [
  { name: "counts", query: `{ bids { totalCount totalCountIsCapped } officials { totalCount } tenders { totalCount } organizations { totalCount } }` },
  { name: "first and last bids by time", query: `{ first: bids(first: 5, orderBy: { field: RECEIVED_AT }) { pageInfo { endCursor hasNextPage } nodes { id supplierName } } last: bids(first: 5, orderBy: { field: RECEIVED_AT, direction: DESC }) { pageInfo { endCursor } nodes { id } } }` },
  { name: "bids by supplier", query: `{ bids(where: { supplierName: { in: ["另一示例公司", "换名示例公司"] } }) { totalCount nodes { id } } }` },
  { name: "ids of one world", query: `{ nodes(ids: ["Bid_${only.sealedBid}", "Bid_${tenders.overdue.bids[0]!}", "Official_${only.official}", "Official_${officials.elsewhere.id}"]) { __typename id } bid(id: "Bid_${only.sealedBid}") { supplierName } }` },
  { name: "tenders with bids", query: `{ tenders(first: 50) { nodes { tenderNo basePrice bids { totalCount pageInfo { startCursor } nodes { supplierName score contactPhone } } } } }` },
  { name: "bodies with accounts and people", query: `{ organizations(first: 30) { nodes { name bankAccount officials { totalCount } officeHolders { nodes { name official { name } } } } } }` },
];

const questions = [...exampleRequests(), ...further.map((question) => ({ ...question, variables: {} }))];

/** Who may have some of the difference; everybody else must not notice it. */
const entitled: ReadonlySet<PersonaOrPublic> = new Set<PersonaOrPublic>(["otherPersonnel", "personnel", "supervision", "tradingCentre", "finance", "department", "subject"]);
/** Of these the difference in what they may have is taken out: each question is put to those who may have nothing of it. */
const unentitled = personas.filter((persona) => !entitled.has(persona));

const seen = ({ status, headers, text }: Answered): unknown => ({
  status,
  headers: [...headers].filter(([name]) => name !== "x-request-id" && name !== "date" && !(name === "cache-control" && text.startsWith('{"data"'))),
  text: text.replaceAll(/"requestId":"[^"]+"/g, ""),
});

describe.each(unentitled)("As %s the worlds are one", (persona) => {
  it.each(questions.map((question) => [question.name, question] as const))("asked for %s", async (_name, { query, variables }) => {
    const [here, there] = await Promise.all([one.ask(persona, query, variables), other.ask(persona, query, variables)]);
    expect(seen(there)).toEqual(seen(here));
  });
});

describe("Whoever may have the difference sees it", () => {
  it.each([
    ["tradingCentre", further[2]!.query],
    ["tradingCentre", further[3]!.query],
    ["otherPersonnel", further[0]!.query],
    ["otherPersonnel", further[3]!.query],
    ["finance", further[5]!.query],
  ] as const)("%s", async (persona, query) => {
    const [here, there] = await Promise.all([one.ask(persona, query), other.ask(persona, query)]);
    expect(there.text).not.toEqual(here.text);
  });

  it("and of what another may have, nothing: a department of the county, the county's own personnel body, an official", async () => {
    for (const persona of ["department", "personnel", "subject"] as const)
      for (const question of [further[0]!, further[1]!, further[2]!, further[3]!]) {
        const [here, there] = await Promise.all([one.ask(persona, question.query), other.ask(persona, question.query)]);
        expect(seen(there), `${persona}: ${question.name}`).toEqual(seen(here));
      }
  });
});

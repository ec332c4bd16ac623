import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBody } from "../src/catalog/audience.ts";
import { bodies, debtRisks, dishonestyRecords, officeHolders, officialDishonestyRecords, officials, posts, privacyImpactAssessments, regulations, securityIncidents, subjectRequests, tenders, tenures } from "../src/exchange/demonstration/landmarks.ts";
import { directory } from "../src/exchange/demonstration/personas.ts";
import { acceptances, arrearsRecords, awards, contracts, notices, payments } from "../src/exchange/demonstration/procurement-landmarks.ts";
import type { Cost } from "../src/http/budget.ts";
import { storedSecrets } from "../src/store/secrets.ts";
import { freshDatabase, type FreshDatabase } from "./setup/database.ts";
import { personas, testHub, type Answered, type PersonaOrPublic, type TestHub } from "./setup/hub.ts";
import { exampleRequests } from "./setup/requests.ts";
import { demonstrationTemplate, runKey } from "./setup/template.ts";

/**
 * Two worlds that differ in closed facts: whoever may not have them is answered alike in both, in status, bytes and headers; whoever may
 * have them sees the difference. Where nobody may, a hub without its locks shows that there is one.
 */
interface Difference {
  readonly name: string;
  /** Who may have it; everybody else must not notice it. */
  readonly entitled: readonly PersonaOrPublic[];
  /** Questions that are answered otherwise, to each of those. */
  readonly seenIn: readonly string[];
  change(sql: postgres.Sql): Promise<unknown>;
}

/** Ids that exist in the other world only. */
const only = { bid: "00000000-0000-4000-8000-00000000b1d0", record: "00000000-0000-4000-8000-00000000d150", official: "00000000-0000-4000-8000-0000000ff1c0", assessment: "00000000-0000-4000-8000-0000000a55e5" };
const leads: readonly PersonaOrPublic[] = ["creditLead", "cityCreditLead", "countyCreditLead"];
const everyBody = personas.filter((persona) => persona !== "public" && isBody(directory[persona].audience));
const { encryption, digest } = storedSecrets(runKey);
const otherNumber = "110101190003077758";
const unopened = [...tenders.overdue.bids, ...tenders.failed.bids];

const differences: readonly Difference[] = [
  {
    name: "another county's officials: what is known of one; one more, in the county's own finance bureau",
    entitled: ["otherPersonnel"],
    seenIn: ["counts", "officials by number and time", "officials of landmarks", "posts and tenures of landmarks", "ids of one world", "bodies with accounts and people"],
    change: async (sql) => {
      await sql`update official_restricted set id_number = pgp_sym_encrypt(${otherNumber}::text, ${encryption}::text, 's2k-mode=1'), phone = '10012345678', ethnicity = '藏族', home_address = '别处' where id = ${officials.elsewhere.id}`;
      await sql`update official set name = '某某某', gender = 'FEMALE', birth_year = 1999, post_title = '另一职务', id_number_digest = ${digest(otherNumber)} where id = ${officials.elsewhere.id}`;
      await sql`insert into official (id, record_no, name, organization_id, managing_organization_id, is_leading, id_number_digest)
        values (${only.official}, 'OFF-0000000000', '只在此处', ${bodies.countyFinance.id}, ${bodies.otherCountyPersonnel.id}, false, 'digest')`;
      await sql`update tenure set post_title = '另一职务', held_from = '2011-11-11' where id = ${tenures.elsewhere.id}`;
      await sql`update post set title = '另一职务' where id = ${posts.ordinaryElsewhere.id}`;
    },
  },
  {
    name: "the county's official: identity number and telephone, and which office-holder that is",
    entitled: ["personnel", "supervision", "subject"],
    seenIn: ["officials of landmarks", "bodies with accounts and people"],
    change: async (sql) => {
      await sql`update official_restricted set id_number = pgp_sym_encrypt(${otherNumber}::text, ${encryption}::text, 's2k-mode=1'), phone = '10012345678' where id = ${officials.subject.id}`;
      await sql`delete from office_holder_conditional where id in (${officeHolders.subjectPresent.id}, ${officeHolders.subjectFormer.id})`;
    },
  },
  {
    name: "the ethnic group of the county's official, which the own window does not show",
    entitled: ["personnel", "supervision"],
    seenIn: ["officials of landmarks"],
    change: (sql) => sql`update official_restricted set ethnicity = '藏族' where id = ${officials.subject.id}`,
  },
  {
    name: "posts that are not leading, one more, one under another title; who held one",
    entitled: ["personnel", "supervision"],
    seenIn: ["counts", "posts and tenures of landmarks", "reference/posts"],
    change: async (sql) => {
      await sql`insert into post (record_no, post_no, organization_id, title, is_leading, managing_organization_id) values ('PST-0000000000', 'ONLY-HERE', ${bodies.countyFinance.id}, '只在此处', false, ${bodies.countyPersonnel.id})`;
      await sql`update post set title = '另一职务' where id = ${posts.ordinary.id}`;
      await sql`update tenure set post_title = '另一职务', held_to = '2026-01-01' where id = ${tenures.colleague.id}`;
    },
  },
  {
    name: "sealed bids, two more, one less, one other; contacts and scores of opened ones; prices in a negotiation",
    entitled: ["tradingCentre"],
    seenIn: ["counts", "bids by time", "bids by supplier", "ids of one world", "tenders with bids", "sealed bids by id"],
    change: async (sql) => {
      await sql`insert into bid (id, record_no, tender_id, supplier_name, supplier_uscc, received_at, status)
        values (${only.bid}, 'BID-0000000000', ${tenders.overdue.id}, '另一示例公司', '91510104XXX000000A', now() - interval '3000 days', 'RECEIVED'),
          (gen_random_uuid(), 'BID-ZZZZZZZZZZ', ${tenders.receiving.id}, '另一示例公司', '91510104XXX000000A', now() + interval '3000 days', 'RECEIVED')`;
      for (const part of ["bid_price", "bid_conditional", "bid_restricted", "bid"]) await sql`delete from ${sql(part)} where id = ${tenders.overdue.bids[0]!}`;
      await sql`update bid set supplier_name = '换名示例公司' where id = ${tenders.failed.bids[0]!}`;
      await sql`update bid_restricted set contact_phone = '10000000000', contact_name = '某某某' where id = any(${tenders.awarded.bids})`;
      await sql`update bid_conditional set score = 1 where id = any(${tenders.awarded.bids})`;
      await sql`update bid_price set price = 3 where id = any(${tenders.negotiation.bids})`;
    },
  },
  {
    name: "what bodies share among themselves, and prices in an invited tender",
    entitled: everyBody,
    seenIn: ["tenders with bids", "bodies with accounts and people"],
    change: async (sql) => {
      await sql`update bid_price set price = 3 where id = any(${tenders.invited.bids})`;
      await sql`update organization set credit_contact = '另一处室', source_system = '另一系统', source_record_no = 'X'`;
      await sql`update project set plan_no = 'X'`;
      await sql`update debt_service_due set paid_on = due_on, paid_amount = 1`;
    },
  },
  {
    name: "a body's account",
    entitled: ["department", "finance"],
    seenIn: ["bodies with accounts and people"],
    change: (sql) => sql`insert into organization_restricted (id, bank_account) values (${bodies.countyAudit.id}, 'OTHER') on conflict (id) do update set bank_account = 'OTHER'`,
  },
  {
    name: "a record of a body that is not on display; one more, with a file for publication and who answers for it",
    entitled: [...leads, "supervision"],
    seenIn: ["records of bodies"],
    change: async (sql) => {
      await sql`update dishonesty_record set title = '另一标题' where id = ${dishonestyRecords.underReview.id}`;
      await sql`insert into dishonesty_record (id, record_no, title, subject_kind, subject_name, subject_organization_id, division_code, issuing_organization_name, issued_on, catalog_item_code, severity, disclosure_state, source_kind, field, fact_summary)
        values (${only.record}, 'DIS-0000000000', '只在此处', 'ORGANIZATION', '锦江区财政局', ${bodies.countyFinance.id}, '510104', '某单位', '2026-11-20', 'SC-ZW-SX', 'SERIOUS', 'UNDER_DISCLOSURE_REVIEW', 'ARREARS', 'DEBT', '只在此处')`;
      await sql`insert into attachment (record_no, dishonesty_record_id, title, media_type, bytes, is_publishable) values ('ATT-0000000000', ${only.record}, '只在此处', 'application/pdf', 1, true)`;
      await sql`insert into record_responsibility (record_no, dishonesty_record_id, official_id, role, managing_organization_id, division_code)
        values ('RSP-0000000000', ${only.record}, ${officials.subject.id}, 'DIRECT', ${bodies.countyPersonnel.id}, '510104')`;
    },
  },
  {
    name: "what an official of the county did; one thing more",
    entitled: ["personnel", "supervision"],
    seenIn: ["records of officials"],
    change: async (sql) => {
      await sql`update official_dishonesty_record set fact_summary = '另一事实' where id = ${officialDishonestyRecords.colleague.id}`;
      await sql`insert into official_dishonesty_record (id, record_no, official_id, managing_organization_id, division_code, title, source_kind, field, severity, issuing_organization_name, issued_on, fact_summary)
        values (${only.record}, 'ODR-0000000000', ${officials.colleague.id}, ${bodies.countyPersonnel.id}, '510104', '只在此处', 'DISCIPLINE', 'OTHER', 'GENERAL', '某单位', '2026-11-20', '只在此处')`;
    },
  },
  {
    name: "a notice and a result that are not published, one more of each",
    entitled: ["tradingCentre"],
    seenIn: ["from notice to award"],
    change: async (sql) => {
      await sql`update award set supplier_name = '换名示例公司', amount = 1 where id = ${awards.unpublished.id}`;
      await sql`insert into award (record_no, tender_id, supplier_uscc, supplier_name, awarded_on) values ('AWD-0000000000', ${tenders.receiving.id}, '91510104XXX000000A', '另一示例公司', '2026-11-01')`;
      await sql`update notice set title = '另一标题' where id = ${notices.unpublished.id}`;
      await sql`insert into notice (record_no, tender_id, kind, title, published_at) values ('NTC-0000000000', ${tenders.receiving.id}, 'RESULT', '另一公告', now() + interval '3000 days')`;
    },
  },
  {
    name: "a contract that is not published with its payments and acceptance, and the text of one that is",
    entitled: ["finance"],
    seenIn: ["from contract to payment", "bidding/contracts"],
    change: async (sql) => {
      await sql`update contract set amount = 1 where id = ${contracts.unpublished.id}`;
      await sql`update contract_conditional set text = '另一文本' where id in (${contracts.unpublished.id}, ${contracts.published.id})`;
      await sql`update payment set amount = 1, due_on = '2026-01-01' where id = ${payments.ofUnpublished.id}`;
      await sql`update acceptance set result = 'FAIL' where id = ${acceptances.unpublished.id}`;
    },
  },
  {
    name: "payments that were made in time or are not yet due",
    entitled: [...everyBody, "enterprise"],
    seenIn: ["from contract to payment"],
    change: async (sql) => {
      await sql`update payment set amount = 1, paid_on = '2025-08-01' where id = ${payments.paidInTime.id}`;
      await sql`update payment set amount = 1, due_on = '2032-02-02' where id = ${payments.notYetDue.id}`;
      await sql`insert into payment (record_no, contract_id, instalment, purchaser_id, supplier_id, supplier_uscc, due_on, amount)
        select 'PAY-0000000000', contract_id, 6, purchaser_id, supplier_id, supplier_uscc, '2033-03-03', 1 from payment where id = ${payments.notYetDue.id}`;
    },
  },
  {
    name: "what is owed past its due day",
    entitled: ["enterprise", "finance", ...leads, "housing"],
    seenIn: ["arrears", "debt/arrears"],
    change: async (sql) => {
      await sql`update arrears_record set amount = 1, is_disputed = true where id = ${arrearsRecords.overdue.id}`;
      await sql`insert into arrears_record (record_no, debtor_id, creditor_id, creditor_uscc, contract_id, division_code, kind, due_on, amount)
        select 'ARR-0000000000', debtor_id, creditor_id, creditor_uscc, contract_id, division_code, kind, due_on, 2 from arrears_record where id = ${arrearsRecords.overdue.id}`;
    },
  },
  {
    name: "how risky the debt of divisions was found to be, of one more year too",
    entitled: ["finance"],
    seenIn: ["debt/risk-assessments", "debt risks"],
    change: async (sql) => {
      await sql`update debt_risk_assessment set level = 'RED', debt_ratio = 399, overdue_ratio = 12, year = 2024 where id = ${debtRisks.county.id}`;
      await sql`insert into debt_risk_assessment (id, record_no, year, division_code, government_id, debt_ratio, service_ratio, overdue_ratio, level)
        values (${only.assessment}, 'DRA-0000000000', 2099, ${bodies.otherCountyGovernment.divisionCode}, ${bodies.otherCountyGovernment.id}, 1, 1, 1, 'GREEN')`;
    },
  },
  {
    name: "a draft of a regulation under another title, and one more",
    entitled: ["personnel", ...leads],
    seenIn: ["governance/regulations", "drafts"],
    change: async (sql) => {
      await sql`update regulation set title = '另一草案', version = 9 where id = ${regulations.countyDraft.id}`;
      await sql`insert into regulation (regulation_no, title, level, tags, issuing_body_name, drafting_body_id, division_code, summary)
        values ('ZD-0000000000', '只在此处', 'STANDARD', '{SHARING}', '某单位', ${bodies.countyPersonnel.id}, '510104', '只在此处')`;
    },
  },
  {
    name: "what a colleague asks of the own information, and one thing more",
    entitled: ["personnel"],
    seenIn: ["governance/subject-requests"],
    change: async (sql) => {
      await sql`update subject_request set answer = '另一答复' where id = ${subjectRequests.restricted.id}`;
      await sql`insert into subject_request (request_no, official_id, managing_organization_id, kind, about_type, statement, submitted_on)
        values ('QL-0000000000', ${officials.colleague.id}, ${bodies.countyPersonnel.id}, 'ACCESS', 'Official', '只在此处', '2026-11-20')`;
    },
  },
  {
    name: "what a body has found about the risks of what it does",
    entitled: ["department", ...leads],
    seenIn: ["governance/privacy-impact-assessments"],
    change: (sql) => sql`update privacy_impact_assessment set risks = '另一风险', approved_on = '2026-01-01' where id = ${privacyImpactAssessments.approved.id}`,
  },
  {
    name: "what has happened to a body's data, and once more",
    entitled: ["department", "supervision", ...leads, "operator"],
    seenIn: ["governance/security-incidents"],
    change: async (sql) => {
      await sql`update security_incident set description = '另一经过' where id = ${securityIncidents.found.id}`;
      await sql`insert into security_incident (incident_no, organization_id, division_code, kind, found_on, description, data_categories, persons_affected)
        values ('SJ-0000000000', ${bodies.countyAudit.id}, '510104', 'LOSS', '2026-11-20', '只在此处', '{PERSONAL}', 'UP_TO_10')`;
    },
  },
  {
    name: "how many rows a retention rule has had deleted",
    entitled: ["operator", "auditor"],
    seenIn: ["governance/retention"],
    change: (sql) => sql`insert into retention_run (rule_version_code, type_name, due_count, done_count, held_back_count) values ('incident.keep@2026-04-01', 'SecurityIncident', 9, 8, 1)`,
  },
  {
    name: "prices and scores of bids that are not opened, base prices, and bookkeeping",
    entitled: [],
    seenIn: ["tenders with bids", "sealed bids by id"],
    change: async (sql) => {
      await sql`insert into bid_price (id, price) select unnest(${unopened}::uuid[]), 1 on conflict (id) do update set price = 1`;
      await sql`insert into bid_conditional (id, score) select unnest(${unopened}::uuid[]), 1 on conflict (id) do update set score = 1`;
      await sql`insert into tender_opening (id, base_price) values (${tenders.receiving.id}, 42), (${tenders.overdue.id}, 43) on conflict (id) do update set base_price = excluded.base_price`;
      await sql`update attachment set sha256 = 'OTHER'`;
      for (const table of ["dishonesty_record", "violation_record", "disclosure_basis", "official_dishonesty_record", "record_responsibility", "attachment", "organization", "former_identity", "post", "tenure", "official", "office_holder", "project", "tender", "bid", "debt_limit", "debt_balance", "bond", "bond_tranche", "debt_service_due", "fund_use", "disclosure_duty", "government_credit_rating", "debt_risk_assessment", "lot", "notice", "award", "contract", "acceptance", "payment", "arrears_total"]) await sql`update ${sql(table)} set content_hash = 'OTHER', submitted_by = 'OTHER'`;
      await sql`update bid set row_hash = 'OTHER'`;
      await sql`update official set id_number_digest = id::text`;
    },
  },
];

/** Questions that try to count, order and reach what is hidden. */
const further: Readonly<Record<string, string>> = {
  counts: "{ posts { totalCount } tenures { totalCount } bids { totalCount totalCountIsCapped } officials { totalCount } tenders { totalCount } organizations { totalCount } officeHolders { totalCount } }",
  "bids by time": "{ first: bids(first: 5, orderBy: { field: RECEIVED_AT }) { pageInfo { endCursor hasNextPage } nodes { id supplierName price } } last: bids(first: 5, orderBy: { field: RECORDED_AT, direction: DESC }) { pageInfo { startCursor endCursor } nodes { id recordedAt } } }",
  "bids by supplier": '{ bids(where: { supplierName: { in: ["另一示例公司", "换名示例公司"] } }) { totalCount nodes { id } } byCode: bids(where: { supplierUscc: { startsWith: "91510104XXX" } }) { totalCount } }',
  "officials by number and time": "{ officials(first: 3) { edges { cursor node { recordNo name ethnicity } } } last: officials(first: 3, orderBy: { field: RECORDED_AT, direction: DESC }) { nodes { id recordedAt idNumber phone } } }",
  "officials of landmarks": `{ nodes(ids: ["Official_${officials.subject.id}", "Official_${officials.elsewhere.id}", "Official_${only.official}"]) { id ... on Official { recordNo name gender birthYear postTitle idNumber phone ethnicity homeAddress recordedAt organization { name } officeHoldings { totalCount nodes { postTitle } } } } }`,
  "posts and tenures of landmarks": `{ nodes(ids: [${[posts.ordinary, posts.ordinaryElsewhere].map(({ id }) => `"Post_${id}"`).join(", ")}, ${Object.values(tenures).map(({ id }) => `"Tenure_${id}"`).join(", ")}]) { id ... on Post { title recordedAt officeHolders { totalCount } } ... on Tenure { postTitle heldFrom heldTo recordedAt post { title } } } posts(where: { title: { in: ["另一职务", "只在此处"] } }) { totalCount } tenures { totalCount } }`,
  "ids of one world": `{ nodes(ids: ["Bid_${only.bid}", "Bid_${tenders.overdue.bids[0]!}", "Official_${only.official}"]) { __typename id } bid(id: "Bid_${only.bid}") { supplierName } official(id: "Official_${only.official}") { name } }`,
  "records of bodies": `{ dishonestyRecords(first: 20, where: { divisionCode: { eq: "510104" }, issuedOn: { gte: "2026-11-01" } }) { totalCount nodes { id title recordedAt onDisplay lossAmount factFull attachments { totalCount } } } organization(code: "${bodies.countyFinance.uscc}") { integrityRecords { totalCount } } recordResponsibilities { totalCount } attachments { totalCount } dishonestyRecord(id: "DishonestyRecord_${only.record}") { title } }`,
  "records of officials": `{ officialDishonestyRecords(first: 20, orderBy: { field: RECORDED_AT, direction: DESC }) { totalCount nodes { recordNo recordedAt title factSummary } } officials(first: 20) { nodes { dishonestyRecords { totalCount } } } nodes(ids: ["OfficialDishonestyRecord_${only.record}", "OfficialDishonestyRecord_${officialDishonestyRecords.colleague.id}"]) { id ... on OfficialDishonestyRecord { factSummary } } }`,
  "tenders with bids": '{ tenders(first: 50, where: { tenderNo: { startsWith: "510104-" } }) { nodes { tenderNo basePrice recordedAt bids { totalCount pageInfo { startCursor } nodes { supplierName price score contactName contactPhone recordedAt } } } } }',
  "sealed bids by id": `{ nodes(ids: [${[...tenders.overdue.bids, ...tenders.failed.bids].map((id) => `"Bid_${id}"`).join(", ")}]) { ... on Bid { supplierName price score contactPhone tender { basePrice } } } }`,
  "from notice to award": `{ notices(where: { tenderId: { in: ["Tender_${tenders.receiving.id}", "Tender_${tenders.invited.id}"] } }) { totalCount nodes { title recordedAt } } awards(first: 5, orderBy: { field: RECORDED_AT, direction: DESC }) { totalCount nodes { id supplierName amount bid { award { id } } } } }`,
  "from contract to payment": `{ contracts { totalCount } acceptances(where: { result: { eq: FAIL } }) { totalCount } payments(where: { amount: { eq: "1.00" } }) { totalCount nodes { id dueOn settlement } } contract(number: "${contracts.published.contractNo}") { recordedAt payments(orderBy: { field: DUE_ON, direction: DESC }) { totalCount pageInfo { startCursor endCursor } nodes { recordNo recordedAt dueOn amount settlement isOverdue } } } unpublished: contract(number: "${contracts.unpublished.contractNo}") { amount text payments { totalCount } } }`,
  arrears: `{ arrearsRecords { totalCount nodes { recordNo amount isDisputed } } organizations(first: 40, where: { divisionCode: { eq: "510104" } }) { nodes { arrearsOwed { totalCount } } } contract(number: "${contracts.published.contractNo}") { recordedAt arrears { totalCount nodes { amount creditor { name } } } } }`,
  drafts: `{ regulations(first: 1, orderBy: { field: RECORDED_AT, direction: DESC }) { totalCount nodes { id title } } regulation(regulationNo: "ZD-0000000000") { title } node(id: "Regulation_${regulations.countyDraft.id}") { id ... on Regulation { title } } organization(code: "${bodies.countyPersonnel.uscc}") { regulationsDrafted(first: 3) { totalCount pageInfo { endCursor } } } search(text: "草案") { totalCount } }`,
  "debt risks": `{ debtRiskAssessments(first: 3) { totalCount edges { cursor node { id level } } } node(id: "DebtRiskAssessment_${only.assessment}") { id } governments(where: { divisionCode: { startsWith: "5107" } }) { nodes { debtRiskAssessments { totalCount } } } }`,
  "bodies with accounts and people": `{ organizations(first: 40, where: { divisionCode: { eq: "510104" } }) { nodes { name bankAccount creditContact sourceSystem recordedAt officials { totalCount nodes { name } } managedOfficials { totalCount } officeHolders { nodes { name officialId official { name phone ethnicity } } } projects(first: 3) { nodes { planNo recordedAt } } } } }`,
};

const all = [...exampleRequests(), ...Object.entries(further).map(([name, query]) => ({ name, query, variables: {} }))];
type Question = (typeof all)[number];

/** All of an answer but its request's id and the clock. */
const seen = ({ status, headers, text }: Answered) => ({
  status,
  headers: [...headers].filter(([name]) => name !== "x-request-id" && name !== "date").map(([name, value]) => `${name}: ${value.replace(/max-age=\d+/, "max-age")}`),
  text: text.replaceAll(/"requestId":"[^"]+"/g, ""),
});
/** An answer for comparison. Two hubs that are both busy are alike too, and tell nothing. */
async function asked(hub: TestHub, persona: PersonaOrPublic, { query, variables }: Question) {
  const answer = seen(await hub.ask(persona, query, variables));
  expect(answer.status).toBe(200);
  return answer;
}
/** What an answer says that it cost; what is left depends on what was asked before. */
async function costOf(hub: TestHub, persona: PersonaOrPublic, { query, variables }: Question) {
  const { asked, used } = (await hub.ask(persona, query, variables, { extensions: { cost: true } })).body.extensions!["cost"] as Cost;
  return { asked, used };
}

const unlocked = { plan: false, shield: false, database: false };
let database: FreshDatabase;
let here: TestHub;
const remembered = new Map<string, ReturnType<typeof asked>>();

/** What this world answers; it does not change, so it is asked once. */
function answerHere(persona: PersonaOrPublic, question: Question) {
  const key = `${persona} ${question.name}`;
  let answer = remembered.get(key);
  if (!answer) remembered.set(key, (answer = asked(here, persona, question)));
  return answer;
}

/** Names of the questions that two worlds answer otherwise. */
async function answeredOtherwise(persona: PersonaOrPublic, there: TestHub, questions: readonly Question[]): Promise<string[]> {
  const names: string[] = [];
  // By fours: two hubs with a pool for each audience would else use up the connections of the server that all tests share.
  for (let from = 0; from < questions.length; from += 4) {
    const answers = await Promise.all(questions.slice(from, from + 4).map(async (question) => [question.name, await asked(there, persona, question), await answerHere(persona, question)] as const));
    for (const [name, theirs, ours] of answers) if (JSON.stringify(theirs) !== JSON.stringify(ours)) names.push(name);
  }
  return names;
}

beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  here = await testHub({ ownerUrl: database.url });
});
afterAll(async () => {
  await here.close();
  await database.drop();
});

describe.each(differences)("In another world: $name", ({ entitled, seenIn, change }) => {
  let other: FreshDatabase;
  let there: TestHub;

  beforeAll(async () => {
    other = await freshDatabase(await demonstrationTemplate());
    const sql = postgres(other.url, { max: 1 });
    await sql.begin((transaction) => change(transaction as unknown as postgres.Sql));
    await sql.end();
    there = await testHub({ ownerUrl: other.url });
  });
  afterAll(async () => {
    await there.close();
    await other.drop();
  });

  const questions = all.filter(({ name }) => seenIn.includes(name));
  // A city's and a county's lead know less than the province's: they are asked where it may have what they may not.
  const unentitled = personas.filter((persona) => !entitled.includes(persona) && (!leads.includes(persona) || persona === "creditLead" || entitled.includes("creditLead")));
  it.each(unentitled)("%s is answered alike", async (persona) => {
    // What the difference is about is asked by everybody; all else by every second, so that each question is asked in each world.
    const place = personas.indexOf(persona);
    const mine = all.filter(({ name }, at) => seenIn.includes(name) || (at + place) % 2 === 0);
    expect(await answeredOtherwise(persona, there, mine)).toEqual([]);
  });

  it.each(unentitled)("%s pays alike", async (persona) => {
    for (const question of questions) expect(await costOf(there, persona, question), question.name).toEqual(await costOf(here, persona, question));
  });

  it.each(entitled)("%s sees the difference", async (persona) => {
    expect(await answeredOtherwise(persona, there, questions)).toEqual(questions.map(({ name }) => name));
  });

  it("resolvers tell those who may not have it nothing either; without locks they tell everybody", async () => {
    for (const locks of [undefined, unlocked]) {
      const options = { resolversOnly: true, ...(locks ? { locks } : {}) };
      const hubs = [await testHub({ ownerUrl: database.url, ...options }), await testHub({ ownerUrl: other.url, ...options })] as const;
      const persona = unentitled.includes("department") ? "department" : "public";
      for (const question of questions) {
        const [ours, theirs] = [await asked(hubs[0], persona, question), await asked(hubs[1], persona, question)];
        if (locks) expect(theirs, question.name).not.toEqual(ours);
        else expect([theirs, await costOf(hubs[1], persona, question)], question.name).toEqual([ours, await costOf(hubs[0], persona, question)]);
      }
      for (const hub of hubs) await hub.close();
    }
  });
});

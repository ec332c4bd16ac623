import type postgres from "postgres";
import { isBody } from "../../src/catalog/audience.ts";
import { bodies, debtRisks, dishonestyRecords, officeHolders, officialDishonestyRecords, officials, posts, privacyImpactAssessments, regulations, securityIncidents, subjectRequests, tenders, tenures } from "../../src/exchange/demonstration/landmarks.ts";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import { acceptances, arrearsRecords, awards, contracts, notices, payments } from "../../src/exchange/demonstration/procurement-landmarks.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { personas, type PersonaOrPublic } from "../setup/hub.ts";
import { runKey } from "../setup/template.ts";

/** What another world has otherwise, of closed facts. */
export interface Difference {
  readonly name: string;
  /** Who may have it; everybody else must not notice it. */
  readonly entitled: readonly PersonaOrPublic[];
  /** Questions that are answered otherwise, to each of those. */
  readonly seenIn: readonly string[];
  change(sql: postgres.Sql): Promise<unknown>;
}

/** Ids that exist in the other world only. */
export const only = { bid: "00000000-0000-4000-8000-00000000b1d0", record: "00000000-0000-4000-8000-00000000d150", official: "00000000-0000-4000-8000-0000000ff1c0", assessment: "00000000-0000-4000-8000-0000000a55e5" };
/** A city's and a county's lead know less than the province's. */
export const leads: readonly PersonaOrPublic[] = ["creditLead", "cityCreditLead", "countyCreditLead"];
const everyBody = personas.filter((persona) => persona !== "public" && isBody(directory[persona].audience));
const { encryption, digest } = storedSecrets(runKey);
const otherNumber = "110101190003077758";
const unopened = [...tenders.overdue.bids, ...tenders.failed.bids];

export const differences: readonly Difference[] = [
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
      await sql`insert into bid_price (id, price) select id, 1 from bid where id = any(${unopened}) on conflict (id) do update set price = 1`;
      await sql`insert into bid_conditional (id, score) select id, 1 from bid where id = any(${unopened}) on conflict (id) do update set score = 1`;
      await sql`insert into tender_opening (id, base_price) values (${tenders.receiving.id}, 42), (${tenders.overdue.id}, 43) on conflict (id) do update set base_price = excluded.base_price`;
      await sql`update attachment set sha256 = 'OTHER'`;
      for (const table of ["dishonesty_record", "violation_record", "disclosure_basis", "official_dishonesty_record", "record_responsibility", "attachment", "organization", "former_identity", "post", "tenure", "official", "office_holder", "project", "tender", "bid", "debt_limit", "debt_balance", "bond", "bond_tranche", "debt_service_due", "fund_use", "disclosure_duty", "government_credit_rating", "debt_risk_assessment", "lot", "notice", "award", "contract", "acceptance", "payment", "arrears_total"]) await sql`update ${sql(table)} set content_hash = 'OTHER', submitted_by = 'OTHER'`;
      await sql`update bid set row_hash = 'OTHER'`;
      await sql`update official set id_number_digest = id::text`;
    },
  },
];

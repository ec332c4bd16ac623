import type postgres from "postgres";

/** Counties that get bodies and projects. */
const counties = 80;

/** Bodies in each of them. */
const bodiesEach = 24;

/** Projects at scale 1, as many as the seed has: at 10 it is 250 in a county; every project has one to three tenders, every tender one to four bids. */
const projects = 2_000;

const uuidOf = (kind: string, number: string): string => `md5('bench ${kind} ' || ${number})::uuid`;
const envelope = "record_no, source_organization_id, source_system, source_record_no, document_no, document_date, valid_from";
const envelopeOf = (prefix: string, number: string, source: string): string =>
  `'${prefix}-B' || lpad((${number})::text, 8, '0'), ${source}, 'bench', 'SRC-' || (${number}), 'bench 〔2025〕 ' || (${number}), date '2025-01-01' + ((${number}) % 300)::int, date '2025-01-01' + ((${number}) % 300)::int`;

/**
 * Adds made-up rows to the demonstration data, so that its tables have a size at which plans and caches behave as in earnest. The same
 * scale gives the same rows.
 */
export async function addRows(sql: postgres.Sql, scale: number): Promise<void> {
  const count = Math.round(projects * scale);
  await sql.unsafe(`
    create temporary table county as
      select g.id as government, d.code, d.name, row_number() over (order by d.code)::int - 1 as n
      from administrative_division d join organization g on g.governed_code = d.code where d.level = 'COUNTY' order by d.code limit ${counties};

    insert into organization (id, ${envelope}, uscc, name, division_code, level, kind, government_id, parent_id, founded_on, office_address, phone, credit_contact, duty)
      select ${uuidOf("body", "c.code || '/' || i")}, ${envelopeOf("ORG", `c.n * ${bodiesEach} + i`, "c.government")},
        '12' || c.code || 'B' || lpad(i::text, 9, '0'), c.name || '第' || i || '工作部门', c.code, 'COUNTY', 'DEPARTMENT', c.government, c.government,
        date '2000-01-01' + i, '示例路' || i || '号', '028-0000' || lpad(i::text, 4, '0'), '信用处 028-0000' || i, '测试职责' || i
      from county c cross join generate_series(1, ${bodiesEach}) i;

    create temporary table body as
      select o.id, o.name, o.division_code, row_number() over (order by o.uscc)::int - 1 as n from organization o where o.source_system = 'bench';

    insert into project (id, ${envelope}, code, name, kind, stage, owner_id, division_code, investment, approved_on, plan_no)
      select ${uuidOf("project", "i")}, ${envelopeOf("PRJ", "i", "b.id")},
        '2025-' || b.division_code || '-90-01-' || lpad(i::text, 8, '0'), b.name || '第' || i || '号建设项目',
        (array['CONSTRUCTION', 'PROCUREMENT'])[1 + i % 2], (array['TENDERING', 'CONSTRUCTION', 'COMPLETED'])[1 + i % 3],
        b.id, b.division_code, 100000 + i * 37, date '2025-01-01' + (i % 300), 'JH-' || i
      from generate_series(1, ${count}) i join body b on b.n = i % ${counties * bodiesEach};

    insert into tender (id, ${envelope}, tender_no, title, method, status, project_id, tenderer_id, division_code, budget, ceiling_price, noticed_at, bids_due_at, opened_at)
      select ${uuidOf("tender", "i || '/' || k")}, ${envelopeOf("TND", "i * 3 + k", "b.id")},
        'B-' || lpad(i::text, 8, '0') || '-' || k, b.name || '第' || i || '号项目第' || k || '次招标',
        (array['OPEN', 'OPEN', 'INVITED', 'NEGOTIATION'])[1 + (i + k) % 4], case when (i + k) % 5 = 0 then 'BIDDING' else 'OPENED' end,
        ${uuidOf("project", "i")}, b.id, b.division_code, 90000 + i * 37, 95000 + i * 37,
        timestamptz '2025-02-01 01:00Z' + make_interval(hours => i % 5000 + k), timestamptz '2025-03-01 01:00Z' + make_interval(hours => i % 5000),
        case when (i + k) % 5 = 0 then null else timestamptz '2025-03-01 02:00Z' + make_interval(hours => i % 5000) end
      from generate_series(1, ${count}) i join body b on b.n = i % ${counties * bodiesEach} cross join lateral generate_series(0, i % 3) k;

    insert into bid (id, ${envelope}, tender_id, supplier_name, supplier_uscc, received_at, status)
      select ${uuidOf("bid", "t.tender_no || '/' || k")}, 'BID-' || t.tender_no || '-' || k, t.tenderer_id, 'bench', 'SRC-' || t.tender_no || '-' || k, null, null, null,
        t.id, '四川示例第' || k || '建设工程有限公司', '91510000BENCH0000' || k, t.noticed_at + make_interval(hours => 1 + k), 'QUALIFIED'
      from tender t cross join lateral generate_series(0, hashtext(t.tender_no) & 3) k where t.source_system = 'bench';
  `);
  await sql.unsafe(`
    insert into bid_price (id, price) select b.id, 80000 + hashtext(b.record_no) % 1000 from bid b where b.source_system = 'bench';
    insert into tender_opening (id, base_price) select t.id, t.budget from tender t where t.source_system = 'bench';
  `);
  for (const { name } of await sql<{ name: string }[]>`select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`) await sql.unsafe(`vacuum (analyze) ${name}`);
}

/** What the questions' variables are drawn from. */
export interface Known {
  readonly projectCodes: readonly string[];
  readonly counties: readonly string[];
}

export async function readKnown(sql: postgres.Sql): Promise<Known> {
  const projectCodes = await sql<{ code: string }[]>`select code from project order by md5(code) limit 2000`;
  const found = await sql<{ code: string }[]>`select distinct division_code as code from project where source_system = 'bench' order by 1`;
  return { projectCodes: projectCodes.map(({ code }) => code), counties: found.map(({ code }) => code) };
}

import { createHash } from "node:crypto";
import type { Known } from "./rows.ts";

export type Asker = "public" | "department";

/** One question as the hub gets it, and the hand-written statement that answers it. */
export interface Question {
  readonly name: "Q1" | "Q2" | "Q3" | "Q4";
  readonly what: string;
  /** What the hub must reach of the hand-written server's rate, asked by the public, and of PostGraphile's. */
  readonly floor: number;
  readonly postgraphileFloor: number;
  readonly query: (asker: Asker) => string;
  readonly variables: (known: Known) => readonly Readonly<Record<string, string>>[];
  /** The statement's one row holds one text, the JSON of the answer's `data`. */
  readonly sql: (asker: Asker) => string;
  readonly parameters: (variables: Readonly<Record<string, string>>) => readonly string[];
}

/** Fields and columns that only bodies read. */
const also = (asker: Asker, text: string): string => (asker === "department" ? text : "");

const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const cursor = (fingerprint: string): string => `translate(encode(convert_to(json_build_array(${fingerprint}, p.uscc, p.id::text)::text, 'UTF8'), 'base64'), E'\\n', '')`;

/** Methods of tenders whose prices an asker may read. */
const pricedMethods = (asker: Asker): string => (asker === "department" ? "t.method in ('OPEN', 'INVITED')" : "t.method = 'OPEN'");

export const questions: readonly Question[] = [
  {
    name: "Q1",
    what: "point lookup",
    floor: 0.65,
    postgraphileFloor: 2,
    query: (asker) => `query Q1($code: String!) { project(code: $code) { id code name kind stage divisionCode investment approvedOn ${also(asker, "planNo sourceSystem")} } }`,
    variables: ({ projectCodes }) => projectCodes.map((code) => ({ code })),
    sql: (asker) => `select row_to_json(a)::text from (select (select row_to_json(o) from (
      select 'Project_' || id as id, code, name, kind, stage, division_code as "divisionCode", investment::text, approved_on as "approvedOn" ${also(asker, `, plan_no as "planNo", source_system as "sourceSystem"`)}
      from project where code = $1) o) as project) a`,
    parameters: ({ code }) => [code!],
  },
  {
    name: "Q2",
    what: "page",
    floor: 0.75,
    postgraphileFloor: 2.5,
    query: (asker) => `query Q2($division: String!) { organizations(first: 20, where: { divisionCode: { eq: $division } }) {
      edges { cursor node { uscc name level status foundedOn phone officeAddress ${also(asker, "creditContact sourceSystem")} } } pageInfo { hasNextPage endCursor } } }`,
    variables: ({ counties }) => counties.map((division) => ({ division })),
    sql: (asker) => `select json_build_object('organizations', (select row_to_json(c) from (
      select coalesce(json_agg((select row_to_json(e) from (select ${cursor("$2::text")} as cursor, (select row_to_json(f) from (
          select p.uscc, p.name, p.level, p.status, p.founded_on as "foundedOn", p.phone, p.office_address as "officeAddress" ${also(asker, `, p.credit_contact as "creditContact", p.source_system as "sourceSystem"`)}) f) as node) e)
        order by p.uscc, p.id) filter (where p.i <= 20), '[]'::json) as edges,
        json_build_object('hasNextPage', count(*) > 20, 'endCursor', (max(array[p.i::text, ${cursor("$2::text")}]) filter (where p.i = least(p.n, 20)))[2]) as "pageInfo"
      from (select p.*, row_number() over (order by p.uscc, p.id) as i, count(*) over () as n from (
        select uscc, id, name, level, status, founded_on, phone, office_address ${also(asker, ", credit_contact, source_system")} from organization where division_code = $1 order by uscc, id limit 21) p) p
      ) c))::text`,
    parameters: ({ division }) => [division!, createHash("sha256").update(`organizations uscc ASC ${JSON.stringify({ divisionCode: { eq: division } })}`).digest("base64url").slice(0, 10)],
  },
  {
    name: "Q3",
    what: "nested",
    floor: 0.95,
    postgraphileFloor: 3,
    query: (asker) => `query Q3($county: String!) { administrativeDivision(code: $county) { code name government { name uscc departments(first: 5) { nodes { name uscc ${also(asker, "creditContact")}
      projects(first: 3) { nodes { code name investment ${also(asker, "planNo")} tenders(first: 3) { nodes { title method status openedAt
      bids(first: 5) { nodes { supplierName price status } } } } } } } } } } }`,
    variables: ({ counties }) => counties.map((county) => ({ county })),
    sql: (asker) => `select row_to_json(a)::text from (select (select row_to_json(d) from (select d.code, d.name,
      (select row_to_json(g) from (select g.name, g.uscc, (select json_build_object('nodes', coalesce(json_agg(x.o), '[]'::json)) from (select row_to_json(m) as o from (
        select m.name, m.uscc ${also(asker, `, m.credit_contact as "creditContact"`)}, (select json_build_object('nodes', coalesce(json_agg(x.o), '[]'::json)) from (select row_to_json(p) as o from (
          select p.code, p.name, p.investment::text ${also(asker, `, p.plan_no as "planNo"`)}, (select json_build_object('nodes', coalesce(json_agg(x.o), '[]'::json)) from (select row_to_json(t) as o from (
            select t.title, t.method, t.status, ${moment("t.opened_at")} as "openedAt", (select json_build_object('nodes', coalesce(json_agg(x.o), '[]'::json)) from (select row_to_json(b) as o from (
              select b.supplier_name as "supplierName", (select price::text from bid_price where id = b.id and ${pricedMethods(asker)}) as price, b.status
              from bid b where b.tender_id = t.id and t.opened_at <= now() order by b.received_at, b.id limit 5) b) x) as bids
            from tender t where t.project_id = p.id order by t.noticed_at desc, t.id desc limit 3) t) x) as tenders
          from project p where p.owner_id = m.id order by p.code, p.id limit 3) p) x) as projects
        from organization m where m.government_id = g.id and m.kind = 'DEPARTMENT' order by m.uscc, m.id limit 5) m) x) as departments
      from organization g where g.governed_code = d.code and g.kind = 'GOVERNMENT') g) as government
      from administrative_division d where d.code = $1) d) as "administrativeDivision") a`,
    parameters: ({ county }) => [county!],
  },
  {
    name: "Q4",
    what: "wide list",
    floor: 0.85,
    postgraphileFloor: 3,
    query: (asker) => `query Q4($division: String!) { projects(first: 200, where: { divisionCode: { eq: $division } }) { nodes {
      id code name kind stage divisionCode investment approvedOn recordNo documentNo documentDate validFrom ${also(asker, "planNo sourceSystem")} } } }`,
    variables: ({ counties }) => counties.map((division) => ({ division })),
    sql: (asker) => `select json_build_object('projects', json_build_object('nodes', (select coalesce(json_agg(x.o), '[]'::json) from (select row_to_json(p) as o from (
      select 'Project_' || id as id, code, name, kind, stage, division_code as "divisionCode", investment::text, approved_on as "approvedOn", record_no as "recordNo", document_no as "documentNo",
        document_date as "documentDate", valid_from as "validFrom" ${also(asker, `, plan_no as "planNo", source_system as "sourceSystem"`)}
      from project where division_code = $1 order by code, id limit 200) p) x)))::text`,
    parameters: ({ division }) => [division!],
  },
];

/** An answer's `data` for comparison: of a cursor what it points at, as each server names the question in its own way. */
export const comparable = (text: string): unknown =>
  (JSON.parse(text, (key, value: unknown) => ((key === "cursor" || key === "endCursor") && typeof value === "string" ? (JSON.parse(Buffer.from(value, "base64").toString()) as unknown[]).slice(1) : value)) as { data: unknown }).data;

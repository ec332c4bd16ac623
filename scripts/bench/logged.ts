import type postgres from "postgres";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import { storedSecrets } from "../../src/store/secrets.ts";

/** A question about people, as the personnel body asks it that manages them; every answer is logged. */
export interface LoggedQuestion {
  readonly name: "L1" | "L2" | "L3";
  readonly what: string;
  readonly query: string;
  readonly variables: (officials: readonly string[]) => readonly Readonly<Record<string, unknown>>[];
}

/** Of the rate of the same question where nothing is logged, what a logged one must reach. */
export const loggedShare = 0.35;

const fields = "id recordNo name gender birthYear postTitle phone birthDate";

export const loggedQuestions: readonly LoggedQuestion[] = [
  { name: "L1", what: "one official", query: `query L1($id: ID!) { official(id: $id) { ${fields} } }`, variables: (officials) => officials.map((id) => ({ id: `Official_${id}` })) },
  { name: "L2", what: "page of 20 officials", query: `query L2($after: DateTime) { officials(first: 20, updatedAfter: $after) { nodes { ${fields} } } }`, variables: () => [{ after: "2020-01-01T00:00:00Z" }] },
  { name: "L3", what: "page of 100 officials", query: `query L3($after: DateTime) { officials(first: 100, updatedAfter: $after) { nodes { ${fields} } } }`, variables: () => [{ after: "2020-01-01T00:00:00Z" }] },
];

/** Civil servants under the persona's management. */
const count = 5_000;

/** Adds made-up civil servants of the personnel persona's body; answers the identifiers of some. */
export async function addOfficials(sql: postgres.Sql, key: Buffer): Promise<readonly string[]> {
  const { body } = directory.personnel;
  const { encryption } = storedSecrets(key);
  await sql`
    insert into official (id, record_no, source_organization_id, source_system, valid_from, name, gender, birth_year, organization_id, managing_organization_id, post_title, is_leading, id_number_digest)
    select md5('bench official ' || i)::uuid, 'OFF-B' || lpad(i::text, 8, '0'), ${body}::uuid, 'bench', date '2025-01-01', '示例' || i, (array['MALE', 'FEMALE'])[1 + i % 2], 1970 + i % 30, ${body}::uuid, ${body}::uuid, '一级科员', false, 'bench ' || i
    from generate_series(1, ${count}::int) i`;
  await sql`
    insert into official_restricted (id, birth_date, id_number, phone, home_address)
    select md5('bench official ' || i)::uuid, date '1970-01-01' + i, pgp_sym_encrypt('519999' || i, ${encryption}::text, 's2k-mode=1, cipher-algo=aes256, compress-algo=0'), '1990000' || i, '示例路' || i || '号'
    from generate_series(1, ${count}::int) i`;
  await sql`vacuum (analyze) official, official_restricted`;
  return (await sql<{ id: string }[]>`select id from official where source_system = 'bench' order by md5(record_no) limit 1000`).map(({ id }) => id);
}

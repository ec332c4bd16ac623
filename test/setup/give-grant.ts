import type postgres from "postgres";
import { bodies, divisions } from "../../src/exchange/demonstration/landmarks.ts";

/** A sharing grant that a test gives; to the county's audit office on names and posts of the county's officials for an audit today, where nothing else is said. */
export interface TestGrant {
  readonly requester?: string;
  readonly fields?: readonly string[];
  readonly items?: readonly string[];
  readonly scope?: string;
  readonly state?: string;
  readonly from?: "yesterday" | "today" | "tomorrow";
  readonly to?: "yesterday" | "today" | "tomorrow";
  readonly quota?: number | null;
}

/** The purpose of every grant that a test gives: by it they are told from the demonstration's. */
export const testedPurpose = "TESTED";

const days = { yesterday: -1, today: 0, tomorrow: 1 };

/** Gives a grant as the database's owner; answers its identifier. */
export async function giveGrant(
  sql: postgres.Sql,
  { requester = bodies.countyAudit.id, fields = ["Official.name", "Official.postTitle"], items, scope = divisions.county, state = "ACTIVE", from = "today", to = "today", quota = null }: TestGrant = {},
): Promise<string> {
  const [row] = await sql<[{ id: string }]>`insert into sharing_grant (grant_no, requester_id, provider_id, items, basis_citation, state, requested_on, valid_from, valid_to, fields, purpose, scope_division_code, daily_quota)
    values (${`T-${crypto.randomUUID()}`}, ${requester}, ${bodies.countyPersonnel.id}, ${[...(items ?? new Set(fields.map((field) => field.split(".")[0]!)))]}, '公务员法第3条', ${state}, '2026-01-01',
      (now() at time zone 'Asia/Shanghai')::date + ${days[from]}::int, (now() at time zone 'Asia/Shanghai')::date + ${days[to]}::int, ${[...fields]}, ${testedPurpose}, ${scope}, ${quota}) returning id`;
  return row.id;
}

/** Takes back what tests have given. */
export const takeGrantsBack = (sql: postgres.Sql): Promise<unknown> => sql`delete from sharing_grant where purpose = ${testedPurpose}`;

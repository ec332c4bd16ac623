import type { Ask } from "../owner-session.ts";
import { doubtful, good, some, wrong, type Finding } from "./finding.ts";

/** Rows that tell that a database holds the demonstration data. */
export interface DemonstrationMarks {
  /** A body that only the demonstration data has. */
  readonly body: string;
  /** Clients that only it has, and the beginning of its receipts. */
  readonly clients: readonly string[];
  readonly receipts: string;
}

/** Looks at what the hub does beside answering, and at the tables that its rules look up. */
export const examineWork = async (ask: Ask, demonstration: DemonstrationMarks): Promise<readonly Finding[]> => [
  await sealingFinding(ask),
  await deliveriesFinding(ask),
  ...(await policyFindings(ask)),
  await calendarFinding(ask),
  await demonstrationFinding(ask, demonstration),
];

async function sealingFinding(ask: Ask): Promise<Finding> {
  const [found] = await ask<{ count: number; minutes: number | null }>("select count(*)::int as count, extract(epoch from clock_timestamp() - min(e.recorded_at))::float8 / 60 as minutes from access_pending p left join access_event e on e.id = p.event_id");
  const { count, minutes } = found!;
  if (count === 0) return good("sealing", "No event of the access log waits to be sealed.");
  const told = `${count} ${count === 1 ? "event waits" : "events wait"}, the oldest for ${Math.ceil(minutes ?? 0)} minutes.`;
  return (minutes ?? 0) > 5 ? wrong("sealing", told, "Start the hub; where it runs, its log says why it cannot seal them.") : good("sealing", told);
}

async function deliveriesFinding(ask: Ask): Promise<Finding> {
  const stuck = await ask<{ receipt: string; state: string }>(
    `select receipt_no as receipt, state from delivery where (state = 'RECEIVED' and received_at < clock_timestamp() - interval '1 hour')
       or (state = 'PROCESSING' and received_at < clock_timestamp() - interval '10 minutes' and not exists (select from pg_stat_activity where application_name = 'hub-delivery' and datname = current_database())) order by received_at`,
  );
  if (stuck.length === 0) return good("deliveries", "None is stuck.");
  return doubtful("deliveries", `${stuck.length} ${stuck.length === 1 ? "is" : "are"} not going on: ${some(stuck.map(({ receipt, state }) => `${receipt} (${state.toLowerCase()})`))}.`, "Start the hub that has received them, with its data folder; where it is gone for good, let them be delivered again.");
}

/** Tables that rules look up: without a row of today, nothing is displayed or counted as it should be. */
const policyTables: readonly (readonly [table: string, holdsToday: string])[] = [
  ["catalog_item", "true"],
  ["legal_basis", "true"],
  ["measure", "true"],
  ["masking_rule", "true"],
  ["threshold", "coalesce(effective_from <= hub_today(), true) and coalesce(effective_to >= hub_today(), true)"],
  ["display_period", "effective_from <= hub_today() and coalesce(effective_to >= hub_today(), true)"],
];

async function policyFindings(ask: Ask): Promise<readonly Finding[]> {
  const empty: string[] = [];
  for (const [table, holds] of policyTables) {
    const [found] = await ask<{ present: boolean }>(`select exists (select from ${table} where ${holds}) as present`);
    if (!found!.present) empty.push(table);
  }
  if (empty.length === 0) return [good("policy tables", "All of them hold rows of today.")];
  return [wrong("policy tables", `Without a row that holds today: ${empty.join(", ")}.`, "Deliver them: npm run ingest -- --list names the datasets, and scripts/data holds those of the province.")];
}

async function calendarFinding(ask: Ask): Promise<Finding> {
  const about = "holidays";
  const [found] = await ask<{ thisYear: string; nextYear: string; has: boolean; hasNext: boolean; month: number }>(`
    select extract(year from hub_today())::text as "thisYear", (extract(year from hub_today()) + 1)::text as "nextYear", extract(month from hub_today())::int as month,
      exists (select from calendar_day where extract(year from day) = extract(year from hub_today())) as has, exists (select from calendar_day where extract(year from day) = extract(year from hub_today()) + 1) as "hasNext"`);
  const { thisYear, nextYear, has, hasNext, month } = found!;
  const remedy = "Deliver calendar-days with the State Council's notice, which comes in November.";
  if (!has) return wrong(about, `Those of ${thisYear} are not there: deadlines in working days are counted wrong.`, remedy);
  if (!hasNext && month >= 11) return doubtful(about, `Those of ${nextYear} are not there yet: deadlines that end in it are counted wrong.`, remedy);
  return good(about, `Those of ${hasNext ? `${thisYear} and ${nextYear}` : thisYear} are there.`);
}

async function demonstrationFinding(ask: Ask, { body, clients, receipts }: DemonstrationMarks): Promise<Finding> {
  const about = "demonstration data";
  const [found] = await ask<{ present: boolean; delivered: number; registered: number }>(
    `select exists (select from organization where id = $1::uuid) as present,
       (select count(*)::int from delivery where not starts_with(receipt_no, $2::text) and state = 'COMPLETED') as delivered,
       (select count(*)::int from client where client_id <> all(string_to_array($3::text, ','))) as registered`,
    [body, receipts, clients.join(",")],
  );
  const { present, delivered, registered } = found!;
  if (!present) return good(about, "There is none.");
  if (delivered === 0 && registered === 0) return good(about, "It is there, and nothing beside it.");
  return doubtful(about, `It is there beside ${delivered} deliveries and ${registered} clients that are not of it, and its personas may ask.`, "For real data take a database of its own, with HUB_DEMO=0.");
}

import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity, Family } from "../catalog/node-type.ts";
import { allOf, fold } from "../catalog/rule.ts";
import { alsoSql, searchCode, searchTable } from "../plan/search.ts";
import { identifier, literal, ruleSql, sessionViewer } from "../policy/rule-sql.ts";
import { arrayOf, type Ask, type OwnerSession } from "./owner-session.ts";
import { formsVersion, loadSearchForms } from "./search-forms.ts";
import { gramsIndex } from "./search-table.ts";

/** Any number that nothing else of the hub locks; two that refresh at once wait for each other under it. */
const refreshLock = 4_180_202;

/** Rows that are made into entries at a time; between two times the process does other work. */
const batch = 500;

/** Rows that have been noted as changed and are looked at in one transaction: a delivery may have noted millions. */
const notedAtATime = 20_000;

/** From so many changes on, the planner's picture of the table is made anew. */
const many = 1_000;

/** A row whose entry is missing or says something else. */
interface Stale {
  readonly id: string;
  readonly title: string;
  readonly also: readonly string[];
}

/**
 * Makes the entries of the search what the public may read now: all of them, or those of some types.
 *
 * @returns how many entries were written or deleted
 */
export const refreshSearch = (session: OwnerSession, catalogue: Catalogue, types: readonly (Entity | Family)[] = catalogue.searchable): Promise<number> =>
  alone(session, async (ask) => {
    const codes = arrayOf(types.map(searchCode));
    // Before the rows are looked at: what is noted from here on is for the next time.
    await ask("delete from search_pending where type = any($1::text[])", [codes]);
    let changed = 0;
    if (types.length === catalogue.searchable.length) changed += await deleted(ask, `delete from ${searchTable} where type <> all($1::text[])`, [codes]);
    for (const type of types) changed += await reconcile(ask, catalogue, type, null);
    return changed;
  });

/**
 * Makes the entries right for the rows that have been noted as changed; a look at an empty table where there are none.
 *
 * @param isWanted asked between two transactions; the rest stays noted
 * @returns how many entries were written or deleted
 */
export async function refreshPending(session: OwnerSession, catalogue: Catalogue, isWanted: () => boolean = () => true): Promise<number> {
  let [changed, noted] = [0, notedAtATime];
  while (noted === notedAtATime && isWanted()) changed += await alone(session, async (ask) => {
    const taken = await takeNoted(ask);
    noted = taken.reduce((sum, { count }) => sum + count, 0);
    let rows = 0;
    for (const { type, ids } of taken) {
      const declared = catalogue.searchable.find((each) => searchCode(each) === type);
      if (declared) rows += await reconcile(ask, catalogue, declared, ids);
    }
    return rows;
  });
  return changed;
}

/** Takes some of the rows that have been noted, by type; `count` says how often. */
const takeNoted = (ask: Ask): Promise<{ type: string; ids: string[]; count: number }[]> =>
  ask(`with taken as (delete from search_pending where ctid in (select ctid from search_pending limit ${notedAtATime}) returning type, id)
    select type, json_agg(distinct id) as ids, count(*)::integer as count from taken group by type`);

/** Types whose rows come and go without being changed: with time, or with other rows. */
export const changingTypes = (catalogue: Catalogue): readonly (Entity | Family)[] => catalogue.searchable.filter(({ rows, questions }) => fold(allOf(rows, questions.search!.rows), "public").rule !== "always");

/**
 * New grams are gathered and sorted into the index together, which takes a third of the time; in the end none are left gathered, because every
 * question would read through them.
 */
const alone = (session: OwnerSession, refresh: (ask: Ask) => Promise<number>): Promise<number> =>
  session.transaction("isolation level read committed", async (ask) => {
    await ask(`select pg_advisory_xact_lock(${refreshLock})`);
    for (const setting of ["gin_pending_list_limit", "work_mem", "maintenance_work_mem"]) await ask("select set_config($1::text, '64MB', true)", [setting]);
    const changed = await refresh(ask);
    if (changed > 0) await ask("select gin_clean_pending_list($1::text::regclass)", [gramsIndex]);
    if (changed >= many) await ask(`analyze ${searchTable}`);
    return changed;
  });

/** Deletes entries and answers how many there were. */
async function deleted(ask: Ask, statement: string, parameters: readonly string[]): Promise<number> {
  const [gone] = await ask<{ count: number }>(`with gone as (${statement} returning 1) select count(*)::integer as count from gone`, parameters);
  return gone!.count;
}

async function reconcile(ask: Ask, catalogue: Catalogue, type: Entity | Family, ids: readonly string[] | null): Promise<number> {
  const column = (key: string): string => `r.${identifier(type.storage.places[key]!.column.name)}`;
  const { title, also } = type.questions.search!;
  const code = literal(searchCode(type));
  const from = `public.${identifier(type.storage.name)} r`;
  const isPublic = ruleSql(fold(allOf(type.rows, type.questions.search!.rows), "public"), { catalogue, type, column, viewer: sessionViewer });
  const noted = (of: string): string => (ids ? `${of}.id = any($1::uuid[])` : "true");
  const parameters = ids ? [arrayOf(ids)] : [];
  let changed = await deleted(ask, `delete from ${searchTable} e where e.type = ${code} and ${noted("e")} and not exists (select 1 from ${from} where r.id = e.id and ${isPublic})`, parameters);
  const texts = `${column(title)} as title, ${alsoSql(also.map(column))} as also`;
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const stale = await ask<Stale>(
      `select t.id, t.title, array_to_json(t.also) as also from (select r.id, ${texts} from ${from} where ${noted("r")} and ${isPublic}) t
       where t.id > ${ids ? "$2" : "$1"}::uuid and not exists (select 1 from ${searchTable} e where e.type = ${code} and e.id = t.id and e.title = t.title and e.also = t.also and e.form = ${formsVersion})
       order by t.id limit ${batch}`,
      [...parameters, last],
    );
    if (stale.length === 0) return changed;
    await write(ask, searchCode(type), stale);
    changed += stale.length;
    last = stale.at(-1)!.id;
    if (stale.length < batch) return changed;
  }
}

async function write(ask: Ask, type: string, rows: readonly Stale[]): Promise<void> {
  const formsOf = loadSearchForms();
  const entries = rows.map(({ id, title, also }) => ({ type, id, title, also, ...formsOf(title, also), form: formsVersion }));
  const columns = Object.keys(entries[0]!);
  const types: Readonly<Record<string, string>> = { id: "uuid", also: "text[]", size: "integer", grams: "text[]", form: "integer" };
  await ask(
    `insert into ${searchTable} (${columns.join(", ")}) select * from jsonb_to_recordset($1::text::jsonb) as t(${columns.map((name) => `${name} ${types[name] ?? "text"}`).join(", ")})
     on conflict (type, id) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(", ")}`,
    [JSON.stringify(entries)],
  );
}

import { getTableColumns, getTableName } from "drizzle-orm";
import type { Catalogue } from "../catalog/catalogue.ts";
import { searchCode, searchTable } from "../plan/search.ts";
import { identifier, literal } from "../policy/rule-sql.ts";
import { roles, serviceRole } from "./roles.ts";
import { searchEntry, searchPending } from "./search-table.ts";

/** What is granted on the search's tables, and the triggers that note which rows have to be looked at again. */
export function searchLocksSql(catalogue: Catalogue): string {
  const events = { insert: "new", update: "new", delete: "old" } as const;
  const triggers = catalogue.searchable.flatMap((type) =>
    Object.entries(events).map(
      ([event, version]) =>
        `create trigger "search_${event}" after ${event} on public.${identifier(type.storage.name)} referencing ${version} table as changed for each statement execute function public.note_for_search(${literal(searchCode(type))});`,
    ),
  );
  return `-- The search's entries hold what is public and nothing else; every statement that reads one looks at its row as well.
do $$
declare
  noting record;
begin
  for noting in select tgname, tgrelid::regclass as on_table from pg_trigger where not tgisinternal and tgname in (${Object.keys(events).map((event) => literal(`search_${event}`)).join(", ")}) loop
    execute format('drop trigger %I on %s', noting.tgname, noting.on_table);
  end loop;
end $$;
create or replace function public.note_for_search() returns trigger language plpgsql as $$
begin
  insert into public.search_pending (type, id) select tg_argv[0], id from changed;
  return null;
end $$;
${triggers.join("\n")}
grant select (${Object.values(getTableColumns(searchEntry)).map(({ name }) => identifier(name)).join(", ")}) on public.${searchTable} to ${roles.map(identifier).join(", ")};
-- What workflows change is noted as well.
grant insert ("type", "id") on public.${getTableName(searchPending)} to ${serviceRole};`;
}

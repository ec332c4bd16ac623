import { literal } from "../policy/rule-sql.ts";
import { roleOf } from "./roles.ts";

/** The channel on which the database tells that something which the public reads has changed; it says nothing more. */
export const dataChannel = "hub_data";

/**
 * The triggers by which a commit tells that it has changed something of what the public reads: on every table of which the public's role
 * may read a column, whoever writes to it. A row gets into a history with a change of the row itself, which tells it already.
 */
export function dataLocksSql(): string {
  const events = (more: string): string => `create or replace trigger hub_data_changed after ${more}update or delete or truncate on %s for each statement execute function public.hub_data_changed()`;
  return `-- Whoever keeps answers is told when they may have changed.
create or replace function public.hub_data_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify(${literal(dataChannel)}, '');
  return null;
end $$;
do $$
declare
  readable regclass;
begin
  for readable in select tgrelid from pg_trigger where tgname = 'hub_data_changed' loop
    execute format('drop trigger hub_data_changed on %s', readable);
  end loop;
  for readable in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_any_column_privilege(${literal(roleOf("public"))}, oid, 'select') order by relname loop
    if (select relname ~ '_history$' from pg_class where oid = readable) then
      execute format(${literal(events(""))}, readable);
    else
      execute format(${literal(events("insert or "))}, readable);
    end if;
  end loop;
end $$;
select pg_notify(${literal(dataChannel)}, ''); -- what may be read may have changed as well`;
}

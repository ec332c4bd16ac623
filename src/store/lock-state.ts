import { createHash } from "node:crypto";
import { literal } from "../policy/rule-sql.ts";
import { roles } from "./roles.ts";

/** Digest of the script of locks: which one is in force. */
export const digestOfLocks = (script: string): string => createHash("sha256").update(script).digest("hex");

const inPublic = "= 'public'::regnamespace";

/** The statement that digests everything which the script decides, read from the database by names, as numbers change with a restore. */
export const lockState = `
  select md5(string_agg(line, e'\\n' order by line collate "C")) as state from (
    select concat_ws(' ', 'database', datacl) from pg_database where datname = current_database()
    union all select concat_ws(' ', 'schema', nspowner::regrole, nspacl) from pg_namespace where nspname in ('public', 'drizzle')
    union all select concat_ws(' ', 'default', defaclrole::regrole, defaclnamespace, defaclobjtype, defaclacl) from pg_default_acl
    union all select concat_ws(' ', relkind, relname, relowner::regrole, relrowsecurity, relforcerowsecurity, relacl) from pg_class where relnamespace ${inPublic} and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    union all select concat_ws(' ', 'column', c.relname, attname, attacl) from pg_attribute a join pg_class c on c.oid = attrelid where c.relnamespace ${inPublic} and attacl is not null
    union all select concat_ws(' ', 'policy', c.relname, polname, polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy p join pg_class c on c.oid = polrelid where c.relnamespace ${inPublic}
    union all select concat_ws(' ', 'trigger', c.relname, tgname, tgenabled, pg_get_triggerdef(t.oid)) from pg_trigger t join pg_class c on c.oid = tgrelid where c.relnamespace ${inPublic} and not tgisinternal
    union all select concat_ws(' ', 'function', oid::regprocedure, proowner::regrole, prosecdef, proconfig, proacl, prosrc) from pg_proc where pronamespace ${inPublic}
    union all select concat_ws(' ', 'member', member::regrole, roleid::regrole) from pg_auth_members where member::regrole::text in (${roles.map(literal).join(", ")})
  ) of(line)`;

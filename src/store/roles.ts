import { createHash, createHmac, pbkdf2Sync } from "node:crypto";
import type postgres from "postgres";
import { audiences, type Audience } from "../catalog/audience.ts";
import { snakeCase } from "../catalog/snake-case.ts";
import { StartError } from "../start-error.ts";
import { hasCode } from "./has-code.ts";

/** The database role of an audience: `creditLead` → `hub_credit_lead`. Column grants and row policies hang on it. */
export const roleOf = (audience: Audience): string => `hub_${snakeCase(audience)}`;

/** The hub's own role: it writes what workflows decide and keeps the register of clients; nobody is answered as it. */
export const serviceRole = "hub_service";

/** Every role, in the order of the audiences, and the hub's own. */
export const roles: readonly string[] = Object.freeze([...audiences.map(roleOf), serviceRole]);

/** Passwords of the roles on the embedded server, derived from the hub's key: nothing more to keep, and a new key is a new set. */
export const passwordsFrom = (secret: Buffer) => (role: string): string => createHmac("sha256", secret).update(`database role ${role}`).digest("hex");

export interface RoleOptions {
  /** On the embedded server each role logs in itself; on the operator's the owner's login takes the role on, so that one login is enough. */
  readonly embedded: boolean;
  readonly passwordOf: (role: string) => string;
}

/**
 * Makes the roles that are missing, for the whole server, and makes sure that the hub can use them. Several processes may do so at once, from
 * different databases (an advisory lock would not reach across them): each step is tried and looked at again.
 */
export async function ensureRoles(sql: postgres.Sql, { embedded, passwordOf }: RoleOptions): Promise<void> {
  const found = await readRoles(sql);
  for (const role of roles) {
    if (!found.has(role)) await makeRole(sql, role, embedded ? passwordOf(role) : null);
  }
  for (const [role, { privileged }] of found) {
    if (privileged) throw new StartError(`The database role ${role} has rights that go around row security: take SUPERUSER, BYPASSRLS, CREATEROLE, CREATEDB and REPLICATION from it with ALTER ROLE.`);
  }
  if (embedded) await ensureLogins(sql, passwordOf);
  else await ensureMembership(sql);
}

async function readRoles(sql: postgres.Sql): Promise<Map<string, { readonly privileged: boolean }>> {
  const found = await sql<{ name: string; privileged: boolean }[]>`
    select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as privileged
    from pg_roles where rolname in ${sql(roles)}`;
  return new Map(found.map(({ name, privileged }) => [name, { privileged }]));
}

async function makeRole(sql: postgres.Sql, role: string, password: string | null): Promise<void> {
  const login = password === null ? "nologin" : `login password '${verifierOf(role, password)}'`;
  try {
    await sql.unsafe(`create role ${role} nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit ${login}`);
  } catch (error) {
    if (hasCode(error, "42501")) {
      throw new StartError(`The database user of DATABASE_URL may not create roles: let an administrator run what npm run -s roles prints, or grant it CREATEROLE.`, { cause: error });
    }
    if (!hasCode(error, "42710", "23505")) throw error; // another process made it meanwhile
  }
}

/** Sets the passwords that differ, after a change of the hub's key. */
async function ensureLogins(sql: postgres.Sql, passwordOf: (role: string) => string): Promise<void> {
  for (const attempt of [1, 2, 3, 4, 5]) {
    const logins = await sql<{ name: string; stored: string | null; login: boolean }[]>`
      select rolname as name, rolpassword as stored, rolcanlogin as login from pg_authid where rolname in ${sql(roles)}`;
    const wanted = logins.map(({ name, stored, login }) => ({ name, verifier: verifierOf(name, passwordOf(name)), stored, login }));
    const stale = wanted.filter((role) => !role.login || role.stored !== role.verifier);
    if (stale.length === 0) return;
    try {
      for (const role of stale) await sql.unsafe(`alter role ${role.name} login password '${role.verifier}'`);
    } catch (error) {
      if (!hasCode(error, "XX000") || attempt === 5) throw error; // "tuple concurrently updated": another process sets them
    }
  }
}

/** The owner's login must be able to become each role; who may create roles may also take them on, by a grant of its own. */
async function ensureMembership(sql: postgres.Sql): Promise<void> {
  const lacking = await lackingRoles(sql);
  if (lacking.names.length === 0) return;
  const how = lacking.version >= 160_000 ? " with inherit false, set true" : "";
  try {
    for (const role of lacking.names) await sql.unsafe(`grant ${role} to current_user${how}`);
  } catch (error) {
    if (!hasCode(error, "42501", "23505", "XX000", "0LP01")) throw error;
    const { names, user } = await lackingRoles(sql);
    if (names.length > 0) throw new StartError(`The database user ${user} may not take on the roles ${names.join(", ")}: let an administrator run what npm run -s roles prints, or GRANT ${names.join(", ")} TO ${user}.`, { cause: error });
  }
}

async function lackingRoles(sql: postgres.Sql): Promise<{ readonly names: readonly string[]; readonly version: number; readonly user: string }> {
  const [{ version, user }] = await sql<[{ version: number; user: string }]>`select current_setting('server_version_num')::int as version, current_user::text as user`;
  const right = version >= 160_000 ? "SET" : "MEMBER";
  const found = await sql<{ name: string }[]>`select rolname as name from pg_roles where rolname in ${sql(roles)} and not pg_has_role(current_user, oid, ${right}) order by 1`;
  return { names: found.map(({ name }) => name), version, user };
}

/** PostgreSQL's default number of rounds. */
const rounds = 4096;

/**
 * What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5802), computed here, so that the password itself never travels in a statement.
 * The salt is derived too: the same password then gives the same verifier, and a look at it tells whether the password still is the right one.
 */
export function verifierOf(role: string, password: string): string {
  const salt = createHash("sha256").update(`salt of ${role} ${password}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const mac = (text: string): Buffer => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(mac("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${stored}:${mac("Server Key").toString("base64")}`;
}

/** `npm run -s roles [-- --login hub --database hub --logins]`: prints what a database administrator runs once, so that the hub's own login needs no power over roles. */
import { parseArgs } from "node:util";
import { readConfig } from "../src/config.ts";
import { StartError } from "../src/start-error.ts";
import { codeOf } from "../src/store/has-code.ts";
import { hubKey } from "../src/store/hub-key.ts";
import { poolerUsers, rolesSql } from "../src/store/roles-sql.ts";
import { passwordsFrom } from "../src/store/roles.ts";
import { fail } from "./fail.ts";

const help = `Prints a script for psql that a database administrator runs once (CREATEROLE and CREATEDB are enough): npm run -s roles > roles.sql

  --login <name>     the hub's own login, which owns its database (that of DATABASE_URL, else hub)
  --database <name>  the hub's database (that of DATABASE_URL, else hub)
  --logins           lets each role log in itself, for HUB_POOLER_URL; the passwords follow from the hub's key, and what is printed does not tell them
  --users            prints the lines for PgBouncer's auth_file instead`;

const { values: options } = readArguments();
if (options.help) {
  console.log(help);
  process.exit(0);
}
try {
  const config = readConfig();
  const address = config.databaseUrl === null ? null : new URL(config.databaseUrl);
  const login = options.login ?? (address && decodeURIComponent(address.username)) ?? "hub";
  const database = options.database ?? (address && decodeURIComponent(address.pathname.slice(1))) ?? "hub";
  if (login === "") throw new StartError("DATABASE_URL names no user: say with --login as whom the hub logs in.");
  if (options.users) process.stdout.write(poolerUsers(passwordsFrom(hubKey(config))));
  else process.stdout.write(rolesSql({ login, database, passwordOf: options.logins ? passwordsFrom(hubKey(config)) : null }));
} catch (error) {
  if (error instanceof StartError) fail(error.message);
  throw error;
}

function readArguments() {
  try {
    return parseArgs({ options: { login: { type: "string" }, database: { type: "string" }, logins: { type: "boolean", default: false }, users: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } } });
  } catch (error) {
    if (codeOf(error).startsWith("ERR_PARSE_ARGS")) return fail(`${(error as Error).message}\n\n${help}`);
    throw error;
  }
}

/** `npm run doctor [-- --json] [-- --days 3]`: looks at a configuration and its database, and says what is good, what is not, and what to do. It changes nothing. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig, type Config } from "../src/config.ts";
import { demonstrationClients } from "../src/exchange/demonstration/clients.ts";
import { demonstrationReceipts } from "../src/exchange/demonstration/deliveries.ts";
import { directory } from "../src/exchange/demonstration/personas.ts";
import { hubCatalogue } from "../src/server.ts";
import { StartError } from "../src/start-error.ts";
import { examineDatabase } from "../src/store/doctor/examine-database.ts";
import { examineMachine } from "../src/store/doctor/examine-machine.ts";
import { good, wrong, type Finding } from "../src/store/doctor/finding.ts";
import { codeOf } from "../src/store/has-code.ts";
import { locksSql } from "../src/store/locks.ts";
import { silentLog } from "../src/store/log.ts";
import { withCluster } from "../src/store/with-cluster.ts";
import { fail } from "./fail.ts";

const help = `Looks at the hub's configuration, its machine and its database, and says in a line each what is good and what is not: npm run doctor

  --days <n>  verify the access log of so many days, today the last (3)
  --json      the same as JSON

It changes nothing; a hub may run meanwhile. It ends with 1 where something is wrong, and with 0 where all is good or only to be judged.`;

const { values: options } = readArguments();
if (options.help) {
  console.log(help);
  process.exit(0);
}
if (!/^[1-9]\d{0,2}$/.test(options.days) || Number(options.days) > 400) fail("--days takes a whole number from 1 to 400.");

const findings = await examine();
if (options.json) console.log(JSON.stringify(findings, null, 2));
else {
  for (const { state, about, says, remedy } of findings) console.log(`${{ good: "good    ", note: "note    ", doubtful: "DOUBTFUL", wrong: "WRONG   " }[state]}  ${about.padEnd(18)}  ${says}${remedy ? ` ${remedy}` : ""}`);
  const count = (state: Finding["state"]): number => findings.filter((each) => each.state === state).length;
  console.log(`\n${count("wrong")} wrong, ${count("doubtful")} doubtful, ${count("good")} good.`);
}
process.exitCode = findings.some(({ state }) => state === "wrong") ? 1 : 0;

function readArguments() {
  try {
    return parseArgs({ options: { days: { type: "string", default: "3" }, json: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } } });
  } catch (error) {
    if (codeOf(error).startsWith("ERR_PARSE_ARGS")) return fail(`${(error as Error).message}\n\n${help}`);
    throw error;
  }
}

async function examine(): Promise<readonly Finding[]> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    if (error instanceof StartError) return [wrong("configuration", error.message, "")];
    throw error;
  }
  return [good("configuration", "Every variable has a form that the hub takes."), ...examineMachine(config), ...(await examineItsDatabase(config))];
}

/** A cluster that is not there is not made. */
async function examineItsDatabase(config: Config): Promise<readonly Finding[]> {
  const isThere = config.databaseUrl !== null || ["postgres", "postgres-location"].some((name) => existsSync(join(config.dataDir, name)));
  if (!isThere) return [wrong("database", `There is no database in ${config.dataDir}.`, "Start the hub once, set HUB_DATA_DIR to where its database is, or set DATABASE_URL.")];
  try {
    return await withCluster(config, silentLog, async (cluster) => [
      good("database", `It answers; it is ${cluster.embedded ? "the embedded one" : "that of DATABASE_URL"}.`),
      ...(await examineDatabase(cluster, {
        poolerUrl: config.poolerUrl,
        locks: locksSql(hubCatalogue()),
        demonstration: { body: directory.personnel.body!, clients: Object.keys(demonstrationClients), receipts: demonstrationReceipts },
        days: Number(options.days),
      })),
    ]);
  } catch (error) {
    if (error instanceof StartError) return [wrong("database", error.message, "")];
    throw error;
  }
}

/** `npm run retention [-- --execute]`: carries out the retention rules that have rows deleted; without `--execute` it only looks. */
import { parseArgs } from "node:util";
import { readConfig } from "../src/config.ts";
import { deletable } from "../src/domains/governance/deletable.ts";
import { hubCatalogue } from "../src/server.ts";
import { StartError } from "../src/start-error.ts";
import { codeOf, hasCode } from "../src/store/has-code.ts";
import { isOutage } from "../src/store/is-outage.ts";
import { silentLog } from "../src/store/log.ts";
import { carryOutRetention, type Retention } from "../src/store/retention/carry-out-retention.ts";
import { withCluster } from "../src/store/with-cluster.ts";
import { fail } from "./fail.ts";
import { barOf, clearProgressLine, progressLine } from "./progress-line.ts";

const help = `Looks which rows have been kept for as long as the retention rules of today say, and how many would be deleted: npm run retention

  --execute  deletes them with their earlier versions and the events of their workflow, and records how many (a row of RetentionRun for each rule)

Only rules that end in DELETE are carried out, and only of the types that the hub declares deletable. A row that others refer to, or that is on
display, is held back. What was deleted cannot be brought back but from a copy of the database; done again, there is nothing left to do. A hub may run meanwhile.`;

const { values: options } = readArguments();
if (options.help) {
  console.log(help);
  process.exit(0);
}
try {
  const tell = progressLine();
  const retention = await withCluster(readConfig(), silentLog, ({ ownerUrl }) =>
    carryOutRetention({ ownerUrl, catalogue: hubCatalogue(), deletable, execute: options.execute, progress: (rule, done, total) => tell(() => `${barOf(total === 0 ? 1 : done / total)} ${rule}: ${done} of ${total}`) }),
  );
  clearProgressLine();
  report(retention);
} catch (error) {
  clearProgressLine();
  if (error instanceof StartError) fail(error.message);
  if (hasCode(error, "42P01", "42703")) fail("The database has not been brought to this version of the hub: start the hub once, then try again.");
  if (isOutage(codeOf(error))) fail("The database went away; the rule that was under way was not carried out. Try again when it is back.");
  throw error;
}

function readArguments() {
  try {
    return parseArgs({ options: { execute: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } } });
  } catch (error) {
    if (codeOf(error).startsWith("ERR_PARSE_ARGS")) return fail(`${(error as Error).message}\n\n${help}`);
    throw error;
  }
}

function report({ carried, leftOut }: Retention): void {
  for (const { rule, typeName, due, done, heldBack } of carried) console.log(`${typeName.padEnd(26)} ${rule.padEnd(36)} due ${due}, ${options.execute ? `deleted ${done}` : `to be deleted ${due - heldBack}`}, held back ${heldBack}`);
  for (const { rule, typeName, why } of leftOut)
    console.log(`${typeName.padEnd(26)} ${rule.padEnd(36)} left out: ${why === "NOT_DELETABLE" ? "the hub deletes no rows of this type" : "countsFromField names no day or moment of this type"}`);
  if (carried.length + leftOut.length === 0) console.log("No rule that holds today has rows deleted: deliver retention-rules, of which scripts/data holds the province's.");
  else if (!options.execute) console.log("\nNothing was deleted. To delete: npm run retention -- --execute");
}

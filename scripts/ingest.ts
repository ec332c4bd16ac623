/** `npm run ingest -- <dataset> <file>`: takes a file with rows of a dataset into the hub. */
import { machines } from "../src/domains/commands.ts";
import { createHash } from "node:crypto";
import { accessSync, constants, createReadStream, existsSync, statSync } from "node:fs";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import { audienceOf } from "../src/catalog/audience-code.ts";
import { faultCode, type FaultCode } from "../src/catalog/fault-code.ts";
import { admitted } from "../src/catalog/rule.ts";
import { readConfig } from "../src/config.ts";
import { datasetsOf, type Dataset } from "../src/exchange/ingest/dataset.ts";
import type { Deliverer } from "../src/exchange/ingest/deliverer.ts";
import { processDelivery, type Processed } from "../src/exchange/ingest/process-delivery.ts";
import { newDeliveryId, registerDelivery } from "../src/exchange/ingest/register-delivery.ts";
import { retryWaiting } from "../src/exchange/ingest/retry-waiting.ts";
import type { TableEncoding, TableFormat } from "../src/exchange/table/table.ts";
import { jurisdictionPrefix } from "../src/policy/jurisdiction.ts";
import { hubCatalogue } from "../src/server.ts";
import { StartError } from "../src/start-error.ts";
import { codeOf } from "../src/store/has-code.ts";
import { hubKey } from "../src/store/hub-key.ts";
import { isOutage } from "../src/store/is-outage.ts";
import { silentLog } from "../src/store/log.ts";
import { migrate } from "../src/store/migrate.ts";
import { openOwnerSession, type OwnerSession } from "../src/store/owner-session.ts";
import { passwordsFrom } from "../src/store/roles.ts";
import { storedSecrets } from "../src/store/secrets.ts";
import { withCluster } from "../src/store/with-cluster.ts";
import { fail } from "./fail.ts";
import { barOf, clearProgressLine, isWatched, progressLine } from "./progress-line.ts";

const help = `Takes a file with rows of a dataset into the hub: npm run ingest -- administrative-divisions scripts/data/sichuan-regions.csv

The file is CSV, NDJSON or XLSX (by its name, or --format), its text UTF-8 or GB18030 (told by the file, or --encoding). Its columns are named as in the
template of the dataset: by the Chinese term or by the field. All rows are checked before anything is taken; what is wrong is listed by row and column.
The same file twice changes nothing.

  --as <client>      in the name of a registered client and its body; without it in the hub's own name, then each row of a dataset that has a source says
                     it in the column 数据来源单位
  --format <format>  CSV, NDJSON or XLSX
  --encoding <name>  UTF-8 or GB18030
  --faults <n>       list at most so many faults, below a million (20)
  --list             the datasets

The database is that of DATABASE_URL, else the embedded one in HUB_DATA_DIR; a hub may run on it meanwhile. It ends with 0 where all rows were
taken, with 2 where some or all were not for their faults, and with 1 where it did not come so far.`;

const formats: Readonly<Record<string, TableFormat>> = { ".csv": "CSV", ".tsv": "CSV", ".txt": "CSV", ".ndjson": "NDJSON", ".jsonl": "NDJSON", ".xlsx": "XLSX" };

const { values: options, positionals } = ((): ReturnType<typeof readArguments> => {
  try {
    return readArguments();
  } catch (error) {
    fail(`${(error as Error).message}\n\n${help}`);
  }
})();

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: { as: { type: "string" }, format: { type: "string" }, encoding: { type: "string" }, faults: { type: "string", default: "20" }, list: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
  });
}

const datasets = datasetsOf(hubCatalogue());
const listed = (): string => [...datasets.values()].map(({ name, title }) => `  ${name.padEnd(28)}${title}`).join("\n");

if (options.help) {
  console.log(help);
  process.exit(0);
}
if (options.list) {
  console.log(listed());
  process.exit(0);
}
const [name, file, ...rest] = positionals;
if (!name || !file || rest.length > 0) fail(`Say which dataset and which file.\n\n${help}`);
const dataset = datasets.get(name) ?? fail(`There is no dataset ${name}. The datasets are:\n${listed()}`);
if (!existsSync(file) || !statSync(file).isFile()) fail(`There is no file ${file}.`);
if (!mayRead(file)) fail(`The file ${file} may not be read.`);
const format = (options.format?.toUpperCase() ?? formats[extname(file).toLowerCase()]) as TableFormat | undefined;
if (!format || !["CSV", "NDJSON", "XLSX"].includes(format)) fail("Say the format of the file: --format CSV, NDJSON or XLSX.");
const encoding = options.encoding?.toUpperCase() as TableEncoding | undefined;
if (encoding && !["UTF-8", "GB18030"].includes(encoding)) fail("The encoding is UTF-8 or GB18030.");
if (!/^\d{1,6}$/.test(options.faults)) fail("--faults takes a whole number below a million.");

try {
  const config = readConfig();
  const key = hubKey(config);
  const processed = await withCluster(config, silentLog, async ({ ownerUrl, embedded }) => {
    await migrate(ownerUrl, hubCatalogue(), { embedded, passwordOf: passwordsFrom(key) });
    return take(ownerUrl, storedSecrets(key), dataset, { file, format, encoding: encoding ?? null });
  });
  process.exitCode = processed ? 0 : 2;
} catch (error) {
  if (error instanceof StartError) fail(error.message);
  if (isOutage(codeOf(error))) fail("The database went away. Run the command again when it is back: what was taken is not taken twice.");
  // Its code alone: the database's own words may hold values of the row.
  if (codeOf(error) !== "") fail(`It could not be finished (${codeOf(error)}). Run the command again: what was taken is not taken twice.`);
  throw error;
}

/** Takes the file in; answers whether all of it was taken. */
async function take(ownerUrl: string, secrets: ReturnType<typeof storedSecrets>, to: Dataset, given: { file: string; format: TableFormat; encoding: TableEncoding | null }): Promise<boolean> {
  const session = openOwnerSession(ownerUrl, "hub-ingest");
  try {
    const deliverer = await delivererOf(session, to, options.as);
    const byteCount = statSync(given.file).size;
    const digest = await digestOf(given.file);
    const receipt = await session.transaction("isolation level read committed", (ask) => registerDelivery(ask, newDeliveryId(), { dataset: to, deliverer, ...given, byteCount, digest }));
    if (!receipt.isUnderWay) {
      console.log(`${receipt.receiptNo}: this very file was the last that was taken; it changes nothing.`);
      return true;
    }
    const parts = { ownerUrl, catalogue: hubCatalogue(), machines, secrets, log: { ...silentLog, error: (message: string) => console.error(message) } };
    const processed = await processDelivery(parts, { id: receipt.id, dataset: to, deliverer, byteCount, ...given }, progressBar());
    clearProgressLine();
    if (processed.state === "COMPLETED") await retryWaiting(parts, datasets);
    return await told(session, receipt.receiptNo, receipt.id, processed);
  } finally {
    await session.close();
  }
}

async function delivererOf(session: OwnerSession, to: Dataset, clientId: string | undefined): Promise<Deliverer> {
  if (clientId === undefined) return { client: "npm run ingest", audience: null, body: null, jurisdiction: null };
  const [client] = await session.ask<{ audience: string; body: string | null; jurisdiction: string | null; state: string }>(
    "select audience, organization_id as body, jurisdiction_code as jurisdiction, state from client where client_id = $1::text",
    [clientId],
  );
  if (!client) throw new StartError(`No client ${clientId} is registered.`);
  if (client.state !== "ACTIVE") throw new StartError(`The client ${clientId} may not deliver: it is ${client.state.toLowerCase()}.`);
  const audience = audienceOf(client.audience)!;
  const takers = admitted(to.supply.by);
  if (!takers.includes(audience)) throw new StartError(`The client ${clientId} may not deliver ${to.name}: they are taken from ${takers.join(", ")}, and it is ${audience}.`);
  return { client: clientId, audience, body: client.body, jurisdiction: client.jurisdiction && jurisdictionPrefix(client.jurisdiction) };
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

function mayRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Tells how far the file has come; where nobody watches, with a line for each phase. */
function progressBar(): NonNullable<Parameters<typeof processDelivery>[2]> {
  const line = progressLine();
  let last = "";
  return ({ phase, rows, of }, share) => {
    const textOf = (): string => {
      const bar = share === null ? "" : ` ${barOf(share / 100)} ${share} %`;
      return `${{ READING: "Reading and checking", CHECKING: "Checking references", MERGING: "Merging" }[phase]}${bar} ${rows}${of === null ? "" : ` of ${of}`} rows`;
    };
    if (isWatched) line(textOf);
    else if (phase !== last) process.stderr.write(`${textOf()}\n`);
    last = phase;
  };
}

async function told(session: OwnerSession, receiptNo: string, id: string, processed: Processed): Promise<boolean> {
  const { state } = processed;
  if (state === "ELSEWHERE") throw new StartError(`${receiptNo}: the file is being taken in by another process already.`);
  if (!("rowsRead" in processed)) throw new StartError(`${receiptNo}: ${state.toLowerCase()}; nothing of the file was taken.`);
  const { rowsRead, rowsTaken, rowsFaulty, inserted, updated, unchanged } = processed;
  console.log(`${receiptNo}: ${rowsRead} rows, ${rowsTaken} taken (${inserted} new, ${updated} changed, ${unchanged} unchanged), ${rowsFaulty} with faults.${state === "REJECTED" ? " Nothing was taken." : ""}`);
  const limit = Number(options.faults);
  const faults = await session.ask<{ row: number; column: string | null; code: FaultCode; detail: string | null; more: number }>(
    `select "row", "column", code, detail, count(*) over ()::integer as more from delivery_fault where delivery_id = $1::uuid order by "row", id limit $2::integer`,
    [id, limit],
  );
  for (const { row, column, code, detail } of faults) console.log(`  ${row === 0 ? "the file" : `row ${row}`}${column ? `, ${column}` : ""}: ${faultCode.codes[code].en}.${detail ? ` ${detail}` : ""}`);
  const more = (faults[0]?.more ?? 0) - faults.length;
  if (more > 0) console.log(`  and ${more} more; --faults ${faults.length + more} lists them all.`);
  return state === "COMPLETED" && rowsFaulty === 0;
}

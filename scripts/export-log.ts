/** `npm run export-log -- <from> <to> <file>`: writes the access log of a range of days into a file, for an auditor's archive. */
import { rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { readConfig } from "../src/config.ts";
import { StartError } from "../src/start-error.ts";
import { readArchive } from "../src/store/access-chain/read-archive.ts";
import { codeOf, hasCode } from "../src/store/has-code.ts";
import { isOutage } from "../src/store/is-outage.ts";
import { silentLog } from "../src/store/log.ts";
import { openOwnerSession } from "../src/store/owner-session.ts";
import { withCluster } from "../src/store/with-cluster.ts";

const help = `Writes the access log from one day to another, the last included, into a file: npm run export-log -- 2026-01-01 2026-03-31 log.ndjson.gz

Every line is a JSON object: each sealed event in its canonical form with salt, leaf and hash, and the head of each day with its salt. Events that
are yet to be sealed are not in it. A name that ends with .gz is compressed. An existing file is not overwritten.

The file is not pseudonymised: it holds the ids of civil servants and what was stated in words, without which the digests could not be computed
again. It gets the mode 0600; keep it as you keep the database. Verify it, on any machine, with: npm run verify-log -- log.ndjson.gz`;

/** Milliseconds between two lines about how far it has come. */
const tellEvery = process.stderr.isTTY ? 200 : 5_000;

const [from, to, file, ...rest] = process.argv.slice(2);
if (from === "--help" || from === "-h") {
  console.log(help);
  process.exit(0);
}
if (!from || !to || !file || rest.length > 0 || !isDay(from) || !isDay(to) || from > to) {
  console.error(`Say from which day to which, and into which file; days are written YYYY-MM-DD, the earlier first.\n\n${help}`);
  process.exit(1);
}
try {
  await withCluster(readConfig(), silentLog, ({ ownerUrl }) => exportLog(ownerUrl, from, to, file));
} catch (error) {
  if (hasCode(error, "EEXIST")) console.error(`${file} is there already: give another name, or move it away.`);
  else if (error instanceof StartError || hasCode(error, "ENOENT", "EACCES", "EISDIR", "ENOSPC", "EROFS")) console.error((error as Error).message);
  else if (isOutage(codeOf(error))) console.error("The database went away; there is no file now. Try again when it is back.");
  else throw error;
  process.exit(1);
}

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

async function exportLog(ownerUrl: string, from: string, to: string, file: string): Promise<void> {
  const output = (await open(file, "wx", 0o600)).createWriteStream({ flush: true });
  const session = openOwnerSession(ownerUrl, "hub-export-log");
  try {
    // One snapshot: what is written meanwhile is not in the file.
    await session.transaction("isolation level repeatable read read only", async (ask) => {
      const lines = Readable.from(told(readArchive(ask, from, to)));
      await (file.endsWith(".gz") ? pipeline(lines, createGzip(), output) : pipeline(lines, output));
    });
  } catch (error) {
    rmSync(file, { force: true }); // half a log is none
    throw error;
  } finally {
    await session.close();
  }
}

/** The lines as text, saying meanwhile how many events have been written. */
async function* told(lines: ReturnType<typeof readArchive>): AsyncGenerator<string> {
  let [events, last] = [0, performance.now()];
  for await (const line of lines) {
    if (line.line === "event") events += 1;
    yield `${JSON.stringify(line)}\n`;
    if (performance.now() - last < tellEvery) continue;
    last = performance.now();
    process.stderr.write(`${process.stderr.isTTY ? "\r" : ""}${events} events${process.stderr.isTTY ? "" : "\n"}`);
  }
  process.stderr.write(`${process.stderr.isTTY ? "\r" : ""}${events} events of ${from} to ${to} are in ${file}.\n`);
}

/**
 * `npm run bench:ingest`: a delivery of bids against COPY of the very rows that come of it, into the same tables with their keys, references, checks and
 * triggers, in interleaved rounds. COPY is told the identifiers, finds nothing out and keeps no provenance; it is the least that whoever loads must do.
 *
 * --rows N    rows of the file (100,000)
 * --scale N   rows that are there before, as `npm run bench` adds them (1)
 * --rounds N  how many rounds (3)
 */
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { directory } from "../../src/exchange/demonstration/personas.ts";
import { datasetsOf } from "../../src/exchange/ingest/dataset.ts";
import { processDelivery, type Processed } from "../../src/exchange/ingest/process-delivery.ts";
import { registerDelivery } from "../../src/exchange/ingest/register-delivery.ts";
import { hubCatalogue, prepareDatabase } from "../../src/server.ts";
import { openCluster } from "../../src/store/cluster.ts";
import { silentLog } from "../../src/store/log.ts";
import { openOwnerSession } from "../../src/store/owner-session.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { median } from "./median.ts";
import { addRows } from "./rows.ts";

const { values: options } = parseArgs({ options: { rows: { type: "string", default: "100000" }, scale: { type: "string", default: "1" }, rounds: { type: "string", default: "3" } } });
const rows = Number(options.rows);

/** Of the rate of COPY, what a first delivery should reach; it is printed beside what it does. */
const floor = 0.4;

const tables = ["bid", "bid_price", "bid_conditional", "bid_restricted"] as const;
const folder = mkdtempSync(join(tmpdir(), "integrity-hub-bench-"));
const key = Buffer.alloc(32, 7);
const dataset = datasetsOf(hubCatalogue()).get("bids")!;
const deliverer = { client: "bench", audience: "tradingCentre", body: directory.tradingCentre.body, jurisdiction: "51" } as const;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const cluster = await openCluster({ databaseUrl: null, dataDir: join(folder, "data") }, silentLog);
const sql = postgres(cluster.ownerUrl, { max: 2, onnotice: () => {} });
try {
  await prepareDatabase(cluster.ownerUrl, { embedded: cluster.embedded, key, demonstration: true, log: { info: () => {} } });
  await addRows(sql, Number(options.scale));
  const [size] = await sql<[{ bids: number }]>`select count(*)::int as bids from bid`;
  const file = join(folder, "bids.csv");
  await pipeline(Readable.from(lines(await sql<{ number: string }[]>`select tender_no as number from tender order by 1`)), createWriteStream(file));
  console.log(`${rows.toLocaleString("en")} bids (${(statSync(file).size / 2 ** 20).toFixed(0)} MiB) on top of ${size.bids.toLocaleString("en")} · node ${process.version} · ${options.rounds} rounds`);

  const times: Record<"first delivery" | "the same again" | "COPY", number[]> = { "first delivery": [], "the same again": [], COPY: [] };
  let peak = 0;
  for (let round = 0; round < Number(options.rounds); round += 1) {
    times["first delivery"].push(await timed(() => deliver(file, "inserted")));
    peak = Math.max(peak, process.memoryUsage().rss);
    times["the same again"].push(await timed(() => deliver(file, "unchanged")));
    if (round === 0) await each((table, columns) => copyOut(table, columns));
    await clear();
    times.COPY.push(await timed(() => sql.begin((transaction) => each((table, columns) => copyIn(transaction, table, columns)))));
    await clear();
  }
  const copy = median(times.COPY);
  console.table(Object.fromEntries(Object.entries(times).map(([name, all]) => [name, { ms: median(all).toFixed(0), "rows/s": ((rows / median(all)) * 1000).toFixed(0), "of COPY": (copy / median(all)).toFixed(2), floor: name === "first delivery" ? floor.toFixed(2) : "" }])));
  console.log(`resident memory at most ${(peak / 2 ** 20).toFixed(0)} MiB, the measurement's own included`);
} finally {
  await sql.end();
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
}

function* lines(tenders: readonly { readonly number: string }[]): Generator<string> {
  yield "来源系统,来源系统记录编号,文书日期,所投招标,投标人名称,投标人统一社会信用代码,递交时间,投标状态,投标报价,评审得分,联系人,联系电话\n";
  for (let at = 0; at < rows; at += 1)
    yield `示例系统,BENCH-${at},2026-03-0${1 + (at % 9)},${tenders[at % tenders.length]!.number},四川示例建设工程有限公司第${at % 1000}分公司,91350100M000100Y43,2026-03-01 09:${String(at % 60).padStart(2, "0")},已接收,${1_000_000 + at}.50,${at % 100}.25,张示例,1000000${String(at % 10_000).padStart(4, "0")}\n`;
}

async function deliver(file: string, expected: "inserted" | "unchanged"): Promise<void> {
  const session = openOwnerSession(cluster.ownerUrl, "bench");
  const id = randomUUID();
  const byteCount = statSync(file).size;
  await session.transaction("isolation level read committed", (ask) => registerDelivery(ask, id, { dataset, deliverer, format: "CSV", encoding: null, byteCount, digest: id })).finally(() => session.close());
  const parts = { ownerUrl: cluster.ownerUrl, catalogue: hubCatalogue(), secrets: storedSecrets(key), log: silentLog };
  const processed: Processed = await processDelivery(parts, { id, dataset, deliverer, file, byteCount, format: "CSV", encoding: null });
  if (!(expected in processed) || (processed as Record<string, unknown>)[expected] !== rows) throw new Error(`The delivery came to another end: ${JSON.stringify(processed)}`);
}

/** The tables in the order of their references, each with the columns that are given. */
async function each(work: (table: string, columns: string) => Promise<unknown>): Promise<void> {
  for (const table of tables) {
    const [{ columns }] = await sql<[{ columns: string }]>`select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns from information_schema.columns where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`;
    await work(table, columns);
  }
}

function copied(table: string): string {
  return join(folder, `${table}.copy`);
}

async function copyOut(table: string, columns: string): Promise<void> {
  await pipeline(await sql.unsafe(`copy (select ${columns} from ${table} where id in (select id from bid where delivery_id is not null)) to stdout`).readable(), createWriteStream(copied(table)));
}

async function copyIn(transaction: postgres.TransactionSql, table: string, columns: string): Promise<void> {
  await pipeline(createReadStream(copied(table)), await transaction.unsafe(`copy ${table} (${columns}) from stdin`).writable());
}

/** Takes the rows away again, without history, and the room that they took. */
async function clear(): Promise<void> {
  for (const table of tables) await sql.unsafe(`alter table ${table} disable trigger user`);
  await sql`delete from bid where delivery_id is not null`;
  for (const table of tables) {
    await sql.unsafe(`alter table ${table} enable trigger user`);
    await sql.unsafe(`vacuum full ${table}`);
  }
}

/**
 * A delivery of bids against COPY of the very rows that come of it, into the same tables with their keys, references, checks and triggers, in
 * interleaved rounds. COPY is told the identifiers, finds nothing out and keeps no provenance; it is the least that whoever loads must do.
 */
import { machines } from "../../src/domains/commands.ts";
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
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

/** Of the rate of COPY, what a first delivery should reach. */
export const copyShare = 0.4;

const tables = ["bid", "bid_price", "bid_conditional", "bid_restricted"] as const;
const key = Buffer.alloc(32, 7);
const dataset = datasetsOf(hubCatalogue()).get("bids")!;
const deliverer = { client: "bench", audience: "tradingCentre", body: directory.tradingCentre.body, jurisdiction: "51" } as const;

export interface IngestShare {
  /** Milliseconds, the median of the rounds. */
  readonly times: Readonly<Record<"first delivery" | "the same again" | "COPY", number>>;
  /** Bytes of resident memory at most, the measurement's own included. */
  readonly rss: number;
}

/** @param options rows of the file; rows that are there before, as `addRows` has them; rounds */
export async function measureIngest({ rows, scale, rounds }: { readonly rows: number; readonly scale: number; readonly rounds: number }, progress: (text: string) => void): Promise<IngestShare> {
  const folder = mkdtempSync(join(tmpdir(), "integrity-hub-bench-"));
  const cluster = await openCluster({ databaseUrl: null, dataDir: join(folder, "data") }, silentLog);
  const sql = postgres(cluster.ownerUrl, { max: 2, onnotice: () => {} });
  try {
    await prepareDatabase(cluster.ownerUrl, { embedded: cluster.embedded, key, demonstration: true, log: { info: () => {} } });
    await addRows(sql, scale);
    const [size] = await sql<[{ bids: number }]>`select count(*)::int as bids from bid`;
    const file = join(folder, "bids.csv");
    await pipeline(Readable.from(lines(rows, await sql<{ number: string }[]>`select tender_no as number from tender order by 1`)), createWriteStream(file));
    progress(`${rows.toLocaleString("en")} bids (${(statSync(file).size / 2 ** 20).toFixed(0)} MiB) on top of ${size.bids.toLocaleString("en")}`);
    const bench: Bench = { sql, ownerUrl: cluster.ownerUrl, folder, file, rows };
    const times: Record<keyof IngestShare["times"], number[]> = { "first delivery": [], "the same again": [], COPY: [] };
    let rss = 0;
    for (let round = 0; round < rounds; round += 1) {
      times["first delivery"].push(await timed(() => deliver(bench, "inserted")));
      rss = Math.max(rss, process.memoryUsage.rss());
      times["the same again"].push(await timed(() => deliver(bench, "unchanged")));
      if (round === 0) await each(sql, (table, columns) => copyOut(bench, table, columns));
      await clear(sql);
      times.COPY.push(await timed(() => sql.begin((transaction) => each(sql, (table, columns) => copyIn(bench, transaction, table, columns)))));
      await clear(sql);
      progress(`round ${round + 1} of ${rounds}: ${Object.entries(times).map(([name, all]) => `${name} ${(all.at(-1)! / 1000).toFixed(1)} s`).join(", ")}`);
    }
    return { times: { "first delivery": median(times["first delivery"]), "the same again": median(times["the same again"]), COPY: median(times.COPY) }, rss };
  } finally {
    await sql.end();
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Bench {
  readonly sql: postgres.Sql;
  readonly ownerUrl: string;
  readonly folder: string;
  readonly file: string;
  readonly rows: number;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function* lines(rows: number, tenders: readonly { readonly number: string }[]): Generator<string> {
  yield "来源系统,来源系统记录编号,文书日期,所投招标,投标人名称,投标人统一社会信用代码,递交时间,投标状态,投标报价,评审得分,联系人,联系电话\n";
  for (let at = 0; at < rows; at += 1)
    yield `示例系统,BENCH-${at},2026-03-0${1 + (at % 9)},${tenders[at % tenders.length]!.number},四川示例建设工程有限公司第${at % 1000}分公司,91350100M000100Y43,2026-03-01 09:${String(at % 60).padStart(2, "0")},已接收,${1_000_000 + at}.50,${at % 100}.25,张示例,1000000${String(at % 10_000).padStart(4, "0")}\n`;
}

async function deliver({ ownerUrl, file, rows }: Bench, expected: "inserted" | "unchanged"): Promise<void> {
  const session = openOwnerSession(ownerUrl, "bench");
  const id = randomUUID();
  const byteCount = statSync(file).size;
  await session.transaction("isolation level read committed", (ask) => registerDelivery(ask, id, { dataset, deliverer, format: "CSV", encoding: null, byteCount, digest: id })).finally(() => session.close());
  const parts = { ownerUrl, catalogue: hubCatalogue(), machines, secrets: storedSecrets(key), log: silentLog };
  const processed: Processed = await processDelivery(parts, { id, dataset, deliverer, file, byteCount, format: "CSV", encoding: null });
  if (!(expected in processed) || (processed as Record<string, unknown>)[expected] !== rows) throw new Error(`The delivery came to another end: ${JSON.stringify(processed)}`);
}

/** The tables in the order of their references, each with the columns that are given. */
async function each(sql: postgres.Sql, work: (table: string, columns: string) => Promise<unknown>): Promise<void> {
  for (const table of tables) {
    const [{ columns }] = await sql<[{ columns: string }]>`select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns from information_schema.columns where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`;
    await work(table, columns);
  }
}

const copied = (folder: string, table: string): string => join(folder, `${table}.copy`);

async function copyOut({ sql, folder }: Bench, table: string, columns: string): Promise<void> {
  await pipeline(await sql.unsafe(`copy (select ${columns} from ${table} where id in (select id from bid where delivery_id is not null)) to stdout`).readable(), createWriteStream(copied(folder, table)));
}

async function copyIn({ folder }: Bench, transaction: postgres.TransactionSql, table: string, columns: string): Promise<void> {
  await pipeline(createReadStream(copied(folder, table)), await transaction.unsafe(`copy ${table} (${columns}) from stdin`).writable());
}

/** Takes the rows away again, without history, and the room that they took. */
async function clear(sql: postgres.Sql): Promise<void> {
  for (const table of tables) await sql.unsafe(`alter table ${table} disable trigger user`);
  await sql`delete from bid where delivery_id is not null`;
  for (const table of tables) {
    await sql.unsafe(`alter table ${table} enable trigger user`);
    await sql.unsafe(`vacuum full ${table}`);
  }
}

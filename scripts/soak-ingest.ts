/**
 * `npm run soak:ingest`: a hub of its own with its embedded database takes a long file in over HTTP, while the public goes on asking. Says how fast it was,
 * what memory and disk it took and how long the public waited; ends with 1 where the hub's memory grew by more than it may, a row was not taken or a
 * question of the public failed.
 *
 * --megabytes N   length of the file (2048)
 * --text N        characters of a notice's text, which make rows long or short (900)
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { SigningKeys } from "../src/http/signing-keys.ts";
import { Tokens } from "../src/http/tokens.ts";
import { silentLog } from "../src/store/log.ts";
import { signingSeed } from "../src/store/secrets.ts";
import { withCluster } from "../src/store/with-cluster.ts";

const { values: options } = parseArgs({ options: { megabytes: { type: "string", default: "2048" }, text: { type: "string", default: "900" } } });
const bytes = Number(options.megabytes) * 1024 ** 2;
/** MiB by which the hub's memory may grow until the delivery is completed; making its rows searchable comes afterwards and is told apart. */
const mayGrow = 100;

const folder = mkdtempSync(join(tmpdir(), "integrity-hub-soak-"));
chmodSync(folder, 0o711);
const dataDir = join(folder, "data");
const key = Buffer.alloc(32, 9);
const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { scripts: { start: string } };
const hub = spawn(process.execPath, [...scripts.start.split(" ").filter((word) => word.startsWith("--")), fileURLToPath(new URL("../src/main.ts", import.meta.url))], {
  env: { HUB_DATA_DIR: dataDir, HUB_KEY: key.toString("hex"), HUB_PUBLIC_BUDGET: "0", HUB_CLIENT_BUDGET: "0", HUB_LOG: "warn", PORT: "0" },
  stdio: ["ignore", "pipe", "inherit"],
});
const ended = once(hub, "exit");
try {
  const url = await Promise.race([addressOf(), ended.then(() => Promise.reject(new Error("the hub did not start")))]);
  await withCluster({ databaseUrl: null, dataDir }, silentLog, ({ ownerUrl }) => soak(url, ownerUrl));
} finally {
  hub.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

async function addressOf(): Promise<string> {
  for await (const line of createInterface({ input: hub.stdout })) {
    const found = /GraphQL\s+(http\S+)\/graphql/.exec(line);
    if (found) return found[1]!;
  }
  throw new Error("the hub said no address");
}

async function soak(url: string, ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const [tender] = await sql<{ tender_no: string }[]>`select tender_no from tender where division_code like '5101%' order by tender_no limit 1`;
  const token = await new Tokens(new SigningKeys(signingSeed(key))).signDemonstration("tradingCentre", null, 24 * 3_600);
  const public_ = readers(url);
  await sleep(10_000);
  const quiet = public_.take();
  const watch = watcher(sql, dataDir);
  const before = await watch.start();

  const began = performance.now();
  const [rows, receipt] = await deliver(url, token, tender!.tender_no);
  const arrived = performance.now();
  let [state, phase]: [string, string | null] = ["RECEIVED", null];
  const phases = new Map<string, number>();
  for (let last = performance.now(); ["RECEIVED", "PROCESSING"].includes(state); ) {
    await sleep(200);
    const [row] = await sql<{ state: string; phase: string | null }[]>`select state, phase from delivery where receipt_no = ${receipt}`;
    const now = performance.now();
    phases.set(phase ?? state, (phases.get(phase ?? state) ?? 0) + now - last);
    [state, phase, last] = [row!.state, row!.phase, now];
    watch.says((phase ?? state).toLowerCase());
  }
  const done = performance.now();
  // What was taken is made findable by the same process: that is part of the price.
  while ((await sql`select from search_pending limit 1`).length > 0) await sleep(500);
  const found = performance.now();
  const busy = public_.take();
  const after = await watch.stop();
  await public_.stop();
  const [{ taken }] = (await sql`select rows_taken as taken from delivery where receipt_no = ${receipt}`) as unknown as [{ taken: number }];
  await sql.end();
  const grown = Math.max(...[...after.byPhase].filter(([name]) => name !== "completed").map(([, mib]) => mib)) - before.hub;
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
  console.log(`${state}: ${taken} of ${rows} rows, ${options.megabytes} MiB
arrival          ${seconds(began, arrived)} s, ${(Number(options.megabytes) / ((arrived - began) / 1000)).toFixed(0)} MiB/s
processing       ${seconds(arrived, done)} s, ${Math.round(rows / ((done - arrived) / 1000))} rows/s (${[...phases].map(([name, ms]) => `${name.toLowerCase()} ${(ms / 1000).toFixed(0)} s`).join(", ")})
until searchable ${seconds(done, found)} s
memory of hub    ${before.hub} MiB before, +${grown} until it was completed, at most ${after.hub} MiB in all (${[...after.byPhase].map(([name, mib]) => `${name} ${mib}`).join(", ")})
backend          at most ${after.backend} MiB of its own
WAL              ${after.wal} MiB
temporary files  ${after.temporary} MiB; the database's folder grew by at most ${after.disk} MiB
public           p50 ${quiet.p50} ms, p99 ${quiet.p99} ms, at most ${quiet.most} ms before; p50 ${busy.p50} ms, p99 ${busy.p99} ms, at most ${busy.most} ms meanwhile (${busy.count} questions, ${busy.failed} failed)`);
  if (state !== "COMPLETED" || taken !== rows || grown > mayGrow || busy.failed > 0) process.exitCode = 1;
}

/** Sends the file as it is made; answers how many rows it had, and the number of the receipt. */
async function deliver(url: string, token: string, tenderNo: string): Promise<[rows: number, receipt: string]> {
  let rows = 0;
  const text = "".padEnd(Number(options.text), "某某项目公告内容。");
  function* pieces(): Generator<string> {
    yield "sourceRecordNo,tenderId,kind,title,publishedAt,text\n";
    for (let sent = 0; sent < bytes; ) {
      let piece = "";
      for (let n = 0; n < 500; n += 1) piece += `S-${(rows += 1)},${tenderNo},TENDER,第${rows}号公告,2026-04-01 09:00,${text}\n`;
      sent += Buffer.byteLength(piece);
      yield piece;
    }
  }
  const sending = request(`${url}/ingest/notices`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "text/csv; charset=utf-8" } });
  const answered = once(sending, "response") as Promise<[NodeJS.ReadableStream & { statusCode: number }]>;
  await pipeline(Readable.from(pieces(), { objectMode: false }), sending);
  const [answer] = await answered;
  let body = "";
  for await (const piece of answer) body += String(piece);
  if (answer.statusCode !== 202) throw new Error(`The file was refused: ${body}`);
  return [rows, (JSON.parse(body) as { receiptNo: string }).receiptNo];
}

/** Two of the public who ask one question after the other. */
function readers(url: string) {
  let [waits, failed, isOver]: [number[], number, boolean] = [[], 0, false];
  const ask = async (n: number): Promise<void> => {
    for (let place = n; !isOver; place += 2) {
      const began = performance.now();
      const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query: `{ organizations(first: ${20 + (place % 80)}) { nodes { name uscc } } }` }) });
      if (!(await response.text()).startsWith('{"data"')) failed += 1;
      waits.push(performance.now() - began);
      await sleep(5);
    }
  };
  const asking = Promise.all([ask(0), ask(1)]);
  return {
    take() {
      const sorted = [...waits].sort((a, b) => a - b);
      const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
      const taken = { count: sorted.length, failed, p50: at(0.5), p99: at(0.99), most: at(1) };
      [waits, failed] = [[], 0];
      return taken;
    },
    async stop() {
      isOver = true;
      await asking;
    },
  };
}

/** Highest figures of memory and disk, in MiB. */
function watcher(sql: postgres.Sql, dataFolder: string) {
  const mebibytes = (kilobytes: number): number => Math.round(kilobytes / 1024);
  const memory = (pid: number, name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  const disk = (): number => Number(execFileSync("du", ["-sk", join(dataFolder, "postgres")], { encoding: "utf8" }).split("\t")[0]);
  const most = { hub: 0, backend: 0, disk: 0 };
  const byPhase = new Map<string, number>();
  let phase = "arriving";
  let [isOver, wal, temporary, diskBefore] = [false, 0, 0, 0];
  const counters = async (): Promise<{ wal: number; temporary: number }> =>
    (await sql`select (pg_current_wal_lsn() - '0/0')::float8 as wal, (select temp_bytes::float8 from pg_stat_database where datname = current_database()) as temporary`)[0] as { wal: number; temporary: number };
  const look = async (): Promise<void> => {
    for (let turn = 0; !isOver; turn += 1) {
      const now = memory(hub.pid!, "VmRSS");
      most.hub = Math.max(most.hub, now);
      byPhase.set(phase, Math.max(byPhase.get(phase) ?? 0, mebibytes(now)));
      const backends = await sql<{ pid: number }[]>`select pid from pg_stat_activity where application_name = 'hub-delivery'`;
      for (const { pid } of backends) {
        try {
          most.backend = Math.max(most.backend, memory(pid, "RssAnon"));
        } catch {
          // it has ended meanwhile
        }
      }
      if (turn % 40 === 0) most.disk = Math.max(most.disk, disk());
      await sleep(100);
    }
  };
  let looking = Promise.resolve();
  return {
    /** Says what the hub is at, so that the highest figure of each time is known. */
    says: (name: string): void => void (phase = name),
    async start() {
      ({ wal, temporary } = await counters());
      diskBefore = disk();
      looking = look();
      return { hub: mebibytes(memory(hub.pid!, "VmRSS")) };
    },
    async stop() {
      isOver = true;
      await looking;
      const now = await counters();
      return { byPhase, hub: mebibytes(most.hub), backend: mebibytes(most.backend), disk: mebibytes(most.disk - diskBefore), wal: mebibytes((now.wal - wal) / 1024), temporary: mebibytes((now.temporary - temporary) / 1024) };
    },
  };
}

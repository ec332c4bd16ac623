/**
 * `npm run bench`: the hub against a hand-written server on the same database, question by question, in interleaved rounds. The machine
 * should have nothing else to do; what is compared are ratios of one run, never figures of different ones.
 *
 * --quick        short rounds, for a look
 * --scale N      20,000 projects times N (1)
 * --only Q1,L2   some questions
 * --as public    one asker
 * --rounds N, --seconds N   how many rounds, and how long
 * --profile DIR  writes processor profiles of both there, begun after the first question's warm-up; its figures are then too low
 * --unlocked     the hand-written server asks as the database's owner, past grants and row policies, to see what these cost
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import postgres from "postgres";
import { SigningKeys } from "../../src/http/signing-keys.ts";
import { Tokens } from "../../src/http/tokens.ts";
import { prepareDatabase } from "../../src/server.ts";
import { openCluster } from "../../src/store/cluster.ts";
import { silentLog } from "../../src/store/log.ts";
import { passwordsFrom, roleOf } from "../../src/store/roles.ts";
import { signingSeed } from "../../src/store/secrets.ts";
import { startServer, type Server } from "./child.ts";
import { Load, requestBytes } from "./load.ts";
import { addOfficials, loggedQuestions, loggedShare } from "./logged.ts";
import { median } from "./median.ts";
import type { PeerSettings } from "./peer.ts";
import { comparable, questions, type Asker } from "./questions.ts";
import { addRows, readKnown } from "./rows.ts";

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    scale: { type: "string", default: "1" },
    only: { type: "string" },
    rounds: { type: "string" },
    seconds: { type: "string" },
    as: { type: "string" },
    profile: { type: "string" },
    unlocked: { type: "boolean", default: false },
  },
});
const connections = 16;
const rounds = Number(options.rounds ?? (options.quick ? 3 : 7));
const seconds = Number(options.seconds ?? (options.quick ? 1 : 4));
const warmUp = options.quick ? 1 : 6;
const isAsked = ({ name }: { readonly name: string }): boolean => !options.only || options.only.split(",").includes(name);
const asked = questions.filter(isAsked);
const askedLogged = loggedQuestions.filter(isAsked);
const askers = (["public", "department"] as const).filter((asker) => !options.as || options.as === asker);
/** Of the public's figure, what a department must reach. */
const departmentShare = 0.9;

/** Options of Node with which `npm start` runs the hub. */
const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { scripts: { start: string } };
const shippedOptions = scripts.start.split(" ").filter((word) => word.startsWith("--"));

interface Measured {
  readonly rate: number;
  /** Microseconds of processor time for a request. */
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
  readonly rss: number;
}

let isProfiled = false;

async function measure(server: Server, load: Load, requests: readonly Buffer[]): Promise<Measured> {
  const before = await server.usage();
  const { requests: count, seconds: took, latencies } = await load.run(requests, seconds);
  const after = await server.usage();
  const at = (share: number): number => latencies[Math.floor((latencies.length - 1) * share)]!;
  return { rate: count / took, cpu: (after.cpu - before.cpu) / count, p50: at(0.5), p99: at(0.99), rss: after.rss };
}

const medians = (all: readonly Measured[]): Measured => ({
  rate: median(all.map(({ rate }) => rate)),
  cpu: median(all.map(({ cpu }) => cpu)),
  p50: median(all.map(({ p50 }) => p50)),
  p99: median(all.map(({ p99 }) => p99)),
  rss: Math.max(...all.map(({ rss }) => rss)),
});

async function assertEqualAnswers(servers: readonly Server[], bodies: readonly string[], headers: Readonly<Record<string, string>>): Promise<void> {
  for (const body of bodies) {
    const [hub, peer] = await Promise.all(
      servers.map(async ({ url }) => {
        const response = await fetch(new URL("/graphql", url), { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
        const text = await response.text();
        if (response.status !== 200 || text.includes('"errors"')) throw new Error(`${body}: ${response.status} ${text.slice(0, 500)}`);
        return comparable(text);
      }),
    );
    if (!isDeepStrictEqual(hub, peer)) throw new Error(`The answers differ: ${body}\nhub  ${JSON.stringify(hub)}\npeer ${JSON.stringify(peer)}`);
  }
}

async function compare(bodies: readonly string[], headers: Readonly<Record<string, string>>, [hub, peer]: readonly [Server, Server]): Promise<{ hub: Measured; peer: Measured }> {
  await assertEqualAnswers([hub, peer], bodies.slice(0, 25), headers);
  const sides = await Promise.all([hub, peer].map(async (server) => ({ server, load: await Load.open(server.url, connections), requests: bodies.map((body) => requestBytes(server.url, body, headers)), measured: [] as Measured[] })));
  for (const { load, requests } of sides) await load.run(requests, warmUp);
  if (options.profile && !isProfiled) await Promise.all([hub.profile(resolve(options.profile, "hub.cpuprofile")), peer.profile(resolve(options.profile, "peer.cpuprofile"))]);
  isProfiled = true;
  for (let round = 0; round < rounds; round++) for (const side of sides) side.measured.push(await measure(side.server, side.load, side.requests));
  for (const { load } of sides) load.close();
  return { hub: medians(sides[0]!.measured), peer: medians(sides[1]!.measured) };
}

const folder = mkdtempSync(join(tmpdir(), "integrity-hub-bench-"));
const key = Buffer.alloc(32, 7);
const cluster = await openCluster({ databaseUrl: null, dataDir: join(folder, "data") }, silentLog);
const servers: Server[] = [];
try {
  const { ownerUrl, embedded } = cluster;
  await prepareDatabase(ownerUrl, { embedded, key, demonstration: true, log: { info: () => {} } });
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await addRows(sql, Number(options.scale));
  const officials = await addOfficials(sql, key);
  const known = await readKnown(sql);
  const [size] = await sql<[Record<string, number>]>`select (select count(*)::int from organization) organizations, (select count(*)::int from project) projects, (select count(*)::int from tender) tenders, (select count(*)::int from bid) bids`;
  await sql.end();
  console.log(Object.entries(size).map(([name, count]) => `${count.toLocaleString("en")} ${name}`).join(", "), `· node ${process.version} · ${connections} connections · ${rounds} rounds of ${seconds} s`);

  const urlOf = (asker: Asker): string => {
    const url = new URL(ownerUrl);
    if (options.unlocked) return url.href;
    url.username = roleOf(asker);
    url.password = passwordsFrom(key)(roleOf(asker));
    return url.href;
  };
  const peerSettings: PeerSettings = { urls: { public: urlOf("public"), department: urlOf("department") }, sizes: { public: 8, department: 4 } };
  const hub = await startServer("hub.ts", { ownerUrl, embedded, key: key.toString("hex") }, shippedOptions);
  servers.push(hub);
  const peer = await startServer("peer.ts", peerSettings);
  servers.push(peer);
  const idle = await hub.usage();
  console.log(`hub before the first question: ${(idle.rss / 2 ** 20).toFixed(0)} MiB`);
  const token = await new Tokens(new SigningKeys(signingSeed(key))).signDemonstration("department", null, 3600);

  const table: Record<string, Record<string, string>> = {};
  for (const question of asked) {
    const rates = new Map<Asker, number>();
    for (const asker of askers) {
      const bodies = question.variables(known).map((variables) => JSON.stringify({ operationName: question.name, query: question.query(asker), variables }));
      const measured = await compare(bodies, asker === "department" ? { authorization: `Bearer ${token}` } : {}, [hub, peer]);
      rates.set(asker, measured.hub.rate);
      const share = (rates.get("department") ?? 0) / (rates.get("public") ?? 0);
      table[`${question.name} ${question.what}, ${asker}`] = {
        "hub/s": measured.hub.rate.toFixed(0),
        "peer/s": measured.peer.rate.toFixed(0),
        ratio: (measured.hub.rate / measured.peer.rate).toFixed(2),
        floor: asker === "public" ? question.floor.toFixed(2) : "",
        "of public": asker === "department" && askers.length === 2 ? `${share.toFixed(2)} (${departmentShare})` : "",
        "hub µs": measured.hub.cpu.toFixed(0),
        "peer µs": measured.peer.cpu.toFixed(0),
        "hub p50/p99 ms": `${measured.hub.p50.toFixed(1)}/${measured.hub.p99.toFixed(1)}`,
        "peer p50/p99 ms": `${measured.peer.p50.toFixed(1)}/${measured.peer.p99.toFixed(1)}`,
        "hub MiB": (measured.hub.rss / 2 ** 20).toFixed(0),
        "peer MiB": (measured.peer.rss / 2 ** 20).toFixed(0),
      };
    }
  }
  console.table(table);

  // What the log costs: the same hub with and without it, asked by the body that manages the people.
  const unlogged = await startServer("hub.ts", { ownerUrl, embedded, key: key.toString("hex"), logged: false }, shippedOptions);
  servers.push(unlogged);
  const personnel = await new Tokens(new SigningKeys(signingSeed(key))).signDemonstration("personnel", null, 3600);
  const costs: Record<string, Record<string, string>> = {};
  for (const question of askedLogged) {
    const bodies = question.variables(officials).map((variables) => JSON.stringify({ operationName: question.name, query: question.query, variables }));
    const { hub: with_, peer: without } = await compare(bodies, { authorization: `Bearer ${personnel}` }, [hub, unlogged]);
    costs[`${question.name} ${question.what}`] = {
      "logged/s": with_.rate.toFixed(0),
      "unlogged/s": without.rate.toFixed(0),
      share: (with_.rate / without.rate).toFixed(2),
      floor: loggedShare.toFixed(2),
      "logged µs": with_.cpu.toFixed(0),
      "unlogged µs": without.cpu.toFixed(0),
      "logged p50/p99 ms": `${with_.p50.toFixed(1)}/${with_.p99.toFixed(1)}`,
      "logged MiB": (with_.rss / 2 ** 20).toFixed(0),
    };
  }
  console.table(costs);
} finally {
  await Promise.all(servers.map((server) => server.close()));
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
}

/**
 * `npm run bench`: measures what design.md, section 6, asks for, and ends with one table: figure, measured, floor, met or missed.
 *
 * - Q1 to Q4, asked by the public and by a department: the hub as it ships against a hand-written node:http + SQL server (peer.ts) and, for the
 *   public, against PostGraphile 5 (postgraphile.ts), on the same database;
 * - L1 to L3: reads about people, logged against the same hub without its log;
 * - R1: a public question again and again, against a server of static bytes;
 * - T: the time of Q1 to Q4 with ten times the rows;
 * - I: a delivery of 100,000 bids against COPY of the rows that come of it;
 * - M: the most resident memory that the hub has had under all of that.
 *
 * Servers are asked in interleaved rounds over 16 connections, each in a process of its own, after their answers were found to be equal; what is
 * compared are ratios of one run, never figures of different ones. The machine should have nothing else to do. Rows are made in the database
 * by rows.ts, as many as `npm run seed` has of bodies with projects, tenders and bids, in seconds instead of minutes, evenly: so every county
 * answers a question of the same size, and ten times the rows change nothing else.
 *
 * PostGraphile is no dependency of the hub: it is installed into scripts/bench on first use, by its own lock, which takes a minute and 300 MB.
 *
 * --scale N      as of the seed: 2,000 projects and 10,000 bids times N (10; 100 for a province's million bids)
 * --quick        short rounds, for a look, without T and I
 * --only Q1,L2,R1,T,I   some of it
 * --json         the figures as JSON on standard output, at the end; progress always goes to standard error
 * --as public    one asker
 * --rounds N, --seconds N   how many rounds (7), and how long (4)
 * --without-postgraphile
 * --profile DIR  writes processor profiles of the hub and the hand-written server there, begun after the first question's warm-up; its figures are then too low
 * --unlocked     the hand-written server asks as the database's owner, past grants and row policies, to see what these cost
 *
 * It takes about twenty minutes on two cores; with --quick two.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Bed } from "./bed.ts";
import type { Server } from "./child.ts";
import { connections, type Timing } from "./compare.ts";
import { Figures } from "./figures.ts";
import { copyShare, measureIngest } from "./ingest-share.ts";
import { installPeers } from "./install-peers.ts";
import { loggedQuestions } from "./logged.ts";
import { askLogged, askQuestions, askRepeated, askTenfold, type Parts } from "./parts.ts";
import type { PeerSettings } from "./peer.ts";
import { questions } from "./questions.ts";

const { values: options } = parseArgs({
  options: {
    scale: { type: "string", default: "10" },
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    json: { type: "boolean", default: false },
    as: { type: "string" },
    rounds: { type: "string" },
    seconds: { type: "string" },
    "without-postgraphile": { type: "boolean", default: false },
    profile: { type: "string" },
    unlocked: { type: "boolean", default: false },
  },
});
const timing: Timing = { rounds: Number(options.rounds ?? (options.quick ? 3 : 7)), seconds: Number(options.seconds ?? (options.quick ? 1 : 4)), warmUp: options.quick ? 1 : 6 };
const scale = Number(options.scale);
const only = options.only?.split(",");
const isAsked = ({ name }: { readonly name: string }): boolean => only?.includes(name) ?? !(options.quick && (name === "T" || name === "I"));
const askers = (["public", "department"] as const).filter((asker) => !options.as || options.as === asker);
const asked = questions.filter(isAsked);
const askedLogged = loggedQuestions.filter(isAsked);

/** Most resident memory in bytes, under load. */
const mostMemory = 350;

const begun = performance.now();
const progress = (text: string): void => console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${text}`);

const withPostgraphile = asked.length > 0 && askers.includes("public") && !options["without-postgraphile"];
if (withPostgraphile) installPeers(progress);
const figures = new Figures();
const bed = await Bed.open();
try {
  progress(`filling the database, scale ${scale}`);
  const filled = await bed.fill("bench", scale);
  progress(`${filled.size} · node ${process.version} · ${connections} connections · ${timing.rounds} rounds of ${timing.seconds} s`);
  const hub = await bed.hub(filled.ownerUrl);
  progress(`hub before the first question: ${((await hub.usage()).rss / 2 ** 20).toFixed(0)} MiB`);

  let isProfiled = options.profile === undefined;
  const began = async (...servers: readonly Server[]): Promise<void> => {
    if (isProfiled) return;
    isProfiled = true;
    await Promise.all(servers.map((server, place) => server.profile(resolve(options.profile!, `${["hub", "peer"][place]!}.cpuprofile`))));
  };
  const parts: Parts = { bed, filled, hub, timing, figures, progress, began };
  const memory = [0];

  if (asked.length > 0) {
    const urlOf = (asker: "public" | "department"): string => (options.unlocked ? filled.ownerUrl : bed.urlOf(filled.ownerUrl, asker));
    const peer = await bed.start("peer.ts", { urls: { public: urlOf("public"), department: urlOf("department") }, sizes: { public: 8, department: 4 } } satisfies PeerSettings);
    const postgraphile = withPostgraphile ? await bed.start("postgraphile.ts", { url: bed.urlOf(filled.ownerUrl, "public"), size: 8 }, [`--env-file=${import.meta.dirname}/production.env`]) : null;
    memory.push(await askQuestions(parts, asked, askers, { peer, postgraphile }));
  }
  if (askedLogged.length > 0) memory.push(await askLogged(parts, askedLogged));
  if (isAsked({ name: "R1" })) memory.push(await askRepeated(parts, questions.find(({ name }) => name === "Q2")!));
  if (isAsked({ name: "T" })) {
    progress(`filling a database with ten times the rows`);
    memory.push(await askTenfold(parts, questions, await bed.fill("bench_tenfold", scale * 10)));
  }
  if (isAsked({ name: "I" })) {
    const { times } = await measureIngest({ rows: 100_000, scale, rounds: Math.min(timing.rounds, 3) }, progress);
    figures.add("I a delivery of 100,000 bids, of COPY", times.COPY / times["first delivery"], copyShare);
  }
  const most = Math.max(...memory);
  if (most > 0) figures.add("M resident memory under load, MiB", most / 2 ** 20, mostMemory, { atMost: true });
  if (options.json) console.log(JSON.stringify({ node: process.version, scale, size: filled.size, ...timing, figures: figures.all }, null, 2));
  else console.log(`\n${figures.toString()}`);
} finally {
  await bed.close();
}

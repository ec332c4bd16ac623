import { isDeepStrictEqual } from "node:util";
import type { Server } from "./child.ts";
import { Load, requestBytes } from "./load.ts";
import { median } from "./median.ts";

/** Connections over which a server is asked, a question at a time on each. */
export const connections = 16;

/** How long is measured. */
export interface Timing {
  readonly rounds: number;
  /** Of one round. */
  readonly seconds: number;
  /** Seconds before the first round. */
  readonly warmUp: number;
}

/** A server and what it is asked, in turn. */
export interface Side {
  readonly server: Server;
  /** Bodies of requests, JSON. */
  readonly bodies: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** What an answer comes to when it is held against those of the others; nothing, where it is not. */
  readonly comparable?: (text: string) => unknown;
}

export interface Measured {
  /** Requests per second. */
  readonly rate: number;
  /** Microseconds of the server's processor time for a request. */
  readonly cpu: number;
  /** Milliseconds of half of the requests, and of 99 in 100. */
  readonly p50: number;
  readonly p99: number;
  /** Bytes of resident memory, the most that was seen. */
  readonly rss: number;
}

/** Answers that are held against each other before anything is measured. */
const compared = 25;

/**
 * Measures servers against each other in interleaved rounds, after their answers were found to be the same.
 *
 * @param began is called after the warm-up
 */
export async function compare(sides: readonly Side[], timing: Timing, began: () => Promise<unknown> = () => Promise.resolve()): Promise<Measured[]> {
  await assertEqualAnswers(sides.filter(({ comparable }) => comparable));
  const asked = await Promise.all(sides.map(async ({ server, bodies, headers = {} }) => ({ server, load: await Load.open(server.url, connections), requests: bodies.map((body) => requestBytes(server.url, body, headers)), measured: [] as Measured[] })));
  for (const { load, requests } of asked) await load.run(requests, timing.warmUp);
  await began();
  for (let round = 0; round < timing.rounds; round++) for (const side of asked) side.measured.push(await measure(side, timing.seconds));
  for (const { load } of asked) load.close();
  return asked.map(({ measured }) => medians(measured));
}

async function measure({ server, load, requests }: { readonly server: Server; readonly load: Load; readonly requests: readonly Buffer[] }, seconds: number): Promise<Measured> {
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

async function assertEqualAnswers(sides: readonly Side[]): Promise<void> {
  for (let place = 0; place < Math.min(compared, ...sides.map(({ bodies }) => bodies.length)); place++) {
    const [first, ...others] = await Promise.all(sides.map(async (side) => side.comparable!(await answerOf(side, side.bodies[place]!))));
    const other = others.find((each) => !isDeepStrictEqual(each, first));
    if (other !== undefined) throw new Error(`The answers differ: ${sides[0]!.bodies[place]!}\n${JSON.stringify(first)}\n${JSON.stringify(other)}`);
  }
}

/** @throws Error for anything but a whole answer */
export async function answerOf({ server, headers }: Pick<Side, "server" | "headers">, body: string): Promise<string> {
  const response = await fetch(new URL("/graphql", server.url), { method: "POST", headers: { accept: "application/json", "content-type": "application/json", ...headers }, body });
  const text = await response.text();
  if (response.status !== 200 || text.includes('"errors"')) throw new Error(`${body}: ${response.status} ${text.slice(0, 500)}`);
  return text;
}

import { answerOf, compare, type Measured, type Side, type Timing } from "./compare.ts";
import type { Server } from "./child.ts";
import type { Bed, Filled } from "./bed.ts";
import type { Figures } from "./figures.ts";
import { loggedShare, type LoggedQuestion } from "./logged.ts";
import { postgraphileQueries, valuesOf } from "./postgraphile-questions.ts";
import { comparable, type Asker, type Question } from "./questions.ts";
import type { Known } from "./rows.ts";

/** What every part of the measurement has at hand. */
export interface Parts {
  readonly bed: Bed;
  readonly filled: Filled;
  /** The hub that is measured. */
  readonly hub: Server;
  readonly timing: Timing;
  readonly figures: Figures;
  readonly progress: (text: string) => void;
  /** Called once something is measured, for profiles. */
  readonly began: (...servers: readonly Server[]) => Promise<unknown>;
}

/** Of the public's figure, what a department must reach. */
const departmentShare = 0.9;

/** Of a server of static bytes, what a public question that was asked before must reach. */
const repeatedShare = 0.7;

/** Of the time with a tenth of the rows, what a question may take. */
const tenfoldTime = 1.2;

const bodiesOf = (question: Question, asker: Asker, known: Known): string[] => question.variables(known).map((variables) => JSON.stringify({ operationName: question.name, query: question.query(asker), variables }));

const detail = (name: string, { rate, cpu, p50, p99, rss }: Measured): string => `${name} ${rate.toFixed(0)}/s, ${cpu.toFixed(0)} µs, ${p50.toFixed(1)}/${p99.toFixed(1)} ms, ${(rss / 2 ** 20).toFixed(0)} MiB`;

/** Q1 to Q4: the hub, the hand-written server and, for the public, PostGraphile, where there is one. Answers the most memory that the hub has had. */
export async function askQuestions(parts: Parts, questions: readonly Question[], askers: readonly Asker[], others: { readonly peer: Server; readonly postgraphile: Server | null }): Promise<number> {
  const { bed, filled, hub, timing, figures } = parts;
  let most = 0;
  for (const question of questions) {
    const rates = new Map<Asker, number>();
    for (const asker of askers) {
      const bodies = bodiesOf(question, asker, filled.known);
      const headers = asker === "public" ? {} : await bed.headersOf(asker);
      const sides: Side[] = [{ server: hub, bodies, headers, comparable }, { server: others.peer, bodies, headers, comparable }];
      const postgraphile = asker === "public" ? others.postgraphile : null;
      if (postgraphile) {
        const asked = question.variables(filled.known).map((variables) => JSON.stringify({ operationName: question.name, query: postgraphileQueries[question.name], variables }));
        await assertSameValues({ server: hub, headers }, bodies, { server: postgraphile }, asked);
        sides.push({ server: postgraphile, bodies: asked });
      }
      const [ours, peer, theirs] = await compare(sides, timing, () => parts.began(hub, others.peer));
      most = Math.max(most, ours!.rss);
      rates.set(asker, ours!.rate);
      const title = `${question.name} ${question.what}`;
      parts.progress(`${title}, ${asker}: ${[detail("hub", ours!), detail("hand-written", peer!), ...(theirs ? [detail("PostGraphile", theirs)] : [])].join(" · ")}`);
      if (asker === "public") figures.add(`${title}, of the hand-written server`, ours!.rate / peer!.rate, question.floor);
      if (theirs) figures.add(`${title}, of PostGraphile 5`, ours!.rate / theirs.rate, question.postgraphileFloor);
      const ofPublic = rates.get("public");
      if (asker === "department" && ofPublic !== undefined) figures.add(`${title}, department of public`, ours!.rate / ofPublic, departmentShare);
    }
  }
  return most;
}

/** Names differ between the two, so that the values alone are held against each other. */
async function assertSameValues(one: Pick<Side, "server" | "headers">, ones: readonly string[], other: Pick<Side, "server">, others: readonly string[]): Promise<void> {
  for (let place = 0; place < Math.min(10, ones.length); place++) {
    const [ours, theirs] = [valuesOf(await answerOf(one, ones[place]!)), valuesOf(await answerOf(other, others[place]!))];
    if (ours.join("\n") !== theirs.join("\n")) throw new Error(`PostGraphile answers other values: ${others[place]!}\nhub alone ${ours.filter((value) => !theirs.includes(value)).join(" ")}\nPostGraphile alone ${theirs.filter((value) => !ours.includes(value)).join(" ")}`);
  }
}

/** L1 to L3: what the log costs: the same hub with and without it, asked by the body that manages the people. */
export async function askLogged({ bed, filled, hub, timing, figures, progress }: Parts, questions: readonly LoggedQuestion[]): Promise<number> {
  const unlogged = await bed.hub(filled.ownerUrl, { logged: false });
  const headers = await bed.headersOf("personnel");
  let most = 0;
  for (const { name, what, query, variables } of questions) {
    const bodies = variables(filled.officials).map((each) => JSON.stringify({ operationName: name, query, variables: each }));
    const [with_, without] = await compare([hub, unlogged].map((server) => ({ server, bodies, headers, comparable })), timing);
    most = Math.max(most, with_!.rss);
    progress(`${name} ${what}: ${detail("logged", with_!)} · ${detail("unlogged", without!)}`);
    figures.add(`${name} ${what}, logged of unlogged`, with_!.rate / without!.rate, loggedShare);
  }
  return most;
}

/** R1: one public question again and again, against a server that has nothing but its answer. */
export async function askRepeated({ bed, filled, timing, figures, progress, began }: Parts, question: Question): Promise<number> {
  const hub = await bed.hub(filled.ownerUrl, { remembering: true });
  const bodies = bodiesOf(question, "public", filled.known).slice(0, 1);
  const still = await bed.start("static.ts", { body: await answerOf({ server: hub }, bodies[0]!) });
  const [ours, bytes] = await compare([{ server: hub, bodies, comparable }, { server: still, bodies, comparable }], timing, () => began(hub, still));
  progress(`R1 ${question.what}, repeated: ${detail("hub", ours!)} · ${detail("static bytes", bytes!)}`);
  figures.add(`R1 a repeated public ${question.what}, of static bytes`, ours!.rate / bytes!.rate, repeatedShare);
  return ours!.rss;
}

/** T: every question of the public with ten times the rows, against the same hub on the database that has a tenth of them. */
export async function askTenfold({ bed, filled, hub, timing, figures, progress }: Parts, questions: readonly Question[], larger: Filled): Promise<number> {
  const other = await bed.hub(larger.ownerUrl);
  let most = 0;
  for (const question of questions) {
    const [few, many] = await compare([{ server: hub, bodies: bodiesOf(question, "public", filled.known) }, { server: other, bodies: bodiesOf(question, "public", larger.known) }], timing);
    most = Math.max(most, many!.rss);
    progress(`T ${question.name} ${question.what}: ${detail("as many", few!)} · ${detail("ten times", many!)}`);
    figures.add(`T ${question.name} ${question.what}, time with ten times the rows`, few!.rate / many!.rate, tenfoldTime, { atMost: true });
  }
  return most;
}

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { testHub, type TestHub } from "../setup/hub.ts";
import { differenceFrom, expectedOf, operationOf, validated, Cursors, type Answer } from "./asked.ts";
import { choices, Draws } from "./choices.ts";
import { examine } from "./examine.ts";
import { differenceInLog } from "./logged.ts";
import type { Access } from "./policy/vocabulary.ts";
import { Reading } from "./reading.ts";
import { reduced } from "./reduce.ts";
import { openStage, personas, registry, type Stage } from "./stage.ts";
import { askers, type Asker } from "./viewers.ts";
import { accessOf, grantDraws, GrantWriter, noAccess } from "./write-grants.ts";
import { OperationWriter, type Written } from "./write-operation.ts";

/**
 * Random operations by random askers under random sharing grants: the hub answers as the oracle does, which knows the rows, the printed
 * graph and the class table of the domain, and nothing of how the hub finds its answers; the access log has of each what was given, and
 * both paths of the hub answer alike. A failure says how to repeat it.
 */
const { operations, seed, path } = inject("oracle");

let stage: Stage;
let planned: TestHub;
let resolved: TestHub;

beforeAll(async () => {
  stage = await openStage("2026-11-25T04:00:00.000Z");
  planned = await testHub({ registry, ownerUrl: stage.ownerUrl });
  resolved = await testHub({ registry, ownerUrl: stage.ownerUrl, resolversOnly: true });
});
afterAll(async () => {
  await planned.close();
  await resolved.close();
  await stage.close();
});

const said = ({ data, errors }: Answer): string => JSON.stringify({ data, errors }, (key, value: unknown) => (key === "requestId" ? undefined : value));

/** Who asks, and why. */
interface Occasion {
  readonly asker: Asker;
  readonly access: Access;
}

/** Types whose rows each question adds to. */
const growing = ["AccessEvent", "AccessLogEntry"];

/** How often either path was asked: an operation is asked with each setting of its variables, and again with cursors of its answer. */
let askedInAll = 0;

/** The first difference between what is expected and what either path answers. */
async function differenceOf({ asker, access }: Occasion, query: string, variables: Readonly<Record<string, unknown>>, cursors: Cursors): Promise<string | null> {
  const document = validated(stage.shape, query);
  if (!document) return "the writer has made an operation that the graph refuses";
  const operation = operationOf(stage.shape, document, cursors.translated(variables));
  if (!operation) return "the writer has given variables that do not fit";
  const { viewer, client } = asker;
  const readingNow = (): Reading => new Reading(stage.shape, stage.world, { viewer, access, now: stage.now });
  const asked = async (hub: TestHub, reading: Reading) => ({ expected: expectedOf(reading, client, operation), ...(await stage.ask(hub, asker, { query, variables, access })) });
  askedInAll += 1;
  const isGrowing = growing.some((type) => examine(readingNow(), operation).types.has(type));
  const both = isGrowing ? [await asked(planned, readingNow()), await asked(resolved, readingNow())] : await Promise.all([planned, resolved].map((hub) => asked(hub, readingNow())));
  for (const [place, { expected, answer, logged }] of both.entries()) {
    const difference = differenceFrom(expected, answer, cursors) ?? differenceInLog(expected, answer, logged, { shape: stage.shape, asker, access });
    if (difference !== null) return `${place === 0 ? "by the plan" : "by resolvers"}: ${difference}`;
  }
  const [byPlan, byResolvers] = both.map(({ answer }) => said(answer));
  return both[0]!.expected.kind === "answer" && !isGrowing && byPlan !== byResolvers ? `the paths differ: ${byPlan} by the plan, ${byResolvers} by resolvers` : null;
}

/** A failure as somebody needs it who looks for the cause: the operation made as small as it can be, while it fails. */
async function report(occasion: Occasion, query: string, variables: Readonly<Record<string, unknown>>, difference: string, cursors: Cursors): Promise<string> {
  const smallest = await reduced(query, difference, async (smaller) => (validated(stage.shape, smaller) ? differenceOf(occasion, smaller, variables, new Cursors(cursors)) : null));
  const grants = stage.world.rowsOf("SharingGrant").filter(({ values }) => String(values["grantNo"]).startsWith("SG-"));
  return [JSON.stringify(occasion), ...grants.map(({ values }) => JSON.stringify(values)), smallest.query, JSON.stringify(variables), smallest.difference].join("\n");
}

/** An operation with each setting of its variables, and then with cursors of the last answer, each followed by the question that gave it. */
async function failureOf(occasion: Occasion, { query, settings, cursors: followed }: Written, draws: readonly number[]): Promise<string | null> {
  const cursors = new Cursors();
  const asked = [...settings];
  for (let place = 0; place < asked.length; place += 1) {
    const difference = await differenceOf(occasion, query, asked[place]!, cursors);
    if (difference !== null) return report(occasion, query, asked[place]!, difference, cursors);
    if (place !== settings.length - 1) continue;
    const next = cursors.followable(followed, (count) => new Draws(draws).below(count));
    if (Object.keys(next).length > 0) asked.push({ ...settings[place], ...next });
  }
  return null;
}

describe("Random operations", () => {
  it(`are answered as the oracle answers them, ${operations} of them`, { timeout: 60_000 + operations * 500 }, async () => {
    const grants = new GrantWriter(stage.shape, stage.world, stage.now);
    const property = fc.asyncProperty(askers(personas, stage), choices, grantDraws, fc.array(fc.nat(), { maxLength: 4 }), async (asker, roots, granted, draws) => {
      const written = new OperationWriter(stage.shape, stage.world).write(roots);
      await stage.setGrants(grants.write(granted, asker, written.query));
      const failure = await failureOf({ asker, access: accessOf(granted) }, written, draws);
      if (failure !== null) throw new Error(failure);
    });
    const details = await fc.check(property, { numRuns: operations, seed, endOnFailure: true, ...(path ? { path } : {}) });
    if (operations > 1_000) console.log(`${details.numRuns} operations were written, and asked ${askedInAll} times by each path.`);
    if (details.failed) expect.fail(`After ${details.numRuns} operations, repeat it with: npm run oracle -- --seed ${details.seed} --path ${details.counterexamplePath ?? ""}\n\n${String((details.errorInstance as Error | undefined)?.message ?? details.errorInstance)}`);
  });
});

/** Operations that the hub once answered otherwise, by one path or both. */
const once: readonly { readonly why: string; readonly query: string; readonly cursors?: readonly string[] }[] = [
  { why: "no ids", query: "{ nodes(ids: []) { id } }" },
  { why: "an id of one member of a union", query: "query ($id: ID!) { debtRecords(where: {id: {eq: $id}}) { totalCount } others: debtRecords(where: {id: {notIn: [$id]}}) { totalCount } }" },
  {
    why: "a cursor of a family whose members are asked apart",
    query: 'query ($after: String) { organizations(first: 60, where: {divisionCode: {eq: "510104"}}) { nodes { ... on Government { departments(first: 1) { totalCount } } projects(first: 1, after: $after) { edges { cursor node { id } } } } } }',
    cursors: ["after"],
  },
  {
    why: "one name in several places, not all of them for each member",
    query: "{ organizations(first: 60) { nodes { source { ... on Government { creditContact } } } again: nodes { source { creditContact } source { ... on Government { creditContact } } } other: nodes { source { ... on Government { creditContact } } source { creditContact } } } }",
  },
];

describe("What random operations have found", () => {
  it.each(once)("stays right: $why", async ({ query, cursors = [] }) => {
    const id = `DebtLimit_${stage.world.rowsOf("DebtLimit")[0]!.id}`;
    for (const asker of personas.slice(0, 3)) expect(await failureOf({ asker, access: noAccess }, { query, settings: [query.includes("$id") ? { id } : {}], cursors }, [1])).toBeNull();
  });
});

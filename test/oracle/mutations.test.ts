import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testHub, type TestHub } from "../setup/hub.ts";
import { Cursors, differenceFrom, expectedOf, operationOf, validated, type Answer, type Expected } from "./asked.ts";
import { choices } from "./choices.ts";
import type { Operation } from "./collect.ts";
import { differenceInLog, type Logged } from "./logged.ts";
import { policies } from "./policy/all.ts";
import { grantTerms, type GrantTerms } from "./policy/sharing.ts";
import { dayAfter, everyone, isBody, nobody, type Access, type Policies, type TypePolicy } from "./policy/vocabulary.ts";
import { listOf } from "./questions.ts";
import { Reading } from "./reading.ts";
import { pageMost, personsMost } from "./refused.ts";
import type { Shape } from "./shape.ts";
import { openStage, personas, registry, type Stage } from "./stage.ts";
import { askers, type Asker } from "./viewers.ts";
import { accessOf, grantDraws, GrantWriter, noAccess } from "./write-grants.ts";
import type { World } from "./world.ts";
import { OperationWriter } from "./write-operation.ts";

/**
 * The gate must be able to fire: an oracle in which one line of the policy says otherwise is told from the hub by the same random
 * operations, and so is a hub without its locks from the oracle.
 */
const operationsOfType = 12;
/** Of each type that sharing grants open, questions under random ones. */
const grantsOfType = 32;
const today = "2026-11-25T04:00:00.000Z";

interface Trial {
  /** What the database's clock said. */
  readonly now: string;
  /** The rows as they were. */
  readonly world: World;
  readonly asker: Asker;
  readonly access: Access;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operation: Operation;
  readonly answer: Answer;
  readonly logged: Logged;
}

let stage: Stage;
let hub: TestHub;
let unlocked: TestHub;
const trials: Trial[] = [];
const trialsOf = new Map<string, Trial[]>();
/** Of these the ones under sharing grants. */
const underGrants: Trial[] = [];

beforeAll(async () => {
  stage = await openStage(today);
  hub = await testHub({ registry, ownerUrl: stage.ownerUrl });
  unlocked = await testHub({ registry, ownerUrl: stage.ownerUrl, locks: { plan: false, shield: false, database: false } });
  const tried = async (asker: Asker, query: string, variables: Trial["variables"], access = noAccess): Promise<Trial> => {
    const operation = operationOf(stage.shape, validated(stage.shape, query)!, variables)!;
    const { world } = stage;
    return { now: stage.now, world, asker, access, query, variables, operation, ...(await stage.ask(hub, asker, { query, variables, access })) };
  };
  const grants = new GrantWriter(stage.shape, stage.world, stage.now);
  for (const [place, type] of [...stage.shape.types.keys()].entries()) {
    const own: Trial[] = [];
    for (const [asker, roots] of fc.sample(fc.tuple(askers(personas, stage, type), choices), { numRuns: operationsOfType, seed: place })) {
      const { query, settings } = new OperationWriter(stage.shape, stage.world).write(roots, type);
      own.push(await tried(asker, query, settings[0]!));
    }
    // By chance, a rare row meets a rare asker and a rare field too seldom: of what says not all to everybody, everybody asks for a whole page.
    const leaves = Object.keys(stage.shape.fieldsOf(type)).filter((field) => !stage.shape.relationOf(type, field));
    if (stage.shape.isGuarded(type) || leaves.some((field) => stage.shape.isTelling(type, field))) {
      const everybody = [...personas, ...fc.sample(askers([personas[0]!], stage, type), { numRuns: operationsOfType, seed: place })];
      // Today, and a second before something of the type appeared or went.
      const edges = stage.world.rowsOf(type).flatMap((row) => policies[type]!.edges?.(row, stage.world) ?? []).sort();
      for (const now of [today, ...(edges.length > 0 ? [new Date(Date.parse(edges[Math.floor(edges.length / 2)]!) - 1000).toISOString()] : [])]) {
        await stage.setClock(now);
        for (const asker of everybody) own.push(await tried(asker, `{ ${listOf(stage.shape, type)}(first: ${mostOf(type)}) { nodes { ${leaves.join(" ")} } } }`, {}));
      }
      await stage.setClock(today);
    }
    // Of an interface, what its own line says of a field shows in a filter alone: its rows are its members'.
    const [shared] = stage.shape.isInterface(type) ? leaves.filter((field) => stage.shape.known(type, field)?.class === "shared") : [];
    if (shared !== undefined) own.push(await tried(personas[0]!, `{ ${listOf(stage.shape, type)}(first: 1, where: { ${shared}: { isNull: true } }) { totalCount } }`, {}));
    if (stage.shape.grantable(type).length > 0) {
      const query = `{ ${listOf(stage.shape, type)}(first: ${mostOf(type)}) { totalCount nodes { ${leaves.join(" ")} } } }`;
      const anybody = askers(personas, stage, type);
      const bodies = anybody.filter(({ viewer }) => isBody(viewer) && viewer.body !== null);
      const drawn = fc.tuple(fc.oneof({ arbitrary: bodies, weight: 3 }, { arbitrary: anybody, weight: 1 }), grantDraws.filter((draws) => draws.grants.length > 1));
      for (const [asker, draws] of fc.sample(drawn, { numRuns: grantsOfType, seed: place })) {
        await stage.setGrants(grants.write(draws, asker, query, type));
        const trial = await tried(asker, query, {}, accessOf(draws));
        own.push(trial);
        underGrants.push(trial);
      }
      await stage.setGrants([]);
    }
    trialsOf.set(type, own);
    trials.push(...own);
  }
}, 600_000);
afterAll(async () => {
  await hub.close();
  await unlocked.close();
  await stage.close();
});

const mostOf = (type: string): number => (policies[type]!.person === undefined ? pageMost : personsMost);

function expectedBy({ now, world, asker, access, operation }: Trial, shape: Shape, terms?: GrantTerms): Expected {
  return expectedOf(new Reading(shape, world, { viewer: asker.viewer, access, now }, terms), asker.client, operation);
}

/** What an oracle expects otherwise than the hub has answered; null where it expects just that. */
const differenceOf = (trial: Trial, shape: Shape, terms?: GrantTerms): string | null => differenceFrom(expectedBy(trial, shape, terms), trial.answer, new Cursors());

/** What the oracle expects of the access log otherwise than it has of a trial. */
const differenceInLogOf = (trial: Trial, logged: Logged): string | null => differenceInLog(expectedBy(trial, stage.shape), trial.answer, logged, { shape: stage.shape, asker: trial.asker, access: trial.access });

/** Whether there is a trial about some names, those of a type first, in which an oracle with other policies expects another answer. */
function isFound(said: Policies, type: string, about: readonly string[]): boolean {
  const shape = stage.shape.saying(said);
  const differs = (trial: Trial): boolean => about.some((name) => trial.query.includes(name)) && differenceOf(trial, shape) !== null;
  return (trialsOf.get(type) ?? []).some(differs) || trials.some(differs);
}

/** Policies that differ from the oracle's own in one line. */
function mutants(): (readonly [name: string, said: Policies, type: string, about: readonly string[]])[] {
  const words = (list: string | undefined): string[] => list?.split(/\s+/).filter((word) => word !== "") ?? [];
  return Object.entries(policies).flatMap(([type, policy]) => {
    const named = (name: string, about: readonly string[], change: Partial<TypePolicy>) => [`${type}: ${name}`, { ...policies, [type]: { ...policy, ...change } }, type, about] as const;
    const anything = [""];
    return [
      ...(policy.rows ? [named("all rows for everybody", anything, { rows: everyone }), named("no row for anybody", anything, { rows: nobody })] : []),
      ...(policy.shared ? [named(`${policy.shared} open`, words(policy.shared), { shared: "", open: `${policy.open ?? ""} ${policy.shared}` })] : []),
      // A step is one of its members': they say who reads it, each for itself.
      ...(type === "WorkflowStep" ? [] : (policy.closed ?? [])).flatMap((closed, place) => {
        const about = words(closed.fields).flatMap((field) => [field, field.replace(/Id$/, "")]);
        const instead = (change: Partial<typeof closed>) => ({ closed: policy.closed!.map((each, at) => (at === place ? { ...each, ...change } : each)) });
        return [
          named(`${closed.fields} refused to nobody`, about, instead({ readers: personas.map(({ viewer }) => viewer.audience) })),
          named(`${closed.fields} refused to everybody`, about, instead({ readers: [] })),
          // Where the row's own rule says as much, the values can be nowhere else.
          ...(closed.where === policy.rows || closed.where === everyone ? [] : [named(`${closed.fields} in every row`, about, instead({ where: everyone }))]),
          named(`${closed.fields} in no row`, about, instead({ where: nobody })),
        ];
      }),
      ...Object.keys(policy.partly ?? {}).flatMap((field) => [everyone, nobody].map((says) => named(`${field} in ${says === everyone ? "every" : "no"} row`, [field], { partly: { ...policy.partly, [field]: says } }))),
    ];
  });
}

describe("An oracle in which one line says otherwise", () => {
  it.each(mutants())("%s, is found out", (_name, said, type, about) => {
    expect(isFound(said, type, about)).toBe(true);
  });

  it("and the oracle itself is not", { timeout: 120_000 }, () => {
    const differences = trials.map((trial) => {
      const expected = expectedBy(trial, stage.shape);
      const { query, asker, access, variables, answer, logged } = trial;
      return [differenceFrom(expected, answer, new Cursors()) ?? differenceInLog(expected, answer, logged, { shape: stage.shape, asker, access }), query, asker, access, variables];
    });
    expect(differences.filter(([difference]) => difference !== null)).toEqual([]);
  });
});

/** The rule of sharing grants with one of its terms left out, or changed by a day. */
const otherTerms: readonly (readonly [name: string, change: Partial<GrantTerms>])[] = [
  ["whatever their scope", { covers: () => true }],
  ["whatever their purpose", { isForPurpose: () => true }],
  ["without a case", { isStated: ({ access }) => access.purpose !== null }],
  ["all conditional fields", { names: () => true }],
  ["whatever they are about", { isAbout: () => true }],
  ["whatever their state", { isActive: () => true }],
  ["before their first day", { hasBegun: () => true }],
  ["the day before their first", { hasBegun: ({ values }, today) => typeof values["validFrom"] === "string" && values["validFrom"] <= dayAfter(today) }],
  ["after their last day", { isNotOver: () => true }],
  ["the day after their last", { isNotOver: ({ values }, today) => typeof values["validTo"] === "string" && dayAfter(values["validTo"]) >= today }],
  ["to every body", { isTheirs: (_grant, { viewer }) => isBody(viewer) }],
  ["to whoever is no body", { isTheirs: ({ values }, { viewer }) => viewer.body !== null && values["requesterId"] === viewer.body }],
];

describe("An oracle for which sharing grants open more:", () => {
  it.each(otherTerms)("%s, is found out", (_name, change) => {
    expect(underGrants.some((trial) => differenceOf(trial, stage.shape, { ...grantTerms, ...change }) !== null)).toBe(true);
  });
});

describe("A log that has something else than what was given", () => {
  const withPersons = (): Trial[] => underGrants.filter(({ logged }) => logged.entries.length > 1);

  it("is found out where a person is missing, or is there of whom nothing was given", () => {
    expect(withPersons().length).toBeGreaterThan(5);
    const [trial, ...others] = withPersons() as [Trial, ...Trial[]];
    const { events, entries } = trial.logged;
    const strangers = others.flatMap(({ logged }) => logged.entries).filter(({ values }) => !entries.some((each) => each.values["officialId"] === values["officialId"]));
    expect(differenceInLogOf(trial, { events, entries: entries.slice(1) })).toMatch(/missing/);
    expect(differenceInLogOf(trial, { events, entries: [...entries, strangers[0]!] })).toMatch(/not to be there/);
  });

  it("is found out where there is no event, or one of what is open, or one for another purpose", () => {
    const [seen] = withPersons() as [Trial];
    const open = trials.find(({ logged, answer, asker }) => logged.events.length === 0 && answer.data && asker.viewer.audience === "department")!;
    const saying = (values: Record<string, string | null>) => ({ events: [{ ...seen.logged.events[0]!, values: { ...seen.logged.events[0]!.values, ...values } }], entries: [] });
    expect(differenceInLogOf(seen, { events: [], entries: [] })).toMatch(/an event is expected/);
    expect(differenceInLogOf(open, saying({ purpose: null, caseNo: null, organizationId: open.asker.viewer.body, clientId: open.asker.client }))).toMatch(/no event is expected/);
    expect(differenceInLogOf(seen, saying({ purpose: "ANOTHER" }))).toMatch(/the event says/);
  });
});

describe("A hub without its locks", () => {
  it("is found out within fifty operations", async () => {
    const differences = await Promise.all(
      trials.slice(0, 50).map(async ({ asker, query, variables, operation }) => {
        const expected = expectedOf(new Reading(stage.shape, stage.world, { viewer: asker.viewer, access: noAccess, now: stage.now }), asker.client, operation);
        return differenceFrom(expected, (await stage.ask(unlocked, asker, { query, variables, access: noAccess })).answer, new Cursors());
      }),
    );
    expect(differences.filter((difference) => difference !== null).length).toBeGreaterThan(3);
  });
});

describe("The random operations", () => {
  it("are seldom refused, and say something of every type and of nearly every field", () => {
    const answered = trials.filter(({ answer }) => answer.data !== undefined && answer.data !== null);
    expect(answered.length).toBeGreaterThan(trials.length * 0.8);
    expect(trials.filter(({ answer }) => answer.errors?.some(({ extensions }) => extensions?.["code"] === "FORBIDDEN")).length).toBeGreaterThan(trials.length * 0.05);
    const asked = new Set(trials.flatMap(({ query }) => query.match(/\w+/g) ?? []));
    const fields = [...stage.shape.types.keys()].flatMap((type) => Object.keys(stage.shape.fieldsOf(type)));
    expect(fields.filter((field) => !asked.has(field)).length).toBeLessThan(fields.length / 20);
  });
});

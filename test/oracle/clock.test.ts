import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { testHub, type TestHub } from "../setup/hub.ts";
import { Cursors, differenceFrom, expectedOf, operationOf, validated } from "./asked.ts";
import { differenceInLog } from "./logged.ts";
import { policies } from "./policy/all.ts";
import { dayAfter, midnight, type Access, type Row } from "./policy/vocabulary.ts";
import { listOf } from "./questions.ts";
import { Reading } from "./reading.ts";
import { personsMost } from "./refused.ts";
import { openStage, personas, registry, type Stage } from "./stage.ts";
import type { Asker } from "./viewers.ts";
import { noAccess, type Grant } from "./write-grants.ts";

/**
 * The clock of a test database is swept over the moments at which rows and values appear and go, as the oracle has them: a second before,
 * at the moment, a second after. What everybody is answered then is what the oracle answers; and something changes then.
 */
const start = "2026-11-25T04:00:00.000Z";
/** Moments of a type that are swept: the first, the last, and some between. */
const { moments: momentsOfType } = inject("oracle");
const swept = Object.entries(policies).flatMap(([type, { edges }]) => (edges ? [type] : []));

let stage: Stage;
let hub: TestHub;

beforeAll(async () => {
  stage = await openStage(start);
  hub = await testHub({ registry, ownerUrl: stage.ownerUrl });
});
afterAll(async () => {
  await hub.close();
  await stage.close();
});

const shifted = (moment: string, seconds: number): string => new Date(Date.parse(moment) + seconds * 1000).toISOString();

function momentsOf(type: string): { readonly moment: string; readonly rows: readonly Row[] }[] {
  const edges = policies[type]!.edges!;
  const byMoment = Map.groupBy(stage.world.rowsOf(type).flatMap((row) => edges(row, stage.world).map((moment) => ({ moment, row }))), ({ moment }) => moment);
  const all = [...byMoment].sort(([a], [b]) => (a < b ? -1 : 1)).map(([moment, held]) => ({ moment, rows: held.map(({ row }) => row) }));
  return all.filter((_, place) => place % Math.ceil(all.length / momentsOfType) === 0 || place === all.length - 1);
}

/** Asks for rows by their ids and in lists with counts: every field that holds a value of its own. */
function questionAbout(type: string, rows: readonly Row[]): string {
  const { shape } = stage;
  const leaves = Object.keys(shape.fieldsOf(type)).filter((field) => !shape.relationOf(type, field));
  const ids = rows.slice(0, 20).map(({ id }) => `"${shape.tagOf(type)}_${id}"`).join(", ");
  const list = listOf(shape, type);
  return `{ nodes(ids: [${ids}]) { ... on ${type} { ${leaves.join(" ")} } } ${list}(first: 5, where: {id: {in: [${ids}]}}) { totalCount nodes { ${leaves.join(" ")} } } all: ${list}(first: 0) { totalCount } }`;
}

/** What an asker is told, which is what the oracle expects. */
async function toldTo(asker: Asker, access: Access, query: string): Promise<unknown> {
  const operation = operationOf(stage.shape, validated(stage.shape, query)!, {})!;
  const expected = expectedOf(new Reading(stage.shape, stage.world, { viewer: asker.viewer, access, now: stage.now }), asker.client, operation);
  const { answer, logged } = await stage.ask(hub, asker, { query, variables: {}, access });
  const difference = differenceFrom(expected, answer, new Cursors()) ?? differenceInLog(expected, answer, logged, { shape: stage.shape, asker, access });
  expect(difference, `${asker.viewer.audience} at ${stage.now}\n${query}`).toBeNull();
  return expected.kind === "answer" ? [expected.data, expected.denied] : expected;
}

describe.each(swept)("The clock at the edges of %s", (type) => {
  it("a second before, at the moment and a second after: as the oracle says, and something changes", { timeout: 120_000 + momentsOfType * 10_000 }, async () => {
    const moments = momentsOf(type);
    expect(moments.length).toBeGreaterThan(0);
    const askers = personas.filter(({ viewer }) => ["public", "department", "subject", ...stage.shape.competent(type)].includes(viewer.audience));
    let changes = 0;
    for (const { moment, rows } of moments) {
      const query = questionAbout(type, rows);
      const seen: string[] = [];
      for (const seconds of [-1, 0, 1]) {
        await stage.setClock(shifted(moment, seconds));
        const answers = await Promise.all(askers.map((asker) => toldTo(asker, noAccess, query)));
        seen.push(JSON.stringify(answers));
      }
      if (seen[0] !== seen[1]) changes += 1;
      expect(seen[2], "nothing happens in the second after").toBe(seen[1]);
    }
    expect(changes, "the moments are edges").toBeGreaterThan(moments.length / 2);
  });
});

describe("The clock at the edges of a sharing grant", () => {
  const access: Access = { purpose: "AUDIT", caseNo: "锦审〔2026〕12号" };
  const [from, to] = ["2026-12-01", "2026-12-31"];
  const department = personas.find(({ viewer }) => viewer.audience === "department")!;
  const grantOf = (type: string): Grant => ({
    grantNo: "SG-0", requesterId: department.viewer.body!, providerId: department.viewer.body!, items: [type], fields: stage.shape.grantable(type).map((field) => `${type}.${field}`),
    purpose: access.purpose!, scopeDivisionCode: "510000", coversWholeScope: true, state: "ACTIVE", validFrom: from, validTo: to,
  });

  it.each(Object.keys(policies).filter((type) => policies[type]!.closed?.some(({ grantedIn }) => grantedIn)))("opens %s from its first day to the end of its last one", { timeout: 120_000 }, async (type) => {
    await stage.setGrants([grantOf(type)]);
    const leaves = stage.shape.grantable(type);
    const query = `{ ${listOf(stage.shape, type)}(first: ${personsMost}) { totalCount nodes { id ${leaves.join(" ")} } } }`;
    for (const [moment, isOpening] of [[midnight(from), true], [midnight(dayAfter(to)), false]] as const) {
      const seen: string[] = [];
      for (const seconds of [-1, 0, 1]) {
        await stage.setClock(shifted(moment, seconds));
        seen.push(JSON.stringify(await toldTo(department, access, query)));
      }
      expect(seen[0] === seen[1], "something changes").toBe(false);
      expect(seen[2], "nothing happens in the second after").toBe(seen[1]);
      expect(seen[isOpening ? 1 : 0]!.length).toBeGreaterThan(seen[isOpening ? 0 : 1]!.length);
    }
  });
});

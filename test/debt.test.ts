import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyId } from "../src/exchange/demonstration/bodies.ts";
import { directory } from "../src/exchange/demonstration/personas.ts";
import { bodies, debtRisks, divisions, duties, payments } from "../src/exchange/demonstration/landmarks.ts";
import type { Viewer } from "../src/policy/viewer.ts";
import { anybody } from "./setup/anybody.ts";
import { stopClock } from "./setup/clock.ts";
import { personas, runTokens, testHub, type AnsweredError, type TestHub } from "./setup/hub.ts";

let hub: TestHub;
let resolvers: TestHub;
let sql: postgres.Sql;
const registry = anybody();
for (const [persona, viewer] of Object.entries(directory)) registry.add(persona, { ...viewer, subject: null });

beforeAll(async () => {
  hub = await testHub({ registry });
  resolvers = await testHub({ ownerUrl: hub.ownerUrl, resolversOnly: true, registry });
  sql = postgres(hub.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await resolvers.close();
  await hub.close();
});

interface Answer {
  readonly data: Record<string, never>;
  readonly errors?: readonly AnsweredError[];
}

/** As a body that is no persona of its own, on both paths, which answer alike. */
async function askAs(viewer: Pick<Viewer, "audience" | "body" | "jurisdiction">, query: string): Promise<Answer> {
  const client = JSON.stringify(viewer);
  registry.add(client, viewer);
  const token = await runTokens.signDemonstration(client, null, 600);
  const [answer, other] = await Promise.all(
    [hub, resolvers].map(async ({ url }) => {
      const response = await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${token}` }, body: JSON.stringify({ query }) });
      return (await response.json()) as Answer;
    }),
  );
  expect(other!.data).toEqual(answer!.data);
  return answer!;
}

describe("An assessment of debt risk", () => {
  const every = "{ debtRiskAssessments(where: { year: { eq: 2025 } }, first: 200) { totalCount nodes { id divisionCode level } } }";
  interface Assessments {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly divisionCode: string | null; readonly level: string | null }[];
  }
  const seenBy = async (viewer: Parameters<typeof askAs>[0]): Promise<Assessments> => (await askAs(viewer, every)).data["debtRiskAssessments"]!;
  const finance = (divisionCode: string) => ({ audience: "finance", body: bodyId(divisionCode, "finance"), jurisdiction: divisionCode }) as const;

  it("exists for the finance department of its own division, and for no other county's", async () => {
    for (const code of [divisions.county, divisions.otherCounty]) {
      const { totalCount, nodes } = await seenBy(finance(code));
      expect([totalCount, ...nodes.map(({ divisionCode }) => divisionCode)]).toEqual([1, code]);
    }
  });
  it("exists for the finance departments above, as far as their division reaches", async () => {
    const { nodes } = await seenBy(finance(divisions.prefecture));
    expect(nodes.length).toBeGreaterThan(15);
    expect(nodes.filter(({ divisionCode }) => !divisionCode!.startsWith("5101"))).toEqual([]);
    expect(nodes.find(({ id }) => id.endsWith(debtRisks.county.id))).toMatchObject({ divisionCode: divisions.county, level: "YELLOW" });
    expect((await seenBy(finance(divisions.province))).totalCount).toBe(204);
  });
  it("exists for the government that it is about, and not for the one above or beside it", async () => {
    const government = ({ id, divisionCode }: { readonly id: string; readonly divisionCode: string }) => seenBy({ audience: "department", body: id, jurisdiction: divisionCode });
    expect((await government(bodies.countyGovernment)).nodes.map(({ id, level }) => [id.split("_")[1], level])).toEqual([[debtRisks.county.id, "YELLOW"]]);
    expect((await government(bodies.otherCountyGovernment)).nodes.map(({ id }) => id.split("_")[1])).toEqual([debtRisks.otherCounty.id]);
    expect((await government(bodies.prefectureGovernment)).nodes.map(({ id }) => id.split("_")[1])).toEqual([debtRisks.prefecture.id]);
    expect((await government(bodies.provinceGovernment)).totalCount).toBe(0);
  });
  it("exists for no department of that government, nor for the government as a body of another kind", async () => {
    for (const audience of ["department", "personnel", "supervision", "creditLead", "housing", "centralBank"] as const)
      expect((await seenBy({ audience, body: bodies.countyAudit.id, jurisdiction: divisions.county })).totalCount, audience).toBe(0);
    expect((await seenBy({ audience: "enterprise", body: bodies.countyGovernment.id, jurisdiction: null })).totalCount).toBe(0);
  });
  it("cannot be asked for by its level, by anybody", async () => {
    for (const persona of ["public", "finance"] as const) {
      const { status, body } = await hub.ask(persona, "{ debtRiskAssessments(where: { level: { eq: RED } }) { totalCount } }");
      expect([status, body.data]).toEqual([200, undefined]);
    }
  });
  it("answers a look-up by id as if it were not there, to all who may not have it", async () => {
    const query = `{ node(id: "DebtRiskAssessment_${debtRisks.county.id}") { id } }`;
    for (const persona of personas) expect((await hub.ask(persona, query)).body.data, persona).toEqual({ node: persona === "finance" ? { id: `DebtRiskAssessment_${debtRisks.county.id}` } : null });
  });
});

describe("A duty to publish", () => {
  const lateness = async (): Promise<Record<string, boolean>> => {
    const entries = Object.entries(duties);
    const query = `{ nodes(ids: [${entries.map(([, { id }]) => `"DisclosureDuty_${id}"`).join(", ")}]) { ... on DisclosureDuty { isLate } } }`;
    const nodes = (await hub.ask("public", query)).body.data!["nodes"] as { isLate: boolean }[];
    expect((await resolvers.ask("public", query)).body.data!["nodes"]).toEqual(nodes);
    return Object.fromEntries(entries.map(([name], place) => [name, nodes[place]!.isLate]));
  };
  const freeze = (time: string): Promise<unknown> => stopClock(sql, time);
  const settled = { inTime: false, onLastDay: false, late: true, unpublished: true };

  it("is late from the day after its last one in China, unless it was met by then", async () => {
    await freeze("2026-12-10T23:59:59+08:00");
    expect(await lateness()).toEqual({ ...settled, pending: false });
    await freeze("2026-12-11T00:00:00+08:00");
    expect(await lateness()).toEqual({ ...settled, pending: true });
  });
  it("is late no more when it turns out that it was met in time, and stays late when it is met afterwards", async () => {
    await sql`update disclosure_duty set published_on = '2026-08-20' where id = ${duties.unpublished.id}`;
    await sql`update disclosure_duty set published_on = '2026-12-11' where id = ${duties.pending.id}`;
    expect(await lateness()).toEqual({ ...settled, unpublished: false, pending: true });
  });
});

describe("A payment on a bond", () => {
  const query = `{ nodes(ids: [${Object.values(payments).map(({ id }) => `"DebtServiceDue_${id}"`).join(", ")}]) { ... on DebtServiceDue { dueOn paidOn } } }`;
  it("is public as planned, and for bodies as it was paid", async () => {
    const ofPublic = await hub.ask("public", query);
    expect(ofPublic.body.errors?.map(({ extensions }) => extensions["coordinate"])).toEqual(["DebtServiceDue.paidOn"]);
    const ofBody = (await hub.ask("department", query)).body.data!["nodes"] as { dueOn: string; paidOn: string | null }[];
    expect(ofPublic.body.data!["nodes"]).toEqual(ofBody.map((due) => ({ ...due, paidOn: null })));
    const [inTime, late, unpaid, future] = ofBody;
    expect(inTime!.paidOn! <= inTime!.dueOn).toBe(true);
    expect(late!.paidOn! > late!.dueOn).toBe(true);
    expect([unpaid!.paidOn, future!.paidOn]).toEqual([null, null]);
  });
  it("being paid is no new recording, which would tell the public of it", async () => {
    const recorded = () => sql`select recorded_at from debt_service_due where id = ${payments.unpaid.id}`;
    const before = await recorded();
    await sql`update debt_service_due set paid_on = '2026-12-01' where id = ${payments.unpaid.id}`;
    expect(await recorded()).toEqual(before);
  });
});

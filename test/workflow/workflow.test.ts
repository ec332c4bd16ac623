import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { clientMachine } from "../../src/domains/access/client-machine.ts";
import { sharingGrantMachine } from "../../src/domains/access/sharing-grant-machine.ts";
import { bodies } from "../../src/exchange/demonstration/landmarks.ts";
import { directory, type PersonaName } from "../../src/exchange/demonstration/personas.ts";
import { publicViewer, type Viewer } from "../../src/policy/viewer.ts";
import { hubCatalogue } from "../../src/server.ts";
import { openService } from "../../src/store/pools.ts";
import type { Pool } from "../../src/store/pool.ts";
import { namedIds } from "../../src/workflow/named-id.ts";
import { Workflow, type Outcome } from "../../src/workflow/workflow.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { demonstrationTemplate, runKey } from "../setup/template.ts";

/** The engine on a database of its own, without HTTP and without commands: viewers are as one likes. */
let database: FreshDatabase;
let service: Pool;
let sql: postgres.Sql;
let workflow: Workflow;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  service = openService({ ownerUrl: database.url, embedded: inject("embedded"), secret: runKey });
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  workflow = new Workflow({ catalogue: hubCatalogue(), service });
});
afterAll(async () => {
  await service?.close();
  await sql?.end();
  await database?.drop();
});

const namedId = namedIds("a key");
const viewer = (persona: PersonaName, further: Partial<Viewer> = {}): Viewer => ({ ...publicViewer, ...directory[persona], client: persona, ...further });
const wish = {
  providerId: bodies.countyPersonnel.id, fields: ["Official.name"], items: ["Official"], purpose: "AUDIT", basisCitation: "个人信息保护法第13条", scopeDivisionCode: "510104",
  validFrom: new Date().toISOString().slice(0, 10), validTo: new Date(Date.now() + 86_400_000 * 90).toISOString().slice(0, 10),
};
const competent = { competent: ["Official.name"] };
let grant: string;
beforeEach(async () => {
  const made = await workflow.make(sharingGrantMachine, "requestSharing", viewer("department"), wish);
  if (made.outcome !== "done") throw new Error(made.outcome);
  grant = made.id;
});
const move = (as: Viewer, event: string, version: number, values: object = {}, id = grant): Promise<Outcome> => workflow.move(sharingGrantMachine, event, as, { id, version }, { ...competent, ...values });
const stateOf = async (): Promise<unknown> => (await sql`select state, version from sharing_grant where id = ${grant}`)[0];

describe("A transition", () => {
  it("is told once it is made, by its type, and no other is", async () => {
    const told: string[] = [];
    const telling = new Workflow({ catalogue: hubCatalogue(), service, changed: (type) => void told.push(type) });
    expect((await telling.move(sharingGrantMachine, "grantSharing", viewer("otherPersonnel"), { id: grant, version: 1 }, competent)).outcome).not.toBe("done");
    expect((await telling.move(sharingGrantMachine, "grantSharing", viewer("personnel"), { id: grant, version: 2 }, competent)).outcome).toBe("stale");
    expect(told).toEqual([]);
    await telling.move(sharingGrantMachine, "grantSharing", viewer("personnel"), { id: grant, version: 1 }, competent);
    await telling.make(sharingGrantMachine, "requestSharing", viewer("department"), wish);
    expect(told).toEqual(["SharingGrant", "SharingGrant"]);
  });

  it("is made whole or not at all: where the event cannot be written, the row stays as it was", async () => {
    await sql`revoke insert on workflow_event from hub_service`;
    try {
      await expect(move(viewer("personnel"), "grantSharing", 1)).rejects.toMatchObject({ code: "42501" });
      await expect(workflow.make(sharingGrantMachine, "requestSharing", viewer("department"), { ...wish, purposeNote: "never kept" })).rejects.toMatchObject({ code: "42501" });
    } finally {
      await sql`grant insert on workflow_event to hub_service`;
    }
    expect(await stateOf()).toEqual({ state: "REQUESTED", version: 1 });
    expect(await sql`select 1 from sharing_grant where purpose_note = 'never kept'`).toEqual([]);
    expect(await move(viewer("personnel"), "grantSharing", 1)).toEqual({ outcome: "done", id: grant });
  });

  it("of many at once on one version is made once, over the hub's connections and another hub's", async () => {
    const other = openService({ ownerUrl: database.url, embedded: inject("embedded"), secret: runKey });
    const elsewhere = new Workflow({ catalogue: hubCatalogue(), service: other });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? workflow : elsewhere).move(sharingGrantMachine, n % 3 === 0 ? "grantSharing" : "beginSharingReview", viewer("personnel"), { id: grant, version: 1 }, competent)),
    );
    await other.close();
    expect(outcomes.filter(({ outcome }) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter((each) => each.outcome === "stale" && each.version === 2)).toHaveLength(19);
    expect(await sql`select count(*)::int as n from workflow_event where row_id = ${grant}`).toEqual([{ n: 2 }]);
    expect(await stateOf()).toMatchObject({ version: 2 });
  });

  it("waits for whoever is changing the row, and then judges the row as it has become", async () => {
    const busy = postgres(database.url, { max: 1, onnotice: () => {} });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let locked = (): void => {};
    const isLocked = new Promise<void>((resolve) => (locked = resolve));
    const changing = busy.begin(async (transaction) => {
      await transaction`update sharing_grant set state = 'WITHDRAWN', version = version + 1 where id = ${grant}`;
      locked();
      await held;
    });
    await isLocked;
    const waiting = move(viewer("personnel"), "grantSharing", 1);
    await expect.poll(async () => [...(await sql`select count(*)::int as n from pg_stat_activity where application_name = 'hub-service' and wait_event_type = 'Lock' and datname = current_database()`)]).toEqual([{ n: 1 }]);
    release();
    await changing;
    expect(await waiting).toEqual({ outcome: "stale", version: 2 });
    expect(await move(viewer("personnel"), "grantSharing", 2)).toEqual({ outcome: "state", state: "WITHDRAWN", possible: [] });
    await busy.end();
  });

  it("leaves what is not given as it is", async () => {
    await sql`update sharing_grant set daily_quota = 7 where id = ${grant}`;
    await move(viewer("personnel"), "grantSharing", 1, { validTo: null });
    expect(await sql`select daily_quota, fields, valid_to::text from sharing_grant where id = ${grant}`).toEqual([{ daily_quota: 7, fields: ["Official.name"], valid_to: wish.validTo }]);
  });

  it("knows days by the database's clock, of Asia/Shanghai", async () => {
    await move(viewer("personnel"), "grantSharing", 1);
    expect(await sql`select decided_on = hub_today() and requested_on = hub_today() and grant_no like 'GX-' || to_char(hub_today(), 'YYYY') || '-%' as today from sharing_grant where id = ${grant}`).toEqual([{ today: true }]);
  });
});

describe("Whoever asks", () => {
  it("is the lead body for social credit only within its jurisdiction", async () => {
    for (const jurisdiction of ["510700", "510105", "520000", null]) expect(await move(viewer("creditLead", { jurisdiction }), "beginSharingReview", 1)).toMatchObject({ outcome: "notAllowed" });
    for (const jurisdiction of ["510104", "510100"]) expect(await move(viewer("creditLead", { jurisdiction }), "grantSharing", 0)).toEqual({ outcome: "stale", version: 1 });
    expect(await move(viewer("creditLead", { jurisdiction: "510104" }), "grantSharing", 1)).toMatchObject({ outcome: "done" });
  });

  it("is never of the body that has asked, nor the client that did", async () => {
    expect(await move(viewer("personnel", { body: bodies.countyAudit.id }), "grantSharing", 1)).toEqual({ outcome: "self" });
    expect(await move(viewer("personnel", { client: "department" }), "grantSharing", 1)).toEqual({ outcome: "self" });
    expect(await move(viewer("creditLead", { client: "department" }), "grantSharing", 1)).toEqual({ outcome: "self" });
    expect(await move(viewer("department", { body: null, client: "another" }), "grantSharing", 1)).toMatchObject({ outcome: "notAllowed" });
  });

  it("without a body takes nothing back that has none", async () => {
    expect(await move(viewer("department", { body: null }), "withdrawSharing", 1)).toMatchObject({ outcome: "notAllowed" });
  });

  it("is told of a row that is hidden what is told of one that is not there", async () => {
    const operator = viewer("operator");
    const values = { clientId: `c-${randomUUID()}`, name: "x", organizationId: bodies.countyAudit.id, audience: "DEPARTMENT", mayHide: false };
    const made = await workflow.make(clientMachine, "registerClient", operator, values);
    if (made.outcome !== "done") throw new Error(made.outcome);
    const suspend = (as: Viewer, id: string) => workflow.move(clientMachine, "suspendClient", as, { id, version: 1 }, { reason: "x" });
    expect(await suspend(viewer("finance"), made.id)).toEqual({ outcome: "absent" });
    expect(await suspend(viewer("finance"), randomUUID())).toEqual({ outcome: "absent" });
    expect(await suspend(publicViewer, made.id)).toEqual({ outcome: "absent" });
    expect(await suspend(viewer("department"), made.id)).toMatchObject({ outcome: "notAllowed" }); // its own, which it sees
    expect(await workflow.make(clientMachine, "registerClient", operator, values)).toEqual({ outcome: "taken" });
  });
});

describe("A row that is to be made once", () => {
  it("is made once, however many ask at the same time, with one event", async () => {
    const id = namedId("SharingGrant", "department", "once");
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => workflow.make(sharingGrantMachine, "requestSharing", viewer("department"), wish, id)));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["done", ...Array.from({ length: 7 }, () => "wasThere")]);
    expect(await sql`select count(*)::int as n from workflow_event where row_id = ${id}`).toEqual([{ n: 1 }]);
  });

  it("has an identifier that follows from its names and the key, and tells them apart", () => {
    const id = namedId("a", "bc");
    expect(id).toBe(namedId("a", "bc"));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set([id, namedId("ab", "c"), namedId("abc"), namedId("a", "b", "c"), namedIds("another key")("a", "bc")]).size).toBe(5);
  });
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changesOf } from "../setup/change.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { asked, csvOf, ended, send } from "../setup/deliver.ts";
import { testHub, type PersonaOrPublic, type TestHub } from "../setup/hub.ts";
import { demonstrationTemplate } from "../setup/template.ts";
import { tenderRow } from "../setup/tender-row.ts";

/** A hub that receives and never looks, so that what it has received waits; in its place, where a test says so, one that processes it. */
let database: FreshDatabase;
let folder: string;
let sql: postgres.Sql;
let hub: TestHub;
const open = (every: number): Promise<TestHub> => testHub({ ownerUrl: database.url, deliveries: folder, deliveryLimits: { every } });
const never = 2 ** 31 - 1;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  folder = await mkdtemp(join(tmpdir(), "hub-deliveries-"));
  sql = postgres(database.url, { max: 2, onnotice: () => {} });
  hub = await open(never);
});
afterAll(async () => {
  await hub?.close();
  await sql?.end();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

let files = 0;
const received = async (): Promise<{ readonly receiptNo: string; readonly no: string; readonly id: string }> => {
  const no = `CM-${(files += 1)}`;
  const { body } = await send(hub, "tradingCentre", "tenders", csvOf(tenderRow(no)));
  const receiptNo = String(body["receiptNo"]);
  const { body: read } = await hub.ask("tradingCentre", "query ($no: String!) { delivery(receiptNo: $no) { id } }", { no: receiptNo });
  return { receiptNo, no, id: (read.data!["delivery"] as { id: string }).id };
};

/** The delivery after the change, why it was refused, and the codes of errors. */
const change = async (on: TestHub, persona: PersonaOrPublic, name: "cancelDelivery" | "resumeDelivery", input: Readonly<Record<string, unknown>>) => {
  const { row: delivery, refused, errors } = await changesOf(() => on)(persona, name, input);
  return { delivery, refused, errors: errors.map(({ extensions }) => String(extensions["code"])) };
};
const there = async (no: string): Promise<number> => (await sql`select 1 from tender where tender_no = ${no}`).length;

describe("Whoever delivered, or the operator, cancels a delivery before its end", () => {
  it.each(["tradingCentre", "operator"] as const)("with the reason: %s", async (persona) => {
    const { id, receiptNo } = await received();
    expect(await change(hub, persona, "cancelDelivery", { id, version: 1, reason: "报错文件" })).toEqual({ delivery: { id, receiptNo, state: "CANCELLED", version: 2, stateReason: "报错文件" }, refused: [], errors: [] });
    expect((await asked(hub, "tradingCentre", `/ingest/deliveries/${receiptNo}`)).body).toMatchObject({ state: "CANCELLED", rowsTaken: 0 });
  });
  it.each(["department", "personnel", "auditor", "enterprise", "subject", "public"] as const)("and nobody else, who is not told whether there is one: %s", async (persona) => {
    const { id } = await received();
    const [one, never] = await Promise.all([id, "Delivery_00000000-0000-4000-8000-000000000000"].map((each) => change(hub, persona, "cancelDelivery", { id: each, version: 1 })));
    expect(one).toEqual(never);
    expect(one!.delivery).toBeNull();
    expect([...one!.refused, ...one!.errors].length).toBeGreaterThan(0);
    expect(await sql`select state from delivery where id = ${id.split("_")[1]!}`).toEqual([{ state: "RECEIVED" }]);
  });
  it("and not by a version that is no longer so", async () => {
    const { id } = await received();
    await change(hub, "tradingCentre", "cancelDelivery", { id, version: 1 });
    await change(hub, "tradingCentre", "resumeDelivery", { id, version: 2 });
    expect(await change(hub, "tradingCentre", "cancelDelivery", { id, version: 2 })).toMatchObject({ delivery: { state: "RECEIVED", version: 3 }, refused: ["STALE_VERSION input.version"] });
  });
});

describe("A delivery that was cancelled", () => {
  it("is resumed by whoever delivered, or the operator, and by nobody else", async () => {
    const { id } = await received();
    expect(await change(hub, "tradingCentre", "resumeDelivery", { id, version: 1 })).toMatchObject({ delivery: { state: "RECEIVED" }, refused: ["FORBIDDEN_TRANSITION"] });
    await change(hub, "tradingCentre", "cancelDelivery", { id, version: 1 });
    expect((await change(hub, "housing", "resumeDelivery", { id, version: 2 })).delivery).toBeNull();
    expect(await change(hub, "operator", "resumeDelivery", { id, version: 2, reason: "误取消" })).toMatchObject({ delivery: { state: "RECEIVED", version: 3, stateReason: "误取消" } });
  });
  it("is not processed, and one that is resumed is, from its beginning; one that is completed is neither cancelled nor resumed", async () => {
    const [kept, resumed] = [await received(), await received()];
    for (const { id } of [kept, resumed]) await change(hub, "tradingCentre", "cancelDelivery", { id, version: 1 });
    await change(hub, "tradingCentre", "resumeDelivery", { id: resumed.id, version: 2 });
    await hub.close();
    const processing = await open(20);
    try {
      expect(await ended(processing, "tradingCentre", resumed.receiptNo, ["COMPLETED"])).toMatchObject({ rowsInserted: 1 });
      expect([await there(kept.no), await there(resumed.no)]).toEqual([0, 1]);
      for (const name of ["cancelDelivery", "resumeDelivery"] as const) expect(await change(processing, "tradingCentre", name, { id: resumed.id, version: 5 })).toMatchObject({ delivery: { state: "COMPLETED", version: 5 }, refused: ["FORBIDDEN_TRANSITION"] });
    } finally {
      await processing.close();
      hub = await open(never);
    }
    const events = await sql`select e.event, e.to_state as "to", e.client from workflow_event e join delivery d on d.id = e.row_id where d.receipt_no = ${resumed.receiptNo} order by e.version`;
    expect(events.map(({ event, to, client }) => `${String(event)} ${String(to)} ${String(client)}`)).toEqual([
      "receiveDelivery RECEIVED tradingCentre", "cancelDelivery CANCELLED tradingCentre", "resumeDelivery RECEIVED tradingCentre", "processDelivery PROCESSING null", "completeDelivery COMPLETED null",
    ]);
  });
});

describe("While a delivery is processed", () => {
  const many = csvOf(...Array.from({ length: 60_000 }, (_, place) => tenderRow(`CM-MANY-${place}`)));
  beforeAll(async () => {
    await sql`update delivery set state = 'CANCELLED' where state = 'RECEIVED'`;
    await hub.close();
    hub = await open(20);
  });

  it("it tells how far it has come, and, cancelled then, takes nothing", async () => {
    const { body } = await send(hub, "tradingCentre", "tenders", many);
    const receiptNo = String(body["receiptNo"]);
    const question = "query ($no: String!) { delivery(receiptNo: $no) { id version state phase progress rowsRead } }";
    const read = async () => (await hub.ask("tradingCentre", question, { no: receiptNo })).body.data!["delivery"] as { id: string; version: number; state: string; phase: string; progress: number | null; rowsRead: number };
    await expect.poll(async () => (await read()).rowsRead, { interval: 50 }).toBeGreaterThan(0);
    const running = await read();
    expect(running.state).toBe("PROCESSING");
    expect(["READING", "CHECKING", "MERGING"]).toContain(running.phase);
    expect(running.progress ?? 0).toBeLessThanOrEqual(100);
    expect(await change(hub, "tradingCentre", "cancelDelivery", { id: running.id, version: running.version })).toMatchObject({ delivery: { state: "CANCELLED" } });
    // What is delivered next is processed next: then the one before is over.
    const { body: next } = await send(hub, "tradingCentre", "tenders", csvOf(tenderRow("CM-NEXT")));
    await ended(hub, "tradingCentre", String(next["receiptNo"]));
    expect(await read()).toMatchObject({ state: "CANCELLED", phase: null, progress: null });
    expect(await sql`select count(*)::integer as count from tender where tender_no like 'CM-MANY-%'`).toEqual([{ count: 0 }]);
  });
});

import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../../setup/database.ts";
import { changeText } from "../../setup/change.ts";
import { demonstrationTemplate } from "../../setup/template.ts";
import { assertTakenOnce, bids, deliveriesOf, eventsOf, maskingRules, projects, rowsOf, untilDone, type Material } from "./material.ts";
import { deliveriesAt, points } from "./points.ts";
import { filesIn, spoolFolder, startProcess, type RunningHub } from "./processes.ts";

/** Two hubs on one database, each with its folder. */
let database: FreshDatabase;
let sql: postgres.Sql;
let hubs: readonly [RunningHub, RunningHub];
const folders = [spoolFolder(), spoolFolder()] as const;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 4, onnotice: () => {} });
  hubs = await Promise.all([startProcess(database.url, folders[0]), startProcess(database.url, folders[1])]);
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const deliver = ({ persona, dataset, text }: Material, hub = hubs[0]) => hub.deliver(persona, dataset, text);
const untilAsking = (statement: string, count = 1) => expect.poll(() => deliveriesAt(sql, statement), { interval: 0 }).toBe(count);
/** Until a delivery waits for a row that somebody else has. */
const untilWaiting = () => expect.poll(async () => (await sql`select from pg_stat_activity where datname = current_database() and application_name = 'hub-delivery' and wait_event_type = 'Lock' and query like 'update public%'`).length, { interval: 1 }).toBe(1);
/** Neither hub has had an error of the database to tell. */
const assertNoErrors = (): void => expect(hubs.flatMap(({ lines }) => lines)).toEqual([]);

describe("At once", () => {
  it("two files of one dataset by one body are taken one after the other", async () => {
    const materials = [await bids(sql, 1_500), await bids(sql, 1_500)];
    for (const [place, material] of materials.entries()) expect((await deliver(material, hubs[place])).status).toBe(202);
    await untilDone(sql, folders);
    for (const material of materials) await assertTakenOnce(sql, material);
    assertNoErrors();
  });

  it("the same file to two hubs is one delivery, whichever of them takes it", async () => {
    const material = maskingRules(1_500);
    const answers = await Promise.all(hubs.map((hub) => deliver(material, hub)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 202]);
    expect(answers[0]!.body.receiptNo).toBe(answers[1]!.body.receiptNo);
    await untilDone(sql, folders);
    await assertTakenOnce(sql, material);
    assertNoErrors();
  });

  it("a delivery and somebody else who lock each other's rows: the delivery is tried again, and both changes are there", async () => {
    const prefix = "DEAD-";
    const rows = 50;
    expect((await deliver(await bids(sql, rows, { prefix }))).status).toBe(202);
    await untilDone(sql, folders);
    const deadlocks = async (): Promise<number> => Number((await sql`select deadlocks from pg_stat_database where datname = current_database()`)[0]!["deadlocks"]);
    const deadlocksBefore = await deadlocks();
    // A transaction of somebody else that has one row and wants the others, of which the delivery has some, in whichever order it takes them.
    const changed = await bids(sql, rows, { prefix, supplier: "改名示例有限公司" });
    await sql.begin(async (holding) => {
      await holding`set local deadlock_timeout = '1h'`; // so that the delivery is the one that is ended
      await holding`update bid set reject_reason = '甲' where source_record_no = ${`${prefix}${rows}`}`;
      expect((await deliver(changed)).status).toBe(202);
      await untilWaiting();
      await holding`update bid set reject_reason = '甲' where source_record_no like ${`${prefix}%`} and source_record_no <> ${`${prefix}${rows}`}`;
    });
    await untilDone(sql, folders);
    expect(await sql`select supplier_name, reject_reason, count(*)::int from bid where source_record_no like ${`${prefix}%`} group by 1, 2`).toEqual([{ supplier_name: "改名示例有限公司", reject_reason: "甲", count: rows }]);
    await expect.poll(deadlocks).toBe(deadlocksBefore + 1);
    expect((await deliveriesOf(sql, changed)).map(({ state }) => state)).toEqual(["COMPLETED"]);
    assertNoErrors();
  });

  it("a delivery and somebody else who change the same rows: both changes are there", async () => {
    const before = await bids(sql, 50);
    await deliver(before);
    await untilDone(sql, folders);
    const after = await bids(sql, 50, { prefix: before.prefix, supplier: "更名示例有限公司" });
    await sql.begin(async (holding) => {
      await holding`update bid set reject_reason = '乙' where source_record_no like ${`${before.prefix}%`}`;
      expect((await deliver(after)).status).toBe(202);
      await untilWaiting();
    });
    await untilDone(sql, folders);
    expect(await sql`select supplier_name, reject_reason, count(*)::int from bid where source_record_no like ${`${before.prefix}%`} group by 1, 2`).toEqual([{ supplier_name: "更名示例有限公司", reject_reason: "乙", count: 50 }]);
    assertNoErrors();
  });
});

async function change(name: "cancelDelivery" | "resumeDelivery", material: Material): Promise<void> {
  const { id } = (await deliveriesOf(sql, material))[0]!;
  const [{ version }] = (await sql`select version from delivery where id = ${id}`) as unknown as [{ version: number }];
  const input = { id: `Delivery_${id}`, version, reason: "报送有误" };
  const answer = await hubs[0].ask(material.persona, changeText(name), { input });
  expect(answer).toMatchObject({ data: { [name]: { userErrors: [] } } });
}

describe("A delivery that is cancelled", () => {
  const { checked, merged } = points;
  it.each(Object.entries({ checked, merged }))("while it is %s ends at once with nothing taken, keeps its file, and is taken once when it is resumed", async (_point, [hold, statement]) => {
    const material = await bids(sql, 400);
    await sql.begin(async (holding) => {
      await holding.unsafe(hold);
      expect((await deliver(material)).status).toBe(202);
      await untilAsking(statement);
      await change("cancelDelivery", material);
      await untilAsking("%", 0); // although what keeps it still does
    });
    expect(await deliveriesOf(sql, material)).toMatchObject([{ state: "CANCELLED" }]);
    expect(await rowsOf(sql, material)).toBe(0);
    expect(filesIn(folders[0])).toHaveLength(1);
    await change("resumeDelivery", material);
    await untilDone(sql, folders);
    expect(await deliveriesOf(sql, material)).toMatchObject([{ state: "COMPLETED", inserted: 400 }]);
    expect(await rowsOf(sql, material)).toBe(400);
    const events = await eventsOf(sql, (await deliveriesOf(sql, material))[0]!.id);
    expect(events.map(([from, , to]) => [from, to])).toEqual([[null, "RECEIVED"], ["RECEIVED", "PROCESSING"], ["PROCESSING", "CANCELLED"], ["CANCELLED", "RECEIVED"], ["RECEIVED", "PROCESSING"], ["PROCESSING", "COMPLETED"]]);
    expect(events.map(([, , , version]) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("A delivery that could not be finished", () => {
  it("is interrupted with nothing taken, keeps its file, and is taken once when it is resumed", async () => {
    const material = await bids(sql, 400);
    await sql.unsafe(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '23514'; end $$;
      create trigger refuse before insert on bid for each statement execute function refuse()`);
    expect((await deliver(material)).status).toBe(202);
    await untilDone(sql, []);
    expect(await deliveriesOf(sql, material)).toMatchObject([{ state: "INTERRUPTED" }]);
    expect(hubs[0].lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([`The delivery ${(await deliveriesOf(sql, material))[0]!.id} could not be finished: 23514.`]);
    expect(filesIn(folders[0])).toHaveLength(1);
    await sql.unsafe("drop trigger refuse on bid");
    await change("resumeDelivery", material);
    await untilDone(sql, folders);
    expect(await deliveriesOf(sql, material)).toMatchObject([{ state: "COMPLETED", inserted: 400 }]);
    expect(await rowsOf(sql, material)).toBe(400);
  });
  it("nor rejected, because its faults could not be noted, is interrupted as well and not tried for ever", async () => {
    const material = { ...maskingRules(1), text: "没有这一列,code\n甲,乙\n" };
    await sql.unsafe("create trigger refuse before insert on delivery_fault for each statement execute function refuse()");
    expect((await deliver(material)).status).toBe(202);
    await expect.poll(async () => (await deliveriesOf(sql, material)).map(({ state }) => state)).toEqual(["INTERRUPTED"]);
    await sql.unsafe("drop trigger refuse on delivery_fault");
    await change("resumeDelivery", material);
    await expect.poll(async () => (await deliveriesOf(sql, material)).map(({ state }) => state)).toEqual(["REJECTED"]);
  });
});

/** At the end, since the file of a delivery that was rejected stays. */
describe("At once, and one of them too late", () => {
  it("rows of two bodies with the same unique code: those of one are taken, the other is told, and no error of the database ends either", async () => {
    const said = hubs.flatMap(({ lines }) => lines);
    const materials = [await projects(sql, 500, { persona: "creditLead", prefix: "SAME-" }), await projects(sql, 500, { persona: "investment", prefix: "SAME-" })];
    await sql.begin(async (holding) => {
      await holding`lock table project in share mode`;
      for (const [place, material] of materials.entries()) expect((await deliver(material, hubs[place])).status).toBe(202);
      await untilAsking("insert into public%", 2);
    });
    await untilDone(sql, []);
    const states = (await Promise.all(materials.map((material) => deliveriesOf(sql, material)))).flat();
    expect(states.map(({ state }) => state).sort()).toEqual(["COMPLETED", "REJECTED"]);
    expect(await sql`select count(*)::int as rows, count(distinct source_organization_id)::int as sources from project where code like 'SAME-%'`).toEqual([{ rows: 500, sources: 1 }]);
    const { id } = states.find(({ state }) => state === "REJECTED")!;
    expect(await sql`select distinct code, count(*)::int as rows from delivery_fault where delivery_id = ${id} group by 1`).toEqual([{ code: "SUPPLIED_BY_ANOTHER", rows: 500 }]);
    expect(hubs.flatMap(({ lines }) => lines)).toEqual(said);
  });
});

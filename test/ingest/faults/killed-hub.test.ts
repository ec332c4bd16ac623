import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../../setup/database.ts";
import { demonstrationTemplate } from "../../setup/template.ts";
import { assertNeverReceived, assertTakenOnce, bids, deliveriesOf, maskingRules, posts, rowsOf, untilDone, type Material } from "./material.ts";
import { deliveriesAt, points } from "./points.ts";
import { filesIn, kill, spoolFolder, startProcess, type RunningHub } from "./processes.ts";

let database: FreshDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 4, onnotice: () => {} });
  // At its commit a delivery of bids waits for a lock that is anybody's to take.
  await sql.unsafe(`create function at_commit() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock_shared(77); return null; end $$;
    create constraint trigger at_commit after insert on workflow_event deferrable initially deferred for each row when (new.event = 'completeDelivery') execute function at_commit()`);
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const three = async (rows: number): Promise<readonly [Material, Material, Material]> => [maskingRules(rows), await posts(sql, rows), await bids(sql, rows)];

/** Files that were acknowledged. */
async function deliverAll(hub: RunningHub, materials: readonly Material[]): Promise<readonly Material[]> {
  const answers = await Promise.all(materials.map(({ persona, dataset, text }) => hub.deliver(persona, dataset, text).catch(() => null)));
  return materials.filter((_, place) => answers[place]?.status === 202);
}

/** Waits until a statement of a delivery is under way. */
const untilAsking = (statement: string) => expect.poll(() => deliveriesAt(sql, statement), { interval: 0 }).toBeGreaterThan(0);

describe("A hub that is killed", () => {
  const folder = spoolFolder();
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await startProcess(database.url, folder);
  });
  /** Kills the hub and starts another one in its place, which ends what it has left. */
  async function replace(): Promise<void> {
    await kill(hub);
    hub = await startProcess(database.url, folder);
  }

  it.each(Object.entries({ ...points, committed: ["select pg_advisory_xact_lock(77)", "commit"] as const }))("while a delivery is %s: the next one ends all deliveries, each once", async (_point, [hold, statement]) => {
    const materials = await three(2_000);
    await sql.begin(async (holding) => {
      await holding.unsafe(hold);
      expect(await deliverAll(hub, materials)).toEqual(materials);
      await untilAsking(statement);
      await kill(hub);
    });
    await replace();
    await untilDone(sql, [folder]);
    for (const material of materials) await assertTakenOnce(sql, material);
  });

  it("right after its receipts: the next one takes what was acknowledged", async () => {
    const materials = await three(500);
    expect(await deliverAll(hub, materials)).toEqual(materials);
    await replace();
    await untilDone(sql, [folder]);
    for (const material of materials) await assertTakenOnce(sql, material);
  });

  it("right after a commit: the next one forgets the file and takes nothing again", async () => {
    const material = maskingRules(2_000);
    await deliverAll(hub, [material]);
    await expect.poll(async () => (await deliveriesOf(sql, material))[0]?.state, { interval: 0 }).toBe("COMPLETED");
    await replace();
    await untilDone(sql, [folder]);
    await assertTakenOnce(sql, material);
  });

  it("while a file arrives: nothing of it is left, and the next one takes the same file as a new one", async () => {
    const [arriving, arrived] = [maskingRules(500), await posts(sql, 500)];
    const bytes = new TextEncoder().encode(arriving.text);
    const halves = new ReadableStream({ start: (controller) => controller.enqueue(bytes.subarray(0, bytes.length / 2)) });
    const answer = hub.deliver(arriving.persona, arriving.dataset, halves).catch(() => "cut");
    await expect.poll(() => filesIn(folder).filter((name) => name.endsWith(".arriving")).length, { interval: 1 }).toBe(1);
    expect(await deliverAll(hub, [arrived])).toEqual([arrived]);
    await replace();
    expect(await answer).toBe("cut");
    expect(filesIn(folder).filter((name) => name.endsWith(".arriving"))).toEqual([]);
    await untilDone(sql, [folder]);
    await assertNeverReceived(sql, arriving);
    await assertTakenOnce(sql, arrived);
    expect(await deliverAll(hub, [arriving])).toEqual([arriving]);
    await untilDone(sql, [folder]);
    await assertTakenOnce(sql, arriving);
  });

  it("between a file's arrival and its registration: the file, which nobody knows of, is gone after the start", async () => {
    await kill(hub);
    writeFileSync(join(folder, "0b0e2d3c-1111-4222-8333-444455556666"), "code\n");
    writeFileSync(join(folder, "0b0e2d3c-1111-4222-8333-444455556667.arriving"), "co");
    await replace();
    await untilDone(sql, [folder]);
    expect(readdirSync(folder)).toEqual(["lock"]);
  });

  it("and one that is not: while it has a folder another one does not start on it", async () => {
    await expect(startProcess(database.url, folder)).rejects.toThrow(`Another hub takes deliveries in by the folder ${folder}: stop it, or set HUB_DATA_DIR to another folder.`);
  });
});

/** Numbers that look random and are the same each time: a hash of the seed and their place. */
const chances = (seed: number, count: number): readonly number[] => Array.from({ length: count }, (_, place) => createHash("sha256").update(`${seed} ${place}`).digest().readUInt32BE() / 2 ** 32);

it("Of hubs that are killed again and again at any moment every acknowledged delivery is completed once, and no other is there by half", async () => {
  const folder = spoolFolder();
  const sent: Material[] = [];
  const acknowledged = new Set<Material>();
  for (const chance of chances(1, 3)) {
    const materials = await three(1_000);
    sent.push(...materials);
    const hub = await startProcess(database.url, folder, { every: 1 });
    const delivering = deliverAll(hub, materials);
    for (let turns = Math.floor(chance * 4_000); turns > 0; turns -= 1) await sql`select`;
    await kill(hub);
    for (const material of await delivering) acknowledged.add(material);
  }
  await startProcess(database.url, folder);
  await untilDone(sql, [folder]);
  for (const material of sent) {
    const isThere = (await deliveriesOf(sql, material)).length > 0;
    if (isThere || acknowledged.has(material)) await assertTakenOnce(sql, material);
    else expect(await rowsOf(sql, material)).toBe(0);
  }
  expect(acknowledged.size).toBeGreaterThan(0);
});

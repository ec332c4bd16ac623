import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hubCatalogue } from "../../src/server.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openOwnerSession, type Ask, type OwnerSession } from "../../src/store/owner-session.ts";
import { outboxStart, readOutbox, type OutboxPlace } from "../../src/store/read-outbox.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { roleOptions, uuid } from "./planted.ts";

/** Two writers whose transactions overlap, and a follower of the outbox. */
let database: FreshDatabase;
let follower: OwnerSession;
let one: postgres.Sql;
let other: postgres.Sql;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url, hubCatalogue(), roleOptions);
  follower = openOwnerSession(database.url, "follower");
  [one, other] = [1, 2].map(() => postgres(database.url, { max: 1, onnotice: () => {} })) as [postgres.Sql, postgres.Sql];
});
beforeEach(() => one.unsafe("truncate workflow_event"));
afterEach(() => Promise.all([one, other].map((sql) => sql.unsafe("rollback"))));
afterAll(async () => {
  await Promise.all([one.end(), other.end(), follower.close()]);
  await database.drop();
});

const write = (sql: postgres.Sql, event: string) => sql`insert into workflow_event (type, row_id, event, to_state, version) values ('Thing', ${uuid(1)}, ${event}, 'DONE', 1)`;
const read = async (after: OutboxPlace = outboxStart, limit = 100): Promise<string[]> => (await readOutbox(follower.ask, after, limit)).map(({ event }) => event);
/** What is read in the end: transactions of other test files on the same server hold events back as well. */
const soon = (look: () => Promise<unknown>) => expect.poll(look);

describe("Whoever follows the outbox", () => {
  it("reads no event past a transaction that began before and is under way, and then each event once", async () => {
    await one.unsafe("begin");
    await write(one, "early");
    await write(other, "late");
    expect(await other`select event from workflow_event`).toEqual([{ event: "late" }]);
    expect(await read()).toEqual([]);
    await one.unsafe("commit");
    await soon(() => read()).toEqual(["early", "late"]);
    const [first] = await readOutbox(follower.ask, outboxStart, 1);
    expect(await read(first)).toEqual(["late"]);
  });

  it("nor where the one that began first has written its event last", async () => {
    await one.unsafe("begin");
    await one`select pg_current_xact_id()`;
    await write(other, "late");
    await write(one, "early");
    expect(await read()).toEqual([]);
    await one.unsafe("commit");
    await soon(() => read()).toEqual(["early", "late"]);
    const events = await readOutbox(follower.ask, outboxStart, 100);
    expect(events.map(({ position }) => position), "its number is the higher one").toEqual([...events.map(({ position }) => position)].sort((a, b) => b - a));
  });

  it("is not held up by what was rolled back, and finds nothing of it", async () => {
    await one.unsafe("begin");
    await write(one, "never");
    await write(other, "done");
    await one.unsafe("rollback");
    await soon(() => read()).toEqual(["done"]);
  });

  it("goes on from the last place, so many events at a time, to the end", async () => {
    await other.begin(async (sql) => {
      for (const event of ["a", "b", "c"]) await sql`insert into workflow_event (type, row_id, event, to_state, version) values ('Thing', ${uuid(1)}, ${event}, 'DONE', 1)`;
    });
    await write(one, "d");
    await soon(() => read()).toEqual(["a", "b", "c", "d"]);
    const found: string[] = [];
    for (let events = await readOutbox(follower.ask, outboxStart, 2); events.length > 0; events = await readOutbox(follower.ask, events.at(-1)!, 2)) found.push(events.map(({ event }) => event).join());
    expect(found).toEqual(["a,b", "c,d"]);
  });

  it("is told who moved which row from where to where, and when", async () => {
    const [body, row] = [uuid(2), uuid(3)];
    await one`insert into workflow_event (type, row_id, event, from_state, to_state, version, client, organization_id, reason) values ('SharingGrant', ${row}, 'refuse', 'REQUESTED', 'REFUSED', 2, 'creditLead', ${body}, '依据不足')`;
    await soon(() => readOutbox(follower.ask, outboxStart, 1)).toEqual([
      { id: expect.any(String), type: "SharingGrant", rowId: row, event: "refuse", fromState: "REQUESTED", toState: "REFUSED", version: 2, client: "creditLead", organizationId: body, reason: "依据不足", at: expect.any(Date), transaction: expect.stringMatching(/^\d+$/), position: expect.any(Number) },
    ]);
  });

  it("may be the hub's own role, which writes the events without giving their places", async () => {
    await one.unsafe("set role hub_service");
    await write(one, "own");
    const asService: Ask = async <Row extends object>(text: string, parameters: readonly (string | number | null)[] = []) => [...(await one.unsafe<Row[]>(text, [...parameters]))];
    await soon(async () => (await readOutbox(asService, outboxStart, 100)).map(({ event }) => event)).toEqual(["own"]);
    const forge = (place: string) => one.unsafe(`insert into workflow_event (type, row_id, event, to_state, version, ${place}) values ('Thing', '${uuid(1)}', 'forged', 'DONE', 1, '1')`).then(() => "ok", (error: unknown) => (error as { code: string }).code);
    expect([await forge("position"), await forge("transaction")]).toEqual(["428C9", "42501"]);
    await one.unsafe("reset role");
  });
});

import postgres from "postgres";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { openOwnerSession, type OwnerSession } from "../../src/store/owner-session.ts";

let session: OwnerSession;
let admin: postgres.Sql;
beforeEach(() => {
  session = openOwnerSession(inject("ownerUrl"), "test-copying");
  admin = postgres(inject("ownerUrl"), { max: 1, onnotice: () => {} });
});
afterEach(async () => {
  await session.close();
  await admin.end();
});

const cut = () => admin`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'test-copying'`;

/** Copies pieces of lines, and does something before the end; answers how many rows are there, else the code of what ended it. */
const copied = (pieces: readonly string[], before: () => Promise<unknown> = () => Promise.resolve()): Promise<number | string> =>
  session
    .transaction("isolation level read committed", async (ask, copy) => {
      await ask("create temporary table copied (n integer) on commit drop");
      const copying = await copy("copy copied from stdin");
      for (const piece of pieces) await copying.write(piece);
      await before();
      await copying.end();
      return (await ask<{ count: number }>("select count(*)::integer as count from copied"))[0]!.count;
    })
    .catch((error: unknown) => (error as { code: string }).code);

it("What was written is copied, however long it is", async () => {
  expect(await copied(Array.from({ length: 300 }, () => "1\n".repeat(5_000)))).toBe(1_500_000);
});

it("What is wrong with the last piece is told, where it would otherwise be waited for for ever", async () => {
  expect(await copied(["1\n", "x\n"])).toBe("22P02");
});

it("What is wrong in the midst is told, and the rest is not waited for", async () => {
  expect(await copied(["x\n", ...Array.from({ length: 300 }, () => "1\n".repeat(5_000))])).toBe("22P02");
});

it("A connection that is lost while nobody writes is told by the end, and ends no process", async () => {
  expect(await copied(["1\n"], cut)).toMatch(/^(CONNECTION_CLOSED|ECONNRESET|EPIPE|57P01)$/);
});

it("A connection that is lost while its end is waited for is told", async () => {
  await admin`select pg_advisory_lock(78)`;
  const cutThere = () => admin`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'test-copying' and wait_event_type = 'Lock'`;
  const copying = session.transaction("isolation level read committed", async (ask, copy) => {
    await ask("create temporary table copied (n integer) on commit drop");
    await ask("create function pg_temp.hold() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(78); return null; end $$");
    await ask("create trigger hold after insert on copied for each statement execute function pg_temp.hold()");
    const output = await copy("copy copied from stdin");
    await output.write("1\n");
    await output.end();
  });
  const ended = expect(copying).rejects.toMatchObject({ code: expect.stringMatching(/^(CONNECTION_CLOSED|ECONNRESET|57P01)$/) as string });
  await expect.poll(async () => (await cutThere()).length, { interval: 5 }).toBe(1);
  await ended;
});

it("After it was given up nothing of it is there, and the transaction fails", async () => {
  const given = session.transaction("isolation level read committed", async (ask, copy) => {
    await ask("create temporary table copied (n integer) on commit drop");
    const copying = await copy("copy copied from stdin");
    await copying.write("1\n");
    copying.giveUp();
    return ask("select count(*) from copied");
  });
  await expect(given).rejects.toMatchObject({ code: "25P02" });
});

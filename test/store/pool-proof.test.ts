import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { HubError } from "../../src/errors.ts";
import { Pool } from "../../src/store/pool.ts";
import { openPools, type Pools } from "../../src/store/pools.ts";
import { ensureRoles, passwordsFrom } from "../../src/store/roles.ts";
import { StartError } from "../../src/start-error.ts";
import type { WrongSession } from "../../src/store/wrong-session.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";

const secret = Buffer.alloc(32, 7); // one for the whole run: roles belong to the server, not to a database
let database: FreshDatabase;
let owner: postgres.Sql;
const opened: Pools[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  owner = postgres(database.url, { max: 2, onnotice: () => {} });
  await ensureRoles(owner, { embedded: inject("embedded"), passwordOf: passwordsFrom(secret) });
  await owner`create table note (id int primary key, said text)`;
  await owner`insert into note values (1, '四川')`;
});
afterAll(async () => {
  await Promise.all(opened.map((pools) => pools.close()));
  await owner.end();
  await database.drop();
});

const say = async (pool: Pool, text: string): Promise<string | null> => (await pool.ask(text, [], { prepare: false }))?.toString("utf8") ?? null;
const failure = (promise: Promise<unknown>): Promise<HubError> => promise.then(() => { throw new Error("it succeeded"); }, (reason: unknown) => reason as HubError);
const until = async (holds: () => Promise<boolean>): Promise<void> => void (await expect.poll(holds, { interval: 10 }).toBe(true));

describe("A connection is asked what it is before it is asked anything else", () => {
  const limits = { size: 1, queue: 10, acquire: 1_000, deadline: 2_000, prepared: 10, quick: 10, statementTimeout: 2_000 };
  const proven = (statement: string, answer: string) => new Pool(limits, { statement, answer }, (onclose) => postgres(database.url, { max: 1, onclose, onnotice: () => {} }));
  const notes = async (): Promise<number> => (await owner`select from note`).length;

  it("and one that is in another role carries out nothing", async () => {
    const pool = proven("select current_user::text", "hub_public"); // it is the owner's
    try {
      const before = await notes();
      const error = await failure(say(pool, "with w as (insert into note values (99) returning id) select id::text from w"));
      expect([error.code, (error.originalError as WrongSession).code]).toEqual(["UNAVAILABLE", "WRONG_SESSION"]);
      expect(await notes()).toBe(before);
    } finally {
      await pool.close();
    }
  });

  it("and again when it was made anew", async () => {
    const pool = proven("select said from note where id = 1", "四川");
    try {
      expect(await say(pool, "select 'first'")).toBe("first");
      await owner`update note set said = '成都' where id = 1`;
      expect(await say(pool, "select 'second'"), "on the same connection").toBe("second");
      const backend = await say(pool, "select pg_backend_pid()::text");
      await owner`select pg_terminate_backend(${backend}::int)`;
      await until(async () => (await say(pool, "select 'third'").catch((error: unknown) => ((error as HubError).originalError as { code?: string }).code)) === "WRONG_SESSION");
    } finally {
      await owner`update note set said = '四川' where id = 1`;
      await pool.close();
    }
  });

  it("at the hub's start in all audiences, where it does not log in as each itself", async () => {
    await expect(openedFor(database.url).prove()).resolves.toBeUndefined();
    const refused: unknown = await openedFor(database.url.replace(/\/[^/]+$/, "/no_such_database")).prove().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartError);
    expect((refused as StartError).message).toMatch(/^The database gives no connection in the role hub_\w+ \(3D000\): run what npm run -s roles prints, and see that the database and the pooler before it are up\.$/);
  });
  const openedFor = (ownerUrl: string): Pools => {
    const made = openPools({ ownerUrl, embedded: false, secret });
    opened.push(made);
    return made;
  };
});

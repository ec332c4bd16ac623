import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { audiences, type Audience } from "../../src/catalog/audience.ts";
import { HubError } from "../../src/errors.ts";
import type { Pool } from "../../src/store/pool.ts";
import { openPools, type Pools, type PoolsOptions } from "../../src/store/pools.ts";
import { ensureRoles, passwordsFrom, roleOf, roles } from "../../src/store/roles.ts";
import { StartError } from "../../src/start-error.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";

const secret = Buffer.alloc(32, 7); // one for the whole run: roles belong to the server, not to a database
const passwordOf = passwordsFrom(secret);
const embedded = inject("embedded");

let database: FreshDatabase;
let owner: postgres.Sql;
const opened: Pools[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  owner = postgres(database.url, { max: 2, onnotice: () => {} });
  await ensureRoles(owner, { embedded, passwordOf });
  await owner`create table note (id int primary key, said text, at timestamptz, what jsonb)`;
  await owner`create table hidden (id int primary key)`;
  await owner.unsafe(`grant select on note to ${roles.join(", ")}`);
  await owner`insert into note values (1, '四川', '2024-05-06 07:08:09.123456+00', '{"a":1}'), (2, null, null, null)`;
});

afterAll(async () => {
  await Promise.all(opened.map((pools) => pools.close()));
  await owner.end();
  await database.drop();
});

/** Pools of the test's database; closed at the end. */
function pools(options: PoolsOptions = {}, ownerUrl = database.url): Pools {
  const made = openPools({ ownerUrl, embedded, secret }, options);
  opened.push(made);
  return made;
}

const plain = { prepare: false } as const;
const say = async (pool: Pool, text: string, parameters: readonly (string | null)[] = []): Promise<string | null> => (await pool.ask(text, parameters, plain))?.toString("utf8") ?? null;

/** The hub's error that the promise ends in. */
async function failure(promise: Promise<unknown>): Promise<HubError> {
  const error = await promise.then(() => { throw new Error("it succeeded"); }, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(HubError);
  return error as HubError;
}

/** Statements of the database that run now and hold the mark. */
const running = async (mark: string): Promise<number> => (await owner`select from pg_stat_activity where state = 'active' and query like ${`%${mark}%`} and pid <> pg_backend_pid()`).length;

const until = async (holds: () => Promise<boolean>): Promise<void> => void (await expect.poll(holds, { interval: 10 }).toBe(true));

describe("Roles", () => {
  it("every audience has a role in the database's spelling", () => {
    expect(roleOf("public")).toBe("hub_public");
    expect(roleOf("creditLead")).toBe("hub_credit_lead");
    expect(roleOf("tradingCentre")).toBe("hub_trading_centre");
    expect(roleOf("centralBank")).toBe("hub_central_bank");
    expect([...roles].sort()).toEqual([...audiences.map(roleOf), "hub_service"].sort());
  });

  it("a role has no right that goes around row security, and logs in on the embedded server only", async () => {
    const found = await owner`
      select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolinherit, rolcanlogin from pg_roles where rolname in ${owner(roles)}`;
    expect(found).toHaveLength(roles.length);
    for (const { rolname, rolcanlogin, ...rights } of found) {
      expect(Object.values(rights), rolname as string).toEqual([false, false, false, false, false, false]);
      expect(rolcanlogin, rolname as string).toBe(embedded);
    }
  });

  it("several processes may make the roles at once, from different databases", async () => {
    const databases = await Promise.all([freshDatabase(), freshDatabase(), freshDatabase()]);
    const owners = databases.map(({ url }) => postgres(url, { max: 1, onnotice: () => {} }));
    try {
      await Promise.all(owners.map((sql) => ensureRoles(sql, { embedded, passwordOf })));
    } finally {
      await Promise.all(owners.map((sql) => sql.end()));
      await Promise.all(databases.map(({ drop }) => drop()));
    }
  });

  it("an owner who may not create roles or take them on is told what to do", async () => {
    const name = `limited_${process.pid}`;
    await owner.unsafe(`create role ${name} login password 'limited'`);
    const url = new URL(database.url);
    url.username = name;
    url.password = "limited";
    const limited = postgres(url.href, { max: 1, onnotice: () => {} });
    try {
      const error: unknown = await ensureRoles(limited, { embedded: false, passwordOf }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StartError);
      expect((error as StartError).message).toContain(`may not take on the roles`);
      expect((error as StartError).message).toContain(`TO ${name}.`);
    } finally {
      await limited.end();
      await owner.unsafe(`drop role ${name}`);
    }
  });
});

describe("Connections of an audience", () => {
  it.each(["public", "creditLead", "operator"] as const)("%s asks in its own role with the session's settings", async (audience: Audience) => {
    const settings = await say(pools().of(audience), `select concat_ws('|', current_user, current_setting('TimeZone'), current_setting('search_path'), current_setting('application_name'),
      current_setting('statement_timeout'), current_setting('default_transaction_read_only'), current_setting('jit'), current_setting('plan_cache_mode'))`);
    expect(settings).toBe(`${roleOf(audience)}|UTC|public|hub-${audience}|5s|${audience === "public" ? "on" : "off"}|off|auto`); // whoever is somebody writes the access log
  });

  it("parameters of the address don't override the settings", async () => {
    const pool = pools({}, `${database.url}?search_path=pg_catalog&timezone=Asia/Shanghai&default_transaction_read_only=off`).of("public");
    expect(await say(pool, "select concat_ws('|', current_setting('search_path'), current_setting('TimeZone'), current_setting('default_transaction_read_only'))")).toBe("public|UTC|on");
  });

  it("the operator's login takes the role on and has its rights only", async () => {
    const shared = openPools({ ownerUrl: database.url, embedded: false, secret });
    opened.push(shared);
    expect(await say(shared.of("department"), "select current_user::text")).toBe("hub_department");
    await expect(say(shared.of("department"), "select count(*)::text from hidden")).rejects.toMatchObject({ code: "42501" });
  });

  it("a table without a grant and a write are refused by the database", async () => {
    const pool = pools().of("public");
    await expect(say(pool, "select count(*)::text from hidden")).rejects.toMatchObject({ code: "42501" });
    await expect(say(pool, "create temporary table t as select 1; select ''")).rejects.toMatchObject({ code: "42601" }); // one statement only
    await expect(say(pool, "with w as (insert into note values (3) returning id) select id::text from w")).rejects.toMatchObject({ code: "25006" });
    expect(await say(pool, "select count(*)::text from note")).toBe("2");
  });

  it("an audience whose reads are logged may write where it is allowed to", async () => {
    const pool = pools({ readOnly: (audience) => audience === "public" }).of("department");
    expect(await say(pool, "select current_setting('default_transaction_read_only')")).toBe("off");
  });
});

describe("Answers", () => {
  it.each([false, true])("the one column of the one row comes as the server's bytes (prepared: %s)", async (prepare) => {
    const pool = pools().of("public");
    for (let use = 1; use <= 3; use++) {
      const answer = await pool.ask("select row_to_json(n)::text from note n where id = $1::text::int", ["1"], { prepare });
      expect(Buffer.isBuffer(answer)).toBe(true);
      expect(answer!.toString("utf8")).toBe('{"id":1,"said":"四川","at":"2024-05-06T07:08:09.123456+00:00","what":{"a": 1}}');
    }
  });

  it("no row and NULL are null", async () => {
    const pool = pools().of("public");
    expect(await say(pool, "select said from note where id = 99")).toBeNull();
    expect(await say(pool, "select said from note where id = 2")).toBeNull();
  });

  it("large answers come whole", async () => {
    const answer = await pools().of("public").ask("select repeat('川', 1000000)", [], plain);
    expect(answer!.length).toBe(3_000_000);
    expect(answer!.subarray(-3).toString("utf8")).toBe("川");
  });

  it("parameters are taken as they are whatever the column's type", async () => {
    const pool = pools().of("public");
    expect(await say(pool, "select count(*)::text from note where at = $1", ["2024-05-06 07:08:09.123456+00"])).toBe("1");
    expect(await say(pool, "select count(*)::text from note where what = $1", ['{"a":1}'])).toBe("1");
    expect(await say(pool, "select ($1::boolean)::text", ["t"])).toBe("true");
    expect((await pool.ask("select concat_ws('|', $1::text, $2::text, $3::text, $4::text)", [true, 2.5, 10n ** 18n, null], plain))!.toString()).toBe("true|2.5|1000000000000000000");
    expect(await say(pool, "select array_to_string($1::text::text[], '+')", ['{a,"b,c"}'])).toBe("a+b,c");
  });

  it("an error of the database passes through, and the connection is used again", async () => {
    const pool = pools({ size: 1 }).of("public");
    await expect(say(pool, "select 1/0 || ''")).rejects.toMatchObject({ code: "22012" });
    await expect(pool.ask("select $1::text", [undefined as unknown as null], plain)).rejects.toThrow("undefined");
    expect(await say(pool, "select 'on'")).toBe("on");
    expect(pool.load).toMatchObject({ running: 0, waiting: 0 });
  });
});

describe("Limits", () => {
  it("at most `size` questions run, the others wait in order", async () => {
    const pool = pools({ size: 2 }).of("public");
    const order: number[] = [];
    const asked = [1, 2, 3, 4, 5, 6].map(async (n) => { await say(pool, `select pg_sleep(0.02)::text || ${n}::text`); order.push(n); });
    expect(pool.load).toMatchObject({ running: 2, waiting: 4 });
    expect(await running("pg_sleep(0.02)")).toBeLessThanOrEqual(2);
    await Promise.all(asked);
    expect(order.slice(-2).sort()).toEqual([5, 6]);
    expect(pool.load).toMatchObject({ running: 0, waiting: 0 });
  });

  it("one question more than the queue holds is refused at once", async () => {
    const pool = pools({ size: 1, queue: 2 }).of("public");
    const asked = [say(pool, "select pg_sleep(0.1)::text"), say(pool, "select 'a'"), say(pool, "select 'b'")];
    expect((await failure(say(pool, "select 'c'"))).code).toBe("UNAVAILABLE");
    expect(pool.load).toMatchObject({ stopped: 0, refused: 1 });
    expect((await Promise.all(asked)).slice(1)).toEqual(["a", "b"]);
  });

  it("waiting past the deadline for a connection is a timeout, and what runs goes on", async () => {
    const pool = pools({ size: 1, acquire: 100, deadline: 4_000 }).of("public");
    const slow = say(pool, "select pg_sleep(0.4)::text || 'done'");
    const error = await failure(say(pool, "select 'never'"));
    expect([error.code, error.parameters["seconds"]]).toEqual(["TIMEOUT", "0.1"]);
    expect(await slow).toBe("done");
    expect(await say(pool, "select 'next'")).toBe("next");
    expect(pool.load).toMatchObject({ stopped: 1, refused: 0 });
  });

  it("running past the deadline is a timeout, and the statement ends in the server", async () => {
    const pool = pools({ size: 1, acquire: 100, deadline: 150 }).of("public");
    expect(await say(pool, "select 'warm'")).toBe("warm");
    const begun = performance.now();
    const error = await failure(say(pool, "select pg_sleep(20)::text || 'cancelled one'"));
    expect([error.code, error.parameters["seconds"]]).toEqual(["TIMEOUT", "0.15"]);
    expect(performance.now() - begun).toBeLessThan(3_000); // half of what a question has where nothing else is said
    await until(async () => (await running("cancelled one")) === 0);
    await until(() => Promise.resolve(pool.load.running === 0));
    expect(pool.load.stopped).toBe(1);
    expect(await say(pool, "select 'next'")).toBe("next");
  });

  it("a cancellation never meets another question", async () => {
    const pool = pools({ size: 4, acquire: 60, deadline: 60, statementTimeout: 3_000 }).of("public");
    await until(() => Promise.all([1, 2, 3, 4].map(() => say(pool, "select 'warm'"))).then(() => true, () => false)); // on a busy machine the first connections take longer than the limit
    // Statements that end at about their deadline, so that cancellations arrive before, at and after their end.
    const outcomes = await Promise.all(Array.from({ length: 4 }, async (_, asker) => {
      const seen: string[] = [];
      for (let n = 0; n < 40; n++) {
        const mark = `${asker}.${n}`;
        seen.push(await say(pool, `select pg_sleep(${0.045 + n / 1000})::text || '${mark}'`).then(
          (answer) => (answer === mark ? "answered" : `answered ${answer}`),
          (error: unknown) => `${(error as HubError).code} after ${(error as HubError).parameters["seconds"]}`, // a stray cancellation would say 3
        ));
      }
      return seen;
    }));
    expect(new Set(outcomes.flat())).toEqual(new Set(["answered", "TIMEOUT after 0.06"]));
  });

  it("the server's own limit is a timeout too", async () => {
    const error = await failure(say(pools({ statementTimeout: 100 }).of("public"), "select pg_sleep(10)::text"));
    expect([error.code, error.parameters["seconds"]]).toEqual(["TIMEOUT", "0.1"]);
  });

  it("a statement is prepared from its second use on, and only as many as allowed", async () => {
    const pool = pools({ size: 1, prepared: 2 }).of("public");
    const count = () => say(pool, "select count(*)::text from pg_prepared_statements where statement not like '%pg_prepared%'");
    const use = (n: number) => pool.ask(`select $1::text || ${n}::text`, ["x"], { prepare: true });
    await use(1);
    expect(await count()).toBe("0");
    await use(1);
    await use(1);
    expect(await count()).toBe("1");
    for (const n of [2, 2, 3, 3, 4, 4]) expect((await use(n))!.toString()).toBe(`x${n}`);
    expect(await count()).toBe("2");
    expect((await use(1))!.toString()).toBe("x1");
  });
});

describe("Statements that share a connection", () => {
  const text = "select pg_sleep($1::text::float8)::text || $2::text";
  const ask = async (pool: Pool, seconds: string, mark: string, repeatable = true): Promise<string> => String(await pool.ask(text, [seconds, mark], { prepare: true, repeatable }));

  /** A pool whose connections are all made, and to which the statement is known as quick. */
  async function warm(options: PoolsOptions): Promise<Pool> {
    const pool = pools({ quick: 1_000, ...options }).of("public");
    await Promise.all(Array.from({ length: options.size! }, (_, n) => say(pool, `select pg_sleep(0.05)::text || ${n}::text`)));
    for (let n = 0; n < 8; n++) await ask(pool, "0", "warm");
    return pool;
  }
  const marks = Array.from({ length: 16 }, (_, n) => `mark ${n}`);

  it("are quick, and each gets its own answer", async () => {
    const pool = await warm({ size: 4 });
    const asked = marks.map((mark) => ask(pool, "0", mark));
    expect(pool.load).toMatchObject({ running: 16, waiting: 0 });
    expect(await Promise.all(asked)).toEqual(marks);
    expect(pool.load).toMatchObject({ running: 0, waiting: 0 });
  });

  it("may be carried out twice: others wait for a connection of their own", async () => {
    const pool = await warm({ size: 4 });
    const asked = marks.map((mark) => ask(pool, "0", mark, false));
    expect(pool.load).toMatchObject({ running: 4, waiting: 12 });
    expect(await Promise.all(asked)).toEqual(marks);
  });

  it("leave half of the connections to the others", async () => {
    const pool = await warm({ size: 4 });
    const asked = Array.from({ length: 40 }, (_, n) => ask(pool, "0", `mark ${n}`));
    expect(pool.load).toMatchObject({ running: 16, waiting: 24 });
    await Promise.all(asked);
  });

  it("do not wait behind one that turns out slow", async () => {
    const pool = await warm({ size: 2 });
    const order: string[] = [];
    const asked = ["slow", "a", "b", "c"].map((mark) => ask(pool, mark === "slow" ? "3" : "0", mark).then((answer) => order.push(answer)));
    expect(pool.load).toMatchObject({ running: 4, waiting: 0 });
    await Promise.all(asked);
    expect(order.slice().sort()).toEqual(["a", "b", "c", "slow"]);
    expect(order.at(-1)).toBe("slow");
  });

  it("are not harmed where one of them is stopped by its deadline", async () => {
    const pool = await warm({ size: 2, acquire: 1_500, deadline: 1_500 });
    const slow = failure(ask(pool, "20", "slow"));
    const others = Promise.all(["a", "b", "c"].map((mark) => ask(pool, "0", mark)));
    expect(await others).toEqual(["a", "b", "c"]);
    expect((await slow).code).toBe("TIMEOUT");
    await until(async () => (await running("pg_sleep($1::text::float8)")) === 0);
    await until(() => Promise.resolve(pool.load.running === 0));
    expect(await ask(pool, "0", "next")).toBe("next");
  });

  it("are asked again where their connection is lost under another", async () => {
    const pool = await warm({ size: 2 });
    const lost = failure(ask(pool, "20", "lost"));
    const others = Promise.all(["a", "b", "c"].map((mark) => ask(pool, "0", mark)));
    await until(async () => (await owner`select pg_terminate_backend(pid) from pg_stat_activity where state = 'active' and query like '%pg_sleep($1::text::float8)%' and pid <> pg_backend_pid()`).length === 1);
    expect((await lost).code).toBe("UNAVAILABLE");
    expect(await others).toEqual(["a", "b", "c"]);
  });
});

describe("Outages", () => {
  /** A relay in front of the database that can be cut and mended. */
  async function relay(): Promise<{ url: string; cut(): void; mend(): Promise<void>; freeze(): void; close(): void }> {
    const target = new URL(database.url);
    const sockets = new Set<Socket>();
    let isFrozen = false;
    const server: Server = createServer((near) => {
      sockets.add(near.on("error", () => {}));
      if (isFrozen) return;
      const far = connect(Number(target.port || 5432), target.hostname).on("error", () => near.destroy());
      near.pipe(far).pipe(near);
      near.on("close", () => far.destroy());
      far.on("close", () => near.destroy());
    });
    const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    await listen(0);
    const { port } = server.address() as AddressInfo;
    const url = new URL(target);
    url.hostname = "127.0.0.1";
    url.port = String(port);
    const cut = (): void => {
      server.close();
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    };
    return { url: url.href, cut, mend: () => { isFrozen = false; return server.listening ? Promise.resolve() : listen(port); }, freeze: () => { isFrozen = true; }, close: cut };
  }

  it("a lost connection is UNAVAILABLE, and the pool heals by itself", async () => {
    const line = await relay();
    const pool = pools({ size: 2 }, line.url).of("public");
    expect(await say(pool, "select 'before'")).toBe("before");
    const lost = failure(say(pool, "select pg_sleep(3)::text"));
    await until(async () => (await running("pg_sleep(3)")) === 1);
    line.cut();
    expect((await lost).code).toBe("UNAVAILABLE");
    expect((await failure(say(pool, "select 'during'"))).code).toBe("UNAVAILABLE");
    await line.mend();
    await until(() => say(pool, "select 'after'").then((answer) => answer === "after", () => false));
    expect(pool.load.running).toBe(0);
    line.close();
  });

  it("a server that accepts and never answers is a timeout, and the connection is made anew", async () => {
    const line = await relay();
    line.freeze();
    const pool = pools({ size: 1, acquire: 100, deadline: 200 }, line.url).of("public");
    expect((await failure(say(pool, "select 'never'"))).code).toBe("TIMEOUT");
    await line.mend();
    expect(await say(pool, "select 'after'")).toBe("after");
    line.close();
  });

  it("a connection that the server ends is UNAVAILABLE, and the next question has a new one", async () => {
    const pool = pools({ size: 1 }).of("public");
    const lost = failure(say(pool, "select pg_sleep(5)::text || 'ended by hand'"));
    await until(async () => (await owner`select pg_terminate_backend(pid) from pg_stat_activity where query like '%ended by hand%' and pid <> pg_backend_pid()`).length === 1);
    expect((await lost).code).toBe("UNAVAILABLE");
    await until(() => say(pool, "select 'after'").then((answer) => answer === "after", () => false));
  });

  it("a closed pool answers UNAVAILABLE", async () => {
    const closing = pools({ size: 1 });
    const pool = closing.of("public");
    const asked = [say(pool, "select pg_sleep(0.1)::text || 'ran'"), failure(say(pool, "select 'waited'"))] as const;
    await closing.close();
    expect(await asked[0]).toBe("ran");
    expect((await asked[1]).code).toBe("UNAVAILABLE");
    expect((await failure(say(pool, "select 'late'"))).code).toBe("UNAVAILABLE");
  });
});

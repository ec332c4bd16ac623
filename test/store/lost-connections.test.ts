import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { openPools, type Pools } from "../../src/store/pools.ts";
import { databaseUrl, freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { demonstrationTemplate, runKey } from "../setup/template.ts";

let database: FreshDatabase;
let admin: postgres.Sql;
let name: string;
let pools: Pools;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  name = new URL(database.url).pathname.slice(1);
  admin = postgres(databaseUrl("postgres"), { max: 1, onnotice: () => {} });
});
beforeEach(() => {
  pools = openPools({ ownerUrl: database.url, embedded: inject("embedded"), secret: runKey });
  return () => pools.close();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

/** What a question came to: its answer or the code of its error; a lost question would end as TIMEOUT, with the pool's deadline. */
const ask = (prepare = true): Promise<string> =>
  pools.of("public").ask("select 'yes'::text", [], { prepare }).then(
    (bytes) => String(bytes),
    (error: unknown) => (error as { code: string }).code,
  );
const cut = () => admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;

describe("After its connections were cut", () => {
  it.each([1, 3])("a pool that had %d of them answers, with no question lost but those that met the cut", async (connections) => {
    expect(await Promise.all(Array.from({ length: connections }, () => ask()))).toEqual(Array.from({ length: connections }, () => "yes"));
    await cut();
    const answers: string[] = [];
    for (let n = 0; n < 8; n++) answers.push(await ask(n % 2 === 0));
    expect(answers.filter((answer) => answer !== "yes" && answer !== "UNAVAILABLE")).toEqual([]);
    expect(answers.slice(connections)).toEqual(Array.from({ length: 8 - connections }, () => "yes"));
  });

  it("and while the database takes none, every question is told so at once, and after that answered", async () => {
    expect(await ask()).toBe("yes");
    await admin.unsafe(`alter database ${name} allow_connections false`);
    try {
      await cut();
      const answers: string[] = [];
      for (let n = 0; n < 5; n++) answers.push(await ask());
      expect(answers).toEqual(Array.from({ length: 5 }, () => "UNAVAILABLE"));
    } finally {
      await admin.unsafe(`alter database ${name} allow_connections true`);
    }
    await expect.poll(() => ask()).toBe("yes");
  });
});

import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { ClientRegister } from "../../src/store/client-register.ts";
import type { Pool } from "../../src/store/pool.ts";
import { openService } from "../../src/store/pools.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { demonstrationTemplate, runKey } from "../setup/template.ts";

const log = { info: () => {}, warn: () => {} };

let database: FreshDatabase;
let sql: postgres.Sql;
let pool: Pool;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  pool = openService({ ownerUrl: database.url, embedded: inject("embedded"), secret: runKey });
});
afterAll(async () => {
  await sql.end();
  await pool.close();
  await database.drop();
});

const stateIn = async (register: ClientRegister): Promise<string> => (await register.current()).clientOf("court")!.state;

describe("The register of clients", () => {
  it("has every client of the database with its credentials, and nobody else", async () => {
    const register = new ClientRegister(pool, log);
    await sql`insert into client_credential (client_row_id, kind, label, public_jwk, networks, expires_at) select id, 'PUBLIC_KEY', 'one', '{}', '{}', '2030-01-01T00:00:00.5Z' from client where client_id = 'court'`;
    await sql`insert into client_credential (client_row_id, kind, label, secret_digest, networks, revoked_at) select id, 'API_KEY', 'two', 'abc', '{10.0.0.0/8,::1}', '2020-01-01T00:00:00Z' from client where client_id = 'court'`;
    const { clientOf, apiKeyOf, signingGeneration } = await register.current();
    const court = clientOf("court")!;
    expect(court).toMatchObject({ clientId: "court", state: "ACTIVE", viewer: { audience: "court", client: "court", subject: null, mayHide: true, jurisdiction: "510000" } });
    expect(court.publicKeys).toEqual([{ label: "one", jwk: "{}", expiresAt: Date.parse("2030-01-01T00:00:00.5Z"), revokedAt: null }]);
    expect(apiKeyOf("two")).toEqual({ client: court, label: "two", digest: "abc", networks: ["10.0.0.0/8", "::1"], expiresAt: null, revokedAt: Date.parse("2020-01-01T00:00:00Z") });
    expect([clientOf("nobody"), apiKeyOf("one"), signingGeneration]).toEqual([undefined, undefined, 1]);
    register.close();
  });

  it("is looked at four times a second, and loaded only where something has changed", async () => {
    const asked = vi.fn<Pool["ask"]>((...question) => pool.ask(...question));
    const register = new ClientRegister({ ask: asked }, log);
    const before = await register.current();
    await expect.poll(() => asked.mock.calls.length, { timeout: 3_000 }).toBeGreaterThan(4);
    expect(await register.current()).toBe(before);
    const sizes = await Promise.all(asked.mock.results.map(async ({ value }) => ((await value) as Buffer).length));
    expect(sizes.filter((size) => size > 0)).toHaveLength(1);
    register.close();
  });

  it("shows a change at once to whoever has made it", async () => {
    const register = new ClientRegister(pool, log);
    for (const state of ["SUSPENDED", "ACTIVE"]) {
      await register.current();
      await sql`update client set state = ${state} where client_id = 'court'`;
      await register.refresh();
      expect(await stateIn(register)).toBe(state);
    }
    register.close();
  });

  it("is looked at once, however many ask", async () => {
    const asked = vi.fn<Pool["ask"]>((...question) => pool.ask(...question));
    const register = new ClientRegister({ ask: asked }, log);
    await Promise.all(Array.from({ length: 100 }, () => register.current()));
    expect(asked).toHaveBeenCalledOnce();
    register.close();
  });

  it("is not told from a look that took longer than what it saw stays true: it is looked at again, for two seconds in all", async () => {
    let now = 10_000;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    const loaded = (generation: number): Buffer => Buffer.from(JSON.stringify({ version: generation, signingGeneration: generation, clients: [], credentials: [] }));
    const after = (milliseconds: readonly number[]) => {
      let looks = 0;
      return new ClientRegister({ ask: () => Promise.resolve().then(() => ((now += milliseconds[looks] ?? 0), loaded((looks += 1)))) }, log);
    };
    const [again, late] = [after([1_500, 100]), after([1_500, 1_200])];
    expect((await again.current()).signingGeneration).toBe(2);
    await expect(late.current()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    vi.restoreAllMocks();
    again.close();
    late.close();
  });
});

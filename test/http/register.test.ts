import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { testHub, type TestHub } from "../setup/hub.ts";
import { askForToken, askWith, assertionClaims, assertionOf, registerApiKey, registerClient, registerKey, revoke, second, setState, tokenFor } from "./clients.ts";

let hub: TestHub;
let replica: TestHub;
let sql: postgres.Sql;
beforeAll(async () => {
  hub = await testHub();
  replica = await testHub({ ownerUrl: hub.ownerUrl });
  sql = postgres(hub.ownerUrl, { max: 2, onnotice: () => {} });
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await sql.end();
  await replica.close();
  await hub.close();
});

const both = (header: string) => Promise.all([hub, replica].map(async ({ url }) => (await askWith(url, header)).status));

describe("What an operator decides is in force on every process within a second, for tokens that were verified before as well", () => {
  it("a client is suspended, resumed and closed", async () => {
    const client = await registerClient(sql);
    const key = await registerKey(sql, client);
    const header = `Bearer ${await vi.waitFor(() => tokenFor(hub.url, client, key), second)}`;
    await expect.poll(() => both(header), second).toEqual([200, 200]);
    const verified = vi.spyOn(crypto.subtle, "verify");
    for (const [state, status] of [["SUSPENDED", 401], ["ACTIVE", 200], ["CLOSED", 401]] as const) {
      await setState(sql, client, state);
      await expect.poll(() => both(header), second).toEqual([status, status]);
    }
    expect(verified).not.toHaveBeenCalled();
  });

  it("a client is registered, its audience and jurisdiction are changed, its key is revoked", async () => {
    const client = await registerClient(sql);
    const { text, label } = await registerApiKey(sql, client, ["127.0.0.0/8"]);
    await expect.poll(() => both(`Bearer ${text}`), second).toEqual([200, 200]);
    await sql`update client set audience = 'COURT' where client_id = ${client}`;
    for (const { url } of [hub, replica]) await expect.poll(async () => (await askWith(url, `Bearer ${text}`)).me, second).toEqual({ audience: "COURT", client });
    await revoke(sql, label);
    await expect.poll(() => both(`Bearer ${text}`), second).toEqual([401, 401]);
  });

  it("one of the demonstration too", async () => {
    const header = `Bearer ${(await hub.tokenOf("auditor"))!}`;
    expect(await both(header)).toEqual([200, 200]);
    await setState(sql, "auditor", "SUSPENDED");
    await expect.poll(() => both(header), second).toEqual([401, 401]);
    await setState(sql, "auditor", "ACTIVE");
    await expect.poll(() => both(header), second).toEqual([200, 200]);
  });
});

describe("Where the register cannot be read", () => {
  const unavailable = { status: 503, code: "UNAVAILABLE", message: "The hub cannot answer now; try again later.", me: undefined };

  it("nobody is answered by what was true a second ago, and the public as always", async () => {
    const header = `Bearer ${(await hub.tokenOf("court"))!}`;
    expect((await askWith(hub.url, header)).status).toBe(200);
    await sql`revoke select on registry_state from hub_service`;
    try {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'hub-service'`;
      await expect.poll(() => askWith(hub.url, header), second).toMatchObject(unavailable);
      const client = await registerClient(sql);
      expect(await askForToken(hub.url, await assertionOf(assertionClaims(client, `${hub.url}/oauth/token`), await registerKey(sql, client)))).toMatchObject({ status: 503, body: { error: "temporarily_unavailable" } });
      expect(await askWith(hub.url, null)).toMatchObject({ status: 200, me: { audience: "PUBLIC", client: null } });
      expect((await fetch(`${hub.url}/.well-known/jwks.json`)).status).toBe(503);
    } finally {
      await sql`grant select on registry_state to hub_service`;
    }
    await expect.poll(async () => (await askWith(hub.url, header)).status, second).toBe(200);
    expect(hub.logged.filter((line) => line.includes("The register of clients cannot be read"))).toHaveLength(1);
    expect(hub.logged.filter((line) => line.includes("The register of clients can be read again"))).toHaveLength(1);
  });

  it("because the database does not answer, whoever has a token waits two seconds for it and no longer", async () => {
    const header = `Bearer ${(await hub.tokenOf("court"))!}`;
    expect((await askWith(hub.url, header)).status).toBe(200);
    await sql.begin(async (transaction) => {
      await transaction`lock table registry_state in access exclusive mode`;
      await expect.poll(async () => (await askWith(hub.url, header)).status).toBe(503);
      const begun = performance.now();
      expect(await askWith(hub.url, header)).toMatchObject(unavailable);
      expect(performance.now() - begun).toBeLessThan(4_000); // twice as long: the machine is busy with other tests
      expect((await askWith(hub.url, null)).status).toBe(200);
    });
    await expect.poll(async () => (await askWith(hub.url, header)).status).toBe(200);
  });

  it("a header that is nobody's is refused without a look at it", async () => {
    expect((await askWith(hub.url, "Basic x")).status).toBe(401);
  });
});

/**
 * `npm run requests`: asks the example questions of test/requests as every persona, against the demonstration data in a database of its own, and
 * plays the scenarios of test/scenarios, each in a copy of it. Writes the answers beside them. Read the changes: they are what people will be told.
 * `npm run requests -- <part of a name>` writes those alone whose name holds it.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { directory, type PersonaName } from "../src/exchange/demonstration/personas.ts";
import { SigningKeys } from "../src/http/signing-keys.ts";
import { Tokens } from "../src/http/tokens.ts";
import { createLog } from "../src/log.ts";
import { hubCatalogue, prepareDatabase, startHub, type Hub } from "../src/server.ts";
import { openCluster } from "../src/store/cluster.ts";
import { silentLog } from "../src/store/log.ts";
import { signingSeed } from "../src/store/secrets.ts";
import { askedAt, stopClockOf } from "../test/setup/clock.ts";
import { lasting } from "../test/setup/lasting.ts";
import { exampleRequests } from "../test/setup/requests.ts";
import { playIn } from "../test/setup/scenario-stage.ts";
import { scenarios } from "../test/setup/scenarios.ts";

type PersonaOrPublic = PersonaName | "public";

const wanted = process.argv[2] ?? "";
const folder = mkdtempSync(join(tmpdir(), "integrity-hub-requests-"));
const key = Buffer.alloc(32, 7);
const tokens = new Tokens(new SigningKeys(signingSeed(key)));
let written = 0;
const write = (path: string, answer: unknown): void => {
  writeFileSync(path, `${JSON.stringify(answer, null, 2)}\n`);
  written += 1;
};

/** Asks a hub over HTTP, in the name of a persona. */
const asking = (hub: Hub) => async (persona: PersonaOrPublic, query: string, variables: object, further: object): Promise<{ readonly body: unknown }> => {
  const token = persona === "public" ? null : await tokens.signDemonstration(persona, directory[persona].subject, 600);
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables, ...further }),
  });
  return { body: await response.json() };
};

const cluster = await openCluster({ databaseUrl: null, dataDir: join(folder, "data") }, silentLog);
const { ownerUrl, embedded } = cluster;
const hubOn = (url: string): Promise<Hub> => startHub({ catalogue: hubCatalogue(), ownerUrl: url, embedded, key, demonstration: true, budget: { public: 0, client: 0 }, deliveries: null, host: "127.0.0.1", port: 0, log: createLog("error") });

/** Address of a copy of the hub's database, to which nobody may be connected meanwhile. */
async function copied(name: string): Promise<string> {
  const [source, copy, server] = [new URL(ownerUrl), new URL(ownerUrl), new URL(ownerUrl)];
  copy.pathname = `/${name}`;
  server.pathname = "/postgres";
  const sql = postgres(server.href, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(name)} template ${sql(source.pathname.slice(1))}`;
  await sql.end();
  return copy.href;
}

try {
  await prepareDatabase(ownerUrl, { embedded, key, demonstration: true, log: { info: () => {} } });
  for (const [place, scenario] of scenarios().filter(({ name }) => name.includes(wanted)).entries()) {
    const url = await copied(`scenario_${place}`);
    const hub = await hubOn(url);
    try {
      const answers = await playIn(url, scenario, asking(hub));
      for (const step of scenario.steps) write(step.answersPath, answers.get(step.name));
    } catch (error) {
      console.error(`${scenario.name}: ${(error as Error).message}`);
      process.exitCode = 1;
    } finally {
      await hub.close();
    }
  }
  await stopClockOf(ownerUrl, askedAt);
  const hub = await hubOn(ownerUrl);
  try {
    const ask = asking(hub);
    for (const request of exampleRequests().filter(({ name }) => name.includes(wanted))) {
      let asPublic = "";
      for (const persona of ["public", ...(Object.keys(directory) as PersonaName[])] as const) {
        const answer = lasting(await ask(persona, request.query, request.variables, { extensions: request.extensions }));
        const text = JSON.stringify(answer);
        if (persona === "public") asPublic = text;
        rmSync(request.answerPath(persona), { force: true });
        if (persona === "public" || text !== asPublic) write(request.answerPath(persona), answer);
      }
    }
  } finally {
    await hub.close();
  }
} finally {
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Wrote ${written} answers; read what changed with: git diff test/requests test/scenarios`);

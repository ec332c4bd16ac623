/**
 * `npm run requests`: asks the example questions of test/requests as every persona, against the demonstration data in a database of its
 * own, and writes the answers beside them: the public's, and those that differ from it. Read the changes: they are what people will be told.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { directory } from "../src/exchange/demonstration/personas.ts";
import { SigningKeys } from "../src/http/signing-keys.ts";
import { Tokens } from "../src/http/tokens.ts";
import { createLog } from "../src/log.ts";
import { hubCatalogue, prepareDatabase, startHub } from "../src/server.ts";
import { openCluster } from "../src/store/cluster.ts";
import { silentLog } from "../src/store/log.ts";
import { signingSeed } from "../src/store/secrets.ts";
import { askedAt, stopClockOf } from "../test/setup/clock.ts";
import { exampleRequests } from "../test/setup/requests.ts";

const folder = mkdtempSync(join(tmpdir(), "integrity-hub-requests-"));
const key = Buffer.alloc(32, 7);
const cluster = await openCluster({ databaseUrl: null, dataDir: join(folder, "data") }, silentLog);
const { ownerUrl, embedded } = cluster;
await prepareDatabase(ownerUrl, { embedded, key, demonstration: true, log: { info: () => {} } });
await stopClockOf(ownerUrl, askedAt);
const tokens = new Tokens(new SigningKeys(signingSeed(key)));
const hub = await startHub({ catalogue: hubCatalogue(), ownerUrl, embedded, key, demonstration: true, budget: { public: 0, client: 0 }, deliveries: null, host: "127.0.0.1", port: 0, log: createLog("error") });
let written = 0;
try {
  for (const request of exampleRequests()) {
    let asPublic = "";
    for (const persona of ["public", ...(Object.keys(directory) as (keyof typeof directory)[])] as const) {
      const token = persona === "public" ? null : await tokens.signDemonstration(persona, directory[persona].subject, 600);
      const response = await fetch(`${hub.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify({ query: request.query, variables: request.variables, extensions: request.extensions }),
      });
      const answer: unknown = JSON.parse(await response.text(), (name, value: unknown) => (name === "requestId" ? undefined : value));
      const text = `${JSON.stringify(answer, null, 2)}\n`;
      if (persona === "public") asPublic = text;
      rmSync(request.answerPath(persona), { force: true });
      if (persona !== "public" && text === asPublic) continue;
      writeFileSync(request.answerPath(persona), text);
      written += 1;
    }
  }
} finally {
  await hub.close();
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Wrote ${written} answers; read what changed with: git diff test/requests`);

/** The hub as it ships, in a process of its own. */
import { Identity } from "../../src/http/identity.ts";
import { signingKeyFrom } from "../../src/http/keys.ts";
import { createLog } from "../../src/log.ts";
import { hubCatalogue, startHub } from "../../src/server.ts";
import { signingSeed } from "../../src/store/secrets.ts";
import { serve } from "./child.ts";

/** Measured with every question charged, and stopped by nothing. */
const budget = { public: 1e9, client: 1e9 };

serve<{ ownerUrl: string; embedded: boolean; key: string; logged?: boolean }>(async ({ ownerUrl, embedded, key: text, logged = true }) => {
  const key = Buffer.from(text, "hex");
  const identity = new Identity(await signingKeyFrom(signingSeed(key)), { demonstration: true });
  return startHub({ catalogue: hubCatalogue(), ownerUrl, embedded, key, logged, identity, budget, host: "127.0.0.1", port: 0, log: createLog("info") });
});

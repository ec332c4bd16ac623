/** The hub as it ships, in a process of its own. */
import { createLog } from "../../src/log.ts";
import { hubCatalogue, startHub } from "../../src/server.ts";
import { serve } from "./child.ts";

/** Measured with every question charged, and stopped by nothing. */
const budget = { public: 1e9, client: 1e9 };

serve<{ ownerUrl: string; embedded: boolean; key: string; logged?: boolean; remembering?: boolean }>(async ({ ownerUrl, embedded, key: text, logged = true, remembering = false }) => {
  const key = Buffer.from(text, "hex");
  return startHub({ catalogue: hubCatalogue(), ownerUrl, embedded, key, logged, demonstration: true, budget, deliveries: null, remembering, host: "127.0.0.1", port: 0, log: createLog("info") });
});

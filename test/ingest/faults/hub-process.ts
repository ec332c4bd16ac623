import { machines } from "../../../src/domains/commands.ts";
import { flushCompileCache } from "node:module";
import { pino } from "pino";
import { DeliveryProcessing } from "../../../src/exchange/ingest/delivery-processing.ts";
import { hubCatalogue, startHub, type HubParts } from "../../../src/server.ts";
import { keepSearch } from "../../../src/store/keep-search.ts";
import { storedSecrets } from "../../../src/store/secrets.ts";

/** What a hub in a process of its own is told. */
export interface HubOrders extends Pick<HubParts, "ownerUrl" | "embedded" | "deliveries" | "deliveryLimits"> {
  /** Hexadecimal. */
  readonly key: string;
}

/** A hub of the tests in a process of its own, as main.ts starts it: says where it listens in one line of JSON, logs to its other output, ends in order at SIGTERM. */
const { key, ...orders } = JSON.parse(process.argv[2]!) as HubOrders;
const log = pino({ level: "warn" }, { write: (line: string) => void process.stderr.write(line) });
const hub = await startHub({ ...orders, catalogue: hubCatalogue(), key: Buffer.from(key, "hex"), demonstration: true, budget: { public: 1e9, client: 1e9 }, host: "127.0.0.1", port: 0, log });
const processing = new DeliveryProcessing({ ownerUrl: orders.ownerUrl, catalogue: hubCatalogue(), machines, secrets: storedSecrets(Buffer.from(key, "hex")), folder: orders.deliveries!, log, ...orders.deliveryLimits });
const search = keepSearch(orders.ownerUrl, hubCatalogue(), log);
process.on("SIGTERM", () => {
  void hub
    .close()
    .then(() => Promise.all([search.close(), processing.close()]))
    .then(() => process.exit(0));
});
flushCompileCache(); // for the next one: this one may be killed
process.stdout.write(`${JSON.stringify({ url: hub.url })}\n`);

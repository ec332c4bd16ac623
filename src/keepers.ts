import type { Catalogue } from "./catalog/catalogue.ts";
import type { Machine } from "./workflow/machine.ts";
import { DeliveryProcessing } from "./exchange/ingest/delivery-processing.ts";
import type { Traces } from "./http/traces.ts";
import type { Logger } from "./log.ts";
import { keepAccessLog } from "./store/keep-access-log.ts";
import { keepSearch } from "./store/keep-search.ts";
import { storedSecrets } from "./store/secrets.ts";

export interface KeepersParts {
  readonly catalogue: Catalogue;
  readonly machines: readonly Machine[];
  /** Address of the database as its owner. */
  readonly ownerUrl: string;
  /** The hub's master key. */
  readonly key: Buffer;
  /** Folder with the files of deliveries. */
  readonly deliveries: string;
  readonly log: Logger;
  /** Where it is told how long the phases of deliveries take; nowhere, where it is not said. */
  readonly traces?: Traces | undefined;
}

/** What goes on beside the answers: deliveries are processed, the search is kept up to date, the access log is sealed. */
export function startKeepers({ catalogue, machines, ownerUrl, key, deliveries: folder, log, traces }: KeepersParts): { close(): Promise<void> } {
  const accessLog = keepAccessLog(ownerUrl, log);
  const search = keepSearch(ownerUrl, catalogue, log);
  const processing = new DeliveryProcessing({ ownerUrl, catalogue, machines, secrets: storedSecrets(key), folder, log, ...(traces ? { spans: traces } : {}) });
  return {
    async close() {
      await Promise.all([accessLog.close(), search.close(), processing.close()]);
      await traces?.close();
    },
  };
}

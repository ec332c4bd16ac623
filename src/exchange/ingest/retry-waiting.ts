import { audienceOf } from "../../catalog/audience-code.ts";
import type { Catalogue } from "../../catalog/catalogue.ts";
import { codeOf } from "../../store/has-code.ts";
import { isOutage } from "../../store/is-outage.ts";
import type { Log } from "../../store/log.ts";
import { openOwnerSession } from "../../store/owner-session.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import type { Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { settleStaged, takeTurn } from "./ingest.ts";
import { createStaging, stagedColumns } from "./staged-columns.ts";
import { stageWaiting } from "./waiting.ts";

interface Parts {
  readonly ownerUrl: string;
  readonly catalogue: Catalogue;
  readonly secrets: StoredSecrets;
  readonly log: Log;
}

interface Group {
  readonly dataset: string;
  readonly deliveryId: string;
  readonly columns: readonly string[];
  readonly clientId: string;
  readonly audience: string | null;
  readonly organizationId: string | null;
  readonly jurisdiction: string | null;
}

/** Tries the rows of deliveries again that wait for others; those that still cannot be what they say wait on. What goes wrong with those of one delivery holds up no others. */
export async function retryWaiting(parts: Parts, datasets: ReadonlyMap<string, Dataset>): Promise<void> {
  for (const group of await groupsOf(parts.ownerUrl)) {
    const dataset = datasets.get(group.dataset);
    if (!dataset) continue;
    await retryGroup(parts, dataset, group).catch((error: unknown) => {
      if (isOutage(codeOf(error))) throw error;
      parts.log.error(`Rows of the delivery ${group.deliveryId} that wait could not be tried: ${codeOf(error) || "unknown"}.`);
    });
  }
}

async function groupsOf(ownerUrl: string): Promise<readonly Group[]> {
  const session = openOwnerSession(ownerUrl, "hub-delivery-waiting");
  try {
    return await session.ask<Group>(
      `select w.dataset, w.delivery_id as "deliveryId", array_to_json(w.columns) as columns, d.client_id as "clientId", d.audience, d.organization_id as "organizationId", d.jurisdiction
       from delivery_waiting w join delivery d on d.id = w.delivery_id group by 1, 2, w.columns::text, w.columns, 4, 5, 6, 7 order by min(w.since)`,
    );
  } finally {
    await session.close();
  }
}

async function retryGroup({ ownerUrl, catalogue, secrets, log }: Parts, dataset: Dataset, { deliveryId, columns, ...of }: Group): Promise<void> {
  const deliverer: Deliverer = { client: of.clientId, audience: of.audience === null ? null : (audienceOf(of.audience) ?? null), body: of.organizationId, jurisdiction: of.jurisdiction };
  const session = openOwnerSession(ownerUrl, "hub-delivery-waiting");
  try {
    await session.transaction("isolation level read committed", async (ask) => {
      await takeTurn(ask, dataset, deliverer);
      const staged = stagedColumns(dataset, columns);
      await ask(createStaging(staged));
      const rows = await stageWaiting(ask, { dataset, staged, deliveryId, secrets });
      await settleStaged(ask, staged, { catalogue, dataset, deliverer, deliveryId, secrets, isRetry: true, progress: () => {}, assertWanted: () => {}, settle: () => Promise.resolve() }, rows);
      log.debug(`${rows} rows of the delivery ${deliveryId} that wait were tried.`);
    });
  } finally {
    await session.close();
  }
}

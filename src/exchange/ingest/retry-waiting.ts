import { audienceOf } from "../../catalog/audience-code.ts";
import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Log } from "../../store/log.ts";
import { openOwnerSession } from "../../store/owner-session.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import type { Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { settleStaged } from "./ingest.ts";
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

/** Tries the rows of deliveries again that wait for others; those that still cannot be what they say wait on. */
export async function retryWaiting({ ownerUrl, catalogue, secrets, log }: Parts, datasets: ReadonlyMap<string, Dataset>): Promise<void> {
  const session = openOwnerSession(ownerUrl, "hub-delivery-waiting");
  try {
    const groups = await session.ask<Group>(
      `select w.dataset, w.delivery_id as "deliveryId", array_to_json(w.columns) as columns, d.client_id as "clientId", d.audience, d.organization_id as "organizationId", d.jurisdiction
       from delivery_waiting w join delivery d on d.id = w.delivery_id group by 1, 2, w.columns::text, w.columns, 4, 5, 6, 7 order by min(w.since)`,
    );
    for (const { dataset: name, deliveryId, columns, ...of } of groups) {
      const dataset = datasets.get(name);
      if (!dataset) continue;
      const deliverer: Deliverer = { client: of.clientId, audience: of.audience === null ? null : (audienceOf(of.audience) ?? null), body: of.organizationId, jurisdiction: of.jurisdiction };
      await session.transaction("isolation level read committed", async (ask) => {
        await ask("select set_config('hub.body', $1::text, true), set_config('hub.jurisdiction', $2::text, true)", [deliverer.body ?? "", deliverer.jurisdiction ?? ""]);
        const staged = stagedColumns(dataset, columns);
        await ask(createStaging(staged));
        const rows = await stageWaiting(ask, { dataset, staged, deliveryId, secrets });
        const outcome = await settleStaged(ask, staged, { catalogue, dataset, deliverer, deliveryId, secrets, isRetry: true, progress: () => {}, assertWanted: () => {}, settle: () => Promise.resolve() }, rows);
        if (outcome.inserted > 0) log.debug(`Rows of the delivery ${deliveryId} that had waited are there.`);
      });
    }
  } finally {
    await session.close();
  }
}

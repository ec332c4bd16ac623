import { audienceOf } from "../../catalog/audience-code.ts";
import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Machine } from "../../workflow/machine.ts";
import { codeOf } from "../../store/has-code.ts";
import { isOutage } from "../../store/is-outage.ts";
import type { Log } from "../../store/log.ts";
import { openOwnerSession, type OwnerSession } from "../../store/owner-session.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import type { Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { settleStaged, takeTurn } from "./ingest.ts";
import { createStaging, stagedColumns } from "./staged-columns.ts";
import { stageWaiting } from "./waiting.ts";

interface Parts {
  readonly ownerUrl: string;
  readonly catalogue: Catalogue;
  /** The workflows of the hub: some rows that are delivered have one before them. */
  readonly machines: readonly Machine[];
  readonly secrets: StoredSecrets;
  readonly log: Log;
  /** Whether the hub is stopping: then the rest waits for the next time. */
  readonly isStopping?: () => boolean;
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

/**
 * Tries the rows of deliveries again that wait for others; those that still cannot be what they say wait on. Where others write the same rows at the same
 * time, rows wait for the next time: then those others have come in.
 *
 * @throws where the database went away
 */
export async function retryWaiting(parts: Parts, datasets: ReadonlyMap<string, Dataset>): Promise<void> {
  for (const group of await groupsOf(parts)) {
    const dataset = datasets.get(group.dataset);
    if (!dataset) continue;
    if (parts.isStopping?.() === true) return;
    await inSession(parts, (session) => retryGroup(session, parts, dataset, group)).catch((error: unknown) => {
      if (isOutage(codeOf(error))) throw error;
      parts.log.error(`Rows of the delivery ${group.deliveryId} that wait could not be tried again: ${codeOf(error) || "unknown"}.`);
    });
  }
}

const groupsOf = (parts: Parts): Promise<Group[]> =>
  inSession(parts, ({ ask }) =>
    ask<Group>(
      `select w.dataset, w.delivery_id as "deliveryId", array_to_json(w.columns) as columns, d.client_id as "clientId", d.audience, d.organization_id as "organizationId", d.jurisdiction
       from delivery_waiting w join delivery d on d.id = w.delivery_id group by 1, 2, w.columns::text, w.columns, 4, 5, 6, 7 order by min(w.since)`,
    ),
  );

/** One that has failed is of no use afterwards. */
async function inSession<Result>({ ownerUrl }: Parts, work: (session: OwnerSession) => Promise<Result>): Promise<Result> {
  const session = openOwnerSession(ownerUrl, "hub-delivery-waiting");
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

async function retryGroup(session: OwnerSession, { catalogue, machines, secrets, log }: Parts, dataset: Dataset, { deliveryId, columns, ...of }: Group): Promise<void> {
  const deliverer: Deliverer = { client: of.clientId, audience: of.audience === null ? null : (audienceOf(of.audience) ?? null), body: of.organizationId, jurisdiction: of.jurisdiction };
  await session.transaction("isolation level read committed", async (ask) => {
    await takeTurn(ask, dataset, deliverer);
    const staged = stagedColumns(dataset, columns);
    await ask(createStaging(staged));
    const rows = await stageWaiting(ask, { dataset, staged, deliveryId, secrets });
    await settleStaged(ask, staged, { catalogue, machines, dataset, deliverer, deliveryId, secrets, isRetry: true, progress: () => {}, assertWanted: () => {}, settle: () => Promise.resolve() }, rows);
    log.debug(`${rows} rows of the delivery ${deliveryId} that wait were tried.`);
  });
}

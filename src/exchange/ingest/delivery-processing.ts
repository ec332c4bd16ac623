import { audienceOf } from "../../catalog/audience-code.ts";
import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Machine } from "../../workflow/machine.ts";
import { keep, type Keeper, type KeeperLog } from "../../store/keeper.ts";
import type { Log } from "../../store/log.ts";
import { arrayOf } from "../../store/owner-session.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import type { TableEncoding, TableFormat } from "../table/table.ts";
import { askAsOwner } from "./ask-as-owner.ts";
import { datasetsOf, type Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { interruptDelivery } from "./delivery-notes.ts";
import { processDelivery, type Processed, type RegisteredDelivery } from "./process-delivery.ts";
import { retryWaiting } from "./retry-waiting.ts";
import { Spool } from "./spool.ts";

export interface DeliveryProcessingParts {
  readonly ownerUrl: string;
  readonly catalogue: Catalogue;
  /** The workflows of the hub: some rows that are delivered have one before them. */
  readonly machines: readonly Machine[];
  readonly secrets: StoredSecrets;
  /** Folder with the files of deliveries. */
  readonly folder: string;
  readonly log: Log & KeeperLog;
  /** Where it is told how long the phases of a delivery take. */
  readonly spans?: { begin(name: string, attributes: Readonly<Record<string, string | number>>): { end(): void } };
  /** Milliseconds between two looks for deliveries that wait; for tests. */
  readonly every?: number;
}

/** A delivery as it is registered. */
interface Row {
  readonly id: string;
  readonly dataset: string;
  readonly organizationId: string | null;
  readonly clientId: string;
  readonly audience: string | null;
  readonly jurisdiction: string | null;
  readonly format: TableFormat;
  readonly encoding: TableEncoding | null;
  readonly byteCount: string;
}

/** What a delivery has been told to be since it was registered: SQL of the columns of a `Row`. */
const rowColumns = `id, dataset, organization_id as "organizationId", client_id as "clientId", audience, jurisdiction, format, encoding, byte_count::text as "byteCount"`;

/** Times that the connection may be lost while a delivery is being processed; then it is interrupted, as it may be what ends the server. */
const lossesBorne = 10;

/** Milliseconds after which rows that wait are tried again, though no others have come in: what is published becomes known with time. */
const retryEvery = 60_000;

/** Processes the deliveries whose files are in a folder, one after another. Of several hubs on one database each processes what it has received. */
export class DeliveryProcessing {
  readonly #parts: DeliveryProcessingParts;
  readonly #datasets: ReadonlyMap<string, Dataset>;
  readonly #spool: Spool;
  readonly #keeper: Keeper;
  /** How often the connection was lost while a delivery was being processed. */
  readonly #losses = new Map<string, number>();
  /** Whether rows have come in since those that wait were tried. At the start nobody knows. */
  #haveRowsComeIn = true;
  /** When those that wait were tried last. */
  #triedAt = performance.now();

  constructor(parts: DeliveryProcessingParts) {
    this.#parts = parts;
    this.#datasets = datasetsOf(parts.catalogue);
    this.#spool = new Spool(parts.folder);
    // A look that failed may have ended deliveries: what came of the last statement before the connection was lost nobody knows.
    const recover = (): Promise<void> => Promise.resolve(void (this.#haveRowsComeIn = true));
    this.#keeper = keep((keeper) => this.#look(keeper), { every: parts.every ?? 1_000, failed: "Deliveries could not be processed", log: parts.log, recover });
  }

  /** Lets the delivery that is being processed go; it is taken up again later. */
  close(): Promise<void> {
    return this.#keeper.close();
  }

  async #look(keeper: Pick<Keeper, "isClosed">): Promise<void> {
    const isStopping = (): boolean => keeper.isClosed;
    for (const row of await this.#waiting()) {
      const delivery = this.#registered(row);
      if (!delivery) continue;
      const { state } = await this.#process(delivery, isStopping);
      if (state === "STOPPED") return;
      if (state === "COMPLETED") this.#haveRowsComeIn = true;
    }
    if (!this.#haveRowsComeIn && performance.now() - this.#triedAt <= retryEvery) return;
    await retryWaiting({ ...this.#parts, isStopping }, this.#datasets);
    this.#haveRowsComeIn = false;
    this.#triedAt = performance.now();
  }

  /** The deliveries that wait and whose files are here; those of other hubs are theirs. */
  async #waiting(): Promise<readonly Row[]> {
    const files = this.#spool.list();
    if (files.length === 0) return [];
    const { ownerUrl } = this.#parts;
    return askAsOwner(ownerUrl, (ask) => ask<Row>(`select ${rowColumns} from delivery where state in ('RECEIVED', 'PROCESSING') and id = any($1::uuid[]) order by received_at, id limit 200`, [arrayOf(files)]), "read only");
  }

  async #process(delivery: RegisteredDelivery, isStopping: () => boolean): Promise<Processed> {
    const losses = this.#losses.get(delivery.id) ?? 0;
    if (losses >= lossesBorne) {
      this.#parts.log.error(`The delivery ${delivery.id} could not be finished: the database went away ${losses} times meanwhile.`);
      await askAsOwner(this.#parts.ownerUrl, (ask) => interruptDelivery(ask, delivery.id));
      this.#losses.delete(delivery.id);
      return { state: "INTERRUPTED" };
    }
    const progress = { hasBegun: false };
    const phases = this.#phases();
    phases.come("READING"); // of a short file nothing is told before it is read
    try {
      const processed = await processDelivery({ ...this.#parts, isStopping }, delivery, ({ phase }) => {
        progress.hasBegun = true;
        phases.come(phase);
      });
      this.#losses.delete(delivery.id);
      return processed;
    } catch (error) {
      if (progress.hasBegun) this.#losses.set(delivery.id, losses + 1);
      throw error;
    } finally {
      phases.end();
    }
  }

  /** Tells each phase from its beginning to the next one's. */
  #phases(): { come(phase: string): void; end(): void } {
    const { spans } = this.#parts;
    let [now, span]: [string, { end(): void } | undefined] = ["", undefined];
    return {
      come: (phase) => {
        if (phase === now) return;
        span?.end();
        [now, span] = [phase, spans?.begin(`delivery ${phase.toLowerCase()}`, {})];
      },
      end: () => span?.end(),
    };
  }

  #registered(row: Row): RegisteredDelivery | null {
    const dataset = this.#datasets.get(row.dataset);
    if (!dataset || !this.#spool.has(row.id)) return null;
    return { id: row.id, dataset, deliverer: delivererOf(row), file: this.#spool.fileOf(row.id), byteCount: Number(row.byteCount), format: row.format, encoding: row.encoding };
  }
}

const delivererOf = ({ clientId, audience, organizationId, jurisdiction }: Omit<Row, "id">): Deliverer => ({
  client: clientId,
  audience: audience === null ? null : (audienceOf(audience) ?? null),
  body: organizationId,
  jurisdiction,
});

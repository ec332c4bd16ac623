import type { Readable } from "node:stream";
import { audienceOf } from "../../catalog/audience-code.ts";
import type { Catalogue } from "../../catalog/catalogue.ts";
import { keep, type Keeper, type KeeperLog } from "../../store/keeper.ts";
import type { Log } from "../../store/log.ts";
import { arrayOf, openOwnerSession, type Ask } from "../../store/owner-session.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import type { TableEncoding, TableFormat } from "../table/table.ts";
import { datasetsOf, type Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { interruptDelivery } from "./delivery-notes.ts";
import { processDelivery, type Processed, type RegisteredDelivery } from "./process-delivery.ts";
import { isRegistered, newDeliveryId, registerDelivery, type Receipt } from "./register-delivery.ts";
import { retryWaiting } from "./retry-waiting.ts";
import { longestFile, Spool } from "./spool.ts";

export interface DeliveriesParts {
  readonly ownerUrl: string;
  readonly catalogue: Catalogue;
  readonly secrets: StoredSecrets;
  /** Folder for the files of deliveries. */
  readonly folder: string;
  readonly log: Log & KeeperLog;
  /** Where it is told how long the phases of a delivery take. */
  readonly spans?: { begin(name: string, attributes: Readonly<Record<string, string | number>>): { end(): void } };
  /** Milliseconds between two looks for deliveries that wait; for tests. */
  readonly every?: number;
  /** Bytes that a file may have; for tests. */
  readonly longest?: number;
}

/** A file that is arriving. */
export interface Arriving {
  readonly dataset: Dataset;
  readonly deliverer: Deliverer;
  readonly format: TableFormat;
  readonly encoding: TableEncoding | null;
  readonly source: Readable;
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

/** Milliseconds after which the folder is looked through for files that nobody needs, though nothing says that there are any. */
const tidyEvery = 3_600_000;

/**
 * Receives deliveries and processes them one after another. What was acknowledged is on the disk and in the database, so whatever ends the hub or the
 * database, it is taken up again when both are back, and taken once. Of several hubs on one database each processes what it has received.
 */
export class Deliveries {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly #parts: DeliveriesParts;
  readonly #spool: Spool;
  readonly #keeper: Keeper;
  /** Deliveries whose files are here and that may not be registered yet. */
  readonly #arriving = new Set<string>();
  /** How often the connection was lost while a delivery was being processed. */
  readonly #losses = new Map<string, number>();
  /** Whether there may be files that nobody needs, and since when nobody has looked; and whether rows have come in since those that wait were tried. At the start nobody knows. */
  #isTidy = false;
  #tidied = 0;
  #haveRowsComeIn = true;
  /** When those that wait were tried last. */
  #triedAt = performance.now();

  /** @throws StartError where another hub has the folder */
  constructor(parts: DeliveriesParts) {
    this.#parts = parts;
    this.datasets = datasetsOf(parts.catalogue);
    this.#spool = new Spool(parts.folder, parts.longest ?? longestFile);
    this.#keeper = keep((keeper) => this.#look(keeper), { every: parts.every ?? 1_000, failed: "Deliveries could not be processed", log: parts.log, recover: () => this.#unsettled() });
  }

  /**
   * Takes a file in: when this answers, the file is on the disk and the delivery in the database.
   *
   * @throws FileTooLong; FileCut; what the disk and the database throw: then nothing was received
   */
  async receive({ source, ...arriving }: Arriving): Promise<Receipt> {
    const id = newDeliveryId();
    this.#arriving.add(id);
    try {
      const spooled = await this.#spool.keep(id, source);
      const receipt = await this.#register(id, { ...arriving, ...spooled });
      // The hub that has received the same file before may be gone for good: whichever of them comes to it takes it.
      if (receipt.wasThere) await (receipt.isUnderWay ? this.#spool.pass(id, receipt.id) : this.#spool.forget(id));
      return receipt;
    } finally {
      this.#isTidy = false;
      this.#arriving.delete(id);
    }
  }

  /** The file of a delivery, where it is still here. */
  fileOf(id: string): string | null {
    return this.#spool.has(id) ? this.#spool.fileOf(id) : null;
  }

  /** Lets the delivery that is being processed go; it is taken up again later. */
  async close(): Promise<void> {
    await this.#keeper.close();
    this.#spool.release();
  }

  async #register(id: string, file: Parameters<typeof registerDelivery>[2]): Promise<Receipt> {
    try {
      return await this.#asked((ask) => registerDelivery(ask, id, file));
    } catch (error) {
      // It may be registered all the same, where the connection was lost at its end: then the file is needed.
      const isNeeded = await this.#asked((ask) => isRegistered(ask, id, file)).catch(() => true);
      if (!isNeeded) await this.#spool.forget(id);
      throw error;
    }
  }

  async #look(keeper: Pick<Keeper, "isClosed">): Promise<void> {
    const isStopping = (): boolean => keeper.isClosed;
    for (const row of await this.#waiting()) {
      const delivery = this.#registered(row);
      if (!delivery) continue;
      const { state } = await this.#process(delivery, isStopping);
      if (state === "STOPPED") return;
      if (state === "COMPLETED") this.#haveRowsComeIn = true;
      this.#isTidy = false;
    }
    if (this.#haveRowsComeIn || performance.now() - this.#triedAt > retryEvery) {
      await retryWaiting({ ...this.#parts, isStopping }, this.datasets);
      this.#haveRowsComeIn = false;
      this.#triedAt = performance.now();
    }
    if (!this.#isTidy || performance.now() - this.#tidied > tidyEvery) await this.#tidy();
  }

  /** The deliveries that wait and whose files are here; those of other hubs are theirs. */
  async #waiting(): Promise<readonly Row[]> {
    const files = this.#spool.list();
    if (files.length === 0) return [];
    return this.#asked((ask) => ask<Row>(`select ${rowColumns} from delivery where state in ('RECEIVED', 'PROCESSING') and id = any($1::uuid[]) order by received_at, id limit 200`, [arrayOf(files)]), "read only");
  }

  async #process(delivery: RegisteredDelivery, isStopping: () => boolean): Promise<Processed> {
    const losses = this.#losses.get(delivery.id) ?? 0;
    if (losses >= lossesBorne) {
      this.#parts.log.error(`The delivery ${delivery.id} could not be finished: the database went away ${losses} times meanwhile.`);
      await this.#asked((ask) => interruptDelivery(ask, delivery.id));
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
    const dataset = this.datasets.get(row.dataset);
    const file = this.fileOf(row.id);
    if (!dataset || !file) return null;
    return { id: row.id, dataset, deliverer: delivererOf(row), file, byteCount: Number(row.byteCount), format: row.format, encoding: row.encoding };
  }

  /** A look that failed may have ended deliveries: what came of the last statement before the connection was lost nobody knows. */
  #unsettled(): Promise<void> {
    this.#isTidy = false;
    this.#haveRowsComeIn = true;
    return Promise.resolve();
  }

  /** Forgets the files of deliveries of which nothing is left to do, or that never were registered. */
  async #tidy(): Promise<void> {
    this.#isTidy = true;
    this.#tidied = performance.now();
    // Before the database is asked: what arrives meanwhile is not among them.
    const files = this.#spool.list().filter((id) => !this.#arriving.has(id));
    if (files.length === 0) return;
    const needed = await this.#asked(
      (ask) => ask<{ id: string; isUnderWay: boolean }>(`select id, state in ('RECEIVED', 'PROCESSING') as "isUnderWay" from delivery where id = any($1::uuid[]) and not (state = 'COMPLETED' and rows_faulty = 0)`, [arrayOf(files)]),
      "read only",
    );
    const isUnderWay = new Map(needed.map((each) => [each.id, each.isUnderWay]));
    if (needed.some((each) => each.isUnderWay)) this.#isTidy = false; // another hub, which has received the same file, may take it
    for (const id of files) if (isUnderWay.get(id) === undefined || (!isUnderWay.get(id)! && this.#spool.isStale(id))) await this.#spool.forget(id);
  }

  /** Asks the database as its owner, in one transaction. */
  async #asked<Result>(work: (ask: Ask) => Promise<Result>, mode = "isolation level read committed"): Promise<Result> {
    const session = openOwnerSession(this.#parts.ownerUrl, "hub-deliveries");
    try {
      return await session.transaction(mode, work);
    } finally {
      await session.close();
    }
  }
}

const delivererOf = ({ clientId, audience, organizationId, jurisdiction }: Omit<Row, "id">): Deliverer => ({
  client: clientId,
  audience: audience === null ? null : (audienceOf(audience) ?? null),
  body: organizationId,
  jurisdiction,
});

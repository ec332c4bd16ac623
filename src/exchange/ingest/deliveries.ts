import type { Readable } from "node:stream";
import type { Catalogue } from "../../catalog/catalogue.ts";
import type { DataLock } from "../../store/data-lock.ts";
import { keep, type Keeper, type KeeperLog } from "../../store/keeper.ts";
import { arrayOf } from "../../store/owner-session.ts";
import type { TableEncoding, TableFormat } from "../table/table.ts";
import { askAsOwner } from "./ask-as-owner.ts";
import { datasetsOf, type Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { isRegistered, newDeliveryId, registerDelivery, type Receipt } from "./register-delivery.ts";
import { holdSpool, Spool } from "./spool.ts";

export interface DeliveriesParts {
  readonly ownerUrl: string;
  readonly catalogue: Catalogue;
  /** Folder for the files of deliveries. */
  readonly folder: string;
  readonly log: KeeperLog;
  /** Milliseconds between two looks for files that nobody needs any more; for tests. */
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

/** Milliseconds after which the folder is looked through for files that nobody needs, though nothing says that there are any. */
const tidyEvery = 60_000;

/**
 * Receives deliveries and has the folder of their files; who processes them is `DeliveryProcessing`. What was acknowledged is on the disk and in
 * the database, so whatever ends the hub or the database, it is taken up again when both are back, and taken once.
 */
export class Deliveries {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly #parts: DeliveriesParts;
  readonly #lock: DataLock;
  readonly #spool: Spool;
  readonly #keeper: Keeper;
  /** Deliveries whose files are here and that may not be registered yet. */
  readonly #arriving = new Set<string>();
  /** Whether there may be files that nobody needs, and since when nobody has looked. At the start nobody knows. */
  #isTidy = false;
  #tidied = 0;

  /** @throws StartError where another hub has the folder */
  constructor(parts: DeliveriesParts) {
    this.#parts = parts;
    this.datasets = datasetsOf(parts.catalogue);
    this.#lock = holdSpool(parts.folder);
    this.#spool = new Spool(parts.folder, parts.longest);
    this.#keeper = keep(() => this.#look(), { every: parts.every ?? 1_000, failed: "The folder of deliveries could not be tidied", log: parts.log, recover: () => Promise.resolve(void (this.#isTidy = false)) });
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

  /** A delivery was changed: its file may be needed again, or no longer. */
  changed(): void {
    this.#isTidy = false;
  }

  async close(): Promise<void> {
    await this.#keeper.close();
    this.#lock.release();
  }

  async #register(id: string, file: Parameters<typeof registerDelivery>[2]): Promise<Receipt> {
    const { ownerUrl } = this.#parts;
    try {
      return await askAsOwner(ownerUrl, (ask) => registerDelivery(ask, id, file));
    } catch (error) {
      // It may be registered all the same, where the connection was lost at its end: then the file is needed.
      const isNeeded = await askAsOwner(ownerUrl, (ask) => isRegistered(ask, id, file)).catch(() => true);
      if (!isNeeded) await this.#spool.forget(id);
      throw error;
    }
  }

  async #look(): Promise<void> {
    if (!this.#isTidy || performance.now() - this.#tidied > tidyEvery) await this.#tidy();
  }

  /** Forgets the files of deliveries of which nothing is left to do, or that never were registered. */
  async #tidy(): Promise<void> {
    this.#isTidy = true;
    this.#tidied = performance.now();
    // Before the database is asked: what arrives meanwhile is not among them.
    const files = this.#spool.list().filter((id) => !this.#arriving.has(id));
    if (files.length === 0) return;
    const needed = await askAsOwner(
      this.#parts.ownerUrl,
      (ask) => ask<{ id: string; isUnderWay: boolean }>(`select id, state in ('RECEIVED', 'PROCESSING') as "isUnderWay" from delivery where id = any($1::uuid[]) and not (state = 'COMPLETED' and rows_faulty = 0)`, [arrayOf(files)]),
      "read only",
    );
    const isUnderWay = new Map(needed.map((each) => [each.id, each.isUnderWay]));
    if (needed.some((each) => each.isUnderWay)) this.#isTidy = false; // it ends some time; another hub, which has received the same file, may take it
    for (const id of files) if (isUnderWay.get(id) === undefined || (!isUnderWay.get(id)! && this.#spool.isStale(id))) await this.#spool.forget(id);
  }
}

import type { Readable } from "node:stream";
import { audienceOf } from "../../catalog/audience-code.ts";
import type { Catalogue } from "../../catalog/catalogue.ts";
import { keep, type Keeper, type KeeperLog } from "../../store/keeper.ts";
import type { Log } from "../../store/log.ts";
import { openOwnerSession, type Ask, type OwnerSession } from "../../store/owner-session.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import type { TableEncoding, TableFormat } from "../table/table.ts";
import { datasetsOf, type Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { processDelivery, type RegisteredDelivery } from "./process-delivery.ts";
import { newDeliveryId, registerDelivery, type ArrivedFile, type Receipt } from "./register-delivery.ts";
import { retryWaiting } from "./retry-waiting.ts";
import { Spool } from "./spool.ts";

export interface DeliveriesParts {
  readonly ownerUrl: string;
  readonly catalogue: Catalogue;
  readonly secrets: StoredSecrets;
  /** Folder for the files of deliveries. */
  readonly folder: string;
  readonly log: Log & KeeperLog;
  /** Milliseconds between two looks for deliveries that wait; for tests. */
  readonly every?: number;
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

/** Milliseconds after which rows that wait are tried again, though no others have come in: what is published becomes known with time. */
const retryEvery = 60_000;

/** What a delivery has been told to be since it was registered: SQL of the columns of a `Row`. */
const rowColumns = `id, dataset, organization_id as "organizationId", client_id as "clientId", audience, jurisdiction, format, encoding, byte_count::text as "byteCount"`;

/**
 * Receives deliveries and processes them one after another. What was acknowledged is on the disk and in the database, so whatever ends the hub or the
 * database, it is taken up again when both are back, and taken once. Of several hubs on one database each processes what it has received.
 */
export class Deliveries {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly #parts: DeliveriesParts;
  readonly #spool: Spool;
  readonly #reading: OwnerSession;
  readonly #keeper: Keeper;
  /** When rows that wait were tried last, in milliseconds since 1970. */
  #triedAt = 0;

  constructor(parts: DeliveriesParts) {
    this.#parts = parts;
    this.datasets = datasetsOf(parts.catalogue);
    this.#spool = new Spool(parts.folder);
    this.#reading = openOwnerSession(parts.ownerUrl, "hub-deliveries");
    this.#keeper = keep((keeper) => this.#look(keeper), { every: parts.every ?? 1_000, failed: "Deliveries could not be processed", log: parts.log });
  }

  /**
   * Takes a file in: when this answers, the file is on the disk and the delivery in the database.
   *
   * @throws FileTooLong; what the reading of the file and the database throw: then nothing was received
   */
  async receive({ source, ...arriving }: Arriving): Promise<Receipt> {
    const id = newDeliveryId();
    const spooled = await this.#spool.keep(id, source);
    const receipt = await this.#register(id, { ...arriving, ...spooled }).catch(async (error: unknown) => {
      // It may be registered all the same, where the connection was lost after its end: then the file is needed.
      if (!(await this.#isRegistered(id))) await this.#spool.forget(id);
      throw error;
    });
    if (receipt.wasThere) await this.#spool.forget(id);
    return receipt;
  }

  /** The file of a delivery, where it is still here. */
  fileOf(id: string): string | null {
    return this.#spool.has(id) ? this.#spool.fileOf(id) : null;
  }

  /** Lets the delivery that is being processed go; it is taken up again later. */
  async close(): Promise<void> {
    await this.#keeper.close();
    await this.#reading.close();
  }

  async #look(keeper: Pick<Keeper, "isClosed">): Promise<void> {
    const waiting = await this.read<Row>(`select ${rowColumns} from delivery where state in ('RECEIVED', 'PROCESSING') order by received_at limit 200`);
    let taken = false;
    for (const row of waiting) {
      const delivery = this.#registered(row);
      if (!delivery) continue;
      const { state } = await processDelivery({ ...this.#parts, isStopping: () => keeper.isClosed }, delivery);
      if (state === "STOPPED") return;
      if (state === "ELSEWHERE") continue;
      taken ||= state === "COMPLETED";
      await this.#letGo(row.id);
    }
    if (taken || Date.now() - this.#triedAt >= retryEvery) {
      await retryWaiting(this.#parts, this.datasets);
      this.#triedAt = Date.now();
    }
    for (const id of this.#spool.stale()) await this.#spool.forget(id);
  }

  #registered(row: Row): RegisteredDelivery | null {
    const dataset = this.datasets.get(row.dataset);
    const file = this.fileOf(row.id);
    if (!dataset || !file) return null;
    return { id: row.id, dataset, deliverer: delivererOf(row), file, byteCount: Number(row.byteCount), format: row.format, encoding: row.encoding };
  }

  /** Forgets the file of a delivery of which nothing is left to do. */
  async #letGo(id: string): Promise<void> {
    const [row] = await this.read<{ isDone: boolean }>(`select state = 'COMPLETED' and rows_faulty = 0 as "isDone" from delivery where id = $1::uuid`, [id]);
    if (row?.isDone) await this.#spool.forget(id);
  }

  async #isRegistered(id: string): Promise<boolean> {
    return this.read("select id from delivery where id = $1::uuid", [id]).then((rows) => rows.length > 0, () => true);
  }

  /** Asks the database as its owner, one statement that changes nothing. */
  readonly read: Ask = (text, parameters) => this.#reading.ask(text, parameters);

  async #register(id: string, file: ArrivedFile): Promise<Receipt> {
    const session = openOwnerSession(this.#parts.ownerUrl, "hub-deliveries-arriving");
    try {
      return await session.transaction("isolation level read committed", (ask) => registerDelivery(ask, id, file));
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

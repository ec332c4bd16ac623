import { Readable } from "node:stream";
import { audienceCode } from "../../catalog/audience-code.ts";
import { admitted } from "../../catalog/rule.ts";
import type { Audience } from "../../catalog/audience.ts";
import { jurisdictionPrefix } from "../../policy/jurisdiction.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { Ask } from "../../store/owner-session.ts";
import type { TableEncoding, TableFormat } from "../table/table.ts";
import { markFaults } from "../template/mark-faults.ts";
import type { MarkedFault } from "../template/marking.ts";
import { writeTemplate } from "../template/write-template.ts";
import { deliveredColumns } from "./dataset.ts";
import type { Deliveries } from "./deliveries.ts";
import { notNow } from "./not-now.ts";
import type { Receipt } from "./register-delivery.ts";

/** A dataset as it is told to those who deliver. */
export interface OfferedDataset {
  readonly name: string;
  /** Chinese term and English sentence of its type. */
  readonly title: string;
  readonly description: string;
  /** Who may deliver it, of whichever rows. */
  readonly audiences: readonly Audience[];
  readonly takes: "ALL_ROWS" | "VALID_ROWS";
  readonly columns: readonly { readonly key: string; readonly header: string; readonly isRequired: boolean }[];
}

/** How a delivery stands, as its deliverer is told. */
export interface DeliveryStatus {
  readonly receiptNo: string;
  readonly dataset: string;
  readonly state: string;
  readonly phase: string | null;
  readonly progress: number | null;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  readonly rowsFaulty: number;
  readonly rowsInserted: number;
  readonly rowsUpdated: number;
  readonly rowsUnchanged: number;
  readonly receivedAt: string;
  readonly finishedAt: string | null;
}

/** A delivery that was found for whoever may know of it. */
export interface FoundDelivery {
  readonly id: string;
  readonly format: TableFormat;
  readonly encoding: TableEncoding | null;
  readonly status: DeliveryStatus;
}

/** Faults that are read at a time. */
const faultsAtATime = 5_000;

/** What deliveries are to those who deliver over HTTP: whoever asks is looked at here, as rules and plans look at those who ask questions. */
export class Intake {
  readonly datasets: ReadonlyMap<string, OfferedDataset>;
  readonly #deliveries: Deliveries;

  constructor(deliveries: Deliveries) {
    this.#deliveries = deliveries;
    this.datasets = new Map(
      [...deliveries.datasets.values()].map((dataset): [string, OfferedDataset] => {
        const { name, title, type, supply } = dataset;
        const columns = deliveredColumns(dataset).map(({ key, header, isRequired }) => ({ key, header, isRequired }));
        return [name, { name, title, description: type.doc, audiences: admitted(supply.by), takes: supply.takes, columns }];
      }),
    );
  }

  /**
   * Takes a file in for a client; it answers once the file is on the disk and the delivery registered.
   *
   * @param name of a dataset that the client's audience may deliver
   * @throws FileTooLong; FileCut; NotNow
   */
  receive(viewer: Viewer & { readonly client: string }, name: string, file: { readonly format: TableFormat; readonly encoding: TableEncoding | null; readonly source: Readable }): Promise<Receipt> {
    const { audience, body, client, jurisdiction } = viewer;
    return notNow(this.#deliveries.receive({ ...file, dataset: this.#deliveries.datasets.get(name)!, deliverer: { client, audience, body, jurisdiction: jurisdiction && jurisdictionPrefix(jurisdiction) } }));
  }

  /** The delivery with this number, where whoever asks may know of it: the body that delivered, and the operator. */
  async find(viewer: Viewer, receiptNo: string): Promise<FoundDelivery | null> {
    if (viewer.audience !== "operator" && viewer.body === null) return null;
    const [row] = await this.#asked((ask) =>
      ask<DeliveryStatus & Pick<FoundDelivery, "id" | "format" | "encoding">>(
        `select id, format, encoding, receipt_no as "receiptNo", dataset, state, phase, progress, rows_read as "rowsRead", rows_taken as "rowsTaken", rows_faulty as "rowsFaulty", rows_inserted as "rowsInserted",
           rows_updated as "rowsUpdated", rows_unchanged as "rowsUnchanged", to_json(received_at) #>> '{}' as "receivedAt", to_json(finished_at) #>> '{}' as "finishedAt"
         from delivery where receipt_no = $1::text and ($2::text = 'OPERATOR' or organization_id = $3::uuid)`,
        [receiptNo, audienceCode(viewer.audience), viewer.body],
      ),
    );
    if (!row) return null;
    const { id, format, encoding, ...status } = row;
    return { id, format, encoding, status };
  }

  /** The file of a delivery with a column that says what is wrong with each row; null where the file is no longer here. */
  async marked(id: string, options: { readonly language: "en" | "zh"; readonly onlyFaulty: boolean }): Promise<Readable | null> {
    const file = this.#deliveries.fileOf(id);
    const [row] = await this.#asked((ask) => ask<{ dataset: string; format: TableFormat; encoding: TableEncoding | null; rowsFaulty: number }>(`select dataset, format, encoding, rows_faulty as "rowsFaulty" from delivery where id = $1::uuid`, [id]));
    const dataset = row && this.#deliveries.datasets.get(row.dataset);
    // Where nothing is wrong with any row, the file as a whole could not be read as a table, or there is nothing to mark.
    if (!file || !dataset || row.rowsFaulty === 0) return null;
    return Readable.from(markFaults(file, { ...options, dataset, format: row.format, encoding: row.encoding ?? "UTF-8" }, this.#faultsOf(id)), { objectMode: false });
  }

  /** What a body fills and delivers. */
  template(name: string, format: "XLSX" | "CSV"): Promise<Buffer> {
    return writeTemplate(this.#deliveries.datasets.get(name)!, format);
  }

  /** @throws NotNow */
  #asked<Result>(work: (ask: Ask) => Promise<Result>): Promise<Result> {
    return notNow(this.#deliveries.asked(work));
  }

  /** The faults of a delivery, in the order of the rows. */
  async *#faultsOf(id: string): AsyncGenerator<MarkedFault> {
    let [row, last] = [-1, "00000000-0000-0000-0000-000000000000"];
    for (;;) {
      const page = await this.#asked((ask) =>
        ask<MarkedFault & { id: string }>(`select id, "row", "column", code from delivery_fault where delivery_id = $1::uuid and ("row", id) > ($2::integer, $3::uuid) order by "row", id limit ${faultsAtATime}`, [id, row, last]),
      );
      for (const { id: _id, ...fault } of page) yield fault;
      if (page.length < faultsAtATime) return;
      [row, last] = [page.at(-1)!.row, page.at(-1)!.id];
    }
  }
}

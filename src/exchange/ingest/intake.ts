import { Readable } from "node:stream";
import { faultCode, type FaultCode } from "../../catalog/fault-code.ts";
import type { Audience } from "../../catalog/audience.ts";
import { audienceOf } from "../../catalog/audience-code.ts";
import { admitted } from "../../catalog/rule.ts";
import { jurisdictionPrefix } from "../../policy/jurisdiction.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { TableEncoding, TableFormat } from "../table/table.ts";
import { markFaults } from "../template/mark-faults.ts";
import { sentenceOf, type MarkedFault } from "../template/marking.ts";
import { writeTemplate } from "../template/write-template.ts";
import { deliveredColumns } from "./dataset.ts";
import type { Deliveries } from "./deliveries.ts";
import type { FaultLanguage } from "./fault-sentence.ts";
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

/** What is read of deliveries, each time with the eyes of whoever asks. */
export interface DeliveryReading<Asker> {
  status(asker: Asker, receiptNo: string): Promise<DeliveryStatus | null>;
  file(asker: Asker, receiptNo: string): Promise<{ readonly id: string; readonly dataset: string; readonly format: string; readonly encoding: string | null; readonly rowsFaulty: number; readonly audience: string | null } | null>;
  faults(asker: Asker, receiptNo: string, after: string | null): Promise<{ readonly faults: readonly MarkedFault[]; readonly next: string | null }>;
}

/** How a delivery stands: its fields by their names in the graph, and the first of its faults. */
export interface DeliveryStatus {
  readonly dataset: string;
  readonly state: string;
  readonly rowsFaulty: number;
  readonly faults: { readonly totalCount: number; readonly nodes: readonly (MarkedFault & { readonly detail: string | null })[] };
}

/** A fault as whoever delivered is told it. */
export interface ToldFault {
  /** Row of the file, the line of column names being 1; 0 where it is about the file as a whole. */
  readonly row: number;
  /** Field of the column; null where it is about none. */
  readonly column: string | null;
  readonly code: FaultCode;
  readonly message: string;
  /** What exactly, in Chinese and English, where the code does not say it. */
  readonly detail: string | null;
}

type Told = Omit<DeliveryStatus, "faults"> & { readonly faultCount: number; readonly firstFaults: readonly ToldFault[] };

/** A delivered file with its faults marked, or why there is none. */
export type Marked =
  | { readonly outcome: "marked"; readonly format: TableFormat; readonly file: Readable }
  /** It had no faults in its rows, or is no longer here. */
  | { readonly outcome: "gone" }
  /** The file as a whole could not be read as a table of the dataset: what is wrong with it stands at no row. */
  | { readonly outcome: "unread"; readonly faults: readonly ToldFault[] }
  /** It is for clients of the audience that delivered it. */
  | { readonly outcome: "notFor"; readonly audience: Audience };

/** What deliveries are to those who deliver over HTTP. */
export class Intake<Asker extends { readonly viewer: Viewer }> {
  readonly datasets: ReadonlyMap<string, OfferedDataset>;
  readonly #deliveries: Deliveries;
  readonly #reading: DeliveryReading<Asker>;
  /** Each is made once, by whoever asks for it first. */
  readonly #templates = new Map<string, Promise<Buffer>>();

  constructor(deliveries: Deliveries, reading: DeliveryReading<Asker>) {
    this.#deliveries = deliveries;
    this.#reading = reading;
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

  /** How a delivery stands, with the first of its faults in words; null where whoever asks may not know of it. */
  async status(asker: Asker, receiptNo: string, language: FaultLanguage): Promise<Told | null> {
    const found = await this.#reading.status(asker, receiptNo);
    if (!found) return null;
    const { faults, ...status } = found;
    const dataset = this.#deliveries.datasets.get(found.dataset);
    const messageOf = ({ code, column }: MarkedFault): string => (dataset && column !== null ? sentenceOf({ code, column }, { dataset, language }) : faultCode.codes[code][language]);
    const firstFaults = faults.nodes.map((fault) => ({ row: fault.row, column: fault.column, code: fault.code, message: messageOf(fault), detail: fault.detail }));
    return { ...status, faultCount: faults.totalCount, firstFaults };
  }

  /**
   * The file of a delivery with a column that says what is wrong with each row; null where whoever asks may not know of the delivery. It holds what was
   * delivered, closed values and all: clients of another duty of the body do not get it, and the operator, who knows of every delivery, none but its own.
   */
  async marked(asker: Asker, receiptNo: string, options: { readonly language: FaultLanguage; readonly onlyFaulty: boolean }): Promise<Marked | null> {
    const found = await this.#reading.file(asker, receiptNo);
    if (!found) return null;
    const audience = found.audience === null ? undefined : audienceOf(found.audience);
    if (!audience) return { outcome: "gone" }; // what the hub's own commands take in stays where it was
    if (audience !== asker.viewer.audience) return { outcome: "notFor", audience };
    const file = this.#deliveries.fileOf(found.id);
    const dataset = this.#deliveries.datasets.get(found.dataset);
    const status = found.rowsFaulty === 0 ? await this.status(asker, receiptNo, options.language) : null;
    if (status?.state === "REJECTED") return { outcome: "unread", faults: status.firstFaults };
    if (!file || !dataset || found.rowsFaulty === 0) return { outcome: "gone" };
    const [format, encoding] = [found.format as TableFormat, (found.encoding ?? "UTF-8") as TableEncoding];
    return { outcome: "marked", format, file: Readable.from(markFaults(file, { ...options, dataset, format, encoding }, this.#faultsOf(asker, receiptNo)), { objectMode: false }) };
  }

  /** What a body fills and delivers. */
  template(name: string, format: "XLSX" | "CSV"): Promise<Buffer> {
    const key = `${name} ${format}`;
    let template = this.#templates.get(key);
    if (!template) this.#templates.set(key, (template = writeTemplate(this.#deliveries.datasets.get(name)!, format)));
    return template;
  }

  /** The faults of a delivery, in the order of the rows. */
  async *#faultsOf(asker: Asker, receiptNo: string): AsyncGenerator<MarkedFault> {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<DeliveryReading<Asker>["faults"]>> = await this.#reading.faults(asker, receiptNo, after);
      yield* page.faults;
      after = page.next;
    } while (after !== null);
  }
}

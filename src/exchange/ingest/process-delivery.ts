import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Machine } from "../../workflow/machine.ts";
import { codeOf, hasCode } from "../../store/has-code.ts";
import { isOutage } from "../../store/is-outage.ts";
import type { Log } from "../../store/log.ts";
import { openOwnerSession, type OwnerSession } from "../../store/owner-session.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import { takenColumns } from "../template/faults-column.ts";
import { openTable } from "../table/open-table.ts";
import type { Table, TableEncoding, TableFormat } from "../table/table.ts";
import type { Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { assertWanted, beginDelivery, DeliveryCancelled, forgetProgress, interruptDelivery, noteProgress, settleDelivery, takeDelivery } from "./delivery-notes.ts";
import { FileFault, FileFaults, fileFaultsOf } from "./file-fault.ts";
import { ingest, type IngestOutcome, type IngestProgress } from "./ingest.ts";
import { keepFileFaults } from "./keep-faults.ts";
import { columnsFor, missingColumns } from "./columns-for.ts";

/** What processes deliveries. */
export interface Processing {
  readonly ownerUrl: string;
  readonly catalogue: Catalogue;
  /** The workflows of the hub: some rows that are delivered have one before them. */
  readonly machines: readonly Machine[];
  readonly secrets: StoredSecrets;
  readonly log: Log;
  /** Whether the hub is stopping: then what is under way is let go, to be taken up again. */
  readonly isStopping?: () => boolean;
}

/** The hub stops. */
class Stopping extends Error {}

/** A delivery that is registered, with its file. */
export interface RegisteredDelivery {
  readonly id: string;
  readonly dataset: Dataset;
  readonly deliverer: Deliverer;
  readonly file: string;
  readonly byteCount: number;
  readonly format: TableFormat;
  readonly encoding: TableEncoding | null;
}

/** What came of it: its outcome, that it was cancelled or interrupted, that somebody else is at it, or that it was let go because the hub stops. */
export type Processed = IngestOutcome | { readonly state: "CANCELLED" | "INTERRUPTED" | "ELSEWHERE" | "STOPPED" };

/** Is told how far a delivery has come, and which share of the phase that is, in percent; null where that is not known. */
type Told = (progress: IngestProgress, share: number | null) => void;

/** As the server's lists show the connection whose transaction takes a delivery in. */
const deliverySession = "hub-delivery";

/** Milliseconds between two looks at whether a delivery was cancelled, at which its progress is noted as well. */
const lookEvery = 1_000;

/** The database has not the room that this delivery takes: it would not have it a second later either. */
const shortages = ["53100", "53200", "53400"];

/** Tries, where others were writing the same rows at the same time. */
const tries = 4;

/**
 * Processes a delivery from its beginning to its end. However often it is tried, and whenever the hub or the database goes away meanwhile, its rows are
 * taken once and its end is noted with them, or nothing has happened.
 *
 * @throws where the database went away: then it is to be processed again
 */
export async function processDelivery(processing: Processing, delivery: RegisteredDelivery, told: Told = () => {}): Promise<Processed> {
  const notes = openOwnerSession(processing.ownerUrl, "hub-delivery-notes");
  try {
    if (!(await takeDelivery(notes.ask, delivery.id))) return { state: "ELSEWHERE" };
    try {
      await beginDelivery(notes.ask, delivery.id);
      return await takeOrReject(processing, delivery, notes, told);
    } catch (error) {
      if (error instanceof DeliveryCancelled) {
        await forgetProgress(notes.ask, delivery.id);
        return { state: "CANCELLED" };
      }
      if (error instanceof Stopping) return { state: "STOPPED" };
      if (isOutage(codeOf(error)) && !hasCode(error, ...shortages)) throw error;
      processing.log.error(`The delivery ${delivery.id} could not be finished: ${whatOf(error)}.`);
      await interruptDelivery(notes.ask, delivery.id);
      return { state: "INTERRUPTED" };
    }
  } finally {
    await notes.close();
  }
}

/** The code of what was thrown, else its name and where it was: the database's own words may hold values of the row. */
function whatOf(error: unknown): string {
  if (codeOf(error) !== "" || !(error instanceof Error)) return codeOf(error) || "unknown";
  const [at = ""] = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return `${error.name} ${at.trim()}`;
}

/** A fault at a column of the dataset is told by the field, as those of rows are, whatever the file calls it. */
function atField(fault: FileFault, { dataset, deliverer }: RegisteredDelivery): FileFault {
  const key = fault.column === null ? undefined : takenColumns(columnsFor(dataset, deliverer)).keyOf(fault.column);
  return key === undefined ? fault : new FileFault(fault.code, { ...fault, column: key });
}

/** Takes a delivery, or notes what is wrong with its file as a whole. */
async function takeOrReject(processing: Processing, delivery: RegisteredDelivery, notes: OwnerSession, told: Told): Promise<IngestOutcome> {
  try {
    return await tryToTake(processing, delivery, notes, told);
  } catch (error) {
    const faults = fileFaultsOf(error);
    if (faults.length === 0) throw error;
    return await reject(processing, delivery, faults.map((fault) => atField(fault, delivery)));
  }
}

/** In a session of its own: where it fails, that one is of no use any more. */
async function reject({ ownerUrl }: Processing, { id }: RegisteredDelivery, faults: readonly FileFault[]): Promise<IngestOutcome> {
  const outcome: IngestOutcome = { state: "REJECTED", rowsRead: 0, rowsTaken: 0, rowsFaulty: 0, inserted: 0, updated: 0, unchanged: 0 };
  const session = openOwnerSession(ownerUrl, deliverySession);
  try {
    await session.transaction("isolation level read committed", async (ask) => {
      await keepFileFaults(ask, id, faults);
      await settleDelivery(ask, id, outcome, null);
    });
  } finally {
    await session.close();
  }
  return outcome;
}

async function tryToTake(processing: Processing, delivery: RegisteredDelivery, notes: OwnerSession, told: Told): Promise<IngestOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const session = openOwnerSession(processing.ownerUrl, deliverySession);
    const table = await openTable(delivery.file, takenColumns(columnsFor(delivery.dataset, delivery.deliverer)), delivery).catch(async (error: unknown) => {
      await session.close();
      throw error;
    });
    const watch = watchOver(delivery, table, notes, { told, isStopping: processing.isStopping ?? (() => false) });
    try {
      watch.statementsOf(await backendOf(session));
      const faults = missingColumns(columnsFor(delivery.dataset, delivery.deliverer), table.columns);
      if (faults.length > 0) throw new FileFaults(faults);
      return await ingest(session, {
        catalogue: processing.catalogue,
        machines: processing.machines,
        dataset: delivery.dataset,
        deliverer: delivery.deliverer,
        deliveryId: delivery.id,
        columns: table.columns,
        rows: table.rows(),
        secrets: processing.secrets,
        progress: watch.progress,
        assertWanted: watch.assertWanted,
        settle: (ask, outcome) => settleDelivery(ask, delivery.id, outcome, table.encoding),
      });
    } catch (error) {
      watch.assertWanted(); // what was thrown because of a cancellation is one
      // Another delivery, or a workflow, has written the same rows meanwhile: what was checked is to be checked again.
      if (attempt >= tries || !hasCode(error, "40001", "40P01", "23505", "23503")) throw error;
    } finally {
      await Promise.all([watch.end(), table.close(), session.close()]);
    }
  }
}

/** Which of the server's processes carries out the statements of a session. */
async function backendOf({ ask }: OwnerSession): Promise<number> {
  const [row] = await ask<{ pid: number }>("select pg_backend_pid() as pid");
  return row!.pid;
}

/** Notes the progress of a delivery once a second, and finds out whether it is not to go on: then the statement that is being carried out is ended as well. */
function watchOver({ id, byteCount }: RegisteredDelivery, table: Table, notes: OwnerSession, { told, isStopping }: { readonly told: Told; readonly isStopping: () => boolean }) {
  let last: IngestProgress | null = null;
  let noted = "";
  let backend: number | null = null;
  let ended: { readonly by: unknown } | null = null;
  const shareOf = ({ phase, rows, of }: IngestProgress): number | null => (phase === "READING" ? percent(table.bytesRead, byteCount) : phase === "MERGING" && of !== null ? percent(rows, of) : null);
  const look = async (): Promise<void> => {
    if (isStopping()) throw new Stopping();
    const share = last && shareOf(last);
    const now = `${last?.phase} ${share}`;
    if (last && now !== noted) {
      noted = now;
      await noteProgress(notes.ask, id, last, share);
    } else await assertWanted(notes.ask, id);
  };
  const end = async (by: unknown): Promise<void> => {
    ended = { by };
    // Checking and merging are statements that may take minutes.
    if (backend !== null) await notes.ask("select pg_terminate_backend(pid) from pg_stat_activity where pid = $1::integer and application_name = $2::text", [backend, deliverySession]).catch(() => {});
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(() => (ended ? undefined : look().catch(end)));
  }, lookEvery);
  return {
    progress: (progress: IngestProgress): void => {
      last = progress;
      told(progress, shareOf(progress));
    },
    assertWanted: (): void => {
      if (ended) throw ended.by as Error;
      if (isStopping()) throw new Stopping();
    },
    statementsOf: (pid: number): void => void (backend = pid),
    end: async (): Promise<void> => {
      clearInterval(timer);
      await looking;
    },
  };
}

const percent = (part: number, of: number): number | null => (of === 0 ? null : Math.min(100, Math.floor((100 * part) / of)));

import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Machine } from "../../workflow/machine.ts";
import type { Ask, Copy, OwnerSession } from "../../store/owner-session.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import type { TableRow } from "../table/table.ts";
import { lineMaker } from "./check-rows.ts";
import type { Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { deliveryDigests } from "./delivery-digests.ts";
import { keepFaults } from "./keep-faults.ts";
import { holdSql } from "./hold-sql.ts";
import { mergeSql } from "./merge-sql.ts";
import { followSql, namesOwnRows, resolveSql } from "./resolve-sql.ts";
import { createStaging, stagedColumns, stagedNames, type StagedColumns } from "./staged-columns.ts";
import { countTold, keepWaiting } from "./waiting.ts";

/** What becomes of the rows of a delivery. */
export interface IngestOutcome {
  /** REJECTED: nothing was taken; where the dataset is taken as a whole, because of the faults of some rows. */
  readonly state: "COMPLETED" | "REJECTED";
  readonly rowsRead: number;
  /** Rows that were taken, changed something or not. */
  readonly rowsTaken: number;
  readonly rowsFaulty: number;
  /** Of the rows that were taken: new ones, changed ones, and those that said nothing new. */
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** How far a delivery has come: rows read, then rows of all that were merged. */
export interface IngestProgress {
  readonly phase: "READING" | "CHECKING" | "MERGING";
  readonly rows: number;
  /** Null while it is not known. */
  readonly of: number | null;
}

export interface IngestTask {
  readonly catalogue: Catalogue;
  /** The workflows of the hub: some rows that are delivered have one before them. */
  readonly machines: readonly Machine[];
  readonly dataset: Dataset;
  readonly deliverer: Deliverer;
  /** Identifier (uuid) of the delivery, which is registered. */
  readonly deliveryId: string;
  /** Fields of the columns that the file has, in the order of the cells; all that the dataset demands are among them. */
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly TableRow[]>;
  readonly secrets: StoredSecrets;
  readonly progress: (progress: IngestProgress) => void;
  /** Called now and then, and before anything is made final; throws where the delivery is to stop. */
  readonly assertWanted: () => void;
  /** Whether rows are tried again that have waited: of what is wrong with them now nobody is told. */
  readonly isRetry?: boolean;
  /** Notes the outcome in the same transaction: it is there exactly when the rows are. */
  readonly settle: (ask: Ask, outcome: IngestOutcome) => Promise<void>;
}

/** First number of the lock under which deliveries of one dataset by one body take turns. */
const lockClass = 4_180_203;

/** Waits until nobody else brings in rows of the same dataset by the same body, and says to the database who it is. */
export async function takeTurn(ask: Ask, dataset: Dataset, { body, jurisdiction }: Deliverer): Promise<void> {
  await ask(`select pg_advisory_xact_lock(${lockClass}, hashtext($1::text))`, [`${dataset.name} ${body ?? ""}`]);
  await ask("select set_config('hub.body', $1::text, true), set_config('hub.jurisdiction', $2::text, true)", [body ?? "", jurisdiction ?? ""]);
}

/** Rows that are merged by one statement: what its triggers note of each row is in the server's memory until it ends. */
const rowsAtATime = 20_000;

/**
 * Takes a delivery into the hub, in one transaction: its rows are copied into a table of the transaction's own, checked, merged with what is there, and the
 * faults of the others are noted. Whatever ends it before its end, nothing of it has happened.
 *
 * @throws FileFault where the file ends being readable; whatever the database throws. The session is of no use afterwards.
 */
export const ingest = (session: OwnerSession, task: IngestTask): Promise<IngestOutcome> =>
  session.transaction("isolation level read committed", async (ask, copy) => {
    const { dataset, deliverer } = task;
    const staged = stagedColumns(dataset, task.columns);
    await takeTurn(ask, dataset, deliverer);
    await ask(createStaging(staged));
    const rowsRead = await stage(copy, staged, task);
    task.progress({ phase: "CHECKING", rows: rowsRead, of: rowsRead });
    return settleStaged(ask, staged, task, rowsRead);
  });

/** Copies the rows of the file into the staging table; answers how many there were. */
async function stage(copy: Copy, staged: StagedColumns, { dataset, deliverer, secrets, rows, progress, assertWanted }: IngestTask): Promise<number> {
  const lineOf = lineMaker(dataset, staged, deliveryDigests(secrets), deliverer.body);
  const output = await copy(`copy staged (${stagedNames(staged).join(", ")}) from stdin`);
  let read = 0;
  try {
    for await (const group of rows) {
      assertWanted();
      let lines = "";
      for (const row of group) lines += lineOf(row);
      read += group.length;
      await output.write(lines);
      progress({ phase: "READING", rows: read, of: null });
    }
  } catch (error) {
    output.giveUp();
    throw error;
  }
  await output.end();
  return read;
}

/** Checks what is staged and merges what may be; the staging table is filled, by a file or by rows that have waited. */
export async function settleStaged(ask: Ask, staged: StagedColumns, task: Omit<IngestTask, "rows" | "columns">, rowsRead: number): Promise<IngestOutcome> {
  const { catalogue, machines, dataset, deliverer, deliveryId, secrets } = task;
  // The usual sample, ten times as large, takes up to a quarter of a delivery of some ten thousand rows and changes no plan.
  await ask("select set_config('default_statistics_target', '10', true)");
  await ask("analyze staged");
  for (const hold of holdSql(catalogue, dataset, staged, deliverer)) await ask(hold);
  await ask(resolveSql(catalogue, dataset, staged, deliverer));
  await ask("create index on resolved (staged_row)");
  await ask("analyze resolved");
  const ownRows = namesOwnRows(dataset, staged);
  if (ownRows !== null) while ((await ask<{ count: number }>(followSql(ownRows)))[0]!.count > 0);
  const [sum] = await ask<{ last: number; faulty: number }>(`select coalesce(max(staged_row), 0)::integer as last, count(*) filter (where cardinality(faults) > 0)::integer as faulty from resolved`);
  const { last, faulty } = sum!;
  if (faulty > 0 && !task.isRetry) await keepFaults(ask, deliveryId);
  const isRejected = rowsRead === faulty || (dataset.supply.takes === "ALL_ROWS" && faulty > 0 && !task.isRetry);
  const told = isRejected ? { inserted: 0, updated: 0, unchanged: 0 } : await countTold(ask, dataset);
  if (!isRejected) {
    const sql = mergeSql({ catalogue, machines }, dataset, staged, { deliverer, deliveryId });
    // The database looks at references when a statement ends: rows that name each other come in with one.
    const step = ownRows === null ? rowsAtATime : last;
    for (let from = 0; from < last; from += step) {
      task.assertWanted();
      const range = [from, from + step];
      await ask(sql.insert, range);
      await ask(sql.update, range);
      for (const text of sql.arrival) await ask(text, range);
      for (const { text, usesKey } of sql.parts) await ask(text, usesKey ? [...range, secrets.encryption] : range);
      task.progress({ phase: "MERGING", rows: Math.max(0, Math.min(from + step, last) - 1), of: Math.max(0, last - 1) });
    }
    await keepWaiting(ask, { dataset, staged, deliverer, deliveryId, secrets });
  }
  const outcome: IngestOutcome = {
    state: isRejected ? "REJECTED" : "COMPLETED",
    rowsRead,
    rowsTaken: isRejected ? 0 : rowsRead - faulty,
    rowsFaulty: faulty,
    ...told,
  };
  task.assertWanted();
  await task.settle(ask, outcome);
  return outcome;
}

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Machine } from "../../workflow/machine.ts";
import { openOwnerSession, type Ask } from "../../store/owner-session.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import { columnsFor } from "../ingest/columns-for.ts";
import type { Dataset } from "../ingest/dataset.ts";
import type { Deliverer } from "../ingest/deliverer.ts";
import { beginDelivery, settleDelivery, takeDelivery } from "../ingest/delivery-notes.ts";
import { ingest, type IngestOutcome, type IngestProgress, type IngestTask } from "../ingest/ingest.ts";
import { newDeliveryId, registerDelivery } from "../ingest/register-delivery.ts";
import { knownColumns } from "../table/known-columns.ts";
import { openTable } from "../table/open-table.ts";
import { rowGroup } from "../table/row-groups.ts";
import type { TableRow } from "../table/table.ts";
import type { ReferenceFile } from "./reference-files.ts";
import { clientOf, seedVersion } from "./seed-guard.ts";
import type { SeedTable } from "./seed-table.ts";
import type { SeedWorld } from "./seed-world.ts";

export interface Seeding {
  readonly ownerUrl: string;
  readonly catalogue: Catalogue;
  /** The workflows of the hub: some rows that are delivered have one before them. */
  readonly machines: readonly Machine[];
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly secrets: StoredSecrets;
  readonly scale: number;
}

/** What became of a dataset; null where it had been taken before. */
export type Seeded = IngestOutcome | null;

/** A row of a made-up dataset was faulty: it is the seed that is wrong. */
export class SeedFault extends Error {
  constructor(dataset: string, faults: readonly string[]) {
    super(`The made-up rows of ${dataset} have faults, and nothing of them was taken: ${faults.join(", ")}.`);
    this.name = "SeedFault";
  }
}

/** Takes the made-up rows of a dataset in as a delivery of the hub's own. @throws SeedFault; what the database throws */
export const seedDataset = (seeding: Seeding, table: SeedTable, world: SeedWorld, told: (progress: IngestProgress) => void): Promise<Seeded> =>
  deliver(seeding, table.dataset, `made up, version ${seedVersion}, scale ${seeding.scale}, ${table.dataset}`, async (take) => take(table.columns, grouped(table.rows(world)), told));

/** Takes a table of the repository in, by the same way. @throws SeedFault; what the database throws */
export const seedReference = (seeding: Seeding, { dataset: name, file }: ReferenceFile, told: (progress: IngestProgress) => void): Promise<Seeded> =>
  readFile(file, "utf8").then((content) =>
    deliver(seeding, name, content, async (take) => {
      const table = await openTable(file, knownColumns(columnsFor(seeding.datasets.get(name)!, { audience: null })), { format: "CSV", encoding: "UTF-8" });
      try {
        return await take(table.columns, table.rows(), told);
      } finally {
        await table.close();
      }
    }),
  );

/** Rows as if read from a file, whose first line has the names of the columns. Between two groups the connection has its turn, as it has while a file is read. */
async function* grouped(rows: Iterable<readonly (string | null)[]>): AsyncIterable<readonly TableRow[]> {
  const group = rowGroup();
  let number = 1;
  for (const cells of rows) {
    number += 1;
    const full = group.add({ number, cells, faults: [] });
    if (!full) continue;
    yield full;
    await setImmediate();
  }
  const rest = group.rest();
  if (rest) yield rest;
}

type Take = (columns: readonly string[], rows: IngestTask["rows"], progress: IngestTask["progress"]) => Promise<IngestOutcome>;

/** @param content what the rows follow from: the same content is the same delivery, which is taken once */
async function deliver({ ownerUrl, catalogue, machines, datasets, secrets, scale }: Seeding, name: string, content: string, rows: (take: Take) => Promise<IngestOutcome>): Promise<Seeded> {
  const dataset = datasets.get(name)!;
  const deliverer: Deliverer = { client: clientOf(scale), audience: null, body: null, jurisdiction: null };
  const notes = openOwnerSession(ownerUrl, "hub-seed-notes");
  const session = openOwnerSession(ownerUrl, "hub-seed");
  try {
    const digest = createHash("sha256").update(content).digest("hex");
    const arrived = { dataset, deliverer, format: "CSV", encoding: "UTF-8", byteCount: 0, digest } as const; // no file was ever there
    const { id, isUnderWay } = await notes.transaction("isolation level read committed", (ask) => registerDelivery(ask, newDeliveryId(), arrived));
    if (!isUnderWay) return null;
    if (!(await takeDelivery(notes.ask, id))) throw new Error(`Another process is seeding ${name} already.`);
    await beginDelivery(notes.ask, id);
    const settle = async (ask: Ask, outcome: IngestOutcome): Promise<void> => {
      if (outcome.rowsFaulty > 0) throw new SeedFault(name, await faultsOf(ask, id));
      await settleDelivery(ask, id, outcome, "UTF-8");
    };
    return await rows((columns, groups, progress) => ingest(session, { catalogue, machines, dataset, deliverer, deliveryId: id, columns, rows: groups, secrets, progress, assertWanted: () => {}, settle }));
  } finally {
    await Promise.all([notes.close(), session.close()]);
  }
}

const faultsOf = async (ask: Ask, id: string): Promise<readonly string[]> =>
  (await ask<{ fault: string }>(`select coalesce("column", 'row') || ' ' || code || ' × ' || count(*) || ' (row ' || min("row") || ')' as fault from delivery_fault where delivery_id = $1::uuid group by "column", code order by count(*) desc`, [id])).map(({ fault }) => fault);

import { randomUUID } from "node:crypto";
import type { Ask } from "../../store/owner-session.ts";
import type { FileFault } from "./file-fault.ts";

/** Faults of one delivery that are kept; a file with more is not being mended by hand. */
export const faultsKept = 1_000_000;

/** Keeps the faults of the rows of `resolved`, those of the first rows first. What is read by row and identifier is in the order of the columns. */
export const keepFaults = async (ask: Ask, deliveryId: string): Promise<void> =>
  void (await ask(
    `insert into delivery_fault (id, delivery_id, "row", "column", code)
     select overlay(gen_random_uuid()::text placing lpad(to_hex(f.place), 8, '0') from 1 for 8)::uuid, $1::uuid, x.staged_row, nullif(split_part(f.fault, ':', 1), ''), split_part(f.fault, ':', 2)
     from resolved x cross join lateral unnest(x.faults) with ordinality f(fault, place) where cardinality(x.faults) > 0 order by x.staged_row, f.place limit ${faultsKept}`,
    [deliveryId],
  ));

/** Keeps the faults of a file that could not be taken as one. */
export async function keepFileFaults(ask: Ask, deliveryId: string, faults: readonly FileFault[]): Promise<void> {
  for (const [place, { code, column, row, detail }] of faults.entries())
    await ask(`insert into delivery_fault (id, delivery_id, "row", "column", code, detail) values ($1::uuid, $2::uuid, $3::integer, $4::text, $5::text, $6::text)`, [`${place.toString(16).padStart(8, "0")}${randomUUID().slice(8)}`, deliveryId, row ?? 0, column, code, detail && `${detail.zh} ${detail.en}`]);
}

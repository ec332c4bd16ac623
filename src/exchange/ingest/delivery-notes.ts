import type { Ask } from "../../store/owner-session.ts";
import type { IngestOutcome, IngestProgress } from "./ingest.ts";

/** Whoever processes a delivery finds that it is not to go on: somebody cancelled it. */
export class DeliveryCancelled extends Error {
  constructor() {
    super("The delivery was cancelled.");
    this.name = "DeliveryCancelled";
  }
}

/** First number of the session's lock that tells that a delivery is being processed. */
const lockClass = 4_180_204;

/** Makes a delivery this session's to process; false where another session has it. The session's end gives it back. */
export async function takeDelivery(ask: Ask, id: string): Promise<boolean> {
  const [row] = await ask<{ taken: boolean }>(`select pg_try_advisory_lock(${lockClass}, hashtext($1::text)) as taken`, [id]);
  return row!.taken;
}

/** The change of a delivery's state as an event, like those that people cause. */
const noted = (event: string, from: string): string =>
  `insert into workflow_event (type, row_id, event, from_state, to_state, version, client) select 'Delivery', c.id, '${event}', '${from}', c.state, c.version, null from changed c returning row_id`;

/** Begins the processing of a delivery that waits for it, or whose processing ended with whoever did it: then it goes on being processed. */
export async function beginDelivery(ask: Ask, id: string): Promise<void> {
  const begun = await ask(
    `with changed as (update delivery set state = 'PROCESSING', phase = 'READING', progress = null, rows_read = 0, finished_at = null, version = version + 1 where id = $1::uuid and state = 'RECEIVED' returning id, state, version) ${noted("processDelivery", "RECEIVED")}`,
    [id],
  );
  if (begun.length > 0) return;
  const begunBefore = await ask("update delivery set phase = 'READING', progress = null, rows_read = 0 where id = $1::uuid and state = 'PROCESSING' returning id", [id]);
  if (begunBefore.length === 0) throw new DeliveryCancelled();
}

/** Notes how far a delivery has come. */
export async function noteProgress(ask: Ask, id: string, { phase, rows, of }: IngestProgress, share: number | null): Promise<void> {
  const found = await ask("update delivery set phase = $2::text, rows_read = $3::integer, progress = $4::integer where id = $1::uuid and state = 'PROCESSING' returning id", [id, phase, of ?? rows, share]);
  if (found.length === 0) await assertWanted(ask, id);
}

/** Asks whether a delivery is still to go on. One that has ended meanwhile was not cancelled. */
export async function assertWanted(ask: Ask, id: string): Promise<void> {
  const found = await ask("select id from delivery where id = $1::uuid and state in ('PROCESSING', 'COMPLETED', 'REJECTED')", [id]);
  if (found.length === 0) throw new DeliveryCancelled();
}

/** Ends a delivery with its outcome, in the transaction in which its rows were merged. */
export async function settleDelivery(ask: Ask, id: string, outcome: IngestOutcome, encoding: string | null): Promise<void> {
  const { state, rowsRead, rowsTaken, rowsFaulty, inserted, updated, unchanged } = outcome;
  const ended = await ask(
    `with changed as (update delivery set state = $2::text, phase = null, progress = null, rows_read = $3::integer, rows_taken = $4::integer, rows_faulty = $5::integer, rows_inserted = $6::integer, rows_updated = $7::integer, rows_unchanged = $8::integer,
       encoding = coalesce($9::text, encoding), finished_at = hub_now(), version = version + 1 where id = $1::uuid and state = 'PROCESSING' returning id, state, version) ${noted(state === "COMPLETED" ? "completeDelivery" : "rejectDelivery", "PROCESSING")}`,
    [id, state, rowsRead, rowsTaken, rowsFaulty, inserted, updated, unchanged, encoding],
  );
  if (ended.length === 0) throw new DeliveryCancelled();
}

/** Of a delivery that was cancelled while it was processed, forgets how far it had come. */
export const forgetProgress = async (ask: Ask, id: string): Promise<void> => void (await ask("update delivery set phase = null, progress = null, rows_read = 0 where id = $1::uuid and state = 'CANCELLED'", [id]));

/** A delivery that could not be finished; it can be resumed. */
export const interruptDelivery = async (ask: Ask, id: string): Promise<void> =>
  void (await ask(
    `with changed as (update delivery set state = 'INTERRUPTED', phase = null, progress = null, finished_at = hub_now(), version = version + 1 where id = $1::uuid and state = 'PROCESSING' returning id, state, version) ${noted("interruptDelivery", "PROCESSING")}`,
    [id],
  ));

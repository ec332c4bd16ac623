import { randomBytes, randomUUID } from "node:crypto";
import { audienceCode } from "../../catalog/audience-code.ts";
import type { Ask } from "../../store/owner-session.ts";
import type { TableEncoding, TableFormat } from "../table/table.ts";
import type { Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";

/** A file that has arrived whole. */
export interface ArrivedFile {
  readonly dataset: Dataset;
  readonly deliverer: Deliverer;
  readonly format: TableFormat;
  /** Null where whoever delivered did not say: then the file tells. */
  readonly encoding: TableEncoding | null;
  readonly byteCount: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

/** What whoever delivered is given: the same for the same file, however often it is sent. */
export interface Receipt {
  readonly id: string;
  readonly receiptNo: string;
  /** Whether the delivery was there before, by the same file. */
  readonly wasThere: boolean;
  /** Whether it is still to be processed. */
  readonly isUnderWay: boolean;
}

/** First number of the lock under which the deliveries of one dataset by one body are registered. */
const lockClass = 4_180_205;

/**
 * Registers a delivery, in a transaction of its own. The file that is under way already, or that was the last one to be taken without a fault, is not
 * registered again: it would change nothing. A file from before another one is, since it changes back what that one has changed.
 *
 * @param id identifier (uuid) for a new delivery, under which its file is kept
 */
export async function registerDelivery(ask: Ask, id: string, { dataset, deliverer, format, encoding, byteCount, digest }: ArrivedFile): Promise<Receipt> {
  await takeRegister(ask, { dataset, deliverer });
  const [last] = await ask<{ id: string; receiptNo: string; isUnderWay: boolean; isSame: boolean }>(
    `select id, receipt_no as "receiptNo", state <> 'COMPLETED' as "isUnderWay", (state <> 'COMPLETED' or rows_faulty = 0) and file_digest = $3::text and format = $4::text and (encoding = $5::text or $5::text is null or encoding is null) as "isSame" from delivery
     where dataset = $1::text and organization_id is not distinct from $2::uuid and state in ('RECEIVED', 'PROCESSING', 'COMPLETED')
     order by received_at desc limit 1`,
    [dataset.name, deliverer.body, digest, format, encoding],
  );
  if (last?.isSame) return { id: last.id, receiptNo: last.receiptNo, wasThere: true, isUnderWay: last.isUnderWay };
  const receiptNo = `RC-${randomBytes(8).toString("hex").toUpperCase()}`;
  await ask(
    `with made as (insert into delivery (id, receipt_no, organization_id, client_id, audience, jurisdiction, dataset, format, encoding, byte_count, file_digest, received_at)
       values ($1::uuid, $2::text, $3::uuid, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::numeric, $11::text, hub_now()) returning id, state, version)
     insert into workflow_event (type, row_id, event, to_state, version, client, organization_id) select 'Delivery', id, 'receiveDelivery', state, version, $4::text, $3::uuid from made`,
    [id, receiptNo, deliverer.body, deliverer.client, deliverer.audience === null ? null : audienceCode(deliverer.audience), deliverer.jurisdiction, dataset.name, format, encoding, String(byteCount), digest],
  );
  return { id, receiptNo, wasThere: false, isUnderWay: true };
}

/** Whether a delivery was registered, where the connection was lost meanwhile: it waits until whoever was registering it has ended, one way or the other. */
export async function isRegistered(ask: Ask, id: string, of: Pick<ArrivedFile, "dataset" | "deliverer">): Promise<boolean> {
  await takeRegister(ask, of);
  return (await ask("select id from delivery where id = $1::uuid", [id])).length > 0;
}

const takeRegister = (ask: Ask, { dataset, deliverer }: Pick<ArrivedFile, "dataset" | "deliverer">): Promise<object[]> =>
  ask(`select pg_advisory_xact_lock(${lockClass}, hashtext($1::text))`, [`${dataset.name} ${deliverer.body ?? ""}`]);

/** A new identifier for a delivery. */
export const newDeliveryId = (): string => randomUUID();

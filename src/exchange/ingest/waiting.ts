import { identifier, literal } from "../../policy/rule-sql.ts";
import { encryptSql } from "../../store/encrypt-sql.ts";
import type { Ask } from "../../store/owner-session.ts";
import type { StoredSecrets } from "../../store/secrets.ts";
import type { Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import { stagedNames, type StagedColumns } from "./staged-columns.ts";

/**
 * Rows that were taken and are not there yet: they name what their deliverer knows nothing of. Nobody is told which; they are tried again whenever rows
 * have come in, and become what they say as soon as they can. What is kept of them is encrypted.
 */
interface Waiting {
  readonly dataset: Dataset;
  readonly staged: StagedColumns;
  readonly deliverer: Deliverer;
  readonly deliveryId: string;
  readonly secrets: Pick<StoredSecrets, "encryption">;
}

/** What the rows of a delivery are to what their source has delivered last, whether that waits or is there. */
export interface ToldCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Counts the rows of `resolved` without faults as their deliverer is told of them, before they are merged: one that waits is told like one that does not,
 * or the numbers would tell what the deliverer may not know.
 */
export async function countTold(ask: Ask, dataset: Dataset): Promise<ToldCounts> {
  const [counts] = await ask<ToldCounts>(
    `select count(*) filter (where w.hash is null and not x.is_there)::integer as inserted,
       count(*) filter (where coalesce(w.hash <> x.staged_hash, x.is_there and not x.is_same))::integer as updated,
       count(*) filter (where coalesce(w.hash = x.staged_hash, x.is_same))::integer as unchanged
     from resolved x left join delivery_waiting w on w.dataset = ${literal(dataset.name)} and w.row_id = x.row_id where cardinality(x.faults) = 0`,
  );
  return counts!;
}

/** Keeps the rows of `resolved` that wait, in the place of those of the same key that waited before, and forgets those that wait no more. */
export async function keepWaiting(ask: Ask, { dataset, staged, deliverer, deliveryId, secrets }: Waiting): Promise<void> {
  const name = literal(dataset.name);
  const columns = literal(`{${staged.columns.map(({ column }) => column.key).join(",")}}`);
  const body = deliverer.body === null ? "null" : literal(deliverer.body);
  await ask(
    `insert into delivery_waiting as w (dataset, row_id, organization_id, delivery_id, hash, columns, content)
     select ${name}, x.row_id, ${body}::uuid, $1::uuid, x.staged_hash, ${columns}::text[], ${encryptSql(`row_to_json(s)::text`, "$2::text")}
     from resolved x join staged s on s.staged_row = x.staged_row where cardinality(x.faults) = 0 and x.waits
     on conflict (dataset, row_id) do update set delivery_id = excluded.delivery_id, hash = excluded.hash, columns = excluded.columns, content = excluded.content where w.hash <> excluded.hash`,
    [deliveryId, secrets.encryption],
  );
  await ask(`delete from delivery_waiting w using resolved x where w.dataset = ${name} and w.row_id = x.row_id and cardinality(x.faults) = 0 and not x.waits`);
}

/** Puts the rows of a delivery that wait into the staging table again. */
export async function stageWaiting(ask: Ask, { dataset, staged, deliveryId, secrets }: Omit<Waiting, "deliverer">): Promise<number> {
  const names = stagedNames(staged).map((name) => `r.${name.startsWith('"') ? name : identifier(name)}`).join(", ");
  const [staging] = await ask<{ count: number }>(
    `with put as (
       insert into staged (${stagedNames(staged).join(", ")})
       select ${names} from delivery_waiting w cross join lateral json_populate_record(null::staged, pgp_sym_decrypt(w.content, $3::text)::json) r where w.dataset = $1::text and w.delivery_id = $2::uuid returning 1
     ) select count(*)::integer as count from put`,
    [dataset.name, deliveryId, secrets.encryption],
  );
  return staging!.count;
}

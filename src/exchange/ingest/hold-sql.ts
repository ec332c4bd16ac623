import { sourceField } from "../../catalog/supply.ts";
import { identifier, literal } from "../../policy/rule-sql.ts";
import type { Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import type { StagedColumns } from "./staged-columns.ts";

/**
 * The statement that holds the rows which a delivery may change, until it ends: whether somebody has decided on one in a workflow is then
 * asked once, and nobody decides on it before the delivery is through. Null where nothing is ever decided on rows of the type.
 */
export function holdSql({ type, supply, hasSource, isKeyGlobal }: Dataset, staged: StagedColumns, { body }: Deliverer): string | null {
  if (supply.fixedOnce === null) return null;
  const key = staged.columns.find(({ column }) => column.key === supply.key)!;
  const column = (field: string): string => `t.${identifier(type.storage.places[field]!.column.name)}`;
  const isOwn = hasSource && !isKeyGlobal && body !== null ? ` and ${column(sourceField)} = ${literal(body)}::uuid` : "";
  return `select count(*) from (select t.id from public.${identifier(type.storage.name)} t where ${column(supply.key)} in (select s.${key.name} from staged s)${isOwn} order by t.id for update) held`;
}

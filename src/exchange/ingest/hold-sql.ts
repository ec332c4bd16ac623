import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Entity } from "../../catalog/node-type.ts";
import { pathsOf } from "../../catalog/rule.ts";
import { sourceField } from "../../catalog/supply.ts";
import { identifier, literal } from "../../policy/rule-sql.ts";
import type { Dataset } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import type { StagedColumns } from "./staged-columns.ts";

/**
 * The statements that hold, until a delivery ends, the rows which it may change, and those of workflows that it names and is judged by: whether
 * somebody has decided on one is then asked once, and nobody decides on it before the delivery is through. What rows belong to is held before
 * them, in the order in which a workflow takes them. None where nothing is ever decided on either.
 */
export function holdSql(catalogue: Catalogue, { type, supply, hasSource, isKeyGlobal }: Dataset, staged: StagedColumns, { body }: Deliverer): readonly string[] {
  const named = (to: Entity, by: string, name: string, isOwn: boolean, how: string): string => {
    const column = (field: string): string => `t.${identifier(to.storage.places[field]!.column.name)}`;
    const ofSource = isOwn && body !== null ? ` and ${column(sourceField)} = ${literal(body)}::uuid` : "";
    return `select count(*) from (select t.id from public.${identifier(to.storage.name)} t where ${column(by)} in (select s.${name} from staged s)${ofSource} order by t.id ${how}) held`;
  };
  const judging = new Set(pathsOf(supply.by).map((path) => catalogue.pathOf(type, path).edges[0]?.fromKey));
  const holders = staged.columns.flatMap(({ name, column: { key, reference } }) =>
    reference === null || !judging.has(key) ? [] : reference.targets.flatMap((to) => (to.kind === "entity" && to.kept === "workflow" ? [named(to, reference.digest ?? reference.by, name, reference.isOwn, "for share")] : [])),
  );
  const isHeld = supply.fixedOnce !== null || holders.length > 0;
  const { name } = staged.columns.find(({ column }) => column.key === supply.key)!;
  return isHeld ? [...holders, named(type, supply.key, name, hasSource && !isKeyGlobal, "for update")] : [];
}

import type { Catalogue } from "../../catalog/catalogue.ts";
import type { Entity } from "../../catalog/node-type.ts";
import { tableOf, type Storage } from "../../catalog/storage.ts";
import { identifier } from "../../policy/rule-sql.ts";
import { arrayOf, type Ask } from "../owner-session.ts";

/**
 * Deletes rows for good: those that belong to them, themselves, their earlier versions and the events of their workflow.
 *
 * @param ids as an array literal
 */
export async function deleteRows(ask: Ask, catalogue: Catalogue, type: Entity, goingWith: readonly Entity[], ids: string): Promise<void> {
  for (const child of goingWith) {
    const deleted = await ask<{ id: string }>(`delete from ${identifier(child.storage.name)} where ${keyTo(catalogue, child, type)} = any($1::uuid[]) returning "id"`, [ids]);
    await forget(ask, child, arrayOf(deleted.map(({ id }) => id)));
  }
  await ask(`delete from ${identifier(type.storage.name)} where "id" = any($1::uuid[])`, [ids]);
  await forget(ask, type, ids);
}

/** What is left of rows that were deleted: history keeps what is deleted, and the workflow's events what was said of it. */
async function forget(ask: Ask, { name, storage }: Entity, ids: string): Promise<void> {
  for (const part of Object.keys(storage.history)) await ask(`delete from ${identifier(`${tableOf(storage, part)}_history`)} where "id" = any($1::uuid[])`, [ids]);
  await ask(`delete from "workflow_event" where "type" = $2::text and "row_id" = any($1::uuid[])`, [ids, name]);
}

/** The column by which rows name the row that they belong to. */
function keyTo(catalogue: Catalogue, child: Entity, type: Entity): string {
  const edge = [...catalogue.edgesOf(child).values()].find(({ cardinality, to, toKey }) => cardinality === "one" && to.name === type.name && toKey === "id");
  if (!edge) throw new Error(`${child.name} does not belong to ${type.name}`);
  return identifier(child.storage.places[edge.fromKey]!.column.name);
}

/** Tables that refuse every deletion let this one pass, until the transaction ends: nobody else gets to see them without their guard. */
export async function withoutGuard(ask: Ask, types: readonly Entity[], work: () => Promise<void>): Promise<void> {
  const guarded = types.filter(({ appendOnly }) => appendOnly);
  await guard(ask, guarded, "disable");
  await work();
  await guard(ask, guarded, "enable");
}

async function guard(ask: Ask, types: readonly { readonly storage: Storage }[], verb: "enable" | "disable"): Promise<void> {
  for (const { storage } of types) await ask(`alter table ${identifier(storage.name)} ${verb} trigger ${identifier(`${storage.name}_unchangeable`)}`);
}

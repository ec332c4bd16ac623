import type { Catalogue } from "../../catalog/catalogue.ts";
import { mainPart, tableOf } from "../../catalog/storage.ts";
import { sourceField } from "../../catalog/supply.ts";
import { identifier, literal } from "../../policy/rule-sql.ts";
import { arrivalOf, arrivalSql } from "../../workflow/arrival-sql.ts";
import { transitionOf, type Machine } from "../../workflow/machine.ts";
import { encryptSql } from "../../store/encrypt-sql.ts";
import type { Dataset, DatasetColumn } from "./dataset.ts";
import type { Deliverer } from "./deliverer.ts";
import type { StagedColumns } from "./staged-columns.ts";

/** Rows of `resolved` after the first number up to the second that are to be merged: $1 and $2 of every statement here. */
const taken = "x.staged_row > $1::integer and x.staged_row <= $2::integer and cardinality(x.faults) = 0 and not x.waits";

/** The statements that bring rows of `resolved` into the tables of their type, in this order, each for a range of rows. */
export interface MergeSql {
  /** Changes rows that are there and say something else. */
  readonly update: string;
  /** Makes new rows. */
  readonly insert: string;
  /** The parts that are kept in tables of their own. $3 is the key of the encrypted columns where `usesKey` says so. */
  readonly parts: readonly { readonly text: string; readonly usesKey: boolean }[];
  /** What new rows go through first that have a workflow before them. */
  readonly arrival: readonly string[];
}

/** What the hub holds, and which of it goes through workflows. */
interface Arriving {
  readonly catalogue: Catalogue;
  readonly machines: readonly Machine[];
}

/** @param deliveryId identifier (uuid) of the delivery, which stands as provenance in each row version that it brings */
export function mergeSql(parts: Arriving, dataset: Dataset, staged: StagedColumns, { deliverer, deliveryId }: { readonly deliverer: Deliverer; readonly deliveryId: string }): MergeSql {
  const { type, supply } = dataset;
  const table = identifier(type.storage.name);
  const name = (field: string): string => identifier(type.storage.places[field]!.column.name);
  const main = staged.columns.filter(({ column }) => column.part === mainPart).map(({ column }) => [name(column.key), valueSql(column)] as const);
  const hasSourceColumn = staged.columns.some(({ column }) => column.key === sourceField);
  const provenance: (readonly [string, string])[] = [
    [name("deliveryId"), `${literal(deliveryId)}::uuid`],
    [name("deliveryRow"), "x.staged_row"],
    [name("contentHash"), "x.staged_hash"],
    ...("submittedBy" in type.fields ? [[name("submittedBy"), literal(deliverer.client)] as const] : []),
    ...staged.digests.map((digest) => [digest.name, `x.${digest.name}`] as const),
  ];
  const given = [...main, ...provenance];
  const once: (readonly [string, string])[] = [
    ["id", "x.row_id"],
    ...(type.discriminator === null ? [] : [['"kind"', literal(type.discriminator)] as const]),
    ...(supply.prefix !== null ? [[name("recordNo"), recordNumber(supply.prefix)] as const] : []),
    ...(dataset.hasSource && !hasSourceColumn ? [[name(sourceField), "x.staged_source"] as const] : []),
  ];
  // Whoever looks at a row in its workflow says which version he has seen: what has come in since is another.
  const counted: (readonly [string, string])[] = type.kept === "workflow" && "version" in type.fields ? [[name("version"), `t.${name("version")} + 1`]] : [];
  return {
    update: `update public.${table} as t set ${[...counted, ...given].map(([column, value]) => `${column} = ${value}`).join(", ")} from resolved x where t.id = x.row_id and x.is_there and not x.is_same and ${taken}`,
    insert: `insert into public.${table} (${[...once, ...given].map(([column]) => column).join(", ")}) select ${[...once, ...given].map(([, value]) => value).join(", ")} from resolved x where not x.is_there and ${taken}`,
    parts: partsSql(dataset, staged),
    arrival: arrivalsSql(parts, dataset),
  };
}

/** Rows that are further on already come from no body: the demonstration brings them. */
function arrivalsSql({ catalogue, machines }: Arriving, { type }: Dataset): readonly string[] {
  const machine = arrivalOf(machines, type);
  if (machine === undefined || !("field" in machine.state)) return [];
  const state = `t.${identifier(type.storage.places[machine.state.field]!.column.name)} = ${literal(transitionOf(machine, machine.arrival!).to)}`;
  return arrivalSql(catalogue, machine, `(select t.* from public.${identifier(type.storage.name)} t join resolved x on x.row_id = t.id where not x.is_there and ${taken} and ${state}) c`);
}

/** Scattered, because a running number in an open field would count the rows that are closed; from the identifier, so that a second try gives the same. */
const recordNumber = (prefix: string): string => `${literal(`${prefix}-`)} || upper(left(replace(x.row_id::text, '-', ''), 12) || substr(x.row_id::text, 21, 3) || right(x.row_id::text, 1))`;

/** The value of a column; an empty cell of one that is never null is what the declaration says for those that give nothing. */
function valueSql({ column }: DatasetColumn): string {
  const value = `x.${identifier(column.name)}`;
  const usual: unknown = column.default;
  return column.notNull && (typeof usual === "string" || typeof usual === "number" || typeof usual === "boolean") ? `coalesce(${value}, ${literal(String(usual))}::${column.getSQLType()})` : value;
}

function partsSql({ type }: Dataset, { columns }: StagedColumns): MergeSql["parts"] {
  const parts = [...new Set(columns.map(({ column }) => column.part))].filter((part) => part !== mainPart);
  return parts.flatMap((part) => {
    const table = `public.${identifier(tableOf(type.storage, part))}`;
    const own = columns.filter(({ column }) => column.part === part).map(({ column, name }) => ({ name, isEncrypted: column.isEncrypted }));
    const usesKey = own.some(({ isEncrypted }) => isEncrypted);
    const stored = own.map(({ name, isEncrypted }) => (isEncrypted ? `case when x.${name} is not null then ${encryptSql(`x.${name}`, "$3::text")} end` : `x.${name}`));
    const plain = (row: string): string => own.map(({ name, isEncrypted }) => (isEncrypted ? `pgp_sym_decrypt(${row}.${name}, $3::text)` : `${row}.${name}`)).join(", ");
    const delivered = own.map(({ name }) => `x.${name}`).join(", ");
    return [
      // What is the same stays as it is, also where it would be encrypted anew: history has no versions that say the same.
      { text: `update ${table} as t set ${own.map(({ name }, place) => `${name} = ${stored[place]!}`).join(", ")} from resolved x where t.id = x.row_id and x.is_there and not x.is_same and row(${plain("t")}) is distinct from row(${delivered}) and ${taken}`, usesKey },
      { text: `insert into ${table} (id, ${own.map(({ name }) => name).join(", ")}) select x.row_id, ${stored.join(", ")} from resolved x where num_nonnulls(${delivered}) > 0 and not (x.is_there and x.is_same) and not exists (select from ${table} t where t.id = x.row_id) and ${taken}`, usesKey },
    ];
  });
}

import type { Edge } from "../catalog/catalogue.ts";
import { isBody } from "../catalog/audience.ts";
import type { Entity, Family } from "../catalog/node-type.ts";
import { mayRead } from "../policy/may-read.ts";
import { literal, type Holder } from "../policy/rule-sql.ts";
import { collectFields, type Collected } from "./collect-fields.ts";
import type { Compilation } from "./compilation.ts";
import { connectionSql, type Render } from "./connection.ts";
import { denialOf } from "./denial.ts";
import { Row } from "./row.ts";
import { jsonOf, objectOf, selectionsBelow, selectList, type Selections } from "./selections.ts";

/** How connections render their rows: they hold objects, and objects hold connections. */
export const render: Render = { objectsFrom, objectSql };

/** A query that yields the selected object of each row that `source` (FROM and what follows) gives for the row's alias. */
export function objectsFrom(compilation: Compilation, row: Row, selections: Selections, source: () => string): string {
  const variants = variantsOf(compilation, row.type, selections);
  const uniform = variants.length === 1 ? entriesOf(compilation, row, variants[0]!.fields, selections.path) : null;
  if (uniform && uniform.length > 0) return `select ${jsonOf(`select ${selectList(uniform)} from ${source()}`, " as object")}`;
  const object = uniform ? "'{}'::json" : variantsSql(compilation, row, variants, selections.path);
  return `select ${object} as object from ${source()}`;
}

/** The selected object of one row that is in scope already, as a scalar. */
export function objectSql(compilation: Compilation, row: Row, selections: Selections): string {
  const variants = variantsOf(compilation, row.type, selections);
  return variants.length === 1 ? objectOf(entriesOf(compilation, row, variants[0]!.fields, selections.path)) : variantsSql(compilation, row, variants, selections.path);
}

interface Variant {
  /** The concrete type; the whole family where all its members are asked the same. */
  readonly type: Entity | Family;
  readonly fields: ReadonlyMap<string, Collected>;
}

/** What is asked of each concrete type; one variant where it is the same for all. */
function variantsOf(compilation: Compilation, type: Entity | Family, selections: Selections): Variant[] {
  const variants = compilation.membersOf(type).map((member) => ({ type: member, fields: collectFields(compilation.document, member.name, selections.parts) }));
  const [first] = variants;
  const shape = ({ fields }: Variant): string => [...fields.values()].map((field) => `${field.responseKey}:${field.nodes.map((node) => node.loc?.start).join("+")}`).join();
  return first && variants.every((variant) => shape(variant) === shape(first)) ? [{ type, fields: first.fields }] : variants;
}

const variantsSql = (compilation: Compilation, row: Row, variants: readonly Variant[], path: readonly string[]): string =>
  `case ${row.column("kind")} ${variants
    .map(({ type, fields }) => {
      const member = new Row(compilation, type, row.alias);
      const object = objectOf(entriesOf(compilation, member, fields, path));
      for (const column of member.used) row.used.add(column);
      return `when ${literal((type as Entity).discriminator!)} then ${object}`;
    })
    .join(" ")} end`;

/** The expressions of the selected fields of a row, by response name; what the viewer may not read is null and noted as denied. */
function entriesOf(compilation: Compilation, row: Row, fields: ReadonlyMap<string, Collected>, path: readonly string[]): [string, string][] {
  const entries = [...fields.values()].map((field): [string, string] => [field.responseKey, fieldSql(compilation, row, field, path)]);
  if (compilation.typenames && !fields.has("__typename")) entries.push(["__typename", row.typename()]);
  return entries;
}

function fieldSql(compilation: Compilation, row: Row, field: Collected, path: readonly string[]): string {
  const { type } = row;
  if (field.name === "__typename") return row.typename();
  const declared = type.fields[field.name];
  if (declared) {
    if (!compilation.guarded || mayRead(compilation.audience, type, declared)) return row.value(field.name);
    compilation.deny(denialOf(`${field.writtenOn}.${field.name}`, declared, field.nodes, [...path, field.responseKey]));
    return "null";
  }
  const edge = compilation.world.catalogue.edgesOf(type).get(field.name);
  if (!edge) throw new Error(`${type.name} has neither a field nor a relation ${field.name}`);
  if (compilation.guarded && !mayFollow(compilation, edge)) {
    compilation.deny(denialOf(`${field.writtenOn}.${field.name}`, edge.keyField, field.nodes, [...path, field.responseKey]));
    return "null";
  }
  return edgeSql(compilation, row, edge, field, path);
}

/** Whether the viewer may follow a relation: it has the class of its key. */
function mayFollow(compilation: Compilation, edge: Edge): boolean {
  const holder = edge.cardinality === "one" ? edge.from : edge.to;
  if (holder.kind !== "union") return mayRead(compilation.audience, holder, edge.keyField);
  return edge.class === "open" || (edge.class === "shared" && isBody(compilation.audience));
}

function edgeSql(compilation: Compilation, row: Row, edge: Edge, field: Collected, path: readonly string[]): string {
  const key = row.column(edge.fromKey);
  const holder: Holder = { key: edge.toKey, toKey: edge.fromKey, storage: row.type.storage, column: (name) => row.column(name) };
  if (edge.cardinality === "many") return connectionSql(compilation, render, { type: edge.to, parent: row.type.name, field, path, holder, holds: (target) => [target.equals(edge.toKey, key)] });
  if (edge.to.kind === "union") throw new Error(`${edge.from.name}.${edge.name} leads to ${edge.to.name}, which has no table of its own`);
  const target = new Row(compilation, edge.to);
  const leadsTo = edge.cardinality === "last" ? chainEnd(compilation, row, edge) : key;
  return `(${objectsFrom(compilation, target, selectionsBelow(field, edge.to, path), () => `${target.from} where ${target.equals(edge.toKey, leadsTo)} and ${target.admits()}`)})`;
}

/** Steps of a chain that are followed; a longer one can only be a circle. */
const longestChain = 20;

/** The key at the end of a chain of successors that begins with a row, as a scalar: the row's own where it has none. */
function chainEnd(compilation: Compilation, row: Row, edge: Edge): string {
  const [chain, next] = [compilation.alias(), new Row(compilation, row.type)];
  return `(with recursive ${chain}(k, n, d) as (select ${row.column(edge.toKey)}, ${row.column(edge.fromKey)}, 0 union all select ${next.column(edge.toKey)}, ${next.column(edge.fromKey)}, ${chain}.d + 1 from ${next.from} join ${chain} on ${next.equals(edge.toKey, `${chain}.n`)} where ${chain}.d < ${longestChain}) select k from ${chain} order by d desc limit 1)`;
}

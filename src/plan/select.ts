import { keyOf, type Edge } from "../catalog/catalogue.ts";
import { isBody } from "../catalog/audience.ts";
import { isClosed } from "../catalog/disclosure-class.ts";
import type { Field } from "../catalog/field.ts";
import { grantsIn } from "../catalog/rule.ts";
import { isAboutPerson, type Entity, type Family, type NodeType } from "../catalog/node-type.ts";
import { readingOf, type Reading } from "../policy/may-read.ts";
import { literal, type Holder } from "../policy/rule-sql.ts";
import { markKey, noMark } from "./access-notes.ts";
import { collectFields, type Collected } from "./collect-fields.ts";
import { grantsInForce, textsSql, type Compilation } from "./compilation.ts";
import { connectionSql, type Render } from "./connection.ts";
import { denialOf } from "./denial.ts";
import { Row } from "./row.ts";
import { objectOf, rowsOf, selectionsBelow, selectList, type Selections } from "./selections.ts";

/** How connections render their rows: they hold objects, and objects hold connections. */
export const render: Render = { objectsFrom, objectSql };

/** A query that yields the selected object of each row that `source` (FROM and what follows) gives for the row's alias. */
export function objectsFrom(compilation: Compilation, row: Row, selections: Selections, source: () => string): string {
  const variants = variantsOf(compilation, row.type, selections);
  const uniform = variants.length === 1 ? entriesOf(compilation, row, variants[0]!.fields, selections.path) : null;
  if (uniform) return `select ${rowsOf(`select ${selectList(uniform)} from ${source()}`, " as object")}`;
  return `select ${variantsSql(compilation, row, variants, selections.path)} as object from ${source()}`;
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
  const closed: Closed[] = [];
  const entries = [...fields.values()].map((field): [string, string] => [field.responseKey, fieldSql(compilation, row, field, path, closed)]);
  if (compilation.typenames && !fields.has("__typename")) entries.push(["__typename", row.typename()]);
  const mark = markOf(compilation, row, closed);
  return mark === null ? entries : [[markKey, mark], ...entries];
}

/** The mark of an object that the access log is about: it holds something closed, or is about a person; null for any other. */
function markOf(compilation: Compilation, row: Row, closed: readonly Closed[]): string | null {
  const { type } = row;
  const isPersonal = isAboutPerson(type);
  // A grant may have let the row in, even where nothing closed is asked of it.
  const items = !isPersonal && compilation.guarded && compilation.standing.grants ? grantsIn(compilation.fold(type.rows)) : [];
  if (!compilation.isLogged || (closed.length === 0 && !isPersonal && items.length === 0)) return null;
  // What is let in may have nothing opened in it: that it is there is told all the same.
  const isTold = (isPersonal || items.length > 0) && closed.every(({ grantedBy }) => grantedBy !== null);
  const coordinates = [...(isTold ? [type.name] : []), ...closed.map(({ coordinate }) => coordinate)];
  const place = compilation.access.place(coordinates);
  compilation.noteRead(coordinates);
  for (const { coordinate, grantedBy } of closed) if (grantedBy !== null) compilation.access.byGrant.set(coordinate, grantedBy);
  const mark = `${literal(place)} || coalesce((${personOf(compilation, row, closed)})::text, ${literal(noPerson)})`;
  // What only a sharing grant opens, and none does, is not there.
  const byGrant = closed.flatMap(({ grantedBy }) => (grantedBy === null ? [] : [grantedBy]));
  if (isPersonal || byGrant.length < closed.length) return mark;
  const isOpened = [...(byGrant.length > 0 ? [compilation.opened(byGrant)] : []), ...(items.length > 0 ? [`exists (select 1 from ${grantsInForce} g where g.items && ${textsSql(items)})`] : [])];
  return `case when ${isOpened.join(" or ")} then ${mark} else ${literal(noMark + noPerson)} end`;
}

/** The person whom an object says something closed about, as SQL: by its key, or, where only a relation along the key is asked for, by whom that leads to. */
function personOf(compilation: Compilation, row: Row, closed: readonly Closed[]): string {
  const { type } = row;
  const key = compilation.world.catalogue.subjectKey(type);
  if (key === null) return "null";
  if (isAboutPerson(type)) return row.column(key);
  const [first] = closed;
  const edge = first?.follows;
  if (!edge || edge.to.kind === "union" || closed.some(({ follows }) => follows?.fromKey !== key)) return row.readable(key);
  const { to, toKey } = edge;
  const write = (): string => {
    const target = new Row(compilation, to);
    return `(select ${target.column(toKey)} from ${target.from} where ${target.equals(toKey, row.readable(key))} and ${target.admits()})`;
  };
  return first.grantedBy === null ? write() : compilation.whereOpened(first.grantedBy, write);
}

/** A closed field that can be read at a place. */
interface Closed {
  readonly coordinate: string;
  /** The coordinate that a sharing grant must name for it, null where none is needed. */
  readonly grantedBy: string | null;
  /** The relation to one row that it is; null for any other field. */
  readonly follows: Edge | null;
}

/** Stands in a mark where an object is about nobody. */
const noPerson = "-".repeat(36);

/** @param closed takes the closed fields that can be read here */
function fieldSql(compilation: Compilation, row: Row, field: Collected, path: readonly string[], closed: Closed[]): string {
  const { type } = row;
  if (field.name === "__typename") return row.typename();
  const declared = type.fields[field.name];
  if (declared) {
    const reading = readingOf(compilation.standing, type, declared);
    return admit(compilation, reading, declared, { type, field, path, closed, grantedBy: `${type.name}.${field.name}`, follows: null }) ? row.value(field.name) : "null";
  }
  const edge = compilation.world.catalogue.edgesOf(type).get(field.name);
  if (!edge) throw new Error(`${type.name} has neither a field nor a relation ${field.name}`);
  const { holder, coordinate: grantedBy } = keyOf(edge);
  const reading = followingOf(compilation, edge, holder);
  if (!admit(compilation, reading, edge.keyField, { type, field, path, closed, grantedBy, follows: edge.cardinality === "one" ? edge : null })) return "null";
  const write = (): string => edgeSql(compilation, row, edge, field, path);
  return compilation.guarded && reading === "granted" ? compilation.whereOpened(grantedBy, write) : write();
}

interface Admission {
  readonly type: Entity | Family;
  readonly field: Collected;
  readonly path: readonly string[];
  readonly closed: Closed[];
  /** The coordinate that a sharing grant must name to open it. */
  readonly grantedBy: string;
  readonly follows: Edge | null;
}

/** Whether the statement reads a field or follows a relation; notes for the asker what is denied, and for the access log what is closed. */
function admit(compilation: Compilation, reading: Reading, declared: Field, { type, field, path, closed, grantedBy, follows }: Admission): boolean {
  const isGranted = compilation.guarded && reading === "granted";
  if (compilation.guarded && reading !== "yes") {
    const denial = denialOf(`${field.writtenOn}.${field.name}`, declared, field.nodes, [...path, field.responseKey]);
    if (reading === "no") compilation.deny(denial);
    else compilation.denyUnless(grantedBy, denial);
    if (reading === "no") return false;
  }
  if (isClosed(declared.class)) closed.push({ coordinate: `${type.name}.${field.name}`, grantedBy: isGranted ? grantedBy : null, follows });
  return true;
}

/** How the viewer follows a relation: it has the class of its key. */
function followingOf(compilation: Compilation, edge: Edge, holder: NodeType): Reading {
  if (holder.kind !== "union") return readingOf(compilation.standing, holder, edge.keyField);
  return edge.class === "open" || (edge.class === "shared" && isBody(compilation.audience)) ? "yes" : "no";
}

function edgeSql(compilation: Compilation, row: Row, edge: Edge, field: Collected, path: readonly string[]): string {
  const key = row.readable(edge.fromKey);
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

import type { Catalogue } from "../../catalog/catalogue.ts";
import { codelistOf, type Codelist } from "../../catalog/codelist.ts";
import { chineseTerm } from "../../catalog/doc-words.ts";
import { isEncrypted } from "../../catalog/encrypted.ts";
import type { Form } from "../../catalog/form.ts";
import type { Entity, Family, NodeType } from "../../catalog/node-type.ts";
import type { Relation } from "../../catalog/relation.ts";
import type { Column } from "../../catalog/storage.ts";
import { isDelivered, isGiven, sourceField, sourceKey, type Supply } from "../../catalog/supply.ts";

/** What the cells of a column are. */
export type ColumnKind = "text" | "code" | "day" | "moment" | "decimal" | "whole" | "flag" | "list";

/** How a cell names a row of another type. */
export interface Reference {
  readonly to: NodeType;
  /** The tables that may hold it: of the type, or of the members of a union. */
  readonly targets: readonly (Entity | Family)[];
  /** The field there whose value stands in the cell; of an encrypted one its digest is compared. */
  readonly by: string;
  /** The withheld field that holds the digest of `by`; null where the value itself is compared. */
  readonly digest: string | null;
  /** Whether the number is one of the source's own system, so that it names a row of the same source only. */
  readonly isOwn: boolean;
  /** The field there whose value is stored here: its id, or the code itself. */
  readonly toKey: string;
}

/** A column of what is delivered: one for each field that a body supplies. */
export interface DatasetColumn {
  /** The field. */
  readonly key: string;
  /** The Chinese term, which heads the column in templates. */
  readonly header: string;
  /** The field's sentence. */
  readonly doc: string;
  readonly kind: ColumnKind;
  readonly isRequired: boolean;
  readonly codelist: Codelist | null;
  readonly form: Form | null;
  /** Digits in all and after the point, of a decimal. */
  readonly precision: { readonly digits: number; readonly scale: number } | null;
  readonly reference: Reference | null;
  /** Whether the hub's own workflows decide the value, so that no body delivers it. */
  readonly isDecided: boolean;
  readonly isEncrypted: boolean;
  /** Where it is kept. */
  readonly column: Column;
  readonly part: string;
}

/** What bodies deliver of one type. */
export interface Dataset {
  /** As it stands in addresses and commands: the plural of the type in kebab-case. */
  readonly name: string;
  readonly type: Entity;
  readonly supply: Supply;
  /** The Chinese term of the type. */
  readonly title: string;
  /** In the order of the declaration; what bodies deliver first. */
  readonly columns: readonly DatasetColumn[];
  /** Whether rows say which body supplied them. */
  readonly hasSource: boolean;
  /** Whether the key is unique by itself, whoever supplied the row. */
  readonly isKeyGlobal: boolean;
}

/** Every dataset that takes deliveries, by name, in the order of the catalogue. */
export function datasetsOf(catalogue: Catalogue): ReadonlyMap<string, Dataset> {
  const supplied = catalogue.entities.flatMap((type) => (type.supply ? [datasetOf(catalogue, type, type.supply)] : []));
  return new Map(supplied.map((dataset) => [dataset.name, dataset]));
}

/** `dishonestyRecords` → `dishonesty-records`. */
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function datasetOf(catalogue: Catalogue, type: Entity, supply: Supply): Dataset {
  const { fields, storage: { places } } = type;
  // Where a digest is never null, what it is of must come.
  const isDigested = (key: string): boolean => Object.entries(supply.digests).some(([digest, of]) => of === key && places[digest]!.column.notNull);
  const columns = Object.entries(fields).filter(([key]) => isGiven(type, key)).map(([key, field]): DatasetColumn => {
    const { column, part } = places[key]!;
    const codelist = codelistOf(column.enumValues);
    const reference = referenceOf(catalogue, type, key);
    const kind = kindOf(column, codelist, reference);
    const [, digits, scale] = /^numeric\((\d+), (\d+)\)$/.exec(column.getSQLType()) ?? [];
    return {
      key,
      header: chineseTerm(field.doc),
      doc: field.doc,
      kind,
      isRequired: (column.notNull && !column.hasDefault) || key === supply.key || isDigested(key),
      codelist,
      form: supply.forms[key] ?? null,
      precision: digits === undefined ? null : { digits: Number(digits), scale: Number(scale) },
      reference,
      isDecided: !isDelivered(type, key),
      isEncrypted: isEncrypted(column),
      column,
      part,
    };
  });
  return {
    name: kebab(type.questions.plural),
    type,
    supply,
    title: chineseTerm(type.doc),
    columns: [...columns.filter(({ isDecided }) => !isDecided), ...columns.filter(({ isDecided }) => isDecided)],
    hasSource: sourceField in fields,
    isKeyGlobal: places[supply.key]!.column.isUnique,
  };
}

function kindOf(column: Column, codelist: Codelist | null, reference: Reference | null): ColumnKind {
  if (codelist) return "code";
  if (reference) return "text";
  const type = column.getSQLType();
  if (type === "text" || type === "uuid" || isEncrypted(column)) return "text";
  if (type === "date") return "day";
  if (type.startsWith("timestamp")) return "moment";
  if (type.startsWith("numeric")) return "decimal";
  if (type === "integer" || type === "bigint" || type === "smallint") return "whole";
  if (type === "boolean") return "flag";
  if (type === "text[]") return "list";
  throw new Error(`No delivered cell becomes ${type}.`);
}

function referenceOf(catalogue: Catalogue, type: Entity, key: string): Reference | null {
  const found = Object.values(type.relations).find((relation) => relation.key === key && relation.enforced);
  if (!found) return null;
  const to = targetOf(catalogue, type, found);
  const targets = to.kind === "union" ? catalogue.membersOf(to) : [to];
  if (found.toKey !== "id") return { to, targets, by: found.toKey, digest: null, isOwn: false, toKey: found.toKey };
  const supply = targets[0]!.supply;
  if (!supply) return null; // made by workflows: the catalogue refuses what is delivered and refers to what is not
  const by = supply.referredBy ?? supply.key;
  const digest = Object.entries(supply.digests).find(([, of]) => of === by)?.[0] ?? null;
  return { to, targets, by, digest, isOwn: by === sourceKey, toKey: "id" };
}

function targetOf(catalogue: Catalogue, type: Entity, relation: Relation): NodeType {
  const to = typeof relation.to === "string" ? catalogue.types.get(relation.to) : relation.to();
  if (!to) throw new Error(`${type.name} has a relation to ${String(relation.to)}, which is not declared.`);
  return to;
}

/** The columns that a body delivers, without those that the hub decides. */
export const deliveredColumns = (dataset: Dataset): readonly DatasetColumn[] => dataset.columns.filter(({ isDecided }) => !isDecided);

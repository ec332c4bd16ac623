import { audiences, type Audience } from "../catalog/audience.ts";
import { keyOf, type Catalogue } from "../catalog/catalogue.ts";
import type { Field } from "../catalog/field.ts";
import { ledgerOf, type LedgerLine } from "../catalog/ledger.ts";
import type { Entity, Family } from "../catalog/node-type.ts";
import { filterableBy } from "./may-filter.ts";
import { readingOf, type Reading } from "./may-read.ts";

/** A field or a relation of a type, as the catalogue speaks of it. */
export interface Coordinate {
  readonly name: string;
  readonly line: LedgerLine;
  /** The field whose class it has: itself, or the key of the relation. */
  readonly field: Field;
  /** The types whose rows hold that field; the members of an interface over tables. */
  readonly holders: readonly (Entity | Family)[];
  /** The coordinate that a sharing grant has to name. */
  readonly grantedBy: string;
}

const known = new WeakMap<Catalogue, ReadonlyMap<string, Coordinate>>();

/** Every coordinate that somebody reads, by name, in the order of the ledger. */
export function coordinatesOf(catalogue: Catalogue): ReadonlyMap<string, Coordinate> {
  let all = known.get(catalogue);
  if (!all) known.set(catalogue, (all = new Map(ledgerOf(catalogue, filterableBy).flatMap((line) => (line.class === "withheld" ? [] : [coordinateOf(catalogue, line)])))));
  return all;
}

function coordinateOf(catalogue: Catalogue, line: LedgerLine): readonly [string, Coordinate] {
  const type = catalogue.types.get(line.type)!;
  const edge = catalogue.edgesOf(type).get(line.field);
  const name = `${line.type}.${line.field}`;
  const { holder, key, coordinate: grantedBy } = edge ? keyOf(edge) : { holder: type, key: line.field, coordinate: name };
  return [name, { name, line, field: edge?.keyField ?? catalogue.fieldOf(type, key)!, holders: holder.kind === "union" ? catalogue.membersOf(holder) : [holder], grantedBy }];
}

const strictness: readonly Reading[] = ["yes", "granted", "no"];

/** How an audience reads what a coordinate names, where it asks under sharing grants as far as it can have any: of several types as of the strictest. */
export function readingBy(audience: Audience, { holders, field }: Coordinate): Reading {
  const readings = holders.map((holder) => readingOf({ audience, grants: true }, holder, field));
  return strictness[Math.max(...readings.map((each) => strictness.indexOf(each)))]!;
}

/** The audiences that read it by right, in rows of theirs at least. */
export const clearedFor = (coordinate: Coordinate): readonly Audience[] => audiences.filter((audience) => readingBy(audience, coordinate) === "yes");

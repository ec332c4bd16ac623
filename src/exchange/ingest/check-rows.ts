import type { TableRow } from "../table/table.ts";
import type { FaultCode } from "../../catalog/fault-code.ts";
import { sourceField, sourceKey } from "../../catalog/supply.ts";
import type { Dataset } from "./dataset.ts";
import { cellReader, Refused, type ReadCell } from "./read-cell.ts";
import type { StagedColumns } from "./staged-columns.ts";

/** Makes the keyed digests of a delivery: of contents and of closed values, and the identifiers of new rows. */
export interface DeliveryDigests {
  /** Digest of a value for matching, as it is kept beside the encrypted value. */
  readonly ofValue: (value: string) => string;
  /** Digest of what a row holds. */
  readonly ofContent: (content: string) => string;
  /** Identifier of the row with this key; the same each time, and told by nobody who has not the hub's key. */
  readonly identifierOf: (key: string) => string;
}

/** Checks a row and makes of it a line for COPY, with its line end; a row with faults is a line too, so that what is checked between rows is told of it as well. */
export type LineOf = (row: TableRow) => string;

interface Reading {
  readonly key: string;
  /** Of its cells in a row of the file. */
  readonly place: number;
  readonly read: ReadCell;
  readonly isRequired: boolean;
  readonly isDigest: boolean;
  /** Place of the digest of the value among the digests; -1 where there is none. */
  readonly digest: number;
}

/** Nothing, in COPY's text format. */
const nothing = "\\N";

/**
 * @param source the body that delivers; where the file says the source of each row, that counts
 */
export function lineMaker(dataset: Dataset, { columns, digests }: StagedColumns, digest: DeliveryDigests, source: string | null): LineOf {
  const { supply, type } = dataset;
  const indexed = new Set([supply.key, sourceKey, type.questions.order.by, ...Object.values(type.questions.keys), ...Object.values(type.relations).map(({ key }) => key), ...(type.questions.search ? [type.questions.search.title, ...type.questions.search.also] : [])]);
  const readings = columns.map(({ column, place, isDigest }): Reading => ({
    key: column.key,
    place,
    read: cellReader(column, indexed.has(column.key) || column.column.isUnique || column.reference !== null),
    isRequired: column.isRequired,
    isDigest,
    digest: digests.findIndex(({ of }) => of === column.key),
  }));
  const placeOf = new Map(readings.map(({ key }, place) => [key, place]));
  const keyPlace = placeOf.get(supply.key)!;
  const periods = supply.periods.flatMap(([from, to]) => {
    const [first, last] = [placeOf.get(from), placeOf.get(to)];
    return first === undefined || last === undefined ? [] : [{ first, last, key: to }];
  });
  const needed = supply.needed.map(({ key, where, is }) => ({ key, place: placeOf.get(key), where: placeOf.get(where), is: new Set<string | null>(is) }));
  // In the order of their names: the same columns in another order say the same.
  const contents = readings.map(({ key }, place) => ({ key, place })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const frame = `${dataset.name}\u0000${contents.map(({ key }) => key).join()}`;
  const sourcePlace = placeOf.get(sourceField);
  const sourceOf = (values: readonly (string | null)[]): string => (dataset.isKeyGlobal ? "" : ((sourcePlace === undefined ? source : values[sourcePlace]) ?? ""));

  return ({ number, cells, faults }) => {
    const found = faults.map(({ code, column }) => faultText(column, code));
    const values = new Array<string | null>(readings.length).fill(null);
    const further = new Array<string>(digests.length).fill(nothing);
    // Of what could not be told apart into cells, no cell is looked at: each would be said to be wrong.
    const isWhole = !faults.some(({ column }) => column === null);
    for (let place = 0; isWhole && place < readings.length; place += 1) {
      const reading = readings[place]!;
      const cell = cells[reading.place] ?? null;
      if (cell === null) {
        if (reading.isRequired) found.push(faultText(reading.key, "EMPTY"));
        continue;
      }
      const value = reading.read(cell);
      if (value instanceof Refused) {
        found.push(faultText(reading.key, value.code));
        continue;
      }
      values[place] = reading.isDigest ? digest.ofValue(value) : value;
      if (reading.digest >= 0) further[reading.digest] = digest.ofValue(value);
    }
    for (const { first, last, key } of periods) if (isAfter(values[first]!, values[last]!)) found.push(faultText(key, "PERIOD"));
    // A file that says the one says the other: what stands in the hub is not looked at.
    for (const { key, place, where, is } of needed) if (where !== undefined && is.has(values[where]!) && (place === undefined || values[place] === null)) found.push(faultText(key, "EMPTY"));
    const key = values[keyPlace] ?? null;
    const content = `${frame}\u0000${contents.map(({ place }) => values[place] ?? "").join("\u0000")}`;
    return [
      String(number),
      key === null ? nothing : digest.identifierOf(`${dataset.type.storage.name}\u0000${sourceOf(values)}\u0000${key}`),
      digest.ofContent(content),
      found.length === 0 ? nothing : escaped(`{${found.map((fault) => `"${fault}"`).join(",")}}`),
      ...values.map((value) => (value === null ? nothing : escaped(value))),
      ...further,
    ].join("\t") + "\n";
  };
}

/** As faults stand in the staging table. A column that is no field of the dataset comes from the file: of it only letters, digits and spaces are kept. */
const faultText = (column: string | null, code: FaultCode): string => `${(column ?? "").replace(/[^\p{L}\p{N} _]/gu, "")}:${code}`;

/** Days and moments in the form in which they were read; moments with zones that differ are compared as times. */
function isAfter(first: string | null, last: string | null): boolean {
  if (first === null || last === null) return false;
  return first.includes("T") || last.includes("T") ? Date.parse(first) > Date.parse(last) : first > last;
}

/** COPY's text format: what would end a value or begin an escape is escaped. */
function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => escapes[character]!) : text;
}

const special = /[\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

import type { Row, Rows, Value } from "./policy/vocabulary.ts";
import type { Kind, RowsReader } from "./rows-reader.ts";
import type { Shape } from "./shape.ts";

/** The rows of one type, and what is worked out of them once. */
class Table {
  readonly rows: readonly Row[];
  /** The places of texts in the database's order, which a page is ordered by. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly indexes = new Map<string, Map<Value, Row[]>>();
  readonly orders = new Map<string, ReadonlyMap<Row, number>>();

  constructor(rows: readonly Row[], ranks: ReadonlyMap<string, number>) {
    this.rows = rows;
    this.ranks = ranks;
  }

  rankOf(text: Value): number {
    const rank = this.ranks.get(String(text));
    if (rank === undefined) throw new Error("A text is compared that is in no row.");
    return rank;
  }
}

/** All rows of a database in memory. */
export class World implements Rows {
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #kinds: ReadonlyMap<string, Kind>;
  readonly #shape: Shape;

  private constructor(shape: Shape, tables: ReadonlyMap<string, Table>, kinds: ReadonlyMap<string, Kind>) {
    this.#shape = shape;
    this.#tables = tables;
    this.#kinds = kinds;
  }

  static async load(reader: RowsReader, shape: Shape): Promise<World> {
    const found = new Map<string, Kind>();
    for (const type of reader.types) {
      if (shape.isInterface(type)) shape.isFamily(type);
      for (const name of new Set([type, ...shape.concrete(type)])) for (const [field, kind] of reader.kindsOf(type)) found.set(`${name}.${field}`, kind);
    }
    const rows = (await Promise.all(reader.types.map((type) => reader.read(type)))).flat();
    const texts = new Set(rows.flatMap(({ values }) => Object.values(values).filter((value) => typeof value === "string")));
    const ranks = ranksOf(await reader.inOrder([...texts]));
    const ofType = Map.groupBy(rows, ({ type }) => type);
    return new World(shape, new Map([...shape.types.keys()].map((type) => [type, new Table(shape.concrete(type).flatMap((concrete) => ofType.get(concrete) ?? []), ranks)])), found);
  }

  /**
   * The same world with other rows of a type, which belongs to no interface over tables.
   *
   * @param ordered texts of theirs by which they may be ordered, in the database's order
   */
  with(type: string, rows: readonly Row[], ordered: readonly string[]): World {
    return new World(this.#shape, new Map([...this.#tables, [type, new Table(rows, ranksOf(ordered))]]), this.#kinds);
  }

  /** Rows of a type, those of its members where it is an interface. */
  rowsOf(type: string): readonly Row[] {
    return this.#tableOf(type).rows;
  }

  row(type: string, key: string, value: Value | undefined): Row | undefined {
    return this.rowsBy(type, key, value)[0];
  }

  /** Rows of a type that have a value in a column. */
  rowsBy(type: string, key: string, value: Value | undefined): readonly Row[] {
    if (value === null || value === undefined) return [];
    const { rows, indexes } = this.#tableOf(type);
    let index = indexes.get(key);
    if (!index) indexes.set(key, (index = Map.groupBy(rows, (row) => row.values[key] ?? null)));
    return index.get(value) ?? [];
  }

  /** The place of each row of a type in the order by a column, made total by the id. */
  order(type: string, by: string): ReadonlyMap<Row, number> {
    const table = this.#tableOf(type);
    let order = table.orders.get(by);
    if (!order) {
      const kind = this.kindOf(type, by);
      const compare = kind === "text" ? (a: Value, b: Value) => table.rankOf(a) - table.rankOf(b) : (a: Value, b: Value) => this.compare(kind, a, b);
      const sorted = [...table.rows].sort((a, b) => compare(a.values[by] ?? null, b.values[by] ?? null) || (a.id < b.id ? -1 : 1));
      table.orders.set(by, (order = new Map(sorted.map((row, place) => [row, place]))));
    }
    return order;
  }

  kindOf(type: string, key: string): Kind {
    return this.#kinds.get(`${type}.${key}`) ?? this.#kinds.get(`${this.#shape.concrete(type)[0]}.${key}`) ?? "other";
  }

  /** How two values of one column compare in the database; texts do not, outside of an order. */
  compare(kind: Exclude<Kind, "text">, a: Value, b: Value): number {
    switch (kind) {
      case "number":
        return Number(a) - Number(b);
      case "decimal":
        return compareDecimals(String(a), String(b));
      case "moment":
        return Date.parse(String(a)) - Date.parse(String(b));
      case "uuid":
      case "day":
      case "boolean":
      case "other":
        return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
    }
  }

  #tableOf(type: string): Table {
    const table = this.#tables.get(type);
    if (!table) throw new Error(`The oracle has no rows of ${type}.`);
    return table;
  }
}

const ranksOf = (ordered: readonly string[]): ReadonlyMap<string, number> => new Map(ordered.map((text, place) => [text, place]));

const scaled = (text: string): bigint => {
  const [whole, fraction = ""] = text.replace("-", "").split(".");
  const value = BigInt(`${whole}${fraction.padEnd(12, "0")}`);
  return text.startsWith("-") ? -value : value;
};

export function compareDecimals(a: string, b: string): number {
  const difference = scaled(a) - scaled(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

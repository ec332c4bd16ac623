import type postgres from "postgres";
import type { Row, Rows, Value } from "./policy/vocabulary.ts";
import type { Shape } from "./shape.ts";

/** How the values of a column compare. */
export type Kind = "text" | "uuid" | "number" | "decimal" | "day" | "moment" | "boolean" | "other";

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  text: "text", uuid: "uuid", integer: "number", numeric: "decimal", date: "day", "timestamp with time zone": "moment", boolean: "boolean",
};

const snake = (name: string): string => name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** All rows of a database in memory, read as its owner: what is true, whoever may know it. */
export class World implements Rows {
  readonly #rows: ReadonlyMap<string, readonly Row[]>;
  readonly #kinds: ReadonlyMap<string, Kind>;
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #indexes = new Map<string, Map<Value, Row[]>>();
  readonly #orders = new Map<string, ReadonlyMap<Row, number>>();
  readonly #together = new Map<string, readonly Row[]>();
  readonly #shape: Shape;

  private constructor(shape: Shape, rows: ReadonlyMap<string, readonly Row[]>, columns: ReadonlyMap<string, Kind>, ranks: ReadonlyMap<string, number>) {
    this.#shape = shape;
    this.#rows = rows;
    this.#kinds = columns;
    this.#ranks = ranks;
  }

  /** @param encryption key of the encrypted columns */
  static async load(sql: postgres.Sql, shape: Shape, encryption: string): Promise<World> {
    const columns = await sql<Column[]>`select table_name as table, column_name as name, data_type as type from information_schema.columns where table_schema = 'public' order by ordinal_position`;
    const tables = Map.groupBy(columns, ({ table }) => table);
    const mains = new Map([...shape.types.keys()].flatMap((type) => (tables.has(snake(type)) ? [[snake(type), type] as const] : [])));
    const rows = new Map<string, Row[]>();
    const found = new Map<string, Kind>();
    for (const [table, type] of mains) {
      if (shape.isInterface(type)) shape.isFamily(type);
      const sides = [...tables.keys()].filter((each) => sideOf(each, mains, tables) === table);
      const all = [[table, tables.get(table)!] as const, ...sides.map((side) => [side, tables.get(side)!] as const)];
      for (const each of all.flatMap(([, list]) => list)) found.set(`${type}.${camel(each.name)}`, kinds[each.type] ?? "other");
      const read = await Promise.all(all.map(([name, list]) => sql.unsafe<Record<string, Value>[]>(`select ${list.map((each) => `${expression(each)} as "${camel(each.name)}"`).join(", ")} from "${name}"`, list.some(({ type: kind }) => kind === "bytea") ? [encryption] : [])));
      const beside = read.slice(1).map((part) => new Map(part.map((row) => [row["id"], row])));
      const absent = Object.fromEntries(all.slice(1).flatMap(([, list]) => list.filter(({ name }) => name !== "id").map(({ name }) => [camel(name), null])));
      for (const row of read[0]!) {
        const values: Record<string, Value> = { ...absent, ...row };
        for (const part of beside) Object.assign(values, part.get(row["id"]));
        for (const [key, value] of Object.entries(values)) if ((value as unknown) instanceof Date) values[key] = (value as unknown as Date).toISOString();
        const concrete = shape.isInterface(type) ? shape.concrete(type).find((member) => snake(member).toUpperCase() === values["kind"]) : type;
        if (concrete === undefined) throw new Error(`A row of ${table} is of no kind of ${type}.`);
        const known = rows.get(concrete);
        const added = { type: concrete, id: String(row["id"]), values };
        if (known) known.push(added);
        else rows.set(concrete, [added]);
      }
      for (const member of shape.concrete(type)) for (const [coordinate, kind] of [...found]) if (coordinate.startsWith(`${type}.`)) found.set(`${member}.${coordinate.slice(type.length + 1)}`, kind);
    }
    const texts = new Set([...rows.values()].flat().flatMap(({ values }) => Object.values(values).filter((value) => typeof value === "string")));
    // One order for all texts: that of the database, which a page is ordered by.
    const ordered = await sql<{ v: string }[]>`select v from unnest(${sql.array([...texts])}::text[]) v order by v`;
    return new World(shape, rows, found, new Map(ordered.map(({ v }, place) => [v, place])));
  }

  /** Rows of a type, those of its members where it is an interface. */
  rowsOf(type: string): readonly Row[] {
    let rows = this.#together.get(type);
    if (!rows) this.#together.set(type, (rows = this.#shape.concrete(type).flatMap((concrete) => this.#rows.get(concrete) ?? [])));
    return rows;
  }

  row(type: string, key: string, value: Value | undefined): Row | undefined {
    return this.rowsBy(type, key, value)[0];
  }

  /** Rows of a type that have a value in a column. */
  rowsBy(type: string, key: string, value: Value | undefined): readonly Row[] {
    if (value === null || value === undefined) return [];
    const coordinate = `${type}.${key}`;
    let index = this.#indexes.get(coordinate);
    if (!index) this.#indexes.set(coordinate, (index = Map.groupBy(this.rowsOf(type), (row) => row.values[key] ?? null)));
    return index.get(value) ?? [];
  }

  /** The place of each row of a type in the order by a column, made total by the id. */
  order(type: string, by: string): ReadonlyMap<Row, number> {
    const coordinate = `${type}.${by}`;
    let order = this.#orders.get(coordinate);
    if (!order) {
      const kind = this.kindOf(type, by);
      const sorted = [...this.rowsOf(type)].sort((a, b) => this.compare(kind, a.values[by] ?? null, b.values[by] ?? null) || (a.id < b.id ? -1 : 1));
      this.#orders.set(coordinate, (order = new Map(sorted.map((row, place) => [row, place]))));
    }
    return order;
  }

  kindOf(type: string, key: string): Kind {
    return this.#kinds.get(`${type}.${key}`) ?? this.#kinds.get(`${this.#shape.concrete(type)[0]}.${key}`) ?? "other";
  }

  /** How two values of one column compare in the database. */
  compare(kind: Kind, a: Value, b: Value): number {
    switch (kind) {
      case "text":
        return this.#rankOf(a) - this.#rankOf(b);
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

  #rankOf(text: Value): number {
    const rank = this.#ranks.get(String(text));
    if (rank === undefined) throw new Error("A text is compared that is in no row.");
    return rank;
  }
}

/** The table that a side table stands beside: the longest of those whose name it begins with. A side table has no recording of its own. */
function sideOf(table: string, mains: ReadonlyMap<string, string>, tables: ReadonlyMap<string, readonly Column[]>): string | undefined {
  if (mains.has(table) || table.endsWith("_history") || tables.get(table)!.some(({ name }) => name === "recorded_at") || !tables.get(table)!.some(({ name }) => name === "id")) return undefined;
  return [...mains.keys()].filter((main) => table.startsWith(`${main}_`)).sort((a, b) => b.length - a.length)[0];
}

function expression({ name, type }: Column): string {
  if (type === "bytea") return `pgp_sym_decrypt("${name}", $1::text)`;
  if (type === "numeric" || type === "uuid" || type === "date") return `"${name}"::text`;
  if (type === "bigint") return `"${name}"::text`;
  return `"${name}"`;
}

const scaled = (text: string): bigint => {
  const [whole, fraction = ""] = text.replace("-", "").split(".");
  const value = BigInt(`${whole}${fraction.padEnd(12, "0")}`);
  return text.startsWith("-") ? -value : value;
};

export function compareDecimals(a: string, b: string): number {
  const difference = scaled(a) - scaled(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

import type postgres from "postgres";
import type { Row, Value } from "./policy/vocabulary.ts";
import type { Shape } from "./shape.ts";

/** How the values of a column compare. */
export type Kind = "text" | "uuid" | "number" | "decimal" | "day" | "moment" | "boolean" | "other";

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** The tables of a type: its main one first, then those that stand beside it. */
type Tables = readonly (readonly [name: string, columns: readonly Column[]])[];

const kinds: Readonly<Record<string, Kind>> = {
  text: "text", uuid: "uuid", integer: "number", numeric: "decimal", date: "day", "timestamp with time zone": "moment", boolean: "boolean",
};

const snake = (name: string): string => name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Reads rows of a database as its owner: what is true, whoever may know it. */
export class RowsReader {
  readonly #sql: postgres.Sql;
  readonly #shape: Shape;
  readonly #encryption: string;
  readonly #tables: ReadonlyMap<string, Tables>;

  private constructor(sql: postgres.Sql, shape: Shape, encryption: string, tables: ReadonlyMap<string, Tables>) {
    this.#sql = sql;
    this.#shape = shape;
    this.#encryption = encryption;
    this.#tables = tables;
  }

  /** @param encryption key of the encrypted columns */
  static async open(sql: postgres.Sql, shape: Shape, encryption: string): Promise<RowsReader> {
    const columns = await sql<Column[]>`select table_name as table, column_name as name, data_type as type from information_schema.columns where table_schema = 'public' order by ordinal_position`;
    const tables = Map.groupBy(columns, ({ table }) => table);
    const mains = new Map([...shape.types.keys()].flatMap((type) => (tables.has(snake(type)) ? [[snake(type), type] as const] : [])));
    const found = [...mains].map(([table, type]) => {
      const sides = [...tables.keys()].filter((each) => sideOf(each, mains, tables) === table);
      return [type, [table, ...sides].map((each) => [each, tables.get(each)!] as const)] as const;
    });
    return new RowsReader(sql, shape, encryption, new Map(found));
  }

  /** Types with a table of their own; the members of an interface may share one. */
  get types(): string[] {
    return [...this.#tables.keys()];
  }

  /** How the values of each column of a type compare, by field. */
  kindsOf(type: string): ReadonlyMap<string, Kind> {
    return new Map(this.#tables.get(type)!.flatMap(([, columns]) => columns.map((each) => [camel(each.name), kinds[each.type] ?? "other"] as const)));
  }

  /** Rows of a type: all, or those whose column has one of some values. */
  async read(type: string, column?: string, values: readonly string[] = []): Promise<Row[]> {
    const [main, ...sides] = this.#tables.get(type)!;
    const [rows, ...beside] = await Promise.all([this.#query(main!, column, values), ...sides.map((side) => this.#query(side))]);
    const parts = beside.map((part) => new Map(part.map((row) => [row["id"], row])));
    const absent = Object.fromEntries(sides.flatMap(([, columns]) => columns.filter(({ name }) => name !== "id").map(({ name }) => [camel(name), null])));
    return rows.map((row) => {
      const held: Record<string, Value> = { ...absent, ...row };
      for (const part of parts) Object.assign(held, part.get(row["id"]));
      for (const [key, value] of Object.entries(held)) if ((value as unknown) instanceof Date) held[key] = (value as unknown as Date).toISOString();
      return { type: this.#concrete(type, held), id: String(row["id"]), values: held };
    });
  }

  /** Texts in the order in which the database has them. */
  async inOrder(texts: readonly string[]): Promise<string[]> {
    if (texts.length === 0) return [];
    return (await this.#sql<{ v: string }[]>`select v from unnest(${this.#sql.array([...texts])}::text[]) v order by v`).map(({ v }) => v);
  }

  #query([name, columns]: Tables[number], column?: string, values: readonly string[] = []): Promise<Record<string, Value>[]> {
    const isEncrypted = columns.some(({ type }) => type === "bytea");
    const selected = columns.map((each) => `${expression(each)} as "${camel(each.name)}"`).join(", ");
    const where = column === undefined ? "" : ` where "${column}"::text = any($1)`;
    if (isEncrypted && where) throw new Error(`The oracle reads ${name} whole.`);
    return this.#sql.unsafe<Record<string, Value>[]>(`select ${selected} from "${name}"${where}`, isEncrypted ? [this.#encryption] : where ? [this.#sql.array([...values])] : []);
  }

  #concrete(type: string, values: Readonly<Record<string, Value>>): string {
    if (!this.#shape.isInterface(type)) return type;
    const concrete = this.#shape.concrete(type).find((member) => snake(member).toUpperCase() === values["kind"]);
    if (concrete === undefined) throw new Error(`A row of ${type} is of none of its kinds.`);
    return concrete;
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

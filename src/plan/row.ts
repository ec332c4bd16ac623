import { holds } from "../catalog/derivation.ts";
import { isEncrypted } from "../catalog/encrypted.ts";
import { isAboutPerson, type Entity, type Family, type NodeType } from "../catalog/node-type.ts";
import { pathsOf, usesGrants, type Rule } from "../catalog/rule.ts";
import { derivedPart, mainPart, tableOf } from "../catalog/storage.ts";
import { ruleOfPart } from "../policy/may-read.ts";
import { derivationSql, identifier, literal, ruleSql, type Holder, type ViewerSql } from "../policy/rule-sql.ts";
import type { Compilation } from "./compilation.ts";
import { tagOf } from "./global-id.ts";

/** One row of a type within a statement, under an alias: how its columns are named, and whether the viewer is admitted to it. */
export class Row {
  readonly type: Entity | Family;
  readonly alias: string;
  /** Columns of the main table that the statement uses of this row, so that a page selects those and no others. */
  readonly used = new Set<string>();
  readonly #compilation: Compilation;
  readonly #holder: Holder | undefined;

  /** @param holder the row above, for rows that the statement restricts to those that hang on it */
  constructor(compilation: Compilation, type: Entity | Family, alias: string = compilation.alias(), holder?: Holder) {
    this.type = type;
    this.alias = alias;
    this.#compilation = compilation;
    this.#holder = holder;
    compilation.touch(type, mainPart);
    if (isAboutPerson(type)) compilation.noteRead([type.name]);
  }

  /**
   * The row's table under its alias, for a FROM clause. Where no row can exist for the viewer there is no table to name, and no grant on
   * it: an empty relation with the same columns stands in, so that the question keeps its form and its denials.
   */
  get from(): string {
    const { name, places } = this.type.storage;
    if (!this.#isNever(this.type.rows)) return `${identifier(name)} ${this.alias}`;
    const columns = Object.values(places).flatMap(({ part, column }) => (part === mainPart ? [`null::${column.getSQLType()} as ${identifier(column.name)}`] : []));
    return `(select ${columns.join(", ")} where false) ${this.alias}`;
  }

  /** SQL of a column, by field, for rules and joins; what is read of it is another matter. What lives in a side table is looked up there under the side table's own rule. */
  column(key: string): string {
    const { part, column } = this.#place(key);
    if (part === mainPart) return this.#main(column.name);
    if (part === derivedPart) return this.#derived(key);
    if (this.#isNever(ruleOfPart(this.type, part))) return `null::${column.getSQLType()}`;
    const side = this.#compilation.alias();
    return `(select ${side}.${identifier(column.name)} from ${this.#sideWhere(part, side)})`;
  }

  /**
   * SQL of a field's value for whoever asks: where a sharing grant has let the row in, only what the grant opens of it. The rule that lets
   * in the part is asked once more, of grants that name the field.
   */
  readable(key: string): string {
    const { part, column } = this.#place(key);
    const guard = this.#grantGuard(key);
    if (guard === null) return this.column(key);
    if (part === mainPart) return `case when ${guard((name) => this.column(name))} then ${this.#main(column.name)} end`;
    const side = this.#compilation.alias();
    return `(select ${side}.${identifier(column.name)} from ${this.#sideWhere(part, side)} and ${guard(this.#ofSide(part, side))})`;
  }

  /** Whether a field of this row has a value that SQL gives, as far as whoever asks may read it; a key in a side table is looked for there. */
  equals(key: string, value: string): string {
    const { part, column } = this.#place(key);
    const guard = this.#grantGuard(key);
    if (part === mainPart) return `${this.#main(column.name)} = ${value}${guard === null ? "" : ` and ${guard((name) => this.column(name))}`}`;
    if (this.#isNever(ruleOfPart(this.type, part))) return "false";
    const side = this.#compilation.alias();
    return `exists (select 1 from ${this.#sideWhere(part, side)} and ${side}.${identifier(column.name)} = ${value}${guard === null ? "" : ` and ${guard(this.#ofSide(part, side))}`})`;
  }

  /** SQL of a field as the answer has it: ids with their tag, money and other decimals as text, times in UTC to the millisecond. */
  value(key: string): string {
    const { column } = this.#place(key);
    const sql = this.readable(key);
    if (key === "id") return `${literal(`${tagOf(this.type)}_`)} || ${sql}`;
    const target = this.reference(key);
    if (target) return `${literal(`${tagOf(target)}_`)} || ${sql}`;
    if (isEncrypted(column)) return `pgp_sym_decrypt(${sql}, ${this.#compilation.encryptionKey()})`;
    const type = column.getSQLType();
    if (type.startsWith("numeric")) return `${sql}::text`;
    if (type.startsWith("timestamp")) return `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    return sql;
  }

  /** The predicate that the row exists for the viewer, and is of its kind where a table is shared. */
  admits(): string {
    const kind = this.type.kind === "entity" && this.type.discriminator ? [`${this.column("kind")} = ${literal(this.type.discriminator)}`] : [];
    return [...kind, ...this.#ruleOf(this.type.rows, (key) => this.column(key))].join(" and ") || "true";
  }

  /** Whether a rule holds for the row that does not ask who the viewer is. */
  holds(rule: Rule): string {
    return derivationSql(holds(rule), this.#scope());
  }

  /** The concrete type's name as SQL. */
  typename(): string {
    if (this.type.kind === "entity") return literal(this.type.name);
    const cases = Object.values(this.type.members).map((member) => `when ${literal(member.discriminator!)} then ${literal(member.name)}`);
    return `case ${this.column("kind")} ${cases.join(" ")} end`;
  }

  /** Whether a rule admits nothing for the viewer, whoever it is of its audience. */
  #isNever(rule: Rule): boolean {
    return this.#compilation.guarded && this.#compilation.fold(rule).rule === "never";
  }

  #derived(key: string): string {
    return derivationSql(this.type.fields[key]!.derived!, this.#scope());
  }

  #scope() {
    return { catalogue: this.#compilation.world.catalogue, type: this.type, column: (name: string) => this.column(name), holder: this.#holder };
  }

  #main(name: string): string {
    this.used.add(name);
    return `${this.alias}.${identifier(name)}`;
  }

  #place(key: string) {
    const place = this.type.storage.places[key];
    if (!place) throw new Error(`${this.type.name}.${key} has no column`);
    return place;
  }

  /** FROM and WHERE of the side table's row that belongs to this one, where its rule admits it. */
  #sideWhere(part: string, side: string): string {
    this.#compilation.touch(this.type, part);
    const conditions = [`${side}."id" = ${this.#main("id")}`, ...this.#ruleOf(ruleOfPart(this.type, part), this.#ofSide(part, side))];
    return `${identifier(tableOf(this.type.storage, part))} ${side} where ${conditions.join(" and ")}`;
  }

  /** Columns as a rule of a part names them: its own table's under the alias, the others of this row. */
  #ofSide(part: string, side: string): (key: string) => string {
    return (key) => {
      const place = this.#place(key);
      return place.part === part ? `${side}.${identifier(place.column.name)}` : this.column(key);
    };
  }

  /** The predicate that a conditional field is open in this row by right or by a grant that names it; null where no grant plays a part. */
  #grantGuard(key: string): ((column: (key: string) => string) => string) | null {
    const compilation = this.#compilation;
    const field = this.type.fields[key];
    if (!compilation.guarded || !compilation.standing.grants || field?.class !== "conditional") return null;
    const folded = compilation.fold(ruleOfPart(this.type, this.#place(key).part));
    if (!usesGrants(folded)) return null;
    // What lets in a row that this one hangs on names no field of this one.
    const granted = (item: string, column: string): string => compilation.granted(item, column, item === this.type.name ? `${this.type.name}.${key}` : undefined);
    const viewer = Object.create(compilation.viewer, { granted: { value: granted } }) as ViewerSql;
    return (column) => ruleSql(folded, { catalogue: compilation.world.catalogue, type: this.type, column, viewer, holder: this.#holder });
  }

  #ruleOf(rule: Rule, column: (key: string) => string): string[] {
    const compilation = this.#compilation;
    if (!compilation.guarded) return [];
    const folded = compilation.fold(rule);
    if (folded.rule === "always" || folded.rule === "never") return []; // never: `from` is empty already
    const { catalogue } = compilation.world;
    for (const path of pathsOf(folded))
      for (const { to } of catalogue.pathOf(this.type, path).edges) if (to.kind !== "union") compilation.touch(to, mainPart);
    return [ruleSql(folded, { catalogue, type: this.type, column, viewer: compilation.viewer, holder: this.#holder })];
  }

  /** The type that a key refers to by id; null for any other field. */
  reference(key: string): NodeType | null {
    for (const edge of this.#compilation.world.catalogue.edgesOf(this.type).values())
      if (edge.cardinality === "one" && edge.fromKey === key && edge.toKey === "id") return edge.to;
    return null;
  }
}

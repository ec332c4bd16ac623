import { mayUseGrants, sharingOf, type GrantTerms } from "./policy/sharing.ts";
import type { Asking, Closed, Row, Value } from "./policy/vocabulary.ts";
import { isBody } from "./policy/vocabulary.ts";
import type { ClassOfField, Inverse, OneRelation, Shape } from "./shape.ts";
import type { World } from "./world.ts";

/** One asker's sight of a world: which rows there are, and what is in them. */
export class Reading {
  readonly shape: Shape;
  readonly world: World;
  readonly asking: Asking;
  readonly #visible = new Map<Row, boolean>();

  /** @param terms what must hold of a sharing grant; other than the oracle's own in tests of the oracle only */
  constructor(shape: Shape, world: World, asking: Omit<Asking, "rows" | "sharing">, terms?: GrantTerms) {
    this.shape = shape;
    this.world = world;
    const asked = { ...asking, rows: world };
    this.asking = { ...asked, sharing: sharingOf(asked, terms) };
  }

  exists(row: Row): boolean {
    let visible = this.#visible.get(row);
    if (visible === undefined) this.#visible.set(row, (visible = this.shape.said(row.type, "rows")?.(row, this.asking) ?? true));
    return visible;
  }

  /** The field whose class a field has: itself, or the key of the relation that it is. */
  #bearer(type: string, field: string): readonly [string, string] {
    const relation = this.shape.relationOf(type, field);
    if (!relation || relation.kind === "followed") return [type, field];
    const one = relation.kind === "one" ? relation : relation.of;
    return [relation.kind === "one" ? type : one.holder, one.key];
  }

  classOf(type: string, field: string): ClassOfField {
    if (this.shape.relationOf(type, field)?.kind === "followed") return "open";
    const [holder, key] = this.#bearer(type, field);
    const known = this.shape.known(holder, key);
    if (!known) throw new Error(`The oracle does not know ${holder}.${key}.`);
    return known.class;
  }

  /** Whether only some bodies, or the person concerned, may read a field: looks at it are logged. */
  isClosed(type: string, field: string): boolean {
    return ["conditional", "restricted"].includes(this.classOf(type, field));
  }

  /** Whether the asker reads a field in some rows without a sharing grant. */
  isByRight(type: string, field: string): boolean {
    if (this.shape.relationOf(type, field)?.kind === "followed") return true;
    const [holder, key] = this.#bearer(type, field);
    const known = this.shape.known(holder, key);
    if (!known) throw new Error(`The oracle does not know ${holder}.${key}.`);
    if (known.class === "open") return true;
    return known.class === "shared" ? isBody(this.asking.viewer) : known.closed!.readers.includes(this.asking.viewer.audience);
  }

  /** Whether the asker is refused a field, whatever the row. */
  isDenied(type: string, field: string): boolean {
    if (this.isByRight(type, field)) return false;
    const [holder, key] = this.#bearer(type, field);
    return !(this.shape.known(holder, key)?.closed?.grantedIn && this.asking.sharing.names(holder, key));
  }

  /** Whether sharing grants, if there were any, could open a field to the asker. */
  isGrantable(type: string, field: string): boolean {
    const [holder, key] = this.#bearer(type, field);
    return mayUseGrants(this.asking) && this.shape.known(holder, key)?.closed?.grantedIn !== undefined;
  }

  /** Whether a sharing grant opens a closed field in a row. */
  #isGranted(row: Row, field: string, { grantedIn }: Closed): boolean {
    const division = grantedIn?.(row, this.asking);
    return division !== undefined && this.asking.sharing.names(row.type, field, division);
  }

  /** Whether the asker may filter and order by a field of a type that has it. */
  mayFilter(type: string, field: string): boolean {
    const known = this.shape.known(type, field);
    return known !== undefined && known.filterable && (known.class === "open" || isBody(this.asking.viewer));
  }

  /** The value of a field of an existing row as the asker has it, as it is in the database. */
  value(row: Row, field: string): Value {
    if (this.isDenied(row.type, field)) return null;
    const derived = this.shape.entry(row.type, (policy) => policy.derived, field);
    if (derived) return derived(row, this.asking);
    const partly = this.shape.entry(row.type, (policy) => policy.partly, field);
    if (partly && !partly(row, this.asking)) return null;
    const closed = this.shape.known(row.type, field)?.closed;
    if (closed && !closed.where(row, this.asking) && !this.#isGranted(row, field, closed)) return null;
    const value = row.values[field];
    if (value === undefined) throw new Error(`${row.type}.${field} is in no column.`);
    return value;
  }

  /** The row that a relation leads to. */
  one(row: Row, relation: OneRelation): Row | undefined {
    const target = this.world.row(relation.to, relation.toKey, this.value(row, relation.key));
    return target && this.exists(target) ? target : undefined;
  }

  /** The rows whose relation leads to this one. */
  many(row: Row, { of }: Inverse): Row[] {
    const key = row.values[of.toKey] ?? null;
    return this.world.rowsBy(of.holder, of.key, key).filter((each) => this.exists(each) && this.value(each, of.key) === key);
  }
}

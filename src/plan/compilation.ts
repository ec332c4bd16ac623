import type { GraphQLSchema } from "graphql";
import type { Audience } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity, Family, NodeType } from "../catalog/node-type.ts";
import { isClosed } from "../catalog/disclosure-class.ts";
import { asksViewer, fold, type Rule } from "../catalog/rule.ts";
import type { Occasion } from "../policy/occasion.ts";
import type { Standing } from "../policy/standing.ts";
import { jurisdictionPrefix } from "../policy/jurisdiction.ts";
import { ruleOfPart } from "../policy/may-read.ts";
import { literal, type ViewerSql } from "../policy/rule-sql.ts";
import { AccessNotes } from "./access-notes.ts";
import type { Document } from "./collect-fields.ts";
import { placeOf, type Denial, type DenialByGrants } from "./denial.ts";
import type { RootQuestion } from "./root-question.ts";
import type { Variables } from "./traced.ts";

/** What a statement needs at each execution beside its text. */
export interface Execution extends Occasion {
  readonly variables: Variables;
  /** Key of the encrypted columns; it reaches the database only in statements that decrypt for a viewer who may read the value. */
  readonly encryptionKey: string;
  /** Key of the pseudonyms that the access log has of persons. */
  readonly pseudonymKey: string;
  /** Persons about whom earlier statements of the same answer have given something closed. */
  readonly personsGiven: number;
}

/** Name of the sharing grants in force for whoever asks, within a statement. */
export const grantsInForce = "hub_grants";

/** Name of the one row, within a statement, with the coordinates that they open. */
export const fieldsOpened = "hub_opened";

/** Constants of ours as an array of texts. */
export const textsSql = (values: Iterable<string>): string => `array[${[...values].map(literal).join(", ")}]::text[]`;

/** Reads one parameter of the statement; parameters travel as text and are cast in the statement, so that types never depend on a driver. */
export type Parameter = (execution: Execution) => string | null;

/** What the compiler works on: the same for every question. */
export interface World {
  readonly schema: GraphQLSchema;
  readonly catalogue: Catalogue;
  readonly roots: ReadonlyMap<string, RootQuestion>;
}

/** One question on its way to a statement: parameters, denials and the names in use. */
export class Compilation {
  readonly world: World;
  readonly standing: Standing;
  readonly document: Document;
  /** Lock (a): denied fields become null and row rules enter the statement. Off in tests of the other locks only. */
  readonly guarded: boolean;
  /** Whether abstract positions carry `__typename` for graphql-js, which completes the answer on the resolver path. */
  readonly typenames: boolean;
  /** Whether what is read is logged: of everybody who is somebody. */
  readonly isLogged: boolean;
  readonly parameters: Parameter[] = [];
  readonly denials = new Map<string, Denial>();
  /** Denials that depend on sharing grants. */
  readonly denialsByGrants: DenialByGrants[] = [];
  /** Items whose sharing grants decide about something in the statement. */
  readonly grantItems = new Set<string>();
  /** What the statement writes into the access log; nothing of the public's. */
  readonly access = new AccessNotes();
  /** Whether a row policy of a table in the statement asks who the viewer is. */
  needsSession = false;
  readonly #bound = new Map<string, string>();
  /** What sharing grants have to open for the question to come to the place that is being written. */
  #within: readonly string[] = [];
  #aliases = 0;

  constructor(world: World, standing: Standing, document: Document, options: { readonly guarded: boolean; readonly typenames: boolean; readonly logged?: boolean }) {
    this.world = world;
    this.standing = standing;
    this.document = document;
    this.guarded = options.guarded;
    this.typenames = options.typenames;
    this.isLogged = standing.audience !== "public" && options.logged !== false;
  }

  /** A fresh table alias. */
  alias(): string {
    return `t${this.#aliases++}`;
  }

  /** Adds a parameter and returns its SQL, cast to a type of the database. */
  bind(type: string, read: Parameter): string {
    this.parameters.push(read);
    const place = `$${this.parameters.length}::text`;
    return type === "text" ? place : `(${place})::${type}`;
  }

  /** A parameter that many places share. */
  bindOnce(name: string, type: string, read: Parameter): string {
    let sql = this.#bound.get(name);
    if (!sql) this.#bound.set(name, (sql = this.bind(type, read)));
    return sql;
  }

  /** Who is asking, as parameters. */
  readonly viewer: ViewerSql = Object.defineProperties({} as ViewerSql, {
    body: { get: () => this.bindOnce("body", "uuid", ({ viewer }) => viewer.body) },
    jurisdiction: { get: () => this.bindOnce("jurisdiction", "text", ({ viewer }) => viewer.jurisdiction && jurisdictionPrefix(viewer.jurisdiction)) },
    subject: { get: () => this.bindOnce("subject", "uuid", ({ viewer }) => viewer.subject) },
    granted: { value: (item: string, column: string) => this.granted(item, column) },
  });

  /** As whom is asked. */
  get audience(): Audience {
    return this.standing.audience;
  }

  /** A rule as it is for whoever asks. */
  fold(rule: Rule): Rule {
    return fold(rule, this.audience, this.standing.grants);
  }

  /** Whether a sharing grant opens an item, or one field of it, in the division whose code is in a column; the statement has the grants in force. */
  granted(item: string, column: string, coordinate?: string): string {
    this.grantItems.add(item);
    return `exists (select 1 from ${grantsInForce} g where ${literal(item)} = any(g.items)${coordinate === undefined ? "" : ` and ${literal(coordinate)} = any(g.fields)`} and starts_with(${column}, g.scope))`;
  }

  /** Whether sharing grants open one of some fields, wherever. */
  opened(coordinates: readonly string[]): string {
    for (const coordinate of coordinates) this.grantItems.add(coordinate.split(".")[0]!);
    return `${textsSql(coordinates)} && (select fields from ${fieldsOpened})`;
  }

  /** Writes what stands below a relation that only a sharing grant opens: it is there, and what is denied and read of it is so, where one does. */
  whereOpened(coordinate: string, write: () => string): string {
    const outside = this.#within;
    this.#within = [...outside, coordinate];
    const sql = write();
    this.#within = outside;
    return `case when ${this.opened([coordinate])} then ${sql} end`;
  }

  /** Whether the statement looks up sharing grants at all. */
  get looksUpGrants(): boolean {
    return this.standing.grants && this.grantItems.size > 0;
  }

  /** The purpose that the question states, as a parameter. */
  purpose(): string {
    return this.bindOnce("purpose", "text", ({ access }) => access.purpose);
  }

  /** The key for decrypting, as a parameter. */
  encryptionKey(): string {
    return this.bindOnce("key", "text", ({ encryptionKey }) => encryptionKey);
  }

  /** Notes that the statement reads a part of a type, whose row policy may ask who the viewer is. */
  touch(type: Entity | Family, part: string): void {
    this.needsSession ||= asksViewer(this.fold(ruleOfPart(type, part))) || asksViewer(this.fold(type.rows));
  }

  /** Notes a denied field once, wherever in the operation it is written. */
  deny(denial: Denial): void {
    const within = this.#within;
    if (this.isLogged && isClosed(denial.class)) this.access.refused.note({ coordinate: denial.coordinate, within });
    if (within.length > 0) this.denialsByGrants.push({ ...denial, within, unless: null });
    else if (!this.denials.has(placeOf(denial))) this.denials.set(placeOf(denial), denial);
  }

  /** Notes a field that is denied unless a sharing grant names a coordinate. */
  denyUnless(coordinate: string, denial: Denial): void {
    this.denialsByGrants.push({ ...denial, within: this.#within, unless: coordinate });
  }

  /** Notes for the access log what the statement reads; nothing of the public's. */
  noteRead(coordinates: readonly string[]): void {
    if (this.isLogged) for (const coordinate of coordinates) this.access.read.note({ coordinate, within: this.#within });
  }

  /** Concrete types behind a type. */
  membersOf(type: NodeType): readonly Entity[] {
    return this.world.catalogue.membersOf(type);
  }
}

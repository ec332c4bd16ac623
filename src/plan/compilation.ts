import type { GraphQLSchema } from "graphql";
import type { Audience } from "../catalog/audience.ts";
import type { Catalogue } from "../catalog/catalogue.ts";
import type { Entity, Family, NodeType } from "../catalog/node-type.ts";
import { asksViewer, fold } from "../catalog/rule.ts";
import type { Viewer } from "../policy/viewer.ts";
import { jurisdictionPrefix } from "../policy/jurisdiction.ts";
import { ruleOfPart } from "../policy/may-read.ts";
import type { ViewerSql } from "../policy/rule-sql.ts";
import type { Document } from "./collect-fields.ts";
import type { Denial } from "./denial.ts";
import type { RootQuestion } from "./root-question.ts";
import type { Variables } from "./traced.ts";

/** What a statement needs at each execution beside its text. */
export interface Execution {
  readonly variables: Variables;
  readonly viewer: Viewer;
  /** Key of the encrypted columns; it reaches the database only in statements that decrypt for a viewer who may read the value. */
  readonly encryptionKey: string;
}

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
  readonly audience: Audience;
  readonly document: Document;
  /** Lock (a): denied fields become null and row rules enter the statement. Off in tests of the other locks only. */
  readonly guarded: boolean;
  /** Whether abstract positions carry `__typename` for graphql-js, which completes the answer on the resolver path. */
  readonly typenames: boolean;
  readonly parameters: Parameter[] = [];
  readonly denials = new Map<string, Denial>();
  /** Whether a row policy of a table in the statement asks who the viewer is. */
  needsSession = false;
  readonly #bound = new Map<string, string>();
  #aliases = 0;

  constructor(world: World, audience: Audience, document: Document, options: { readonly guarded: boolean; readonly typenames: boolean }) {
    this.world = world;
    this.audience = audience;
    this.document = document;
    this.guarded = options.guarded;
    this.typenames = options.typenames;
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
    granted: { value: () => "false" },
  });

  /** The key for decrypting, as a parameter. */
  encryptionKey(): string {
    return this.bindOnce("key", "text", ({ encryptionKey }) => encryptionKey);
  }

  /** Notes that the statement reads a part of a type, whose row policy may ask who the viewer is. */
  touch(type: Entity | Family, part: string): void {
    this.needsSession ||= asksViewer(fold(ruleOfPart(type, part), this.audience)) || asksViewer(fold(type.rows, this.audience));
  }

  /** Notes a denied field once, wherever in the operation it is written. */
  deny(denial: Denial): void {
    const node = denial.nodes[0];
    const place = `${node?.loc?.start ?? ""}:${denial.nodes.length === 0 ? denial.coordinate : ""}`;
    if (!this.denials.has(place)) this.denials.set(place, denial);
  }

  /** Concrete types behind a type. */
  membersOf(type: NodeType): readonly Entity[] {
    return this.world.catalogue.membersOf(type);
  }
}

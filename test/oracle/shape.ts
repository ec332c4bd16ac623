import { getNamedType, isInterfaceType, isObjectType, type GraphQLField, type GraphQLInterfaceType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { everyBody, type Closed, type Policies, type TypePolicy } from "./policy/vocabulary.ts";

export type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** A relation to at most one row: the key that the holder has, and the field of the target that it names. */
export interface OneRelation {
  readonly kind: "one";
  readonly holder: string;
  readonly key: string;
  readonly to: string;
  readonly toKey: string;
}

/** A relation the other way: the rows, or the one row, whose relation leads here. */
export interface Inverse {
  readonly kind: "many" | "single";
  readonly of: OneRelation;
}

/** A relation to one row that the oracle's policy follows by itself. */
export interface Followed {
  readonly kind: "followed";
  readonly to: string;
}

export type Relation = OneRelation | Inverse | Followed;

export type ClassOfField = "open" | "shared" | "conditional" | "restricted";

/** What the policies say of a field that holds a value. */
export interface Known {
  readonly class: ClassOfField;
  readonly closed: Closed | null;
  /** Whether it can be filtered by, by those whom its class admits. */
  readonly filterable: boolean;
}

const words = (list: string | undefined): string[] => list?.split(/\s+/).filter((word) => word !== "") ?? [];

/** What the oracle gathers from the printed graph: which types are rows, how they hang together, and what the policy says of each. */
export class Shape {
  readonly schema: GraphQLSchema;
  /** Types whose objects are rows, the interfaces over them among these; Node is none. */
  readonly types: ReadonlyMap<string, Composite>;
  readonly #policies: Policies;
  readonly #relations = new Map<string, Relation | null>();
  readonly #references = new Map<string, ReadonlyMap<string, string>>();
  readonly #bearers = new Map<string, string[]>();
  readonly #known = new Map<string, Known | undefined>();
  readonly #families: Set<string>;

  constructor(schema: GraphQLSchema, policies: Policies, families = new Set<string>()) {
    this.#families = families;
    this.schema = schema;
    this.#policies = policies;
    const isRow = (type: GraphQLNamedType): type is Composite => (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === "Node");
    this.types = new Map(Object.values(schema.getTypeMap()).flatMap((type) => (isRow(type) ? [[type.name, type]] : [])));
  }

  /** The same graph with other policies. */
  saying(policies: Policies): Shape {
    return new Shape(this.schema, policies, this.#families);
  }

  /** Notes that the members of an interface share one table, and so the tag of their ids. */
  isFamily(name: string): void {
    this.#families.add(name);
  }

  /** Concrete types behind a type. */
  concrete(name: string): string[] {
    const type = this.schema.getType(name);
    return isInterfaceType(type) ? this.schema.getPossibleTypes(type).map((each) => each.name) : [name];
  }

  isInterface(name: string): boolean {
    return isInterfaceType(this.schema.getType(name));
  }

  fieldsOf(name: string): Readonly<Record<string, GraphQLField<unknown, unknown>>> {
    return this.types.get(name)!.getFields();
  }

  /** The tag of a type's ids: its own name, or that of the family whose table it shares. */
  tagOf(name: string): string {
    const type = this.types.get(name);
    const family = type && isObjectType(type) ? type.getInterfaces().find((each) => this.#families.has(each.name)) : undefined;
    return family?.name ?? name;
  }

  /** The tags that ids of a type's rows begin with. */
  tagsOf(name: string): string[] {
    return [...new Set(this.concrete(name).map((each) => this.tagOf(each)))];
  }

  /** Whether ids begin with the name of a type: not those of a family's members, nor of an interface whose members have tables of their own. */
  hasTag(name: string): boolean {
    return this.#families.has(name) || (!this.isInterface(name) && this.tagOf(name) === name);
  }

  /** Policies of a type: its own, then that which it continues. */
  policiesOf(name: string): TypePolicy[] {
    const own = this.#policies[name];
    if (!own) throw new Error(`The oracle knows nothing of ${name}: give it an entry in test/oracle/policy.`);
    return own.continues ? [own, ...this.policiesOf(own.continues)] : [own];
  }

  /** The first thing that a type's policies say. */
  said<K extends keyof TypePolicy>(name: string, what: K): TypePolicy[K] | undefined {
    return this.policiesOf(name).find((policy) => policy[what] !== undefined)?.[what];
  }

  /** An entry of a record in a type's policies. */
  entry<T>(name: string, pick: (policy: TypePolicy) => Readonly<Record<string, T>> | undefined, key: string): T | undefined {
    for (const policy of this.policiesOf(name)) {
      const found = pick(policy)?.[key];
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What is said of a field that holds a value; undefined where the oracle knows no such field. */
  known(type: string, field: string): Known | undefined {
    const coordinate = `${type}.${field}`;
    if (!this.#known.has(coordinate)) this.#known.set(coordinate, this.#know(type, field));
    return this.#known.get(coordinate);
  }

  /** Whether a field says not all to everybody: it is closed, there row by row, or leads to rows that are not all there. */
  isTelling(type: string, field: string): boolean {
    const relation = this.relationOf(type, field);
    if (!relation) return this.known(type, field)?.class !== "open" || this.entry(type, ({ partly }) => partly, field) !== undefined;
    const target = "of" in relation ? relation.of.holder : relation.to;
    return this.isGuarded(target) || (relation.kind === "one" && this.known(type, relation.key)?.class !== "open");
  }

  /** Whether not all rows of a type are there for everybody. */
  isGuarded(type: string): boolean {
    return this.concrete(type).some((concrete) => this.said(concrete, "rows") !== undefined);
  }

  /** Fields of a type that sharing grants open. */
  grantable(type: string): string[] {
    return this.policiesOf(type).flatMap(({ closed = [] }) => closed.flatMap(({ fields, grantedIn }) => (grantedIn ? words(fields) : [])));
  }

  /** The relations, of any type, that have a field of a type as their key. */
  relationsBy(type: string, key: string): string[] {
    const coordinate = `${type}.${key}`;
    let names = this.#bearers.get(coordinate);
    if (!names) {
      const bears = (holder: string, field: string): boolean => {
        const relation = this.relationOf(holder, field);
        const one = relation && "of" in relation ? relation.of : relation;
        return one?.kind === "one" && one.holder === type && one.key === key;
      };
      names = [...this.types.keys()].flatMap((holder) => Object.keys(this.fieldsOf(holder)).filter((field) => bears(holder, field)));
      this.#bearers.set(coordinate, names);
    }
    return names;
  }

  /** The audiences that some field of a type is kept for, or of any type. */
  competent(about?: string): string[] {
    const closed = (about === undefined ? Object.values(this.#policies) : this.policiesOf(about)).flatMap((policy) => policy.closed ?? []);
    return closed.flatMap(({ readers }) => (readers.length < everyBody.length ? readers : []));
  }

  #know(type: string, field: string): Known | undefined {
    for (const policy of this.policiesOf(type)) {
      if (words(policy.open).includes(field)) return { class: "open", closed: null, filterable: true };
      if (words(policy.shared).includes(field)) return { class: "shared", closed: null, filterable: true };
      if (words(policy.unfiltered).includes(field) || policy.partly?.[field] || policy.derived?.[field]) return { class: "open", closed: null, filterable: false };
      if (words(policy.sharedUnfiltered).includes(field)) return { class: "shared", closed: null, filterable: false };
      const closed = policy.closed?.find(({ fields }) => words(fields).includes(field));
      if (closed) return { class: closed.class, closed, filterable: false };
    }
    return undefined;
  }

  /** The relation behind a field of a type, if it is one. */
  relationOf(name: string, field: string): Relation | undefined {
    const coordinate = `${name}.${field}`;
    const found = this.#relations.get(coordinate);
    if (found !== undefined) return found ?? undefined;
    let relation: Relation | undefined;
    const definition = this.fieldsOf(name)[field];
    if (!definition) return undefined;
    const target = getNamedType(definition.type).name;
    if (this.types.has(target)) relation = this.#one(name, field, target) ?? this.#inverse(name, field, target, "single");
    else if (target.endsWith("Connection")) relation = this.#inverse(name, field, target.slice(0, -"Connection".length), "many");
    this.#relations.set(coordinate, relation ?? null);
    return relation;
  }

  /** The type that a key names by id; undefined where it names none. */
  referenceOf(name: string, key: string): string | undefined {
    let references = this.#references.get(name);
    if (!references) {
      const relations = Object.keys(this.fieldsOf(name)).map((field) => this.relationOf(name, field));
      this.#references.set(name, (references = new Map(relations.flatMap((each) => (each?.kind === "one" && each.toKey === "id" ? [[each.key, each.to]] : [])))));
    }
    return references.get(key);
  }

  #one(name: string, field: string, target: string): OneRelation | Followed | undefined {
    if (this.entry(name, (policy) => policy.followed, field)) return { kind: "followed", to: target };
    const given = this.entry(name, (policy) => policy.relations, field);
    const fields = this.fieldsOf(name);
    const [key, toKey] = given ?? (field === "source" ? ["sourceOrganizationId"] : `${field}Id` in fields ? [`${field}Id`] : `${field}Code` in fields ? [`${field}Code`, "code"] : []);
    return key === undefined ? undefined : { kind: "one", holder: name, key, to: target, toKey: toKey ?? "id" };
  }

  #inverse(name: string, field: string, target: string, kind: "many" | "single"): Inverse {
    const given = this.entry(name, (policy) => policy.inverses, field);
    if (given) {
      // What may lead to several rows is in the graph from there alone.
      const of = this.relationOf(given[0], given[1]) ?? this.#one(given[0], given[1], name);
      if (of?.kind !== "one") throw new Error(`The oracle says that ${name}.${field} is the inverse of ${given.join(".")}, which is no relation.`);
      return { kind, of };
    }
    const candidates = Object.entries(this.fieldsOf(target)).flatMap(([key, { type }]) => {
      const to = getNamedType(type).name;
      const relation = key !== "source" && this.types.has(to) ? this.#one(target, key, to) : undefined;
      return relation?.kind === "one" ? [relation] : [];
    });
    const exact = candidates.filter(({ to }) => to === name);
    const wide = candidates.filter(({ to }) => this.concrete(to).includes(name));
    const [of, ...others] = exact.length > 0 ? exact : wide;
    if (!of || others.length > 0) throw new Error(`The oracle cannot tell what ${name}.${field} is the inverse of: say it under "inverses".`);
    return { kind, of };
  }
}

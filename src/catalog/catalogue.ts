import { audiences } from "./audience.ts";
import { codelistOf, type Codelist } from "./codelist.ts";
import { isClosed, strictest, type DisclosureClass } from "./disclosure-class.ts";
import { displayPeriodKeys, displayPeriodType, onDisplay } from "./display.ts";
import type { Field } from "./field.ts";
import { isAboutPerson, type EmptiedBeside, type Entity, type Family, type Formerly, type NodeType, type Union } from "./node-type.ts";
import type { Inverse } from "./relation.ts";
import { asksViewer, fold, partsOf, pathsOf, type Rule } from "./rule.ts";
import { grantFaults } from "./grant-faults.ts";
import { searchableOf, searchFaults } from "./search.ts";
import { mainPart, partOf, type Storage } from "./storage.ts";
import { isUniqueInSource } from "./supply.ts";
import { prefixFaults, supplyFaults } from "./supply-faults.ts";

/** One direction of a relation, as seen from one type. */
export interface Edge {
  readonly name: string;
  readonly doc: string;
  readonly from: NodeType;
  readonly to: NodeType;
  /** one: at most one row, by a key held here; single: at most one, by a unique key held there; last: where a chain of `one` leads; many: a connection. */
  readonly cardinality: "one" | "single" | "last" | "many";
  /** The field here and the field there that are equal. */
  readonly fromKey: string;
  readonly toKey: string;
  /** The class of the key, whichever side holds it. */
  readonly class: DisclosureClass;
  /** The field that holds the key: it says class, basis and whether the subject reads it. */
  readonly keyField: Field;
}

/** Where the key of a relation is: the type that holds it, the field there, and both as the coordinate that a sharing grant has to name. */
export function keyOf(edge: Edge): { readonly holder: NodeType; readonly key: string; readonly coordinate: string } {
  const [holder, key] = edge.cardinality === "one" || edge.cardinality === "last" ? [edge.from, edge.fromKey] : [edge.to, edge.toKey];
  return { holder, key, coordinate: `${holder.name}.${key}` };
}

/** The whole of what the hub holds, checked and with its relations resolved both ways. Everything else is made from it. */
export interface Catalogue {
  readonly entities: readonly Entity[];
  readonly families: readonly Family[];
  readonly unions: readonly Union[];
  readonly types: ReadonlyMap<string, NodeType>;
  readonly codelists: readonly Codelist[];
  /** Types whose rows are found by search, each table once: a family stands for its members. */
  readonly searchable: readonly (Entity | Family)[];
  /** Relations of a type in both directions, by name. */
  edgesOf(type: NodeType): ReadonlyMap<string, Edge>;
  /** The concrete types behind a type: itself, or its members. */
  membersOf(type: NodeType): readonly Entity[];
  /** The field of a type by its key; undefined where it has none. A member of an interface decides by the strictest. */
  fieldOf(type: NodeType, key: string): Field | undefined;
  /** The field by which a row tells which civil servant something closed in it is about; null where nothing in it is about one. */
  subjectKey(type: NodeType): string | null;
  /** Where a rule's path leads from a type: the `one` relations to follow and the field at the end. */
  pathOf(type: NodeType, path: string): { readonly edges: readonly Edge[]; readonly end: NodeType; readonly key: string };
}

/** The declarations do not hold together; the message names every culprit. The hub refuses to start. */
export class CatalogueError extends Error {
  constructor(faults: readonly string[]) {
    super(`The catalogue does not hold together:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "CatalogueError";
  }
}

/**
 * Puts the declarations together: resolves every relation and its inverse and checks what the compiler cannot.
 *
 * @param declared entities, families and unions in the order in which the graph prints them; members of families come with them
 * @throws CatalogueError naming every fault at once
 */
export function assembleCatalogue(declared: readonly NodeType[]): Catalogue {
  const families = declared.filter((each) => each.kind === "family");
  const unions = declared.filter((each) => each.kind === "union");
  const entities = declared.flatMap((each) => (each.kind === "entity" ? [each] : each.kind === "family" ? Object.values(each.members) : []));
  const faults: string[] = [];
  const types = new Map<string, NodeType>();
  for (const type of [...families, ...unions, ...entities]) {
    if (types.has(type.name)) faults.push(`${type.name} is declared twice`);
    types.set(type.name, type);
  }

  const membersOf = (type: NodeType): readonly Entity[] =>
    type.kind === "entity" ? [type] : type.kind === "family" ? Object.values(type.members) : entities.filter((each) => each.implements?.name === type.name);

  const fieldOf = (type: NodeType, key: string): Field | undefined => {
    if (type.kind !== "union") return type.fields[key];
    const field = type.fields[key];
    const fields = membersOf(type).map((member) => member.fields[key]);
    if (!field || fields.some((each) => !each)) return undefined;
    const cls = strictest(fields.map((each) => each!.class));
    return cls === field.class ? field : { ...fields.find((each) => each!.class === cls)! };
  };

  const edges = resolveEdges([...families, ...unions, ...entities], types, fieldOf, faults);
  const edgesOf = (type: NodeType): ReadonlyMap<string, Edge> => edges.get(type.name) ?? new Map<string, Edge>();

  const pathOf = (type: NodeType, path: string) => {
    const steps = path.split(".");
    const key = steps.pop()!;
    const followed: Edge[] = [];
    let end = type;
    for (const step of steps) {
      const edge = edgesOf(end).get(step);
      if (!edge || edge.cardinality !== "one") throw new CatalogueError([`${type.name}: the path ${path} needs a relation ${end.name}.${step} to one row`]);
      followed.push(edge);
      end = edge.to;
    }
    if (!fieldOf(end, key) || end.kind === "union") throw new CatalogueError([`${type.name}: the path ${path} ends at ${end.name}.${key}, which is no column`]);
    return { edges: followed, end, key };
  };

  const subjectKeysOf = (type: NodeType): readonly string[] => {
    if (isAboutPerson(type)) return [type.concerns];
    const closed = [...edgesOf(type).values()].filter((edge) => edge.cardinality === "one" && isClosed(edge.class) && isAboutPerson(edge.to) && edge.to.concerns === "id" && edge.toKey === "id");
    return [...new Set(closed.map((edge) => edge.fromKey))];
  };
  const subjectKeys = new Map<string, string>();
  for (const type of entities) {
    const keys = subjectKeysOf(type);
    if (keys.length > 1) faults.push(`${type.name} is about civil servants by ${keys.join(" and ")}: the access log takes one`);
    if (keys[0] !== undefined) subjectKeys.set(type.name, keys[0]);
  }
  const subjectKey = (type: NodeType): string | null => subjectKeys.get(type.name) ?? null;

  const catalogue: Catalogue = { entities, families, unions, types, codelists: codelistsOf(entities), searchable: searchableOf([...families, ...entities]), edgesOf, membersOf, fieldOf, subjectKey, pathOf };
  for (const type of [...families, ...entities]) faults.push(...faultsOf(type, catalogue));
  faults.push(...prefixFaults(entities));
  for (const type of unions) if (membersOf(type).length === 0) faults.push(`${type.name} has no members`);
  if (faults.length > 0) throw new CatalogueError(faults);
  return catalogue;
}

/** The codelists that the fields use, each once, by name. */
function codelistsOf(entities: readonly Entity[]): readonly Codelist[] {
  const lists = entities.flatMap((entity) => Object.values(entity.storage.places).flatMap(({ column }) => codelistOf(column.enumValues) ?? []));
  return [...new Map(lists.map((list) => [list.name, list])).values()].sort((a, b) => a.name.localeCompare(b.name));
}

function resolveEdges(
  types: readonly NodeType[],
  byName: ReadonlyMap<string, NodeType>,
  fieldOf: (type: NodeType, key: string) => Field | undefined,
  faults: string[],
): Map<string, Map<string, Edge>> {
  const edges = new Map(types.map((type) => [type.name, new Map<string, Edge>()]));
  const add = (edge: Edge): void => {
    const of = edges.get(edge.from.name);
    if (!of) return void faults.push(`${edge.to.name}: relation to ${edge.from.name}, which is not in the list of entities`);
    const present = of.get(edge.name);
    if (present && (present.to.name !== edge.to.name || present.toKey !== edge.toKey)) faults.push(`${edge.from.name}.${edge.name} is declared by two relations`);
    if (edge.from.fields[edge.name]) faults.push(`${edge.from.name}.${edge.name} is both a field and a relation`);
    of.set(edge.name, edge);
  };
  /** Everything that a type stands for in the graph: itself and, for an interface, its members, which inherit its relations. */
  const standsFor = (type: NodeType): NodeType[] => [type, ...types.filter((each) => each.kind === "entity" && (each.family === type.name || each.implements?.name === type.name))];

  for (const type of types)
    for (const [name, relation] of Object.entries(type.relations)) {
      const to = typeof relation.to === "string" ? byName.get(relation.to) : relation.to();
      if (!to) {
        faults.push(`${type.name}.${name} leads to ${String(relation.to)}, which is not declared`);
        continue;
      }
      const keyField = fieldOf(type, relation.key);
      const target = fieldOf(to, relation.toKey);
      if (!keyField) faults.push(`${type.name}.${name} is by the key ${relation.key}, which ${type.name} does not have`);
      if (!target || target.class !== "open") faults.push(`${type.name}.${name} leads to ${to.name}.${relation.toKey}, which is no open field`);
      if (!keyField || !target) continue;
      const common = { class: keyField.class, keyField };
      if (relation.isShared && (relation.enforced || !relation.inverse?.many)) faults.push(`${type.name}.${name} may lead to several rows: it is not enforced, and has an inverse that is a connection`);
      if (!relation.isShared) add({ ...common, name, doc: relation.doc, from: type, to, cardinality: "one", fromKey: relation.key, toKey: relation.toKey });
      if (relation.last) {
        if (!standsFor(to).includes(type) || keyField.class !== "open" || type.kind === "union" || type.rows.rule !== "always") faults.push(`${type.name}.${relation.last.name}: a chain needs an open key of a type to itself, whose rows exist for everybody`);
        add({ ...common, ...relation.last, from: type, to, cardinality: "last", fromKey: relation.key, toKey: relation.toKey });
      }
      const inverse: Inverse | null = relation.inverse;
      // A member of a family has the family's relations; the inverse is declared once, from the family itself.
      const inherited = type.kind === "entity" && type.family !== null && byName.get(type.family)?.relations[name] === relation;
      if (inverse && !inherited)
        for (const from of standsFor(to))
          add({ ...common, name: inverse.name, doc: inverse.doc, from, to: type, cardinality: inverse.many ? "many" : "single", fromKey: relation.toKey, toKey: relation.key });
    }
  return edges;
}

function faultsOf(type: Entity | Family, catalogue: Catalogue): string[] {
  const faults: string[] = [];
  const fault = (text: string): void => void faults.push(`${type.name}${text}`);
  // Types promise this; a declaration that was forced past them is told here.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
  if (!type.rows) fault(" has no row rule");
  if (!/\(.*\p{Script=Han}.*\)/u.test(type.doc)) fault(": its doc lacks the Chinese term in parentheses");
  const rules: [string, Rule | "rows" | null | undefined][] = [["rows", type.rows], ["conditional", type.closed.conditional], ["restricted", type.closed.restricted], ["search", type.questions.search?.rows], ["supply", type.supply?.by], ...Object.entries(type.parts)];
  for (const [key, field] of Object.entries(type.fields)) {
    if (!/\(.*\p{Script=Han}.*\)\.$/u.test(field.doc)) fault(`.${key}: its doc must be a sentence that ends with the Chinese term in parentheses and a full stop`);
    if ((field.class === "conditional" || field.class === "restricted") && !field.basis) fault(`.${key} is ${field.class} without a legal basis`);
    if ((field.class === "conditional" || field.class === "restricted") && !type.closed[field.class]) fault(`.${key} is ${field.class}, and the entity has no rule for that class`);
    if (field.part !== null && !type.parts[field.part]) fault(`.${key} is in the part ${field.part}, which has no row rule`);
  }
  for (const [name, rule] of rules) {
    if (!rule || rule === "rows") continue;
    for (const path of pathsOf(rule))
      try {
        const { edges, end, key } = catalogue.pathOf(type, path);
        if (name === "supply") continue; // asked of what is delivered, by the hub: nobody is answered by it
        const head = edges[0]?.fromKey ?? key;
        const part = type.storage.places[head]?.part;
        if (part !== mainPart && part !== name) fault(`: rule ${name} looks at ${head}, which must be in the main part or in its own`);
        const beyond = [...edges.slice(1).map((edge) => edge.keyField), ...(edges.length > 0 ? [catalogue.fieldOf(end, key)!] : [])];
        if (beyond.some((field) => field.class !== "open" || (end.kind !== "union" && partOf(field, end.closed) !== mainPart)))
          fault(`: rule ${name} looks along ${path}, which must be open fields of main parts beyond its first step`);
      } catch (error) {
        if (!(error instanceof CatalogueError)) throw error;
        fault(`: rule ${name}: ${error.message.split("- ")[1]}`);
      }
  }
  if (type.kind === "entity") for (const text of [...concernsFaults(type), ...redactionFaults(type, catalogue)]) fault(text);
  const { order, keys } = type.questions;
  const orderField = type.fields[order.by];
  if (!orderField || orderField.class !== "open" || !type.storage.places[order.by]?.column.notNull) fault(`: ordered by ${order.by}, which must be an open field that is never null`);
  for (const key of Object.values(keys)) {
    const column = type.storage.places[key]?.column;
    if (type.fields[key]?.class !== "open" || !(column?.isUnique || isUniqueInSource(type, key))) fault(`: natural key ${key} must be an open unique field`);
  }
  faults.push(...derivedFaultsOf(type, catalogue), ...(type.kind === "family" && type.formerly ? formerFaultsOf(type, type.formerly, catalogue) : []));
  for (const text of searchFaults(type)) fault(text);
  for (const text of grantFaults(type, new Set(catalogue.types.keys()))) fault(text);
  for (const text of supplyFaults(type, catalogue)) fault(text);
  const union = type.kind === "entity" ? type.implements : null;
  for (const key of Object.keys(union?.fields ?? {})) if (!type.fields[key]) fault(` lacks the field ${key} of ${union!.name}`);
  return faults;
}

/** Whoever reads of a person is written down for the person: so each row that there is for one says by which key it is about whom. */
function concernsFaults({ rows, concerns, storage }: Entity): string[] {
  // Types promise the rule; a declaration that was forced past them is told above.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
  if (concerns === undefined) return rows && asksSelf(rows) ? [": rows exist for the person concerned, and nobody says by which key: concerns"] : [];
  return concerns === null || storage.places[concerns]?.part === mainPart ? [] : [`: concerns the person named by ${concerns}, which must be a column of the main part`];
}

/** What empties a row must be in its main part, and what is never empty needs a mark. */
function redactionFaults({ redaction, storage, appendOnly }: Entity, catalogue: Catalogue): string[] {
  if (!redaction) return [];
  const { field, code, marks, earlier = {}, beside = [] } = redaction;
  const unmarkable = (of: Storage | undefined, keys: EmptiedBeside["marks"]): string[] =>
    Object.entries(keys).flatMap(([key, mark]) => {
      const place = of?.places[key];
      return place?.part === mainPart && !(place.column.notNull && mark === null) ? [] : [key];
    });
  const besideOf = (name: string): Storage | undefined => {
    const type = catalogue.types.get(name);
    return type?.kind === "entity" ? type.storage : undefined;
  };
  return [
    ...(storage.places[field]?.column.enumValues?.includes(code) && !appendOnly ? [] : [`: emptied once ${field} is ${code}, which it cannot be`]),
    ...unmarkable(storage, marks).map((key) => `: emptied in ${key}, which must be in the main part, and have a mark where it is never empty`),
    ...Object.keys(earlier).filter((key) => storage.places[key]?.part !== mainPart).map((key) => `: emptied in earlier versions in ${key}, which must be in the main part`),
    ...beside.flatMap(({ type, by, marks: there, butFor }) => [
      ...[by.there, ...(butFor ? [butFor.field] : [])].filter((key) => besideOf(type)?.places[key]?.part !== mainPart).map((key) => `: emptied with rows of ${type} by ${key}, which must be in the main part`),
      ...unmarkable(besideOf(type), there).map((key) => `: emptied with ${type}.${key}, which must be in the main part, and have a mark where it is never empty`),
    ]),
  ];
}

/** Former names are asked for by everybody, so they are for everybody, as the present ones are. */
function formerFaultsOf(type: Family, { type: name, key, arguments: keys, begins, ends }: Formerly, catalogue: Catalogue): string[] {
  const former = catalogue.types.get(name);
  const isOpen = (of: Entity | Family, field: string): boolean => of.fields[field]?.class === "open" && of.storage.places[field]?.part === mainPart;
  const isWhole =
    former?.kind === "entity" && former.rows.rule === "always" && type.rows.rule === "always" && [begins, ends, ...Object.values(keys)].every((field) => isOpen(type, field)) && [key, "validFrom", "validTo", ...Object.values(keys)].every((field) => isOpen(former, field));
  return isWhole ? [] : [`${type.name} was formerly known by ${name}, which needs open fields ${[key, "validFrom", "validTo", ...Object.values(keys)].join(", ")} and rows for everybody`];
}

/** What is derived has the strictest class of its inputs, and is the same for whoever asks; what is displayed for a time needs somebody to say for how long. */
function derivedFaultsOf(type: Entity | Family, catalogue: Catalogue): string[] {
  const derived = Object.entries(type.fields).filter(([, field]) => field.derived !== null);
  const faults = derived.flatMap(([key, { class: cls, derived: derivation }]) => {
    const rule: Rule = derivation!.derivation === "holds" ? derivation!.rule : onDisplay;
    const isSame = audiences.every((audience) => JSON.stringify(fold(rule, audience)) === JSON.stringify(rule)) && !asksViewer(rule);
    const closed = pathsOf(rule).filter((path) => {
      const field = type.fields[path.split(".")[0]!] ?? catalogue.edgesOf(type).get(path.split(".")[0]!)?.keyField;
      return !field || strictest([field.class, cls]) !== cls || (!path.includes(".") && type.storage.places[path]?.part !== mainPart);
    });
    return [...(isSame ? [] : [`${type.name}.${key} is derived from who asks`]), ...closed.map((path) => `${type.name}.${key} is derived from ${path}, which is closer or in no main part`)];
  });
  const isDisplayed = derived.some(([, field]) => field.derived!.derivation === "displayEnd") || [type.rows, type.closed.conditional, type.closed.restricted, ...Object.values(type.parts)].some((rule) => rule && rule !== "rows" && usesDisplay(rule));
  const period = catalogue.types.get(displayPeriodType);
  if (isDisplayed && (period?.kind !== "entity" || period.rows.rule !== "always" || displayPeriodKeys.some((key) => period.fields[key]?.class !== "open" || period.storage.places[key]?.part !== mainPart)))
    faults.push(`${type.name} is displayed for a time, which needs an entity ${displayPeriodType} with the open fields ${displayPeriodKeys.join(", ")} and rows for everybody`);
  return faults;
}

const asksSelf = (rule: Rule): boolean => rule.rule === "self" || partsOf(rule).some(asksSelf);

const usesDisplay = (rule: Rule): boolean => rule.rule === "displayed" || partsOf(rule).some(usesDisplay);

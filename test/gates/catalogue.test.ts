import { boolean, date, integer, text, uuid } from "drizzle-orm/pg-core";
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { describe, expect, it } from "vitest";
import { basis } from "../../src/catalog/basis.ts";
import { assembleCatalogue } from "../../src/catalog/catalogue.ts";
import { holds } from "../../src/catalog/derivation.ts";
import { displayBlock, onDisplay } from "../../src/catalog/display.ts";
import { entity } from "../../src/catalog/entity.ts";
import { envelope } from "../../src/catalog/envelope.ts";
import { conditional, open, restricted, shared, type Field } from "../../src/catalog/field.ts";
import type { NodeType } from "../../src/catalog/node-type.ts";
import { many, one } from "../../src/catalog/relation.ts";
import { after, allOf, always, anyBody, anyOf, clearance, is, own, past, present, self, type Rule } from "../../src/catalog/rule.ts";
import { union } from "../../src/catalog/union.ts";
import { shielded } from "../../src/graph/shield.ts";
import { locksSql } from "../../src/store/locks.ts";

/** A lawful entity, to be broken in one place at a time. */
const law = basis("个人信息保护法", 6);
const parent = () => entity("Parent", "A parent (上级).", { code: open(text().notNull().unique(), "Its code (代码)."), secret: restricted(text(), "A secret (秘密).", law) }, { rows: always, restricted: own("id"), keys: { code: "code" } });

interface Broken {
  readonly what: string;
  readonly declared: () => readonly NodeType[];
  readonly said: RegExp;
}

/** For declarations that the compiler would refuse: the start must refuse them too. */
const forced = (name: string, fields: object, options: object, doc = "A thing (事物)."): NodeType => entity(name, doc, fields as Record<string, Field>, options as never);

const broken: readonly Broken[] = [
  { what: "a field without a class", declared: () => [forced("Thing", { bare: { column: text(), doc: "It (其)." } }, { rows: always })], said: /Thing\.bare has no class/ },
  { what: "a closed field without a legal basis", declared: () => [forced("Thing", { closed: { ...restricted(text(), "It (其).", law), basis: null } }, { rows: always, restricted: own("id") })], said: /Thing\.closed is restricted without a legal basis/ },
  { what: "a closed field without its rule", declared: () => [forced("Thing", { closed: conditional(text(), "It (其).", law) }, { rows: always })], said: /Thing\.closed is conditional, and the entity has no rule for that class/ },
  { what: "an entity without a row rule", declared: () => [forced("Thing", {}, {})], said: /Thing has no row rule/ },
  { what: "a part that has no rule", declared: () => [forced("Thing", { late: open(text(), "It (其).", { part: "later" }) }, { rows: always })], said: /Thing\.late is in the part later, which has no row rule/ },
  { what: "a rule over a path that is not there", declared: () => [forced("Thing", {}, { rows: after("nowhere.at") })], said: /Thing: rule rows: .*nowhere/ },
  {
    what: "a rule that looks along a closed field",
    declared: () => {
      const above = parent();
      return [above, entity("Thing", "A thing (事物).", { parentId: open(uuid(), "Its parent (上级标识).") }, { rows: { rule: "coded", path: "parent.secret", values: ["A"] } satisfies Rule, relations: { parent: one(() => above, "parentId", "Its parent (上级).") } })];
    },
    said: /Thing: rule rows looks along parent\.secret/,
  },
  { what: "two types of one name", declared: () => [parent(), parent()], said: /Parent is declared twice/ },
  { what: "a relation to a type that is not in the list", declared: () => [entity("Thing", "A thing (事物).", { parentId: open(uuid(), "Its parent (上级标识).") }, { rows: always, relations: { parent: one(() => parent(), "parentId", "Its parent (上级).", { inverse: many("things", "Its things (事物).") }) } })], said: /relation to Parent, which is not in the list/ },
  { what: "a relation to a name that nothing has", declared: () => [forced("Thing", { parentId: open(uuid(), "Its parent (上级标识).") }, { rows: always, relations: { parent: one("Nobody", "parentId", "Its parent (上级).") } })], said: /Thing\.parent leads to Nobody/ },
  { what: "a relation by a key that is not there", declared: () => { const above = parent(); return [above, forced("Thing", {}, { rows: always, relations: { parent: { ...one(() => above, "missingId", "Its parent (上级)."), enforced: false } } })]; }, said: /by the key missingId/ },
  { what: "a relation and a field of one name", declared: () => { const above = parent(); return [above, entity("Thing", "A thing (事物).", { parent: open(text(), "A name (名)."), parentId: open(uuid(), "Its parent (上级标识).") }, { rows: always, relations: { parent: one(() => above, "parentId", "Its parent (上级).") } })]; }, said: /Thing\.parent is both a field and a relation/ },
  { what: "a key that several rows may have, without the side from which it is asked", declared: () => { const above = parent(); return [above, forced("Thing", { code: open(text(), "A code (代码).") }, { rows: always, relations: { parents: one(() => above, "code", "Its parents (上级).", { to: "code", enforced: false, isShared: true }) } })]; }, said: /Thing\.parents may lead to several rows/ },
  { what: "a demand on a delivered row by a field that is not there", declared: () => [entity("Thing", "A thing (事物).", { code: open(text().notNull().unique(), "Its code (代码).") }, { rows: always, supply: { by: clearance("operator"), key: "code", needed: [{ key: "why", where: "code", is: ["A"] }] } })], said: /Thing: needed of its supply names why/ },
  { what: "a derived field that is more open than what it follows from", declared: () => [forced("Thing", { hidden: conditional(text(), "It (其).", law), known: open(boolean(), "Whether it is there (有无).", { derived: holds(present("hidden")) }) }, { rows: always, conditional: "rows" })], said: /Thing\.known is derived from hidden, which is closer/ },
  { what: "a derived field that depends on who asks", declared: () => [entity("Thing", "A thing (事物).", { mine: open(boolean(), "Whether it is the asker's (是否本单位).", { derived: holds(own("id")) }) }, { rows: always })], said: /Thing\.mine is derived from who asks/ },
  { what: "a rule that looks at a derived field", declared: () => [entity("Thing", "A thing (事物).", { at: open(date(), "When (日期)."), over: open(boolean(), "Whether it is over (是否已过).", { derived: holds(past("at")) }) }, { rows: is("over", "true") })], said: /Thing: rule rows looks at over, which must be in the main part/ },
  { what: "what is displayed for a time, when nobody says for how long", declared: () => [entity("Thing", "A thing (事物).", { ...envelope(), ...displayBlock() }, { rows: onDisplay })], said: /Thing is displayed for a time, which needs an entity DisplayPeriod/ },
  { what: "a chain through rows that not everybody gets", declared: () => [entity("Thing", "A thing (事物).", { nextId: open(uuid(), "The next (后者标识).") }, { rows: own("id"), relations: { next: one("Thing", "nextId", "The next (后者).", { last: { name: "end", doc: "The last (末者)." } }) } })], said: /Thing\.end: a chain needs an open key/ },
  { what: "a search that finds other rows for other people", declared: () => [entity("Thing", "A thing (事物).", { name: open(text().notNull(), "A name (名).") }, { rows: always, search: { title: "name", rows: own("id") } })], said: /Thing: which of its rows are searched depends on who asks/ },
  { what: "an order by what may be absent", declared: () => [entity("Thing", "A thing (事物).", { rank: open(integer(), "Its rank (位次).") }, { rows: always, order: { by: "rank", direction: "ASC" } })], said: /Thing: ordered by rank/ },
  { what: "a natural key that is not unique", declared: () => [entity("Thing", "A thing (事物).", { code: open(text().notNull(), "Its code (代码).") }, { rows: always, keys: { code: "code" } })], said: /Thing: natural key code/ },
  { what: "a search by a closed field", declared: () => [entity("Thing", "A thing (事物).", { name: restricted(text().notNull(), "A name (名).", law) }, { rows: always, restricted: own("id"), search: { title: "name" } })], said: /Thing: searched by name, which must be an open text/ },
  { what: "a search by a code that is shared", declared: () => [entity("Thing", "A thing (事物).", { name: open(text().notNull(), "A name (名)."), code: shared(text(), "A code (代码).") }, { rows: always, search: { title: "name", also: ["code"] } })], said: /Thing: searched by code, which must be an open text/ },
  { what: "a search by what is no field", declared: () => [entity("Thing", "A thing (事物).", {}, { rows: always, search: { title: "name" } })], said: /Thing: searched by name/ },
  { what: "a search by a title that may be absent", declared: () => [entity("Thing", "A thing (事物).", { name: open(text(), "A name (名).") }, { rows: always, search: { title: "name" } })], said: /Thing: its title in the search, name, may be null/ },
  { what: "a search by a fact about a person", declared: () => [entity("Thing", "A thing (事物).", { name: open(text().notNull(), "A name (名).", { basis: law }) }, { rows: always, search: { title: "name" } })], said: /Thing: searched by name, which is a fact about a person/ },
  { what: "a search of rows that the public never gets", declared: () => [entity("Thing", "A thing (事物).", { name: open(text().notNull(), "A name (名).") }, { rows: anyBody, search: { title: "name" } })], said: /Thing is searched, and the public gets none of its rows/ },
  {
    what: "rows for the person concerned, when nobody says by which key they are about whom",
    declared: () => [entity("Thing", "A thing (事物).", { personId: open(uuid(), "Whom it is about (当事人标识).") }, { rows: anyOf(clearance("personnel"), allOf(self("personId"), present("personId"))) })],
    said: /Thing: rows exist for the person concerned, and nobody says by which key: concerns/,
  },
  { what: "rows that concern whom no column names", declared: () => [entity("Thing", "A thing (事物).", {}, { rows: always, concerns: "personId" })], said: /Thing: concerns the person named by personId, which must be a column of the main part/ },
  { what: "an interface without members", declared: () => [union("Kind", "A kind (类).", { year: open(integer().notNull(), "A year (年).") })], said: /Kind has no members/ },
  { what: "a member that lacks a field of its interface", declared: () => { const kind = union("Kind", "A kind (类).", { year: open(integer().notNull(), "A year (年).") }); return [kind, entity("Thing", "A thing (事物).", {}, { rows: always, implements: kind })]; }, said: /Thing lacks the field year of Kind/ },
  { what: "a type whose doc lacks the Chinese term", declared: () => [forced("Thing", {}, { rows: always }, "A thing.")], said: /Thing: its doc lacks the Chinese term/ },
  { what: "a field whose doc lacks the Chinese term", declared: () => [entity("Thing", "A thing (事物).", { code: open(text(), "Its code.") }, { rows: always })], said: /Thing\.code: its doc must be a sentence/ },
];

describe("The catalogue refuses, by name", () => {
  it.each(broken)("$what", ({ declared, said }) => {
    expect(() => assembleCatalogue(declared())).toThrow(said);
  });

  it("and names every fault at once", () => {
    const faults = [forced("Thing", { late: open(text(), "It (其).", { part: "later" }) }, { rows: always }), forced("Other", {}, {})];
    expect(() => assembleCatalogue(faults)).toThrow(/Thing\.late[^]*Other has no row rule/);
  });

  it("but not what is lawful", () => {
    const above = parent();
    const thing = entity("Thing", "A thing (事物).", { parentId: open(uuid(), "Its parent (上级标识).") }, { rows: always, relations: { parent: one(() => above, "parentId", "Its parent (上级).", { inverse: many("things", "Its things (事物).") }) } });
    expect([...assembleCatalogue([above, thing]).edgesOf(above).keys()]).toEqual(["things"]);
  });

  it.each(["personId", null])("nor rows for the person concerned that name the person by a key, or say that they are about nobody: %s", (concerns) => {
    const thing = entity("Thing", "A thing (事物).", { personId: open(uuid(), "Whom it is about (当事人标识).") }, { rows: self("personId"), concerns });
    expect(assembleCatalogue([thing]).entities).toHaveLength(1);
  });

  it("nor rows that never change, which have no history", () => {
    const fields = () => ({ code: open(text(), "Its code (代码).") });
    const [changing, lasting] = [entity("Thing", "A thing (事物).", fields(), { rows: always }), entity("Entry", "An entry (条目).", fields(), { rows: always, appendOnly: true })];
    assembleCatalogue([changing, lasting]);
    expect([changing, lasting].map(({ storage }) => Object.keys(storage.history))).toEqual([["main"], []]);
    const script = locksSql(assembleCatalogue([lasting]));
    expect(script).toContain('before update or delete on public."entry" for each row execute function public.hub_refuse_change()');
    expect(script).not.toContain("entry_history");
  });
});

describe("The shield refuses the start", () => {
  it("where a field of the schema has no class", () => {
    const Thing = new GraphQLObjectType({ name: "Thing", fields: { told: { type: GraphQLString, extensions: { class: "open" } }, forgotten: { type: GraphQLString } } });
    const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: "Query", fields: { thing: { type: Thing, extensions: { class: "open" } } } }) });
    expect(() => shielded(schema, assembleCatalogue([parent()]))).toThrow(/no disclosure class:\n {2}- Thing\.forgotten$/);
  });
});

import { boolean, date, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { assembleCatalogue } from "../../src/catalog/catalogue.ts";
import { holds } from "../../src/catalog/derivation.ts";
import { encrypted } from "../../src/catalog/encrypted.ts";
import { entity } from "../../src/catalog/entity.ts";
import { envelope } from "../../src/catalog/envelope.ts";
import { family } from "../../src/catalog/family.ts";
import { open, shared, withheld, type Fields } from "../../src/catalog/field.ts";
import { usccForm } from "../../src/catalog/form.ts";
import type { NodeType } from "../../src/catalog/node-type.ts";
import { one } from "../../src/catalog/relation.ts";
import { allOf, always, anyBody, anyOf, clearance, granted, never, own, present, self, within, type Rule } from "../../src/catalog/rule.ts";
import type { SupplyOptions } from "../../src/catalog/supply.ts";
import { union } from "../../src/catalog/union.ts";

/** A type that bodies deliver, lawful until one thing about it is changed. */
const courts = { by: clearance("court"), prefix: "THG" };
const code = () => open(text().notNull().unique(), "Its code (代码).");

const thing = (fields: Fields, supply: Partial<SupplyOptions>, options: object = {}): NodeType =>
  entity("Thing", "A thing (事物).", { ...envelope(), ...fields }, { rows: always, ...options, supply: { ...courts, ...supply } });

/** The same without number and source, as policy tables are. */
const bare = (fields: Fields, supply: Partial<SupplyOptions>): NodeType => entity("Thing", "A thing (事物).", fields, { rows: always, supply: { by: clearance("operator"), ...supply } } as never);

/** A thing that refers to a row of a type by its id. */
const referring = (target: () => NodeType, supply: Partial<SupplyOptions> = {}): NodeType =>
  thing({ parentId: open(uuid(), "Its parent (上级标识).") }, supply, { relations: { parent: one(target, "parentId", "Its parent (上级).") } });

const unsupplied = (fields: Fields = {}, options: object = {}) => entity("Parent", "A parent (上级).", fields, { rows: always, ...options } as never);

interface Broken {
  readonly what: string;
  readonly declared: () => readonly NodeType[];
  readonly said: RegExp;
}

const broken: readonly Broken[] = [
  { what: "deliveries that nobody may make", declared: () => [thing({}, { by: never })], said: /Thing: takes deliveries, and from nobody/ },
  { what: "deliveries of everybody", declared: () => [thing({}, { by: always })], said: /Thing: rows are taken from public, and only bodies/ },
  { what: "deliveries of firms about themselves", declared: () => [thing({}, { by: own("sourceOrganizationId") })], said: /Thing: rows are taken from enterprise, and only bodies/ },
  { what: "deliveries of a person in the own window", declared: () => [thing({}, { by: anyOf(courts.by, self("id")) })], said: /Thing: rows are taken from subject, and only bodies/ },
  { what: "deliveries by a sharing grant", declared: () => [thing({}, { by: anyOf(courts.by, granted("Thing", "documentNo")) })], said: /Thing: whose rows are taken depends on a sharing grant/ },
  { what: "a rule of deliveries along a path that is not there", declared: () => [thing({}, { by: clearance("court", within("parent.divisionCode")) })], said: /Thing: rule supply: .*parent/ },
  { what: "a key that is not there", declared: () => [thing({}, { key: "nothing" })], said: /Thing: deliveries recognise a row by nothing, which it does not have/ },
  { what: "a key that is derived", declared: () => [thing({ known: open(boolean(), "Whether it is there (有无).", { derived: holds(present("documentNo")) }) }, { key: "known" })], said: /by known, which must be delivered, and in the main part/ },
  { what: "a key that is withheld", declared: () => [thing({}, { key: "submittedBy" })], said: /by submittedBy, which must be delivered, and in the main part/ },
  { what: "a key that workflows decide", declared: () => [thing({}, { decided: ["sourceRecordNo"] })], said: /by sourceRecordNo, which must be delivered, and in the main part/ },
  { what: "a key that is set apart", declared: () => [thing({ late: open(text(), "It (其).", { part: "later" }) }, { key: "late" }, { parts: { later: anyBody } })], said: /by late, which must be delivered, and in the main part/ },
  { what: "a key without a source that is not unique by itself", declared: () => [bare({ code: open(text().notNull(), "Its code (代码).") }, { key: "code" })], said: /by code, which is unique within a source, and there is no sourceOrganizationId/ },
  { what: "a key that is unique by itself, of rows that not everybody gets", declared: () => [thing({ code: code() }, { key: "code" }, { rows: anyBody })], said: /by code, which is unique by itself, so that a refusal tells of others' rows/ },
  { what: "a key that is unique by itself and not open", declared: () => [thing({ code: shared(text().notNull().unique(), "Its code (代码).") }, { key: "code" })], said: /by code, which is unique by itself/ },
  { what: "a number that is unique over all sources, in rows that not everybody gets", declared: () => [thing({ code: code() }, {}, { rows: anyBody })], said: /Thing\.code is unique over all sources, so that a delivery finds out what others have/ },
  { what: "a digest that is unique over all sources", declared: () => [thing({ digest: withheld(text().unique(), "A digest (摘要).") }, { digests: { digest: "documentNo" } })], said: /Thing\.digest is unique over all sources/ },
  { what: "what is unique within a source and not there", declared: () => [thing({}, { uniqueInSource: ["code"] })], said: /Thing: uniqueInSource of its supply names code/ },
  { what: "what is unique within a source and set apart", declared: () => [thing({ late: open(text(), "It (其).", { part: "later" }) }, { uniqueInSource: ["late"] }, { parts: { later: anyBody } })], said: /Thing: late is unique within a source, and one of the two is not in the main part/ },
  { what: "a form of a field that is not there", declared: () => [thing({}, { forms: { uscc: usccForm } })], said: /Thing: forms of its supply names uscc, which it does not have/ },
  { what: "a period of a day that is not there", declared: () => [thing({}, { periods: [["validFrom", "endsOn"]] })], said: /Thing: periods of its supply names endsOn/ },
  { what: "a digest that is not there", declared: () => [thing({}, { digests: { idDigest: "documentNo" } })], said: /Thing: digests of its supply names idDigest/ },
  { what: "a rule by which rows are fixed that looks elsewhere", declared: () => [thing({}, { fixedOnce: present("source.name") })], said: /Thing: fixedOnce of its supply looks at source\.name/ },
  { what: "a rule by which rows are fixed that asks who delivers", declared: () => [thing({}, { fixedOnce: own("sourceOrganizationId") })], said: /Thing: fixedOnce of its supply asks who delivers/ },
  { what: "a decided field that is not there", declared: () => [thing({}, { decided: ["state"] })], said: /Thing: decided of its supply names state/ },
  { what: "a name for others that is not there", declared: () => [thing({}, { referredBy: "code" })], said: /Thing: referredBy of its supply names code/ },
  { what: "a period from a day to a moment", declared: () => [thing({ at: open(timestamp({ withTimezone: true }), "When (时间).") }, { periods: [["validFrom", "at"]] })], said: /Thing: the period from validFrom to at must be of two days or of two moments/ },
  { what: "a period of numbers", declared: () => [thing({ a: open(integer(), "One (甲)."), b: open(integer(), "Two (乙).") }, { periods: [["a", "b"]] })], said: /Thing: the period from a to b must be/ },
  { what: "a digest that somebody reads", declared: () => [thing({ digest: open(text(), "A digest (摘要).") }, { digests: { digest: "documentNo" } })], said: /Thing\.digest is a digest, which answers guesses/ },
  { what: "a digest of what no delivery brings", declared: () => [thing({ digest: withheld(text(), "A digest (摘要).") }, { digests: { digest: "documentNo" }, decided: ["documentNo"] })], said: /Thing\.digest is a digest of documentNo, which no delivery brings/ },
  { what: "a name for others that several rows may have", declared: () => [thing({}, { referredBy: "documentNo" })], said: /Thing: others refer to it by documentNo, which several rows may have/ },
  { what: "a name for others whose digest several rows may have", declared: () => [thing({ digest: withheld(text(), "A digest (摘要).") }, { referredBy: "documentNo", digests: { digest: "documentNo" } })], said: /Thing: others refer to it by documentNo, which several rows may have/ },
  { what: "a name for others that is encrypted and has no digest", declared: () => [thing({ secret: open(encrypted(), "A secret (秘密).") }, { referredBy: "secret" })], said: /Thing: others refer to it by secret, which is encrypted and has no digest/ },
  { what: "a delivered reference to what nobody supplies", declared: () => { const above = unsupplied(); return [above, referring(() => above)]; }, said: /Thing\.parentId is delivered, and Parent, which it refers to, has no supply/ },
  {
    what: "a delivered reference to an interface of which a member has no supply",
    declared: () => {
      const kind = union("Kind", "A kind (类).", { year: open(integer().notNull(), "A year (年).") });
      const member = unsupplied({ year: open(integer().notNull(), "A year (年).") }, { implements: kind });
      return [kind, member, referring(() => kind)];
    },
    said: /Thing\.parentId is delivered, and Parent, which it refers to/,
  },
  { what: "a decided field that is never null", declared: () => [thing({ state: open(text().notNull(), "Its state (状态).") }, { decided: ["state"] })], said: /Thing\.state is never null, and no delivery fills it/ },
  { what: "a withheld field that is never null and no digest", declared: () => [thing({ hash: withheld(text().notNull(), "A hash (摘要).") }, {})], said: /Thing\.hash is never null, and no delivery fills it/ },
  { what: "record numbers without a prefix", declared: () => [thing({}, { prefix: null })], said: /Thing: has record numbers, and no prefix of three letters/ },
  { what: "a prefix of another length", declared: () => [thing({}, { prefix: "T" })], said: /Thing: has record numbers, and no prefix of three letters/ },
  { what: "a prefix without record numbers", declared: () => [bare({ code: code() }, { key: "code", prefix: "THG" })], said: /Thing: has a prefix of record numbers, and no record numbers/ },
  { what: "two types with one prefix", declared: () => [thing({}, {}), entity("Other", "Another thing (他物).", envelope(), { rows: always, supply: courts })], said: /Other: its numbers begin with THG, as those of Thing do/ },
  {
    what: "a fault of one member of a family",
    declared: () => {
      const above = unsupplied();
      return [above, family("Body", "A body (机构).", envelope(), { rows: always, supply: courts, members: { Court: { zh: "法院", doc: "A court (法院).", fields: { parentId: open(uuid(), "Its parent (上级标识).") }, relations: { parent: one(() => above, "parentId", "Its parent (上级).") } }, Office: { zh: "办公室", doc: "An office (办公室)." } } })];
    },
    said: /hold together:\n {2}- Court\.parentId is delivered, and Parent, which it refers to, has no supply$/,
  },
];

describe("The catalogue refuses, of what bodies deliver, by name", () => {
  it.each(broken)("$what", ({ declared, said }) => {
    expect(() => assembleCatalogue(declared())).toThrow(said);
  });
});

describe("The catalogue takes", () => {
  const lawful: readonly { readonly what: string; readonly declared: () => readonly NodeType[] }[] = [
    { what: "rows that are recognised by the number of their source", declared: () => [thing({}, {}, { rows: anyBody })] },
    { what: "rows for everybody that are recognised by a code", declared: () => [bare({ code: code() }, { key: "code" })] },
    { what: "rows of a body by what it is in charge of", declared: () => [thing({}, { by: allOf(anyBody, own("sourceOrganizationId")) satisfies Rule })] },
    { what: "an encrypted number by whose digest others refer to the row", declared: () => [thing({ number: open(encrypted(), "A number (号码)."), digest: withheld(text().notNull(), "Its digest (号码摘要).") }, { digests: { digest: "number" }, referredBy: "number", uniqueInSource: ["digest"] })] },
    { what: "a number that a row has alone within its source, in rows that not everybody gets", declared: () => [thing({ code: open(text().notNull(), "Its code (代码).") }, { referredBy: "code", uniqueInSource: ["code"] }, { rows: anyBody, keys: { code: "code" } })] },
    { what: "a code that is unique by itself in rows for everybody", declared: () => [thing({ code: code() }, {})] },
    { what: "a reference to what nobody supplies, where workflows make it", declared: () => { const above = unsupplied(); return [above, referring(() => above, { decided: ["parentId"] })]; } },
    { what: "a reference by a code that stands in the row itself", declared: () => { const above = unsupplied({ code: code() }); return [above, thing({ parentCode: open(text(), "Code of its parent (上级代码).") }, {}, { relations: { parent: one(() => above, "parentCode", "Its parent (上级).", { to: "code" }) } })]; } },
    { what: "a decided field that has a default", declared: () => [thing({ state: open(text().notNull().default("NEW"), "Its state (状态).") }, { decided: ["state"] })] },
    { what: "a period of moments", declared: () => [thing({ from: open(timestamp(), "From (起)."), to: open(timestamp(), "To (止)."), day: open(date(), "A day (日).") }, { periods: [["from", "to"], ["validFrom", "day"]] })] },
  ];
  it.each(lawful)("$what", ({ declared }) => {
    expect(assembleCatalogue(declared()).entities.length).toBeGreaterThan(0);
  });
});

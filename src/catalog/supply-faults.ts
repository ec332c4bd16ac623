import { isBody } from "./audience.ts";
import type { Catalogue } from "./catalogue.ts";
import { isEncrypted } from "./encrypted.ts";
import type { Entity, Family } from "./node-type.ts";
import type { Relation } from "./relation.ts";
import { admitted, asksViewer, pathsOf, usesGrants, type Rule } from "./rule.ts";
import { mainPart } from "./storage.ts";
import { isDelivered, sourceField, sourceKey, type Supply } from "./supply.ts";

/**
 * What is wrong with how the rows of a type come in: deliveries must recognise, refer to and fill whole rows, and a refusal must never tell of
 * another body's. Of a family each member is told of, as there is a dataset for each.
 */
export function supplyFaults(type: Entity | Family, catalogue: Catalogue): string[] {
  if (type.kind === "family" || !type.supply) return [];
  const { supply } = type;
  return [
    ...byFaults(supply.by),
    ...keyFaults(type, supply),
    ...namesFaults(type, supply),
    ...periodFaults(type, supply),
    ...digestFaults(type, supply),
    ...uniqueFaults(type, supply, catalogue),
    ...referredFaults(type, supply),
    ...referenceFaults(type, supply, catalogue),
    ...fixedFaults(type, supply),
    ...fillFaults(type, supply),
    ...numberFaults(type, supply),
  ];
}

/** Record numbers say of what they are the number: what is wrong with the letters before them, over all types. */
export function prefixFaults(entities: readonly Entity[]): string[] {
  const owners = new Map<string, Entity>();
  return entities.flatMap((type) => {
    const prefix = type.supply?.prefix;
    if (!prefix) return [];
    const owner = owners.get(prefix) ?? type;
    owners.set(prefix, owner);
    // Members of a family share a table, and with it the numbers.
    return owner.storage === type.storage ? [] : [`${type.name}: its numbers begin with ${prefix}, as those of ${owner.name} do`];
  });
}

/** Only who has a duty delivers, by role and scope: no person in the own window, no firm, and nobody by what others share. */
function byFaults(by: Rule): string[] {
  const deliverers = admitted(by);
  const others = deliverers.filter((audience) => !isBody(audience) && audience !== "operator");
  return [
    ...(usesGrants(by) ? [": whose rows are taken depends on a sharing grant, which is for reading"] : []),
    ...(deliverers.length === 0 ? [": takes deliveries, and from nobody"] : []),
    ...others.map((audience) => `: rows are taken from ${audience}, and only bodies and the operator deliver`),
  ];
}

function keyFaults(type: Entity, { key }: Supply): string[] {
  const [field, place] = [type.fields[key], type.storage.places[key]];
  const said = `: deliveries recognise a row by ${key}, which`;
  if (!field || !place) return [`${said} it does not have`];
  if (!isDelivered(type, key) || place.part !== mainPart) return [`${said} must be delivered, and in the main part`];
  if (place.column.isUnique) return type.rows.rule === "always" && field.class === "open" ? [] : [`${said} is unique by itself, so that a refusal tells of others' rows: that takes rows for everybody and an open field`];
  return type.storage.places[sourceField]?.part === mainPart ? [] : [`${said} is unique within a source, and there is no ${sourceField} in the main part`];
}

function namesFaults({ fields }: Entity, { forms, periods, needed, digests, decided, referredBy, uniqueInSource }: Supply): string[] {
  const named: Readonly<Record<string, readonly string[]>> = {
    forms: Object.keys(forms),
    periods: periods.flat(),
    needed: needed.flatMap(({ key, where }) => [key, where]),
    digests: Object.entries(digests).flat(),
    decided,
    uniqueInSource,
    referredBy: referredBy === null ? [] : [referredBy],
  };
  return Object.entries(named).flatMap(([what, keys]) => keys.filter((key) => !fields[key]).map((key) => `: ${what} of its supply names ${key}, which it does not have`));
}

/** Whether a row is fixed is seen in the row itself, whoever delivers. */
function fixedFaults({ storage: { places } }: Entity, { fixedOnce }: Supply): string[] {
  if (!fixedOnce) return [];
  const elsewhere = pathsOf(fixedOnce).filter((path) => places[path]?.part !== mainPart);
  return [...elsewhere.map((path) => `: fixedOnce of its supply looks at ${path}, which is no field of its main part`), ...(asksViewer(fixedOnce) ? [": fixedOnce of its supply asks who delivers"] : [])];
}

function periodFaults({ storage: { places } }: Entity, { periods }: Supply): string[] {
  return periods.flatMap(([first, second]) => {
    const [from, to] = [places[first]?.column.getSQLType(), places[second]?.column.getSQLType()];
    if (from === undefined || to === undefined) return [];
    return from === to && /^(date|timestamp)/.test(from) ? [] : [`: the period from ${first} to ${second} must be of two days or of two moments`];
  });
}

function digestFaults(type: Entity, { digests }: Supply): string[] {
  return Object.entries(digests).flatMap(([digest, of]) => {
    if (!type.fields[digest] || !type.fields[of]) return [];
    return [
      ...(type.fields[digest].class === "withheld" ? [] : [`.${digest} is a digest, which answers guesses: it must be withheld`]),
      ...(isDelivered(type, of) ? [] : [`.${digest} is a digest of ${of}, which no delivery brings`]),
    ];
  });
}

/**
 * What is unique over all sources tells whoever delivers it that somebody else's row is there: no refusal is needed for that, as the own row does not
 * appear. A reference to a row of the same source is nobody else's to make.
 */
function uniqueFaults(type: Entity, { key, digests, uniqueInSource }: Supply, catalogue: Catalogue): string[] {
  const { fields, storage: { places } } = type;
  const brought = [...Object.keys(fields).filter((field) => field !== key && isDelivered(type, field)), ...Object.keys(digests).filter((digest) => fields[digest])];
  const isForAll = (field: string): boolean => type.rows.rule === "always" && fields[field]!.class === "open";
  const isOwn = (field: string): boolean => Object.values(type.relations).some((relation) => relation.key === field && relation.enforced && targetsOf(relation, catalogue).every(({ supply }) => supply !== null && (supply.referredBy ?? supply.key) === sourceKey));
  return [
    ...brought.filter((field) => places[field]?.column.isUnique && !isForAll(field) && !isOwn(field)).map((field) => `.${field} is unique over all sources, so that a delivery finds out what others have: uniqueInSource`),
    ...uniqueInSource.filter((field) => fields[field] && (places[field]?.part !== mainPart || places[sourceField]?.part !== mainPart)).map((field) => `: ${field} is unique within a source, and one of the two is not in the main part`),
  ];
}

/** What others name a row by must name one row, and be comparable. */
function referredFaults({ storage: { places } }: Entity, { referredBy, digests, uniqueInSource }: Supply): string[] {
  const place = referredBy === null ? undefined : places[referredBy];
  if (!place) return [];
  const digest = Object.keys(digests).find((each) => digests[each] === referredBy);
  if (isEncrypted(place.column) && digest === undefined) return [`: others refer to it by ${referredBy}, which is encrypted and has no digest`];
  return (digest === undefined ? place : places[digest])?.column.isUnique || uniqueInSource.includes(digest ?? referredBy!) ? [] : [`: others refer to it by ${referredBy}, which several rows may have`];
}

function referenceFaults(type: Entity, { decided }: Supply, catalogue: Catalogue): string[] {
  const references = Object.values(type.relations).filter(({ key, toKey, enforced }) => enforced && toKey === "id" && key !== sourceField && !decided.includes(key) && type.fields[key]);
  return references.flatMap(({ key, to }) => {
    return targetsOf({ to }, catalogue).filter(({ supply }) => !supply).map(({ name }) => `.${key} is delivered, and ${name}, which it refers to, has no supply`);
  });
}

/** The types with tables of their own to which a relation leads; none where it leads to what is not declared. */
function targetsOf({ to }: Pick<Relation, "to">, catalogue: Catalogue): readonly (Entity | Family)[] {
  const target = typeof to === "string" ? catalogue.types.get(to) : to();
  if (!target) return [];
  return target.kind === "union" ? catalogue.membersOf(target) : [target];
}

/** What is never null comes in a delivery, has a default, or is made by the hub. */
function fillFaults(type: Entity, { decided, digests }: Supply): string[] {
  return Object.entries(type.fields).flatMap(([key, field]) => {
    const { column } = type.storage.places[key]!;
    const isFilled = !column.notNull || column.hasDefault || column.generated !== undefined;
    const isOut = field.class === "withheld" ? !(key in digests) : decided.includes(key);
    return !isFilled && isOut ? [`.${key} is never null, and no delivery fills it`] : [];
  });
}

function numberFaults({ fields }: Entity, { prefix }: Supply): string[] {
  if (!fields["recordNo"]) return prefix === null ? [] : [": has a prefix of record numbers, and no record numbers"];
  return prefix !== null && /^[A-Z]{3}$/.test(prefix) ? [] : [": has record numbers, and no prefix of three letters for them"];
}

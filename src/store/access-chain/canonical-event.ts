/**
 * The canonical form of an event of the access log: the text of which its leaf in the chain is the digest. Whoever holds the same rows writes
 * the same bytes, in any language and in any year: JSON (RFC 8259) in UTF-8 without spaces, members in the order below and none left out,
 * text escaped as ECMAScript's JSON.stringify does it, moments in UTC with three decimals and a Z, null where there is nothing. The salt is
 * not in it; it goes before it (see `leafOf`).
 */

/** What goes into the canonical form of the event itself, in this order. A column that comes later makes a form with another number. */
export const eventKeys = [
  "id",
  "recordedAt",
  "requestId",
  "clientId",
  "audience",
  "organizationId",
  "purpose",
  "caseNo",
  "operationName",
  "coordinates",
  "refusedCoordinates",
  "grantNos",
  "outcome",
  "recordCount",
  "subjectCount",
  "hidden",
  "note",
] as const;

/** What goes into it of each entry, in this order; to which event it belongs, its place says. */
export const entryKeys = ["id", "recordedAt", "subjectPseudonym", "audience", "organizationId", "purpose", "coordinates", "hidden", "officialId"] as const;

type Value = string | number | boolean | null | readonly (string | null)[];

/** An event without its entries and its salt. */
export type EventValues = Readonly<Record<(typeof eventKeys)[number], Value>>;

/** What an event gave about one person. */
export type EntryValues = Readonly<Record<(typeof entryKeys)[number], Value>>;

const members = <Key extends string>(keys: readonly Key[], values: Readonly<Record<Key, Value>>): string => keys.map((key) => `"${key}":${JSON.stringify(values[key])}`).join(",");

/** The canonical form in pieces, so that an event with however many entries is never in memory as a whole: how it begins, */
export const eventBeginning = (event: EventValues): string => `{"v":1,${members(eventKeys, event)},"entries":[`;

/** its entries, by the id of the civil servant and then their own, */
export const entryPiece = (entry: EntryValues, isFirst: boolean): string => `${isFirst ? "" : ","}{${members(entryKeys, entry)}}`;

/** and how it ends. */
export const eventEnd = "]}";

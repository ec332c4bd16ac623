import { integer, text, uuid } from "drizzle-orm/pg-core";
import { withheld, type Fields } from "./field.ts";
import type { Form } from "./form.ts";
import type { Entity } from "./node-type.ts";
import type { Rule } from "./rule.ts";

/**
 * How rows of a type come in from the bodies that are in charge of them: who delivers, by what a delivered row is recognised, what is
 * demanded of it. A type without a supply takes no deliveries.
 */
export interface Supply {
  /** Whose rows are taken, said of the delivered row as a row rule is; an audience for which it folds to never may not deliver at all. */
  readonly by: Rule;
  /**
   * The field by which a delivery recognises a row that is there: with the source body the number in its own system; a field that is unique by
   * itself only where rows and field are for everybody, as a refusal tells that somebody else's row is there.
   */
  readonly key: string;
  /** ALL_ROWS: the delivery is taken as a whole or not at all; VALID_ROWS: rows without faults are taken. */
  readonly takes: "ALL_ROWS" | "VALID_ROWS";
  /** Letters before the numbers that the hub gives the records; null where they have none. */
  readonly prefix: string | null;
  /** What values must look like beyond their types. */
  readonly forms: Readonly<Record<string, Form>>;
  /** Pairs of days or moments of which the first must not be after the second. */
  readonly periods: readonly (readonly [string, string])[];
  /** What a delivered row must say because of what else it says: a field, needed where another has one of these codes. */
  readonly needed: readonly { readonly key: string; readonly where: string; readonly is: readonly string[] }[];
  /** Withheld fields that are keyed digests of others, for matching: digest → what it is of. */
  readonly digests: Readonly<Record<string, string>>;
  /** The field of this type by whose value rows of other types refer to it in what is delivered; the key where it is null. Of an encrypted one the digest is compared. */
  readonly referredBy: string | null;
  /** Fields that workflows of the hub decide and no body delivers. */
  readonly decided: readonly string[];
  /** When rows can no longer be changed by deliveries, said of the row that is there: what was reviewed and published must not become another text by itself. Null where they always can. */
  readonly fixedOnce: Rule | null;
  /**
   * Fields of which each value stands in one row of a source, while another source may have a row with it: of rows that are not for everybody no
   * delivery can find out whether somebody else's has it.
   */
  readonly uniqueInSource: readonly string[];
}

/** A supply as it is declared. What is not said: recognised by the number in the source's system, valid rows are taken, the envelope's period. */
export type SupplyOptions = Pick<Supply, "by"> & Partial<Supply>;

/** The field that numbers a record in its source's own system, which with the source body is the usual key. */
export const sourceKey = "sourceRecordNo";

/** The field that names the body which supplied a row. */
export const sourceField = "sourceOrganizationId";

export const supplyOf = (fields: Fields, { by, ...options }: SupplyOptions): Supply => ({
  by,
  key: options.key ?? sourceKey,
  takes: options.takes ?? "VALID_ROWS",
  prefix: options.prefix ?? null,
  forms: options.forms ?? {},
  periods: [...(fields["validFrom"] && fields["validTo"] ? [["validFrom", "validTo"] as const] : []), ...(options.periods ?? [])],
  needed: options.needed ?? [],
  digests: options.digests ?? {},
  referredBy: options.referredBy ?? null,
  decided: options.decided ?? [],
  fixedOnce: options.fixedOnce ?? null,
  uniqueInSource: options.uniqueInSource ?? [],
});

/** Whether a value of the field stands in one row: of all, or of each source. */
export const isUniqueInSource = ({ supply }: Pick<Entity, "supply">, key: string): boolean => supply?.uniqueInSource.includes(key) ?? false;

/** What the hub itself makes of every record. */
const made: ReadonlySet<string> = new Set(["id", "recordedAt", "recordNo", "version"]);

/** Whether somebody gives the field its value, in a delivery or by a workflow: it is not made by the hub, and follows from no other. */
export function isGiven({ fields, storage, discriminator }: Entity, key: string): boolean {
  const [field, place] = [fields[key], storage.places[key]];
  const isKindOfFamily = discriminator !== null && key === "kind";
  return field !== undefined && place !== undefined && !made.has(key) && !isKindOfFamily && field.derived === null && field.class !== "withheld" && place.column.generated === undefined;
}

/** Whether bodies deliver the field: it is given, and not by the hub's workflows. Who delivered is known from the delivery. */
export const isDelivered = (type: Entity, key: string): boolean => isGiven(type, key) && key !== sourceField && !type.supply?.decided.includes(key);

/** Where each version of a row came from; history keeps it with the version. Nobody reads it in the graph: it would tell of edits to closed content. */
export const provenance = () => ({
  deliveryId: withheld(uuid(), "Delivery that brought the row as it is now (报送批次)."),
  deliveryRow: withheld(integer(), "Row of the delivered file (文件行号)."),
  contentHash: withheld(text(), "Keyed digest of the delivered content; finds re-deliveries (内容摘要)."),
});

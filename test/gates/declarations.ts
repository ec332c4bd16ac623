import { text } from "drizzle-orm/pg-core";
import { basis } from "../../src/catalog/basis.ts";
import { entity } from "../../src/catalog/entity.ts";
import { conditional, open, restricted, toSubject } from "../../src/catalog/field.ts";
import { always, own } from "../../src/catalog/rule.ts";
import type { NewRow } from "../../src/store/insert-rows.ts";

/**
 * What the compiler refuses; `npm run types` checks this file, and fails where one of these were accepted. Nothing runs it.
 */
const law = basis("个人信息保护法", 6);

// @ts-expect-error a bare column is no field: somebody has to say who reads it
export const bare = entity("Bare", "A thing (事物).", { name: text() }, { rows: always });

// @ts-expect-error an entity has a row rule
export const ruleless = entity("Ruleless", "A thing (事物).", { name: open(text(), "A name (名).") }, {});

// @ts-expect-error closing a field needs a written legal basis
export const baseless = restricted(text(), "A name (名).");

// @ts-expect-error who reads the restricted fields must be said
export const unruled = entity("Unruled", "A thing (事物).", { name: restricted(text(), "A name (名).", law) }, { rows: always });

// @ts-expect-error a rule for a class that no field has is a mistake
export const overruled = entity("Overruled", "A thing (事物).", { name: conditional(text(), "A name (名).", law) }, { rows: always, conditional: "rows", restricted: own("id") });

// @ts-expect-error what is open is open to the person concerned as well
export const twice = toSubject(open(text(), "A name (名)."));

export const lawful = entity("Lawful", "A thing (事物).", { name: open(text().notNull(), "A name (名)."), note: restricted(text(), "A note (注).", law) }, { rows: always, restricted: own("id") });

export const row: NewRow<typeof lawful> = { name: "given" };

// @ts-expect-error what is never null must be given
export const lacking: NewRow<typeof lawful> = { note: "no name" };

import { keyedIdentifier } from "../store/keyed-identifier.ts";

/** Makes an identifier that follows from names, so that whoever asks twice for the same makes one row. */
export type NamedId = (...names: readonly string[]) => string;

/**
 * Whoever gets a row gets its identifier, and not the names that it follows from: a number of the source's, the client that asked.
 *
 * @param key of the hub, for this alone
 */
export const namedIds = (key: string): NamedId => (...names) => keyedIdentifier(key, JSON.stringify(names));

import { customType } from "drizzle-orm/pg-core";

/** No other column of the hub is of this type; what is encrypted is told by it. */
const typeName = "bytea";

/**
 * Text that is stored encrypted (pgcrypto, OpenPGP symmetric, AES-256): a dump, a replica or a backup without the hub's key tells
 * nothing. The plan decrypts it in the statement; nobody can filter, sort or index it.
 */
export const encrypted = customType<{ data: string; driverData: Uint8Array }>({ dataType: () => typeName });

/** Whether a column holds encrypted text. */
export const isEncrypted = (column: { getSQLType(): string }): boolean => column.getSQLType() === typeName;

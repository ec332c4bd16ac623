/**
 * Codes of the system, of the driver and of PostgreSQL that say: not now. Classes 08 connection, 28 and 3D refused at the door, 53 resources,
 * 57P operator, and 55000, with which a database that takes no connections answers.
 */
export const isOutage = (code: string): boolean => /^(CONNECT|E(CONN|PIPE|HOST|NET|TIMEDOUT|NOTFOUND|AI_)|08|28|3D|53|57P|55000)/.test(code);

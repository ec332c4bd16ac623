/** Milliseconds after which the database itself stops a statement that answers a viewer. */
export const statementTimeout = 5_000;

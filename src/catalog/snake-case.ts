/** `tenderId` → `tender_id`, `DebtLimit` → `debt_limit`: the database's spelling of a name of the graph. */
export const snakeCase = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]|(?<!^)[A-Z](?=[a-z])/g, (letter) => `_${letter}`).toLowerCase();

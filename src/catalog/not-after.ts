import { sql } from "drizzle-orm";
import { boolean } from "drizzle-orm/pg-core";
import { snakeCase } from "./snake-case.ts";

/**
 * A column that the database computes: whether something was done, and not after its last day. Rules compare no two columns, so that
 * what depends on such a comparison looks at this one.
 *
 * @param doneOn field with the day on which it was done, if it was
 * @param dueOn field with the last day
 */
export const notAfter = (doneOn: string, dueOn: string) => {
  const done = sql.identifier(snakeCase(doneOn));
  const due = sql.identifier(snakeCase(dueOn));
  return boolean().notNull().generatedAlwaysAs(sql`${done} is not null and ${done} <= ${due}`);
};

import { sql } from "drizzle-orm";
import { date } from "drizzle-orm/pg-core";
import { snakeCase } from "./snake-case.ts";

/** A column in which the database itself keeps the day that lies so many years after the day in another: for a time that the law fixes for good. */
export const yearsAfter = (day: string, years: number) => date().generatedAlwaysAs(sql.raw(`(${snakeCase(day)} + interval '${years} years')::date`));

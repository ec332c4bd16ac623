import { bigint, date, text, timestamp } from "drizzle-orm/pg-core";
import { entity } from "../../catalog/entity.ts";
import { open, withheld } from "../../catalog/field.ts";
import { always } from "../../catalog/rule.ts";

/** There is one for every day, with events or without, and each is of the same form: how much was looked at does not show. */
export const accessLogHead = entity(
  "AccessLogHead",
  "Commitment to the whole access log up to the end of a day, published so that nobody can change it later (查阅日志链首).",
  {
    day: open(date().notNull().unique(), "Day at whose end the log was so (日期)."),
    commitment: open(text().notNull(), "Salted digest of the head of the chain, SHA-256 in hexadecimal (承诺值)."),
    publishedAt: open(timestamp({ withTimezone: true, precision: 3 }).notNull(), "When it was published (公布时间)."),
    salt: withheld(text().notNull(), "Random text that goes into the commitment (盐值)."),
    chainHash: withheld(text().notNull(), "Head of the chain at the end of the day (链首摘要)."),
    chainLength: withheld(bigint({ mode: "number" }).notNull(), "Events in the chain at the end of the day (链长)."),
  },
  { rows: always, order: { by: "day", direction: "DESC" }, appendOnly: true },
);

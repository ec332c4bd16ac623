import { index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { encrypted } from "../catalog/encrypted.ts";

/** Rows of deliveries that were taken and wait for what they refer to; only the hub's owner reads them, and their content is encrypted. */
export const deliveryWaiting = pgTable(
  "delivery_waiting",
  {
    dataset: text("dataset").notNull(),
    rowId: uuid("row_id").notNull(),
    organizationId: uuid("organization_id"),
    deliveryId: uuid("delivery_id").notNull(),
    hash: text("hash").notNull(),
    columns: text("columns").array().notNull(),
    content: encrypted("content").notNull(),
    since: timestamp("since", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (self) => [primaryKey({ columns: [self.dataset, self.rowId] }), index("delivery_waiting_delivery").on(self.dataset, self.deliveryId)],
);

import { sql } from "drizzle-orm";
import { bigint, boolean, customType, date, index, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Number of a transaction, which never comes round again. */
const transactionNumber = customType<{ data: string }>({ dataType: () => "xid8" });

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The hash chain over the access log: each event in the order in which it was sealed. */
export const accessSeal = pgTable("access_seal", {
  seq: bigint("seq", { mode: "number" }).primaryKey(),
  eventId: uuid("event_id").notNull().unique(),
  /** Digest of the event with all that belongs to it and its salt. */
  leaf: text("leaf").notNull(),
  /** Digest of the previous hash and the leaf. */
  hash: text("hash").notNull(),
});

/** Events that are yet to be sealed; the statement that writes an event notes it here. */
export const accessPending = pgTable("access_pending", { eventId: uuid("event_id").primaryKey() });

/** How many questions were asked under a sharing grant on a day: the bound is kept in the statement that reads. */
export const grantUse = pgTable("grant_use", { grantId: uuid("grant_id").notNull(), day: date("day").notNull(), used: integer("used").notNull() }, (self) => [primaryKey({ columns: [self.grantId, self.day] })]);

/** What has happened to rows that go through a workflow: each transition, with who made it. Whoever follows it reads it by `readOutbox`. */
export const workflowEvent = pgTable(
  "workflow_event",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    type: text("type").notNull(),
    rowId: uuid("row_id").notNull(),
    event: text("event").notNull(),
    fromState: text("from_state"),
    toState: text("to_state").notNull(),
    version: integer("version").notNull(),
    client: text("client"),
    organizationId: uuid("organization_id"),
    reason: text("reason"),
    at: moment("at").notNull().defaultNow(),
    /** In the order in which events are written, which is not that in which they are committed. */
    position: bigint("position", { mode: "number" }).generatedAlwaysAsIdentity(),
    transaction: transactionNumber("transaction").notNull().default(sql`pg_current_xact_id()`),
  },
  (self) => [index("workflow_event_row").on(self.type, self.rowId, self.version), index("workflow_event_position").on(self.transaction, self.position)],
);

/** What clients have used, by day. */
export const clientUsage = pgTable(
  "client_usage",
  {
    clientId: text("client_id").notNull(),
    day: date("day").notNull(),
    questions: bigint("questions", { mode: "number" }).notNull(),
    units: bigint("units", { mode: "number" }).notNull(),
    refused: bigint("refused", { mode: "number" }).notNull(),
  },
  (self) => [primaryKey({ columns: [self.clientId, self.day] })],
);

/** Assertions that were taken at the token endpoint, until they would have expired: each is taken once. */
export const usedAssertion = pgTable("used_assertion", { digest: text("digest").primaryKey(), expiresAt: moment("expires_at").notNull() }, (self) => [index("used_assertion_expires_at").on(self.expiresAt)]);

/** One row: a number that grows whenever a client or credential changes, and which generation of signing keys is good. */
export const registryState = pgTable("registry_state", { one: boolean("one").primaryKey().default(true), version: bigint("version", { mode: "number" }).notNull(), signingGeneration: integer("signing_generation").notNull() });

export const accessTables = [accessSeal, accessPending, grantUse, workflowEvent, clientUsage, usedAssertion, registryState] as const;

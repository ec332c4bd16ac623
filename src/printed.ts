import { printSchema } from "graphql";
import type { Catalogue } from "./catalog/catalogue.ts";
import { ledgerCsv } from "./catalog/ledger-csv.ts";
import { ledgerOf } from "./catalog/ledger.ts";
import { buildSchema } from "./graph/schema.ts";
import { filterableBy } from "./policy/may-filter.ts";
import { locksSql } from "./store/locks.ts";

/** What is printed from the catalogue and committed, by path: the contract that people review. */
export const printed = (catalogue: Catalogue): Readonly<Record<string, string>> => ({
  "schema/hub.graphql": `# Made from the catalogue by: npm run print. The contract of the graph; its changes are part of every review.\n\n${printSchema(buildSchema(catalogue).schema)}\n`,
  "schema/disclosure.csv": ledgerCsv(ledgerOf(catalogue, filterableBy)),
  "drizzle/locks.sql": locksSql(catalogue),
});

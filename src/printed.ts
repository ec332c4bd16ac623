import { printSchema } from "graphql";
import type { Catalogue } from "./catalog/catalogue.ts";
import { diagramOf } from "./workflow/diagram.ts";
import { ledgerCsv } from "./catalog/ledger-csv.ts";
import { ledgerOf } from "./catalog/ledger.ts";
import { commands, machines } from "./domains/commands.ts";
import { datasetsCsv } from "./exchange/ingest/datasets-csv.ts";
import { buildSchema } from "./graph/schema.ts";
import { filterableBy } from "./policy/may-filter.ts";
import { locksSql } from "./store/locks.ts";

/** What is printed from the catalogue and committed, by path: the contract that people review. */
export const printed = (catalogue: Catalogue): Readonly<Record<string, string>> => ({
  "schema/hub.graphql": `# Made from the catalogue by: npm run print. The contract of the graph; its changes are part of every review.\n\n${printSchema(buildSchema(catalogue, commands).schema)}\n`,
  "schema/disclosure.csv": ledgerCsv(ledgerOf(catalogue, filterableBy)),
  "schema/datasets.csv": datasetsCsv(catalogue),
  "schema/machines.md": `<!-- Made from the declarations by: npm run print. Its changes are part of every review. -->\n\n# Workflows\n\n${machines.map(diagramOf).join("\n\n")}\n`,
  "drizzle/locks.sql": locksSql(catalogue),
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse, print, visit } from "graphql";
import { parse as parseCsv } from "csv-parse/sync";
import { csvOf } from "../../src/catalog/csv.ts";

/** What users of the hub rely on: what can be asked and how it is answered, and who reads what. What descriptions say is no part of it. */
export interface Contract {
  /** The graph's schema, in GraphQL's own language. */
  readonly graph: string;
  /** The lines of the disclosure ledger without their descriptions. */
  readonly disclosure: readonly Disclosed[];
}

/** Columns of a ledger's line that are promised. */
export const disclosedColumns = ["type", "field", "class", "basis", "toSubject", "filterable", "audited", "rowRule"] as const;

/** A line of the ledger as it is printed: who reads one field, or follows one relation. */
export type Disclosed = Readonly<Record<(typeof disclosedColumns)[number], string>>;

/** A contract as it was released, and under which version and on which day (YYYY-MM-DD, of Asia/Shanghai). */
export interface Released extends Contract {
  readonly version: string;
  readonly day: string;
}

/** Where a contract is, within a folder that holds `schema/`. */
export const contractPaths = Object.freeze({
  graph: "schema/hub.graphql",
  disclosure: "schema/disclosure.csv",
  releasedGraph: "schema/released/hub.graphql",
  releasedDisclosure: "schema/released/disclosure.csv",
  changelog: "schema/CHANGELOG.md",
});

const header = /^# Released as (\d+\.\d+\.\d+) on (\d{4}-\d\d-\d\d)\b/;

/** The contract as it is printed now in a folder. */
export const presentContract = (folder: string): Contract => ({
  graph: readFileSync(join(folder, contractPaths.graph), "utf8"),
  disclosure: disclosedOf(readFileSync(join(folder, contractPaths.disclosure), "utf8")),
});

/**
 * The contract as it was released last; null where none was.
 *
 * @throws Error where the file does not say as what it was released
 */
export function releasedContract(folder: string): Released | null {
  const path = join(folder, contractPaths.releasedGraph);
  if (!existsSync(path)) return null;
  const graph = readFileSync(path, "utf8");
  const [, version, day] = header.exec(graph) ?? [];
  if (version === undefined || day === undefined) throw new Error(`${contractPaths.releasedGraph} does not say in its first line as which version it was released; it is written by: npm run release-schema -- <version>`);
  return { version, day, graph, disclosure: disclosedOf(readFileSync(join(folder, contractPaths.releasedDisclosure), "utf8")) };
}

/** The text of both files of a released contract, by path. */
export const releasedFiles = ({ version, day, graph, disclosure }: Released): Readonly<Record<string, string>> => ({
  [contractPaths.releasedGraph]: `# Released as ${version} on ${day} by: npm run release-schema. Without descriptions, which may change at any time.\n\n${withoutDescriptions(graph)}\n`,
  [contractPaths.releasedDisclosure]: csvOf(disclosedColumns, disclosure),
});

/** A schema without what is no part of the contract, written in one way. */
export const withoutDescriptions = (text: string): string =>
  print(visit(parse(text, { noLocation: true }), { enter: (node) => (node.kind !== Kind.DOCUMENT && "description" in node ? { ...node, description: undefined } : undefined) })).trim();

const disclosedOf = (text: string): Disclosed[] =>
  parseCsv<Record<string, string>>(text, { columns: true }).map((line) => Object.fromEntries(disclosedColumns.map((column) => [column, line[column] ?? ""])) as Disclosed);

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readChangelog, headings, type Entry, type Section } from "./changelog.ts";
import type { ContractChange } from "./contract-change.ts";
import { contractPaths, presentContract, releasedContract, type Contract, type Released } from "./contract.ts";
import { coordinatesOf } from "./coordinates.ts";
import { disclosureChanges } from "./disclosure-changes.ts";
import { graphChanges, schemaOf } from "./graph-changes.ts";

/** What has come of a contract since it was released, and what must be done before it may be released again. */
export interface Examined {
  readonly released: Released | null;
  readonly present: Contract;
  /** What is told under "Unreleased". */
  readonly unreleased: Section;
  readonly changes: readonly ContractChange[];
  /** Sentences about what may not stay as it is; empty where all is well. */
  readonly refusals: readonly string[];
}

/**
 * Examines the contract in a folder that holds `schema/`: whatever breaks questions, surprises programs, is deprecated, or changes who reads
 * what, is named by the changelog; what is gone was deprecated long enough.
 *
 * @param today YYYY-MM-DD of Asia/Shanghai
 */
export async function examineContract(folder: string, today: string): Promise<Examined> {
  const { sections, faults } = readChangelog(readFileSync(join(folder, contractPaths.changelog), "utf8"));
  const [released, present] = [releasedContract(folder), presentContract(folder)];
  const unreleased = sections[0] ?? { version: null, day: null, graph: [], disclosure: [], isEmpty: true };
  const inChangelog = faults.map((fault) => `${contractPaths.changelog}: ${fault}.`);
  if (!released) return { released, present, unreleased, changes: [], refusals: inChangelog };

  const graph = await graphChanges(released, present, today);
  const disclosure = disclosureChanges(released, present);
  const last = sections.find(({ version }) => version !== null);
  const refusals = [
    ...inChangelog,
    ...(last?.version === released.version && last.day === released.day ? [] : [`${contractPaths.changelog} says that ${last?.version ?? "nothing"} was released last, and ${contractPaths.releasedGraph} that ${released.version} was, on ${released.day}: only npm run release-schema writes either.`]),
    ...[...graph, ...disclosure].flatMap(({ refused }) => (refused === null ? [] : [`${refused}.`])),
    ...unnamed(graph, unreleased.graph, headings.graph, released.version),
    ...unnamed(disclosure, unreleased.disclosure, headings.disclosure, released.version),
    ...unknown(unreleased.graph, new Set([...coordinatesOf(schemaOf(released)).keys(), ...coordinatesOf(schemaOf(present)).keys()]), headings.graph),
    ...unknown(unreleased.disclosure, new Set([...released.disclosure, ...present.disclosure].flatMap(({ type, field }) => [type, `${type}.${field}`])), headings.disclosure),
  ];
  return { released, present, unreleased, changes: [...graph, ...disclosure], refusals };
}

/** One sentence with the entries that are missing, ready to be copied and said in words. */
function unnamed(changes: readonly ContractChange[], entries: readonly Entry[], heading: string, version: string): string[] {
  const named = new Set(entries.flatMap(({ coordinates }) => coordinates));
  const missing = changes.filter(({ coordinate }) => !named.has(coordinate));
  if (missing.length === 0) return [];
  const lines = missing.map(({ coordinate, what }) => `- \`${coordinate}\`: … (${what})`);
  return [`${contractPaths.changelog} does not tell what has changed since ${version}. Say it under "${headings.unreleased}", "${heading}", in words that a user understands, in English and in Chinese; one entry may name several:\n${lines.join("\n")}`];
}

/** A name that is written wrongly tells nobody anything. */
const unknown = (entries: readonly Entry[], known: ReadonlySet<string>, heading: string): string[] =>
  entries.flatMap(({ coordinates }) => coordinates.filter((coordinate) => !known.has(coordinate)).map((coordinate) => `${contractPaths.changelog} names ${coordinate} under "${heading}", which neither the released contract nor the present one has.`));

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Test files that take longest, by how long: each is begun before all shorter ones, so that no worker waits at the end for another's long file. */
const longest = [
  "oracle/mutations", "worlds/each-difference", "locks-of-examples", "worlds/every-question", "ingest/faults/killed-hub", "store/migrate", "verify-log", "store/doctor", "log-archive",
  "scenarios", "requests", "retention", "oracle/answers", "search", "gates/lint", "ingest/faults/stopped-hub", "store/cluster", "locks", "exchange/load-demonstration", "ingest/command-line-refusals",
  "access-chain", "oracle/clock",
].map((name) => fileURLToPath(new URL(`../${name}.test.ts`, import.meta.url)));

const missing = longest.filter((file) => !existsSync(file));
if (missing.length > 0) throw new Error(`The longest test files are named in ${import.meta.filename}; there is no ${missing.join(", ")}.`);

const placeOf = ({ moduleId }: TestSpecification): number => (longest.includes(moduleId) ? longest.indexOf(moduleId) : longest.length);

/** Begins the longest files first, and otherwise as Vitest does: by what is known of earlier runs, else by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { headings, withReleased } from "./changelog.ts";
import { contractPaths, releasedFiles, withoutDescriptions } from "./contract.ts";
import { examineContract, type Examined } from "./examine-contract.ts";

/**
 * Makes the present contract the released one: writes it beside, and dates what the changelog tells of it.
 *
 * @param version the contract's new version, which is the hub's own
 * @param today YYYY-MM-DD of Asia/Shanghai
 * @returns what was written, by path; or why nothing was
 */
export async function releaseContract(folder: string, version: string, today: string): Promise<{ readonly written: readonly string[] } | { readonly refusals: readonly string[] }> {
  const examined = await examineContract(folder, today);
  const refusals = [...examined.refusals, ...whyNot(folder, version, examined)];
  if (refusals.length > 0) return { refusals };
  const files = {
    ...releasedFiles({ version, day: today, ...examined.present }),
    [contractPaths.changelog]: withReleased(readFileSync(join(folder, contractPaths.changelog), "utf8"), version, today),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { written: Object.keys(files) };
}

/** What speaks against this version, the contract itself being in order. */
function whyNot(folder: string, version: string, { released, present, unreleased, changes }: Examined): string[] {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return ["Say the version as three numbers: npm run release-schema -- 0.2.0"];
  const { version: hub } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  if (hub !== version) return [`The contract has the version of the hub, which is ${hub} by package.json: run first npm version ${version} --no-git-tag-version`];
  const empty = unreleased.isEmpty ? [`${contractPaths.changelog} tells nothing of this version: say what is new in it, in English and in Chinese, below "${headings.unreleased}".`] : [];
  if (!released) return empty;
  const [given, last] = [numbersOf(version), numbersOf(released.version)];
  if (compare(given, last) <= 0) return [`${version} does not come after ${released.version}, which was released on ${released.day}.`];
  if (withoutDescriptions(released.graph) === withoutDescriptions(present.graph) && JSON.stringify(released.disclosure) === JSON.stringify(present.disclosure)) return [`The contract is as ${released.version} released it; there is nothing to release.`];
  if (empty.length > 0) return empty;
  const breaking = changes.filter(({ breaks }) => breaks);
  const place = last[0] === 0 ? 1 : 0;
  if (breaking.length > 0 && compare(given.slice(0, place + 1), last.slice(0, place + 1)) <= 0)
    return [`${breaking.map(({ coordinate }) => coordinate).join(", ")}: questions that were answered may fail now, so ${version} is no version for it; its ${place === 0 ? "first" : "second"} number is to rise.`];
  return [];
}

const numbersOf = (version: string): readonly number[] => version.split(".").map(Number);

const compare = (a: readonly number[], b: readonly number[]): number => a.map((number, place) => number - b[place]!).find((difference) => difference !== 0) ?? 0;

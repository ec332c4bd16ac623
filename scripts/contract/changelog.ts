/** Headings of the changelog: what is not released yet, and in each version what has changed of the graph and of who reads what. */
export const headings = Object.freeze({ unreleased: "## Unreleased · 未发布", graph: "### Graph · 查询契约", disclosure: "### Disclosure · 公开范围" });

/** An entry: the coordinates that it names, and what it says about them. */
export interface Entry {
  readonly coordinates: readonly string[];
  readonly words: string;
}

/** What is told of one version, or of the time since the last. */
export interface Section {
  /** Null: not released. */
  readonly version: string | null;
  readonly day: string | null;
  readonly graph: readonly Entry[];
  readonly disclosure: readonly Entry[];
  /** Whether nothing stands in it but headings. */
  readonly isEmpty: boolean;
}

export interface Changelog {
  /** The newest first; the first is what is not released. */
  readonly sections: readonly Section[];
  /** What is not as a changelog has to be, each with its place. */
  readonly faults: readonly string[];
}

const versionHeading = /^## (\d+\.\d+\.\d+) · (\d{4}-\d\d-\d\d)$/;
const entryLine = /^- ((?:`[^`]+`(?:, )?)+): (.+)$/s;

/** Reads a changelog: `- \`Bid.price\`, \`BidWhere.price\`: what has changed. 变更说明。` under the headings above. */
export function readChangelog(text: string): Changelog {
  const faults: string[] = [];
  const blocks = text.split(/^(?=## )/m).slice(1);
  const sections = blocks.map((block): Section => {
    const [heading = "", ...lines] = block.trimEnd().split("\n");
    const [, version = null, day = null] = versionHeading.exec(heading) ?? [];
    if (version === null && heading !== headings.unreleased) faults.push(`"${heading}" is no heading of the changelog: write "${headings.unreleased}" or "## 1.2.3 · 2026-12-31"`);
    const entriesUnder = (title: string): Entry[] => {
      const under = lines.join("\n").split(/^(?=### )/m).find((part) => part.startsWith(`${title}\n`) || part === title);
      return under === undefined ? [] : under.split(/\n(?=- )/).slice(1).flatMap((item) => readEntry(item.trim(), heading, faults));
    };
    for (const line of lines) if (line.startsWith("### ") && line !== headings.graph && line !== headings.disclosure) faults.push(`"${line}" under "${heading}" is neither "${headings.graph}" nor "${headings.disclosure}"`);
    return { version, day, graph: entriesUnder(headings.graph), disclosure: entriesUnder(headings.disclosure), isEmpty: lines.every((line) => line.trim() === "" || line.startsWith("#")) };
  });
  if (sections[0]?.version !== null) faults.push(`the changelog does not begin with "${headings.unreleased}"`);
  return { sections, faults };
}

function readEntry(item: string, heading: string, faults: string[]): Entry[] {
  const [, named, words] = entryLine.exec(item) ?? [];
  if (named === undefined || words === undefined) {
    faults.push(`an entry under "${heading}" does not begin with the coordinates that it is about, as in "- \`Bid.price\`: …": ${item.slice(0, 60)}`);
    return [];
  }
  const coordinates = [...named.matchAll(/`([^`]+)`/g)].map(([, coordinate]) => coordinate!);
  if ((words.match(/[a-zA-Z]{2,}/g) ?? []).length < 3 || (words.match(/\p{Script=Han}/gu) ?? []).length < 4) faults.push(`the entry about ${coordinates.join(", ")} under "${heading}" does not say in English and in Chinese what has changed`);
  return [{ coordinates, words }];
}

/** The changelog in which what was not released is that of a version, and nothing is told of the time since. */
export const withReleased = (text: string, version: string, day: string): string =>
  text.replace(`${headings.unreleased}\n`, `${headings.unreleased}\n\n## ${version} · ${day}\n`);

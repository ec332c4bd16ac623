import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The one file that is not looked at, as it holds what the gates look for. */
const self = "test/gates/committed-files.test.ts";

/** What .gitignore leaves out: names of folders with a slash behind them, and endings of files with a star before them. */
const ignored = readFileSync(`${root}.gitignore`, "utf8").trim().split("\n");

/** Every file of a folder that is committed or about to be; git itself need not be there. */
function filesIn(folder: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === ".git" || ignored.includes(`${entry.name}/`) || ignored.some((line) => line.startsWith("*") && entry.name.endsWith(line.slice(1)))) return [];
    if (entry.isDirectory()) return filesIn(`${folder}${entry.name}/`);
    return entry.isFile() ? [folder + entry.name] : [];
  });
}

const committed = filesIn("")
  .filter((path) => path !== self)
  .map((path): File => [path, readFileSync(root + path, "utf8")]);

type File = readonly [path: string, text: string];

interface Gate {
  readonly what: string;
  readonly files: RegExp;
  readonly forbidden: RegExp;
  readonly broken: readonly File[];
  readonly lawful: readonly File[];
}

const code = /^(browser|src|scripts|test)\/.*\.(ts|js|mjs|sql|graphql)$/;
const houseRules = "import-x|no-restricted|@typescript-eslint/(no-restricted-imports|no-explicit-any|no-floating-promises|ban-ts-comment)|max-lines";

const gates: readonly Gate[] = [
  {
    what: "a path of somebody's machine",
    files: /./,
    forbidden: /(^|[\s"'`(=:,])(file:\/\/)?\/(home|Users|root|work|mnt|workspace|private)\/[\w.-]|\b[A-Z]:\\+Users\\/m,
    broken: [
      ["README.md", "see /home/wang/hub"],
      [".ci/run", "cd /work/hub"],
      ["src/config.ts", 'const folder = "/mnt/hub";'],
      ["schema/hub.graphql", "# made in file:///root/hub"],
      ["README.md", "C:\\Users\\wang"],
    ],
    lawful: [["README.md", "see src/home/page, also where it is cloned under /root, /tmp/x, and https://x.example/home/page"]],
  },
  {
    what: "the address of a registry or of a private network",
    files: /./,
    forbidden: /^\s*(@[\w-]+:)?registry\s*=|https?:\/\/(registry|npm|nexus|artifactory|verdaccio|mirrors?)[.:/-]|https?:\/\/(10|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d|https?:\/\/[\w.-]+\.(internal|local|lan|corp)\b/m,
    broken: [
      [".npmrc", "registry=https://packages.example/"],
      [".npmrc", "@hub:registry=https://packages.example/"],
      ["package-lock.json", '"resolved": "https://registry.npmjs.org/a.tgz"'],
      ["README.md", "from http://10.1.2.3:4873/"],
      ["README.md", "from https://packages.team.internal/npm"],
    ],
    lawful: [["README.md", "omit-lockfile-registry-resolved=true; http://127.0.0.1:4000/graphql; https://github.com/npm/registry"]],
  },
  {
    what: "a download address in the lock file",
    files: /(^|\/)package-lock\.json$/,
    forbidden: /"resolved": "(?!node_modules)/,
    broken: [
      ["package-lock.json", '"resolved": "https://x.example/a.tgz"'],
      ["test/clients/package-lock.json", '"resolved": "https://x.example/a.tgz"'],
      ["package-lock.json", '"resolved": "git+ssh://git@x.example/a.git"'],
    ],
    lawful: [["package-lock.json", '"integrity": "sha512-x"']],
  },
  {
    what: "something left for later",
    files: code,
    forbidden: /\b(TODO|FIXME|HACK)\b/,
    broken: [
      ["src/main.ts", "// TODO: later"],
      ["scripts/print.ts", "/* FIXME */"],
      ["test/hub.test.ts", "// HACK"],
    ],
    lawful: [["src/main.ts", "// to do good"]],
  },
  {
    what: "a test that is skipped or alone",
    files: /^test\/.*\.ts$/,
    forbidden: /\b(it|test|describe|suite)(\.\w+)*\.(skip|only|todo|fails)\b|\bx(it|test|describe)\(|\b(context|ctx|task)\.skip\(|\b(skip|only|todo): true\b/,
    broken: [
      ["test/hub.test.ts", 'it.skip("x", () => {})'],
      ["test/hub.test.ts", 'it.concurrent.only("x", () => {})'],
      ["test/hub.test.ts", 'describe.only.each([1])("x", () => {})'],
      ["test/hub.test.ts", 'it.todo("x")'],
      ["test/hub.test.ts", 'it("x", { skip: true }, () => {})'],
      ["test/hub.test.ts", "context.skip()"],
    ],
    lawful: [["test/hub.test.ts", 'it("only x", () => {}); it.runIf(isRoot)("as root", () => {}); ask("{ a @skip(if: true) }")']],
  },
  {
    what: "a check of types that is switched off",
    files: code,
    forbidden: /@ts-(ignore|nocheck)/,
    broken: [
      ["src/main.ts", "// @ts-ignore"],
      ["test/hub.test.ts", "// @ts-nocheck"],
    ],
    lawful: [["test/hub.test.ts", "// @ts-expect-error an entity has a row rule"]],
  },
  {
    what: "a rule of the house that is switched off, or all rules",
    files: code,
    forbidden: new RegExp(`(^|[^"'\`])(//|/\\*)\\s*(eslint-disable(-next-line|-line)?[ \\t]*($|\\*/|--|[^\\n]*(${houseRules}))|eslint\\s)`, "m"),
    broken: [
      ["src/main.ts", "/* eslint-disable */"],
      ["src/main.ts", "// eslint-disable-next-line\nprint()"],
      ["src/main.ts", "// eslint-disable-next-line -- a reason"],
      ["src/main.ts", "print(); // eslint-disable-line no-restricted-syntax"],
      ["src/main.ts", "/* eslint-disable @typescript-eslint/no-deprecated, max-lines */"],
      ["src/main.ts", "/* eslint max-lines: off */"],
    ],
    lawful: [["src/main.ts", "// eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been stopped meanwhile"]],
  },
];

const offenders = ({ files, forbidden }: Gate, looked: readonly File[]): string[] => looked.filter(([path, text]) => files.test(path) && forbidden.test(text)).map(([path]) => path);

describe("What git would commit", () => {
  it("is told by lines of two kinds, which are all that is read here", () => {
    expect(ignored.filter((line) => !/^[\w.-]+\/$|^\*\.\w+$/.test(line))).toEqual([]);
  });
  it("is found in folders of every depth, those with a dot too, and nothing that is left out", () => {
    const paths = committed.map(([path]) => path);
    expect(paths).toEqual(expect.arrayContaining(["README.md", ".ci/run", "src/main.ts", "test/gates/lint.test.ts"]));
    expect(paths.filter((path) => /(^|\/)(node_modules|\.data|\.git)\//.test(path))).toEqual([]);
  });
});

describe.each(gates)("No committed file holds $what", (gate) => {
  it("is so", () => {
    expect(offenders(gate, committed)).toEqual([]);
  });
  it("is looked for where it would be", () => {
    expect(committed.some(([path]) => gate.files.test(path))).toBe(true);
  });
  it.each(gate.broken)("would be found in %s: %s", (path, text) => {
    expect(offenders(gate, [[path, text]])).toEqual([path]);
  });
  it.each(gate.lawful)("is not seen in %s: %s", (path, text) => {
    expect(offenders(gate, [[path, text]])).toEqual([]);
  });
});

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const committed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);
const textOf = (path: string): string => readFileSync(`${root}/${path}`, "utf8");

interface Gate {
  readonly what: string;
  readonly files: (path: string) => boolean;
  readonly forbidden: RegExp;
  /** A text that the gate must refuse, put together so that this file passes it. */
  readonly broken: string;
  readonly lawful: string;
}

/** A word in two halves, so that this file does not hold what it looks for. */
const spell = (...halves: readonly string[]): string => halves.join("");

const isCode = (path: string): boolean => /^(src|scripts|test)\/.*\.ts$/.test(path);

const gates: readonly Gate[] = [
  { what: "a path of somebody's machine", files: (path) => /\.(ts|js|md|json|graphql|sql|csv)$/.test(path) && path !== "package-lock.json", forbidden: /(^|[\s"'`(=])\/(home|Users|root|work)\/[a-z]/m, broken: `see /${spell("home", "")}/wang/hub`, lawful: "see src/home/page" },
  { what: "a download address in the lock file", files: (path) => path === "package-lock.json", forbidden: /"resolved": "https?:/, broken: `"${spell("resolved", "")}": "https://registry/x.tgz"`, lawful: '"integrity": "sha512-x"' },
  { what: "something left for later", files: isCode, forbidden: new RegExp(`\\b(${spell("TO", "DO")}|${spell("FIX", "ME")}|${spell("HA", "CK")})\\b`), broken: `// ${spell("TO", "DO")}: later`, lawful: "// to do good" },
  { what: "a test that is skipped or alone", files: (path) => path.startsWith("test/"), forbidden: new RegExp(`\\b(it|test|describe)\\.(${spell("sk", "ip")}|${spell("on", "ly")}|${spell("to", "do")})\\b`), broken: `it.${spell("on", "ly")}("x", () => {})`, lawful: 'it("only x", () => {})' },
  { what: "a check of types that is switched off", files: isCode, forbidden: new RegExp(`@ts-(${spell("ig", "nore")}|${spell("no", "check")})`), broken: `// @ts-${spell("ig", "nore")}`, lawful: "// ignore" },
];

describe.each(gates)("No committed file holds $what", ({ files, forbidden, broken, lawful }) => {
  it("is so", () => {
    expect(committed.filter((path) => files(path) && forbidden.test(textOf(path)))).toEqual([]);
  });
  it("would be found out", () => {
    expect(committed.some(files)).toBe(true);
    expect(broken).toMatch(forbidden);
    expect(lawful).not.toMatch(forbidden);
  });
});

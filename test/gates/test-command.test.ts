import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { scripts, dependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as Record<"scripts" | "dependencies", Record<string, string>>;

describe("npm test", () => {
  it("is lint, types and tests, and each runs alone", () => {
    expect(scripts["test"]).toBe("npm run -s lint && npm run -s types && vitest run");
    expect(scripts["lint"]).toBe("eslint --max-warnings 0 .");
    expect(scripts["types"]).toBe("tsc -p .");
  });
  it("runs on the Node.js that the package brings, not on the machine's own", () => {
    expect(process.version).toBe(`v${dependencies["node"]}`);
  });
});

describe("What the CI counts", () => {
  const folder = mkdtempSync(join(tmpdir(), "hub-count-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const counted = (report: unknown): { last: string | undefined; code: number | null } => {
    const path = join(folder, "report.json");
    writeFileSync(path, typeof report === "string" ? report : JSON.stringify(report));
    const { stdout, status } = spawnSync(process.execPath, [`${root}.ci/count.cjs`, path], { encoding: "utf8" });
    return { last: stdout.trimEnd().split("\n").at(-1), code: status };
  };
  const file = (...statuses: string[]) => ({ name: "a.test.ts", status: statuses.includes("failed") || statuses.length === 0 ? "failed" : "passed", assertionResults: statuses.map((status) => ({ status })) });

  it("is good when tests ran and all passed", () => {
    expect(counted({ success: true, numPassedTests: 2, numFailedTests: 0, testResults: [file("passed", "passed")] })).toEqual({ last: "2 passed, 0 failed", code: 0 });
  });
  it("is bad when a test failed", () => {
    expect(counted({ success: false, numPassedTests: 1, numFailedTests: 1, testResults: [file("passed", "failed")] })).toEqual({ last: "1 passed, 1 failed", code: 1 });
  });
  it("is bad when a file failed before its tests were known, and counts it", () => {
    expect(counted({ success: false, numPassedTests: 1, numFailedTests: 0, testResults: [file("passed"), file()] })).toEqual({ last: "1 passed, 1 failed", code: 1 });
  });
  it("is bad when something failed beside the tests", () => {
    expect(counted({ success: false, numPassedTests: 1, numFailedTests: 0, testResults: [file("passed")] })).toEqual({ last: "1 passed, 0 failed", code: 1 });
  });
  it("is bad when one of several reports is bad or missing, and counts all of them", () => {
    const good = join(folder, "good.json");
    writeFileSync(good, JSON.stringify({ success: true, numPassedTests: 3, numFailedTests: 0, testResults: [] }));
    const count = (...paths: string[]) => spawnSync(process.execPath, [`${root}.ci/count.cjs`, ...paths], { encoding: "utf8" });
    expect(count(good, good)).toMatchObject({ status: 0, stdout: "6 passed, 0 failed\n" });
    expect(count(good, join(folder, "missing.json"))).toMatchObject({ status: 1, stdout: expect.stringMatching(/left no report[^]*3 passed, 0 failed\n$/) });
    expect(count()).toMatchObject({ status: 1, stdout: "0 passed, 0 failed\n" });
  });
  it("is bad when nothing ran", () => {
    expect(counted({ success: true, numPassedTests: 0, numFailedTests: 0, testResults: [] })).toEqual({ last: "0 passed, 0 failed", code: 1 });
    expect(counted("")).toEqual({ last: "0 passed, 0 failed", code: 1 });
  });
});

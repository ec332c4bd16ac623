import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const places = ["test/clients", "scripts/examples/client"] as const;

/** Runs a program of the hub's own packages; answers what it found, nothing where all is well. */
function found(program: string, ...parameters: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}node_modules/${program}`, ...parameters], { cwd: root, encoding: "utf8", env: {} });
  return status === 0 ? "" : `${stdout}${stderr}` || `${program} ended with ${status ?? "a signal"}`;
}

/** Milliseconds: a type checker and a linter begin from nothing, on a machine that may have other things to do. */
const patience = 300_000;

/** `npm test` cannot look at them: what they import is not installed there, and what is generated for them is not made. */
describe("The clients keep the rules of the house", () => {
  it.each(places)("of types, in %s", (place) => {
    expect(found("typescript/bin/tsc", "-p", place)).toBe("");
  }, patience);
  it("of style, in what is written by hand", () => {
    const written = ["test/clients/*.ts", "test/clients/{apollo,relay}/*.ts", "test/clients/relay/questions/*.ts", "scripts/examples/client/*.ts", "scripts/examples/client/src/*.ts"];
    expect(found("eslint/bin/eslint.js", "--no-ignore", "--max-warnings", "0", ...written)).toBe("");
  }, patience);
});

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/seed.ts", import.meta.url));

const run = (...given: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly error: string }> =>
  new Promise((resolve) => {
    const command = execFile(process.execPath, [script, ...given], { env: {} }, (_error, out, error) => resolve({ status: command.exitCode!, out, error }));
  });

describe("npm run seed", () => {
  it.each([["no scale", []], ["a scale above 1000", ["--scale", "1001"]], ["an unknown option", ["--size", "1"]]])("refuses %s, and says how it is used", async (_what, given) => {
    const { status, error } = await run(...given);
    expect(status).toBe(1);
    expect(error).toContain("npm run seed -- --scale 10");
  });
  it("says how it is used and what is to be found, without touching a database", async () => {
    expect(await run("--help")).toMatchObject({ status: 0, out: expect.stringContaining("--stories") as string });
    expect(await run("--stories")).toMatchObject({ status: 0, out: expect.stringContaining("510105-2026-GC-T00010") as string });
  });
});

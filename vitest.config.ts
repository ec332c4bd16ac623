import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/setup/longest-first.ts";

/** Tests that need more than npm brings: each kind is a folder of test/ and a command of its own, and `npm test` runs without them. */
const further = ["browser", "clients", "production"];

export default defineConfig(({ mode }) => ({
  resolve: {
    // Libraries load graphql's CommonJS build through Node, Vite would take the module build: two copies refuse each other's types.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(new URL("node_modules/graphql/index.js", import.meta.url)) }],
  },
  test: {
    ...(further.includes(mode) ? { include: [`test/${mode}/**/*.test.ts`] } : { include: ["test/**/*.test.ts"], exclude: further.map((kind) => `test/${kind}/**`) }),
    globalSetup: ["test/setup/global.ts", ...(mode === "clients" ? ["test/clients/install.ts"] : [])],
    pool: "forks", // a process per file: signals, environment and global registries stay apart
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    provide: { oracle: { operations: 300, seed: 1, path: "", moments: 6 } }, // npm run oracle asks for more
    testTimeout: 60_000, // several times what any takes alone: the machine may be busy
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } }, // for the same reason; what must come sooner says so
  },
}));

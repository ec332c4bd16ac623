import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // Libraries load graphql's CommonJS build through Node, Vite would take the module build: two copies refuse each other's types.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(new URL("node_modules/graphql/index.js", import.meta.url)) }],
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup/global.ts"],
    pool: "forks", // a process per file: signals, environment and global registries stay apart
    maxWorkers: 2,
    provide: { oracle: { operations: 300, seed: 1, path: "", moments: 6 } }, // npm run oracle asks for more
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

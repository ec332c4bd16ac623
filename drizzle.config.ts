import { defineConfig } from "drizzle-kit";

/** `drizzle-kit check` and the migrator read `out`; migrations are written by `npm run migration`, because the catalogue makes the tables. */
export default defineConfig({ dialect: "postgresql", out: "./drizzle", schema: "./src/domains/all.ts" });

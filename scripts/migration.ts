/**
 * `npm run migration -- <name>`: writes the migration that leads from the last one to the tables that the catalogue declares now, in
 * drizzle-kit's own format. The tables are made by the catalogue, not exported one by one, so drizzle-kit is called by its functions.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assembleCatalogue } from "../src/catalog/catalogue.ts";
import { declared } from "../src/domains/all.ts";
import { migratedTables } from "../src/store/own-tables.ts";

/** What drizzle-kit makes of tables; its own type leads to packages that it does not install. */
interface Snapshot {
  readonly id: string;
}

interface DrizzleKit {
  generateDrizzleJson(tables: Readonly<Record<string, unknown>>, previousId?: string): Snapshot;
  generateMigration(previous: Snapshot, next: Snapshot): Promise<string[]>;
}

const { generateDrizzleJson, generateMigration } = createRequire(import.meta.url)("drizzle-kit/api") as DrizzleKit;

interface Journal {
  readonly version: string;
  readonly dialect: string;
  readonly entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

const folder = fileURLToPath(new URL("../drizzle", import.meta.url));
const journalPath = join(folder, "meta", "_journal.json");
const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error("Say what the migration is about, in small letters: npm run migration -- debt-records");
  process.exit(1);
}

const journal: Journal = existsSync(journalPath) ? (JSON.parse(readFileSync(journalPath, "utf8")) as Journal) : { version: "7", dialect: "postgresql", entries: [] };
const last = journal.entries.at(-1);
const previous: Snapshot = last ? (JSON.parse(readFileSync(join(folder, "meta", `${last.tag.slice(0, 4)}_snapshot.json`), "utf8")) as Snapshot) : generateDrizzleJson({});
const next = generateDrizzleJson(migratedTables(assembleCatalogue(declared)), previous.id);
const statements = await generateMigration(previous, next);
if (statements.length === 0) {
  console.log("The tables are as the last migration left them; there is nothing to write.");
  process.exit(0);
}
const idx = journal.entries.length;
const tag = `${String(idx).padStart(4, "0")}_${name}`;
mkdirSync(join(folder, "meta"), { recursive: true });
writeFileSync(join(folder, `${tag}.sql`), statements.join("\n--> statement-breakpoint\n") + "\n");
writeFileSync(join(folder, "meta", `${tag.slice(0, 4)}_snapshot.json`), JSON.stringify(next, null, 2) + "\n");
journal.entries.push({ idx, version: journal.version, when: Date.now(), tag, breakpoints: true });
writeFileSync(journalPath, JSON.stringify(journal, null, 2) + "\n");
console.log(`Wrote drizzle/${tag}.sql with ${statements.length} statements. Read it, then run: npm run print`);

/** `npm run print`: writes what is printed from the declarations, for review: the graph's schema, the disclosure ledger, what bodies deliver, the database's locks, and the playground's examples. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assembleCatalogue } from "../src/catalog/catalogue.ts";
import { declared } from "../src/domains/all.ts";
import { printed } from "../src/printed.ts";
import { examplesJson } from "../test/setup/examples-json.ts";

for (const [path, text] of Object.entries({ ...printed(assembleCatalogue(declared)), "schema/examples.json": examplesJson() })) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  mkdirSync(fileURLToPath(new URL("../schema", import.meta.url)), { recursive: true });
  writeFileSync(file, text);
  console.log(`Wrote ${path}`);
}

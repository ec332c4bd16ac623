import { machines } from "../../src/domains/commands.ts";
import { datasetsOf } from "../../src/exchange/ingest/dataset.ts";
import { recordNumbers } from "../../src/exchange/seed/record-number.ts";
import { referenceFiles } from "../../src/exchange/seed/reference-files.ts";
import { seedDataset, seedReference, type Seeded, type Seeding } from "../../src/exchange/seed/seed-dataset.ts";
import { seedTables } from "../../src/exchange/seed/seed-tables.ts";
import { seedWorld, type SeedWorld } from "../../src/exchange/seed/seed-world.ts";
import { hubCatalogue } from "../../src/server.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { demonstrationTemplate, runKey } from "../setup/template.ts";

/** Less than the command takes, so that a test is done in seconds. */
export const smallScale = 0.05;

/** The world of a scale, with the key of the run. */
export const worldOf = (scale: number): SeedWorld => seedWorld(scale, recordNumbers(datasetsOf(hubCatalogue()), storedSecrets(runKey)));

const seedingOf = (ownerUrl: string): Seeding => ({ ownerUrl, catalogue: hubCatalogue(), machines, datasets: datasetsOf(hubCatalogue()), secrets: storedSecrets(runKey), scale: smallScale });

/** Seeds a database as the command does; answers what became of each dataset, null where it had been taken before. */
export async function seedAll(ownerUrl: string): Promise<ReadonlyMap<string, Seeded>> {
  const [seeding, world] = [seedingOf(ownerUrl), worldOf(smallScale)];
  const outcomes = new Map<string, Seeded>();
  for (const file of referenceFiles) outcomes.set(file.dataset, await seedReference(seeding, file, () => {}));
  for (const table of seedTables) outcomes.set(table.dataset, await seedDataset(seeding, table, world, () => {}));
  return outcomes;
}

/** A database with the demonstration data and what the seed adds. */
export async function seededDatabase(): Promise<FreshDatabase & { readonly outcomes: ReadonlyMap<string, Seeded> }> {
  const database = await freshDatabase(await demonstrationTemplate());
  return { ...database, outcomes: await seedAll(database.url) };
}

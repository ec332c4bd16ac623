/** `npm run seed -- --scale N`: fills a database with made-up data for measurements and trials. */
import { machines } from "../src/domains/commands.ts";
import { parseArgs } from "node:util";
import { readConfig } from "../src/config.ts";
import { datasetsOf } from "../src/exchange/ingest/dataset.ts";
import type { IngestProgress } from "../src/exchange/ingest/ingest.ts";
import { recordNumbers } from "../src/exchange/seed/record-number.ts";
import { referenceFiles } from "../src/exchange/seed/reference-files.ts";
import { seedDataset, SeedFault, seedReference, type Seeded, type Seeding } from "../src/exchange/seed/seed-dataset.ts";
import { seedObstacle } from "../src/exchange/seed/seed-guard.ts";
import { seedTables } from "../src/exchange/seed/seed-tables.ts";
import { seedWorld } from "../src/exchange/seed/seed-world.ts";
import { stories } from "../src/exchange/seed/stories.ts";
import { hubCatalogue, prepareDatabase } from "../src/server.ts";
import { StartError } from "../src/start-error.ts";
import { codeOf } from "../src/store/has-code.ts";
import { hubKey } from "../src/store/hub-key.ts";
import { isOutage } from "../src/store/is-outage.ts";
import { silentLog } from "../src/store/log.ts";
import { openOwnerSession } from "../src/store/owner-session.ts";
import { storedSecrets } from "../src/store/secrets.ts";
import { refreshPending } from "../src/store/refresh-search.ts";
import { withCluster } from "../src/store/with-cluster.ts";
import { fail } from "./fail.ts";
import { barOf, clearProgressLine, progressLine } from "./progress-line.ts";

const help = `Fills a database with made-up data for measurements and trials: npm run seed -- --scale 10

Scale 1 has some 3,000 officials, 2,000 projects, 10,000 bids and 5,000 records, scale 100 a hundred times that; the divisions are Sichuan's own, people
and firms do not exist. All rows come in as deliveries do, checked and with their provenance; the same scale gives the same rows.

It adds to the demonstration data, which it loads where the database is empty: so the demonstration's personas may ask, its examples are answered, and the
database stays marked as one of made-up data. The codes of both never collide. A database to which a body has delivered, or in which a body's client is
registered, is refused, and one that was seeded with another scale or by another version of the seed. What ended in the midst is run again, and goes on with the dataset that it was at.

  --scale <n>  from 1 to 1000
  --stories    what is to be found in every seeded database, and by which numbers

The database is that of DATABASE_URL, else the embedded one in HUB_DATA_DIR; a hub may run on it meanwhile.`;

const began = performance.now();

const scale = readScale();

function readScale(): number {
  try {
    const { values } = parseArgs({ options: { scale: { type: "string" }, stories: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
    if (values.help || values.stories) {
      console.log(values.help ? help : Object.entries(stories).map(([name, { what, numbers }]) => `${name}: ${what}.\n  ${numbers.join("\n  ")}`).join("\n"));
      process.exit(0);
    }
    const asked = Number(values.scale);
    if (/^\d+$/.test(values.scale ?? "") && asked >= 1 && asked <= 1000) return asked;
  } catch (error) {
    fail(`${(error as Error).message}\n\n${help}`);
  }
  return fail(`Say the scale, from 1 to 1000: npm run seed -- --scale 10\n\n${help}`);
}

try {
  const config = readConfig();
  const key = hubKey(config);
  await withCluster(config, silentLog, async ({ ownerUrl, embedded }) => {
    const prepare = (demonstration: boolean) => prepareDatabase(ownerUrl, { embedded, key, demonstration, log: { info: () => {} } });
    const isThere = await prepare(false);
    await assertMaySeed(ownerUrl);
    if (!isThere && !(await prepare(true))) throw new StartError("This database has rows and not the demonstration data, so they are somebody's: what is made up is never mixed with them. Seed another one: HUB_DATA_DIR=.data-seed npm run seed -- …");
    await seed({ ownerUrl, catalogue: hubCatalogue(), machines, datasets: datasetsOf(hubCatalogue()), secrets: storedSecrets(key), scale });
  });
} catch (error) {
  if (error instanceof StartError || error instanceof SeedFault) fail(error.message);
  if (isOutage(codeOf(error))) fail("The database went away. Run the command again when it is back: it goes on where it was.");
  throw error;
}

async function assertMaySeed(ownerUrl: string): Promise<void> {
  const session = openOwnerSession(ownerUrl, "hub-seed");
  try {
    const obstacle = await seedObstacle(session.ask, scale);
    if (obstacle !== null) throw new StartError(obstacle);
  } finally {
    await session.close();
  }
}

async function seed(seeding: Seeding): Promise<void> {
  const world = seedWorld(scale, recordNumbers(seeding.datasets, seeding.secrets));
  const steps = [
    ...referenceFiles.map((file) => ({ name: file.dataset, about: null, run: (told: Told) => seedReference(seeding, file, told) })),
    ...seedTables.map((table) => ({ name: table.dataset, about: table.about(world), run: (told: Told) => seedDataset(seeding, table, world, told) })),
  ];
  for (const [place, { name, about, run }] of steps.entries()) {
    const from = performance.now();
    const label = `${(place + 1).toString().padStart(2)}/${steps.length} ${name.padEnd(28)}`;
    const outcome = await run(bar(label, about));
    clearProgressLine();
    console.log(label + told(outcome, (performance.now() - from) / 1000));
  }
  const from = performance.now();
  const session = openOwnerSession(seeding.ownerUrl, "hub-seed-search");
  const entries = await refreshPending(session, seeding.catalogue).finally(() => session.close());
  console.log(`The search is up to date: ${entries} entries in ${((performance.now() - from) / 1000).toFixed(1)} s.`);
  console.log(`Done after ${elapsed()}; this process held at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB. npm run seed -- --stories says what is to be found.`);
}

type Told = (progress: IngestProgress) => void;

/** Tells how far a dataset has come. */
function bar(label: string, about: number | null): Told {
  const line = progressLine();
  return ({ phase, rows, of }) =>
    line(() => {
      const total = of ?? about;
      const bar = barOf(total ? Math.min(1, rows / total) : 0);
      return `${label}${{ READING: "making ", CHECKING: "checking", MERGING: "merging" }[phase]} ${bar} ${rows}${total ? ` of ${of === null ? "about " : ""}${Math.round(total)}` : ""} rows, ${elapsed()}`;
    });
}

function told(outcome: Seeded, seconds: number): string {
  if (outcome === null) return "was taken before";
  const { rowsTaken, inserted, updated, unchanged } = outcome;
  const others = [updated > 0 ? `${updated} changed` : "", unchanged > 0 ? `${unchanged} unchanged` : ""].filter(Boolean).join(", ");
  return `${rowsTaken.toString().padStart(9)} rows (${inserted} new${others && `, ${others}`}) in ${seconds.toFixed(1)} s, ${Math.round(rowsTaken / seconds)} a second`;
}

function elapsed(): string {
  const seconds = Math.round((performance.now() - began) / 1000);
  return `${Math.floor(seconds / 60)}:${(seconds % 60).toString().padStart(2, "0")}`;
}

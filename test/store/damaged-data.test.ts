import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, dataFolder, refusal, hub } from "./cluster-fixtures.ts";

describe("A damaged data folder is refused in one sentence, and nothing in it changes", () => {
  const cluster = (folder: string, ...parts: string[]): string => join(folder, "postgres", ...parts);
  const cases: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
    ["PG_VERSION is missing", (folder) => rmSync(cluster(folder, "PG_VERSION")), /not empty and PG_VERSION is missing/],
    ["PG_VERSION is garbled", (folder) => writeFileSync(cluster(folder, "PG_VERSION"), "??\0"), /PG_VERSION is garbled/],
    ["PG_VERSION is empty", (folder) => truncateSync(cluster(folder, "PG_VERSION")), /PG_VERSION is garbled/],
    ["another major version made it", (folder) => writeFileSync(cluster(folder, "PG_VERSION"), "15\n"), /made by PostgreSQL 15 and this hub brings 18/],
    ["something else is in the folder", (folder) => { rmSync(cluster(folder), { recursive: true }); mkdirSync(cluster(folder)); writeFileSync(cluster(folder, "letter.txt"), "x"); }, /not empty and PG_VERSION is missing/],
    ["a file is in its place", (folder) => { rmSync(cluster(folder), { recursive: true }); writeFileSync(cluster(folder), "x"); }, /a file where a folder should be/],
    ["pg_control is missing", (folder) => rmSync(cluster(folder, "global", "pg_control")), /global\/pg_control is missing/],
    ["pg_control is cut off", (folder) => truncateSync(cluster(folder, "global", "pg_control"), 100), /global\/pg_control has 100 bytes/],
    ["pg_control is garbled", (folder) => writeFileSync(cluster(folder, "global", "pg_control"), Buffer.alloc(8192, 0xaa)), /does not start \(".+"\)/],
    ["the log of changes is gone", (folder) => { for (const name of readdirSync(cluster(folder, "pg_wal"))) if (/^[0-9A-F]{24}$/.test(name)) rmSync(cluster(folder, "pg_wal", name)); }, /does not start \("could not locate a valid checkpoint record/],
    ["the settings are garbled", (folder) => appendFileSync(cluster(folder, "postgresql.conf"), "\n%%% what\n"), /does not start/],
    ["a folder is missing", (folder) => rmSync(cluster(folder, "pg_xact"), { recursive: true }), /pg_xact is missing/],
    ["the hub's database is gone", (folder) => { for (const name of readdirSync(cluster(folder, "base"))) if (Number(name) >= 16384) rmSync(cluster(folder, "base", name), { recursive: true }); }, /the hub's database can't be opened/],
    ["the password file is gone", (folder) => rmSync(join(folder, "postgres-password")), /its password file .+ is missing/],
    ["the password file is garbled", (folder) => writeFileSync(join(folder, "postgres-password"), "x"), /is damaged, as it is not 64 hexadecimal digits/],
    ["the password is another one", (folder) => writeFileSync(join(folder, "postgres-password"), "0".repeat(64)), /another password than the one that the hub kept/],
  ];

  it.each(cases)("%s", async (_, damage, reason) => {
    const folder = dataFolder();
    damage(folder);
    const before = listing(folder);
    expect(await refusal({ databaseUrl: null, dataDir: folder })).toMatch(reason);
    const after = listing(folder);
    expect(before.filter((path) => !after.includes(path))).toEqual([]);
    expect(existsSync(join(folder, "running.json"))).toBe(false);
  });

  /** Every file that holds data; what a server writes of itself while it tries to start is left out. */
  const listing = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => !/pgstat|pg_internal|pgsql_tmp|pg_replslot|snap/.test(path)).sort();

  it("ends the process with a status other than zero", async () => {
    const folder = dataFolder();
    rmSync(cluster(folder, "PG_VERSION"));
    const { refused, ended } = await hub(folder, "stay");
    expect(refused).toContain("PG_VERSION is missing");
    expect(await ended).toBe(1);
  });

  it("a data folder that can't be made is refused", async () => {
    const file = join(root, "file");
    writeFileSync(file, "");
    expect(await refusal({ databaseUrl: null, dataDir: join(file, "data") })).toMatch(/^The data folder .+ can't be used \(ENOTDIR\): set HUB_DATA_DIR/);
  });
});

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { prepareDatabase } from "../../src/server.ts";
import { registerApiKey, registerClient } from "../http/clients.ts";
import { asked, csv, deliveringHub, type DeliveringHub } from "../setup/deliver.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { regions, runIngest } from "../setup/run-ingest.ts";
import { runKey } from "../setup/template.ts";

const count = 3_306;

/** Databases that are migrated and hold no row. */
const empty = async (): Promise<FreshDatabase> => {
  const database = await freshDatabase();
  await prepareDatabase(database.url, { embedded: inject("embedded"), key: runKey, demonstration: false, log: { info: () => {} } });
  return database;
};

let folder = "";
let database: FreshDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-ingest-"));
  database = await empty();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const ingest = (...given: readonly string[]) => runIngest(database.url, ...given);
const divisions = async (on = sql): Promise<number> => Number((await on`select count(*) from administrative_division`)[0]!["count"]);
const fileOf = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe("npm run ingest takes the divisions of the province into an empty database", () => {
  it("telling how far it has come, and in the end what it has taken", async () => {
    const { code, out, progress } = await ingest("administrative-divisions", regions);
    expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`^RC-[0-9A-F]{16}: ${count} rows, ${count} taken \\(${count} new, 0 changed, 0 unchanged\\), 0 with faults\\.\\n$`))]);
    expect(progress.split("\n").map((line) => line.replace(/ [\d█░[\]% ]+(of \d+ )?rows$/, ""))).toEqual(["Reading and checking", "Checking references", "Merging", ""]);
    expect(await divisions()).toBe(count);
    const [street] = await sql`select d.name, p.name as above, d.level from administrative_division d join administrative_division p on p.code = d.parent_code where d.code = '510104022'`;
    expect(street).toEqual({ name: "春熙路街道", above: "锦江区", level: "TOWNSHIP" });
  });
  it("and nothing the second time", async () => {
    const { code, out } = await ingest("administrative-divisions", regions);
    expect([code, out]).toEqual([0, expect.stringContaining("this very file was the last that was taken; it changes nothing.")]);
    expect(await sql`select 1 from administrative_division_history limit 1`).toHaveLength(0);
  });
  it("and, where rows have faults, nothing of a dataset that is taken as a whole, with the faults in its answer", async () => {
    const file = await fileOf("faulty.csv", csv(["行政区划代码", "名称", "层级", "上级行政区划代码"], ["510199", "试验区", "COUNTY", "510100"], ["51019", "", "区县", "510100"], ["510198", "试验区", "COUNTY", "519900"]));
    const { code, out } = await ingest("administrative-divisions", file, "--faults", "2");
    expect(code).toBe(2);
    expect(out.split("\n").slice(1)).toEqual([
      "  row 3, code: The value does not have the form or the check character that the column demands.",
      "  row 3, name: The cell must have a value.",
      expect.stringMatching(/^ {2}and \d+ more; --faults \d+ lists them all\.$/),
      "",
    ]);
    expect(out).toContain("3 rows, 0 taken (0 new, 0 changed, 0 unchanged), 2 with faults. Nothing was taken.");
    expect(await divisions()).toBe(count);
  });
  it("and a file that is no table is refused with what is wrong with it", async () => {
    const { code, out } = await ingest("administrative-divisions", await fileOf("page.csv", "<html></html>\n"));
    expect([code, out]).toEqual([2, expect.stringContaining("  the file: The file is not what its format demands, or ends in the midst. 文件是网页")]);
  });
});

describe("The same file goes in over HTTP", () => {
  it("as the operator, into an empty database", async () => {
    const other = await empty();
    let hub: DeliveringHub | undefined;
    try {
      hub = await deliveringHub({ ownerUrl: other.url, demonstration: false });
      const operator = await registerClient(hub.sql, { audience: "OPERATOR" });
      const { text: key } = await registerApiKey(hub.sql, operator, ["127.0.0.0/8"]);
      const headers = { authorization: `Bearer ${key}`, "content-type": "text/csv" };
      const content = await readFile(regions);
      const to = hub;
      const post = () => asked(to, "public", "/ingest/administrative-divisions", { method: "POST", body: new Uint8Array(content), headers });
      await expect.poll(async () => (await post()).status).toBeLessThan(300);
      const { body } = await post();
      const status = () => asked(to, "public", `/ingest/deliveries/${String(body["receiptNo"])}`, { headers }).then((answer) => answer.body);
      await expect.poll(status).toMatchObject({ state: "COMPLETED", rowsInserted: count, rowsFaulty: 0 });
      expect((await hub.ask("public", '{ administrativeDivision(code: "510104022") { name parent { name } } administrativeDivisions { totalCount } }')).body.data).toEqual({ administrativeDivision: { name: "春熙路街道", parent: { name: "锦江区" } }, administrativeDivisions: { totalCount: count } });
    } finally {
      await hub?.close();
      await other.drop();
    }
  });
});

import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerClient } from "../http/clients.ts";
import { freshDatabase, type FreshDatabase } from "../setup/database.ts";
import { regions, runIngest } from "../setup/run-ingest.ts";
import { demonstrationTemplate } from "../setup/template.ts";

let database: FreshDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await freshDatabase(await demonstrationTemplate());
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await database?.drop();
});
const ingest = (...given: readonly string[]) => runIngest(database.url, ...given);

describe("npm run ingest says in a sentence what is wrong with what it was given, and ends with 1", () => {
  it.each([
    { what: "no dataset", given: [], says: "Say which dataset and which file." },
    { what: "a dataset that there is not, with the list", given: ["divisions", regions], says: /There is no dataset divisions\. The datasets are:\n {2}administrative-divisions +行政区划\n/ },
    { what: "a file that is not there", given: ["administrative-divisions", "/nowhere.csv"], says: "There is no file /nowhere.csv." },
    { what: "a format that is none", given: ["administrative-divisions", regions, "--format", "ODS"], says: "Say the format of the file: --format CSV, NDJSON or XLSX." },
    { what: "an encoding that is none", given: ["administrative-divisions", regions, "--encoding", "big5"], says: "The encoding is UTF-8 or GB18030." },
    { what: "a number of faults that is none", given: ["administrative-divisions", regions, "--faults", "1000000"], says: "--faults takes a whole number below a million." },
    { what: "a client that is not registered", given: ["administrative-divisions", regions, "--as", "nobody"], says: "No client nobody is registered." },
  ])("$what", async ({ given, says }) => {
    const { code, out, progress } = await ingest(...given);
    expect([code, out]).toEqual([1, ""]);
    expect(progress).toMatch(says);
  });
  it("a client that may not deliver, or may not deliver this", async () => {
    const [suspended, department] = [await registerClient(sql, { audience: "OPERATOR", state: "SUSPENDED" }), await registerClient(sql, { audience: "DEPARTMENT" })];
    expect(await ingest("administrative-divisions", regions, "--as", suspended)).toMatchObject({ code: 1, progress: `The client ${suspended} may not deliver: it is suspended.\n` });
    expect(await ingest("administrative-divisions", regions, "--as", department)).toMatchObject({ code: 1, progress: `The client ${department} may not deliver administrative-divisions: they are taken from operator, and it is department.\n` });
  });
});

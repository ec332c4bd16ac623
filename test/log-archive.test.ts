import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commitmentOf, linked } from "../src/store/access-chain/chain.ts";
import { databaseWithLog, plantEvents, settle, tamper } from "./setup/access-log.ts";
import { testHub } from "./setup/hub.ts";

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const run = promisify(execFile);

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command of the hub in a process of its own. */
const command = (script: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> =>
  run(process.execPath, [`scripts/${script}.ts`, ...args], { env: { PATH: process.env["PATH"], ...env } }).then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { status: code, stdout, stderr };
    },
  );

let log: Awaited<ReturnType<typeof databaseWithLog>>;
let folder: string;
/** The log of all days as lines, and the hub's answer that has the published heads. */
let lines: readonly string[];
let published: string;
beforeAll(async () => {
  log = await databaseWithLog();
  folder = mkdtempSync(join(tmpdir(), "integrity-hub-archive-"));
  const hub = await testHub({ ownerUrl: log.url });
  published = (await hub.ask("public", "{ accessLogHeads(first: 200) { nodes { day commitment } } }")).text;
  await hub.close();
  expect(await exported("2026-03-01", "2026-03-04", "all.ndjson")).toMatchObject({ status: 0 });
  lines = readFileSync(pathOf("all.ndjson"), "utf8").trimEnd().split("\n");
});
afterAll(async () => {
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

const pathOf = (name: string): string => join(folder, name);
const exported = (from: string, to: string, name: string): Promise<Ended> => command("export-log", [from, to, pathOf(name)], { DATABASE_URL: log.url, HUB_DATA_DIR: folder });

/** Without a database, or anything else to reach. */
const verified = (name: string, ...args: string[]): Promise<Ended> => command("verify-log", [pathOf(name), ...args], {});

let written = 0;
const verifiedLines = async (changed: readonly string[], heads?: string): Promise<readonly [number, ...string[]]> => {
  const name = `changed-${++written}.ndjson`;
  writeFileSync(pathOf(name), changed.map((line) => `${line}\n`).join(""));
  if (heads !== undefined) writeFileSync(pathOf("heads.json"), heads);
  const { status, stdout } = await verified(name, ...(heads === undefined ? [] : ["--heads", pathOf("heads.json")]));
  return [status, ...stdout.trimEnd().split("\n")];
};

type Line = Record<string, unknown>;
const parsed = (): Line[] => lines.map((line) => JSON.parse(line) as Line);
const withLine = (place: number, change: (line: Line) => Line): string[] => parsed().map((line, at) => JSON.stringify(at === place ? change(line) : line));

describe("An exported log", () => {
  it("holds every sealed event byte for byte, and every head with its salt, after the head of the day before", () => {
    expect(parsed().map(({ line, seq, day }) => [line, seq ?? day ?? null])).toEqual([
      ["log", 0], ["head", "2026-02-28"], ["event", 1], ["event", 2], ["event", 3], ["head", "2026-03-01"], ["head", "2026-03-02"], ["event", 4], ["event", 5], ["head", "2026-03-03"], ["event", 6], ["end", null],
    ]);
    expect(parsed()[0]).toEqual({ line: "log", v: 1, from: "2026-03-01", to: "2026-03-04", seq: 0, hash: sha256("integrity-hub access log, v1") });
    let hash = sha256("integrity-hub access log, v1");
    for (const { line, salt, canonical, leaf, hash: kept } of parsed().filter((each) => each["line"] === "event")) {
      expect(leaf, String(line)).toBe(sha256(`${String(salt)}\n${String(canonical)}`));
      expect(kept).toBe((hash = sha256(Buffer.from(hash + String(leaf), "hex"))));
      expect((JSON.parse(String(canonical)) as { v: number; entries: object[] }).entries[0]).toHaveProperty("officialId");
    }
    expect(parsed().at(-1)).toEqual({ line: "end", events: 6, heads: 4 });
  });

  it("is readable by its owner only, and replaces no file", async () => {
    expect(statSync(pathOf("all.ndjson")).mode & 0o777).toBe(0o600);
    const before = readFileSync(pathOf("all.ndjson"));
    expect(await exported("2026-03-01", "2026-03-04", "all.ndjson")).toEqual({ status: 1, stdout: "", stderr: `${pathOf("all.ndjson")} is there already: give another name, or move it away.\n` });
    expect(readFileSync(pathOf("all.ndjson"))).toEqual(before);
  });

  it("is compressed where its name says so, and says how many events it has", async () => {
    const { stderr } = await exported("2026-03-01", "2026-03-04", "all.ndjson.gz");
    expect(stderr).toContain("6 events of 2026-03-01 to 2026-03-04 are in ");
    expect(gunzipSync(readFileSync(pathOf("all.ndjson.gz"))).toString()).toBe(`${lines.join("\n")}\n`);
    expect(await verified("all.ndjson.gz")).toMatchObject({ status: 0 });
  });

  it("is not written where it is not said of what, or where that cannot be", async () => {
    for (const args of [[], ["2026-03-01"], ["2026-03-01", "2026-02-30", "x"], ["2026-03-01", "2026-13-01", "x"], ["2026-03-02", "2026-03-01", "x"], ["a", "b", "c"], ["2026-03-01", "2026-03-01", "x", "y"]])
      expect(await command("export-log", args, {})).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Say from which day to which, and into which file; .*\n\n/) });
    expect(await exported("2026-03-01", "2026-03-04", "no/such/folder")).toMatchObject({ status: 1, stderr: expect.stringMatching(/^ENOENT.*\n$/) });
    const { stdout } = await command("export-log", ["--help"], {});
    expect(stdout).toMatch(/not pseudonymised: it holds the ids of civil servants[^]*mode 0600/);
  });
});

describe("Whoever has it verifies it without the hub", () => {
  it("against the published heads, all of them or a part of the days", async () => {
    expect(await verifiedLines(lines, published)).toEqual([0, "Events: 6. Heads: 4. Faults: 0.", "Heads that are as they were published: 4."]);
    expect(await verifiedLines(lines)).toEqual([0, "Events: 6. Heads: 4. Faults: 0.", "The heads were not compared with published ones: give those with --heads."]);
    await exported("2026-03-03", "2026-03-03", "third.ndjson");
    expect(await verifiedLines(readFileSync(pathOf("third.ndjson"), "utf8").trimEnd().split("\n"), `[${published}]`)).toEqual([0, "Events: 2. Heads: 2. Faults: 0.", "Heads that are as they were published: 2."]);
  });

  it.each<[string, () => string[], ...string[]]>([
    ["a byte of an event", () => withLine(3, (line) => ({ ...line, canonical: String(line["canonical"]).replace("PERSONNEL_REVIEW", "PERSONNEL_REVIEV") })), "line 4: EVENT_CHANGED: An event, or what belongs to it, is not as it was sealed (number 2)"],
    ["an event that was not there any more", () => withLine(3, (line) => ({ ...line, canonical: null, salt: null })), "line 4: EVENT_MISSING: An event that was sealed, or noted to be, is not there (number 2)"],
    ["a leaf", () => withLine(3, (line) => ({ ...line, leaf: line["hash"] })), "line 4: EVENT_CHANGED: An event, or what belongs to it, is not as it was sealed (number 2)", "line 4: LINK_BROKEN: A hash does not follow from the one before it and its event (number 2)"],
    ["a commitment", () => withLine(6, (line) => ({ ...line, salt: "another" })), "line 7: HEAD_CHANGED: The head of a day does not commit to the chain as it is (2026-03-02)"],
    ["a line that was taken out", () => lines.filter((_line, at) => at !== 3), "line 4: SEAL_MISSING: A number of the chain is left out (number 3)", "line 11: the log has 5 events and 4 heads where it had 6 and 4 when it was exported"],
    ["a head that was taken out", () => lines.filter((_line, at) => at !== 6), "line 9: HEAD_MISSING: A day has no head (between 2026-03-01 and 2026-03-03)", "line 11: the log has 6 events and 3 heads where it had 6 and 4 when it was exported"],
    ["two lines that were exchanged", () => [...lines.slice(0, 3), lines[4]!, lines[3]!, ...lines.slice(5)], "line 4: SEAL_MISSING: A number of the chain is left out (number 3)", "line 5: SEAL_MISSING: A number of the chain is left out (number 2)", "line 6: SEAL_MISSING: A number of the chain is left out (2026-03-01)"],
    ["an event behind the head of its day", () => [...lines.slice(0, 4), lines[5]!, lines[4]!, ...lines.slice(6)], "line 5: SEAL_MISSING: A number of the chain is left out (2026-03-01)", "line 6: EVENT_LATE: An event bears a day whose head was published without it (number 3, 2026-03-01)"],
    ["an end that was cut off", () => lines.slice(0, 8), "line 9: the log is cut off here: its last line is missing"],
    ["a line that was cut off", () => [...lines.slice(0, 8), lines[8]!.slice(0, 100)], "line 9: this is no line of an exported log", "line 10: the log is cut off here: its last line is missing"],
    ["a beginning that was cut off", () => lines.slice(3), "line 1: this is not how an exported log begins", "line 2: SEAL_MISSING"],
    ["the head of the day before that was cut off, within the chain", () => withLine(0, (line) => ({ ...line, seq: 2 })).filter((_line, at) => at !== 1 && at !== 2), "line 2: the log begins within the chain, and the head of the day before is missing or another"],
    ["something behind the end", () => [...lines, lines[2]!], "line 13: nothing comes after the end of the log"],
    ["another file", () => ["one", '{"line":"toString"}', "null"], "line 1: this is no line of an exported log", "line 2: this is no line of an exported log", "line 3: this is no line of an exported log", "line 4: the log is cut off here: its last line is missing"],
    ["an empty one", () => [], "line 1: the log is cut off here: its last line is missing"],
  ])("and is told of %s, with its line", async (_name, change, ...faults) => {
    const [status, ...told] = await verifiedLines(change());
    expect(status).toBe(1);
    faults.forEach((fault, place) => expect(told[place]).toContain(fault));
    expect(told.at(-2)).toMatch(/Faults: [1-9]\d*\.$/);
  });

  it("and is told of a compressed one that was cut off or damaged", async () => {
    const whole = gzipSync(`${lines.join("\n")}\n`);
    for (const bytes of [whole.subarray(0, whole.length - 20), whole.subarray(0, 300), Buffer.concat([whole, Buffer.from("rubbish")])]) {
      writeFileSync(pathOf("cut.gz"), bytes);
      const { status, stdout } = await verified("cut.gz");
      expect(status).toBe(1);
      expect(stdout).toContain("cut.gz is damaged or cut off, and can't be decompressed to its end.\n");
    }
  });

  it("and is told where files are missing, cannot be read or hold no heads", async () => {
    expect(await verified("none")).toEqual({ status: 1, stdout: "", stderr: `${pathOf("none")} can't be read: ENOENT.\n` });
    for (const [text, name] of [["no JSON", "a.json"], ['{"data":{"accessLogHeads":{"nodes":[]}}}', "b.json"]] as const) {
      writeFileSync(pathOf(name), text);
      expect(await verified("all.ndjson", "--heads", pathOf(name))).toEqual({ status: 1, stdout: "", stderr: expect.stringMatching(/^.*holds no published heads: give the hub's answer to .*\n$/) });
    }
    expect(await verified("all.ndjson", "--heads", pathOf("none"))).toMatchObject({ status: 1, stderr: `${pathOf("none")} can't be read: ENOENT.\n` });
    for (const args of [[], ["a", "b"], ["a", "--head", "b"], ["a", "--heads"]]) expect(await command("verify-log", args, {})).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Say which file\.\n/) });
    expect((await command("verify-log", ["--help"], {})).stdout).toContain("--heads");
  });
});

describe("Only the published heads tell", () => {
  it("that a head is another, was never published, or is left out of the file", async () => {
    const other = published.replace(/"2026-03-03","commitment":"[0-9a-f]{64}"/, `"2026-03-03","commitment":"${"0".repeat(64)}"`);
    expect(await verifiedLines(lines, other)).toEqual([1, "line 10: HEAD_CHANGED: The head of a day does not commit to the chain as it is (2026-03-03; another was published)", "Events: 6. Heads: 4. Faults: 1.", "Heads that are as they were published: 3."]);
    const fewer = published.replace("2026-03-03", "2026-02-03");
    expect((await verifiedLines(lines, fewer)).slice(0, 2)).toEqual([1, "line 10: the head of 2026-03-03 is not among the published ones"]);
    const cut = [...lines.slice(0, 7), JSON.stringify({ line: "end", events: 3, heads: 3 })];
    expect((await verifiedLines(cut))[0]).toBe(0);
    expect((await verifiedLines(cut, published)).slice(0, 2)).toEqual([1, "line 8: HEAD_MISSING: A day has no head (that of 2026-03-03 was published)"]);
  });

  it("that an event was taken out and everything from it on made anew, by whoever owns the database", async () => {
    await plantEvents(log.sql, { at: "2026-03-04T11:00:00+08:00" });
    await settle(log.url);
    await tamper(log.sql, "access_event", `delete from access_event where id = '${log.events[3]!}'`);
    await tamper(log.sql, "access_seal", `delete from access_seal where event_id = '${log.events[3]!}'`);
    const chain = await log.sql<{ seq: string; leaf: string; hash: string }[]>`select seq, leaf, hash from access_seal order by seq`;
    let hash = chain[2]!.hash;
    for (const [place, { seq, leaf }] of chain.entries()) if (place > 2) await tamper(log.sql, "access_seal", `update access_seal set seq = ${place + 1}, hash = '${(hash = linked(hash, leaf))}' where seq = ${seq}`);
    const [{ salt }] = await log.sql<[{ salt: string }]>`select salt from access_log_head where day = '2026-03-03'`;
    const chainHash = (await log.sql`select hash from access_seal where seq = 4`)[0]!["hash"] as string;
    await tamper(log.sql, "access_log_head", `update access_log_head set chain_length = 4, chain_hash = '${chainHash}', commitment = '${commitmentOf({ salt, day: "2026-03-03", chainHash })}' where day = '2026-03-03'`);

    const hub = await testHub({ ownerUrl: log.url });
    const { body } = await hub.ask("auditor", '{ verifyLog(from: "2026-03-01", to: "2026-03-04") { events isIntact } }');
    await hub.close();
    expect(body).toEqual({ data: { verifyLog: { events: 7, isIntact: true } } });
    await exported("2026-03-01", "2026-03-04", "forged.ndjson");
    const forged = readFileSync(pathOf("forged.ndjson"), "utf8").trimEnd().split("\n");
    expect((await verifiedLines(forged)).slice(0, 2)).toEqual([0, "Events: 7. Heads: 4. Faults: 0."]);
    expect((await verifiedLines(forged, published)).slice(0, 2)).toEqual([1, "line 9: HEAD_CHANGED: The head of a day does not commit to the chain as it is (2026-03-03; another was published)"]);
  });
});

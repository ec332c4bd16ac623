import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareDatabase } from "../../src/server.ts";
import { openCluster, type Cluster } from "../../src/store/cluster.ts";
import { csv, deliver, deliveringHub, ndjson, send, types, type DeliveringHub } from "../setup/deliver.ts";
import { runKey } from "../setup/template.ts";
import { tenderRow } from "../setup/tender-row.ts";

/** A server of its own, whose log is read: with the settings of the hub, which say what it logs. */
const folder = mkdtempSync(join(tmpdir(), "integrity-hub-log-"));
const server: string[] = [];
const log = (message: string): void => void server.push(message);
let cluster: Cluster;
let hub: DeliveringHub;
beforeAll(async () => {
  chmodSync(folder, 0o711); // as root, PostgreSQL runs as a user who must pass through
  cluster = await openCluster({ databaseUrl: null, dataDir: join(folder, "data") }, { debug: log, info: log, warn: log, error: log }, { settings: { fsync: "off", autovacuum: "off" } });
  await prepareDatabase(cluster.ownerUrl, { embedded: true, key: runKey, demonstration: true, log: { info: () => {} } });
  hub = await deliveringHub({ ownerUrl: cluster.ownerUrl });
});
afterAll(async () => {
  await hub?.close();
  await cluster?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Stands in every value that is delivered here, and nowhere else. */
const mark = "机密试验值";
const rowOf = (no: string, title: string) => tenderRow(`${mark}-${no}`, { 公告标题: `${title}${no}`, 代理机构统一社会信用代码: "" });
const head = Object.keys(rowOf("", ""));
const row = (no: string, title = mark): readonly string[] => Object.values(rowOf(no, title));
const lines = (): string => [...server, ...hub.logged].join("\n");

describe("Neither the log of the hub nor that of the database's server holds a value of a delivered row", () => {
  it("where rows have faults of every kind", async () => {
    const faulty = [row("1"), row("1"), row("2").with(2, mark), row("3").with(4, mark), row("4").with(6, mark), row("5").with(7, mark), row("6").with(8, mark), [...row("7"), mark]];
    expect((await deliver(hub, "tradingCentre", "tenders", csv(head, ...faulty))).rows).toBe("8 1 7 1 0 0");
    await deliver(hub, "tradingCentre", "tenders", ndjson([...head, mark], [...row("8"), mark]), { headers: { "content-type": types.ndjson } });
    expect(lines()).not.toContain(mark);
  });
  it("nor where the file has none, or ends in the midst", async () => {
    await deliver(hub, "tradingCentre", "tenders", csv([...head, mark], row("9")));
    await deliver(hub, "tradingCentre", "tenders", csv(row("10")));
    await deliver(hub, "tradingCentre", "tenders", `${csv(head, row("11"))}"${mark}`);
    expect(lines()).not.toContain(mark);
  });
  it("nor where the database refuses a row, which is told by its code alone", async () => {
    await hub.sql.unsafe(`alter table tender add constraint planted check (title not like '${mark}!%')`);
    const refused = await deliver(hub, "tradingCentre", "tenders", csv(head, row("12", `${mark}!`)));
    expect(refused).toMatchObject({ state: "INTERRUPTED", rows: "0 0 0 0 0 0", faults: [] });
    expect(hub.logged.filter((line) => line.includes("could not be finished: 23514."))).toHaveLength(1);
    expect(lines()).not.toContain(mark);
    await hub.sql`alter table tender drop constraint planted`;
  });
  it("nor where what it calls throws with the values in its words", async () => {
    await hub.sql.unsafe("create function planted() returns trigger language plpgsql as $$ begin raise exception 'refused: %', new.supplier_name using detail = new.supplier_name; end $$; create trigger planted before insert on bid for each row execute function planted()");
    const content = csv(["来源系统记录编号", "所投招标", "投标人名称", "投标人统一社会信用代码", "递交时间", "投标状态"], ["B-1", `${mark}-1`, mark, "91350100M000100Y43", "2026-04-01 09:00", "已接收"]);
    expect((await deliver(hub, "tradingCentre", "bids", content)).state).toBe("INTERRUPTED");
    expect(hub.logged.filter((line) => line.includes("could not be finished: P0001."))).toHaveLength(1);
    expect(lines()).not.toContain(mark);
  });
  it("nor where a request is refused, by its dataset, its type or who sends it", async () => {
    await send(hub, "tradingCentre", encodeURIComponent(mark), csv(head, row("13")));
    await send(hub, "tradingCentre", "tenders", csv(head, row("13")), { headers: { "content-type": "text/html" } });
    await send(hub, "public", "tenders", csv(head, row("13")), { search: `?format=${encodeURIComponent(mark)}` });
    expect(lines()).not.toContain(mark);
    expect(lines()).not.toContain(encodeURIComponent(mark));
  });
  it("while both logs say what has happened", () => {
    expect(server.join()).toContain("ready to accept connections");
    expect(hub.logged.filter((line) => line.includes('"path":"/ingest/:dataset"')).length).toBeGreaterThan(5);
  });
});

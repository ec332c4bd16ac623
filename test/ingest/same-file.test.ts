import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvOf, deliver, deliveringHub, ended, send, type DeliveringHub } from "../setup/deliver.ts";
import { tenderRow } from "../setup/tender-row.ts";

let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());

const row = (no: string, title: string) => tenderRow(no, { 公告标题: title });
/** A row that is not taken. */
const faultyRow = (no: string, title: string) => tenderRow(no, { 公告标题: title, 所属项目: "没有该项目" });
const titleOf = async (no: string): Promise<unknown> => ((await hub.ask("public", "query ($no: String!) { tender(number: $no) { title } }", { no })).body.data!["tender"] as { title: string } | null)?.title;
/** How many versions of a tender there were, beside the one that is. */
const earlier = async (no: string): Promise<number> => Number((await hub.sql`select count(*) from tender_history where tender_no = ${no}`)[0]!["count"]);
const numbers = async (): Promise<readonly unknown[]> => (await hub.sql<{ id: string; record_no: string; recorded_at: Date }[]>`select id, record_no, tender_no, recorded_at from tender where tender_no like 'SF-%' order by tender_no`).map(({ id, record_no: no, recorded_at: at }) => [id, no, String(at)]);

describe("The same file", () => {
  const content = csvOf(row("SF-1", "甲"), row("SF-2", "乙"));

  it("delivered again is the same delivery with the same receipt", async () => {
    const first = await deliver(hub, "tradingCentre", "tenders", content);
    const again = await deliver(hub, "tradingCentre", "tenders", content);
    expect([first.status, first.answer["isSameAsBefore"], first.rows]).toEqual([202, false, "2 2 0 2 0 0"]);
    expect(again).toEqual({ ...first, status: 200, answer: { ...first.answer, isSameAsBefore: true } });
  });
  it("delivered several times at once is one delivery", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(hub, "tradingCentre", "tenders", csvOf(row("SF-3", "丙")))));
    expect(new Set(answers.map(({ body }) => body["receiptNo"])).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 202]);
    expect(await ended(hub, "tradingCentre", String(answers[0]!.body["receiptNo"]))).toMatchObject({ rowsInserted: 1, rowsTaken: 1 });
  });
  it("with its rows in another order says nothing new, and leaves rows, numbers, times and history as they are", async () => {
    await deliver(hub, "tradingCentre", "tenders", content);
    const before = await numbers();
    const { rows, answer } = await deliver(hub, "tradingCentre", "tenders", csvOf(row("SF-2", "乙"), row("SF-1", "甲")));
    expect([rows, answer["isSameAsBefore"]]).toEqual(["2 2 0 0 0 2", false]);
    expect(await numbers()).toEqual(before);
    expect([await earlier("SF-1"), await earlier("SF-2")]).toEqual([0, 0]);
  });
  it("of another body is another delivery", async () => {
    const contracts = "x\n1\n";
    const [one, other] = await Promise.all((["housing", "investment"] as const).map((as) => send(hub, as, "contracts", contracts)));
    expect(one!.body["receiptNo"]).not.toBe(other!.body["receiptNo"]);
  });
  it("that had faults is another delivery: what it lacked may be there now", async () => {
    const faulty = csvOf(faultyRow("SF-9", "甲"));
    const [first, second] = [await deliver(hub, "tradingCentre", "tenders", faulty), await deliver(hub, "tradingCentre", "tenders", faulty)];
    expect([second.status, second.state]).toEqual([202, "REJECTED"]);
    expect(second.receiptNo).not.toBe(first.receiptNo);
  });
});

describe("Two files with the same row", () => {
  it("of which the second had faults in other rows: the first changes back what the second has changed", async () => {
    const [first, second] = [csvOf(row("SF-61", "甲")), csvOf(row("SF-61", "乙"), faultyRow("SF-62", "丙"))];
    const rows: string[] = [];
    for (const content of [first, second, first]) rows.push((await deliver(hub, "tradingCentre", "tenders", content)).rows);
    expect(rows).toEqual(["1 1 0 1 0 0", "2 1 1 0 1 0", "1 1 0 0 1 0"]);
    expect(await titleOf("SF-61")).toBe("甲");
  });
  it("change it one after the other: the first, the second and the first again", async () => {
    const [a, b] = [csvOf(row("SF-5", "甲")), csvOf(row("SF-5", "乙"))];
    const receipts = new Set<string>();
    for (const [content, rows, title] of [[a, "1 1 0 1 0 0", "甲"], [b, "1 1 0 0 1 0", "乙"], [a, "1 1 0 0 1 0", "甲"]] as const) {
      const delivered = await deliver(hub, "tradingCentre", "tenders", content);
      receipts.add(delivered.receiptNo);
      expect([delivered.status, delivered.rows, await titleOf("SF-5")]).toEqual([202, rows, title]);
    }
    expect(receipts.size).toBe(3);
    expect(await earlier("SF-5")).toBe(2);
  });
  it("delivered at once are taken one after the other, and both are taken", async () => {
    const answers = await Promise.all(["甲", "乙"].map((title) => send(hub, "tradingCentre", "tenders", csvOf(row("SF-6", title)))));
    const ends = await Promise.all(answers.map(({ body }) => ended(hub, "tradingCentre", String(body["receiptNo"]))));
    expect(ends.map(({ state }) => state)).toEqual(["COMPLETED", "COMPLETED"]);
    expect(ends.map(({ rowsInserted, rowsUpdated }) => [rowsInserted, rowsUpdated]).sort()).toEqual([[0, 1], [1, 0]]);
    expect(await earlier("SF-6")).toBe(1);
  });
  it("leave the rows alone that only one of them has", async () => {
    await deliver(hub, "tradingCentre", "tenders", csvOf(row("SF-7", "甲"), row("SF-8", "乙")));
    expect((await deliver(hub, "tradingCentre", "tenders", csvOf(row("SF-7", "丙")))).rows).toBe("1 1 0 0 1 0");
    expect([await titleOf("SF-7"), await titleOf("SF-8"), await earlier("SF-8")]).toEqual(["丙", "乙", 0]);
  });
});

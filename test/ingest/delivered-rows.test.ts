import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "../../src/exchange/demonstration/landmarks.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { csv, csvOf, deliver, deliveringHub, type DeliveringHub } from "../setup/deliver.ts";
import { personas, type PersonaOrPublic } from "../setup/hub.ts";
import { identityNumber } from "../setup/identity-number.ts";
import { tenderRow } from "../setup/tender-row.ts";
import { runKey } from "../setup/template.ts";

let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());

const firm = "91350100M000100Y43";
const tender = (openedAt: string | null): string => csvOf({ ...tenderRow("DR-1", { 招标状态: "投标中", 投标截止时间: "2026-05-21 09:00" }), 开标记录时间: openedAt });
const bids = (...rows: readonly Readonly<Record<string, string>>[]): string => {
  const usual = { 来源系统记录编号: "", 所投招标: "DR-1", 投标人名称: "某公司", 投标人统一社会信用代码: firm, 递交时间: "2026-05-20 10:00", 投标状态: "已接收", 投标报价: "100.00", 评审得分: "88.5", 联系人: "张示例" };
  return csvOf(...rows.map((row) => ({ ...usual, ...row })));
};
const dataOf = async (persona: PersonaOrPublic, query: string): Promise<unknown> => (await hub.ask(persona, query)).body.data;

describe("A trading centre delivers a tender and its bids", () => {
  beforeAll(async () => {
    expect((await deliver(hub, "tradingCentre", "tenders", tender(null))).rows).toBe("1 1 0 1 0 0");
    expect((await deliver(hub, "tradingCentre", "bids", bids({ 来源系统记录编号: "B-1" }, { 来源系统记录编号: "B-2", 投标报价: "90.00" }))).rows).toBe("2 2 0 2 0 0");
  });
  const question = '{ tender(number: "DR-1") { title bids { totalCount nodes { supplierName price } } } }';

  it("of which everybody reads the tender, and nobody but the centre that there are bids, before the opening is recorded", async () => {
    for (const persona of personas) {
      const { tender: read } = (await dataOf(persona, question)) as { tender: { title: string; bids: { totalCount: number } } };
      expect([persona, read.title, read.bids.totalCount]).toEqual([persona, "试验采购", persona === "tradingCentre" ? 2 : 0]);
    }
  });
  it("whose prices not even the centre reads before", async () => {
    expect(await dataOf("tradingCentre", question)).toMatchObject({ tender: { bids: { nodes: [{ supplierName: "某公司", price: null }, { price: null }] } } });
  });
  it("and whose bids and prices everybody reads once a delivery records the opening, and their contacts the centre alone", async () => {
    expect((await deliver(hub, "tradingCentre", "tenders", tender("2026-05-21 09:05"))).rows).toBe("1 1 0 0 1 0");
    expect(await dataOf("public", question)).toMatchObject({ tender: { bids: { totalCount: 2 } } });
    const prices = ((await dataOf("public", question)) as { tender: { bids: { nodes: { price: string }[] } } }).tender.bids.nodes.map(({ price }) => price);
    expect(prices.sort()).toEqual(["100.00", "90.00"]);
    const contacts = '{ tender(number: "DR-1") { bids(first: 1) { nodes { contactName score } } } }';
    expect(await dataOf("tradingCentre", contacts)).toEqual({ tender: { bids: { nodes: [{ contactName: "张示例", score: "88.50" }] } } });
    for (const persona of ["public", "department", "finance", "supervision"] as const) expect(await dataOf(persona, contacts)).toEqual({ tender: { bids: { nodes: [{ contactName: null, score: null }] } } });
  });
});

describe("A personnel body delivers a civil servant", () => {
  const number = identityNumber(125); // ends with an X
  const question = "{ officials(first: 50) { nodes { name idNumber phone organization { uscc } } } }";
  const found = async (persona: PersonaOrPublic): Promise<unknown> => {
    const officials = (await hub.ask(persona, question)).body.data?.["officials"] as { nodes: { name: string }[] } | null | undefined;
    return officials?.nodes.find(({ name }) => name === "张试验") ?? null;
  };
  beforeAll(async () => {
    const head = ["来源系统记录编号", "姓名", "所在单位", "干部管理单位", "公民身份号码", "联系电话"];
    expect((await deliver(hub, "personnel", "officials", csv(head, ["RY-1", "张试验", bodies.countyFinance.uscc, bodies.countyPersonnel.uscc, number.toLowerCase(), "10000000001"]))).rows).toBe("1 1 0 1 0 0");
  });

  it("whom it reads itself, with the identity number", async () => {
    expect(await found("personnel")).toEqual({ name: "张试验", idNumber: number, phone: "10000000001", organization: { uscc: bodies.countyFinance.uscc } });
  });
  it.each(personas.filter((persona) => persona !== "personnel" && persona !== "supervision"))("and who does not exist for %s", async (persona) => {
    expect(await found(persona)).toBeNull();
  });
  it("and whose identity number is in no table as such: it is encrypted, and its keyed digest finds it", async () => {
    const secrets = storedSecrets(runKey);
    const [row] = await hub.sql`select o.id_number_digest as digest, encode(r.id_number, 'escape') as kept, pgp_sym_decrypt(r.id_number, ${secrets.encryption}) as plain from official o join official_restricted r using (id) where o.name = '张试验'`;
    expect([row!["digest"], row!["plain"]]).toEqual([secrets.digest(number), number]);
    expect(String(row!["kept"])).not.toContain(number);
    const tables = await hub.sql<{ text: string }[]>`select o::text as text from official o where name = '张试验' union all select d::text from delivery d union all select w::text from delivery_waiting w union all select e::text from workflow_event e`;
    for (const { text } of tables) expect(text).not.toContain(number);
  });
});

describe("What is delivered anew", () => {
  const recordedAt = async (): Promise<string> => ((await dataOf("tradingCentre", '{ bids(first: 5, where: { supplierName: { eq: "历史公司" } }) { nodes { recordedAt } } }')) as { bids: { nodes: { recordedAt: string }[] } }).bids.nodes[0]!.recordedAt;
  const row = { 来源系统记录编号: "B-9", 投标人名称: "历史公司" };

  it("keeps the earlier version with the delivery and the row that it came from", async () => {
    const [first, second] = [await deliver(hub, "tradingCentre", "bids", bids({ 来源系统记录编号: "B-8" }, row)), await deliver(hub, "tradingCentre", "bids", bids({ ...row, 投标状态: "中标" }))];
    const versions = await hub.sql`
      select v.status, v.delivery_row as "row", d.receipt_no as "receiptNo" from (select id, status, delivery_id, delivery_row from bid_history union all select id, status, delivery_id, delivery_row from bid) v join delivery d on d.id = v.delivery_id
      where v.id = (select id from bid where source_record_no = 'B-9' and source_organization_id = ${bodies.prefectureTradingCentre.id}) order by d.received_at`;
    expect([...versions]).toEqual([{ status: "RECEIVED", row: 3, receiptNo: first.receiptNo }, { status: "WON", row: 2, receiptNo: second.receiptNo }]);
  });
  it("moves the time of the record where something open has changed, and nowhere else: it would tell of edits to closed content", async () => {
    const before = await recordedAt();
    expect((await deliver(hub, "tradingCentre", "bids", bids({ ...row, 投标状态: "中标", 联系人: "李示例" }))).rows).toBe("1 1 0 0 1 0");
    expect(await recordedAt()).toBe(before);
    expect((await deliver(hub, "tradingCentre", "bids", bids({ ...row, 投标状态: "未中标", 联系人: "李示例" }))).rows).toBe("1 1 0 0 1 0");
    expect(Date.parse(await recordedAt())).toBeGreaterThan(Date.parse(before));
  });
  it("keeps the earlier version of a closed part, too", async () => {
    const names = await hub.sql`select contact_name from bid_restricted_history h join bid b using (id) where b.source_record_no = 'B-9'`;
    expect(names.map(({ contact_name: name }) => String(name))).toEqual(["张示例"]);
  });
});

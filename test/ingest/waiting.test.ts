import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "../../src/exchange/demonstration/landmarks.ts";
import { awards } from "../../src/exchange/demonstration/procurement-landmarks.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { csv, csvOf, deliver, deliveringHub, type DeliveringHub } from "../setup/deliver.ts";
import { identityNumber } from "../setup/identity-number.ts";
import { runKey } from "../setup/template.ts";

let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());

const official = (place: number, { organization, managing } = { organization: bodies.countyFinance.uscc, managing: bodies.countyPersonnel.uscc }): string =>
  csvOf({ 来源系统记录编号: `RY-${place}`, 姓名: `张试验${place}`, 所在单位: organization, 干部管理单位: managing, 公民身份号码: identityNumber(place) });
const post = (place: number): string => csv(["来源系统记录编号", "职位编号", "所在单位", "职务名称", "是否领导职务", "职务管理单位"], [`ZW-${place}`, `ZW-${place}`, bodies.countyFinance.uscc, "试验科员", "否", bodies.countyPersonnel.uscc]);
const tenure = (place: number, title = "试验科员"): string => csv(["来源系统记录编号", "任职人", "干部管理单位", "所任职务", "任职单位", "职务名称", "任职日期"], [`RZ-${place}`, identityNumber(place), bodies.countyPersonnel.uscc, `ZW-${place}`, bodies.countyFinance.uscc, title, "2024-05-01"]);
/** Titles of the times in office of a person, as the managing body reads them. */
const held = async (place: number): Promise<readonly string[]> => {
  const { body } = await hub.ask("personnel", "{ officials(first: 60) { nodes { name tenures { nodes { postTitle } } } } }");
  const all = (body.data!["officials"] as { nodes: { name: string; tenures: { nodes: { postTitle: string }[] } }[] }).nodes;
  return all.find(({ name }) => name === `张试验${place}`)?.tenures.nodes.map(({ postTitle }) => postTitle) ?? [];
};

describe("A row that names what its deliverer knows nothing of is taken, and waits", () => {
  it("and appears once all that it names is there and in the deliverer's charge", async () => {
    expect((await deliver(hub, "personnel", "tenures", tenure(1))).rows).toBe("1 1 0 1 0 0");
    await deliver(hub, "personnel", "officials", official(1));
    expect(await held(1)).toEqual([]);
    await deliver(hub, "personnel", "posts", post(1));
    await expect.poll(() => held(1)).toEqual(["试验科员"]);
  });
  it("but not where what it names is somebody else's", async () => {
    await deliver(hub, "personnel", "tenures", tenure(2));
    const elsewhere = official(2, { organization: bodies.otherCountyPersonnel.uscc, managing: bodies.otherCountyPersonnel.uscc });
    expect((await deliver(hub, "otherPersonnel", "officials", elsewhere)).rows).toBe("1 1 0 1 0 0");
    await deliver(hub, "personnel", "posts", post(2));
    await deliver(hub, "personnel", "officials", official(3)); // rows that wait are tried once more before this one's are
    expect(await hub.sql`select 1 from tenure where source_record_no = 'RZ-2'`).toHaveLength(0);
    expect(await hub.sql`select 1 from delivery_waiting where dataset = 'tenures'`).toHaveLength(1);
  });
  it("and is told, delivered again, as if it did not: the same, changed, the same", async () => {
    const rows = [];
    for (const content of [tenure(4), `${tenure(4)}\n`, tenure(4, "主任科员"), tenure(4)]) rows.push((await deliver(hub, "personnel", "tenures", content)).rows);
    expect(rows).toEqual(["1 1 0 1 0 0", "1 1 0 0 0 1", "1 1 0 0 1 0", "1 1 0 0 1 0"]);
  });
  it("and becomes what was delivered last, not what was delivered first", async () => {
    await deliver(hub, "personnel", "tenures", tenure(5));
    await deliver(hub, "personnel", "tenures", tenure(5, "主任科员"));
    await deliver(hub, "personnel", "posts", post(5));
    await deliver(hub, "personnel", "officials", official(5));
    await expect.poll(() => held(5)).toEqual(["主任科员"]);
    expect(await hub.sql`select 1 from tenure_history h join tenure t using (id) where t.source_record_no = 'RZ-5'`).toHaveLength(0);
  });
  it("and holds back a change of a row that is there, until it can be what it says", async () => {
    await deliver(hub, "personnel", "officials", official(6));
    await deliver(hub, "personnel", "posts", post(6));
    expect((await deliver(hub, "personnel", "tenures", tenure(6))).rows).toBe("1 1 0 1 0 0");
    const moved = tenure(6, "主任科员").replace("ZW-6", "ZW-7");
    expect((await deliver(hub, "personnel", "tenures", moved)).rows).toBe("1 1 0 0 1 0");
    expect(await held(6)).toEqual(["试验科员"]);
    await deliver(hub, "personnel", "posts", post(7));
    await expect.poll(() => held(6)).toEqual(["主任科员"]);
  });
  it("with its row and its delivery, from which it then comes", async () => {
    const { receiptNo } = await deliver(hub, "personnel", "tenures", tenure(8));
    await deliver(hub, "personnel", "posts", post(8));
    await deliver(hub, "personnel", "officials", official(8));
    await expect.poll(() => held(8)).toEqual(["试验科员"]);
    const [row] = await hub.sql`select d.receipt_no as "receiptNo", t.delivery_row as "row" from tenure t join delivery d on d.id = t.delivery_id where t.source_record_no = 'RZ-8'`;
    expect(row).toEqual({ receiptNo, row: 2 });
    expect(await hub.sql`select 1 from delivery_waiting w join delivery d on d.id = w.delivery_id where d.receipt_no = ${receiptNo}`).toHaveLength(0);
  });
  it("a contract that names a result which is not published yet, until it is", async () => {
    const [award] = await hub.sql`select a.record_no, t.tender_no from award a join tender t on t.id = a.tender_id where a.id = ${awards.unpublished.id}`;
    const head = ["来源系统记录编号", "合同编号", "所属招标", "所依据的中标、成交结果", "采购人、发包人", "供应商统一社会信用代码", "供应商名称", "付款财政所在行政区划代码", "合同名称", "合同金额", "签订日期"];
    const contract = csv(head, ["HT-1", "HT-1", String(award!["tender_no"]), String(award!["record_no"]), bodies.countyAudit.uscc, "91350100M000100Y43", "某公司", "510104", "试验合同", "100.00", "2026-05-01"]);
    const read = async (): Promise<unknown> => (await hub.ask("department", '{ contract(number: "HT-1") { amount } }')).body.data;
    await deliver(hub, "department", "contracts", contract);
    expect(await read()).toEqual({ contract: null });
    await hub.sql`update award set published_at = now() - interval '1 minute' where id = ${awards.unpublished.id}`;
    await deliver(hub, "personnel", "officials", official(9));
    await expect.poll(read).toEqual({ contract: { amount: "100.00" } });
  });
});

describe("What is kept of a row that waits", () => {
  it("is encrypted, and says what was delivered to whoever has the hub's key", async () => {
    const { receiptNo } = await deliver(hub, "personnel", "tenures", tenure(20, "只有密文"));
    const { encryption, digest } = storedSecrets(runKey);
    const [kept] = await hub.sql`select w::text as text, encode(w.content, 'escape') as bytes, pgp_sym_decrypt(w.content, ${encryption}) as plain from delivery_waiting w join delivery d on d.id = w.delivery_id where d.receipt_no = ${receiptNo}`;
    for (const value of ["只有密文", "ZW-20", "RZ-20", identityNumber(20), "2024-05-01"]) expect([kept!["text"], kept!["bytes"]].join()).not.toContain(value);
    const plain = JSON.parse(String(kept!["plain"])) as Record<string, unknown>;
    expect(plain).toMatchObject({ post_title: "只有密文", source_record_no: "RZ-20", post_id: "ZW-20" });
    expect([plain["official_id"], JSON.stringify(plain).includes(identityNumber(20))]).toEqual([digest(identityNumber(20)), false]); // of an identity number that is referred to, the digest only
  });
  it("is read by no role but the owner", async () => {
    const readers = await hub.sql`select grantee from information_schema.role_table_grants where table_name = 'delivery_waiting' and grantee <> current_user`;
    expect([...readers]).toEqual([]);
  });
});

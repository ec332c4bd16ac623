import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, tenders } from "../../src/exchange/demonstration/landmarks.ts";
import { registerApiKey, registerClient, setState } from "../http/clients.ts";
import { asked, csv, csvOf, deliver, deliveringHub, deliveryQuestion, marked, send, type DeliveringHub } from "../setup/deliver.ts";
import { personas, type PersonaOrPublic } from "../setup/hub.ts";
import { tenderRow } from "../setup/tender-row.ts";

let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub({ trustedProxies: ["127.0.0.1"] });
});
afterAll(() => hub?.close());

const everyBody = ["department", "finance", "personnel", "otherPersonnel", "supervision", "creditLead", "court", "tradingCentre", "housing", "investment", "centralBank"];

const datasets = [
  { dataset: "tenders", as: ["tradingCentre"], says: ["is for a public resource trading centre only", "仅限公共资源交易中心办理"] },
  { dataset: "officials", as: ["personnel", "otherPersonnel"], says: ["is for a personnel body only", "仅限组织人事部门办理"] },
  { dataset: "contracts", as: everyBody, says: ["is for government bodies only", "仅限政务部门办理"] },
  { dataset: "debt-limits", as: ["finance"], says: ["is for a finance department only", "仅限财政部门办理"] },
  { dataset: "administrative-divisions", as: ["operator"], says: ["is for the platform's operator only", "仅限平台运维办理"] },
  { dataset: "catalog-items", as: ["operator"], says: ["is for the platform's operator only", "仅限平台运维办理"] },
] as const;

describe.each(datasets)("Rows of $dataset are delivered", ({ dataset, as, says }) => {
  it.each(personas)("by those in charge alone, and the others are told by whom: %s", async (persona) => {
    const { status, body } = await send(hub, persona, dataset, "x\n");
    // The leads of a city and a county have the duty of the province's.
    const duty = persona === "cityCreditLead" || persona === "countyCreditLead" ? "creditLead" : persona;
    if ((as as readonly string[]).includes(duty)) {
      expect(status).toBe(202);
      return;
    }
    const chinese = await send(hub, persona, dataset, "x\n", { headers: { "accept-language": "zh-CN" } });
    expect([status, chinese.status]).toEqual([403, 403]);
    expect(body.errors![0]).toMatchObject({ message: `POST /ingest/${dataset} ${says[0]}.`, extensions: { code: "FORBIDDEN" } });
    expect(chinese.body.errors![0]!.message).toContain(says[1]);
  });
});

const tender = (no: string, changes: Readonly<Record<string, string>> = {}): string => csvOf(tenderRow(no, changes));

describe("A body delivers rows that it is in charge of", () => {
  it("and not those of another jurisdiction", async () => {
    const { faults, state } = await deliver(hub, "tradingCentre", "tenders", tender("CS-1", { 交易中心所在行政区划代码: "510703" }));
    expect([state, faults]).toEqual(["REJECTED", ["2 - NOT_IN_CHARGE"]]);
  });
  it("and what hangs on a tender, not those of another centre's tender", async () => {
    const [other] = await hub.sql`select tender_no from tender where division_code = '510703' limit 1`;
    const content = csv(["sourceRecordNo", "tenderId", "lotNo", "kind", "title", "status"], ["L-1", String(other!["tender_no"]), "1", "采购包", "试验", "进行中"]);
    expect((await deliver(hub, "tradingCentre", "lots", content)).faults).toEqual(["2 - NOT_IN_CHARGE"]);
  });
  it("and not a row of a public register that another body supplies, which it is told", async () => {
    const [there] = await hub.sql`select tender_no from tender where id = ${tenders.awarded.id}`;
    await hub.sql`update tender set source_organization_id = ${bodies.countyTradingCentre.id} where id = ${tenders.awarded.id}`;
    expect((await deliver(hub, "tradingCentre", "tenders", tender(String(there!["tender_no"])))).faults).toEqual(["2 tenderNo SUPPLIED_BY_ANOTHER"]);
  });
  it("and does not say itself who supplied them", async () => {
    const { faults } = await deliver(hub, "tradingCentre", "tenders", tender("CS-2", { 数据来源单位: bodies.countyTradingCentre.uscc }));
    expect(faults).toEqual(["1 数据来源单位 UNKNOWN_COLUMN"]);
  });
  it("nor what the hub decides", async () => {
    const { faults } = await deliver(hub, "tradingCentre", "tenders", tender("CS-3", { 记录编号: "TND-1", id: "1", 经办负责人: "1" }));
    expect(faults).toEqual(["1 记录编号 UNKNOWN_COLUMN", "1 id UNKNOWN_COLUMN", "1 经办负责人 UNKNOWN_COLUMN"]);
  });
  it("while rules for the whole province are the operator's, taken as a whole or not at all", async () => {
    const holiday = (kind: string) => csv(["日期", "日期类型", "节日名称", "依据"], ["2027-01-01", "放假", "元旦", "国务院办公厅通知"], ["2027-01-02", kind, "元旦", "国务院办公厅通知"]);
    expect(await deliver(hub, "operator", "calendar-days", holiday("没有"))).toMatchObject({ state: "REJECTED", rows: "2 0 1 0 0 0", faults: ["3 kind NOT_IN_CODELIST"] });
    expect(await deliver(hub, "operator", "calendar-days", holiday("放假"))).toMatchObject({ state: "COMPLETED", rows: "2 2 0 2 0 0", faults: [] });
  });
});

/** Without what every answer has of its own. */
const alike = (text: string): string => text.replace(/"requestId":"[^"]+"/g, "");

describe("A receipt is for the body that delivered, and the operator", () => {
  let receiptNo = "";
  let id = "";
  beforeAll(async () => {
    ({ receiptNo } = await deliver(hub, "tradingCentre", "tenders", tender("CS-4", { 公告时间: "昨天" })));
    id = ((await hub.ask("tradingCentre", "query ($no: String!) { delivery(receiptNo: $no) { id } }", { no: receiptNo })).body.data!["delivery"] as { id: string }).id;
  });
  const others = personas.filter((persona) => persona !== "tradingCentre" && persona !== "operator");

  it.each(["tradingCentre", "operator"] as const)("who read its status and its faults: %s", async (persona) => {
    expect((await asked(hub, persona, `/ingest/deliveries/${receiptNo}`)).body).toMatchObject({ state: "REJECTED", rowsFaulty: 1 });
    expect((await hub.ask(persona, deliveryQuestion, { receiptNo })).body.data!["delivery"]).toMatchObject({ receiptNo, faults: { totalCount: 1, nodes: [{ row: 2, column: "noticedAt", code: "NOT_A_MOMENT" }] } });
  });
  it("while the file, with all that was delivered, is for clients of the duty that delivered it: not for the operator, nor for another client of the body", async () => {
    expect((await marked(hub, "tradingCentre", receiptNo)).text).toContain("公告时间：不是有效时间");
    const { body, text, status } = await asked(hub, "operator", `/ingest/deliveries/${receiptNo}/faults`);
    expect([status, body["errors"]]).toMatchObject([403, [{ message: "GET /ingest/deliveries/…/faults is for a public resource trading centre only." }]]);
    expect(text).not.toContain("昨天");
    const { text: key } = await registerApiKey(hub.sql, await registerClient(hub.sql, { audience: "DEPARTMENT", body: bodies.prefectureTradingCentre.id, jurisdiction: "510100" }), ["192.0.2.0/24"]);
    const asDepartment = (path: string) => asked(hub, "public", path, { headers: { authorization: `Bearer ${key}`, "x-forwarded-for": "192.0.2.10" } });
    await expect.poll(async () => (await asDepartment(`/ingest/deliveries/${receiptNo}`)).body["state"]).toBe("REJECTED"); // once the register has been looked at
    expect((await asDepartment(`/ingest/deliveries/${receiptNo}/faults`)).status).toBe(403);
  });
  it("to ask how it stands writes no line of the access log, and to have the file does", async () => {
    const events = async (): Promise<number> => Number((await hub.sql`select count(*) from access_event`)[0]!["count"]);
    const before = await events();
    await asked(hub, "tradingCentre", `/ingest/deliveries/${receiptNo}`);
    expect(await events()).toBe(before);
    await marked(hub, "tradingCentre", receiptNo);
    expect(await events()).toBe(before + 1);
  });
  it.each(others)("and for anybody else like a number that never was: %s", async (persona: PersonaOrPublic) => {
    for (const path of ["", "/faults", "/faults?only=faulty"]) {
      const [there, never] = await Promise.all([receiptNo, "RC-0000000000000000"].map((no) => asked(hub, persona, `/ingest/deliveries/${no}${path}`)));
      expect(there!.status).toBe(404);
      expect(alike(there!.text)).toBe(alike(never!.text));
      const headersOf = ({ headers }: { headers: Headers }): unknown => [...headers].filter(([name]) => !["date", "x-request-id"].includes(name));
      expect(headersOf(there!)).toEqual(headersOf(never!));
    }
    const [there, never] = await Promise.all([receiptNo, "RC-0000000000000000"].map((no) => hub.ask(persona, deliveryQuestion, { receiptNo: no })));
    expect(alike(there!.text)).toBe(alike(never!.text));
    const lists = await hub.ask(persona, 'query ($id: ID!) { node(id: $id) { id } deliveries(where: { dataset: { eq: "tenders" } }) { totalCount } deliveryFaults(where: { deliveryId: { eq: $id } }) { totalCount } }', { id });
    expect(lists.body.data).toEqual({ node: null, deliveries: { totalCount: 0 }, deliveryFaults: { totalCount: 0 } });
  });
});

describe("A registered client delivers", () => {
  const deliverWith = (key: string, content: string) => asked(hub, "public", "/ingest/tenders", { method: "POST", body: content, headers: { "content-type": "text/csv", authorization: `Bearer ${key}`, "x-forwarded-for": "192.0.2.10" } });
  let client = "";
  let key = "";
  beforeAll(async () => {
    client = await registerClient(hub.sql, { audience: "TRADING_CENTRE", body: bodies.prefectureTradingCentre.id, jurisdiction: "510100" });
    key = (await registerApiKey(hub.sql, client, ["192.0.2.0/24"])).text;
  });

  it("with an API key, in the name of its body", async () => {
    await expect.poll(async () => (await deliverWith(key, tender("CS-5"))).status).toBeLessThan(300);
    await expect.poll(() => hub.ask("public", '{ tender(number: "CS-5") { source { uscc } } }').then(({ body }) => body.data)).toEqual({ tender: { source: { uscc: bodies.prefectureTradingCentre.uscc } } });
    const [row] = await hub.sql`select submitted_by from tender where tender_no = 'CS-5'`;
    expect(row).toEqual({ submitted_by: client });
  });
  it("and, once it is suspended, not any more, as it is told", async () => {
    await setState(hub.sql, client, "SUSPENDED");
    await expect.poll(async () => (await deliverWith(key, tender("CS-6"))).status).toBe(401);
    expect((await deliverWith(key, tender("CS-6"))).body.errors![0]!.message).toBe("The token was refused: its client is suspended.");
  });
  it("and not with a token that is none", async () => {
    expect((await deliverWith("nonsense", tender("CS-7"))).status).toBe(401);
  });
});

describe("A file counts for the budget of whoever delivers", () => {
  it("and so does one that is given back, while to ask how it stands is a look-up", async () => {
    const poor = await deliveringHub({ ownerUrl: hub.ownerUrl, budget: { public: 1_000, client: 1_200 } });
    try {
      const receipt = String((await send(poor, "tradingCentre", "tenders", tender("CS-8", { 公告时间: "昨天" }))).body["receiptNo"]);
      const statuses: number[] = [];
      for (const path of ["", "", "/faults", "/faults"]) statuses.push((await asked(poor, "tradingCentre", `/ingest/deliveries/${receipt}${path}`)).status);
      expect([statuses.slice(0, 2), statuses.at(-1)]).toEqual([[200, 200], 429]);
    } finally {
      await poor.close();
    }
  });
  it("as five hundred units, and is refused with the time to wait where they are used up", async () => {
    const poor = await deliveringHub({ ownerUrl: hub.ownerUrl, budget: { public: 1_000, client: 1_200 } });
    try {
      const statuses = [];
      for (let place = 0; place < 3; place += 1) statuses.push((await send(poor, "housing", "contracts", `x${place}\n`)).status);
      expect(statuses).toEqual([202, 202, 429]);
      const refused = await send(poor, "housing", "contracts", "y\n", { headers: { "accept-language": "zh" } });
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(refused.body.errors![0]).toMatchObject({ extensions: { code: "RATE_LIMITED" } });
    } finally {
      await poor.close();
    }
  });
});

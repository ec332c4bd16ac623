import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, officials, posts, tenders } from "../../src/exchange/demonstration/landmarks.ts";
import { awards, contracts } from "../../src/exchange/demonstration/procurement-landmarks.ts";
import { storedSecrets } from "../../src/store/secrets.ts";
import { asked, csv, csvOf, deliver, deliveringHub, marked, type DeliveringHub } from "../setup/deliver.ts";
import type { PersonaOrPublic } from "../setup/hub.ts";
import { identityNumber } from "../setup/identity-number.ts";
import { runKey } from "../setup/template.ts";

/**
 * Two worlds that differ in rows which a deliverer may not see: what it is told and what it reads afterwards is the same in both. Every row is
 * delivered, then changed, then as it was, as numbers could tell what a first answer does not.
 */
const firm = "91350100M000100Y43";
/** Of persons whom somebody else manages, in the other world: one for each guess. */
const [delivered, referredTo] = [identityNumber(123), identityNumber(145)];
/** Of somebody whom the deliverer manages. */
const ownNumber = identityNumber(909);

let bare: DeliveringHub;
let other: DeliveringHub;

/** A copy of a row with other values in some of its columns. */
const plant = ({ sql }: DeliveringHub, table: string, of: string, changes: Readonly<Record<string, unknown>>) =>
  sql.unsafe(`insert into ${table} select (jsonb_populate_record(t, $1::text::jsonb)).* from ${table} t where id = $2`, [JSON.stringify({ id: crypto.randomUUID(), record_no: `X-${crypto.randomUUID()}`, source_record_no: crypto.randomUUID(), ...changes }), of]);

beforeAll(async () => {
  [bare, other] = await Promise.all([deliveringHub(), deliveringHub()]);
  const { digest } = storedSecrets(runKey);
  for (const number of [delivered, referredTo]) await plant(other, "official", officials.elsewhere.id, { id_number_digest: digest(number) });
  for (const no of ["HT-TAKEN", "HT-GUESSED"]) await plant(other, "contract", contracts.unpublished.id, { contract_no: no, published_at: null, purchaser_id: bodies.provinceHousing.id, source_organization_id: bodies.provinceHousing.id, supplier_uscc: firm });
  for (const no of ["ZW-TAKEN", "ZW-GUESSED"]) await plant(other, "post", posts.ordinaryElsewhere.id, { post_no: no });
  await plant(other, "award", awards.unpublished.id, { record_no: "AWD-GUESSED", published_at: null, bid_id: null });
  for (const no of ["BID-TAKEN", "BID-GUESSED"]) await plant(other, "bid", tenders.failed.bids[0]!, { source_record_no: no, source_organization_id: bodies.otherPrefectureTradingCentre.id });
});
beforeAll(() => Promise.all([bare, other].map((hub) => deliver(hub, "personnel", "posts", ownPost))));
beforeAll(() => Promise.all([bare, other].map((hub) => deliver(hub, "personnel", "officials", csvOf({ 来源系统记录编号: "RY-OWN", ...person, 姓名: "王示例", 公民身份号码: ownNumber })))));
afterAll(() => Promise.all([bare?.close(), other?.close()]));

interface Guess {
  readonly what: string;
  readonly as: PersonaOrPublic;
  readonly dataset: string;
  /** Columns, one row, and which cell is changed to what for the second delivery. */
  readonly row: Readonly<Record<string, string>>;
  readonly change: Readonly<Record<string, string>>;
  /** What the deliverer asks afterwards. */
  readonly then: string;
}

const person = { 姓名: "张示例", 所在单位: bodies.countyFinance.uscc, 干部管理单位: bodies.countyPersonnel.uscc };
/** A post of its own, which it delivers beforehand. */
const ownPost = csv(["来源系统记录编号", "职位编号", "所在单位", "职务名称", "是否领导职务", "职务管理单位"], ["ZW-OWN", "ZW-OWN", bodies.countyFinance.uscc, "科员", "否", bodies.countyPersonnel.uscc]);
const tenure = { 来源系统记录编号: "RZ-1", 干部管理单位: bodies.countyPersonnel.uscc, 任职单位: bodies.countyFinance.uscc, 职务名称: "科员", 任职日期: "2024-05-01" };
const contract = { "采购人、发包人": bodies.countyAudit.uscc, 供应商统一社会信用代码: firm, 供应商名称: "某公司", 付款财政所在行政区划代码: "510104", 合同名称: "试验合同", 合同金额: "100.00", 签订日期: "2026-05-01" };
const bySource = (organization: string): string => `{ sourceOrganizationId: { eq: "Organization_${organization}" } }`;

const guesses: readonly Guess[] = [
  { what: "whether somebody else manages the person with an identity number", as: "personnel", dataset: "officials", row: { 来源系统记录编号: "RY-1", ...person, 公民身份号码: delivered }, change: { 姓名: "李示例" }, then: "{ officials(first: 60) { nodes { name idNumber } } }" },
  { what: "whether there is somebody with an identity number, by a time in office", as: "personnel", dataset: "tenures", row: { ...tenure, 任职人: referredTo, 所任职务: "ZW-OWN" }, change: { 职务名称: "主任科员" }, then: "{ tenures(first: 60) { nodes { postTitle } } }" },
  { what: "whether there is a post with a number, by a time in office", as: "personnel", dataset: "tenures", row: { ...tenure, 来源系统记录编号: "RZ-2", 任职人: "OWN", 所任职务: "ZW-GUESSED" }, change: { 职务名称: "主任科员" }, then: "{ tenures(first: 60) { nodes { postTitle } } }" },
  { what: "whether there is a post with a number that is not a leading one, by an office-holder", as: "department", dataset: "office-holders", row: { 来源系统记录编号: "LD-1", 姓名: "张示例", 职务: "局长", 任职单位: bodies.countyAudit.uscc, 领导职务: "ZW-GUESSED", 任职日期: "2024-05-01" }, change: { 姓名: "李示例" }, then: '{ officeHolders(where: { name: { in: ["张示例", "李示例"] } }) { totalCount nodes { name post { title } } } }' },
  { what: "whether another body has a post with a number", as: "department", dataset: "posts", row: { 来源系统记录编号: "ZW-1", 职位编号: "ZW-TAKEN", 所在单位: bodies.countyAudit.uscc, 职务名称: "试验局长", 是否领导职务: "是" }, change: { 职务名称: "试验副局长" }, then: '{ post(number: "ZW-TAKEN") { title } posts(where: { title: { in: ["试验局长", "试验副局长"] } }) { totalCount nodes { title } } }' },
  { what: "whether another body has a contract with a number", as: "department", dataset: "contracts", row: { 来源系统记录编号: "HT-1", 合同编号: "HT-TAKEN", 所属招标: "TENDER", ...contract }, change: { 合同金额: "200.00" }, then: '{ contract(number: "HT-TAKEN") { amount } contracts(where: { title: { eq: "试验合同" } }) { totalCount } }' },
  { what: "whether another body has a contract with a number, by its acceptance", as: "department", dataset: "acceptances", row: { 来源系统记录编号: "YS-1", 所属合同: "HT-GUESSED", 验收日期: "2026-06-01", 验收结果: "合格" }, change: { 验收意见: "补充" }, then: `{ acceptances(where: ${bySource(bodies.countyAudit.id)}) { totalCount } }` },
  { what: "whether another body has a contract with a number, by a payment", as: "department", dataset: "payments", row: { 来源系统记录编号: "FK-1", 所属合同: "HT-GUESSED", 付款期次: "1", 付款单位: bodies.countyAudit.uscc, 收款单位统一社会信用代码: firm, 应付日期: "2026-06-01", 应付金额: "10.00" }, change: { 应付金额: "20" }, then: `{ payments(where: ${bySource(bodies.countyAudit.id)}) { totalCount } }` },
  { what: "whether a result that is not published has a number, by a contract", as: "department", dataset: "contracts", row: { 来源系统记录编号: "HT-2", 合同编号: "HT-OWN", 所属招标: "TENDER", "所依据的中标、成交结果": "AWD-GUESSED", ...contract, 合同名称: "试验合同乙" }, change: { 合同金额: "300.00" }, then: '{ contract(number: "HT-OWN") { amount award { recordNo } } }' },
  { what: "whether another centre has a bid with a number", as: "tradingCentre", dataset: "awards", row: { 来源系统记录编号: "ZB-1", 所属招标: "TENDER", 中标投标: "BID-GUESSED", 中标供应商统一社会信用代码: firm, 中标供应商名称: "某公司", 定标日期: "2026-05-01" }, change: { 中标供应商名称: "某某公司" }, then: '{ awards(where: { supplierName: { in: ["某公司", "某某公司"] } }) { totalCount } }' },
  { what: "whether another centre has a bid with a number, by one of its own with that", as: "tradingCentre", dataset: "bids", row: { 来源系统记录编号: "BID-TAKEN", 所投招标: "TENDER", 投标人名称: "某公司", 投标人统一社会信用代码: firm, 递交时间: "2026-05-01 09:00", 投标状态: "已接收" }, change: { 投标人名称: "某某公司" }, then: '{ bids(where: { supplierName: { in: ["某公司", "某某公司"] } }) { totalCount nodes { supplierName } } }' },
];

/** Everything that a deliverer is told of one delivery, without what is random: the number of the receipt, and when it was. */
async function told(hub: DeliveringHub, as: PersonaOrPublic, dataset: string, content: string) {
  const { receiptNo, answer, ...delivered } = await deliver(hub, as, dataset, content);
  const status = await asked(hub, as, `/ingest/deliveries/${receiptNo}`);
  const file = await marked(hub, as, receiptNo);
  const plain = (text: string): string => text.replaceAll(receiptNo, "RECEIPT").replaceAll(hub.url, "HUB").replace(/"(receivedAt|finishedAt)":"[^"]+"/g, '"$1":"…"').replace(/"requestId":"[^"]+"/g, "");
  return { ...delivered, keys: Object.keys(answer), status: plain(status.text), marked: plain(file.text), markedStatus: file.status };
}

/** What a deliverer is told of three files with its row: new, changed, and as it was; and what it reads when all is done. */
interface Known {
  readonly answers: readonly Awaited<ReturnType<typeof told>>[];
  readonly data: unknown;
  readonly errors: readonly string[];
}

describe("A delivery does not find out", () => {
  const known = new Map<DeliveringHub, readonly Known[]>();

  beforeAll(() =>
    Promise.all(
      [bare, other].map(async (hub) => {
        const own: Readonly<Record<string, string>> = { TENDER: tenders.awarded.tenderNo, OWN: ownNumber };
        const fileOf = (values: Readonly<Record<string, string>>): string => csv(Object.keys(values), Object.values(values).map((value) => own[value] ?? value));
        const answers = await Promise.all(
          guesses.map(async ({ as, dataset, row, change }) => {
            const given = [];
            for (const file of [fileOf(row), fileOf({ ...row, ...change }), fileOf(row)]) given.push(await told(hub, as, dataset, file));
            return given;
          }),
        );
        const read = await Promise.all(guesses.map(({ as, then }) => hub.ask(as, then, {}, { extensions: { access: { purpose: "PERSONNEL_REVIEW", caseNo: "试验1号" } } })));
        known.set(hub, guesses.map((_, place) => ({ answers: answers[place]!, data: read[place]!.body.data, errors: read[place]!.body.errors?.map(({ message }) => message) ?? [] })));
      }),
    ),
  );

  it.each(guesses.map(({ what }, place) => ({ what, place })))("$what", ({ place }) => {
    const [first, second] = [known.get(bare)![place]!, known.get(other)![place]!];
    expect(second).toEqual(first);
    expect(first.answers.flatMap(({ faults }) => faults).filter((fault) => fault.endsWith("COLUMN"))).toEqual([]);
    expect(first.errors).toEqual([]);
  });
});

describe("Where two bodies have a row of the same number", () => {
  it("whoever may know of both is given one of them, always the same", async () => {
    const question = '{ contract(number: "HT-TAKEN") { id } contractsByNumber(numbers: ["HT-TAKEN", "HT-TAKEN"]) { id } contracts(where: { contractNo: { eq: "HT-TAKEN" } }) { totalCount } }';
    const { body } = await other.ask("finance", question);
    const { contract, contractsByNumber, contracts: both } = body.data as unknown as { contract: { id: string }; contractsByNumber: readonly { id: string }[]; contracts: { totalCount: number } };
    expect(body.errors).toBeUndefined();
    expect(both.totalCount).toBe(2);
    expect(contractsByNumber).toEqual([contract, contract]);
  });
});

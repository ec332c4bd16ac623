import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeGb18030 } from "../exchange/table/encode-gb18030.ts";
import { archiveOf, partsOf } from "../exchange/table/make-workbook.ts";
import { asked, csv, csvOf, deliver, deliveringHub, marked, ndjson, types, xlsx, type DeliveringHub, type Sent } from "../setup/deliver.ts";
import { tenderRow } from "../setup/tender-row.ts";

let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());

const head = ["来源系统记录编号", "所投招标", "投标人名称", "投标人统一社会信用代码", "递交时间", "投标状态"];
const row = ["B-1", "510104-2025-GC-0001", "某公司", "91350100M000100Y43", "2026-04-01 09:00", "已接收"];
const good = csv(head, row);
const workbook: Sent = { headers: { "content-type": types.xlsx } };
const charset = (name: string): Sent => ({ headers: { "content-type": `text/csv; charset=${name}` } });
const formula = archiveOf(partsOf([{ data: `<row r="1">${head.map((name, place) => `<c r="${"ABCDEF"[place]!}1" t="inlineStr"><is><t>${name}</t></is></c>`).join("")}</row><row r="2"><c r="C2" t="str"><f>UPPER("x")</f><v>X</v></c></row>` }]));
const bomb = archiveOf({ ...partsOf([{ data: "" }]), "xl/media/image1.png": new Uint8Array(8 << 20) });

interface Case {
  readonly what: string;
  readonly content: string | Buffer;
  readonly sent?: Sent;
  /** `row column CODE`; row 0 is the file as a whole. */
  readonly faults: readonly string[];
  /** What is said beyond the code, in Chinese and English. */
  readonly says?: readonly [zh: string, en: string];
}

const cases: readonly Case[] = [
  { what: "a column is missing", content: csv(head.toSpliced(4, 1), row.toSpliced(4, 1)), faults: ["0 receivedAt MISSING_COLUMN"] },
  { what: "several columns are missing", content: csv(["来源系统记录编号"], ["B-1"]), faults: ["0 tenderId MISSING_COLUMN", "0 supplierName MISSING_COLUMN", "0 supplierUscc MISSING_COLUMN", "0 receivedAt MISSING_COLUMN", "0 status MISSING_COLUMN"] },
  { what: "a column is none of the dataset's", content: csv([...head, "评委"], [...row, "甲"]), faults: ["1 评委 UNKNOWN_COLUMN"] },
  { what: "a column is named with a character that no text of the database has", content: csv([...head, "评\u0000委"], [...row, "甲"]), faults: ["1 评委 UNKNOWN_COLUMN"] },
  { what: "a column stands there twice, once by its term and once by its field", content: csv([...head, "supplierName"], [...row, "某公司"]), faults: ["1 supplierName REPEATED_COLUMN"] },
  { what: "several columns are wrong, in the order of the file", content: csv(["评委", ...head, "投标状态", "保证金"], ["", ...row, "", ""]), faults: ["1 评委 UNKNOWN_COLUMN", "1 status REPEATED_COLUMN", "1 保证金 UNKNOWN_COLUMN"] },
  { what: "the body is empty", content: "", faults: ["0 - NO_HEADER"] },
  { what: "there are empty lines and nothing else", content: "\n\n , \n", faults: ["0 - NO_HEADER"] },
  { what: "there is a header and no row", content: csv(head), faults: ["0 - NO_ROWS"] },
  { what: "UTF-8 is stated and it is GB18030", content: encodeGb18030(good), sent: charset("utf-8"), faults: ["1 - ENCODING"], says: ["该行含有不符合 UTF-8 编码的字节", "bytes that are not UTF-8"] },
  { what: "GB18030 is stated and it is marked as UTF-8", content: `\ufeff${good}`, sent: charset("gb18030"), faults: ["0 - ENCODING"], says: ["声明为 GB18030，但文件带有 UTF-8 标记", "marked as UTF-8"] },
  { what: "it is text of UTF-16", content: Buffer.from(`\ufeff${good}`, "utf16le"), faults: ["0 - ENCODING"], says: ["文件编码为 UTF-16", "UTF-16"] },
  { what: "a workbook ends in the midst", content: xlsx(head, row).subarray(0, 600), sent: workbook, faults: ["0 - UNREADABLE"], says: ["已损坏或者不完整", "damaged or incomplete"] },
  { what: "it is an old .xls", content: Buffer.from("d0cf11e0a1b11ae10000", "hex"), sent: workbook, faults: ["0 - UNREADABLE"], says: ["旧版 .xls", "old .xls"] },
  { what: "a workbook holds a formula", content: Buffer.from(formula), sent: workbook, faults: ["2 supplierName UNSAFE"], says: ["单元格 C2 含有公式", "Cell C2 holds a formula"] },
  { what: "a workbook unfolds to far more than its size tells", content: Buffer.from(bomb), sent: workbook, faults: ["0 - UNSAFE"], says: ["解压后体积异常", "unfolds"] },
  { what: "a workbook is sent as a CSV", content: xlsx(head, row), faults: ["0 - UNREADABLE"], says: ["请按 XLSX 格式报送", "deliver it as XLSX"] },
  { what: "a CSV is sent as a workbook", content: good, sent: workbook, faults: ["0 - UNREADABLE"], says: ["不是 .xlsx 工作簿", "not an .xlsx"] },
  { what: "a page of the portal that asks to sign in is sent as a CSV", content: "<!DOCTYPE html>\n<html><head><title>统一身份认证</title></head>\n<body>请登录</body></html>\n", faults: ["0 - UNREADABLE"], says: ["文件是网页", "a web page"] },
  { what: "a quotation mark is never closed", content: good + 'B-2,"某公司\n', faults: ["3 - UNREADABLE"], says: ["未闭合的双引号", "never closed"] },
  { what: "NDJSON has no rows", content: "\n\n", sent: { headers: { "content-type": types.ndjson } }, faults: ["0 - NO_ROWS"] },
  { what: "an array of JSON is sent as NDJSON", content: JSON.stringify([{ 来源系统记录编号: "B-1" }]), sent: { headers: { "content-type": types.ndjson } }, faults: ["1 - UNREADABLE"], says: ["JSON 数组", "one array of JSON"] },
  { what: "a file has no header, which is then its first row and is not told", content: csv(row), faults: ["1 - NO_HEADER"], says: ["没有任何数据集的列名", "is the name of a column"] },
];

describe("A file is taken as a whole or not at all, and what is wrong with it is said, where", () => {
  it.each(cases)("$what", async ({ content, sent, faults, says }) => {
    const delivered = await deliver(hub, "tradingCentre", "bids", content, sent);
    expect(delivered.faults).toEqual(faults);
    expect([delivered.status, delivered.state]).toEqual([202, "REJECTED"]);
    for (const words of says ?? []) expect(delivered.details.join()).toContain(words);
  });

  it("and is told at the address of the receipt, in the language of whoever asks", async () => {
    const { receiptNo } = await deliver(hub, "tradingCentre", "bids", csv([...head, "评委"], [...row, "甲"]));
    const status = async (language: string) => (await asked(hub, "tradingCentre", `/ingest/deliveries/${receiptNo}`, { headers: { "accept-language": language } })).body;
    expect(await status("zh-CN")).toMatchObject({ state: "REJECTED", faultCount: 1, firstFaults: [{ row: 1, column: "评委", code: "UNKNOWN_COLUMN", message: "“评委”：数据集没有该列", detail: null }] });
    expect(await status("en")).toMatchObject({ firstFaults: [{ message: "“评委”: The dataset has no such column" }] });
  });

  it("and nothing of it is marked, as nothing stands at a row: what is wrong is said instead", async () => {
    const { receiptNo } = await deliver(hub, "tradingCentre", "bids", csv(head));
    const answer = await marked(hub, "tradingCentre", receiptNo);
    expect(answer.status).toBe(410);
    expect(answer.body.errors?.[0]?.message).toBe("没有可逐行标注的内容，文件整体未被接收：文件没有数据行");
    const utf16 = await deliver(hub, "tradingCentre", "bids", Buffer.from(`\ufeff${good}`, "utf16le"));
    expect((await marked(hub, "tradingCentre", utf16.receiptNo, "", "en")).body.errors?.[0]?.message).toMatch(/^Nothing stands at a row to be marked; the file as a whole was not taken: The bytes are not text in the encoding that was stated .*save it as UTF-8\.$/);
  });

  it("while of one that was taken without a fault there is nothing to give back", async () => {
    const { receiptNo, state } = await deliver(hub, "tradingCentre", "tenders", csvOf(tenderRow("510104-2026-FF-1")));
    const answer = await marked(hub, "tradingCentre", receiptNo);
    expect([state, answer.status]).toEqual(["COMPLETED", 410]);
    expect(answer.body.errors?.[0]?.message).toContain("没有差错");
    expect((await asked(hub, "tradingCentre", `/ingest/deliveries/${receiptNo}`)).body).toMatchObject({ faultCount: 0, firstFaults: [] });
  });

  it("and the row of an NDJSON that lacks what is demanded says so itself, since its lines name their columns", async () => {
    const { faults } = await deliver(hub, "tradingCentre", "bids", ndjson(head.slice(0, 4), row.slice(0, 4)), { headers: { "content-type": types.ndjson } });
    expect(faults).toEqual(["1 receivedAt EMPTY", "1 status EMPTY"]);
  });
});

describe("A request is refused before anything is received", () => {
  it.each([
    { what: "a type that is none of tables", sent: { headers: { "content-type": "application/pdf" } }, status: 415, says: "请将文件作为请求正文" },
    { what: "an HTML page that says so", sent: { headers: { "content-type": "text/html" } }, status: 415, says: "请将文件作为请求正文" },
    { what: "a form with the file in it", sent: { headers: { "content-type": "multipart/form-data; boundary=x" } }, status: 415, says: "请将文件作为请求正文" },
    { what: "an encoding that is none of the two", sent: charset("big5"), status: 415, says: "utf-8 或 gb18030" },
    { what: "a format that is none", sent: { search: "?format=ODS" }, status: 415, says: "?format=CSV" },
  ])("$what", async ({ sent, status, says }) => {
    const refused = await deliver(hub, "tradingCentre", "bids", good, { ...sent, headers: { "accept-language": "zh", "content-type": types.csv, ...("headers" in sent ? sent.headers : {}) } });
    expect(refused.status).toBe(status);
    expect(refused.refusal).toContain(says);
  });
  it("a dataset that there is not, with the address of the list", async () => {
    const refused = await deliver(hub, "tradingCentre", "bidz", good);
    expect(refused.status).toBe(404);
    expect(refused.refusal).toContain("/ingest lists them");
  });
});

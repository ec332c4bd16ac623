import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, projects } from "../../src/exchange/demonstration/landmarks.ts";
import { encodeGb18030 } from "../exchange/table/encode-gb18030.ts";
import { csv, deliver, deliveringHub, marked, ndjson, types, xlsx, type DeliveringHub, type Sent } from "../setup/deliver.ts";

let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());

const columns = {
  tenderNo: "招标编号", title: "公告标题", method: "采购方式", status: "招标状态", projectId: "所属项目", tendererId: "招标人、采购人", divisionCode: "交易中心所在行政区划代码",
  budget: "预算金额", noticedAt: "公告时间", documentDate: "文书日期", isMandatory: "是否依法必须招标",
} as const;
const head = Object.values(columns);
const fields = Object.keys(columns);
const title = "格式试验：“路”灯, 𠮷巷";

/** Ten rows that say their days, moments, codes, amounts and flags in every way that is taken. */
const rows: readonly (readonly string[])[] = [
  ["公开招标", "已公告", "100.00", "2026-04-01 09:30", "2026-04-01", "是"],
  ["OPEN", "NOTICED", "0.10", "2026/4/1 9:30", "2026/4/1", "否"],
  ["open", "已公告", "1234567890123456.78", "2026年4月1日 09:30", "2026年4月1日", "true"],
  ["邀请招标", "投标中", "-5", "2026-04-01T09:30:00+08:00", "20260401", "false"],
  ["竞争性谈判", "已公告", "007.50", "2026-04-01T01:30:00Z", "2026.4.1", "TRUE"],
  ["竞争性磋商", "已公告", "+3.1400", "20260401 09:30:00", "2026-4-1", "是"],
  ["单一来源", "终止", "9007199254740993.01", "2026-04-01 09:30:00.000", "2024-02-29", "否"],
  ["询价", "流标", "", "2026-04-01", "", ""],
  [" 公开招标 ", "\u3000已公告", " 1 ", "2026-04-01  09:30", " 2026-04-01", "是 "],
  ["公开招标", "已公告", "0", "2026-04-01 23:59:59", "1999-12-31", "是"],
].map(([method, status, budget, noticedAt, documentDate, isMandatory], place) => [`CS-${place}`, title, method!, status!, projects.renewal.code, bodies.countyHousing.uscc, "510104", budget!, noticedAt!, documentDate!, isMandatory!]);

const question = `{ tenders(first: 20, where: { title: { eq: ${JSON.stringify(title)} } }, orderBy: { field: TENDER_NO, direction: ASC }) { nodes { tenderNo method status budget noticedAt documentDate isMandatory project { code } tenderer { uscc } source { uscc } } } }`;
const read = async (): Promise<readonly Record<string, unknown>[]> => {
  const { body } = await hub.ask("public", question);
  return (body.data!["tenders"] as { nodes: Record<string, unknown>[] }).nodes;
};

const bom = "\ufeff";
const table = csv(head, ...rows);
const variants: readonly { readonly what: string; readonly content: string | Buffer; readonly sent?: Sent }[] = [
  { what: "a CSV in UTF-8 with a byte order mark, as a spreadsheet saves it", content: bom + table.replaceAll("\n", "\r\n") },
  { what: "a CSV in GB18030 that does not say so", content: encodeGb18030(table) },
  { what: "a CSV in GB18030 that says GBK, and has a cell whose character is in neither", content: encodeGb18030(table), sent: { headers: { "content-type": "text/csv; charset=gbk" } } },
  { what: "a CSV that says its encoding in the address", content: encodeGb18030(table), sent: { search: "?format=csv&encoding=gb18030", headers: { "content-type": "application/octet-stream" } } },
  { what: "a table parted by semicolons", content: [head, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(";")).join("\n") },
  { what: "a table parted by tabs", content: [head, ...rows].map((cells) => cells.join("\t")).join("\n"), sent: { headers: { "content-type": "text/tab-separated-values" } } },
  { what: "a CSV whose columns are named by their fields, in another order", content: csv(fields.toReversed(), ...rows.map((cells) => cells.toReversed())) },
  { what: "a workbook", content: xlsx(head, ...rows.map((cells) => cells.map((cell) => cell || null))), sent: { headers: { "content-type": types.xlsx } } },
];

describe("The same ten rows", () => {
  let first: readonly Record<string, unknown>[];
  beforeAll(async () => {
    expect((await deliver(hub, "tradingCentre", "tenders", table)).rows).toBe("10 10 0 10 0 0");
    first = await read();
  });

  it("are in the graph as they were delivered: codes by title or code, days in all forms, amounts digit for digit", () => {
    expect(first.map(({ method, status, budget, documentDate, isMandatory }) => [method, status, budget, documentDate, isMandatory])).toEqual([
      ["OPEN", "NOTICED", "100.00", "2026-04-01", true],
      ["OPEN", "NOTICED", "0.10", "2026-04-01", false],
      ["OPEN", "NOTICED", "1234567890123456.78", "2026-04-01", true],
      ["INVITED", "BIDDING", "-5.00", "2026-04-01", false],
      ["NEGOTIATION", "NOTICED", "7.50", "2026-04-01", true],
      ["CONSULTATION", "NOTICED", "3.14", "2026-04-01", true],
      ["SINGLE_SOURCE", "CANCELLED", "9007199254740993.01", "2024-02-29", false],
      ["INQUIRY", "FAILED", null, null, null],
      ["OPEN", "NOTICED", "1.00", "2026-04-01", true],
      ["OPEN", "NOTICED", "0.00", "1999-12-31", true],
    ]);
  });
  it("have their moments in China's time, where no zone is written", () => {
    const moments = first.map(({ noticedAt }) => Date.parse(noticedAt as string));
    const half = Date.parse("2026-04-01T01:30:00Z");
    expect(moments).toEqual([half, half, half, half, half, half, half, Date.parse("2026-03-31T16:00:00Z"), half, Date.parse("2026-04-01T15:59:59Z")]);
  });
  it("refer to what their codes name, and name who delivered", () => {
    for (const row of first) expect(row).toMatchObject({ project: { code: projects.renewal.code }, tenderer: { uscc: bodies.countyHousing.uscc }, source: { uscc: bodies.prefectureTradingCentre.uscc } });
  });

  it.each(variants)("say nothing new as $what", async ({ content, sent }) => {
    const delivered = await deliver(hub, "tradingCentre", "tenders", content, sent);
    expect([delivered.faults, delivered.rows]).toEqual([[], "10 10 0 0 0 10"]);
    expect(await read()).toEqual(first);
  });
  it("are the same as NDJSON, in which what is not said is empty", async () => {
    const delivered = await deliver(hub, "tradingCentre", "tenders", ndjson(fields, ...rows), { headers: { "content-type": types.ndjson } });
    expect([delivered.faults, delivered.rows.split(" ")[1]]).toEqual([[], "10"]);
    expect(await read()).toEqual(first);
  });
  it("keep what a CSV without a column does not say", async () => {
    const without = head.indexOf("预算金额");
    await deliver(hub, "tradingCentre", "tenders", csv(head.toSpliced(without, 1), ...rows.map((cells) => cells.toSpliced(without, 1))));
    expect(await read()).toEqual(first);
  });
});

describe("A file that is given back, mended and delivered again with its column of faults, is taken", () => {
  const mended = async (content: string | Buffer, sent: Sent, mend: (file: string) => string) => {
    const { receiptNo, rows: before } = await deliver(hub, "tradingCentre", "tenders", content, sent);
    const { bytes, text } = await marked(hub, "tradingCentre", receiptNo, "?only=faulty");
    const again = await deliver(hub, "tradingCentre", "tenders", sent.headers?.["content-type"] === types.xlsx ? bytes : mend(text), sent);
    return { before, after: again.rows, faults: again.faults };
  };
  const faulty = (name: string): readonly (readonly string[])[] => [rows[0]!.with(0, `${name}-1`), rows[0]!.with(0, `${name}-2`).with(head.indexOf("文书日期"), "2026-02-31")];
  const mend = (file: string): string => file.replace("2026-02-31", "2026-02-28");

  it("as CSV", async () => {
    expect(await mended(csv(head, ...faulty("CSV")), {}, mend)).toEqual({ before: "2 1 1 1 0 0", after: "1 1 0 1 0 0", faults: [] });
  });
  it("as CSV in GB18030, which is given back in GB18030", async () => {
    const { receiptNo } = await deliver(hub, "tradingCentre", "tenders", encodeGb18030(csv(head, ...faulty("GB"))));
    const { bytes } = await marked(hub, "tradingCentre", receiptNo);
    expect(new TextDecoder("gb18030", { fatal: true }).decode(bytes)).toContain("文书日期：不是有效日期");
  });
  it("as NDJSON", async () => {
    expect(await mended(ndjson(head, ...faulty("NDJSON")), { headers: { "content-type": types.ndjson } }, mend)).toEqual({ before: "2 1 1 1 0 0", after: "1 1 0 1 0 0", faults: [] });
  });
  it("as a workbook, which nobody has mended yet, so that it has the same faults", async () => {
    expect(await mended(xlsx(head, ...faulty("XLSX")), { headers: { "content-type": types.xlsx } }, mend)).toEqual({ before: "2 1 1 1 0 0", after: "1 0 1 0 0 0", faults: ["2 documentDate NOT_A_DAY"] });
  });
  it("and its sentences are in the language of whoever asks", async () => {
    const { receiptNo } = await deliver(hub, "tradingCentre", "tenders", csv(head, ...faulty("EN")));
    const { text, headers } = await marked(hub, "tradingCentre", receiptNo, "", "en");
    expect(text).toContain("文书日期: The value is not a day of the calendar, written as 2026-04-01");
    expect(headers.get("content-disposition")).toContain(`${receiptNo}.csv`);
  });
});

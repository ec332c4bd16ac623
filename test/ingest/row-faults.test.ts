import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "../../src/exchange/demonstration/landmarks.ts";
import { archiveOf, partsOf as sheetOf, rowOf } from "../exchange/table/make-workbook.ts";
import { partsOf } from "../exchange/template/parts-of.ts";
import { asked, csv, csvOf, deliver, deliveringHub, marked, ndjson, types, xlsx, type Delivered, type DeliveringHub, type Sent } from "../setup/deliver.ts";
import type { PersonaOrPublic } from "../setup/hub.ts";
import { identityNumber } from "../setup/identity-number.ts";
import { tenderRow } from "../setup/tender-row.ts";

let hub: DeliveringHub;
beforeAll(async () => {
  hub = await deliveringHub();
});
afterAll(() => hub?.close());

interface Row {
  /** What differs from a row that is taken, by column. */
  readonly cells: Readonly<Record<string, string | null>>;
  /** `column CODE` of each fault, in the order of the columns. */
  readonly faults: readonly string[];
}

interface Case {
  readonly dataset: string;
  readonly as: PersonaOrPublic;
  /** A row that is taken, by the Chinese header; the number of the row makes it another row each time. */
  readonly good: (place: number) => Readonly<Record<string, string | null>>;
  readonly rows: readonly Row[];
}

const taken: Row = { cells: {}, faults: [] };
const otherCentre = "510703-TAKEN-BY-ANOTHER";

const cases: readonly Case[] = [
  {
    dataset: "officials",
    as: "personnel",
    good: (place) => ({
      来源系统记录编号: `RY-${place}`, 姓名: "张示例", 性别: "男", 出生年份: "1988", 所在单位: bodies.countyFinance.uscc, 干部管理单位: bodies.countyPersonnel.uscc,
      是否领导职务: "否", 出生日期: "1988-08-08", 公民身份号码: identityNumber(place), 有效期起: "2024-01-01", 有效期止: null,
    }),
    rows: [
      taken,
      { cells: { 来源系统记录编号: null }, faults: ["sourceRecordNo EMPTY"] },
      { cells: { 来源系统记录编号: "编".repeat(501) }, faults: ["sourceRecordNo TOO_LONG"] },
      { cells: { 来源系统记录编号: "RY-2" }, faults: ["sourceRecordNo REPEATED_ROW"] },
      { cells: { 姓名: "张\u200b示例" }, faults: ["name CONTROL_CHARACTER"] },
      { cells: { 性别: "雄" }, faults: ["gender NOT_IN_CODELIST"] },
      { cells: { 出生年份: "一九八八" }, faults: ["birthYear NOT_WHOLE"] },
      { cells: { 出生年份: "19880808000" }, faults: ["birthYear OUT_OF_RANGE"] },
      { cells: { 所在单位: "县财政局" }, faults: ["organizationId NO_SUCH_ROW"] },
      { cells: { 干部管理单位: bodies.otherCountyPersonnel.uscc }, faults: ["- NOT_IN_CHARGE"] },
      { cells: { 是否领导职务: "大概" }, faults: ["isLeading NOT_YES_OR_NO"] },
      { cells: { 出生日期: "2026-02-30" }, faults: ["birthDate NOT_A_DAY"] },
      { cells: { 公民身份号码: "519999198808080001" }, faults: ["idNumber FORM"] },
      { cells: { 来源系统记录编号: "2.02611E+17" }, faults: ["sourceRecordNo DIGITS_LOST"] },
      { cells: { 公民身份号码: "5.10107E+17", 出生年份: "１９８８", 出生日期: "１９８８－０８－０８" }, faults: ["idNumber DIGITS_LOST"] },
      { cells: { 公民身份号码: identityNumber(999) }, faults: ["idNumber TAKEN"] },
      { cells: { 公民身份号码: identityNumber(2) }, faults: ["idNumber REPEATED_ROW"] },
      { cells: { 有效期止: "2023-12-31" }, faults: ["validTo PERIOD"] },
      { cells: { 姓名: null, 性别: "雄", 所在单位: "县财政局", 干部管理单位: "某局", 出生日期: "昨天" }, faults: ["name EMPTY", "gender NOT_IN_CODELIST", "birthDate NOT_A_DAY", "organizationId NO_SUCH_ROW", "managingOrganizationId NO_SUCH_ROW"] },
      taken,
    ],
  },
  {
    dataset: "tenders",
    as: "tradingCentre",
    good: (place) => ({
      ...tenderRow(`510104-2026-CS-${place}`), 预算金额: "100.00", 投标截止时间: "2026-05-21 09:00", 代理机构统一社会信用代码: null,
    }),
    rows: [
      taken,
      { cells: { 招标编号: otherCentre }, faults: ["tenderNo SUPPLIED_BY_ANOTHER"] },
      { cells: { 交易中心所在行政区划代码: "510703" }, faults: ["- NOT_IN_CHARGE"] },
      { cells: { 预算金额: "1,000.00" }, faults: ["budget NOT_A_NUMBER"] },
      { cells: { 预算金额: "100.005" }, faults: ["budget OUT_OF_RANGE"] },
      { cells: { 预算金额: "1.2E+09" }, faults: ["budget DIGITS_LOST"] },
      { cells: { 预算金额: "１００．５０", 公告时间: "２０２６年５月１日　０９：３０" }, faults: [] },
      { cells: { 公告时间: "2026-05-01 25:00" }, faults: ["noticedAt NOT_A_MOMENT"] },
      { cells: { 投标截止时间: "2026-04-30 09:00" }, faults: ["bidsDueAt PERIOD"] },
      { cells: { 代理机构统一社会信用代码: "91350100M000100Y4Z" }, faults: ["agencyUscc FORM"] },
      taken,
    ],
  },
];

beforeAll(async () => {
  const [official] = cases as [Case, Case];
  const earlier = { ...official.good(999), 来源系统记录编号: "RY-EARLIER" };
  expect((await deliver(hub, "personnel", "officials", csvOf(earlier))).state).toBe("COMPLETED");
  await hub.sql`update tender set tender_no = ${otherCentre}, source_organization_id = ${bodies.otherPrefectureTradingCentre.id} where id = (select id from tender where division_code = '510703' limit 1)`;
});

const headOf = ({ good }: Case): readonly string[] => Object.keys(good(0));
/** The rows with numbers from `first` on; the number of the row in the file makes its key. */
const cellsOf = ({ good, rows }: Case, series: number): readonly (readonly (string | null)[])[] => rows.map(({ cells }, place) => Object.values({ ...good(series + place + 2), ...changed(cells, series) }));
/** What is repeated is repeated within the series. */
const changed = (cells: Row["cells"], series: number): Row["cells"] =>
  Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, value === "RY-2" ? `RY-${series + 2}` : value === identityNumber(2) ? identityNumber(series + 2) : value]));
const faultsFrom = ({ rows }: Case, first: number): readonly string[] => rows.flatMap(({ faults }, place) => faults.map((fault) => `${place + first} ${fault}`));

interface Format {
  readonly format: string;
  readonly sent: Sent;
  readonly series: number;
  /** Number of the first row. */
  readonly first: number;
  readonly content: (head: readonly string[], rows: readonly (readonly (string | null)[])[]) => string | Buffer;
  /** The text of each row of a marked file, by the number of the row. */
  readonly rowsOf: (file: Buffer) => Promise<ReadonlyMap<number, string>>;
}

const lines = (first: number) => (file: Buffer) => Promise.resolve(new Map(file.toString().split("\n").map((line, place) => [place + first, line])));

const formats: readonly Format[] = [
  { format: "CSV", sent: {}, series: 0, first: 2, content: (head, rows) => csv(head, ...rows), rowsOf: lines(1) },
  { format: "NDJSON", sent: { headers: { "content-type": types.ndjson } }, series: 100, first: 1, content: (head, rows) => ndjson(head, ...rows), rowsOf: lines(1) },
  {
    format: "XLSX", sent: { headers: { "content-type": types.xlsx } }, series: 200, first: 2, content: (head, rows) => xlsx(head, ...rows),
    async rowsOf(file) {
      const sheet = (await partsOf(file)).get("xl/worksheets/sheet1.xml")!;
      return new Map([...sheet.matchAll(/<row r="(\d+)"[^]*?<\/row>/g)].map(([row, number]) => [Number(number), row]));
    },
  },
];

for (const each of cases)
  describe.each(formats)(`What is wrong with rows of ${each.dataset} is told by row and column, in $format`, ({ sent, series, first, content, rowsOf }) => {
    let delivered: Delivered;
    beforeAll(async () => {
      delivered = await deliver(hub, each.as, each.dataset, content(headOf(each), cellsOf(each, series)), sent);
    });

    it("in the graph", () => {
      expect(delivered.faults).toEqual(faultsFrom(each, first));
    });
    it("at the address of the receipt, the first twenty in words", async () => {
      const { body } = await asked(hub, each.as, `/ingest/deliveries/${delivered.receiptNo}`, { headers: { "accept-language": "zh" } });
      const told = body["firstFaults"] as readonly { row: number; column: string | null; code: keyof typeof sentences; message: string }[];
      expect([body["faultCount"], told.map(({ row, column, code }) => `${row} ${column ?? "-"} ${code}`)]).toEqual([delivered.faults.length, delivered.faults.slice(0, 20)]);
      for (const { code, message } of told) expect(message).toContain(sentences[code]);
    });
    it("while the other rows are taken", () => {
      const good = each.rows.filter(({ faults }) => faults.length === 0).length;
      expect([delivered.state, delivered.rows]).toEqual(["COMPLETED", `${each.rows.length} ${good} ${each.rows.length - good} ${good} 0 0`]);
    });
    it("in the file that is given back", async () => {
      const { bytes, status } = await marked(hub, each.as, delivered.receiptNo);
      const byRow = await rowsOf(bytes);
      expect(status).toBe(200);
      for (const [place, { faults }] of each.rows.entries()) {
        const row = byRow.get(first + place)!;
        for (const fault of faults) expect(row, fault).toContain(sentences[fault.split(" ")[1] as keyof typeof sentences]);
        if (faults.length === 0) for (const sentence of Object.values(sentences)) expect(row).not.toContain(sentence);
      }
    });
  });

/** What an engineer of a department reads beside the row. */
const sentences = {
  EMPTY: "该项不能为空",
  TOO_LONG: "文字超过该列允许的长度",
  REPEATED_ROW: "与文件中前面的某行标识重复",
  CONTROL_CHARACTER: "含有无法存储或不可见的控制字符",
  NOT_IN_CODELIST: "不在该列的代码表内",
  NOT_WHOLE: "不是整数",
  OUT_OF_RANGE: "数值超出该列允许的位数",
  NO_SUCH_ROW: "所引用的代码或编号不存在",
  NOT_IN_CHARGE: "报送单位对该记录没有管辖权限",
  NOT_YES_OR_NO: "应填“是”或“否”",
  NOT_A_DAY: "不是有效日期，应写作 2026-04-01",
  NOT_A_MOMENT: "不是有效时间，应写作 2026-04-01 09:30（北京时间）或 2026-04-01T09:30:00+08:00",
  NOT_A_NUMBER: "不是有效数字，应写作 1234567.89，不带千分位",
  FORM: "格式或者校验位不符合该列要求",
  DIGITS_LOST: "长编号已被表格软件改为科学计数法（形如 5.1E+17），末尾数字已丢失，请将该列设为文本格式后重新填写",
  TAKEN: "该值已被另一条记录使用，不能重复",
  PERIOD: "截止早于起始",
  SUPPLIED_BY_ANOTHER: "该标识的记录由其他单位提供",
} as const;

describe("What a format alone can have wrong with a row is told by row and column", () => {
  it("a row of a CSV with more or fewer cells than the header", async () => {
    const { faults } = await deliver(hub, "tradingCentre", "bids", csv(["sourceRecordNo", "tenderId", "supplierName", "supplierUscc", "receivedAt", "status"], ["B-1", "T", "某公司"]));
    expect(faults).toEqual(["2 - CELL_COUNT"]);
  });
  it("a cell of a workbook in which a long number was typed as a number, as its last digits are not those that were typed", async () => {
    const typed = `<row r="2"><c r="A2"><v>2.0261120000123401E+17</v></c><c r="B2"><v>5.1010719900101101E+17</v></c></row>`;
    const { faults } = await deliver(hub, "personnel", "officials", Buffer.from(archiveOf(sheetOf([{ data: rowOf(1, "来源系统记录编号", "公民身份号码", "姓名", "所在单位", "干部管理单位") + typed }]))), { headers: { "content-type": types.xlsx } });
    expect(faults.filter((fault) => !fault.endsWith("EMPTY"))).toEqual(["2 sourceRecordNo DIGITS_LOST", "2 idNumber DIGITS_LOST"]);
  });
  it("a line of NDJSON that is no object, has a list, names what is no column, or a column twice", async () => {
    const content = ['{"姓名":"张示例"', '{"姓名":["张示例"]}', '{"密级":"机密"}', '{"姓名":"张示例","name":"李示例"}'].join("\n");
    const { faults } = await deliver(hub, "personnel", "officials", content, { headers: { "content-type": types.ndjson } });
    expect(faults.filter((fault) => !fault.endsWith("EMPTY"))).toEqual(["1 - UNREADABLE", "2 name UNREADABLE", "3 密级 UNKNOWN_COLUMN", "4 name REPEATED_COLUMN"]);
  });
});

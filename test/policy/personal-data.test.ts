import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityNumberCheck, isIdentityNumber, isUscc, organizationCodeCheck, usccAlphabet, usccCheck } from "../../src/catalog/check-digits.ts";
import { dataset } from "../../src/exchange/demonstration/dataset.ts";
import { seedTables } from "../../src/exchange/seed/seed-tables.ts";
import { findPersonalData, type PersonalDataKind } from "../../src/policy/personal-data.ts";
import { worldOf } from "../seed/seeded.ts";

/** What stands at the places that were found, with its kind. */
const found = (text: string, names: readonly string[] = []): readonly (readonly [PersonalDataKind, string])[] =>
  findPersonalData(text, { names }).map(({ kind, start, length }) => [kind, [...text].slice(start, start + length).join("")]);

describe("A scan for personal data finds", () => {
  it.each<[PersonalDataKind, string, string]>([
    ["IDENTITY_NUMBER", "当事人（公民身份号码519999199001010017）", "519999199001010017"],
    ["IDENTITY_NUMBER", "身份证号：５１９９９９１９９００１０１００１７。", "５１９９９９１９９００１０１００１７"],
    ["IDENTITY_NUMBER", "号码519999 19900101 0017", "519999 19900101 0017"],
    ["IDENTITY_NUMBER", "号码519999-19900101-0017", "519999-19900101-0017"],
    ["IDENTITY_NUMBER", "校验码写错的519999199001010018", "519999199001010018"],
    ["IDENTITY_NUMBER", "出生日期写错的519999199013310017", "519999199013310017"],
    ["IDENTITY_NUMBER", "末位是字母的51999919900101007x", "51999919900101007x"],
    ["IDENTITY_NUMBER", "少写一位的身份证号51999919900101001", "51999919900101001"],
    ["IDENTITY_NUMBER", "旧号519999900101001", "519999900101001"],
    ["IDENTITY_NUMBER", "隐去中间各位的519999********0017", "519999********0017"],
    ["TELEPHONE", "电话13808123456。", "13808123456"],
    ["TELEPHONE", "手机138-0812-3456", "138-0812-3456"],
    ["TELEPHONE", "请拨打+86 138 0812 3456", "86 138 0812 3456"],
    ["TELEPHONE", "联系人的号码是一三八〇八一二三四五六", "一三八〇八一二三四五六"],
    ["TELEPHONE", "座机０２８－８６６０１２３４", "０２８－８６６０１２３４"],
    ["TELEPHONE", "座机028-00001234", "028-00001234"],
    ["TELEPHONE", "联系电话86601234", "86601234"],
    ["TELEPHONE", "隐去中间各位的138****3456", "138****3456"],
    ["EMAIL", "请寄往zhang.san@example.com。", "zhang.san@example.com"],
    ["EMAIL", "请寄往zhangsan＠example.com", "zhangsan＠example.com"],
    ["EMAIL", "QQ：12345678", "12345678"],
    ["EMAIL", "微信号：abc_12345", "abc_12345"],
    ["BANK_ACCOUNT", "汇入4391880006998011", "4391880006998011"],
    ["BANK_ACCOUNT", "账号：51001234567890", "51001234567890"],
    ["BANK_ACCOUNT", "卡号6222 0212 3456 7890 128", "6222 0212 3456 7890 128"],
    ["BANK_ACCOUNT", "银行账号0000000000000000000", "0000000000000000000"],
    ["VEHICLE_PLATE", "驾驶川A12345行驶", "川A12345"],
    ["VEHICLE_PLATE", "驾驶川A·D12345行驶", "川A·D12345"],
    ["VEHICLE_PLATE", "驾驶川Z00000行驶", "川Z00000"],
    ["PROPERTY_CERTIFICATE", "示例证字第000号", "示例证字第000号"],
    ["PROPERTY_CERTIFICATE", "川（2026）示例市不动产权第0012345号", "川（2026）示例市不动产权第0012345号"],
    ["PROPERTY_CERTIFICATE", "成房权证监证字第1234567号", "成房权证监证字第1234567号"],
    ["HOME_ADDRESS", "家住示例市示例路9号", "示例市示例路9号"],
    ["HOME_ADDRESS", "住址：示例县示例镇", "示例县示例镇"],
    ["HOME_ADDRESS", "某市某街示例小区9栋", "某市某街示例小区9栋"],
    ["HOME_ADDRESS", "示例家园3栋2单元501室", "示例家园3栋2单元501室"],
    ["HOME_ADDRESS", "三栋二单元五号", "三栋二单元五号"],
    ["HOME_ADDRESS", "示例镇示例村3组12号", "示例镇示例村3组12号"],
    ["HEALTH", "其患有某病", "患有某病"],
    ["HEALTH", "确诊为恶性肿瘤", "确诊为恶性肿瘤"],
    ["HEALTH", "因病去世", "因病去世"],
    ["HEALTH", "系肢体残疾二级", "肢体残疾"],
    ["PERSON_NAME", "姓名：赵示例", "赵示例"],
    ["PERSON_NAME", "姓  名：赵  示", "赵  示"],
    ["PERSON_NAME", "姓名：仝示例", "仝示例"],
    ["PERSON_NAME", "法定代表人赵甲子", "赵甲子"],
    ["PERSON_NAME", "法定代表人：欧阳辛巳，", "欧阳辛巳"],
    ["PERSON_NAME", "局长赵甲子主持会议", "赵甲子"],
    ["PERSON_NAME", "由副县长赵甲批准", "赵甲"],
    ["PERSON_NAME", "局长 赵 甲 到会", "赵 甲"],
    ["PERSON_NAME", "赵甲子县长签批", "赵甲子"],
    ["PERSON_NAME", "赵甲子同志", "赵甲子"],
    ["PERSON_NAME", "欧阳辛巳女士", "欧阳辛巳"],
    ["PERSON_NAME", "赵甲子，男，1970年生", "赵甲子"],
    ["PERSON_NAME", "经查，赵甲子利用职务便利收受财物", "赵甲子"],
    ["PERSON_NAME", "任命赵甲子为局长", "赵甲子"],
    ["PERSON_NAME", "投诉人赵甲子反映", "赵甲子"],
    ["PERSON_NAME", "其妻赵甲子代为收取", "赵甲子"],
    ["PERSON_NAME", "阿示·例甲签收", "阿示·例甲签收"],
  ])("%s in: %s", (kind, text, value) => expect(found(text)).toEqual([[kind, value]]));
  it("every name of an enumeration", () => {
    expect(found("赵甲子、钱乙丑、欧阳辛巳同志到会").map(([, name]) => name)).toEqual(["赵甲子", "钱乙丑", "欧阳辛巳"]);
    expect(found("局长赵甲子、钱乙丑和孙丙寅到会").map(([, name]) => name)).toEqual(["赵甲子", "钱乙丑"]);
  });
  it("a known name wherever it stands and however it is spaced, and a known surname without a given name nowhere", () => {
    expect(found("款项交给欧阳　辛 巳与尔玛•甲子", ["欧阳辛巳", "尔玛·甲子", "款"])).toEqual([["PERSON_NAME", "欧阳　辛 巳"], ["PERSON_NAME", "尔玛•甲子"]]);
  });
  it("places in characters, of which those outside the basic plane are one each", () => {
    expect(findPersonalData("𠮷𠮷：13808123456")).toEqual([{ kind: "TELEPHONE", start: 3, length: 11 }]);
  });
  it("places alone, in the order of the text", () => {
    const findings = findPersonalData("赵甲子同志，电话13808123456，身份证号519999199001010017");
    expect(findings.map(({ kind }) => kind)).toEqual(["PERSON_NAME", "TELEPHONE", "IDENTITY_NUMBER"]);
    expect(new Set(findings.flatMap((finding) => Object.keys(finding)))).toEqual(new Set(["kind", "start", "length"]));
  });
});

describe("A scan for personal data finds nothing in", () => {
  it.each([
    "统一社会信用代码91350100M000100Y43", "914101086905876455", "川发改〔2026〕12号", "（2026）演示民终12号", "2026年第12号公告", "2026-01-01至2026-02-01", "2026年1月1日", "2026-01-01 2026-02-01",
    "金额13808123456.00元", "人民币1380812345678元", "￥13808123456", "1,380,812,345.67元", "投资13808.123456万元", "2018-510100-48-01-990123", "N5101012026000123", "编号：20260101123456", "川ICP备12345678号", "川公网安备51010402000123号", "服务热线12345",
    "赵某、赵某某、赵某1", "法定代表人王某", "局长欧阳某", "姓名：阿某", "法定代表人赵Ｘ", "当事人赵××", "法定代表人王府井百货有限公司", "被处罚人：高远建筑有限公司", "投诉人江河建设集团反映", "教育局局长", "县发展和改革局局长", "金牛区区长办公会", "成都市高新区主任会议",
    "常务副县长", "时任县长", "管委会主任", "水利厅厅长", "全体同志", "以负责人变动为由", "负责人应当说明理由", "法定代表人于2026年变更", "局长常务会议", "高坪区长乐镇道路", "西昌市长安街道道路", "经理负责制", "施工项目经理", "申请人申请复议", "当事人任何时候", "《史记·项羽本纪》",
    "消除安全隐患，防治病虫害", "患者满意度调查", "肺炎疫情防控", "京A股上市", "卫生许可证字第510101号", "微信公众号：示例发布", "新建道路3公里", "共5栋楼", "第3号楼",
  ])("%s", (text) => expect(found(text)).toEqual([]));
  it("titles, summaries and reasons of the demonstration and of the seed", () => {
    const published = ["title", "factSummary", "stopReason", "penalty"];
    const shown = Object.values(dataset()).flatMap((rows) => (Array.isArray(rows) ? (rows as readonly Readonly<Record<string, unknown>>[]) : [])).flatMap((row) => published.flatMap((field) => (typeof row[field] === "string" ? [row[field]] : [])));
    const world = worldOf(1);
    const seeded = seedTables.flatMap((table) => {
      const columns = published.map((field) => table.columns.indexOf(field)).filter((place) => place >= 0);
      return columns.length === 0 ? [] : [...table.rows(world)].flatMap((cells) => columns.flatMap((place) => cells[place] ?? []));
    });
    const texts = [...new Set([...shown, ...seeded])];
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.filter((text) => found(text).length > 0)).toEqual([]);
  });
});

const digit = fc.constantFrom(..."0123456789");
const digitsOf = (length: number) => fc.string({ unit: digit, minLength: length, maxLength: length });
const day = fc.date({ min: new Date("1930-01-01"), max: new Date("2025-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10).replaceAll("-", ""));
const division = fc.tuple(fc.constantFrom("11", "32", "44", "50", "51", "62"), digitsOf(4)).map((parts) => parts.join(""));

const identity = fc.tuple(division, day, digitsOf(3)).map((parts) => parts.join("") + identityNumberCheck(parts.join("")));
const mobile = fc.tuple(fc.constantFrom("13", "15", "17", "18", "19"), digitsOf(9)).map((parts) => parts.join(""));
/** With the check digit after it. */
function luhn(first: string): string {
  const sum = [...first].reverse().reduce((total, each, place) => total + (place % 2 === 0 ? ((Number(each) * 2) % 10) + Math.floor(Number(each) / 5) : Number(each)), 0);
  return first + String((10 - (sum % 10)) % 10);
}
const account = fc.tuple(fc.constantFrom("62", "45", "53"), fc.constantFrom(10, 11, 13, 14, 16).chain(digitsOf)).map((parts) => luhn(parts.join("")));

const grouped = (groups: readonly number[]) => (text: string, between: string): string => {
  let from = 0;
  return [...groups.map((length) => text.slice(from, (from += length))), text.slice(from)].filter((part) => part !== "").join(between);
};
const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
/** A number as people write it: together or in groups, with whatever stands between, in half and full width. */
const spelled = (number: fc.Arbitrary<string>, ...groupings: readonly (readonly number[])[]) =>
  fc.tuple(number, fc.constantFrom([], ...groupings), fc.constantFrom(" ", "-", "－", "　", "\u00a0", " - ", "\u200b"), fc.boolean()).map(([text, groups, between, isWide]) => (isWide ? wide : String)(grouped(groups)(text, between)));

const clause = fc.constantFrom("经查，", "依照《招标投标法》第五十三条，", "根据川发改〔2026〕12号文件，", "于2026年3月15日作出决定，", "涉及金额120.50万元，", "统一社会信用代码91350100M000100Y43，", "项目代码2018-510100-48-01-990123，", "公示至2026-12-31。", "逾期未支付合同款；", "案号（2026）演示民终12号，", "其登记为", "材料载明：");
const official = fc.array(clause, { maxLength: 6 }).map((clauses) => clauses.join(""));
const ending = fc.constantFrom("", "。", "，", "等材料", "（附后）", "\n");

describe("In any official text", () => {
  it.each<[PersonalDataKind, fc.Arbitrary<string>]>([
    ["IDENTITY_NUMBER", spelled(identity, [6, 8], [6, 4, 4], [4, 4, 4, 4], [6, 4, 2, 2])],
    ["TELEPHONE", spelled(mobile, [3, 4], [3, 3, 5], [7, 4])],
    ["BANK_ACCOUNT", spelled(account, [4, 4, 4, 4])],
  ])("a planted %s is found in every spelling, and nothing else", (kind, number) => {
    fc.assert(
      fc.property(official, number, ending, official, (before, planted, end, after) => {
        expect(found(before + planted + end + after)).toEqual([[kind, planted]]);
      }),
      { numRuns: 1_000 },
    );
  });
  it("numbers of bodies, documents and projects, days and amounts are not", () => {
    const organization = fc.string({ unit: fc.constantFrom(..."0123456789", ...usccAlphabet), minLength: 8, maxLength: 8 }).map((first) => first + organizationCodeCheck(first));
    const credit = fc
      .tuple(fc.constantFrom("11", "12", "51", "52", "91", "92", "93", "Y1"), division, organization)
      .map((parts) => parts.join(""))
      .filter((first) => !first.includes("X", 17) && [...first].every((sign) => usccAlphabet.includes(sign)))
      .map((first) => first + usccCheck(first))
      .filter((code) => isUscc(code) && !isIdentityNumber(code));
    const serial = fc.nat({ max: 99_999_999 }).map(String);
    const year = fc.integer({ min: 1990, max: 2030 }).map(String);
    const none = fc.oneof(
      credit,
      fc.tuple(year, serial).map(([of, number]) => `川发改〔${of}〕${number}号`),
      fc.tuple(year, serial).map(([of, number]) => `（${of}）川01民初${number}号`),
      fc.tuple(fc.integer({ min: 8, max: 19 }).chain(digitsOf)).map(([number]) => `编号${number}，`),
      fc.tuple(year, division, digitsOf(6)).map(([of, code, number]) => `${of}-${code}-48-01-${number}`),
      fc.tuple(fc.nat({ max: 2 ** 40 }), digitsOf(2)).map(([whole, rest]) => `${whole}.${rest}元`),
      fc.tuple(fc.nat({ max: 2 ** 40 }), digitsOf(6)).map(([whole, rest]) => `${whole}.${rest}万元`),
      fc.tuple(fc.nat({ max: 2 ** 40 }), digitsOf(2)).map(([whole, rest]) => `￥${whole.toLocaleString("en")}.${rest}`),
      day.map((text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`),
    );
    fc.assert(
      fc.property(official, none, ending, official, (before, planted, end, after) => {
        expect(found(before + planted + end + after)).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });
});

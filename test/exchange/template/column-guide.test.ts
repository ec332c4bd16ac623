import { describe, expect, it } from "vitest";
import { assembleCatalogue } from "../../../src/catalog/catalogue.ts";
import { isIdentityNumber, isUscc } from "../../../src/catalog/check-digits.ts";
import { declared } from "../../../src/domains/all.ts";
import { datasetsOf, deliveredColumns, type DatasetColumn } from "../../../src/exchange/ingest/dataset.ts";
import { columnGuide } from "../../../src/exchange/template/column-guide.ts";
import { exampleValue } from "../../../src/exchange/template/example-value.ts";
import { expectedForm } from "../../../src/exchange/template/expected-form.ts";
import { columnOf, things } from "./small-catalogue.ts";

const guide = (key: string) => columnGuide(columnOf(key));

describe("A column says", () => {
  it.each([
    ["title", "必填", "文字"],
    ["uscc", "必填", "校验位正确的18位统一社会信用代码"],
    ["personIdNo", "选填", "出生日期和校验位正确的18位公民身份号码"],
    ["divisionCode", "选填", "6位行政区划代码，乡镇街道为9位"],
    ["method", "必填", "从代码表中选一项，填中文名称或者代码"],
    ["signedOn", "必填", "日期，写作 2026-04-01"],
    ["openedAt", "选填", "时间，写作 2026-04-01 09:30（北京时间），或 2026-04-01T09:30:00+08:00"],
    ["amount", "必填", "数字，单位：元，整数部分最多 16 位，小数最多 2 位，不带千分位"],
    ["rate", "选填", "数字，单位：%，整数部分最多 2 位，小数最多 4 位，不带千分位"],
    ["places", "选填", "整数，不带千分位"],
    ["isUrgent", "选填", "填“是”或“否”"],
    ["tags", "选填", "可填多项，各项之间用“；”分隔"],
    ["bodyId", "选填", "“机关和单位”的“统一社会信用代码”：校验位正确的18位统一社会信用代码"],
    ["projectId", "选填", "本单位报送的“项目”的“来源记录编号”"],
  ])("%s: whether it must be there and how it is written", (key, demand, how) => {
    expect({ demand: guide(key).demand.zh, how: guide(key).how.zh }).toEqual({ demand, how });
  });

  it("the same in English", () => {
    expect(guide("amount").how.en).toBe("A number in 元, up to 16 digits before and 2 after the point, without separators");
    expect(guide("projectId").how.en).toBe("The sourceRecordNo of the Project as the body delivered it");
  });

  it("its codes by both names, those out of use as well, which older records carry", () => {
    expect(guide("method").codes).toEqual(["公开招标 (PUBLIC)", "邀请招标, 书面 (INVITED)", "其他 (OTHER_A)", "其他 (OTHER_B)", "议标 (OLD)，已停用"]);
    expect(guide("title").codes).toEqual([]);
  });
});

/** What is wrong with an example; null where nothing is. */
function faultOf(column: DatasetColumn, example: string): string | null {
  const form = expectedForm(column);
  const isRight: Record<DatasetColumn["kind"], () => boolean> = {
    text: () => example.trim() !== "" && (form?.isValid(example) ?? true),
    code: () => Object.values(column.codelist!.codes).some(({ zh, retired }) => zh === example && retired === undefined),
    day: () => new Date(`${example}T00:00:00Z`).toISOString().startsWith(example),
    moment: () => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(example) && !Number.isNaN(Date.parse(`${example.replace(" ", "T")}+08:00`)),
    decimal: () => {
      const [whole = "", fraction = ""] = example.split(".");
      return /^\d+(\.\d+)?$/.test(example) && (column.precision === null || (whole.replace(/^0$/, "").length <= column.precision.digits - column.precision.scale && fraction.length <= column.precision.scale));
    },
    whole: () => /^\d+$/.test(example),
    flag: () => example === "是" || example === "否",
    list: () => example.split("；").every((each) => each.trim() !== "" && (form?.isValid(each) ?? true)),
  };
  return isRight[column.kind]() ? null : `${column.key}: ${example}`;
}

describe("An example", () => {
  it("of every kind of column is valid", () => {
    expect(new Set(things.columns.map(({ kind }) => kind)).size).toBe(8);
    expect(things.columns.flatMap((column) => [1, 2].map((serial) => faultOf(column, exampleValue(column, serial as 1 | 2))))).toEqual(things.columns.flatMap(() => [null, null]));
  });
  it("is found and valid for every column that bodies deliver", () => {
    const columns = [...datasetsOf(assembleCatalogue(declared)).values()].flatMap(deliveredColumns);
    expect(columns.flatMap((column) => faultOf(column, exampleValue(column, 1)) ?? [])).toEqual([]);
  });
  it("of a code or number has the right check character and an area code that nobody has", () => {
    expect([exampleValue(columnOf("uscc"), 1), exampleValue(columnOf("uscc"), 2)].map((code) => [isUscc(code), code.slice(2, 8)])).toEqual([[true, "519900"], [true, "519900"]]);
    expect([exampleValue(columnOf("personIdNo"), 1), exampleValue(columnOf("personIdNo"), 2)].map((code) => [isIdentityNumber(code), code.slice(0, 6)])).toEqual([[true, "519900"], [true, "519900"]]);
  });
  it("differs from the other where only one row can have it", () => {
    expect(["sourceRecordNo", "uscc", "personIdNo"].filter((key) => exampleValue(columnOf(key), 1) === exampleValue(columnOf(key), 2))).toEqual([]);
  });
  it("of an end lies after that of a beginning", () => {
    expect(exampleValue(columnOf("validTo"), 1, true) > exampleValue(columnOf("validFrom"), 1)).toBe(true);
  });
  it("of a form that nobody gave one for is refused by name", () => {
    const column = { ...columnOf("title"), form: { en: "a lot number", zh: "标段号", isValid: () => false } };
    expect(() => exampleValue(column, 1)).toThrow(/no example of a lot number, which title demands/);
  });
});

import { describe, expect, it } from "vitest";
import { severity } from "../../src/catalog/display.ts";
import { admitted } from "../../src/catalog/rule.ts";
import { declared } from "../../src/domains/all.ts";
import { isIdentityNumber } from "../../src/catalog/check-digits.ts";
import { unusedAreaCode } from "../../src/exchange/demonstration/codes.ts";
import { cellsOf } from "../../src/exchange/reference/cells-of.ts";
import { readCalendarDays } from "../../src/exchange/reference/read-calendar-days.ts";
import { readCatalogItems } from "../../src/exchange/reference/read-catalog-items.ts";
import { readDisplayPeriods } from "../../src/exchange/reference/read-display-periods.ts";
import { readLegalBases } from "../../src/exchange/reference/read-legal-bases.ts";
import { readMaskingRules } from "../../src/exchange/reference/read-masking-rules.ts";
import { readRetentionRules } from "../../src/exchange/reference/read-retention-rules.ts";
import { readThresholds } from "../../src/exchange/reference/read-thresholds.ts";

const bases = new Map(readLegalBases().map((row) => [row.citation, row]));
const items = readCatalogItems();
const itemCodes = new Set(items.map(({ code }) => code));
const periods = readDisplayPeriods();
const days = readCalendarDays();
const thresholds = readThresholds();
const maskingRules = readMaskingRules();
const retentionRules = readRetentionRules();

interface Version {
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}

const repeated = (list: readonly string[]): string[] => list.filter((each, place) => list.indexOf(each) !== place);

/** Pairs of versions of one rule that hold on the same day; without a first day a version has always held. */
const overlapping = <T extends Version>(rows: readonly T[], ruleOf: (row: T) => string): string[] =>
  rows.flatMap((row, place) =>
    rows.slice(place + 1).flatMap((other) => {
      const apart = (row.effectiveTo ?? "9999") < (other.effectiveFrom ?? "") || (other.effectiveTo ?? "9999") < (row.effectiveFrom ?? "");
      return ruleOf(row) === ruleOf(other) && !apart ? [`${ruleOf(row)}: ${row.effectiveFrom}, ${other.effectiveFrom}`] : [];
    }),
  );

/** What holds on a day. */
const inForce = <T extends Version>(rows: readonly T[], day: string): T[] => rows.filter((row) => (row.effectiveFrom ?? "") <= day && (row.effectiveTo ?? "9999") >= day);

describe("The policy tables", () => {
  const dated = { periods, thresholds, maskingRules, retentionRules };
  it.each(Object.entries({ items, days, ...dated }))("%s rest on provisions that are in scripts/data/legal-bases.csv", (_, rows) => {
    const cited = rows.flatMap((row) => (row.basisCitation === null ? [] : [row.basisCitation]));
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((each) => !bases.has(each))).toEqual([]);
  });
  it.each(Object.entries(dated))("%s hold from a day to one that is not earlier, and not before their provision nor after it", (_, rows) => {
    const wrong = rows.filter(({ effectiveFrom, effectiveTo, basisCitation }) => {
      const basis = basisCitation === null ? null : bases.get(basisCitation)!;
      if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom) return true;
      if (basis?.effectiveFrom && effectiveFrom !== null && effectiveFrom < basis.effectiveFrom) return true;
      return basis?.effectiveTo ? (effectiveTo ?? "9999") > basis.effectiveTo : false;
    });
    expect(wrong).toEqual([]);
  });
  it.each(Object.entries(dated))("%s that were read in the primary text say which, and those that the hub proposes cite none", (_, rows) => {
    expect(rows.filter((row) => row.confidence === "VERIFIED" && (row.basisCitation === null || row.effectiveFrom === null))).toEqual([]);
    expect(rows.filter((row) => row.confidence === "PROPOSED" && row.basisCitation !== null)).toEqual([]);
  });
});

describe("Display periods (公示期限)", () => {
  it("never overlap for one dataset and severity, and each has a code of its own", () => {
    expect(overlapping(periods, (row) => `${row.catalogItemCode}/${row.severity}`)).toEqual([]);
    expect(repeated(periods.map(({ versionCode }) => versionCode))).toEqual([]);
  });
  it("overlaps would be found", () => {
    const [first] = periods;
    const twice = [first!, { ...first!, effectiveFrom: first!.effectiveTo!, effectiveTo: null }];
    expect(overlapping(twice, (row) => row.catalogItemCode)).toHaveLength(1);
  });
  it("are of datasets that are in the catalogue, for every severity on every day since the older rule", () => {
    expect(periods.filter((row) => !itemCodes.has(row.catalogItemCode))).toEqual([]);
    for (const code of new Set(periods.map((row) => row.catalogItemCode)))
      for (const day of ["2023-05-01", "2026-03-31", "2026-04-01", "2026-11-25"])
        expect(inForce(periods, day).filter((row) => row.catalogItemCode === code).map((row) => row.severity).sort(), `${code} on ${day}`).toEqual([...severity.values].sort());
  });
  it("are those of order 36: up to three months if at all, three months to a year, one year to three", () => {
    const today = inForce(periods, "2026-11-25").map((row) => [row.severity, row.isDisplayed, row.minMonths, row.maxMonths, row.basisCitation].join(" "));
    expect([...new Set(today)]).toEqual(["MINOR false 0 3 信用修复管理办法", "GENERAL true 3 12 信用修复管理办法", "SERIOUS true 12 36 信用修复管理办法"]);
  });
  it("have a shortest period that is no longer than the longest", () => {
    expect(periods.filter((row) => row.minMonths > row.maxMonths)).toEqual([]);
  });
});

describe("The calendar (法定节假日与调休安排)", () => {
  const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
  const isWeekend = (day: string): boolean => weekday(day) % 6 === 0;
  const holidays = (year: number): Record<string, number> =>
    Object.fromEntries([...Map.groupBy(days.filter((row) => row.kind === "HOLIDAY" && row.day.startsWith(`${year}-`)), (row) => row.name)].map(([name, { length }]) => [name, length]));

  it("has each day once, in order", () => {
    const list = days.map(({ day }) => day);
    expect(list).toEqual([...new Set(list)].sort());
  });
  it("lets nobody work on a weekday as if it were extra, and gives every holiday a day off that is no weekend", () => {
    expect(days.filter((row) => row.kind === "MAKE_UP_WORKDAY" && !isWeekend(row.day))).toEqual([]);
    const blocks = Map.groupBy(days.filter((row) => row.kind === "HOLIDAY"), (row) => `${row.name} ${row.day.slice(0, 4)}`);
    for (const [name, block] of blocks) expect(block.some(({ day }) => !isWeekend(day)), name).toBe(true);
  });
  it("has holidays without gaps", () => {
    for (const block of Map.groupBy(days.filter((row) => row.kind === "HOLIDAY"), (row) => `${row.name} ${row.day.slice(0, 4)}`).values()) {
      const span = (Date.parse(block.at(-1)!.day) - Date.parse(block[0]!.day)) / 86_400_000 + 1;
      expect(block.length, block[0]!.day).toBe(span);
    }
  });
  it("is that of the three notices, holiday by holiday", () => {
    expect(holidays(2024)).toEqual({ 元旦: 1, 春节: 8, 清明节: 3, 劳动节: 5, 端午节: 1, 中秋节: 3, 国庆节: 7 });
    expect(holidays(2025)).toEqual({ 元旦: 1, 春节: 8, 清明节: 3, 劳动节: 5, 端午节: 3, "国庆节、中秋节": 8 });
    expect(holidays(2026)).toEqual({ 元旦: 3, 春节: 9, 清明节: 3, 劳动节: 5, 端午节: 3, 中秋节: 3, 国庆节: 7 });
    expect(days.filter((row) => row.kind === "MAKE_UP_WORKDAY").map(({ day }) => day)).toEqual([
      "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12",
      "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11",
      "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ]);
  });
  it("leaves the working days that the year has without its weekends and the statutory holidays, eleven until 2024 and thirteen since", () => {
    const working = (year: number): number => {
      const kinds = new Map(days.map((row) => [row.day, row.kind]));
      let count = 0;
      for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
        const day = new Date(time).toISOString().slice(0, 10);
        const kind = kinds.get(day);
        if (kind === "MAKE_UP_WORKDAY" || (kind === undefined && !isWeekend(day))) count += 1;
      }
      return count;
    };
    expect([2024, 2025, 2026].map(working)).toEqual([251, 248, 248]);
  });
  it("cites for each day the notice of its own year", () => {
    expect(days.filter((row) => !row.basisCitation.includes(`${row.day.slice(0, 4)}年`))).toEqual([]);
  });
});

describe("Thresholds (政策阈值)", () => {
  it("never overlap for one code, and keep unit over all versions", () => {
    expect(overlapping(thresholds, (row) => row.code)).toEqual([]);
    expect(repeated(thresholds.map(({ versionCode }) => versionCode))).toEqual([]);
    for (const [code, versions] of Map.groupBy(thresholds, (row) => row.code)) expect(new Set(versions.map(({ unit }) => unit)).size, code).toBe(1);
  });
  it("that nobody has found have no value and say so, and none of them counts as read in the primary text", () => {
    const missing = thresholds.filter((row) => row.value === null);
    expect(missing.map(({ code }) => code)).toEqual(["repair.extend", "repair.ban"]);
    expect(missing.filter((row) => row.confidence === "VERIFIED" || !row.note?.includes("未查到"))).toEqual([]);
  });
  it("the shortest of a pair is no longer than the longest", () => {
    for (const row of thresholds.filter(({ code }) => code.endsWith(".shortest"))) {
      const longest = thresholds.find(({ code }) => code === row.code.replace(/shortest$/, "longest"))!;
      expect(Number(row.value), row.code).toBeLessThanOrEqual(Number(longest.value));
    }
  });
  it.each([
    ["budget.publish", "20", "CALENDAR_DAY"], ["debt.ratio.red", "300", "PERCENT"], ["privacy.kAnonymity", "5", "COUNT"], ["sme.interest", "0.0005", "RATE_PER_DAY"],
    ["sme.pay", "30", "CALENDAR_DAY"], ["sme.pay.longest", "60", "CALENDAR_DAY"], ["record.withdraw", "3", "WORKING_DAY"], ["sanction.longest", "48", "MONTH"],
    ["procurement.award.publish", "2", "WORKING_DAY"], ["bidding.candidates.publicity", "3", "CALENDAR_DAY"],
  ])("%s is %s (%s) today", (code, value, unit) => {
    expect(inForce(thresholds, "2026-11-25").filter((row) => row.code === code).map((row) => [row.value, row.unit])).toEqual([[value, unit]]);
  });
});

describe("Masking rules (脱敏规则)", () => {
  it("have one code each and examples that are nobody's", () => {
    expect(repeated(maskingRules.map(({ code }) => code))).toEqual([]);
    const numbers = maskingRules.flatMap(({ example }) => example?.match(/\d{17}[\dX]/g) ?? []).filter(isIdentityNumber);
    expect(numbers.map((number) => number.slice(0, 6))).toEqual([unusedAreaCode]);
  });
});

describe("Retention rules (保存期限规则)", () => {
  const typeOf = (name: string | null) => declared.find((type) => type.name === name);
  it("never overlap for one code, and each has a code of its own", () => {
    expect(overlapping(retentionRules, (row) => row.code)).toEqual([]);
    expect(repeated(retentionRules.map(({ versionCode }) => versionCode))).toEqual([]);
  });
  it("are about types of the graph, or about what the hub does not hold, and count from a day or moment of the type", () => {
    const types = retentionRules.flatMap(({ typeName }) => typeName ?? []);
    expect(types.length).toBeGreaterThan(9);
    expect(types.filter((name) => !typeOf(name))).toEqual([]);
    const counted = retentionRules.flatMap(({ typeName, countsFromField }) => (countsFromField === null ? [] : [[typeName, countsFromField] as const]));
    expect(counted.length).toBeGreaterThan(4);
    for (const [name, field] of counted) {
      const type = typeOf(name);
      expect(type?.kind === "entity" && type.storage.places[field]!.column.getSQLType(), `${name!}.${field}`).toMatch(/^(date|timestamp)/);
    }
  });
  it("that have rows deleted say from when and how long; those without a period say why", () => {
    expect(retentionRules.filter((row) => row.atEnd === "DELETE" && row.typeName !== null && (row.countsFromField === null || row.period === null))).toEqual([]);
    expect(retentionRules.filter((row) => row.period === null && !/永久|档案|公示期|未查到/.test(row.note ?? ""))).toEqual([]);
  });
  it.each([["procurement.file", 15, "YEAR"], ["assessment.keep", 3, "YEAR"], ["wage.ledger", 3, "YEAR"], ["accessLog.keep", 10, "YEAR"], ["networkLog.keep", 6, "MONTH"]])("%s is %s (%s) today", (code, period, unit) => {
    expect(inForce(retentionRules, "2026-11-25").filter((row) => row.code === code).map((row) => [row.period, row.unit])).toEqual([[period, unit]]);
  });
  it("and the thresholds of the same things are the same", () => {
    for (const [code, threshold] of [["assessment.keep", "privacy.assessment.keep"], ["wage.ledger", "wage.ledger.keep"], ["accessLog.keep", "accessLog.keep"]])
      expect(inForce(thresholds, "2026-11-25").filter((row) => row.code === threshold).map((row) => [Number(row.value), row.unit])).toEqual(inForce(retentionRules, "2026-11-25").filter((row) => row.code === code).map((row) => [row.period, row.unit]));
  });
});

/** Types that the read graph does not have yet; none is left once it is whole. */
const awaited = [
  "Post", "Tenure", "FormerIdentity", "Notice", "Lot", "Award", "Contract", "Acceptance", "Payment", "ArrearsRecord", "ArrearsTotal", "Bond", "BondTranche", "DebtServiceDue", "FundUse",
  "DisclosureDuty", "DebtRiskAssessment", "GovernmentCreditRating", "DishonestyRecord", "OfficialDishonestyRecord", "RecordResponsibility", "DisclosureBasis", "Attachment", "ViolationRecord", "Measure",
];

describe("The catalogue of datasets (公共信用信息目录)", () => {
  const carried = declared.filter((type) => type.kind === "family" || type.kind === "entity");
  it("has a code of our scheme once, and refers to codes that it has", () => {
    expect(items.filter(({ code }) => !/^SC-(JC|JY|ZQ|ZW|JD|ZC)-[A-Z]{2}$/.test(code))).toEqual([]);
    expect(repeated(items.map(({ code }) => code))).toEqual([]);
    expect(items.flatMap(({ relatedCodes }) => relatedCodes ?? []).filter((code) => !itemCodes.has(code))).toEqual([]);
  });
  it("has a dataset for every type of the graph (add it to scripts/data/catalog-items.csv), and names no type that is not there", () => {
    const named = new Set(items.flatMap(({ typeName }) => typeName ?? []));
    expect(carried.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
    expect([...named].filter((name) => !carried.some((type) => type.name === name) && !awaited.includes(name))).toEqual([]);
  });
  it("says of a dataset that it is closed to the public where no row of its type exists for it, and of no other", () => {
    for (const { code, typeName, openAttribute } of items) {
      const type = carried.find(({ name }) => name === typeName);
      if (type) expect(openAttribute === "CLOSED", code).toBe(!admitted(type.rows).includes("public"));
    }
  });
  it("states a condition for what is not for all, and for that only; takes no secrets; puts each code in its class", () => {
    expect(items.filter((row) => (row.sharingCondition !== null) !== (row.disclosureClass === "CONDITIONAL" || row.disclosureClass === "RESTRICTED"))).toEqual([]);
    expect(items.filter((row) => row.secrecyAttribute !== "NOT_SECRET")).toEqual([]);
    const letters = { BASIC: "JC", TRADING: "JY", DEBT: "ZQ", CREDIT: "ZW", SUPERVISION: "JD", POLICY: "ZC" };
    expect(items.filter((row) => row.code.slice(3, 5) !== letters[row.category])).toEqual([]);
  });
});

describe("A cell that cannot be read stops the reading", () => {
  const cells = (value: string | null) => cellsOf("table", { cell: value });
  it.each([
    ["an empty text", () => cells(null).text("cell")],
    ["an unknown code", () => cells("GRAVE").code("cell", severity)],
    ["a number with a sign", () => cells("-1").whole("cell")],
    ["a flag in words", () => cells("yes").flag("cell")],
    ["a day that the calendar does not have", () => cells("2026-02-29").day("cell")],
    ["a day of another form", () => cells("2026-4-1").optionalDay("cell")],
    ["a number in words", () => cells("20%").optionalDecimal("cell")],
  ])("%s", (_, read) => expect(read).toThrow("scripts/data/table.csv: cell of"));
  it("and one that can be is what it says", () => {
    expect([cells("a").text("cell"), cells("7").whole("cell"), cells("false").flag("cell"), cells("2024-02-29").day("cell"), cells("0.0005").optionalDecimal("cell"), cells("a；b").list("cell")]).toEqual(["a", 7, false, "2024-02-29", "0.0005", ["a", "b"]]);
    expect([cells(null).optional("cell"), cells(null).optionalDay("cell"), cells(null).optionalDecimal("cell"), cells(null).list("cell")]).toEqual([null, null, null, null]);
  });
});

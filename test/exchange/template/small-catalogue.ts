import { boolean, date, integer, numeric, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { basis } from "../../../src/catalog/basis.ts";
import { assembleCatalogue } from "../../../src/catalog/catalogue.ts";
import { coded, codelist } from "../../../src/catalog/codelist.ts";
import { entity } from "../../../src/catalog/entity.ts";
import { open, restricted, shared } from "../../../src/catalog/field.ts";
import { divisionCodeForm, identityNumberForm, usccForm } from "../../../src/catalog/form.ts";
import { one } from "../../../src/catalog/relation.ts";
import { always, anyBody, own } from "../../../src/catalog/rule.ts";
import { datasetsOf, type DatasetColumn } from "../../../src/exchange/ingest/dataset.ts";

export const tenderMethod = codelist("TenderMethod", "How it is tendered (招标方式).", {
  PUBLIC: { en: "Open", zh: "公开招标" },
  INVITED: { en: "By invitation", zh: "邀请招标, 书面" },
  OTHER_A: { en: "Other A", zh: "其他" },
  OTHER_B: { en: "Other B", zh: "其他" },
  OLD: { en: "Old", zh: "议标", retired: "Since 2000." },
});

const body = entity("Body", "A body (机关和单位).", { uscc: open(text().notNull().unique(), "Its code (统一社会信用代码).") }, { rows: always, supply: { by: anyBody, key: "uscc", forms: { uscc: usccForm } } });

const project = entity(
  "Project",
  "A project (项目).",
  { sourceRecordNo: open(text().notNull().unique(), "Its number in the system of the source (来源记录编号).") },
  { rows: always, supply: { by: anyBody } },
);

/** A type with a column of each kind. */
const thing = entity(
  "Thing",
  "A thing (事项).",
  {
    sourceRecordNo: open(text().notNull().unique(), "Its number in the system of the source (来源记录编号)."),
    title: open(text().notNull(), "What it is called (事项名称)."),
    uscc: open(text().notNull(), "Whose it is (统一社会信用代码)."),
    personIdNo: restricted(text(), "Number of the person (公民身份号码).", basis("个人信息保护法", 6)),
    divisionCode: open(text(), "Where (行政区划代码)."),
    method: open(coded(tenderMethod).notNull(), "How (招标方式)."),
    signedOn: open(date().notNull(), "When it was signed (签订日期)."),
    openedAt: open(timestamp({ withTimezone: true }), "When it was opened (开标时间)."),
    amount: open(numeric({ precision: 18, scale: 2 }).notNull(), "Amount in 元 (合同金额)."),
    rate: open(numeric({ precision: 6, scale: 4 }), "Interest a year, in percent (票面利率)."),
    dailyRate: open(numeric({ precision: 9, scale: 7 }), "Interest for each day (逾期日利率)."),
    fiscalYear: open(integer(), "Its year (年度)."),
    places: open(integer(), "How many (数量)."),
    isUrgent: shared(boolean(), "Whether it is urgent (是否紧急)."),
    tags: open(text().array(), "Its tags (标签)."),
    validFrom: open(date(), "From (起始日)."),
    validTo: open(date(), "To (截止日)."),
    bodyId: open(uuid(), "Which body (主管单位)."),
    projectId: open(uuid(), "Which project (所属项目)."),
  },
  {
    rows: always,
    restricted: own("id"),
    relations: { body: one(() => body, "bodyId", "Which body (主管单位)."), project: one(() => project, "projectId", "Which project (所属项目).") },
    supply: { by: anyBody, forms: { uscc: usccForm, personIdNo: identityNumberForm, divisionCode: divisionCodeForm } },
  },
);

const datasets = datasetsOf(assembleCatalogue([body, project, thing]));

export const things = datasets.get("things")!;

export const columnOf = (key: string): DatasetColumn => things.columns.find((column) => column.key === key)!;
